"""Sums: a sheet in, its rows or columns as lines, and sums of lines, out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import gcd

from crossfoot.amounts import english
from crossfoot.amounts.cells import heading
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.sheets import Field, Row, Sheet

ALSO = any_of(english.TOTAL_ALSO)
TOTAL = re.compile(
    rf"\W*{english.TOTAL}\b|.*\b{english.TOTAL}\W*$|\W*(?:{ALSO})\W*$",
    re.IGNORECASE,
)
WEAK = re.compile(rf"\W*(?:{any_of(english.WEAK_TOTAL)})\b(?!\s+other)", re.IGNORECASE)
NO_PART = re.compile(rf"\W*(?:{any_of(english.NO_PART)})\b|\W*%", re.IGNORECASE)
NO_SUM = re.compile(rf"\b(?:{any_of(english.NO_SUM)})\b|^#", re.IGNORECASE)
FULL = Decimal(100)
NEARLY_FULL = Decimal("1.5")
MIDDLE = Decimal("0.35")
"""How far from the mean an average may lie, as a share of the range of its parts."""
NEAR = Decimal("0.25")
"""How far a total that nothing proves may be from its sum, as a share of them."""
ROUND_STEPS = (5, 10, 50, 100, 500, 1000)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one total."""

    total: Field
    parts: tuple[Field, ...]
    foots: bool
    sure: bool
    """It is declared, or another column proves how the total is made."""
    sum: Decimal
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column as the judge sees it."""

    label: str
    cells: Row

    @property
    def kind(self) -> str:
        """`total`, `weak`, `aside`, `section` or `part`."""
        if not any(
            one and one.cell.kind in {"number", "unknown"} for one in self.cells
        ):
            return "section"
        if TOTAL.match(self.label):
            return "total"
        if NO_PART.match(self.label):
            return "aside"
        return "weak" if WEAK.match(self.label) else "part"


@dataclass(frozen=True, slots=True)
class Sides:
    """The lines of one direction, and the headings of their cells."""

    lines: tuple[Line, ...]
    headings: tuple[str, ...]
    rounded: bool
    """The table says that its figures are rounded."""


def rows_of(sheet: Sheet) -> Sides:
    """Return the rows as lines over the columns that can be summed."""
    columns = summable(sheet)
    lines = tuple(
        Line(_label(row, columns), tuple(_at(row, j) for j in columns))
        for row in sheet.rows
    )
    return Sides(lines, tuple(_heading(sheet, j) for j in columns), sheet.rounded)


def columns_of(sheet: Sheet) -> Sides:
    """Return the columns as lines over the rows."""
    columns = summable(sheet)
    lines = tuple(
        Line(_heading(sheet, j), tuple(_at(row, j) for row in sheet.rows))
        for j in columns
    )
    labels = tuple(_label(row, columns) for row in sheet.rows)
    return Sides(lines, labels, sheet.rounded)


def _at(row: Row, column: int) -> Field | None:
    return row[column] if column < len(row) else None


def _heading(sheet: Sheet, column: int) -> str:
    return sheet.headings[column] if column < len(sheet.headings) else ""


def _label(row: Row, columns: Sequence[int]) -> str:
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
    share = heading(title)[0] == "%"
    if NO_SUM.search(title) and not (share or TOTAL.match(title)):
        return False
    years = all(1900 <= (value or 0) <= 2100 for value in values)
    counted = values == [Decimal(n + 1) for n in range(len(values))]
    return not years and not (column == 0 and counted)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total line and the lines that it may be the sum of."""

    sides: Sides
    index: int
    parts: tuple[int, ...]
    strict: bool = False
    """It is declared: whole numbers are exact, however round they look."""

    def total(self, at: int) -> Field | None:
        """Return the total's cell."""
        return self.sides.lines[self.index].cells[at]

    def said(self, at: int) -> Decimal:
        """Return what the total says."""
        total = self.total(at)
        return value_of(total) if total else Decimal(0)

    def cells(self, at: int) -> list[Field | None]:
        """Return the cells of the parts."""
        return [self.sides.lines[part].cells[at] for part in self.parts]

    def terms(self, at: int) -> tuple[Field, ...]:
        """Return the parts that are numbers."""
        return tuple(one for one in self.cells(at) if one and one.cell.kind == "number")

    def real(self, at: int) -> Decimal:
        """Return what the parts add up to."""
        return sum((value_of(one) for one in self.terms(at)), Decimal(0))

    def votes(self) -> list[str]:
        """Return the vote of every cell of the total line."""
        return [self.vote(at) for at in range(len(self.sides.headings))]

    def vote(self, at: int) -> str:
        """Say of one cell: `foots`, `fails`, or `skip` when nobody can know."""
        total, terms = self.total(at), self.terms(at)
        if total is None or total.cell.kind != "number":
            return "skip"
        if any(
            one is None or one.cell.kind in {"unknown", "text"}
            for one in self.cells(at)
        ):
            return "skip"
        units = {one.cell.amount.unit for one in (total, *terms) if one.cell.amount}
        said, real = self.said(at), self.real(at)
        if len(units) != 1 or not terms or not (said or real):
            return "skip"
        share = units == {"%"}
        full = abs(said - FULL) <= NEARLY_FULL or abs(real - FULL) <= NEARLY_FULL
        # Opposite signs are a convention, and far larger is another thing.
        if not self.strict and (
            (share and not full) or said == -real or abs(said) > 500 * abs(real) > 0
        ):
            return "skip"
        reach = max(self.reach(at), NEARLY_FULL) if share else self.reach(at)
        return "foots" if abs(said - real) <= reach else "fails"

    def reach(self, at: int) -> Decimal:
        """Return how far the total may be from the sum of its parts as printed.

        Whole, unscaled numbers are exact, but where all end in noughts. A number
        printed with step u stands for v - u/2 to v + u/2, so n parts may differ by
        the sum of their half steps.
        """
        total, terms = self.total(at), self.terms(at)
        fields = (*terms, total) if total else terms
        amounts = [one.cell.amount for one in fields if one.cell.amount]
        steps = [amount.step for amount in amounts]
        whole = all(amount.scale == 1 and amount.step == 1 for amount in amounts)
        if not whole or self.sides.rounded:
            return sum(steps, Decimal(0)) / 2
        common = gcd(*(int(amount.value or 0) for amount in amounts))
        step = max((s for s in ROUND_STEPS if common % s == 0), default=0)
        guessed = step and common and len(terms) >= 3 and not self.strict
        return Decimal(step * len(steps)) / 2 if guessed else Decimal(0)

    def verdict(self, at: int, *, foots: bool, sure: bool = True) -> Verdict:
        """Return the verdict on one cell of the total line, which must be there."""
        total = self.total(at)
        if total is None:
            raise LookupError("a vote is cast only where there is a total")
        share = total.cell.amount is not None and total.cell.amount.unit == "%"
        return Verdict(
            total,
            self.terms(at),
            foots,
            sure and not (share and not self.strict),
            self.real(at),
            self.sides.lines[self.index].label,
            self.sides.headings[at],
        )

    def averages(self, at: int) -> bool:
        """Say whether the total lies in the middle of its parts, as an average does."""
        values = [value_of(one) for one in self.terms(at)]
        share = any(
            one.cell.amount.unit == "%" for one in self.terms(at) if one.cell.amount
        )
        if len(values) < 2 or not 0 <= min(values) <= self.said(at) <= max(values):
            return False
        full = share and abs(self.said(at) - FULL) <= NEARLY_FULL
        off = abs(self.said(at) - self.real(at) / len(values))
        return not full and off <= MIDDLE * (max(values) - min(values))

    def is_near(self, at: int) -> bool:
        """Say whether a total that nothing proves is so near its sum that it is one."""
        said, real = self.said(at), self.real(at)
        if self.averages(at) or said * real <= 0:
            return False
        if said in (real * 10, real / 10, real * 1000, real / 1000):
            return True
        return abs(said - real) <= NEAR * max(abs(said), abs(real))


def value_of(one: Field) -> Decimal:
    """Return the value of a cell; a blank is nothing."""
    amount = one.cell.amount
    return amount.value if amount and amount.value is not None else Decimal(0)
