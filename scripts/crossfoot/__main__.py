"""Runs the command line, as `crossfoot` and as `python -m crossfoot`."""

# `signal`, which is written in Python, takes as long to load as Python itself.
import _signal  # type: ignore[import-not-found]  # no stub describes it
import os
import sys


def run() -> None:
    """Run one command and end the process with its exit code.

    Ctrl-C while modules are loaded or a stage is run elsewhere ends the process
    without a traceback; where it is ignored, it stays ignored.
    """
    heard = _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler
    if heard:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    if sys.argv[1:2] == ["stage"] and "CROSSFOOT_WORKSHOP" in os.environ:
        from crossfoot.engines.handover import hand_over

        done = hand_over(sys.argv[1:])
        if done is not None:
            os._exit(done)
    from crossfoot.cli import main

    if heard:
        _signal.signal(_signal.SIGINT, _signal.default_int_handler)
    code = main()
    if sys.argv[1:2] == ["stage"]:
        # What a stage made is written; to free it piece by piece takes a tenth of
        # the time of a light stage.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()
