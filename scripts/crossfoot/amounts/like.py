"""Rewriting: a number as printed and the true value in, what to write instead out."""

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from crossfoot.amounts import english, parts, words
from crossfoot.amounts.agree import TOLERANCE, Tolerance, interval
from crossfoot.amounts.model import Amount
from crossfoot.amounts.nth import nth
from crossfoot.amounts.show import Style, digits, house, rounded

LONGEST_WORDS = 100
FULL = 100
MOST_PLACES = 7
UNSIGNED = str.maketrans("", "", "-−–()")
"""What makes a number negative, and goes where the true value is not."""


def like(amount: Amount, value: Decimal, *, inside: bool = False) -> str:
    """Return the value printed as the amount is: currency, scale, places, words.

    The house style is used where that print would lose the value; a number `inside` a
    column keeps the places that it has there, if it says something else with them. The
    comparator is left out.
    """
    again = parts.again(amount.text, amount.unit, value)
    if again:
        return again
    if amount.unit == "ratio" and amount.worded:
        return house(value, "ratio")
    if _is_place(value) and _is_nth(amount.text, amount.value):
        return nth(amount.text, int(value))
    read = value >= 0 or not amount.worded
    number = _number(amount, value, inside) if read else None
    if number is None:
        return house(value, amount.unit, Style(0))
    start, end = amount.figures
    before, after = amount.text[:start], amount.text[end:]
    # A nought that is printed with a sign, −0.0, has none.
    signed = amount.value == 0 and before.translate(UNSIGNED) != before
    negative = signed or (amount.value or 0) < 0
    if value >= 0 and negative:
        before, after = before.translate(UNSIGNED), after.translate(UNSIGNED)
    sign = "−" if value < 0 and not negative else ""
    return sign + before + number + after


def _number(amount: Amount, value: Decimal, inside: bool) -> str | None:
    """Return what stands instead of the digits or words, or None."""
    part = abs(value) / amount.scale
    whole = part == part.to_integral_value()
    if amount.worded:
        name = _scale_name(amount)
        if not whole or part < 0 or name is None:
            return None
        name = name if part else ""
        said = words.write(int(part)) if part <= LONGEST_WORDS else digits(part, 0)
        said = said.capitalize() if amount.text[:1].isupper() else said
        # Four (4) is said twice.
        if amount.text.endswith(")") and part <= LONGEST_WORDS:
            return f"{said}{name} ({digits(part * amount.scale if name else part, 0)})"
        return said + name
    near = rounded(part, amount.places)
    again = inside and near * amount.scale * (1 if value > 0 else -1) == amount.value
    if value and (again or _is_lost(part, near, inside)):
        # A whole of 100% has no decimals, and its parts may.
        whole = inside and amount.unit == "%" and amount.value == FULL
        if not (_is_headed(amount) or whole):
            return None
        near = _finer(part, amount.places)
    places = max(amount.places, -int(near.as_tuple().exponent))
    number = digits(near, places)
    mark = _mark(amount)
    # Five figures without a mark show that none is wanted; four, that four have none.
    typed = 0 if mark else abs(amount.value or Decimal(0)) / amount.scale
    bare = typed >= 10_000 or (typed >= 1000 and near < 10_000)
    return number.replace(",", mark) if mark or bare else number


def _scale_name(amount: Amount) -> str | None:
    """Return the name of the scale that ends a number in words: ` million`.

    Empty where none stands among the words, None where more words follow it.
    """
    said = amount.text[slice(*amount.figures)].partition(" (")[0].split()
    named = [one for one in said if one.lower() in english.MAGNITUDES]
    if not named:
        return ""
    return f" {named[0]}" if named == said[-1:] else None


def _is_nth(text: str, value: Decimal | None) -> bool:
    """Say whether a number is written as a place in an order: `41st`, `third`."""
    return value is not None and _is_place(value) and nth(text, int(value)) == text


def _is_place(value: Decimal) -> bool:
    return value >= 1 and value == value.to_integral_value()


def _is_lost(part: Decimal, near: Decimal, inside: bool) -> bool:
    """Say whether a rounded number does not say the value any more."""
    # Five per cent off is another number: £203m is no £0bn.
    return not near if inside else abs(near - part) * 20 > abs(part)


def _finer(part: Decimal, places: int) -> Decimal:
    """Return a value rounded to the fewest places that say more than these do."""
    near = rounded(part, places)
    more = (rounded(part, one) for one in range(places + 1, places + MOST_PLACES))
    return next((one for one in more if one != near), near)


def _is_headed(amount: Amount) -> bool:
    """Say whether a number has its unit or scale from the heading of its column."""
    start, end = amount.figures
    around = amount.text[:start] + amount.text[end:]
    told = amount.unit != "count" or amount.scale != 1
    return told and not around.translate(UNSIGNED).strip()


def _mark(amount: Amount) -> str:
    """Return what stands between the thousands of a number, if anything does."""
    figures = amount.text[slice(*amount.figures)]
    found = (sign for sign in figures if sign in english.GROUPING + english.SPACED)
    return next(found, "")


def instead(
    text: str, amount: Amount, value: Decimal, tolerance: Tolerance = TOLERANCE
) -> str:
    """Return what to write instead of a number and its comparator.

    The comparator as typed is kept when a number of the same style holds with it.
    """
    before, after = text[amount.lead : amount.start], text[amount.end : amount.tail]
    if amount.comparator in {"", "further", "between"}:
        return before + like(amount, value) + after
    step = amount.figure
    for rounding in _roundings(amount.comparator):
        bound = (value / step).to_integral_value(rounding) * step
        moved = replace(amount, value=bound)
        if bound and interval(moved, tolerance).holds(value):
            return before + like(amount, bound) + after
    return like(amount, value)


def _roundings(comparator: str) -> tuple[str, ...]:
    if comparator in {"over", "at_least"}:
        return (ROUND_FLOOR,)
    if comparator in {"under", "at_most", "nearly"}:
        return (ROUND_CEILING,)
    return ("ROUND_HALF_UP",)
