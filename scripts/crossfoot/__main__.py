"""Runs the command line as `python -m crossfoot`."""

import os
import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["stage"] and "CROSSFOOT_WORKSHOP" in os.environ:
        from crossfoot.engines.handover import hand_over

        done = hand_over(sys.argv[1:])
        if done is not None:
            os._exit(done)
    import signal

    # Ctrl-C while modules are loaded ends the process without a traceback.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from crossfoot.cli import main

    signal.signal(signal.SIGINT, before)
    code = main()
    if sys.argv[1:2] == ["stage"]:
        # What a stage made is written; to free it piece by piece takes a tenth of
        # the time of a light stage.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)
