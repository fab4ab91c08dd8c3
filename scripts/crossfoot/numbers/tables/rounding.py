"""Rounding: whole numbers and their total in; how far off it may be, out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import gcd, isqrt

from crossfoot.amounts.model import Amount, is_integral

FULL = Decimal(100)
NEARLY_FULL = Decimal("1.5")
"""How far whole percentages may be from a hundred, or from their total."""
ROUND_STEPS = (5, 10, 50, 100, 500, 1000)
NOUGHTS = (1000, 100)
SMALL = {True: 1000, False: 100_000}
"""Money, and counts, from which a total of rounded parts may be one step off."""
RULE, STEPS = 9, 12
"""The square of three, and the variance of a step as a share of its square."""
MANY = 8
"""Rounded parts from which a total may be two steps off, as a rule, not one."""
SECRET, CHANCE = frozenset({5, 10}), 144
"""Steps to which counts are rounded by chance, for secrecy; and, in hundredths, the
square of three times the spread of one, in steps."""
DIGITS = frozenset("123456789")
SOME = 4
"""Numbers of which all but one end in noughts by no chance."""
FIVES = 10
"""Such numbers where the one ends in a five, as every other that is rounded to it."""
AGAIN = 10
"""Steps that a total has at least that is rounded to them."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What kind of numbers are added."""

    money: bool
    counts: bool
    """They count things, so many that they may be rounded for secrecy."""
    measures: bool
    """They are lengths, areas or weights, which are rounded as such."""
    step: Decimal
    """The finest printed step."""
    scaled: bool = False
    """They are said to be in thousands, or in millions."""


def printed(steps: Sequence[Decimal], *, total: bool, plain: bool) -> Decimal:
    """Return how far a total may be off by the steps in which all is printed.

    Where some are printed finer, the others are whole or one is rounded. A total finer
    than all its parts is not made of them as printed, and one as coarse as most of them
    is rounded as they are. `steps`: of the parts and then of the total, if there is a
    `total`. `plain`: money, or figures said to be rounded, are rounded as printed.
    """
    most = max(steps)
    finer = total and steps[-1] < min(steps[:-1], default=most)
    alike = total and steps[-1] == most and steps.count(most) * 2 > len(steps)
    if plain or finer or alike or len(set(steps)) == 1:
        return sum(steps, Decimal(0)) / 2
    return (min(steps) * (len(steps) - 1) + most) / 2


def slack(values: Sequence[Decimal], said: Decimal, kind: Numbers) -> Decimal:
    """Return how far a total may be off from parts that look exact and were rounded.

    Counts that all end in noughts or fives are often rounded for secrecy.
    """
    if kind.scaled:
        # The total itself is rounded, too.
        return kind.step * _spread(len(values) + 1)
    whole = [int(one) for one in (*values, said)]
    common = 0 if kind.money else gcd(*whole)
    step = max((s for s in ROUND_STEPS if common and common % s == 0), default=0)
    if step and kind.counts:
        steps = 2 if len(values) >= MANY else 1
        # Rounded up or down by chance, each may be off by nearly a step.
        chance = isqrt(CHANCE * (len(values) + 1)) // 10 if step in SECRET else 0
        return max(Decimal(step * max(steps, chance)), _rounded(whole))
    rounded = _rounded(whole) if kind.counts else Decimal(0)
    if rounded or (abs(said) < SMALL[kind.money] and not kind.measures):
        return rounded
    return kind.step * (1 if kind.money else _spread(len(values)))


def of_shares(shares: Sequence[Amount]) -> Decimal:
    """Return how far shares may be from their total; those with decimals are nearer."""
    fine = min(one.step for one in shares)
    return NEARLY_FULL if fine >= 1 else min(NEARLY_FULL, fine * len(shares))


def steps_of(amounts: Sequence[Amount]) -> list[Decimal]:
    """Return the steps in which numbers are printed.

    A bare 0 among decimals is nothing, not a rounded number.
    """
    steps = [one.step for one in amounts if one.value]
    fine = min(steps, default=None)
    return [
        one.step if one.value or fine is None else min(one.step, fine)
        for one in amounts
    ]


def of_all(
    steps: list[Decimal], values: Sequence[Decimal], said: Decimal
) -> list[Decimal]:
    """Return the steps of shares and their total, which is exact if it is all of them.

    One and a hundred are, whatever their parts are rounded to.
    """
    whole = said in {1, FULL} and all(0 <= value <= said for value in values)
    return [*steps[:-1], min(steps)] if whole else steps


def is_finer(numbers: Sequence[Decimal], off: Decimal) -> bool:
    """Say whether one whole number is finer than all others, by one digit: `off`.

    All others end in noughts there, so that no rounding leaves the total off by it.
    """
    figures = f"{off.normalize():f}"
    if len(numbers) < SOME or not is_integral(off) or figures.strip("0") not in DIGITS:
        return False
    unit = 10 ** len(figures)
    if figures.startswith("5") and len(numbers) < FIVES:
        return False
    rests = [one % unit for one in numbers if one % unit]
    return len(rests) == 1 and off in {rests[0], unit - rests[0]}


def _spread(parts: int) -> int:
    """Return three times the spread of a sum of so many rounded parts, in steps."""
    return max(1, isqrt(RULE * parts // STEPS))


def _rounded(whole: Sequence[int]) -> Decimal:
    """Return how far a total may be off that is rounded as half its parts are."""
    *terms, said = whole
    step = next((one for one in NOUGHTS if said and said % one == 0), 0)
    alike = sum(term % step == 0 for term in terms) if step else 0
    meant = step and abs(said) >= AGAIN * step and alike * 2 >= len(terms)
    return Decimal(step) / 2 if meant else Decimal(0)
