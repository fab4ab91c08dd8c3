"""Slips: a total and its parts in; whether a slip of the keys explains them, out."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from math import gcd

from crossfoot.amounts.model import is_integral

FEWEST = 100
"""A difference below so many steps has a slip's shape too often by chance."""

FAR = 100
"""Times that a nought is more than what rounding leaves open, to be told from it."""
LONG = 4
"""Figures of a total in which two that are exchanged are no chance."""
LEAST = 18
"""A difference in steps from which a part with a nought too many explains it."""


def is_slip(
    said: Decimal,
    parts: Sequence[Decimal],
    step: Decimal,
    scale: Decimal = Decimal(1),
    reach: Decimal = Decimal(0),
) -> bool:
    """Say whether one slip in the total or in a part explains their difference.

    A wrong digit changes a number by d times a power of ten, two neighbours exchanged
    by 9d times one; a nought too many or too few multiplies or divides what stands
    before the point by ten. `scale`: that of numbers such as 1.5m. `reach`: how far
    the total may be off by rounding, which a nought too many outdoes.
    """
    real = sum(parts, Decimal(0))
    if not said or not real:
        return False
    if reach and _is_nearly(said, parts, reach, scale):
        return True
    ratio = said / real
    if ratio in {Decimal(10), Decimal("0.1"), Decimal(1000), Decimal("0.001")}:
        return True
    difference = abs(said - real)
    if difference < FEWEST * step:
        return has_nought(said, parts, step, scale) or is_swapped(said, real, step)
    every = [abs(one) for one in parts]
    every += [_whole(one, scale) for one in (said, real, *parts)]
    return has_shape(difference) or any(
        one and (difference == one * 9 or difference * 10 == one * 9) for one in every
    )


def _is_nearly(
    said: Decimal, parts: Sequence[Decimal], reach: Decimal, scale: Decimal
) -> bool:
    """Say whether a nought too many, and rounding, explain the difference.

    It stands before the point, or moves it.
    """
    real = sum(parts, Decimal(0))
    over = real - said
    if abs(over) < FAR * reach:
        return False
    before = [_before(one, scale) for one in (said, *parts)]
    total = min(abs(said - 10 * real), abs(10 * over + 9 * before[0]))
    return total <= 10 * reach or any(
        one * over > 0 and abs(10 * over - 9 * one) <= 10 * reach
        for one in (*parts, *before[1:])
    )


def is_nought(said: Decimal, parts: Sequence[Decimal]) -> bool:
    """Say whether nothing but a nought too many explains a total, and by no chance.

    Without it the sum is exact to three figures or more, of whole numbers.
    """
    real = sum(parts, Decimal(0))
    numbers = [int(one) for one in (said, *parts)]
    whole = all(map(is_integral, (said, *parts)))
    small = min(abs(said), abs(real))
    if not whole or small < FEWEST * gcd(*numbers):
        return False
    return said == 10 * real or has_nought(said, parts, Decimal(1))


def _before(one: Decimal, scale: Decimal) -> Decimal:
    """Return what of a number stands before its point, if it ends in a nought."""
    whole = _whole(one, scale)
    return whole.copy_sign(one) if whole % (10 * scale) == 0 else Decimal(0)


def _whole(one: Decimal, scale: Decimal) -> Decimal:
    """Return what of a number stands before its point."""
    return (abs(one) / scale).to_integral_value(ROUND_DOWN) * scale


def has_nought(
    said: Decimal, parts: Sequence[Decimal], step: Decimal, scale: Decimal = Decimal(1)
) -> bool:
    """Say whether a part without the nought before its point makes up the total.

    A small difference proves it only where that part is larger than the total.
    """
    over = sum(parts, Decimal(0)) - said
    return over != 0 and any(
        over * 10 == _whole(one, scale).copy_sign(one) * 9
        and _whole(one, scale) % (10 * scale) == 0
        and (abs(over) >= LEAST * step or one > said > 0)
        for one in parts
    )


def is_swapped(said: Decimal, real: Decimal, step: Decimal) -> bool:
    """Say whether two neighbouring figures of a total are those of its sum, exchanged.

    Few differences of two numbers do that, however small they are.
    """
    one, other = (f"{abs(number) / step:.0f}" for number in (said, real))
    swaps = (
        f"{other[:k]}{other[k + 1]}{other[k]}{other[k + 2 :]}"
        for k in range(len(other) - 1)
    )
    return len(other) >= LONG and one != other and one in swaps


def has_shape(difference: Decimal) -> bool:
    """Say whether a difference is that of one digit or of two exchanged."""
    figures = int(f"{difference:f}".replace(".", "").strip("0") or 0)
    return figures < 10 or (figures <= 81 and figures % 9 == 0)
