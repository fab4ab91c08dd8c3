"""What of Snakemake's own words an author sees."""

import logging

import pytest

from crossfoot.hush import Hush

REFUSED = "MissingRuleException:\nNo rule to produce build/nope"
KILLED = "RuleException:\nCommand 'stage typeset' died with <Signals.SIGKILL: 9>."


def record(level: int, message: str, event: str | None = None) -> logging.LogRecord:
    made = logging.LogRecord("snakemake", level, "", 0, message, None, None)
    made.event = event
    return made


@pytest.mark.parametrize("message", [REFUSED, KILLED])
def test_refusals_are_shown(message: str) -> None:
    """What no stage has told of is shown, and remembered."""
    hush = Hush()
    assert hush.filter(record(logging.ERROR, message))
    assert hush.refused


@pytest.mark.parametrize(
    ("level", "message", "event"),
    [
        (logging.INFO, "Select jobs to execute...", None),
        (logging.WARNING, "Your conda installation is old", None),
        (logging.ERROR, "", "job_error"),
        (logging.ERROR, "Command 'x' returned non-zero exit status 2.", "error"),
        (logging.ERROR, "Exiting because a job execution failed. Look above", None),
        (
            logging.ERROR,
            "WorkflowError:\nAt least one job did not complete successfully.",
            "error",
        ),
    ],
)
def test_progress_and_told_failures_are_not(
    level: int, message: str, event: str | None
) -> None:
    """Progress, and failures of which a stage has told, are no refusals."""
    hush = Hush()
    assert not hush.filter(record(level, message, event))
    assert not hush.refused


@pytest.mark.parametrize(
    ("level", "message"),
    [
        (logging.ERROR, "Command 'x' died with <Signals.SIGINT: 2>."),
        (logging.ERROR, "Command 'x' returned non-zero exit status 130."),
        (logging.INFO, "Terminating processes on user request, this might take time."),
    ],
)
def test_an_interruption_is_remembered_and_not_explained(
    level: int, message: str
) -> None:
    """Who pressed Ctrl-C knows why the build ended."""
    hush = Hush()
    assert not hush.filter(record(level, message))
    assert (hush.stopped, hush.refused) == (True, False)
