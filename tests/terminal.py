"""A terminal for the tests: a command and its width in, what stays on the screen out."""

import fcntl
import os
import pty
import struct
import termios
from dataclasses import dataclass
from pathlib import Path

from building import environment

ERASE = "\r\x1b[K"


@dataclass(frozen=True)
class Session:
    """What a command wrote on a terminal."""

    code: int
    written: str
    """All of it, with what was taken away again."""

    @property
    def screen(self) -> str:
        """What stays: of each line, what stands after it was erased last."""
        lines = self.written.replace("\r\n", "\n").split("\n")
        return "\n".join(line.rpartition(ERASE)[2] for line in lines)

    @property
    def erased(self) -> list[str]:
        """The lines that were shown for a while."""
        lines = self.written.replace("\r\n", "\n").split("\n")
        return [part for line in lines for part in line.split(ERASE)[:-1]]


def record(
    words: list[str], cwd: Path, width: int = 80, typed: str = "", **more: str
) -> Session:
    """Run a command on a terminal of its own and wait for it."""
    process, screen = pty.fork()
    if process == 0:  # pragma: no cover - this is the child
        os.chdir(cwd)
        known = environment(TERM="xterm", **more)
        os.execvpe(words[0], words, known)  # noqa: S606 - no shell is wanted
    size = struct.pack("HHHH", 40, width, 0, 0)
    fcntl.ioctl(screen, termios.TIOCSWINSZ, size)
    if typed:
        os.write(screen, typed.encode())
    written = b""
    while True:
        try:
            part = os.read(screen, 1 << 16)
        except OSError:  # how Linux says that the other end is closed
            break
        if not part:
            break
        written += part
    _, status = os.waitpid(process, 0)
    os.close(screen)
    return Session(os.waitstatus_to_exitcode(status), written.decode())
