"""Unrounded totals: verdicts in; the one that rounding cannot explain, out.

Figures that were rounded miss their totals here and there by a step or two. Where all
other totals of a table are exact, nothing was rounded, or whoever made it saw to it
that all add up: the one that is off is wrong.
"""

from collections.abc import Sequence
from dataclasses import replace

from crossfoot.numbers.sums import Verdict, value_of

FEWEST = 6
"""Totals that are exact, from which one that is not is no rounding."""
PARTS = 3
"""Parts of a total from which rounding would show."""


def unrounded(verdicts: Sequence[Verdict], *, rounded: bool) -> list[Verdict]:
    """Return the verdicts, with those that only rounding bore out now failing.

    `rounded`: the table says that its figures are rounded.
    """
    held = [one for one in verdicts if one.foots and _would_show(one)]
    off = [one for one in held if value_of(one.total) != one.sum]
    if rounded or len(held) - len(off) < FEWEST or not off or not _is_one(off):
        return list(verdicts)
    return [
        replace(one, foots=False, sure=False, backed=True) if one in off else one
        for one in verdicts
    ]


def _would_show(one: Verdict) -> bool:
    amount = one.total.cell.amount
    share = amount is not None and amount.unit == "%"
    return len(one.parts) >= PARTS and not share


def _is_one(off: Sequence[Verdict]) -> bool:
    """Say whether one number explains all that is off: a total, or a part of each."""
    shared = set.intersection(*({cell.place for cell in one.parts} for one in off))
    amounts = {one.sum - value_of(one.total) for one in off}
    return len(off) == 1 or (bool(shared) and len(amounts) == 1)
