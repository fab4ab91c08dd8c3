"""Telling: what a stage says on its way to the terminal, with one writer at the end.

The main process of a build opens a pipe, whose name stands in the environment; stages
write into it, and one thread writes to the terminal: two stages at work at a time never
write into each other's lines. A stage that is run by hand writes itself.
"""

import contextlib
import json
import os
import select
import stat
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from typing import Any, TextIO, TypeVar

from crossfoot.progress import Board, Word

PIPE = "CROSSFOOT_TELL"
"""Environment variable that names the pipe of a build's main process."""

WHOLE = 500
"""Characters of a text in one message: below what a pipe takes in one piece."""

TICK = 0.5
"""Seconds after which the line at the foot is written anew."""

One = TypeVar("One")


def rewrites(stream: TextIO) -> bool:
    """Say whether a stream is a terminal on which lines can be rewritten."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


class Screen:
    """Where what is told is written: a board, and a stream beneath it."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a stream; its width is asked for once."""
        from shutil import get_terminal_size

        self.stream = stream
        self.board = Board(get_terminal_size().columns, live=rewrites(stream))
        self.lock = threading.Lock()

    def take(self, word: Word) -> None:
        """Write what a stage told."""
        with self.lock:
            self._write(self.board.take(word, time.monotonic()))

    def say(self, text: str = "") -> None:
        """Write a text above the line at the foot, or that line anew."""
        with self.lock:
            self._write(self.board.say(text, time.monotonic()))

    def end(self) -> None:
        """Take the line at the foot away."""
        with self.lock:
            self._write(self.board.end())

    def _write(self, text: str) -> None:
        # Whoever closed the stream does not want to be told.
        with contextlib.suppress(OSError, ValueError):
            self.stream.write(text)
            self.stream.flush()


class Listener(threading.Thread):
    """Reads what stages tell, in the main process of a build."""

    def __init__(self, screen: Screen) -> None:
        """Open the pipe and name it to the stages."""
        super().__init__(daemon=True)
        self.screen = screen
        self.reads, self.writes = os.pipe()
        number = os.fstat(self.writes).st_ino
        os.environ[PIPE] = f"/proc/{os.getpid()}/fd/{self.writes}:{number}"

    def run(self) -> None:
        """Write what is told until nobody can tell anything any more."""
        rest = b""
        while True:
            if not select.select([self.reads], [], [], TICK)[0]:
                self.screen.say()
                continue
            part = os.read(self.reads, 1 << 16)
            if not part:
                break
            *lines, rest = (rest + part).split(b"\n")
            for line in lines:
                self.screen.take(json.loads(line))

    def end(self) -> None:
        """Write what is still in the pipe, and take the line at the foot away."""
        os.environ.pop(PIPE, None)
        os.close(self.writes)
        self.join(2)
        self.screen.end()


class Teller:
    """Tells for one stage: to the main process of its build, or to the terminal."""

    def __init__(self, stage: str) -> None:
        """Find out who listens."""
        self.stage = stage
        self.pipe = _pipe(os.environ.get(PIPE, ""))
        self.screen = Screen(sys.stderr) if self.pipe is None else None

    def tell(self, what: str, **more: Any) -> None:
        """Tell one thing."""
        word = {"stage": self.stage, "is": what, **more}
        if self.screen:
            self.screen.take(word)
        elif self.pipe is not None:
            # Without a main process the stage is about to be ended.
            with contextlib.suppress(OSError):
                line = json.dumps(word, ensure_ascii=False) + "\n"
                os.write(self.pipe, line.encode("utf-8", "replace"))

    def text(self, text: str) -> None:
        """Tell a text of any length."""
        for start in range(0, len(text), WHOLE):
            self.tell("text", text=text[start : start + WHOLE])


def _pipe(name: str) -> int | None:
    """Return the pipe of a main process; None where it cannot be reached.

    On another machine, or in a container, the name may stand for something else.
    """
    path, _, number = name.rpartition(":")
    try:
        pipe = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return None
    state = os.fstat(pipe)
    if not stat.S_ISFIFO(state.st_mode) or str(state.st_ino) != number:
        os.close(pipe)
        return None
    os.set_blocking(pipe, True)
    return pipe


_listeners: list[Listener] = []
_tellers: list[Teller] = []
_watched: list[bool] = []


def listen() -> None:
    """Listen to the stages of the build that this process leads."""
    if not _listeners:
        _listeners.append(Listener(Screen(sys.stderr)))
        _listeners[0].start()


def say(text: str) -> None:
    """Write a text of the main process, in step with what the stages tell."""
    if _listeners:
        _listeners[0].screen.say(text)
    else:
        sys.stderr.write(text)
        sys.stderr.flush()


def gone(stage: str) -> None:
    """Note that a stage ended without a word."""
    if _listeners:
        _listeners[0].screen.take({"stage": stage, "is": "end"})


def end() -> None:
    """Write what is still to be told; nothing is listened to any more."""
    while _listeners:
        _listeners.pop().end()


@contextlib.contextmanager
def telling(stage: str) -> Iterator[Teller]:
    """Make `progress` tell for a stage, for as long as it runs."""
    teller = Teller(stage)
    _tellers.append(teller)
    teller.tell("start")
    try:
        yield teller
    finally:
        _tellers.remove(teller)
        teller.tell("end")


def progress(done: int, of: int) -> None:
    """Tell how many things of how many are done, if a stage is telling."""
    if _tellers:
        _tellers[-1].tell("at", done=done, of=of)


def counted(things: Iterable[One], of: int) -> Iterator[One]:
    """Yield things, and tell after each how many are done."""
    for number, thing in enumerate(things, start=1):
        yield thing
        progress(number, of)


def watch() -> None:
    """Show on a terminal how far checks are that run in this process."""
    if rewrites(sys.stderr):
        _watched.append(True)


@contextlib.contextmanager
def watched(stage: str) -> Iterator[None]:
    """Show a stage at work, if somebody watches."""
    if not _watched:
        yield
        return
    with telling(stage):
        yield
