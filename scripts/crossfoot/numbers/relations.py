"""Relations: a sheet in; columns that are made of others, and rows that differ, out.

A change, a share, an average or a price times a number holds in every row or in none.
Where most rows follow a formula, one that does not is told; nothing else is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import islice

from crossfoot.amounts import english_accounts
from crossfoot.amounts.cells import heading
from crossfoot.amounts.like import like
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.formulas import Formula, Reach, Term, Total, reach, value
from crossfoot.numbers.labels import MEANT, kind_of
from crossfoot.numbers.lines import Work, label_of
from crossfoot.numbers.sheets import Field, Row, Sheet
from crossfoot.numbers.slips import is_misprint

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
ZERO = Decimal(0)


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)


CHANGE, SHARES = _any(english_accounts.CHANGE), _any(english_accounts.SHARES)
MEANS, PRODUCTS = _any(english_accounts.MEANS), _any(english_accounts.PRODUCTS)
FACTORS = _any(english_accounts.FACTORS)
CUMULATIVE = _any(english_accounts.CUMULATIVE)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a column is made of, and the rows in which it is not."""

    target: str
    """The name of the column that is made."""
    said: str
    """What makes it, as an author may declare it."""
    held: tuple[Field, ...]
    """Its cells in the rows that follow it."""
    broken: tuple[tuple[Field, Decimal], ...]
    """Its cells in the others, and what the formula comes to there."""


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
        numeric = [k for k in range(width) if self.names[k] and "number" in kinds[k]]
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
        return self.reach(self.cell(row, term))

    def reach(self, cell: Field | None) -> Reach | None:
        """Return the values that a cell stands for."""
        return reach(cell, rounded=self.sheet.rounded)

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
    forms = (CHANGE, SHARES, MEANS, CUMULATIVE)
    if any(form.search(name) for name in words for form in forms):
        return True
    counted = {name for name in words if FACTORS.search(name)}
    return any(PRODUCTS.search(name) and counted - {name} for name in words)


def relations(columns: Columns) -> Iterator[Relation]:
    """Yield the best formula of each column that follows one."""
    for target in columns.numeric:
        fares = [(one, _fare(columns, one)) for one in _formulas(columns, target)]
        known = [(one, fare) for one, fare in fares if fare]
        sure = [one for one in known if _is_sure(columns, *one)]
        if sure:
            yield _made(columns, *min(sure, key=lambda one: _rank(one[1])))
        elif not any(_broken(fare) == 0 for _, fare in known):
            few = (one for one in known if _is_meant(columns, *one))
            yield from (_made(columns, *one) for one in islice(few, 1))


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


def _fare(columns: Columns, formula: Formula) -> list[Checked]:
    """Return how each row fares, or nothing where too many do not follow."""
    out: list[Checked] = []
    broken = 0
    most = max(1, len(columns.rows) // (EACH + 1))
    for row in columns.rows:
        if not columns.work.may(len(formula.rest) + 2):
            return []
        one = _checked(columns, formula, row)
        if one is None or (not one[1] and _is_other(columns, formula, row)):
            continue
        out.append(one)
        broken += not one[1]
        if broken > most:
            return []
    return out


def _broken(fare: Sequence[Checked]) -> int:
    return sum(not follows for _, follows, _, _ in fare)


def _rank(fare: Sequence[Checked]) -> tuple[int, int]:
    """Return the order of formulas: fewest rows that do not follow, most that do."""
    broken = _broken(fare)
    return broken, broken - len(fare)


def _is_sure(columns: Columns, formula: Formula, fare: Sequence[Checked]) -> bool:
    """Say whether enough rows follow that one which does not is wrong."""
    clear = sum(follows and means for _, follows, means, _ in fare)
    broken = _broken(fare)
    if clear >= max(FEWEST, EACH * broken):
        return True
    if broken != 1 or not len(fare) - broken >= FEW <= clear:
        return False
    return _is_plain(columns, formula) or _is_quotient(formula, fare)


def _is_quotient(formula: Formula, fare: Sequence[Checked]) -> bool:
    """Say whether percentages of three figures are shares of the columns before them.

    Two such rows are no chance, whatever the column is called: Turnout.
    """
    target = formula.target
    two = {target - 2, target - 1}
    if {*formula.terms()} != two or formula.rest[1:] or formula.rest[0][0] != "/":
        return False
    amounts = [cell.cell.amount for cell, follows, _, _ in fare if follows]
    return all(
        one is not None
        and one.unit == "%"
        and abs(one.value or ZERO) >= HUNDRED * one.step
        for one in amounts
    )


def _is_meant(columns: Columns, formula: Formula, fare: Sequence[Checked]) -> bool:
    """Say whether the only row that does not follow is one slip of the keys away.

    Of one row or two the names of the columns alone say what is meant.
    """
    broken = [one for one in fare if not one[1]]
    rest = [one for one in fare if one[1]]
    if len(broken) != 1 or len(rest) >= FEW or not all(one[2] for one in rest):
        return False
    cell, _, means, should = broken[0]
    amount = cell.cell.amount
    if not means or amount is None or not _is_plain(columns, formula):
        return False
    return is_misprint(amount.text, like(amount, should))


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
        pairs = (
            (target - 1, target - 2),
            (target - 2, target - 1),
            (target + 1, target - 1),
        )
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
    return made(columns.names[formula.target], formula.said(columns.names), out)


def made(target: str, said: str, out: Sequence[Checked]) -> Relation:
    """Return the relation of a column, by how each of its cells fares."""
    held = tuple(cell for cell, follows, _, _ in out if follows)
    broken = tuple((cell, should) for cell, follows, _, should in out if not follows)
    return Relation(target, said, held, broken)
