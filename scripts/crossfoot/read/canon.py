"""What pandoc sees of a text: carriage returns dropped, tabs as spaces, places kept."""

import re
from bisect import bisect_right
from dataclasses import dataclass

TAB = 4
"""Pandoc's tab stop."""


@dataclass(frozen=True)
class Canon:
    """A text as pandoc reads it, and the way back."""

    text: str
    starts: list[int]
    """Offsets in `text` at which a stretch starts; empty when nothing changed."""
    origins: list[int]
    """Where those stretches start in the original."""
    widths: list[int]
    """How many original characters a stretch has; a tab's is 1, whatever it became."""

    def start(self, offset: int) -> int:
        """Return the original offset of a character."""
        if not self.starts:
            return offset
        at = bisect_right(self.starts, offset) - 1
        return self.origins[at] + min(offset - self.starts[at], self.widths[at])

    def end(self, offset: int) -> int:
        """Return the original offset after the character before `offset`."""
        return self.start(offset - 1) + 1 if self.starts and offset else offset


def canon(text: str) -> Canon:
    """Return a text as pandoc reads it."""
    if "\r" not in text and "\t" not in text:
        return Canon(text, [], [], [])
    parts: list[str] = []
    starts, origins, widths = [], [], []
    at = column = 0
    for found in re.finditer(r"\t|\r+|\n|[^\t\r\n]+", text):
        piece = found.group()
        if piece[0] == "\r":
            continue
        shown = " " * (TAB - column % TAB) if piece == "\t" else piece
        column = 0 if piece == "\n" else column + len(shown)
        starts.append(at)
        origins.append(found.start())
        widths.append(len(piece))
        parts.append(shown)
        at += len(shown)
    return Canon("".join(parts), starts, origins, widths)
