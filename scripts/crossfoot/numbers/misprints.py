"""Misprints: a number and another in; whether a slip of the keys parts them, out.

A number is looked at by its forms: its figures to the last one that it prints, those
that tell, and, of a table's, those that a text leaves when it rounds.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import product

from crossfoot.numbers.mistyped import CLEAR_FIGURES, LEAST_FIGURES, strength
from crossfoot.numbers.suggest import Number

ROUNDED = (2, 3)
"""Figures that a text has of a long number."""
THOUSANDS = (Decimal(1000), Decimal(1_000_000))
VALUES = 8192


def forms_of(one: Number, *, rounded: bool) -> tuple[str, ...]:
    """Return the forms of a number; `rounded`: with those that a text leaves."""
    said = one.said
    return _forms(one.entry["value"], said.step, said.figure, rounded)


@lru_cache(VALUES)
def _forms(value: str, step: str, figure: str, rounded: bool) -> tuple[str, ...]:
    """Return the figures of a number, to its last one, and rounded as texts round."""
    exact = abs(Decimal(value))
    steps = [Decimal(one) for one in (step, figure)]
    # A table may have £630,000 as 630, below a head that says thousands.
    whole_ones = THOUSANDS if "." not in value else ()
    steps += [one for one in whole_ones if value.endswith(f"{one:f}"[1:])]
    out = {f"{exact / one:.0f}" for one in steps if one}
    whole = max(out, key=len, default="")
    for count in ROUNDED if rounded else ():
        if len(whole) > count + 1:
            unit = Decimal(10) ** (len(whole) - count)
            near = (Decimal(whole) / unit).quantize(Decimal(1), ROUND_HALF_UP)
            out.add(str(near))
    return tuple(sorted(one for one in out if len(one) >= LEAST_FIGURES))


@lru_cache(VALUES)
def prints(forms: tuple[str, ...], least: int = CLEAR_FIGURES) -> tuple[str, ...]:
    """Return each form without one figure, each in turn, and its figures in order.

    `least`: figures of which one is left out.
    """
    out = set()
    for form in forms:
        out.add("".join(sorted(form)))
        if len(form) >= least:
            out |= {f"{form[:at]}_{form[at + 1 :]}" for at in range(len(form))}
    return tuple(sorted(out))


def strength_of(one: Number, cell: Number) -> int:
    """Return 2 where a slip of the keys alone makes one of the other, 1 if likely."""
    # Only `£3.4m` and the like round what a table has in full.
    rounded = one.entry["scale"] != "1"
    pairs = product(forms_of(one, rounded=False), forms_of(cell, rounded=rounded))
    return max((strength(*pair) for pair in pairs), default=0)


def figures(one: Number) -> str:
    """Return the figures that tell of a number."""
    return str(one.entry["value"]).replace(".", "").strip("-0")
