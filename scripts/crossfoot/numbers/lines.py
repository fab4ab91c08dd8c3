"""Lines: a sheet in, its rows or columns as the judge of totals sees them, out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from crossfoot.amounts import english_sums
from crossfoot.amounts.cells import heading
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.labels import (
    TOTAL,
    Kind,
    are_measures,
    is_child,
    is_elided,
    kind_of,
)
from crossfoot.numbers.sheets import Field, Row, Sheet

NO_SUM = re.compile(rf"\b(?:{any_of(english_sums.NO_SUM)})\b|^#", re.IGNORECASE)
MOST_WORK = 500_000
"""Cells that may be visited for the totals of one table."""


@dataclass(slots=True)
class Work:
    """Counts the cells that are visited, so that no table takes long."""

    done: int = 0

    def may(self, cells: int) -> bool:
        """Count a visit to so many cells; say whether it is still allowed."""
        self.done += cells
        return self.done <= MOST_WORK


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column as the judge sees it."""

    label: str
    cells: Row
    kind: Kind
    child: bool = False
    """It is written as a part of the line above it."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The lines of one direction, and the headings of their cells."""

    lines: tuple[Line, ...]
    headings: tuple[str, ...]
    rounded: bool
    """The table says that its figures are rounded."""
    exact: bool = False
    """The table says that its figures are not rounded."""
    measures: bool = False
    """The lines are a list of measures, which do not add up."""
    work: Work = field(default_factory=Work)


def rows_of(sheet: Sheet) -> Sides:
    """Return the rows as lines over the columns that can be summed."""
    columns = summable(sheet)
    lines = [
        _line(label_of(row, columns), tuple(_at(row, j) for j in columns))
        for row in sheet.rows
        if any(one and one.text for one in row)
    ]
    headings = tuple(_heading(sheet, j) for j in columns)
    outside = (k for k in range(len(sheet.headings)) if k not in columns)
    measures = any(are_measures(sheet.headings[k]) for k in list(outside)[:1])
    lines = _nested(lines)
    return Sides(tuple(lines), headings, sheet.rounded, sheet.exact, measures)


def columns_of(sheet: Sheet) -> Sides:
    """Return the columns as lines over the rows."""
    columns = summable(sheet)
    lines = tuple(
        _line(_heading(sheet, j), tuple(_at(row, j) for row in sheet.rows))
        for j in columns
    )
    labels = tuple(label_of(row, columns) for row in sheet.rows)
    return Sides(lines, labels, sheet.rounded, sheet.exact)


def _line(label: str, cells: Row) -> Line:
    kinds = {one.cell.kind for one in cells if one}
    if is_elided(label):
        return Line(label, tuple(None for _ in cells), "part")
    if kinds & {"number", "unknown"}:
        return Line(label, cells, kind_of(label), is_child(label))
    # Text with a digit may be an amount that nobody can read: no heading.
    texts = (one.text for one in cells if one and one.cell.kind == "text")
    held = any(sign.isdigit() for text in texts for sign in text)
    return Line(label, cells, kind_of(label) if held else "section", is_child(label))


def _nested(lines: Sequence[Line]) -> list[Line]:
    """Tell rows that are marked as parts of another from rows in a marked list."""
    parts = [line for line in lines if line.kind == "part"]
    first = next((at for at, line in enumerate(lines) if line.child), 0)
    above = lines[first - 1] if first else None
    if not above or above.kind != "part" or all(line.child for line in parts):
        return [Line(line.label, line.cells, line.kind) for line in lines]
    return [
        Line(line.label, line.cells, "aside", child=True)
        if line.child and line.kind == "part"
        else Line(line.label, line.cells, line.kind)
        for line in lines
    ]


def _at(row: Row, column: int) -> Field | None:
    return row[column] if column < len(row) else None


def _heading(sheet: Sheet, column: int) -> str:
    return sheet.headings[column] if column < len(sheet.headings) else ""


def label_of(row: Row, columns: Sequence[int]) -> str:
    """Return a row's first text outside the columns of numbers."""
    for index, one in enumerate(row):
        if one and one.text and index not in columns:
            return one.text
    return ""


def summable(sheet: Sheet) -> list[int]:
    """Return the columns whose numbers may be added up."""
    width = max((len(row) for row in sheet.rows), default=0)
    return [j for j in range(width) if _is_summable(sheet, j)]


def _is_summable(sheet: Sheet, column: int) -> bool:
    cells = [one for row in sheet.rows if (one := _at(row, column)) and one.text]
    kinds = [one.cell.kind for one in cells]
    if kinds.count("number") < 2 or kinds.count("text") * 5 > len(kinds):
        return False
    values = [one.cell.amount.value for one in cells if one.cell.amount]
    title = _heading(sheet, column)
    units = {one.cell.amount.unit for one in cells if one.cell.amount}
    share = heading(title)[0] == "%" or units == {"%"}
    if NO_SUM.search(title) and not (share or TOTAL.match(title)):
        return False
    years = all(1900 <= (value or 0) <= 2100 for value in values)
    counted = values == [Decimal(n + 1) for n in range(len(values))]
    return not years and not (column == 0 and counted)
