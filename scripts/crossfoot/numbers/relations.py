"""Relations: a sheet in; columns that are made of others, and rows that differ, out.

A change, a share, an average or a price times a number holds in every row or in none.
Where most rows follow a formula, one that does not is told; nothing else is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from crossfoot.amounts import english_sums
from crossfoot.amounts.cells import heading
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.formulas import Formula, Reach, Term, Total, reach, value
from crossfoot.numbers.labels import MEANT, kind_of
from crossfoot.numbers.lines import Work, label_of
from crossfoot.numbers.sheets import Field, Row, Sheet

FEWEST = 3
"""Rows that must follow a formula before another row may be told."""
FEW = 2
"""The same where the columns are called what they are to each other."""
EACH = 4
"""Rows that must follow it for each that does not."""
CLEAR = 5
"""Steps from which a value follows a formula by no chance."""
MOST_COLUMNS = 16
POINTS = frozenset({"bp", "pp"})
HUNDRED = Decimal(100)


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)


CHANGE, SHARES = _any(english_sums.CHANGE), _any(english_sums.SHARES)
MEANS, PRODUCTS = _any(english_sums.MEANS), _any(english_sums.PRODUCTS)
FACTORS = _any(english_sums.FACTORS)


@dataclass(frozen=True, slots=True)
class Relation:
    """A formula that a column follows, and the rows in which it does not."""

    formula: Formula
    names: tuple[str, ...]
    held: tuple[Field, ...]
    """Its cells in the rows that follow it."""
    broken: tuple[tuple[Field, Decimal], ...]
    """Its cells in the others, and what the formula comes to there."""

    @property
    def said(self) -> str:
        """The right side of the formula as an author may declare it."""
        return self.formula.said(self.names)

    @property
    def target(self) -> str:
        """The name of the column that it makes."""
        return self.names[self.formula.target]


class Columns:
    """A sheet's columns of numbers, and the reach of each cell."""

    def __init__(self, sheet: Sheet, work: Work) -> None:
        """Find the columns of numbers."""
        self.sheet = sheet
        self.work = work
        width = max((len(row) for row in sheet.rows), default=0)
        self.names = tuple(
            sheet.headings[k] if k < len(sheet.headings) else "" for k in range(width)
        )
        kinds = [
            [row[k].cell.kind for row in sheet.rows if k < len(row) and row[k]]  # type: ignore[union-attr]  # None is left out
            for k in range(width)
        ]
        # Columns that nobody named follow nothing that could be said.
        numeric = [
            k
            for k in range(width)
            if self.names[k] and kinds[k].count("number") >= FEWEST
        ]
        self.numeric = numeric[:MOST_COLUMNS]
        labelled = [(label_of(row, self.numeric), row) for row in sheet.rows]
        self.rows = [row for label, row in labelled if kind_of(label) != "aside"]
        self.parts = [row for label, row in labelled if kind_of(label) == "part"]
        self.totals: dict[int, Reach | None] = {}

    def cell(self, row: Row, column: int) -> Field | None:
        """Return a row's cell in a column."""
        return row[column] if column < len(row) else None

    def unit(self, column: int) -> str:
        """Return the unit of most cells of a column."""
        units = [
            one.cell.amount.unit
            for row in self.rows[:FEWEST]
            if (one := self.cell(row, column)) and one.cell.amount
        ]
        return max(sorted(set(units)), key=units.count, default="")

    def of(self, row: Row, term: Term) -> Reach | None:
        """Return the values that a term of a formula stands for in a row."""
        if isinstance(term, Decimal):
            return term, term
        if isinstance(term, Total):
            return self._total(term.line)
        return reach(self.cell(row, term), rounded=self.sheet.rounded)

    def _total(self, column: int) -> Reach | None:
        if column not in self.totals:
            ends = [self.of(row, column) for row in self.parts]
            known = [one for one in ends if one]
            whole = len(known) == len(ends)
            low = sum((one[0] for one in known), Decimal(0))
            high = sum((one[1] for one in known), Decimal(0))
            self.totals[column] = (low, high) if whole and known else None
        return self.totals[column]


def may_relate(names: Sequence[str]) -> bool:
    """Say whether a column is called what others may make: Change, Share, Cost."""
    words = [name.replace("_", " ") for name in names]
    if any(form.search(name) for name in words for form in (CHANGE, SHARES, MEANS)):
        return True
    counted = {name for name in words if FACTORS.search(name)}
    return any(PRODUCTS.search(name) and counted - {name} for name in words)


def relations(sheet: Sheet, work: Work) -> Iterator[Relation]:
    """Yield the best formula of each column that follows one."""
    columns = Columns(sheet, work)
    for target in columns.numeric:
        found: list[Relation] = []
        for formula in _formulas(columns, target):
            one = _relation(columns, formula)
            found += [one] if one else []
        if found:
            yield min(found, key=lambda one: (len(one.broken), -len(one.held)))


def declared(sheet: Sheet, formula: Formula) -> Relation:
    """Return what a declared formula comes to in each row."""
    columns = Columns(sheet, Work())
    checked = [_checked(columns, formula, row) for row in columns.sheet.rows]
    return _made(columns, formula, [one for one in checked if one])


def _formulas(columns: Columns, target: int) -> Iterator[Formula]:
    """Yield what a column may be made of, by its heading and unit."""
    name = columns.names[target]
    share = heading(name)[0] == "%" or columns.unit(target) == "%"
    others = [k for k in columns.numeric if k != target]
    if CHANGE.search(name) or share:
        for a, b in ((a, b) for a in others for b in others if a != b):
            if columns.unit(a) != columns.unit(b):
                continue
            if share:
                yield Formula(target, b, (("/", a), ("-", Decimal(1))))
            if CHANGE.search(name):
                yield Formula(target, b, (("-", a),))
    if share or SHARES.search(name) or MEANS.search(name):
        for a, b in ((a, b) for a in others for b in others if a != b):
            # The mean of quotients is not the quotient of means.
            if not all(MEANT.search(columns.names[k]) for k in (target, a, b)):
                yield Formula(target, a, (("/", b),))
        amounts = [a for a in others if share and columns.unit(a) != "%"]
        yield from (Formula(target, a, (("/", Total(a)),)) for a in amounts)
    if PRODUCTS.search(name):
        for a in (k for k in others if FACTORS.search(columns.names[k])):
            yield from (Formula(target, a, (("*", b),)) for b in others if a != b)


Checked = tuple[Field, bool, bool, Decimal]
"""A cell, whether it follows, whether that means something, and what it should say."""


def _relation(columns: Columns, formula: Formula) -> Relation | None:
    """Return how a formula fares, or None where too many rows do not follow it."""
    out: list[Checked] = []
    clear = broken = 0
    most = max(1, len(columns.rows) // (EACH + 1))
    for row in columns.rows:
        if not columns.work.may(len(formula.rest) + 2):
            return None
        one = _checked(columns, formula, row)
        if one is None:
            continue
        if not one[1] and _is_other(columns, formula, row):
            continue
        out.append(one)
        clear += one[1] and one[2]
        broken += not one[1]
        if broken > most or (broken == len(out) == 2):
            return None
    if clear >= max(FEWEST, EACH * broken):
        return _made(columns, formula, out)
    follow = len(out) - broken
    plain = broken == 1 and follow >= FEW <= clear and _is_plain(columns, formula)
    return _made(columns, formula, out) if plain else None


def _is_plain(columns: Columns, formula: Formula) -> bool:
    """Say whether a column is called what its neighbours make: Start, End, Change.

    Then two rows that follow do for a third that does not.
    """
    target, (sign, term) = formula.target, formula.rest[0]
    name, two = columns.names[target], {target - 2, target - 1}
    share = heading(name)[0] == "%" or columns.unit(target) == "%"
    if formula.rest[1:]:
        rise = formula.rest == (("/", target - 2), ("-", Decimal(1)))
        return rise and formula.first == target - 1 and bool(CHANGE.search(name))
    if sign == "-":
        pairs = (target - 1, target - 2), (target + 1, target - 1)
        ordered = (formula.first, term) in pairs
        return ordered and not share and CHANGE.search(name) is not None
    if sign == "*":
        return {formula.first, term} == two and PRODUCTS.search(name) is not None
    if sign == "/" and not isinstance(term, Total):
        told = SHARES if share else MEANS
        return {formula.first, term} == two and told.search(name) is not None
    # A total of 100% is held to the shares above it.
    whole = any(_says(columns.cell(row, target), HUNDRED) for row in columns.rows)
    return formula.first == target - 1 and isinstance(term, Total) and not whole


def _says(cell: Field | None, value: Decimal) -> bool:
    amount = cell.cell.amount if cell else None
    return amount is not None and amount.value == value


def _checked(columns: Columns, formula: Formula, row: Row) -> Checked | None:
    cell = columns.cell(row, formula.target)
    amount = cell.cell.amount if cell and cell.cell.kind == "number" else None
    found = value(formula, partial(columns.of, row))
    if cell is None or amount is None or amount.value is None or found is None:
        return None
    # 93% utilization is a share of something else.
    if amount.unit.startswith("% "):
        return None
    # Beside changes in per cent, those of percentages are in points.
    if amount.unit in POINTS and amount.unit != columns.unit(formula.target):
        return None
    scale = HUNDRED if amount.unit == "%" and formula.divides() else Decimal(1)
    low, high = found[0] * scale, found[1] * scale
    said = columns.of(row, formula.target) or (amount.value, amount.value)
    half = amount.step / 2 if formula.divides() else Decimal(0)
    follows = said[0] - half <= high and low <= said[1] + half
    means = abs(amount.value) >= CLEAR * amount.step
    return cell, follows, means, (low + high) / 2


def _is_other(columns: Columns, formula: Formula, row: Row) -> bool:
    """Say whether a row of percent changes holds a difference, as of percentages."""
    if not formula.rest or formula.rest[-1] != ("-", Decimal(1)):
        return False
    (_, before), after = formula.rest[0], formula.first
    base = columns.of(row, before)
    # A loss that shrinks is a rise by some and a fall by others.
    if base and base[0] < 0:
        return True
    other = _checked(columns, Formula(formula.target, after, (("-", before),)), row)
    return other is not None and other[1]


def _made(columns: Columns, formula: Formula, out: Sequence[Checked]) -> Relation:
    held = tuple(cell for cell, follows, _, _ in out if follows)
    broken = tuple((cell, should) for cell, follows, _, should in out if not follows)
    return Relation(formula, columns.names, held, broken)
