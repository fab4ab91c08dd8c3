"""Mistakes: verdicts on totals in; those that one mistake may explain, out.

A wrong digit is in one cell. A row left out leaves all columns short of their total,
and a row entered twice takes all of them over it by what it says. Where several
columns are off in another way the total is made of other rows, or of no sum at all.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from crossfoot.amounts.like import like
from crossfoot.amounts.model import ONE
from crossfoot.numbers.mistyped import figures_at, is_misprint, slip_between
from crossfoot.numbers.slips import is_slip
from crossfoot.numbers.tables.crossed import Failing
from crossfoot.numbers.tables.relations import Relation
from crossfoot.numbers.tables.rough import HUNDRED, is_rounded, step_of
from crossfoot.numbers.tables.sheets import Field
from crossfoot.numbers.tables.summable import CHANGES
from crossfoot.numbers.tables.sums import Verdict, value_of

SEVERAL = 3
"""Cells of a total that are off, from which others that add up prove nothing."""
FAR_MORE = 10
"""Rows that add up for each that does not, from which the column is a total."""
TWICE = 2
"""Times the largest row that a row left out is at most, but for few."""
THIRD = 3
"""Parts of a total of which its rows are more than one, if a row is missing."""
TENTH = 10
"""Parts of an average row of which a rest that is not shown is less than one."""


def explained(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return the verdicts without totals that no one mistake explains."""
    lines: dict[tuple[str, int, frozenset[int]], list[Verdict]] = {}
    for one in verdicts:
        key = (one.label, one.total.place.line, one.lines)
        lines.setdefault(key, []).append(one)
    gone = [
        told
        for told in lines.values()
        if not _is_of_whole(told, verdicts)
        and (not _is_one_mistake(told) or _is_rest(told, verdicts))
    ]
    return [
        one
        for one in verdicts
        if one.foots or not any(any(one is each for each in told) for told in gone)
    ]


def _is_rest(told: Sequence[Verdict], verdicts: Sequence[Verdict]) -> bool:
    """Say whether a total is off by far more than any of its rows, in all its columns.

    A row left out is seldom more than twice as large as all others; a rest that is
    not shown often is. A slip's shape, or another total that adds up, is proof.
    """
    one = told[0]
    if any(each.foots or each.sure or _is_across(each) for each in told):
        return False
    beside = any(each.heading == one.heading and each.foots for each in verdicts)
    if len(told) == 1 and (one.backed or beside):
        return False
    return all(map(_is_larger, told)) and not any(map(_is_mistyped, told))


def _is_of_whole(told: Sequence[Verdict], verdicts: Sequence[Verdict]) -> bool:
    """Say whether several columns are short of a total of which other groups are whole.

    Where the rows of every other group make its total no rest is left out of this one.
    """
    short = all(one.sum < value_of(one.total) for one in told)
    return len(told) > 1 and short and all(_is_group(one, verdicts) for one in told)


def _is_group(one: Verdict, verdicts: Sequence[Verdict]) -> bool:
    """Say whether a total is one of several that make another, all others whole."""
    place = one.total.place
    whole = {each.total.place for each in verdicts if each.foots and each.parts[1:]}
    parents = ({part.place for part in each.parts} for each in verdicts if each.foots)
    return any(
        place in parts and len(parts) >= SEVERAL and parts - {place} <= whole
        for parts in parents
    )


def _is_across(one: Verdict) -> bool:
    return any(part.place.line == one.total.place.line for part in one.parts)


def _is_larger(one: Verdict) -> bool:
    """Say whether a total is off by more than twice the largest of several parts."""
    parts = [abs(value_of(part)) for part in one.parts]
    off = abs(value_of(one.total) - one.sum)
    return len(parts) > 1 and off > TWICE * max(parts)


def _is_one_mistake(told: Sequence[Verdict]) -> bool:
    """Say whether one mistake explains what fails of a total, or other cells prove it.

    `told`: all verdicts on the total.
    """
    wrong = [one for one in told if not one.foots]
    # A change may be any, whatever row is missing.
    wrong = [one for one in wrong if not CHANGES.search(one.heading)] or wrong
    right = any(one.foots and len(one.parts) > 1 for one in told)
    if len(wrong) > 1 and all(map(_is_small, wrong)):
        return False
    if len(wrong) >= SEVERAL and _is_constant(wrong):
        return False
    if len(wrong) < (SEVERAL if right else 2):
        return True
    return _is_lacking(wrong) or all(map(_is_mistyped, wrong)) or _is_moved(wrong)


def _is_lacking(wrong: Sequence[Verdict]) -> bool:
    """Say whether all columns are short of a total, by a row that was left out.

    Where amounts are taken away it may leave some columns short and others over.
    """
    short = [abs(value_of(one.total)) > abs(one.sum) for one in wrong]
    every = [value_of(cell) for one in wrong for cell in (one.total, *one.parts)]
    if min(every) < 0:
        return True
    return all(short) and not all(map(_is_little, wrong))


def _is_little(one: Verdict) -> bool:
    """Say whether parts come to less than a third of a total: most is elsewhere.

    Of a single part that is left nobody can say how many there were.
    """
    return len(one.parts) > 1 and one.sum * THIRD < value_of(one.total)


def _is_constant(wrong: Sequence[Verdict]) -> bool:
    """Say whether totals are off by one and the same, of rows that differ.

    What all columns share is no row of the table, and stands elsewhere.
    """
    off = {value_of(one.total) - one.sum for one in wrong}
    return len(off) == 1 and len({one.sum for one in wrong}) == len(wrong)


def _is_small(one: Verdict) -> bool:
    """Say whether estimates miss their total by less than a tenth of an average part.

    Of what is rounded to hundreds a rest is not shown; a row left out is like others.
    """
    off = value_of(one.total) - one.sum
    small = 0 < off * TENTH * len(one.parts) < one.sum
    steps = [part.cell.amount.step for part in one.parts if part.cell.amount]
    coarse = step_of(one.parts) >= HUNDRED * min(steps, default=ONE)
    return len(one.parts) > 1 and small and coarse


def in_few_rows(found: Sequence[Verdict]) -> list[Verdict]:
    """Return the verdicts on a column of totals without those that fail in many rows.

    One slip is in one row, and a row that is left out takes its own total with it.
    Where far more rows add up, those that do not are wrong, however they came to be.
    """
    wrong = [one for one in found if not one.foots and not is_rounded(one)]
    right = sum(one.foots for one in found)
    many = len(wrong) >= SEVERAL and not all(map(_is_mistyped, wrong))
    many = many and right < FAR_MORE * len(wrong)
    return [one for one in found if one.foots or not many]


def in_few_cells(relation: Relation) -> Relation:
    """Return a column that others make without the rows that deny it, if many do.

    As a column of totals, it is made in another way than the rows that follow show.
    """
    broken = [one for one in relation.broken if not _is_misprint(one)]
    many = len(broken) >= SEVERAL
    many = many and len(relation.held) < FAR_MORE * len(relation.broken)
    return replace(relation, broken=()) if many else relation


def _is_misprint(one: Failing) -> bool:
    amount = one.cell.cell.amount
    return amount is not None and is_misprint(amount.text, like(amount, one.real))


def _is_mistyped(one: Verdict) -> bool:
    """Say whether a total is one slip of the keys away from its sum."""
    amount = one.total.cell.amount
    step, scale = (amount.step, amount.scale) if amount else (ONE, ONE)
    parts = [sign * value_of(part) for sign, part in _signed(one)]
    said, real = (figures_at(value, step) for value in (value_of(one.total), one.sum))
    exchanged = len(said) > 1 and slip_between(said, real) == "exchange"
    return exchanged or is_slip(value_of(one.total), parts, step, scale, _reach(one))


def _signed(one: Verdict) -> list[tuple[int, Field]]:
    minus = sum(map(value_of, one.parts)) != one.sum
    signs = [sign for sign, _ in one.terms]
    known = minus and len(signs) == len(one.parts)
    return list(zip(signs if known else [1] * len(one.parts), one.parts, strict=True))


def _is_moved(wrong: Sequence[Verdict]) -> bool:
    """Say whether a row stands twice, or the totals stand under other columns."""
    sums, said = {one.sum for one in wrong}, {value_of(one.total) for one in wrong}
    twice = [_lines_of(one, one.sum - value_of(one.total)) for one in wrong]
    return len(sums & said) * 2 >= len(wrong) or bool(frozenset.intersection(*twice))


def _lines_of(one: Verdict, value: Decimal) -> frozenset[int]:
    """Return the lines of the document in which a part has a value, or nearly so."""
    reach = _reach(one)
    return frozenset(
        part.place.line for part in one.parts if abs(value_of(part) - value) <= reach
    )


def _reach(one: Verdict) -> Decimal:
    """Return how far decimals may be off by rounding; whole numbers are exact."""
    amounts = [cell.cell.amount for cell in (one.total, *one.parts)]
    reach = sum((amount.step for amount in amounts if amount), Decimal(0)) / 2
    return reach if reach < 1 else Decimal(0)
