"""Positions as editors count them: line and code units in, offsets out, and back.

An editor counts lines and columns from 0, and columns in code units of UTF-8, UTF-16
or UTF-32, as it and the server agreed. Its lines end with a line feed, a carriage
return, or both, where Crossfoot's end with a line feed alone.
Source: Language Server Protocol 3.17, Text Documents and Position.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from crossfoot.places import Place, Span, Text

Position = tuple[int, int]
"""Line and column, both from 0, the column in code units."""

BREAK = re.compile(r"\r\n|\n|\r")
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
"""Bytes of a code unit of each encoding."""
CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


def units(text: str, encoding: str) -> int:
    """Return how many code units a text has."""
    if text.isascii() or encoding == "utf-32":
        return len(text)
    # Half of a surrogate pair may reach us from a buffer; it counts as it is stored.
    return len(text.encode(CODECS[encoding], "surrogatepass")) // WIDTHS[encoding]


@dataclass(frozen=True)
class Buffer:
    """A text as an editor sees it."""

    text: str
    encoding: str = "utf-16"
    """`utf-8`, `utf-16` or `utf-32`."""

    @cached_property
    def starts(self) -> list[int]:
        """Offsets at which the editor's lines start; never empty."""
        return [0, *(found.end() for found in BREAK.finditer(self.text))]

    def offset(self, at: Position) -> int:
        """Return the offset of a position; one past an end stands at that end."""
        line, column = at
        if line >= len(self.starts):
            return len(self.text)
        start = self.starts[line]
        found = BREAK.search(self.text, start)
        end = found.start() if found else len(self.text)
        row = self.text[start:end]
        if row.isascii() or self.encoding == "utf-32":
            return start + min(column, len(row))
        seen = 0
        for index, character in enumerate(row):
            seen += units(character, self.encoding)
            if seen > column:
                return start + index
        return end

    def position(self, offset: int) -> Position:
        """Return the position of an offset, which may not be below 0."""
        line = bisect_right(self.starts, offset) - 1
        return line, units(self.text[self.starts[line] : offset], self.encoding)

    def range(self, span: Span) -> tuple[Position, Position]:
        """Return the positions of a span's ends."""
        return self.position(span[0]), self.position(max(span))

    def span(self, start: Position, end: Position) -> Span:
        """Return the span between two positions."""
        return self.offset(start), self.offset(end)


def span_of(text: Text, place: Place) -> Span:
    """Return the span of a place, cut off where the text has become shorter."""
    return _offset(text, place.line, place.column), max(
        _offset(text, place.line, place.column),
        _offset(text, place.end_line, place.end_column),
    )


def _offset(text: Text, line: int, column: int) -> int:
    if line > len(text.starts):
        return len(text.text)
    end = text.starts[line] - 1 if line < len(text.starts) else len(text.text)
    return min(text.starts[line - 1] + column - 1, end)
