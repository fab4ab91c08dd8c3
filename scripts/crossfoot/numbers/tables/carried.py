"""Carried columns: a sheet's columns in; those that go on from row to row, out.

A bank statement, a register of cases or of stock says for each day or month what came,
what went, and what there is then: the row above and both of them. Where other rows show
it, one that does not go on so is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from crossfoot.amounts import english_accounts
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.formulas import Reach
from crossfoot.numbers.tables.columns import Columns
from crossfoot.numbers.tables.relations import (
    Checked,
    Relation,
    broken_of,
    made,
    settled,
)
from crossfoot.numbers.tables.sheets import Field, Row
from crossfoot.numbers.tables.sums import value_of

CARRIED = re.compile(
    rf"(?<!\w)(?:{any_of(english_accounts.CARRIED)})(?!\w)", re.IGNORECASE
)
FEW = 2
"""Steps from row to row that show what a column goes on by."""
MOST_COLUMNS = 8
NOTHING: Reach = (Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Way:
    """The columns by which another may go on from row to row."""

    target: int
    came: int
    went: int | None
    down: bool
    """The latest row comes last."""

    def said(self, names: Sequence[str]) -> str:
        """Return what makes a row, in words."""
        beside = "above" if self.down else "below"
        less = f" - {names[self.went]}" if self.went is not None else ""
        return f"the row {beside} + {names[self.came]}{less}"


def carried(columns: Columns) -> Iterator[Relation]:
    """Yield each column that goes on from row to row, but for one row or two."""
    for target in columns.numeric[:MOST_COLUMNS]:
        if not CARRIED.search(columns.names[target]):
            continue
        fared = [(one, _fares(columns, one)) for one in _ways(columns, target)]
        found = [(one, fares) for one, fares in fared if _shows(fares)]
        if found:
            way, fares = min(found, key=lambda one: broken_of(one[1]))
            yield made(columns.names[target], way.said(columns.names), settled(fares))


def _ways(columns: Columns, target: int) -> Iterator[Way]:
    """Yield by which columns another may go on, in its own unit."""
    unit = columns.unit(target)
    others = [
        k
        for k in columns.numeric[:MOST_COLUMNS]
        if k != target and columns.unit(k) == unit
    ]
    for down in (True, False):
        for came in others:
            yield from (
                Way(target, came, went, down) for went in others if went != came
            )
            yield Way(target, came, None, down)


def _fares(columns: Columns, way: Way) -> list[Checked]:
    """Return how each row fares against the one before it."""
    rows = columns.parts if way.down else columns.parts[::-1]
    if not columns.work.may(3 * len(rows)):
        return []
    out = []
    for before, row in pairwise(rows):
        one = _checked(columns, way, before, row)
        out += [one] if one else []
    return out


def _checked(columns: Columns, way: Way, before: Row, row: Row) -> Checked | None:
    """Return how a row fares, or None where a number is missing or nothing moved."""
    cell, old = columns.cell(row, way.target), columns.cell(before, way.target)
    here, last = columns.reach(cell), columns.reach(old)
    came = _moved(columns, columns.cell(row, way.came))
    went = NOTHING if way.went is None else _moved(columns, columns.cell(row, way.went))
    amount = cell.cell.amount if cell else None
    if cell is None or not (here and last and came and went and amount):
        return None
    low, high = last[0] + came[0] - went[1], last[1] + came[1] - went[0]
    half = amount.step / 2 if low != high else Decimal(0)
    follows = here[0] - half <= high and low <= here[1] + half
    # Where nothing came or went, the row says nothing of what makes it.
    moved = Decimal(1) if came != NOTHING or went != NOTHING else Decimal(0)
    return Checked(cell, follows, moved, (low + high) / 2)


def _moved(columns: Columns, cell: Field | None) -> Reach | None:
    """Return what a cell says that came or went; a blank is nothing."""
    if cell is None or not cell.text or cell.cell.kind == "blank":
        return NOTHING
    return columns.reach(cell)


def _shows(fares: Sequence[Checked]) -> bool:
    """Say whether enough rows go on so, and one number explains those that do not.

    A wrong number breaks its own row and the one after it, by the same and back.
    """
    clear = sum(one.follows and one.steps > 0 for one in fares)
    wrong = [at for at, one in enumerate(fares) if not one.follows]
    if not wrong:
        return clear >= FEW
    if len(wrong) == FEW and wrong[1] == wrong[0] + 1:
        return clear >= 1 and _is_one(*(fares[at] for at in wrong))
    return len(wrong) == 1 and clear > FEW


def _is_one(one: Checked, after: Checked) -> bool:
    """Say whether two rows that follow each other are off by the same and back."""
    off = value_of(one.cell) - one.should
    return value_of(after.cell) - after.should == -off
