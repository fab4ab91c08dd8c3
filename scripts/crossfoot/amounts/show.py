"""Printing: exact values and formats in, text out.

Formats are `words`, `sf2`, and patterns such as `0`, `0.0`, `0%`, `£m`, `£bn`,
`£0.0bn`; `over`, `about`, `just over` and other comparators alone or before one of
these. Without one, the house style: words to nine, thousands marks, £m and £bn where
they keep the value exact.
"""

import re
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import cast

from crossfoot.amounts import english, parts, words
from crossfoot.amounts.agree import HUNDRED, interval, is_money
from crossfoot.amounts.model import Amount, Comparator
from crossfoot.amounts.signs import MINUS, SIGNS, WIDE

YEAR = "year"
"""The unit whose numbers take no thousands mark."""
POWERS = {"k": 3, "m": 6, "bn": 9, "tn": 12}
PATTERN = re.compile(
    r"(?P<sign>[£$€¥₹])?(?P<zeros>0(?:\.0{1,9})?)?(?P<scale>k|m|bn|tn)?(?P<percent>%)?"
)
FIGURES = re.compile(r"sf([1-9])")
PRINTED = re.compile(r"[0-9][0-9,]*(?:\.(?P<places>[0-9]+))?")
NAMES = (
    *("words", "0", "0.0", "0%", "£m", "£bn", "£0.0bn", "sf2", "over", "about"),
    *("just over", "h min", "0:1", "1:0"),
)
"""The formats that the manual names; the patterns allow more of the kind."""
PHRASES: dict[str, Comparator] = {
    phrase: cast("Comparator", name)
    for phrase, name in english.BEFORE.items()
    if name not in {"further", "between"} and phrase[0].isalpha() and phrase[-1] != "."
    if not phrase.startswith("well ")
}
"""Comparators that can be printed; how far `well over` reaches, nobody can say."""
CLOSE = ("just ",)
"""What a comparator starts with that promises to be within a tenth."""
WAYS = {
    "over": ROUND_FLOOR,
    "at_least": ROUND_FLOOR,
    "under": ROUND_CEILING,
    "at_most": ROUND_CEILING,
    "nearly": ROUND_CEILING,
    "about": ROUND_HALF_UP,
}
"""To which side the number after a comparator is rounded."""


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
    if parts.is_form(pattern):
        if not parts.fits(value, unit, pattern):
            raise FormatError(f"“{pattern}” does not fit {house(value, unit)}")
        return parts.shown(value, unit, pattern)
    phrase, inner = phrased(pattern)
    if phrase:
        return compared(value, unit, phrase, inner)
    figures = FIGURES.fullmatch(pattern)
    if figures:
        return _figured(value, unit, int(figures[1]))
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
    number = digits(value, _pattern_places(value, found))
    return signed(number, found["sign"] or "", found["scale"] or "") + (
        found["percent"] or ""
    )


def _pattern_places(value: Decimal, found: re.Match[str]) -> int:
    """Return how many places a pattern prints of a value at its scale."""
    if found["zeros"]:
        return str(found["zeros"]).count("0") - 1
    if found["sign"] and not found["scale"]:
        return 0 if rounded(value, 2) % 1 == 0 else 2
    return _few(value)


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
    sign, figures, exponent = bare.as_tuple()
    if not isinstance(exponent, int) or exponent <= 0:
        return bare
    # A value may have more figures than arithmetic keeps.
    return Decimal((sign, (*figures, *(0 for _ in range(exponent))), 0))


def _figured(value: Decimal, unit: str, count: int) -> str:
    """Return a value with so many significant figures, no more and no fewer."""
    value = significant(value, count)
    part, name = value * HUNDRED if unit == "ratio" else value, ""
    for scale in ("m", "bn") if is_money(unit) else ():
        if abs(value) >= Decimal(1).scaleb(POWERS[scale]):
            part, name = value.scaleb(-POWERS[scale]), scale
    number = digits(part, max(0, count - 1 - part.adjusted()) if part else 0)
    if is_money(unit):
        return signed(number, SIGNS.get(unit, f"{unit} "), name)
    return number + _tail(value, unit)


def _tail(value: Decimal, unit: str) -> str:
    """Return what stands after a number in digits."""
    if unit in {"%", "ratio"}:
        return "%"
    name = {"pp": "percentage point", "bp": "basis point"}.get(unit, "")
    return f" {name}{'' if abs(value) == 1 else 's'}" if name else ""


def house(value: Decimal, unit: str, style: Style = STYLE) -> str:
    """Return a value in house style."""
    if is_money(unit):
        return _money(value, unit)
    if unit in {"%", "ratio", "pp", "bp"}:
        share = value * HUNDRED if unit == "ratio" else value
        return _relative(share) + _tail(value, unit)
    if value == value.to_integral_value():
        return f"{value:.0f}" if unit == YEAR else count(int(value), style)
    return digits(value, _places(value))


def count(value: int, style: Style = STYLE) -> str:
    """Return a whole number: words up to the style's bound, else digits."""
    if 0 <= value <= style.words_to and style.words_to:
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
    return said + (" per cent" if unit == "%" else _tail(value, unit))


def phrased(pattern: str) -> tuple[str, str]:
    """Return the comparator that a format starts with, and the format after it."""
    parts = pattern.split()
    for count in range(len(parts), 0, -1):
        phrase = " ".join(parts[:count])
        if phrase in PHRASES:
            return phrase, " ".join(parts[count:])
    return "", pattern


def compared(value: Decimal, unit: str, phrase: str, inner: str = "") -> str:
    """Return a comparator with a number that it holds for: `over £3bn`.

    Without a format after it, that number has two significant figures or, where none
    of two holds, one. A value that none holds for is printed as it is.
    """
    if parts.is_form(inner):
        return _in_parts(value, unit, phrase, inner)
    for bound in _rounder(value, unit, PHRASES[phrase], inner):
        shown = show(bound, unit, inner, Style(0))
        figure = _last_figure(bound, shown)
        far = phrase.startswith(CLOSE) and abs(value - bound) * 10 > abs(value)
        said = Amount(0, 0, shown, "quantity", bound, step=figure, figure=figure)
        reach = interval(replace(said, comparator=PHRASES[phrase]))
        if bound and not far and reach.holds(value):
            return f"{phrase} {shown}"
    return show(value, unit, inner, Style(0))


def _in_parts(value: Decimal, unit: str, phrase: str, inner: str) -> str:
    """Return a comparator with a time or ratio that it holds for, or that alone."""
    plain_one = show(value, unit, inner)
    comparator = PHRASES[phrase]
    shown = parts.shown(value, unit, inner, WAYS[comparator])
    said = parts.read(shown, unit)
    if said is None or not interval(replace(said, comparator=comparator)).holds(value):
        return plain_one
    return f"{phrase} {shown}"


def _rounder(
    value: Decimal, unit: str, comparator: Comparator, inner: str
) -> list[Decimal]:
    """Return the numbers that may stand after a comparator."""
    way = WAYS[comparator]
    figures = FIGURES.fullmatch(inner)
    if figures or not inner:
        counts = [int(figures[1])] if figures else [2, 1]
        return [significant(value, count, way) for count in counts]
    found = PATTERN.fullmatch(inner)
    power = POWERS.get(found["scale"] or "", 0) if found else 0
    power -= 2 if found and found["percent"] and unit == "ratio" else 0
    fixed = str(found["zeros"] or "") if found else ""
    pence = found is not None and found["sign"] and not found["scale"]
    places = (fixed.count("0") - 1,) if fixed else (0, 2 if pence else 1)
    steps = [Decimal(1).scaleb(power - count) for count in places]
    return [(value / step).to_integral_value(way) * step for step in steps]


def _last_figure(value: Decimal, shown: str) -> Decimal:
    """Return the step of the last significant figure that is printed of a value."""
    found = PRINTED.search(shown)
    number = Decimal(found[0].replace(",", "")) if found and found["places"] else None
    if found is None or not number:
        return last_step(value)
    return abs(value / number).scaleb(-len(found["places"]))


def last_step(value: Decimal) -> Decimal:
    """Return the step of a value's last significant figure."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
