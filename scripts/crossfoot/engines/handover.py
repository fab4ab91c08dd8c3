"""Handing over: a stage's command line goes to the workshop of its build, if it can.

Every job of a build is a command of its own, `python -m crossfoot stage NAME`. Most of
the time of a light one would go into loading Python modules, so it asks the build's
workshop (`engines/workshop.py`), which has them loaded, to run the stage in its place,
with its own terminal, folder and environment. Without a workshop, as by hand or on
another machine, and whenever the workshop declines, the command runs the stage itself.
"""

import os
import sys

# What `socket` and `signal` add to these costs as much as starting Python.
from _socket import AF_UNIX, SCM_RIGHTS, SOCK_SEQPACKET, SOL_SOCKET, socket

WORKSHOP = "CROSSFOOT_WORKSHOP"
"""Environment variable that holds the address of a build's workshop."""

STREAMS = (0, 1, 2)
"""What goes along: standard input, output and error."""

TAKEN = b"+"
"""What the workshop answers when it runs the stage."""

LOST = 3
"""Exit code when the workshop ended in the middle of a stage."""


def hand_over(words: list[str]) -> int | None:
    """Return a stage's exit code from the workshop, or None to run it here."""
    name = os.environ.get(WORKSHOP)
    if not name:
        return None
    try:
        link = socket(AF_UNIX, SOCK_SEQPACKET)
        link.connect(f"\0{name}")
        streams = b"".join(n.to_bytes(4, sys.byteorder) for n in STREAMS)
        link.sendmsg([request(words)], [(SOL_SOCKET, SCM_RIGHTS, streams)])
        if link.recv(1) != TAKEN:
            return None
    except OSError:
        return None  # it is not there, or on another machine
    return _ended(link)


def _ended(link: socket) -> int:
    try:
        told = link.recv(16)
    except KeyboardInterrupt:
        return 130
    except OSError:
        told = b""
    if not told:
        sys.stderr.write("crossfoot: the build that this stage is part of ended\n")
        return LOST
    code = os.waitstatus_to_exitcode(int(told))
    if code < 0:
        os.kill(os.getpid(), -code)  # as the stage ended, so do we
    return code


def request(words: list[str]) -> bytes:
    """Return what the workshop has to know, from `mark` to the environment."""
    folder = os.getcwd()  # noqa: PTH109  pathlib takes as long to load as all of this
    own = map(os.fsencode, (mark(), str(len(words)), *words, folder))
    around = [b"=".join(pair) for pair in os.environb.items()]
    return b"\0".join([*own, *around])


def mark() -> str:
    """Return which Python runs which Crossfoot here, and how."""
    how = [f"{k}={v}" for k, v in os.environ.items() if k.startswith(("PYTHON", "LD_"))]
    what = (sys.prefix, sys.version, repr(sys.flags), __file__)
    return "\n".join([*what, *sorted(how)])
