"""Marks in a text that is still being written, and the places where they end up.

A mark is a pair of private characters around a stretch. It survives whatever is done
to the text (wrapping, insertion of other blocks); `settle` takes all of them out.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

OPEN = 0xF0000
CLOSE = 0x100000
LAST = 0xFFFD
"""Highest number of a mark."""

Span = tuple[int, int]
"""Start and end in characters; the end is exclusive."""


class Place(NamedTuple):
    """A stretch of a file as the contract of `repeats.json` gives it, and its text."""

    file: str
    start: int
    """First line, from 1."""
    end: int
    """Last line, inclusive."""
    column: int
    end_column: int
    """Exclusive."""
    text: str


def marked(number: int, text: str) -> str:
    """Return a text between the marks of a number."""
    return chr(OPEN + number) + text + chr(CLOSE + number)


def bare(text: str) -> str:
    """Return a text without its marks."""
    return "".join(one for one in text if ord(one) < OPEN)


def settle(text: str) -> tuple[str, dict[int, Span]]:
    """Take the marks out of a text; return where each one's stretch stands."""
    plain: list[str] = []
    starts: dict[int, int] = {}
    spans: dict[int, Span] = {}
    for one in text:
        code = ord(one)
        if code < OPEN:
            plain.append(one)
        elif code < CLOSE:
            starts[code - OPEN] = len(plain)
        else:
            spans[code - CLOSE] = starts[code - CLOSE], len(plain)
    return "".join(plain), spans


@dataclass(frozen=True, slots=True)
class Lines:
    """A file's text with its lines indexed."""

    file: str
    text: str
    starts: tuple[int, ...]
    """Offset of each line."""

    @classmethod
    def of(cls, file: str, text: str) -> "Lines":
        """Index a text."""
        ends = [at + 1 for at, one in enumerate(text) if one == "\n"]
        return cls(file, text, (0, *ends))

    def place(self, span: Span) -> Place:
        """Return the place of a span."""
        (start, column), (end, last) = self._point(span[0]), self._point(span[1])
        return Place(self.file, start, end, column, last, self.text[slice(*span)])

    def _point(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1

    def span(self, start: int, end: int, column: int, end_column: int) -> Span:
        """Return the characters of a place; the inverse of `place`."""
        first, last = self.starts[start - 1], self.starts[end - 1]
        return first + column - 1, last + end_column - 1
