"""Tidied tables: a sheet in; one whose headings and units stand where they act, out.

Accounts write years and units in rows of their own below the heading, and the sign of
the currency on the first amount of a column, or on the last, or on these two only.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from crossfoot.amounts import english_accounts
from crossfoot.amounts.cells import Cell, headed
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.tables.blocks import apart, named
from crossfoot.numbers.tables.sheets import (
    Field,
    Row,
    Sheet,
    cell_of,
    heading_of,
    is_scaled,
)

MOST_HEADINGS = 3
FEWEST = 2
"""Rows that are left below the headings."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
NOTED_YEAR = re.compile(rf"{YEAR.pattern}\s?(?:\([0-9a-z]\)|[*†])?")
"""A year that may have the mark of a note."""
UNITS = re.compile(any_of(english_accounts.IN_UNITS), re.IGNORECASE)
SLASHED = re.compile(r"[0-9][0-9,.]*\s?/\s?[0-9][0-9,.]*")
NOTE = re.compile(r"\([0-9]{1,2}\)")
BRACKETED = re.compile(r"\([^()]+\)")
SIGNED = 2
"""Amounts of a column from which its first or last may sign the others."""


def tidied(sheet: Sheet) -> Sheet:
    """Return a sheet with its headings apart and each amount of money signed."""
    sheet = replace(sheet, rows=tuple(map(_shared, sheet.rows)))
    count = _headings(sheet)
    top, rows = sheet.rows[:count], sheet.rows[count:]
    if count:
        width = max(len(row) for row in sheet.rows)
        heads = tuple(_joined(sheet, top, k) for k in range(width))
        units = _units_of(top, width)
        rows = tuple(_under(row, units) for row in rows)
        sheet = replace(sheet, headings=heads, rows=rows)
    scaled = sheet.scaled or is_scaled(*_told(sheet))
    return apart(named(_certain(_signed(replace(sheet, scaled=scaled)))))


def _told(sheet: Sheet) -> set[str]:
    """Return what a column of units says that the rows are in, as headings say it."""
    width = max((len(row) for row in sheet.rows), default=0)
    units = [k for k in range(width) if UNITS.fullmatch(heading_of(sheet, k).strip())]
    cells = (cell_of(row, k) for row in sheet.rows for k in units)
    return {f"({one.text})" for one in cells if one}


def _shared(row: Row) -> Row:
    """Give the numbers of a row the sign of a share that has a cell of its own."""
    return tuple(
        _in(one, "%") if after and after.text == "%" else one
        for one, after in zip_longest(row, row[1:])
    )


def _certain(sheet: Sheet) -> Sheet:
    """Take a number that has another beside it, as in `13/14`, for no certain one.

    Where most of a column have one, they are so many of so many. So is the mark of a
    note, as `(3)` among numbers with decimals.
    """
    width = max((len(row) for row in sheet.rows), default=0)
    doubtful = [_doubtful(sheet.rows, k) for k in range(width)]
    if not any(doubtful):
        return sheet
    rows = tuple(
        tuple(
            replace(one, cell=Cell("unknown", one.cell.amount))
            if one and one.text in doubtful[k]
            else one
            for k, one in enumerate(row)
        )
        for row in sheet.rows
    )
    return replace(sheet, rows=rows)


def _doubtful(rows: Sequence[Row], column: int) -> set[str]:
    """Return the texts of a column that are no certain numbers."""
    cells = [one for row in rows if (one := cell_of(row, column)) and one.cell.amount]
    found: set[str] = set()
    for form in (SLASHED, NOTE):
        texts = {one.text for one in cells if form.fullmatch(one.text)}
        rest = [one for one in cells if one.text not in texts]
        fine = all(one.cell.amount and one.cell.amount.step < 1 for one in rest)
        many = sum(one.text in texts for one in cells) * FEWEST >= len(cells)
        found |= texts if not many and (fine or form is SLASHED) else set()
    return found


def _headings(sheet: Sheet) -> int:
    """Return how many rows at the top are headings."""
    most = min(MOST_HEADINGS, len(sheet.rows) - FEWEST)
    count = 0
    while count < most and _is_heading(sheet, sheet.rows[count]):
        count += 1
    # What all tables of a kind are called may stand above their years.
    below = sheet.rows[1 : MOST_HEADINGS + 1]
    if not count and most > 1 and _is_name(sheet.rows[0]):
        under = 0
        while under < len(below) and _is_heading(sheet, below[under]):
            under += 1
        return under + 1 if under else 0
    return count


def _is_name(row: Row) -> bool:
    """Say whether a row holds one text and no more."""
    told = [one for one in row if one and one.text]
    return len(told) == 1 and told[0].cell.kind == "text"


def _is_heading(sheet: Sheet, row: Row) -> bool:
    """Say whether a row says nothing but years, units and words, and names no row."""
    label = row[0] if row else None
    rest = [(k, one) for k, one in enumerate(row) if k and one and one.text]
    unnamed = not label or not label.text
    heads = ["".join(sheet.headings[k : k + 1]) for k, _ in rest]
    years = any(_is_year(one) for _, one in rest)
    # A heading above that spans several leaves the others empty.
    bare = not any(heads) or (not years and not all(heads))
    corner = years and (not "".join(sheet.headings[:1]) or _is_bracketed(label))
    titles = all(one.cell.kind == "text" or _is_year(one) for _, one in rest)
    again = _is_over(sheet, row)
    return bool(rest) and titles and (unnamed or bare or corner or again)


def _is_over(sheet: Sheet, row: Row) -> bool:
    """Say whether a row holds words, no digits, over each of several numbers."""
    below = [one for one in sheet.rows if one is not row]
    numeric = [
        k
        for k in range(1, len(row))
        if sum(
            (one := cell_of(each, k)) is not None and one.cell.kind == "number"
            for each in below
        )
        * FEWEST
        > len(below)
    ]
    heads = [row[k] for k in numeric]
    return len(heads) >= FEWEST and all(
        one and one.text and not any(map(str.isdigit, one.text)) for one in heads
    )


def _is_bracketed(one: Field | None) -> bool:
    """Say whether a label is what accounts say of all amounts: `(in millions)`."""
    return one is not None and BRACKETED.fullmatch(one.text) is not None


def _is_year(one: Field) -> bool:
    return NOTED_YEAR.fullmatch(one.text) is not None


def _joined(sheet: Sheet, top: Sequence[Row], column: int) -> str:
    texts = [*sheet.headings[column : column + 1]]
    texts += [one.text for row in top if (one := cell_of(row, column)) and one.text]
    return " ".join(dict.fromkeys(text for text in texts if text))


def _units_of(top: Sequence[Row], width: int) -> list[str]:
    """Return what the new headings say of each column; one that spans all is left."""
    rows = [row for row in top if sum(bool(one and one.text) for one in row) > 1]
    cells = [[cell_of(row, k) for row in rows] for k in range(width)]
    return [" ".join(one.text for one in column if one) for column in cells]


def _under(row: Row, heads: Sequence[str]) -> Row:
    """Return a row whose bare numbers have the units of their headings."""
    return tuple(
        replace(one, cell=replace(one.cell, amount=headed(one.cell.amount, head)))
        if one and one.cell.amount and one.cell.kind == "number"
        else one
        for one, head in zip(row, heads, strict=False)
    )


def _signed(sheet: Sheet) -> Sheet:
    """Give the bare amounts of a column the currency of its first and its last."""
    width = max((len(row) for row in sheet.rows), default=0)
    signs = {k: unit for k in range(width) if (unit := _currency(sheet, k))}
    if not signs:
        return sheet
    rows = tuple(
        tuple(_in(one, signs.get(k, "")) for k, one in enumerate(row))
        for row in sheet.rows
    )
    return replace(sheet, rows=rows)


def _currency(sheet: Sheet, column: int) -> str:
    """Return the currency that signs the first or the last amount of a column.

    Where it signs all of them, or none, there is nothing to add.
    """
    units = list(_units(sheet.rows, column))
    signs = set(units) - {"count"}
    ends = {*units[:1], *units[-1:]}
    mixed = len(units) >= SIGNED and len(signs) == 1 and signs <= ends
    unit = next(iter(signs)) if mixed else ""
    return unit if unit.isupper() else ""


def _units(rows: Iterable[Row], column: int) -> Iterable[str]:
    for row in rows:
        one = cell_of(row, column)
        # Shares below the accounts have a unit of their own.
        if one and one.cell.amount and one.cell.amount.unit != "%":
            yield one.cell.amount.unit


def _in(one: Field | None, unit: str) -> Field | None:
    """Return a bare number in a unit."""
    amount = one.cell.amount if one else None
    if not one or not unit or not amount or amount.unit != "count":
        return one
    return replace(one, cell=replace(one.cell, amount=replace(amount, unit=unit)))
