"""Cells: the lines of a table, and walks through text that stands in pieces."""

from bisect import bisect_right
from typing import Any
from unicodedata import category, east_asian_width

from crossfoot.nodes import Node
from crossfoot.read.sequence import blocks
from crossfoot.read.walk import Walk

Piece = tuple[int, str]
"""A stretch of one line: where it starts, and its characters."""

Row = list[list[Node]]
"""For each cell of a row, its blocks."""


class Lines:
    """The lines of a text from one offset on, read as they are asked for.

    What stands before the table on a line is shown as spaces, so that columns keep.
    """

    def __init__(self, text: str, p: int, depth: int) -> None:
        self.text = text
        self.depth = depth
        start = text.rfind("\n", 0, p) + 1
        end = self._end(start)
        self.read: list[Piece] = [(start, " " * (p - start) + text[p:end])]
        self.next = end + 1

    def _end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end

    def __getitem__(self, index: int) -> Piece:
        """Return the index-th line; behind the last one, an empty one."""
        while len(self.read) <= index:
            if self.next > len(self.text):
                return len(self.text), ""
            end = self._end(self.next)
            line = self.text[self.next : end]
            for _ in range(self.depth):
                if line.lstrip(" ").startswith(">"):
                    line = line.replace(">", " ", 1)
            self.read.append((self.next, line))
            self.next = end + 1
        return self.read[index]

    def end(self, index: int) -> int:
        """Return where the index-th line ends, white space at its end left out."""
        start, line = self[index]
        return start + len(line.rstrip(" "))


def rows(node: Node) -> tuple[list[Row], list[Row]]:
    """Return the cells of a table's head, and of its bodies and foot."""
    _, _, _, head, bodies, foot = node["c"]
    parts = [row for _, _, top, rest in bodies for row in [*top, *rest]]
    return _cells(head[1]), _cells(parts + foot[1])


def _cells(found: list[Any]) -> list[Row]:
    return [[one[4] for one in row[1]] for row in found]


def cell(w: Walk, held: list[Node], pieces: list[Piece]) -> None:
    """Match the blocks of a cell whose lines are the pieces.

    What stands on one line is placed; what runs over several lines of a column has
    other columns between, so only its parts are.
    """
    if held:
        pieces = [(start, text.rstrip(" ")) for start, text in pieces]
        sub = inside(w, "\n".join(text for _, text in pieces))
        blocks(sub, held, 0, 0)
        hand_back(w, sub, pieces)


def inside(w: Walk, text: str) -> Walk:
    """Return a walk through a text that was cut out of another's."""
    sub = Walk(text, w.handlers, w.notes, w.top or w)
    sub.level, sub.macros, sub.budget = w.level, w.macros, 200
    return sub


def hand_back(w: Walk, sub: Walk, pieces: list[Piece]) -> None:
    """Give the places that a walk through pieces found to the walk of the whole."""
    starts = [0]
    for _, text in pieces:
        starts.append(starts[-1] + len(text) + 1)
    for node, begin, end in sub.found:
        at = bisect_right(starts, begin) - 1
        if end < starts[at + 1]:
            shift = pieces[at][0] - starts[at]
            w.put(node, begin + shift, end + shift)
        else:
            w.broken.add(id(node))
    w.broken |= sub.broken
    w.missed = w.missed or sub.missed


def columns(line: str, bounds: list[int]) -> list[int]:
    """Return the offsets in a line of columns on the page.

    Wide characters take two columns and combining ones none, as pandoc counts them.
    """
    if line.isascii():
        return [min(bound, len(line)) for bound in bounds]
    out, width, at = [], 0, 0
    for bound in bounds:
        while at < len(line) and (width < bound or not _width(line[at])):
            width += _width(line[at])
            at += 1
        out.append(at)
    return out


def _width(char: str) -> int:
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1
