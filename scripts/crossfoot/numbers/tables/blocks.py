"""Blocks: a sheet in; one in which the name of a block names none of its rows, out.

Offices of statistics write what several rows have in common beside the first of them
and leave the others blank: `Men | Under 18`, ` | 18 or over`, ` | Total`. The last
block is called `Total`, and its first row is no total.
"""

from dataclasses import replace

from crossfoot.numbers.labels import is_bare, kind_of
from crossfoot.numbers.tables.sheets import Row, Sheet, cell_of

FEWEST = 4
"""Rows that a column says one thing of, which names none of them."""


def apart(sheet: Sheet) -> Sheet:
    """Return a sheet without `Total` where it names a block, beside a row's own name.

    Another block of the same column shows that its names are those of blocks.
    """
    rows = list(sheet.rows)
    width = max(map(len, rows), default=0)
    for at in range(width - 1):
        heads = [k for k in range(len(rows) - 1) if _heads(rows[k], rows[k + 1], at)]
        totals = [k for k in heads if is_bare(_text(rows[k], at))]
        if len(heads) > len(totals):
            for k in totals:
                rows[k] = (*rows[k][:at], None, *rows[k][at + 1 :])
    return replace(sheet, rows=tuple(rows)) if rows != [*sheet.rows] else sheet


def _heads(row: Row, below: Row, at: int) -> bool:
    """Say whether a row has two names, and the one below it only the second."""
    named = _is_name(row, at) and _is_name(row, at + 1)
    return named and bool(_text(below, at + 1)) and not _text(below, at)


def _is_name(row: Row, at: int) -> bool:
    """Say whether a cell holds a letter, and no number."""
    one = row[at] if at < len(row) else None
    worded = one is not None and one.cell.kind != "number"
    return worded and any(map(str.isalpha, _text(row, at)))


def _text(row: Row, at: int) -> str:
    one = cell_of(row, at)
    return one.text if one else ""


def named(sheet: Sheet) -> Sheet:
    """Return a sheet without names of totals that a column gives to all rows alike."""
    same = {k for k in range(len(sheet.headings)) if _is_of_all(sheet, k)}
    rows = tuple(
        tuple(None if k in same else one for k, one in enumerate(row))
        for row in sheet.rows
    )
    return replace(sheet, rows=rows) if same else sheet


def _is_of_all(sheet: Sheet, at: int) -> bool:
    texts = [cell.text if (cell := cell_of(row, at)) else "" for row in sheet.rows]
    alike = len(texts) >= FEWEST and len({*texts}) == 1
    return alike and kind_of(texts[0]) == "total"
