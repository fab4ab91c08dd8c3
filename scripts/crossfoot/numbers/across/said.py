"""Said: what stands around each number of a chapter, for checks on a whole report.

Passages and their entries go in; one `Said` a quantity or reference comes out, as plain
values that the item cache keeps.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crossfoot.chapters import Chapter
from crossfoot.numbers.ledger import Entry
from crossfoot.numbers.linear import HOLE, Passage
from crossfoot.numbers.passages import Grid
from crossfoot.places import Span

ENDS = re.compile(r"[.!?][)”’\"']*\s+(?=[A-Z0-9£$€“‘(\[])|\n")
"""Where a sentence ends; a full stop in `v. 4` ends none."""
KINDS = ("quantity", "reference")
REACH = 240
"""Characters of a sentence that are looked at on each side of a number."""
RULE = re.compile(r"[\s>]*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*")
"""The line between head and body of a pipe table."""


class Said(NamedTuple):
    """What stands around one number."""

    file: str
    line: int
    column: int
    before: str
    """Its sentence up to it; a bound number in it is as it is shown."""
    after: str
    """Its sentence after it."""
    labels: str
    """Of a cell: the heading of its column, its row's label and the caption."""
    label: str
    """Of a cell in a table of two columns: its row's label."""
    heading: str
    """The chapter's title and the heading above it."""
    sentence: Sequence[int]
    """The passage of the chapter, and the sentence of it, that it stands in."""
    step: str
    figure: str
    """Of its last digit and its last significant figure."""
    fits: bool
    """Whether brackets can be put around it without harm."""
    cell: Sequence[str] = ()
    """Of a cell: its row's label, the heading of its column, and the caption."""
    table: int = 0
    """Of a cell: the number of its table in the chapter, from 1."""


def said(
    chapter: Chapter,
    passages: Sequence[Passage],
    grids: Iterable[Grid],
    found: Sequence[Sequence[Entry]],
) -> list[Said]:
    """Return what stands around the quantities `found` in each passage."""
    cells, ruled = dict(_cells(grids)), Ruled(chapter.source)
    none: Labels = ("", "", (), 0)
    out, title, heading = [], "", ""
    for block, (passage, entries) in enumerate(zip(passages, found, strict=True)):
        if passage.where == "heading":
            heading = " ".join(passage.text.split())
            title = title or heading
        under = heading if heading == title else f"{title} / {heading}"
        labels, label, cell, table = cells.get(id(passage), none)
        kept = [one for one in entries if one.amount.kind in KINDS and one.span]
        stops = [0, *(stop.end() for stop in ENDS.finditer(passage.text))]
        for entry in kept:
            number = bisect_right(stops, entry.at[0])
            low, high = stops[number - 1], (*stops, len(passage.text))[number]
            out.append(
                Said(
                    entry.place.file,
                    entry.place.line,
                    entry.place.column,
                    *_around(passage.text, entry.at, low, high),
                    labels,
                    label,
                    under,
                    (block, number),
                    str(entry.amount.step),
                    str(entry.amount.figure),
                    _fits(ruled, passage, entry),
                    cell,
                    table,
                )
            )
    return out


def _around(text: str, at: Span, low: int, high: int) -> tuple[str, str]:
    """Return what stands before and after a number in its sentence."""
    before = text[max(low, at[0] - REACH) : at[0]]
    after = text[at[1] : min(high, at[1] + REACH)]
    return " ".join(before.split()), " ".join(after.split())


Labels = tuple[str, str, tuple[str, ...], int]
"""What a `Said` has of a cell: `labels`, `label`, `cell` and `table`."""


def _cells(grids: Iterable[Grid]) -> Iterable[tuple[int, Labels]]:
    for table, grid in enumerate(grids, 1):
        for row in grid.body:
            first = row[0].text if row and row[0] else ""
            for at, cell in enumerate(row):
                if cell is None:
                    continue
                names = grid.headings[at : at + 1]
                own = first if at else ""
                labels = " ".join((*names, own, grid.caption))
                label = own if len(row) == 2 else ""
                told = (own, "".join(names), grid.caption)
                yield id(cell), (labels, label, told, table)


class Ruled:
    """Tells whether the rule below a grid's head stands above a place.

    Places are asked for from top to bottom, and each line is looked at once: to read
    all that stands above anew for each number took the square of a table's length.
    """

    def __init__(self, source: str) -> None:
        """Take the chapter's text."""
        self.source = source
        self.seen = 0
        """The first line that was not looked at."""
        self.found = False
        """Whether a rule stands between the last empty line and that one."""

    def above(self, at: int) -> bool:
        """Say whether a rule stands between the last empty line and a place."""
        low = self.seen - 1 if 0 < self.seen <= at else 0
        empty = self.source.rfind("\n\n", low, at)
        if empty >= 0 or not low:
            self.seen, self.found = empty + 1, False
        line = self.source.rfind("\n", self.seen, at)
        if line >= 0:
            lines = self.source[self.seen : line].split("\n")
            self.found = self.found or any(map(RULE.fullmatch, lines))
            self.seen = line + 1
        begun = self.source[self.seen : at]
        return self.found or RULE.fullmatch(begun) is not None


def _fits(ruled: Ruled, passage: Passage, entry: Entry) -> bool:
    """Say whether a number can be put in brackets: it is whole, and no grid breaks."""
    if entry.text != entry.amount.text or HOLE in entry.amount.text:
        return False
    at = entry.span[0] if entry.span else 0
    # A bracket begins a list in YAML, and after a backslash it is a bracket.
    if (passage.bare and not entry.at[0]) or passage.source[at - 1 : at] == "\\":
        return False
    return passage.where != "cell" or ruled.above(at)
