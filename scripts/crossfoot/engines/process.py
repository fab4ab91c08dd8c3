"""Processes: one build at a time in a folder, and no orphan that goes on writing.

The main process of a build holds an operating-system lock, which the system itself
lets go when that process ends, however it ends. Every stage watches the main
process and stops with it: after `kill -9` nothing has to be unlocked by hand.
"""

import contextlib
import fcntl
import os
import select
import signal
import sys
import threading
from pathlib import Path
from typing import IO, NoReturn

MAIN = "CROSSFOOT_MAIN_PROCESS"
"""Environment variable that holds the process number of a build's main process."""

LOCK = ".lock"
"""Name of the lock's file in a build folder."""

STARTING = ("read", "figures")
"""Stages that start processes, as many at a time as they are told."""

DELETE = "import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)"
"""What deletes a folder."""

_held: list[IO[str]] = []


class BusyError(RuntimeError):
    """Another build holds the lock; the text is its process number."""


def hold(build: Path) -> None:
    """Take the lock of a build folder for the rest of this process's life.

    Raises BusyError when another process holds it, OSError when the folder cannot be
    written.
    """
    build.mkdir(parents=True, exist_ok=True)
    lock = (build / LOCK).open("a+", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        holder = lock.read().strip()
        lock.close()
        raise BusyError(holder) from None
    lock.truncate(0)
    lock.write(f"{os.getpid()}\n")
    lock.flush()
    # Children of this process must not inherit the lock, or it would outlive it.
    os.set_inheritable(lock.fileno(), False)
    _held.append(lock)


def free(build: Path) -> bool:
    """Say whether a build folder can be written and no build holds it."""
    try:
        with (build / LOCK).open("a+", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def follow_main() -> None:
    """End this process, and those it started, as soon as the main process ends.

    Does nothing without a main process, as when a stage is run by hand.
    """
    number = os.environ.get(MAIN, "")
    if not number.isdigit() or int(number) == os.getpid():
        return
    try:
        handle = os.pidfd_open(int(number))
    except ProcessLookupError:
        end()
        return
    except OSError:
        return  # no such call here, or a process of another machine
    threading.Thread(target=_wait, args=(handle,), daemon=True).start()


def _wait(handle: int) -> None:
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    poll.poll()
    end()


def end() -> None:
    """End this process and the processes it started, at once."""
    _end_children()
    os._exit(1)


def end_without(folder: Path) -> NoReturn:
    """End this process and the processes it started, and delete a folder of theirs.

    Another program takes the place of this one and deletes it, so that no thread goes
    on writing there.
    """
    _end_children()
    os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", DELETE, str(folder)])  # noqa: S606 - our own program


def _end_children() -> None:
    for child in children(os.getpid()):
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def children(parent: int) -> list[int]:
    """Return the process numbers of a process's children, theirs included."""
    found: list[int] = []
    for tasks in sorted(Path(f"/proc/{parent}/task").glob("*/children")):
        try:
            numbers = tasks.read_text(encoding="ascii").split()
        except OSError:
            continue
        for number in map(int, numbers):
            found += [*children(number), number]
    return found
