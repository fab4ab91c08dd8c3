"""The door of a preview: its address, which only the author's browser learns.

The server listens on the loopback interface alone, and every address it answers
begins with a random word. A browser is started with an address that works once,
because every user of a machine can see with which words a program was started.
"""

import hmac
import os
import secrets
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from typing import Self

HOST = "127.0.0.1"
KEPT = "CROSSFOOT_PREVIEW_DOOR"
"""Environment variable through which a preview that starts again keeps its address."""


class PortError(RuntimeError):
    """A port that cannot be had; the text is its number."""


@dataclass
class Door:
    """A listening socket and the random word of its addresses."""

    socket: socket.socket
    token: str
    kept: bool = False
    """Whether this preview goes on where another one stopped."""
    tickets: list[str] = field(default_factory=list)
    """Words of addresses that work once."""

    @classmethod
    def open(cls, port: int = 0) -> Self:
        """Listen on a port, or on any free one (0), or where this preview did before.

        Raises PortError when that port cannot be had.
        """
        kept = os.environ.pop(KEPT, "")
        if kept:
            number, _, token = kept.partition(":")
            return cls(socket.socket(fileno=int(number)), token, kept=True)
        try:
            listening = socket.create_server((HOST, port))
        except (OSError, OverflowError):
            raise PortError(port) from None
        return cls(listening, secrets.token_urlsafe(18))

    def close(self) -> None:
        """Stop listening."""
        self.socket.close()

    @property
    def origin(self) -> str:
        """The address without its random word."""
        return f"http://{HOST}:{self.socket.getsockname()[1]}"

    @property
    def address(self) -> str:
        """The preview's address."""
        return f"{self.origin}/{self.token}/"

    def once(self) -> str:
        """Return an address that leads to the preview once."""
        self.tickets.append(secrets.token_urlsafe(18))
        return f"{self.origin}/open/{self.tickets[-1]}"

    def fits(self, word: str) -> bool:
        """Say whether a word is that of this door."""
        return hmac.compare_digest(word.encode(), self.token.encode())

    def admit(self, ticket: str) -> bool:
        """Say whether an address of one use may be used, and use it up."""
        for one in self.tickets:
            if hmac.compare_digest(one.encode(), ticket.encode()):
                self.tickets.remove(one)
                return True
        return False


def start_opening(address: str) -> None:
    """Open an address in the author's browser, without waiting for it."""
    threading.Thread(target=_open, args=(address,), daemon=True).start()


def _open(address: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "webbrowser", "-t", address],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        check=False,
    )


def shows_windows() -> bool:
    """Say whether there is a display that a browser could open a window on."""
    if sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def restart(door: Door) -> None:
    """Start this program again in this process, with the same address."""
    os.set_inheritable(door.socket.fileno(), True)
    os.environ[KEPT] = f"{door.socket.fileno()}:{door.token}"
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  our own words


def can_start() -> str:
    """Return why Crossfoot's code cannot be started as it is now, or ""."""
    words = [sys.executable, "-c", "import crossfoot.cli, crossfoot.engines.resident"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stderr.strip().rsplit("\n", 1)[-1] if done.returncode else ""
