"""The workshop of a build: one process that has our modules loaded and runs stages.

The main process opens it when a build begins and shuts it when the build ends, however
it ends: the workshop sees the end of its standard input. Stages hand themselves over
(`engines/handover.py`); for each one the workshop makes a copy of itself, a fork, which
runs the stage with the terminal, folder and environment of the command that asked.

The workshop has one thread and does no work of its own, so that a fork is safe. It
declines what is no job of its build, another Python, and any stage once a file of the
package has changed: such a command loads the package itself. It kills a stage whose
command ended, and all of them when the build ends.
"""

import contextlib
import gc
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, NoReturn

from crossfoot.engines.handover import LOST, STREAMS, TAKEN, WORKSHOP, mark
from crossfoot.engines.process import MAIN
from crossfoot.fingerprints import PACKAGE, code

MOST = 1 << 20
"""Bytes of a request, at most."""
CREDENTIALS = struct.Struct("3i")
"""What Linux tells of who is at the other end: process, user, group."""
PATIENCE = 10
"""Seconds that a command has to say what it wants."""
DISTANT = 4
"""Generations between a build's main process and a command: it and its shells."""

_open: list["subprocess.Popen[bytes]"] = []


def open_workshop() -> None:
    """Start the workshop of this process's build, and tell its jobs where it is."""
    if _open or not _able():
        return
    name = f"crossfoot-{os.urandom(16).hex()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        try:
            listener.bind(f"\0{name}")
            listener.listen(64)
        except OSError:
            return  # stages run by themselves
        _open.append(
            subprocess.Popen(
                [sys.executable, "-m", __name__, str(listener.fileno())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                pass_fds=[listener.fileno()],
                # Ctrl-C goes to the commands, and they end what runs for them.
                start_new_session=True,
            )
        )
    os.environ[WORKSHOP] = name


def _able() -> bool:
    """Say whether the system tells when a process ends; old and other ones do not."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except (AttributeError, OSError):
        return False
    return True


def shut_workshop() -> None:
    """End the workshop and what still runs in it, and wait until it has ended."""
    os.environ.pop(WORKSHOP, None)
    while _open:
        process = _open.pop()
        if process.stdin:
            process.stdin.close()
        process.wait()


class Request(NamedTuple):
    """A stage that is to be run."""

    words: list[str]
    folder: str
    environment: dict[bytes, bytes]
    streams: list[int]
    """Standard input, output and error of the command."""


class Job(NamedTuple):
    """A stage that runs."""

    link: socket.socket
    """To the command that asked for it."""
    number: int
    """Of its process, which leads a group of its own."""
    handle: int
    """Tells when that process has ended."""


class Workshop:
    """The loop of the workshop."""

    def __init__(self, listener: socket.socket) -> None:
        self.listener = listener
        self.main = int(os.environ[MAIN])
        self.files = list(_files())
        self.seen = _stamps(self.files)
        self.jobs: list[Job] = []

    def serve(self) -> None:
        """Run stages until standard input ends."""
        while True:
            poll = select.poll()
            poll.register(0, select.POLLIN)
            poll.register(self.listener, select.POLLIN)
            for job in self.jobs:
                poll.register(job.link, select.POLLIN)
                poll.register(job.handle, select.POLLIN)
            ready = {number for number, _ in poll.poll()}
            if 0 in ready:
                break
            for job in [*self.jobs]:
                if ready & {job.handle, job.link.fileno()}:
                    self.finish(job)
            if self.listener.fileno() in ready:
                self.welcome()
        for job in [*self.jobs]:
            self.finish(job)

    def finish(self, job: Job) -> None:
        """Tell a command how its stage ended; kill one that still runs."""
        # Whatever the stage started is in its group, and ends with it.
        os.killpg(job.number, signal.SIGKILL)
        _, status = os.waitpid(job.number, 0)
        with contextlib.suppress(OSError):  # the command may have ended
            job.link.send(str(status).encode())
        job.link.close()
        os.close(job.handle)
        self.jobs.remove(job)

    def welcome(self) -> None:
        """Take or decline what a command asks for."""
        link, _ = self.listener.accept()
        link.settimeout(PATIENCE)
        try:
            raw, streams, *_ = socket.recv_fds(link, MOST, len(STREAMS))
        except OSError:
            raw, streams = b"", []
        request = parsed(raw, streams)
        if request and self.serves(link) and self.knows(request.words[1]):
            self.start(request, link)
        else:
            link.close()
        for stream in streams:
            os.close(stream)

    def serves(self, link: socket.socket) -> bool:
        """Say whether a command is a job of this build."""
        told = link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, CREDENTIALS.size)
        number, user, _ = CREDENTIALS.unpack(told)
        return user == os.getuid() and self.main in _ancestors(number)

    def knows(self, stage: str) -> bool:
        """Load a stage; say whether the package is as it was in the beginning.

        The fingerprint of the stage's code is remembered by all copies: it must be
        that of the modules which are loaded.
        """
        try:
            import_module("crossfoot.cli")
            import_module(f"crossfoot.engines.belt.{stage}")
            code(stage)
        except Exception:  # noqa: BLE001  the command will say what is wrong with it
            return False
        # Asked last: what was loaded just now is as old as the rest.
        return _stamps(self.files) == self.seen

    def start(self, request: Request, link: socket.socket) -> None:
        """Run a stage in a copy of this process."""
        own = os.getpid()
        gc.freeze()
        number = os.fork()
        if not number:
            for one in (self.listener, link, *(job.link for job in self.jobs)):
                one.close()
            for job in self.jobs:
                os.close(job.handle)
            work(request, own)
        os.setpgid(number, number)
        self.jobs.append(Job(link, number, os.pidfd_open(number)))
        with contextlib.suppress(OSError):  # seen by the loop, as the link ends
            link.send(TAKEN)


def work(request: Request, workshop: int) -> NoReturn:
    """Run a stage as its command would have; end this process."""
    from crossfoot.cli import main

    ended = LOST
    try:
        os.setpgid(0, 0)
        for number, stream in zip(STREAMS, request.streams, strict=True):
            os.dup2(stream, number)
            os.close(stream)
        os.chdir(request.folder)
        os.environb.clear()
        os.environb.update(request.environment)
        del os.environ[WORKSHOP]
        os.environ[MAIN] = str(workshop)
        sys.argv = ["crossfoot", *request.words]
        gc.enable()
        ended = main(request.words)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001  a copy must never go on as a workshop
        traceback.print_exc()
    finally:
        os._exit(ended)


def parsed(raw: bytes, streams: list[int]) -> Request | None:
    """Return what a command asks for, or None for what we cannot do as it would."""
    from crossfoot.engines.belt import STAGES

    own, count, *rest = [*raw.split(b"\0"), b"", b""]
    if os.fsdecode(own) != mark() or len(streams) != len(STREAMS):
        return None
    words = [os.fsdecode(one) for one in rest[: int(count)]]
    folder, *around = rest[int(count) : -2]
    if words[:1] != ["stage"] or words[1:2] not in [[one] for one in STAGES]:
        return None
    environment = dict(one.split(b"=", 1) for one in around)
    return Request(words, os.fsdecode(folder), environment, streams)


def _ancestors(number: int) -> list[int]:
    """Return the process numbers of a process's parents, the nearest first."""
    found: list[int] = []
    for _ in range(DISTANT):
        try:
            text = Path(f"/proc/{number}/stat").read_text("utf-8", "replace")
        except OSError:
            break
        number = int(text.rpartition(")")[2].split()[1])
        found.append(number)
    return found


def _files() -> Iterator[str]:
    """Yield the files of the package: code, and data that fingerprints cover."""
    for folder, _, names in os.walk(PACKAGE):
        yield from (f"{folder}/{one}" for one in names if not one.endswith(".pyc"))


def _stamps(files: list[str]) -> list[tuple[int, ...]]:
    return [_stamp(file) for file in files]


def _stamp(file: str) -> tuple[int, ...]:
    try:
        found = os.stat(file)  # noqa: PTH116  of six hundred files, before every stage
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size


if __name__ == "__main__":
    gc.disable()
    Workshop(socket.socket(fileno=int(sys.argv[1]))).serve()
    # What is still open needs no care: all copies have ended.
    os._exit(0)
