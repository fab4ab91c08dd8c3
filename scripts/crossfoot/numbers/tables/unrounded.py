"""Unrounded totals: verdicts in; the one that rounding cannot explain, out.

Figures that were rounded miss their totals here and there by a step or two. Where all
other totals of a table are exact, nothing was rounded, or whoever made it saw to it
that all add up: the one that is off is wrong.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import prod

from crossfoot.amounts.model import ONE
from crossfoot.numbers.tables.sheets import Field
from crossfoot.numbers.tables.sums import CENT, Verdict, value_of

FEWEST = 8
"""Totals that are exact, from which one that is not is no rounding."""
PARTS = 3
"""Parts of a total from which rounding would show."""
SURE = 1000
"""Product of how much coarser the coarsest part of each exact total is than the finest
one, from which all are exact."""


def unrounded(verdicts: Sequence[Verdict], *, rounded: bool) -> list[Verdict]:
    """Return the verdicts, with the one that only rounding bore out now failing.

    Offices of statistics round each figure with decimals by itself.

    `rounded`: the table says that its figures are rounded.
    """
    held = [one for one in verdicts if one.foots and _would_show(one)]
    off = [one for one in held if value_of(one.total) != one.sum]
    if rounded or len(off) != 1 or len(held) <= FEWEST:
        off = [] if rounded else _coarse(verdicts)
    return [
        replace(one, foots=False, sure=False, backed=True) if one in off else one
        for one in verdicts
    ]


def _coarse(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return the only total that whole numbers beside finer ones miss by a part of one.

    Where they come to all other totals to the last figure, they were not rounded.
    """
    mixed = [one for one in verdicts if one.foots and _is_mixed(one)]
    off = [one for one in mixed if _off(one)]
    right = [one for one in mixed if one not in off]
    exact = prod(_coarseness(one) for one in right) >= SURE
    return off if len(off) == 1 and len(right) > 1 and exact else []


def _is_mixed(one: Verdict) -> bool:
    """Say whether a total is printed as finely as its finest part, and not all are."""
    total, *parts = (_step(cell) for cell in (one.total, *one.parts) if value_of(cell))
    return bool(parts) and total == min(parts) < max(parts)


def _off(one: Verdict) -> bool:
    """Say whether a total misses its parts by more than what the finest leave open."""
    reach = _step(one.total) * (len(one.parts) + 1) / 2
    return abs(value_of(one.total) - one.sum) > reach


def _coarseness(one: Verdict) -> Decimal:
    return max(map(_step, one.parts)) / _step(one.total)


def _step(cell: Field) -> Decimal:
    return cell.cell.amount.step if cell.cell.amount else ONE


def _would_show(one: Verdict) -> bool:
    """Say whether a total of whole numbers or of cents has parts enough."""
    amounts = [cell.cell.amount for cell in (one.total, *one.parts)]
    steps = {amount.step / amount.scale for amount in amounts if amount}
    money = all(amount.unit.isupper() for amount in amounts if amount)
    return len(one.parts) >= PARTS and (steps == {ONE} or (money and steps == {CENT}))
