"""What sums leave out: a sheet's verdicts in; those that it makes whole left out.

A row or a column may have a name that says that it is no part, and be one; and a total
may be that of two columns. Where what a sum leaves out is exactly the difference, no
slip of the keys is needed to explain it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from crossfoot.amounts.model import ONE, is_integral
from crossfoot.numbers.labels import is_bare
from crossfoot.numbers.tables.rough import step_of
from crossfoot.numbers.tables.sheets import Field, Row, Sheet, of_text
from crossfoot.numbers.tables.sums import Verdict, value_of
from crossfoot.places import Place

EACH = re.compile(r"\beach\b")
"""What says in the label of a row that it stands for several."""
SCORE = re.compile(r"\W*[0-9]+/[0-9]+\W*")
FEWEST = 3
"""Rows of which another column is the difference by no chance."""
STAND_INS = (100, 1000, 10_000)
"""Round numbers that are printed for numbers that are withheld."""
SEVERAL = 2
"""Cells of one round number from which it stands for others."""
MOST = 12
"""Totals below a total that are tried as its parts."""
CLOSE = 2
"""Steps that a total of decimals may be off such rows."""
FEW = 10
"""Steps of a number from which it is no chance that a column lacks just that."""
LARGE = 1000
"""A number that some of the rows come to by no chance."""

Key = tuple[str, frozenset[int]]
"""The label of a total, and the lines that it is the sum of."""
Cells = Mapping[Place, tuple[int, int]]
"""The row and the column in which a cell stands."""


def accounted(sheet: Sheet, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return the verdicts without failures that what is left out explains."""
    cells = {
        one.place: (row, at)
        for row, line in enumerate(sheet.rows)
        for at, one in enumerate(line)
        if one
    }
    filled = _filled(cells, verdicts)
    gone = [
        one
        for one in verdicts
        if not one.foots
        and one.parts
        and (
            _is_whole(sheet.rows, cells, one)
            or _is_headed(sheet, cells, one)
            or _is_filled(cells, one, filled.get((one.label, one.lines), frozenset()))
        )
    ]
    return [one for one in verdicts if not any(one is each for each in gone)]


def _filled(cells: Cells, verdicts: Sequence[Verdict]) -> dict[Key, frozenset[int]]:
    """Return the columns that some rows which add up have anything in, by their total.

    Few rows that add up show nothing.
    """
    out: dict[Key, list[frozenset[int]]] = {}
    for one in verdicts:
        if one.foots and _is_across(cells, one):
            held = [cells[part.place][1] for part in one.parts if value_of(part)]
            out.setdefault((one.label, one.lines), []).append(frozenset(held))
    few = {key for key, held in out.items() if len(held) < FEWEST}
    return {key: frozenset().union(*out[key]) for key in out.keys() - few}


def _is_filled(cells: Cells, one: Verdict, known: frozenset[int]) -> bool:
    """Say whether a row foots by the columns that other rows have anything in.

    What is empty in every row that adds up may be no part of their total.
    """
    parts = [value_of(part) for part in one.parts if cells[part.place][1] in known]
    whole = len(parts) > 1 and sum(parts) == value_of(one.total)
    return whole and _is_across(cells, one)


def _is_headed(sheet: Sheet, cells: Cells, one: Verdict) -> bool:
    """Say whether a number that stands as the heading of a column is the difference.

    Tables that have no headings are written with their first row as such.
    """
    at = cells[one.total.place][1]
    found = of_text(sheet.headings[at]) if at < len(sheet.headings) else None
    said = found.amount.value if found and found.amount else None
    return said == value_of(one.total) - one.sum and not _is_across(cells, one)


def _is_whole(rows: Sequence[Row], cells: Cells, one: Verdict) -> bool:
    """Say whether a cell, or another column of the same rows, is the difference."""
    off = value_of(one.total) - one.sum
    both = abs(off) >= LARGE and off in _beside(rows, cells, one)
    several = any(EACH.search(label) for _, label in one.terms)
    if both or several or _is_score(one) or off in _between(rows, cells, one):
        return True
    if any(_is_rest(one, off - real) for real in _blank(rows, cells, one)):
        return True
    if _is_withheld(rows, one) or _is_of_full(rows, cells, one):
        return True
    if _is_of_first(cells, one):
        return True
    said = value_of(one.total)
    return abs(said) >= LARGE and said in _below(rows, cells, one)


def _below(rows: Sequence[Row], cells: Cells, one: Verdict) -> Iterator[Decimal]:
    """Yield what two, three and more totals right below a total come to."""
    row, at = cells[one.total.place]
    real = Decimal(0)
    for k in range(row + 1, min(len(rows), row + 1 + MOST)):
        cell = _cell(rows, k, at)
        named = any(each and is_bare(each.text) for each in rows[k])
        if _is_across(cells, one) or not named or not cell:
            return
        real += value_of(cell)
        if k > row + 1:
            yield real


def _is_withheld(rows: Sequence[Row], one: Verdict) -> bool:
    """Say whether parts are round numbers that stand for what nobody may see.

    They say the same in several cells, and the total holds less of them, or nothing,
    where the numbers beside them are exact.
    """
    values, total = [value_of(part) for part in one.parts], one.total
    over = one.sum - value_of(total)
    if total.cell.amount is None or total.cell.amount.unit == "%":
        return False
    for round_ in STAND_INS:
        held = values.count(Decimal(round_))
        every = (cell for row in rows for cell in row if cell and _is_like(cell, total))
        alike = sum(value_of(cell) == round_ for cell in every)
        exact = sum(bool(value % STAND_INS[0]) for value in values)
        if held and exact and alike >= SEVERAL and 0 < over <= held * round_:
            return exact * 2 >= len(values) - held
    return False


def _is_of_full(rows: Sequence[Row], cells: Cells, one: Verdict) -> bool:
    """Say whether the rows that fill another column, as the total does, make it.

    Budgets give a share beside each function, and none beside what it is made of.
    """
    row, at = cells[one.total.place]
    if _is_across(cells, one) or abs(value_of(one.total)) < LARGE:
        return False
    for k in range(len(rows[row])):
        full = [part for part in one.parts if _is_filled_in(rows, cells, part, k)]
        some = FEWEST <= len(full) < len(one.parts)
        if k == at or not some or not _is_filled_in(rows, cells, one.total, k):
            continue
        left = abs(value_of(one.total) - sum(map(value_of, full)))
        step = step_of((one.total, *full))
        # Cents are exact as a rule, so that rounding is allowed but a little.
        if left <= (CLOSE * step if step < 1 else 0):
            return True
    return False


def _is_filled_in(rows: Sequence[Row], cells: Cells, cell: Field, at: int) -> bool:
    other = _cell(rows, cells[cell.place][0], at)
    return other is not None and other.cell.kind == "number"


def _is_score(one: Verdict) -> bool:
    """Say whether numbers such as `11/16` are scores, and some of them were divided."""
    cells = (one.total, *one.parts)
    scores = all(SCORE.fullmatch(cell.text) for cell in cells)
    return scores and not all(is_integral(value_of(cell)) for cell in cells)


def _is_of_first(cells: Cells, one: Verdict) -> bool:
    """Say whether the first rows below a total make it, which others break down."""
    above = all(cells[one.total.place] < cells[part.place] for part in one.parts)
    sums = list(accumulate(map(value_of, one.parts)))[1:-1]
    return above and abs(value_of(one.total)) >= LARGE and value_of(one.total) in sums


def _between(rows: Sequence[Row], cells: Cells, one: Verdict) -> Iterator[Decimal]:
    """Yield what stands between the parts and the total, and is in neither."""
    row, at = cells[one.total.place]
    held = {cells[part.place] for part in one.parts}
    if _is_across(cells, one):
        first = min(column for _, column in held)
        places = [(row, k) for k in range(first + 1, at)]
    else:
        places = [(k, at) for k in range(min(k for k, _ in held) + 1, row)]
    left = (_cell(rows, *place) for place in places if place not in held)
    yield from (value_of(cell) for cell in left if cell and _is_like(cell, one.total))


def _blank(rows: Sequence[Row], cells: Cells, one: Verdict) -> Iterator[Decimal]:
    """Yield what rows among the parts say that have nothing in the total's column.

    First each number, then all of them together; a number of one figure is chance.
    """
    row, at = cells[one.total.place]
    held = {cells[part.place][0] for part in one.parts}
    if _is_across(cells, one):
        return
    every: list[Decimal] = []
    for k in range(min(*held, row) + 1, max(*held, row)):
        here = _cell(rows, k, at)
        if k in held or (here and here.text):
            continue
        said = [cell for cell in rows[k] if cell and _is_like(cell, one.total)]
        every += map(value_of, said)
    amounts = [cell.cell.amount for cell in (one.total, *one.parts)]
    least = FEW * min((amount.step for amount in amounts if amount), default=ONE)
    whole = sum(every, Decimal(0))
    yield from (value for value in (*every, whole) if abs(value) >= least)


def _is_rest(one: Verdict, left: Decimal) -> bool:
    """Say whether rounding explains what is left of a difference."""
    step = step_of((one.total, *one.parts))
    reach = step * (len(one.parts) + 1) / 2 if step < 1 else Decimal(0)
    return abs(left) <= reach


def _beside(rows: Sequence[Row], cells: Cells, one: Verdict) -> Iterator[Decimal]:
    """Yield what each other column of the rows that are parts comes to."""
    own = {cells[part.place][0] for part in one.parts}
    if _is_across(cells, one) or len(own) < FEWEST:
        return
    at = cells[one.total.place][1]
    for k in range(max(map(len, rows))):
        column = [_cell(rows, row, k) for row in own]
        known = [cell for cell in column if cell and _is_like(cell, one.total)]
        if k != at and len(known) == len(own):
            yield sum(map(value_of, known), Decimal(0))


def _is_across(cells: Cells, one: Verdict) -> bool:
    """Say whether a total stands in the row of its parts."""
    row = cells[one.total.place][0]
    return all(cells[part.place][0] == row for part in one.parts)


def _cell(rows: Sequence[Row], row: int, at: int) -> Field | None:
    return rows[row][at] if at < len(rows[row]) else None


def _is_like(cell: Field, total: Field) -> bool:
    """Say whether a cell holds a number of the same unit as a total."""
    if cell.cell.kind != "number" or not (cell.cell.amount and total.cell.amount):
        return False
    return cell.cell.amount.unit == total.cell.amount.unit
