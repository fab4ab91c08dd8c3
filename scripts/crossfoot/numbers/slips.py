"""Slips: a total and its parts in; whether a slip of the keys explains them, out."""

from collections.abc import Sequence
from decimal import Decimal

FEWEST = 100
"""A difference below so many steps has a slip's shape too often by chance."""

LEAST = 18
"""A difference in steps from which a part with a nought too many explains it."""


def is_slip(said: Decimal, parts: Sequence[Decimal], step: Decimal) -> bool:
    """Say whether one slip in the total or in a part explains their difference.

    A wrong digit changes a number by d times a power of ten, two neighbours exchanged
    by 9d times one; a nought too many or too few multiplies or divides by ten.
    """
    real = sum(parts, Decimal(0))
    if not said or not real:
        return False
    ratio = said / real
    if ratio in {Decimal(10), Decimal("0.1"), Decimal(1000), Decimal("0.001")}:
        return True
    difference = abs(said - real)
    if difference < FEWEST * step:
        return _is_nought(said, real, parts, step)
    return has_shape(difference) or any(
        one and (difference == abs(one) * 9 or difference * 10 == abs(one) * 9)
        for one in parts
    )


def _is_nought(
    said: Decimal, real: Decimal, parts: Sequence[Decimal], step: Decimal
) -> bool:
    """Say whether a part without its last nought makes up the total."""
    over = real - said
    return over >= LEAST * step and any(
        over * 10 == one * 9 and one % (10 * step) == 0 for one in parts
    )


def has_shape(difference: Decimal) -> bool:
    """Say whether a difference is that of one digit or of two exchanged."""
    figures = int(f"{difference:f}".replace(".", "").strip("0") or 0)
    return figures < 10 or (figures <= 81 and figures % 9 == 0)
