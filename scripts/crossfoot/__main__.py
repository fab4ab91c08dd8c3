"""Runs the command line as `python -m crossfoot`."""

import signal
import sys

if __name__ == "__main__":
    # Ctrl-C while modules are loaded ends the process without a traceback.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from crossfoot.cli import main

    signal.signal(signal.SIGINT, before)
    sys.exit(main())
