"""Misprints: a number and another in; whether a slip of the keys parts them, out.

A number is looked at by its forms: its figures to the last one that it prints, those
that tell, and, of a table's, those that a text leaves when it rounds.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import product

from crossfoot.numbers.across.suggest import Number
from crossfoot.numbers.mistyped import CLEAR_FIGURES, LEAST_FIGURES, strength

ROUNDED = (2, 3)
"""Figures that a text has of a long number."""
THOUSANDS = ("000", "000000")
VALUES = 8192


def forms_of(one: Number, *, rounded: bool) -> tuple[str, ...]:
    """Return the forms of a number; `rounded`: with those that a text leaves."""
    said = one.said
    return _forms(one.entry["value"], said.step, said.figure, rounded)


@lru_cache(VALUES)
def _forms(value: str, step: str, figure: str, rounded: bool) -> tuple[str, ...]:
    """Return the figures of a number, to its last one, and rounded as texts round."""
    out = _printed(value, step, figure)
    whole = max(sorted(out), key=len, default="")
    for count in ROUNDED if rounded else ():
        if len(whole) > count + 1:
            unit = 10 ** (len(whole) - count)
            out.add(str((2 * int(whole) + unit) // (2 * unit)))
    return tuple(sorted(one for one in out if len(one) >= LEAST_FIGURES))


def _printed(value: str, step: str, figure: str) -> set[str]:
    """Return the figures of a number, as it is printed and in thousands."""
    # A table may have £630,000 as 630, below a head that says thousands.
    ends = [each for each in THOUSANDS if "." not in value and value.endswith(each)]
    if step == figure == "1" and value.isdecimal():
        # Most numbers are counts, of which nothing has to be reckoned.
        return {value, *(value.removesuffix(noughts) for noughts in ends)}
    exact = abs(Decimal(value))
    steps = [Decimal(one) for one in (step, figure)]
    steps += [Decimal(f"1{noughts}") for noughts in ends]
    return {f"{exact / one:.0f}" for one in steps if one}


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


class Wanted:
    """The prints of some numbers, sought among those of others."""

    def __init__(self, numbers: Iterable[Number], least: int) -> None:
        """Take the numbers; `least` is that of `prints`."""
        self.least = least
        forms = {forms_of(one, rounded=False) for one in numbers}
        self.prints = {each for one in forms for each in prints(one, least)}
        self.lengths = {*map(len, self.prints)}

    def of(self, one: Number) -> set[str]:
        """Return the prints that a number, however rounded, has in common with them."""
        forms = forms_of(one, rounded=True) if self.lengths else ()
        near = tuple(form for form in forms if len(form) in self.lengths)
        return self.prints.intersection(prints(near, self.least)) if near else set()


def are_level(one: Number, other: Number) -> bool:
    """Say whether two numbers have as many figures, but for thousands and millions.

    Their forms leave out noughts, which no other slip adds.
    """
    mine, theirs = (Decimal(each.entry["value"]).adjusted() for each in (one, other))
    return (mine - theirs) % 3 == 0


def strength_of(one: Number, cell: Number) -> int:
    """Return 2 where a slip of the keys alone makes one of the other, 1 if likely."""
    if not are_level(one, cell):
        return 0
    # Only `£3.4m` and the like round what a table has in full.
    rounded = one.entry["scale"] != "1"
    pairs = product(forms_of(one, rounded=False), forms_of(cell, rounded=rounded))
    return max((strength(*pair) for pair in pairs), default=0)


def figures(one: Number) -> str:
    """Return the figures that tell of a number."""
    return str(one.entry["value"]).replace(".", "").strip("-0")
