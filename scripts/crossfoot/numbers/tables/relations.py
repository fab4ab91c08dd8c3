"""Relations: columns in; those that are made of others, and rows that differ, out.

A change, a share, an average or a price times a number holds in every row or in none.
Where most rows follow a formula, one that does not is told; nothing else is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import islice

from crossfoot.amounts.like import like
from crossfoot.numbers.formulas import Both, Formula, value
from crossfoot.numbers.mistyped import is_misprint
from crossfoot.numbers.tables.columns import Columns
from crossfoot.numbers.tables.crossed import Failing
from crossfoot.numbers.tables.lines import Work
from crossfoot.numbers.tables.makings import (
    HUNDRED,
    is_named,
    is_priced,
    is_share,
    makings,
)
from crossfoot.numbers.tables.sheets import Field, Row, Sheet

FEWEST = 3
"""Rows that must follow a formula before another row may be told."""
FEW = 2
"""The same where the columns are called what they are to each other."""
EACH = 4
"""Rows that must follow it for each that does not."""
HOPELESS = 4
"""First rows of which none follows, from which a formula is not looked at further."""
CLEAR = 5
"""Steps from which a value follows a formula by no chance."""
SHARP = 5
"""Parts of a value of which what a formula comes to may leave one open, to prove it."""
POINTS = frozenset({"bp", "pp"})
ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a column is made of, and the rows in which it is not."""

    target: str
    """The name of the column that is made."""
    said: str
    """What makes it, as an author may declare it."""
    held: tuple[Field, ...]
    """Its cells in the rows that follow it."""
    broken: tuple[Failing, ...]
    """Its cells in the others, and what the formula comes to there."""
    subtracts: bool = False
    """It is one column less another."""
    divides: bool = False
    """It is a share, a change in per cent or an average, which do not add up."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How the cell of one row fares."""

    cell: Field
    follows: bool
    steps: Decimal
    """How many of its printed steps it says, or nothing where anything would follow."""
    should: Decimal


def settled(fares: Sequence[Checked]) -> list[Checked]:
    """Return how rows fare, of two that one number breaks only the first."""
    wrong = [at for at, one in enumerate(fares) if not one.follows]
    return [one for at, one in enumerate(fares) if at not in wrong[1:]]


def relations(columns: Columns) -> Iterator[Relation]:
    """Yield the best formula of each column that follows one."""
    for target in columns.numeric:
        made_of = (
            one for one in makings(columns, target) if not _is_idle(columns, one)
        )
        fares = [(one, _fares(columns, one)) for one in made_of]
        known = [(one, fares) for one, fares in fares if fares]
        sure = [one for one in known if _is_sure(columns, *one)]
        whole = [one for one in known if not broken_of(one[1])]
        if sure:
            best = min(sure, key=lambda one: _rank(*one))
            if not any(_is_another(best, one) for one in whole):
                yield _made(columns, *best)
        elif not whole:
            few = (one for one in known if _is_meant(columns, *one))
            yield from (_made(columns, *one) for one in islice(few, 1))


def declared(sheet: Sheet, formula: Formula) -> Relation:
    """Return what a declared formula comes to in each row."""
    columns = Columns(sheet, Work())
    checked = [_checked(columns, formula, row) for row in columns.sheet.rows]
    return _made(columns, formula, [one for one in checked if one])


def _fares(columns: Columns, formula: Formula) -> list[Checked]:
    """Return how each row fares, or nothing where too many do not follow."""
    out: list[Checked] = []
    broken = 0
    most = max(1, len(columns.rows) // (EACH + 1))
    for row in columns.rows:
        if not columns.work.may(len(formula.rest) + 2):
            return []
        one = _checked(columns, formula, row)
        if one is None or (not one.follows and _is_other(columns, formula, row)):
            continue
        out.append(one)
        broken += not one.follows
        if broken > most or broken == len(out) == HOPELESS:
            return []
    return out


def broken_of(fares: Sequence[Checked]) -> int:
    """Return how many rows do not follow."""
    return sum(not one.follows for one in fares)


def _rank(formula: Formula, fares: Sequence[Checked]) -> tuple[bool, int, int]:
    """Return the order of formulas: fewest rows that do not follow, most that do."""
    broken = broken_of(fares)
    return _has_both(formula), broken, broken - len(fares)


def _is_another(
    best: tuple[Formula, Sequence[Checked]], whole: tuple[Formula, Sequence[Checked]]
) -> bool:
    """Say whether a formula of the same kind holds in every row, where one does not.

    It is meant, though the numbers are too small to show it.
    """
    signs = [[sign for sign, _ in one.rest] for one, _ in (best, whole)]
    return (
        broken_of(best[1]) > 0
        and signs[0] == signs[1]
        and len(whole[1]) >= len(best[1])
    )


def _has_both(formula: Formula) -> bool:
    return any(isinstance(term, Both) for term in formula.terms())


def _is_sure(columns: Columns, formula: Formula, fares: Sequence[Checked]) -> bool:
    """Say whether enough rows follow that one which does not is wrong."""
    steps = [one.steps for one in fares if one.follows]
    clear = sum(one >= CLEAR for one in steps)
    broken = broken_of(fares)
    if _is_sum(formula):
        return _is_added(columns, formula, fares)
    if clear >= max(FEWEST, EACH * broken):
        return broken < FEW or not _has_both(formula)
    if broken != 1 or len(steps) < FEW:
        return False
    least = CLEAR if formula.divides() else 1
    told = sum(one >= least for one in steps) >= FEW
    # What a column is called, and a slip of the keys, prove a difference of decimals.
    slip = not formula.divides() and all(
        _is_misprint(one) for one in fares if not one.follows
    )
    named = is_named(columns, formula) and (told or slip)
    return named or (clear >= FEW and _is_quotient(formula, fares))


def _is_sum(formula: Formula) -> bool:
    return all(sign == "+" for sign, _ in formula.rest)


def _is_added(columns: Columns, formula: Formula, fares: Sequence[Checked]) -> bool:
    """Say whether a column that nobody calls a total is the sum of those before it.

    Two rows of three show it, where the third is a misprint or near; nothing added to
    a number leaves it, and shows nothing.
    """
    clear = sum(one.follows and one.steps >= CLEAR for one in fares)
    broken = [one for one in fares if not one.follows]
    follow = {one.cell.place.line for one in fares if one.follows}
    rows = [row for row in columns.rows if follow & _lines(row)]
    filled = sum(_is_filled(columns, formula, row) for row in rows)
    if min(clear, filled) < max(FEW, EACH * (len(broken) - 1)):
        return False
    rounding = len(formula.terms()) + 1
    return all(_is_misprint(one) and 2 * _off(one) > rounding for one in broken)


def _lines(row: Row) -> set[int]:
    return {one.place.line for one in row if one}


def _is_filled(columns: Columns, formula: Formula, row: Row) -> bool:
    reaches = [columns.of(row, term) for term in formula.terms()]
    # Of two, one less the other would be another formula.
    some = len(reaches) > FEW
    return all(one and (one[0] > 0 or (some and one[1] < 0)) for one in reaches)


def _is_misprint(one: Checked) -> bool:
    amount = one.cell.cell.amount
    return amount is not None and is_misprint(amount.text, like(amount, one.should))


def _off(one: Checked) -> Decimal:
    """Return how many steps a cell is off."""
    amount = one.cell.cell.amount
    if amount is None or amount.value is None or not amount.step:
        return ZERO
    return abs(amount.value - one.should) / amount.step


def _is_quotient(formula: Formula, fares: Sequence[Checked]) -> bool:
    """Say whether percentages of three figures are shares of the columns before them.

    Two such rows are no chance, whatever the column is called: Turnout.
    """
    target = formula.target
    two = {target - 2, target - 1}
    sign, whole = formula.rest[0]
    terms = {formula.first, *(whole.lines if isinstance(whole, Both) else (whole,))}
    if terms != two or formula.rest[1:] or sign != "/":
        return False
    held = [one for one in fares if one.follows]
    units = {one.cell.cell.amount.unit for one in held if one.cell.cell.amount}
    return units == {"%"} and all(one.steps >= HUNDRED for one in held)


def _is_meant(columns: Columns, formula: Formula, fares: Sequence[Checked]) -> bool:
    """Say whether the only row that does not follow is one slip of the keys away.

    Of one row or two the names of the columns alone say what is meant.
    """
    broken = [one for one in fares if not one.follows]
    rest = [one for one in fares if one.follows]
    if len(broken) != 1 or len(rest) >= FEW or _is_sum(formula):
        return False
    if not all(one.steps >= CLEAR for one in fares):
        return False
    # `Average weight` beside two numbers need not be one of them by the other.
    mean = formula.rest[0][0] == "/" and not is_share(columns, formula.target)
    if mean and not rest:
        return False
    priced = all(sign != "*" for sign, _ in formula.rest) or is_priced(columns, formula)
    return priced and is_named(columns, formula) and _is_misprint(broken[0])


def _checked(columns: Columns, formula: Formula, row: Row) -> Checked | None:
    cell = columns.cell(row, formula.target)
    amount = cell.cell.amount if cell and cell.cell.kind == "number" else None
    over = formula.rest[:1] != () and formula.rest[0][0] == "/"
    found = value(formula, partial(columns.divided if over else columns.of, row))
    if cell is None or amount is None or amount.value is None or found is None:
        return None
    # 93% utilization is a share of something else.
    if amount.unit.startswith("% "):
        return None
    # Beside changes in per cent, those of percentages are in points.
    if amount.unit in POINTS and amount.unit != columns.unit(formula.target):
        return None
    whole = formula.divides() and HUNDRED not in formula.terms()
    scale = HUNDRED if amount.unit == "%" and whole else Decimal(1)
    low, high = found[0] * scale, found[1] * scale
    said = columns.of(row, formula.target) or (amount.value, amount.value)
    half = columns.step(formula.target, amount) / 2 if formula.divides() else ZERO
    follows = said[0] - half <= high and low <= said[1] + half
    # The brackets round a share may be those of a note, and no minus.
    if not follows and cell.text.startswith("(") and formula.divides():
        follows = -said[1] - half <= high and low <= -said[0] + half
    sharp = (high - low) * SHARP <= max(abs(low), abs(high))
    steps = abs(amount.value) / amount.step if amount.step and sharp else ZERO
    plain = None if follows else value(formula, partial(columns.printed, row))
    should = plain[0] * scale if plain else (low + high) / 2
    return Checked(cell, follows, steps, should)


def _is_idle(columns: Columns, formula: Formula) -> bool:
    """Say whether a factor is one in every row, and shows nothing of what is made."""
    factors = [term for sign, term in formula.rest if sign == "*"]
    return any(
        all(columns.printed(row, term) in {None, (ONE, ONE)} for row in columns.rows)
        for term in ((formula.first, *factors) if factors else ())
    )


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
    return other is not None and other.follows


def _made(columns: Columns, formula: Formula, fares: Sequence[Checked]) -> Relation:
    rows = {
        cell.place: row
        for row in columns.sheet.rows
        if (cell := columns.cell(row, formula.target))
    }
    said = formula.said(columns.names)
    relation = made(columns.names[formula.target], said, fares)
    broken = tuple(
        replace(one, rests=_made_of(columns, formula, rows[one.cell.place]))
        for one in relation.broken
    )
    signs = {sign for sign, _ in formula.rest}
    return replace(
        relation, broken=broken, subtracts=signs == {"-"}, divides="/" in signs
    )


def _made_of(columns: Columns, formula: Formula, row: Row) -> tuple[Field, ...]:
    """Return the cells of a row that a formula makes another of."""
    terms = [term for term in formula.terms() if isinstance(term, int)]
    cells = (columns.cell(row, term) for term in terms)
    return tuple(one for one in cells if one)


def made(target: str, said: str, fares: Sequence[Checked]) -> Relation:
    """Return the relation of a column, by how each of its cells fares."""
    held = tuple(one.cell for one in fares if one.follows)
    broken = tuple(Failing(one.cell, one.should) for one in fares if not one.follows)
    return Relation(target, said, held, broken)
