"""Hundreds: a table of shares in; the line that does not make up a whole, out.

Answers to a question in per cent add up to a hundred for each group that was asked,
and no row says so. Where all other lines make up a hundred, one that does not is told,
and only if a slip of the keys in one of its shares explains it. What a column calls
weights is of one whole as well, so they are never a little more than a hundred.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.amounts import english_labels
from crossfoot.amounts.like import like
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.labels import kind_of
from crossfoot.numbers.mistyped import is_misprint
from crossfoot.numbers.tables.lines import label_of
from crossfoot.numbers.tables.rounding import FULL
from crossfoot.numbers.tables.sheets import Field, Row, Sheet
from crossfoot.numbers.tables.sums import value_of

FEWEST = 3
"""Shares of a line that make up a whole by no chance."""
LEAST = 2
"""Lines that make up a whole before another is held to it."""
MOST = 30
"""Shares of a line, or lines, from which a table is no table of shares."""

HEAVIEST = Decimal(115)
"""What weights of one whole come to at most, by mistake; others are of several."""
WEIGHTS = re.compile(rf"\b(?:{any_of(english_labels.WEIGHTS)})\b", re.IGNORECASE)
ON_TOP = re.compile(rf"\b(?:{any_of(english_labels.ON_TOP)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whole:
    """A line of shares, and what they add up to."""

    label: str
    cells: tuple[Field, ...]

    @property
    def sum(self) -> Decimal:
        """What its shares add up to, in per cent."""
        return sum(map(value_of, self.cells), Decimal(0))

    @property
    def is_full(self) -> bool:
        """Whether they make up a hundred, each rounded by itself."""
        return abs(self.sum - FULL) * 2 <= self._step * len(self.cells)

    @property
    def is_slip(self) -> bool:
        """Whether one slip in one of them explains that they do not."""
        clear = abs(self.sum - FULL) > self._step * len(self.cells)
        return clear and any(self._may_be_meant(one) for one in self.cells)

    @property
    def _step(self) -> Decimal:
        return max(one.cell.amount.step for one in self.cells if one.cell.amount)

    def _may_be_meant(self, one: Field) -> bool:
        """Say whether a share that makes up the whole differs by a slip."""
        real = value_of(one) + FULL - self.sum
        amount = one.cell.amount
        if amount is None or not 0 <= real <= FULL:
            return False
        return is_misprint(amount.text, like(amount, real))


@dataclass(frozen=True, slots=True)
class Wholes:
    """The lines of one direction that make up wholes, and the one that does not."""

    full: tuple[Whole, ...]
    wrong: tuple[Whole, ...]
    lines: str
    """What the lines are: rows or columns."""


def hundreds(sheet: Sheet) -> Iterator[Wholes]:
    """Yield the directions in which a table's shares make up wholes."""
    width = len(sheet.headings)
    shares = [k for k in range(width) if _is_shares(sheet.rows, k)]
    rows = [row for row in sheet.rows if len(row) == width]
    if len(shares) == 1 and len(rows) == len(sheet.rows):
        yield from _weights(sheet, shares[0])
    if not LEAST < len(shares) <= MOST or not FEWEST <= len(rows) <= MOST:
        return
    names = [sheet.headings[k] for k in shares]
    labels = [label_of(row, shares) for row in rows]
    cells = [[one for k in shares if (one := row[k])] for row in rows]
    across = [Whole(*one) for one in zip(labels, map(tuple, cells), strict=True)]
    down = [Whole(*one) for one in zip(names, zip(*cells, strict=True), strict=True)]
    if _are_parts(labels):
        yield from _wholes(down, "column")
    if _are_parts(names):
        yield from _wholes(across, "row")


def _weights(sheet: Sheet, column: int) -> Iterator[Wholes]:
    """Yield the weights of a column that are a little more than a whole."""
    named = sheet.headings[column]
    labels = [field.text for row in sheet.rows for field in row if field]
    if not WEIGHTS.search(named) or any(map(ON_TOP.search, labels)):
        return
    line = Whole(named, tuple(one for row in sheet.rows if (one := row[column])))
    parts = _are_parts([label_of(row, [column]) for row in sheet.rows])
    if parts and not line.is_full and FULL < line.sum <= HEAVIEST:
        yield Wholes((), (line,), "column")


def _is_shares(rows: Sequence[Row], column: int) -> bool:
    """Say whether a column holds nothing but shares of a hundred."""
    cells = [row[column] if column < len(row) else None for row in rows]
    amounts = [one.cell.amount for one in cells if one and one.cell.kind == "number"]
    return len(amounts) == len(rows) and all(
        one and one.unit == "%" and one.value is not None and 0 <= one.value <= FULL
        for one in amounts
    )


def _are_parts(labels: Sequence[str]) -> bool:
    """Say whether no line of the other direction is a total, or beside the others."""
    return len(labels) >= FEWEST and all(kind_of(one) == "part" for one in labels)


def _wholes(lines: Sequence[Whole], named: str) -> Iterator[Wholes]:
    full = tuple(one for one in lines if one.is_full)
    wrong = tuple(one for one in lines if not one.is_full)
    if len(full) >= LEAST and len(wrong) <= 1 and all(one.is_slip for one in wrong):
        yield Wholes(full, wrong, named)
