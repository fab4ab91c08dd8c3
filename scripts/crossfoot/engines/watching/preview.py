"""The preview: all its parts, started together and stopped together."""

import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossfoot.engines.memory import one_heap
from crossfoot.engines.resident import Resident
from crossfoot.engines.watching.board import Board
from crossfoot.engines.watching.door import Door, restart, start_opening
from crossfoot.engines.watching.folders import Folders
from crossfoot.engines.watching.pictures import Pictures
from crossfoot.engines.watching.server import Service
from crossfoot.engines.watching.session import Session

SWITCH = 0.0005
"""Seconds after which a thread of this process lets another one go on."""
AGAIN = 0.2
"""Seconds after which it is looked again whether a signal came."""
PATIENCE = 0.5
"""Seconds that a part may take to end before it is left behind."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a preview is asked for."""

    root: Path
    """The report's folder, absolute."""
    kinds: tuple[str, ...] = ("page", "paper")
    """What is shown."""
    editor: str = "vscode"
    """A word of `render.preview_findings.EDITORS`, or `none`."""
    browser: bool = False
    """Whether a browser is opened."""


class Preview:
    """A preview that runs until it is stopped."""

    def __init__(
        self,
        wish: Wish,
        door: Door,
        tell: Callable[[str], None],
        make: Callable[[Path], Resident] = Resident,
    ) -> None:
        """Make all its parts; `tell` prints a line for the author."""
        self.door = door
        self.ended = threading.Event()
        self.pictures = Pictures()
        self.board = Board(wish.root, wish.kinds, wish.editor, self.pictures)
        self.session = Session(wish.root, self.board, tell, self.ended.set, make)
        self.folders = Folders(wish.root, self.session.hear)
        self.service = Service(self.board, door)

    def start(self) -> None:
        """Start serving, watching and making, in this order."""
        self.service.start()
        self.folders.start()
        self.session.start()

    def stop(self) -> bool:
        """Stop all parts; say whether every one of them ended in time."""
        if self.session.stale:  # browsers that heard of an end would not come back
            self.board.post(phase="again", says="Starting again", last=True)
        else:
            self.board.post(phase="ended", says="The preview was stopped")
        self.folders.stop()
        self.session.stop()
        done = self.service.stop(2 + PATIENCE)
        done = self.session.join(PATIENCE) and done
        return self.pictures.close(PATIENCE) and done


def until_ended(ended: threading.Event, heard: Sequence[int]) -> None:
    """Wait for an end, or for a signal to be heard of.

    One that comes right before the waiting begins wakes nothing, so it is looked for
    again and again; what hears it takes no lock, which this thread may hold.
    """
    while not heard and not ended.wait(AGAIN):
        pass


def watch(wish: Wish, port: int, tell: Callable[[str], None]) -> bool:
    """Run a preview until it is stopped; say whether every part ended in time.

    Raises PortError when the port cannot be had.
    """
    one_heap()
    # The server answers in a moment while the session computes.
    sys.setswitchinterval(SWITCH)
    door = Door.open(port)
    preview = Preview(wish, door, tell)
    heard: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: heard.append(number))
    preview.start()
    if not door.kept:
        tell(f"Preview of {wish.root}: {door.address}")
        tell("It follows what you save; Ctrl-C ends it.")
        if wish.browser:
            start_opening(door.once())
    until_ended(preview.ended, heard)
    done = preview.stop()
    if preview.session.stale:
        restart(door)
    door.close()
    return done
