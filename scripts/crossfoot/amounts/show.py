"""Printing: exact values and formats in, text out.

Formats are `words`, `over`, `about`, `sf2`, and patterns such as `0`, `0.0`, `0%`,
`£m`, `£bn`, `£0.0bn`. Without one, the house style: words to nine, thousands marks,
£m and £bn where they keep the value exact.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from crossfoot.amounts import english, words
from crossfoot.amounts.agree import HUNDRED, is_money
from crossfoot.amounts.signs import MINUS, SIGNS, WIDE

YEAR = "year"
"""The unit whose numbers take no thousands mark."""
POWERS = {"k": 3, "m": 6, "bn": 9, "tn": 12}
PATTERN = re.compile(
    r"(?P<sign>[£$€¥₹])?(?P<zeros>0(?:\.0{1,9})?)?(?P<scale>k|m|bn|tn)?(?P<percent>%)?"
)
FIGURES = re.compile(r"sf([1-9])")
NAMES = ("words", "0", "0.0", "0%", "£m", "£bn", "£0.0bn", "sf2", "over", "about")
"""The formats that the manual names; the patterns allow more of the kind."""


class FormatError(ValueError):
    """A format that is unknown, or that does not fit the unit of the value."""


@dataclass(frozen=True, slots=True)
class Style:
    """The house style of numbers."""

    words_to: int = 9
    """Counts up to this one are written in words in running text."""


STYLE = Style()


def show(value: Decimal, unit: str, pattern: str = "", style: Style = STYLE) -> str:
    """Return a value in a format, or in house style when `pattern` is empty.

    Raises FormatError when the format is unknown or does not fit the unit.
    """
    pattern = pattern.strip()
    if not pattern:
        return house(value, unit, style)
    if pattern == "words":
        return _in_words(value, unit)
    if pattern in {"over", "about"}:
        return bounded(value, unit, pattern)
    figures = FIGURES.fullmatch(pattern)
    if figures:
        return house(significant(value, int(figures[1])), unit, Style(0))
    found = PATTERN.fullmatch(pattern)
    if not found or pattern == found["scale"]:
        raise FormatError(f"“{pattern}” is no format")
    return _patterned(value, unit, pattern, found)


def _patterned(value: Decimal, unit: str, pattern: str, found: re.Match[str]) -> str:
    if bool(found["percent"]) != (unit in {"%", "ratio"}) and found["percent"]:
        raise FormatError(f"“{pattern}” does not fit a value in {unit}")
    if found["sign"] and SIGNS.get(unit) != found["sign"]:
        raise FormatError(f"“{pattern}” does not fit a value in {unit}")
    if found["percent"]:
        value = value * HUNDRED if unit == "ratio" else value
    value = value.scaleb(-POWERS[found["scale"]]) if found["scale"] else value
    places = found["zeros"].count("0") - 1 if found["zeros"] else None
    number = digits(value, places if places is not None else _few(value))
    return signed(number, found["sign"] or "", found["scale"] or "") + (
        found["percent"] or ""
    )


def _few(value: Decimal) -> int:
    """Return one place, or none when the first is a nought."""
    return 1 if rounded(value, 1) % 1 else 0


def signed(number: str, sign: str, tail: str) -> str:
    """Return a printed number with its currency sign after a minus."""
    minus = MINUS if number.startswith(MINUS) else ""
    return f"{minus}{sign}{number.removeprefix(MINUS)}{tail}"


def rounded(value: Decimal, places: int) -> Decimal:
    """Return the value rounded half up to decimal places."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)


def digits(value: Decimal, places: int) -> str:
    """Return a value in digits with thousands marks and so many places."""
    number = rounded(value, places)
    return f"{MINUS if number < 0 else ''}{abs(number):,f}"


def significant(value: Decimal, count: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return the value rounded to significant figures."""
    if not value:
        return value
    step = Decimal(1).scaleb(value.adjusted() - count + 1)
    return plain((value / step).to_integral_value(rounding) * step)


def plain(value: Decimal) -> Decimal:
    """Return an equal value without exponent or trailing noughts."""
    bare = value.normalize()
    exponent = bare.as_tuple().exponent
    return (
        bare.quantize(Decimal(1))
        if isinstance(exponent, int) and exponent > 0
        else bare
    )


def house(value: Decimal, unit: str, style: Style = STYLE) -> str:
    """Return a value in house style."""
    if is_money(unit):
        return _money(value, unit)
    if unit in {"%", "ratio"}:
        return f"{_relative(value * HUNDRED if unit == 'ratio' else value)}%"
    if unit == "pp":
        one = abs(value) == 1
        return f"{_relative(value)} percentage point{'' if one else 's'}"
    if unit == "bp":
        return f"{_relative(value)} basis point{'' if abs(value) == 1 else 's'}"
    if value == value.to_integral_value():
        return f"{value:.0f}" if unit == YEAR else count(int(value), style)
    return digits(value, _places(value))


def count(value: int, style: Style = STYLE) -> str:
    """Return a whole number: words up to the style's bound, else digits."""
    if 0 <= value <= style.words_to:
        return words.write(value)
    return digits(Decimal(value), 0)


def _places(value: Decimal) -> int:
    """Return the places that a fraction is printed with: all up to two, else one."""
    exponent = value.normalize().as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    small = max(0, -value.adjusted()) + 1 if abs(value) < 1 else 1
    return own if own <= 2 else small


def _relative(value: Decimal) -> str:
    """Return a percentage: whole from ten up, one place below, more below a tenth."""
    if abs(value) >= 10 or value == value.to_integral_value():
        return digits(value, 0)
    return digits(value, max(1, -value.adjusted()))


def _money(value: Decimal, unit: str) -> str:
    sign = SIGNS.get(unit, f"{unit} ")
    size = abs(value)
    for name in ("bn", "m"):
        part = value.scaleb(-POWERS[name])
        if abs(part) >= 1 and part == rounded(part, 1):
            return signed(digits(part, _few(part)), sign, name)
    if size >= 10**9 and value == value.scaleb(-6).to_integral_value().scaleb(6):
        return signed(digits(value.scaleb(-6), 0), sign, "m")
    whole = value == value.to_integral_value()
    return signed(digits(value, 0 if whole else 2), sign, "")


def _in_words(value: Decimal, unit: str) -> str:
    if value != value.to_integral_value() or is_money(unit) or abs(value) >= 10**15:
        raise FormatError(f"“words” does not fit {house(value, unit, Style(0))}")
    said = words.write(int(value))
    one = abs(value) == 1
    tails = {
        "%": " per cent",
        "pp": f" percentage point{'' if one else 's'}",
        "bp": f" basis point{'' if one else 's'}",
    }
    return said + tails.get(unit, "")


def bounded(value: Decimal, unit: str, comparator: str) -> str:
    """Return `over …` or `about …` with as few figures as still agree.

    A value that no rounder one stays below is printed as it is.
    """
    spoken = english.SPOKEN[comparator]
    if comparator == "about":
        return spoken.format(house(significant(value, 2), unit, Style(0)))
    rounding = ROUND_FLOOR if comparator == "over" else ROUND_CEILING
    for figures in (2, 1):
        # 3.2bn is over 3bn, but not over 3.2bn.
        bound = significant(value, figures, rounding)
        step = last_step(bound)
        inside = 0 < abs(value - bound) < min(step, abs(bound) / 2)
        if inside:
            return spoken.format(house(bound, unit, Style(0)))
    return house(value, unit, Style(0))


def last_step(value: Decimal) -> Decimal:
    """Return the step of a value's last significant figure."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
