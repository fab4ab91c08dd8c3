"""Times and ratios printed: values, formats such as `h min` and `0:1` in, text out."""

from decimal import ROUND_HALF_UP, Decimal

from crossfoot.amounts import ratios, times
from crossfoot.amounts.agree import converted
from crossfoot.amounts.model import SECONDS, Amount


def is_form(pattern: str) -> bool:
    """Say whether a format is that of a time or a ratio."""
    return bool(times.form(pattern)) or ratios.is_form(pattern)


def fits(value: Decimal, unit: str, pattern: str) -> bool:
    """Say whether a value can be printed so: none below nought, of another unit."""
    if times.form(pattern):
        return unit in SECONDS and value >= 0
    return unit == "ratio" and value > 0


def shown(
    value: Decimal, unit: str, pattern: str, rounding: str = ROUND_HALF_UP
) -> str:
    """Return a value that fits as a format says."""
    if times.form(pattern):
        return times.shown(value * SECONDS[unit], pattern, rounding)
    return ratios.shown(value, pattern, rounding)


def again(text: str, unit: str, value: Decimal) -> str:
    """Return a value in the style of a time or ratio; "" where the text is none."""
    if unit == "s" and value >= 0 and times.is_time(text):
        return times.again(text, value)
    if unit == "ratio" and value > 0 and ratios.whole(text):
        return ratios.again(text, value)
    return ""


def read(text: str, unit: str) -> Amount | None:
    """Read a text that is nothing but a time or ratio, in a unit; else None."""
    if unit == "ratio":
        return ratios.whole(text)
    found = times.time(text, 0) if unit in SECONDS else None
    return converted(found, unit) if found and found.end == len(text) else None
