"""Lines: a sheet in, its rows or columns as the judge of totals sees them, out."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from crossfoot.amounts import english_accounts
from crossfoot.numbers.labels import (
    Kind,
    are_measures,
    is_bare,
    is_child,
    is_elided,
    kind_of,
)
from crossfoot.numbers.tables.keys import groups
from crossfoot.numbers.tables.sheets import Field, Row, Sheet, cell_of, heading_of
from crossfoot.numbers.tables.summable import summable
from crossfoot.numbers.tables.timed import is_all_of

FEWEST = 2
"""Rows above one without a label that may be their sum."""
YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}(?:[-–/][0-9]{2,4})?")
SERIES = 4
"""Totals of one name right after each other that are one through the years."""
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
    key: tuple[str, ...] = ()
    """The other texts of the row, which may say what it belongs to."""
    column: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """The lines of one direction, and the headings of their cells."""

    lines: tuple[Line, ...]
    headings: tuple[str, ...]
    rounded: bool
    """The table says that its figures are rounded."""
    scaled: bool
    """It says that they are in thousands, or in millions."""
    exact: bool = False
    """The table says that its figures are not rounded."""
    measures: bool = False
    """The lines are a list of measures, which do not add up."""
    title: str = ""
    """The heading over the labels of the lines, which may head the first of them."""
    work: Work = field(default_factory=Work)
    keyed: Mapping[int, tuple[tuple[int, ...], ...]] = field(default_factory=dict)
    """The lines that share the key of a total, where totals have keys."""

    def is_again(self, index: int) -> bool:
        """Say whether a line says what the nearest one above with numbers says."""
        above = (
            self._figures(at)
            for at in range(index - 1, -1, -1)
            if self.lines[at].kind != "section"
        )
        return next(above, []) == self._figures(index)

    def is_repeated(self, index: int, others: Collection[int]) -> bool:
        """Say whether one of the other lines says the same, as in a balance sheet."""
        own = self._figures(index)
        return any(own) and any(
            self._figures(at) == own for at in others if at != index
        )

    def _figures(self, index: int) -> list[str]:
        return _bare([one.text if one else "" for one in self.lines[index].cells])


def _bare(texts: Sequence[str]) -> list[str]:
    return [re.sub(r"[^0-9]", "", text) for text in texts]


def rows_of(sheet: Sheet) -> Sides:
    """Return the rows as lines over the columns that can be summed."""
    columns = summable(sheet)
    lines = [
        replace(
            _line(label_of(row, columns), tuple(cell_of(row, j) for j in columns)),
            key=_key(row, columns),
        )
        for row in sheet.rows
        if any(one and one.text for one in row)
    ]
    headings = tuple(heading_of(sheet, j) for j in columns)
    known = frozenset(columns)
    outside = (name for k, name in enumerate(sheet.headings) if k not in known)
    title = next(outside, "")
    lines = _without_series(_timed(_ended(_nested(lines))))
    return Sides(
        tuple(lines),
        headings,
        sheet.rounded,
        sheet.scaled,
        sheet.exact,
        are_measures(title),
        title,
        keyed=groups([(line.kind, line.label, line.key) for line in lines]),
    )


def columns_of(sheet: Sheet) -> Sides:
    """Return the columns as lines over the rows."""
    columns = summable(sheet)
    held = [() if _is_rated(row, columns) else row for row in sheet.rows]
    lines = _without_shares(
        [
            replace(
                _line(heading_of(sheet, j), tuple(cell_of(row, j) for row in held)),
                column=True,
            )
            for j in columns
        ]
    )
    labels = tuple(label_of(row, columns) for row in sheet.rows)
    return Sides(tuple(lines), labels, sheet.rounded, sheet.scaled, sheet.exact)


def _is_rated(row: Row, columns: Sequence[int]) -> bool:
    """Say whether a row says in a cell of its own that it is in per cent."""
    known = frozenset(columns)
    texts = (one.text for k, one in enumerate(row) if one and k not in known)
    return any(text.strip().casefold() in english_accounts.RATED for text in texts)


def _without_shares(lines: Sequence[Line]) -> list[Line]:
    """Tell columns of shares as fractions from the columns of counts beside them."""
    fractions = [line for line in lines if _is_fraction(line)]
    # Beside numbers with decimals they are small ones of their kind.
    rest = [line for line in lines if line not in fractions]
    steps = {step for line in fractions for step in _steps(line)}
    alike = sum(bool(_steps(line) & steps) for line in rest) * 2 > len(rest)
    if alike or len(fractions) * 2 >= len(lines):
        return list(lines)
    return [replace(one, kind="aside") if one in fractions else one for one in lines]


def _steps(line: Line) -> set[Decimal]:
    """Return the steps below one in which a column is printed."""
    amounts = [one.cell.amount for one in line.cells if one and one.cell.amount]
    return {amount.step for amount in amounts if amount.step < 1}


def _is_fraction(line: Line) -> bool:
    """Say whether a column holds only numbers from 0 to 1 with decimals."""
    amounts = [one.cell.amount for one in line.cells if one and one.cell.amount]
    plain = all(amount.unit == "count" for amount in amounts)
    within = all(0 <= (amount.value or 0) <= 1 for amount in amounts)
    return plain and within and any(amount.step < 1 for amount in amounts)


def _line(label: str, cells: Row) -> Line:
    kinds = {one.cell.kind for one in cells if one}
    if is_elided(label):
        return Line(label, tuple(None for _ in cells), "part")
    if kinds & {"number", "unknown"}:
        return Line(label, cells, kind_of(label), is_child(label))
    # A row of dashes has nothing in it, and heads no other.
    if kinds == {"blank"} and all(one.text for one in cells if one):
        return Line(label, cells, "aside", is_child(label))
    # Text with a digit may be an amount that nobody can read: no heading.
    texts = (one.text for one in cells if one and one.cell.kind == "text")
    held = any(sign.isdigit() for text in texts for sign in text)
    return Line(label, cells, kind_of(label) if held else "section", is_child(label))


def _key(row: Row, columns: Sequence[int]) -> tuple[str, ...]:
    """Return the texts of a row outside its label and its columns of numbers.

    An amount of money, a share or a rate belongs to a row, and names no group of rows.
    """
    known = frozenset(columns)
    rest = (one for k, one in enumerate(row) if k not in known)
    texts = [one.text if one and not _is_worth(one) else "" for one in rest]
    label = label_of(row, columns)
    own = next((k for k, text in enumerate(texts) if text == label), 0)
    return tuple("" if k == own else text for k, text in enumerate(texts))


def _is_worth(one: Field) -> bool:
    amount = one.cell.amount
    if one.cell.kind != "number" or amount is None:
        return False
    return amount.unit != "count" or amount.step < 1


def _ended(lines: list[Line]) -> list[Line]:
    """Tell rows without a label, below rows that have one, from those.

    Accounts leave their sums without a name; one right below another is none.
    """
    kinds = [line.kind for line in lines]
    bare = {k for k, line in enumerate(lines) if not line.label and kinds[k] == "part"}
    named = kinds.count("part") - len(bare)
    if named < FEWEST * len(bare):
        return lines
    ends = {k for k in bare if k > 1 and not bare & {k - 1, k - 2}}
    return [
        replace(line, kind="weak") if k in ends else line
        for k, line in enumerate(lines)
    ]


def _timed(lines: list[Line]) -> list[Line]:
    """Tell the row of a week or a year below its days, months or quarters from those.

    Where it lies between them it is what was there on average, or at the end.
    """
    *before, last = lines or [Line("", (), "part")]
    if last.kind != "part" or not is_all_of(last.label, [one.label for one in before]):
        return lines
    columns = zip(*(line.cells for line in lines), strict=True)
    level = any(map(_is_level, columns))
    return lines if level else [*before, replace(last, kind="total")]


def _is_level(cells: Row) -> bool:
    """Say whether the last number of a column lies between those above it."""
    amounts = [one.cell.amount for one in cells if one and one.cell.amount]
    *above, last = [one.value or Decimal(0) for one in amounts] or [Decimal(0)]
    return bool(above) and min(above) <= last <= max(above)


def _without_series(lines: list[Line]) -> list[Line]:
    """Tell totals from the values of one through the years, row after row."""
    named = [
        (line.label, tuple(text for text in line.key if not YEAR.fullmatch(text)))
        if line.kind == "total" and not is_bare(line.label)
        else None
        for line in lines
    ]
    runs = [
        one is not None
        and one in (*named[max(0, at - 1) : at], *named[at + 1 : at + 2])
        for at, one in enumerate(named)
    ]
    if sum(runs) < SERIES:
        return lines
    return [
        replace(line, kind="aside") if run else line
        for line, run in zip(lines, runs, strict=True)
    ]


def _nested(lines: Sequence[Line]) -> list[Line]:
    """Tell rows that are marked as parts of another from rows in a marked list."""
    parts = [line for line in lines if line.kind == "part"]
    first = next((at for at, line in enumerate(lines) if line.child), 0)
    own = first > 0 and (lines[first - 1].kind == "part" or _is_last(lines, first - 1))
    if not own or all(line.child for line in parts):
        return [replace(line, child=False) for line in lines]
    return [
        replace(line, kind="aside")
        if line.child and line.kind == "part"
        else replace(line, child=False)
        for line in lines
    ]


def _is_last(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is a total of rows above it, and no other comes after it.

    What is marked as a part below it is what of it is one thing or another.
    """
    above = [line.kind for line in lines[:at]].count("part") >= FEWEST
    kinds = {line.kind for line in lines[at + 1 :]}
    return lines[at].kind == "total" and above and not kinds & {"total", "weak"}


def label_of(row: Row, columns: Sequence[int]) -> str:
    """Return a row's first text outside the columns of numbers.

    Of several before the first number, one that says `total` and no more names the
    row, else one with a letter.
    """
    known = frozenset(columns)
    texts = [
        (k, one.text)
        for k, one in enumerate(row)
        if one and one.text and k not in known
    ]
    first = min(columns, default=len(row))
    named = [text for k, text in texts if k < first and any(map(str.isalpha, text))]
    totals = (text for text in named if is_bare(text))
    return next(totals, (named or [text for _, text in texts] or [""])[0])
