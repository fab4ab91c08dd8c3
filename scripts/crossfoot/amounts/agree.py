"""Agreement: amounts as printed and exact values in, verdicts and intervals out.

For printed v, true x and u
the step of v's last significant figure: over v < x < v + min(u, v/2); at least the
same with v itself; under and at most mirrored; nearly 0.9 v <= x < v; about
|x - v| <= 0.1 v; none |x - v| <= half the printed step.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from crossfoot.amounts.currencies import ISO_4217
from crossfoot.amounts.model import SECONDS, Amount

Verdict = Literal["yes", "close", "no"]
"""`close`: the last printed zeros may be rounding, as in 21,000 for 21,300."""

RELATIVE = frozenset({"%", "pp", "bp", "ratio"})
HUNDRED = Decimal(100)
ROUND_ZEROS = 100
"""A step of the last significant figure from which zeros look like rounding."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a comparator reaches, as shares of the printed value."""

    about: Decimal = Decimal("0.1")
    nearly: Decimal = Decimal("0.1")
    over: Decimal = Decimal("0.5")
    """For over, at least, under and at most; the significant step bounds it too."""


TOLERANCE = Tolerance()


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a printed number admits."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Decimal) -> bool:
        """Say whether the value lies inside."""
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below


def interval(amount: Amount, tolerance: Tolerance = TOLERANCE) -> Interval:
    """Return the values that agree with a quantity as printed."""
    value = amount.value if amount.value is not None else Decimal(0)
    size = abs(value)
    reach = min(amount.figure, size * min(tolerance.over, Decimal("0.5")))
    match amount.comparator:
        case "over":
            return Interval(value, value + reach, low_open=True, high_open=True)
        case "at_least":
            return Interval(value, value + reach, high_open=True)
        case "under":
            return Interval(value - reach, value, low_open=True, high_open=True)
        case "at_most":
            return Interval(value - reach, value, low_open=True)
        case "nearly":
            return Interval(value - size * tolerance.nearly, value, high_open=True)
        case "about":
            margin = size * tolerance.about
            return Interval(value - margin, value + margin)
    return Interval(value - amount.step / 2, value + amount.step / 2)


def agreement(
    amount: Amount, value: Decimal, tolerance: Tolerance = TOLERANCE
) -> Verdict:
    """Say whether a number as printed agrees with the exact value, units aside."""
    if amount.value is None:
        return "no"
    if interval(amount, tolerance).holds(value):
        return "yes"
    # 20 and 110 are counts as a rule; 200 and 21,000 may be rounded.
    zeros = amount.figure / amount.step
    rounded = amount.comparator in {"", "further"} and zeros >= ROUND_ZEROS
    return (
        "close" if rounded and abs(value - amount.value) < amount.figure / 2 else "no"
    )


def converted(amount: Amount, unit: str, *, cell: bool = False) -> Amount | None:
    """Return the amount in another unit, or None when it cannot be said in it.

    A bare number counts anything; in a table's cell it may also be money or a
    percentage, as the heading says which.
    """
    if amount.value is None or amount.unit == unit:
        return amount if amount.value is not None else None
    shifts = {("%", "ratio"): -2, ("ratio", "%"): 2, ("bp", "pp"): -2, ("pp", "bp"): 2}
    if (amount.unit, unit) in shifts:
        return shifted(amount, shifts[amount.unit, unit], unit)
    if amount.unit == "s" and unit in SECONDS:
        return _scaled(amount, lambda one: one / SECONDS[unit], unit)
    counts = amount.unit == "count" and (cell or not (is_money(unit) or _strict(unit)))
    return replace(amount, unit=unit) if counts else None


def _strict(unit: str) -> bool:
    return unit in RELATIVE and unit != "ratio"


def is_money(unit: str) -> bool:
    """Say whether a unit is an ISO 4217 code."""
    return unit in ISO_4217


def shifted(amount: Amount, power: int, unit: str) -> Amount:
    """Return the amount with its value times a power of ten, in another unit."""
    return _scaled(amount, lambda one: one.scaleb(power), unit)


def _scaled(amount: Amount, sized: Callable[[Decimal], Decimal], unit: str) -> Amount:
    return replace(
        amount,
        value=sized(amount.value if amount.value is not None else Decimal(0)),
        unit=unit,
        scale=sized(amount.scale),
        step=sized(amount.step),
        figure=sized(amount.figure),
    )
