"""Hush: what Snakemake tells about a build in, what an author needs to see out.

The stages say themselves what they did and why one failed, so of Snakemake's own
words only its refusals stay: an unknown target, a missing file, no `--cores`, a stage
that was killed.
"""

import logging
import re

TOLD = re.compile(
    r"\bexit status [123]\b|^Exiting because a job execution failed"
    r"|^Error in (?:rule|group) |At least one job did not complete successfully"
)
"""Errors of which the stage itself has told; it ends with 1, 2 or 3 then."""

STOPPED = re.compile(
    r"<Signals\.SIGINT|\bexit status 130\b|^Terminating processes on user request"
)
"""What Snakemake says when somebody stopped the build."""

JOB_EVENTS = frozenset({"job_error", "group_error"})
"""Kinds of records that describe a failed job: its inputs, outputs and command."""


class Hush(logging.Filter):
    """Lets refusals through, and remembers that there was one or an interruption."""

    def __init__(self) -> None:
        """Start without a refusal."""
        super().__init__()
        self.refused = False
        self.stopped = False

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether a record is shown."""
        if STOPPED.search(record.getMessage()):
            self.stopped = True
            return False
        event = getattr(record, "event", None)
        if (
            record.levelno < logging.ERROR
            or getattr(event, "value", event) in JOB_EVENTS
        ):
            return False
        if TOLD.search(record.getMessage()):
            return False
        self.refused = True
        return True
