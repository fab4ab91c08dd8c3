"""Misprints: a number and another in; whether a slip of the keys parts them, out.

A number is looked at by its forms: its figures to the last one that it prints, those
that tell, and, of a table's, those that a text leaves when it rounds.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import product

from crossfoot.numbers.suggest import Number

LEAST_FIGURES = 2
"""Figures that tell of two that are exchanged."""
CLEAR_FIGURES = 3
"""Figures of which one wrong is likely a slip, and two exchanged hardly chance."""
SURE_FIGURES = 4
"""Figures of which one wrong is hardly chance."""
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
    steps += [one for one in THOUSANDS if value.endswith(f"{one:f}"[1:])]
    out = {f"{exact / one:.0f}" for one in steps if one}
    whole = max(out, key=len, default="")
    for count in ROUNDED if rounded else ():
        if len(whole) > count + 1:
            unit = Decimal(10) ** (len(whole) - count)
            near = (Decimal(whole) / unit).quantize(Decimal(1), ROUND_HALF_UP)
            out.add(str(near))
    return tuple(sorted(one for one in out if len(one) >= LEAST_FIGURES))


@lru_cache(VALUES)
def prints(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return each form without one figure, each in turn, and its figures in order."""
    out = set()
    for form in forms:
        out.add("".join(sorted(form)))
        if len(form) >= CLEAR_FIGURES:
            out |= {f"{form[:at]}_{form[at + 1 :]}" for at in range(len(form))}
    return tuple(sorted(out))


def strength_of(one: Number, cell: Number) -> int:
    """Return 2 where a slip of the keys alone makes one of the other, 1 if likely."""
    # Only `£3.4m` and the like round what a table has in full.
    rounded = one.entry["scale"] != "1"
    pairs = product(forms_of(one, rounded=False), forms_of(cell, rounded=rounded))
    return max((_slip(*pair) for pair in pairs), default=0)


def _slip(mine: str, other: str) -> int:
    """Return how sure it is that one wrong figure, or two exchanged, part two forms."""
    if len(mine) != len(other):
        return 0
    apart = [at for at, (a, b) in enumerate(zip(mine, other, strict=True)) if a != b]
    # Of a round number the noughts are chance.
    told = min(len(mine.rstrip("0")), len(other.rstrip("0")))
    if len(apart) == 1:
        near = abs(int(mine) - int(other)) == 1
        return 0 if near or told < CLEAR_FIGURES else 1 + (told >= SURE_FIGURES)
    if len(apart) == 2 and apart[1] == apart[0] + 1 and told >= LEAST_FIGURES:
        low, high = apart
        if mine[low] == other[high] and mine[high] == other[low]:
            return 1 + (len(mine) >= CLEAR_FIGURES)
    return 0


def chance_of(mine: str, other: str) -> int:
    """Return how seldom two forms are such a slip apart by chance, in bits; 0: none."""
    if not _slip(mine, other):
        return 0
    told = min(len(mine.rstrip("0")), len(other.rstrip("0")))
    turned = sum(a != b for a, b in zip(mine, other, strict=True)) > 1
    return bits_of(told, turned=turned)


@lru_cache(VALUES)
def bits_of(figures: int, *, turned: bool) -> int:
    """Return how seldom a slip makes one number of another of so many figures, in bits.

    Of the numbers of four figures three are two exchanged figures of one, and 36 are
    one other figure of it: 11 bits and 7.
    """
    numbers = 9 * int("1".ljust(figures, "0"))
    alike = figures - 1 if turned else 9 * figures
    return (numbers // max(1, alike)).bit_length() - 1


def figures(one: Number) -> str:
    """Return the figures that tell of a number."""
    return str(one.entry["value"]).replace(".", "").strip("-0")
