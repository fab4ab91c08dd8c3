"""Progress: what stages tell of their work in, lines for people out.

Where a terminal can rewrite a line, one line at its foot says what is being done, and
what is told for good scrolls above it. Elsewhere every line stays, and long work says
from time to time how far it is. Seconds come in as an argument.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossfoot.findings import several

Word = Mapping[str, Any]
"""What a stage tells: `stage`; `is`, one of `start`, `at`, `line`, `text`, `end`; with
`at`, `done` and `of`; with `text` and `line`, which is the last of a stage, `text`."""

ERASE = "\r\x1b[K"
"""Goes to the start of the line and takes it away (ECMA-48: CR, EL)."""

SURE = 3.0
"""Seconds after which the time that is left is estimated."""

APART = 10.0
"""Seconds between two lines on the same work where no line is rewritten."""


@dataclass(slots=True)
class Work:
    """A stage that is at work."""

    stage: str
    began: float
    told: float
    """When it was told of last."""
    done: int = 0
    of: int = 0
    """0: it does not count."""


class Board:
    """All stages at work, and the line at the foot of the terminal."""

    def __init__(self, width: int = 80, *, live: bool = False) -> None:
        """Start with nothing at work; `live` means that lines can be rewritten."""
        self.width = width
        self.live = live
        self.works: dict[str, Work] = {}
        self.foot = ""

    def take(self, word: Word, now: float) -> str:
        """Return what to write after a stage told something."""
        name, what = word["stage"], word["is"]
        out = ""
        if what == "start":
            self.works[name] = Work(name, now, now)
        elif what == "at" and name in self.works:
            work = self.works[name]
            work.done, work.of = word["done"], word["of"]
        elif what == "line":
            out = f"{name:<9} {word['text']}\n"
            self.works.pop(name, None)
        elif what == "text":
            out = str(word["text"])
        elif what == "end":
            self.works.pop(name, None)
        return self.say(out + self._plainly(now), now)

    def say(self, text: str, now: float) -> str:
        """Return what to write so that a text stands above the line at the foot."""
        before, self.foot = self.foot, self._foot(now)
        if not text and before == self.foot:
            return ""
        return (ERASE if before else "") + text + self.foot

    def end(self) -> str:
        """Return what to write when the work is over."""
        self.works = {}
        return self.say("", 0)

    def _plainly(self, now: float) -> str:
        """Return lines on long work, where no line is rewritten."""
        if self.live:
            return ""
        due = [one for one in self.works.values() if now - one.told >= APART]
        for one in due:
            one.told = now
        return "".join(f"{one.stage:<9} {state(one, now)}\n" for one in due)

    def _foot(self, now: float) -> str:
        if not self.live or not self.works:
            return ""
        parts = [f"{w.stage} {state(w, now)}".strip() for w in self.works.values()]
        line = "; ".join(parts)
        room = max(self.width - 1, 20)
        return line if len(line) <= room else line[: room - 1] + "…"


def state(work: Work, now: float) -> str:
    """Return how far a stage is: `7 of 24, about 12 s left`."""
    spent = now - work.began
    if work.of > 1:
        left = spent * (work.of - work.done) / work.done if work.done else 0
        more = f", about {lasting(left)} left" if left >= 1 and spent >= SURE else ""
        return f"{work.done} of {work.of}{more}"
    return f"at work for {lasting(spent)}" if spent >= SURE else ""


def lasting(seconds: float) -> str:
    """Return a time as people say it: `12 s`, `3 min`, `2 hours`."""
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} min"
    return several(round(seconds / 3600), "hour")
