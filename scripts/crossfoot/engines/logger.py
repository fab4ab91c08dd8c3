"""The logger of a build: Snakemake's records in, what an author needs to see out.

Snakemake makes one handler a run and calls it from a thread of its own, so that what is
written goes through `telling`, in step with the stages.
"""

import contextlib
import logging
import sys
from pathlib import Path
from typing import Any

from snakemake_interface_logger_plugins.base import LogHandlerBase

from crossfoot.asking import ASKS, LOUD
from crossfoot.hush import HUSH, place, plain

LOG = Path("build/log/snakemake.log")
"""Where all that Snakemake says is kept."""

collected: list[list[Any]] = []
"""Where the plan of a dry run goes, instead of the terminal, when somebody asks."""

DRY = frozenset({"-n", "--dry-run", "--dryrun"})


class LogHandler(LogHandlerBase):
    """Shows refusals and the plan of a dry run; keeps everything in the log."""

    def __post_init__(self) -> None:
        """Look at what Snakemake was asked."""
        words = {word.split("=")[0] for word in sys.argv[1:]}
        self.dry = bool(self.common_settings.dryrun)
        self.loud = bool(LOUD & words) or bool(ASKS - DRY & words)
        self.planned: list[Any] = []
        self.ran: list[str] = []
        self.lines: list[str] = []
        self.mode = "w"
        """How the log is opened: each run begins it anew."""
        self.closed = False

    writes_to_stream = property(lambda _: True)
    writes_to_file = property(lambda _: False)
    has_formatter = property(lambda _: False)
    needs_rulegraph = property(lambda _: False)

    @property
    def has_filter(self) -> bool:
        """Say that records are chosen here, but for who wants to see all."""
        return not self.loud

    def emit(self, record: logging.LogRecord) -> None:
        """Show a record or keep it."""
        try:
            if self.loud:
                self._all(record)
            else:
                self._chosen(record)
        except Exception:  # noqa: BLE001 - as Handler: a fault in logging ends no build
            self.handleError(record)

    def _all(self, record: logging.LogRecord) -> None:
        text = self.format(record)
        if text and text != "None":
            if self.dry:
                sys.stdout.write(text + "\n")
            else:
                _say(text + "\n")

    def _chosen(self, record: logging.LogRecord) -> None:
        event = str(getattr(record, "event", None) or "")
        rule = str(getattr(record, "rule_name", ""))
        if event == "job_info":
            self._starts(record, rule)
        elif event == "job_error":
            _gone(rule)
        shown = HUSH.filter(record)
        if not self.dry:
            self._keep(record)
        if shown:
            _say(refusal(record.getMessage()))

    def _starts(self, record: logging.LogRecord, rule: str) -> None:
        from crossfoot.reasons import Planned

        told = vars(record)
        self.ran.append(rule)
        if self.dry:
            makes, needs = tuple(told["output"]), tuple(told["input"])
            self.planned.append(Planned(rule, told["reason"], makes, needs))

    def _keep(self, record: logging.LogRecord) -> None:
        """Write a record into the log, once something is done or refused.

        A build that has nothing to do writes nothing.
        """
        text = self.format(record)
        self.lines += [text + "\n"] if text and text != "None" else []
        if self.lines and (self.ran or HUSH.refused) and LOG.parent.is_dir():
            with (
                contextlib.suppress(OSError),
                LOG.open(self.mode, encoding="utf-8") as log,
            ):
                log.writelines(self.lines)
            self.lines, self.mode = [], "a"

    def close(self) -> None:
        """Print the plan of a dry run; note what the stages ran on."""
        if not self.closed:
            self.closed = True
            self._account()
        super().close()

    def _account(self) -> None:
        from crossfoot.workflow import graphs

        shown = self.dry and not self.loud
        if collected:
            collected[-1] += self.planned
            return
        if not graphs or HUSH.refused or not (shown or self.ran):
            return
        from crossfoot.engines.ran import account

        planned = self.planned if self.dry else None
        sys.stdout.write(account(graphs[0], planned, self.ran))


def _say(text: str) -> None:
    from crossfoot.engines.telling import say

    say(text)


def _gone(rule: str) -> None:
    from crossfoot.engines.telling import gone

    gone(rule)


def refusal(message: str) -> str:
    """Return a refusal in plain words, with the line of a Snakefile that it names."""
    found = place(message)
    line = _line(*found) if found else ""
    if found and line:
        from crossfoot.render.frames import framed
        from crossfoot.verbs.printing import style_of

        file = _near(found[0])
        return framed(plain(message), file, found[1], line, style_of(sys.stderr))
    return plain(message) + "\n"


def _near(file: str) -> str:
    """Return a path relative to the working directory, if it is below it."""
    return file.removeprefix(f"{Path.cwd().as_posix()}/")


def _line(file: str, number: int) -> str:
    try:
        lines = Path(file).read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return ""
    return lines[number - 1] if 0 < number <= len(lines) else ""
