"""Tables: two texts of a CSV file in, the rows and cells that differ out.

Rows are the same row where their keys agree; without a declared key, where they stand
in the same order and are alike.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import LCSseq

ALIKE = 0.5
"""Share of cells that two rows of one place have in common when they are the same."""


MANY = 20_000
"""Rows that differ up to which their order is looked at."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that was put in or taken out, or a cell of one that was changed."""

    table: str
    what: Literal["inserted", "deleted", "changed"]
    row: str
    """What the row is known by."""
    column: str
    """Empty for a whole row."""
    old: str
    new: str
    old_line: int
    """Lines of the two files; 0 where there is none."""
    new_line: int


class Row(NamedTuple):
    """A record and the line it starts on."""

    line: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """A table as it is compared."""

    head: tuple[str, ...]
    rows: list[Row]


def read(text: str) -> Sheet:
    """Return a CSV text as rows of cells."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    rows, line = list[Row](), 1
    for cells in reader:
        if cells:
            rows.append(Row(line, tuple(cells)))
        line = reader.line_num + 1
    head = rows[0].cells if rows else ()
    return Sheet(head, rows[1:])


@dataclass(frozen=True, slots=True)
class Pair:
    """A table before and after."""

    name: str
    old: Sheet
    new: Sheet
    key: Sequence[str]

    def changes(self) -> Iterator[RowChange]:
        """Yield what differs."""
        for a, b in _pairs(self.old, self.new, self.key):
            if a and b:
                yield from self._cells(a, b)
            elif a:
                known = self._known(self.old, a)
                said = ", ".join(a.cells)
                yield RowChange(self.name, "deleted", known, "", said, "", a.line, 0)
            elif b:
                known = self._known(self.new, b)
                said = ", ".join(b.cells)
                yield RowChange(self.name, "inserted", known, "", "", said, 0, b.line)

    def _cells(self, a: Row, b: Row) -> Iterator[RowChange]:
        before, after = _cells(self.old.head, a), _cells(self.new.head, b)
        known = self._known(self.new, b)
        for column in [*after, *(one for one in before if one not in after)]:
            x, y = before.get(column, ""), after.get(column, "")
            if x != y:
                lines = (a.line, b.line)
                yield RowChange(self.name, "changed", known, column, x, y, *lines)

    def _known(self, side: Sheet, row: Row) -> str:
        cells = _cells(side.head, row)
        named = [cells[one] for one in self.key if one in cells]
        return ", ".join(named or row.cells[:1])


def changed(
    name: str, old: str | None, new: str | None, key: Sequence[str] = ()
) -> list[RowChange]:
    """Return the differences of a table; None stands for one that is not there."""
    return list(Pair(name, read(old or ""), read(new or ""), key).changes())


def _pairs(
    ours: Sheet, theirs: Sheet, key: Sequence[str]
) -> Iterator[tuple[Row | None, Row | None]]:
    a, b = _keyed(ours, key), _keyed(theirs, key)
    if key and a is not None and b is not None:
        yield from ((row, b.get(name)) for name, row in a.items())
        yield from ((None, row) for name, row in b.items() if name not in a)
        return
    yield from _in_order(ours.rows, theirs.rows)


def _keyed(side: Sheet, key: Sequence[str]) -> dict[tuple[str, ...], Row] | None:
    """Return rows by their keys, or None where these do not tell them apart."""
    if not set(key) <= set(side.head):
        return None
    at = [side.head.index(one) for one in key]
    if any(len(row.cells) <= max(at, default=0) for row in side.rows):
        return None
    found = {tuple(row.cells[i] for i in at): row for row in side.rows}
    return found if len(found) == len(side.rows) else None


def _in_order(
    a: Sequence[Row], b: Sequence[Row]
) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the pairs of rows that stand in one place and are not equal."""
    start, end = _shared(a, b)
    ours, theirs = a[start : len(a) - end], b[start : len(b) - end]
    if min(len(ours), len(theirs)) > MANY:
        yield from _unordered(ours, theirs)
        return
    numbers: dict[tuple[str, ...], int] = {}
    x, y = (
        [numbers.setdefault(row.cells, len(numbers)) for row in side]
        for side in (ours, theirs)
    )
    i = k = 0
    for block in LCSseq.editops(x, y).as_matching_blocks():
        yield from _alike(ours[i : block.a], theirs[k : block.b])
        i, k = block.a + block.size, block.b + block.size


def _shared(a: Sequence[Row], b: Sequence[Row]) -> tuple[int, int]:
    """Return how many rows are equal at the start and at the end."""
    least, start, end = min(len(a), len(b)), 0, 0
    while start < least and a[start].cells == b[start].cells:
        start += 1
    while end < least - start and a[-1 - end].cells == b[-1 - end].cells:
        end += 1
    return start, end


def _unordered(
    a: Sequence[Row], b: Sequence[Row]
) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the rows that only one side has: in long tables order is not looked at."""
    counts = Counter(row.cells for row in b)
    for row in a:
        if counts[row.cells]:
            counts[row.cells] -= 1
        else:
            yield row, None
    for row in reversed(b):
        if counts[row.cells]:
            counts[row.cells] -= 1
            yield None, row


def _alike(
    a: Sequence[Row], b: Sequence[Row]
) -> Iterator[tuple[Row | None, Row | None]]:
    at = 0
    for row in a:
        found = next((n for n in range(at, len(b)) if _same(row, b[n])), None)
        if found is None:
            yield row, None
            continue
        yield from ((None, b[n]) for n in range(at, found))
        yield row, b[found]
        at = found + 1
    yield from ((None, row) for row in b[at:])


def _same(a: Row, b: Row) -> bool:
    equal = sum(x == y for x, y in zip(a.cells, b.cells, strict=False))
    return equal >= ALIKE * max(len(a.cells), len(b.cells)) or a.cells[0] == b.cells[0]


def _cells(head: Sequence[str], row: Row) -> Mapping[str, str]:
    names = [*head, *(f"column {n + 1}" for n in range(len(head), len(row.cells)))]
    return dict(zip(names, row.cells, strict=False))
