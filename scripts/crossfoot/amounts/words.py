"""Number words: `one hundred and five` in, its value out, and the other way."""

from decimal import Decimal
from typing import NamedTuple

from crossfoot.amounts import english


class Reading(NamedTuple):
    """What a run of number words says."""

    value: Decimal
    used: int
    """How many of the words belong to the number."""


SIMPLE = {**english.UNITS, **english.TENS}
WORDS = frozenset((*SIMPLE, *english.MAGNITUDES, english.HUNDRED, english.DOZEN))


def read(words: list[str]) -> Reading | None:
    """Read the longest number that starts at the first of `words`, lower case.

    `and` joins only after a hundred or a greater word; `a` may stand for one before
    a hundred, a dozen or a magnitude.
    """
    group, at = _group(words, 0)
    if not at:
        return None
    total, last = Decimal(0), 100
    while True:
        power = english.MAGNITUDES.get(words[at]) if at < len(words) else None
        if power is None or power >= last:
            return Reading(total + group, at)
        total, last, at = total + group * 10**power, power, at + 1
        more, after = _group(words, at, joined=True)
        if not after:
            return Reading(total, at)
        group, at = more, after


def _group(words: list[str], at: int, *, joined: bool = False) -> tuple[Decimal, int]:
    """Read a number below a thousand; the second value is 0 when there is none."""
    start = at
    if joined and _word(words, at) == english.AND:
        at += 1
    below, at = _below_hundred(words, at)
    if _word(words, at) == english.HUNDRED:
        above, at = (below if at > start else 1) * 100, at + 1
        skip = 1 if _word(words, at) == english.AND else 0
        more, after = _below_hundred(words, at + skip)
        return Decimal(above + more), after if more else at
    if _word(words, at) == english.DOZEN:
        return Decimal((below if at > start else 1) * 12), at + 1
    found = at > start + (1 if joined and _word(words, start) == english.AND else 0)
    return Decimal(below), at if found else 0


def _below_hundred(words: list[str], at: int) -> tuple[int, int]:
    word = _word(words, at)
    if word in english.ARTICLES[:1]:
        return 1, at + 1
    if word in english.TENS:
        unit = english.UNITS.get(_word(words, at + 1), 0)
        joins = 0 < unit < 10
        return english.TENS[word] + unit * joins, at + 1 + joins
    if word in english.UNITS:
        return english.UNITS[word], at + 1
    return 0, at


def _word(words: list[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def write(value: int) -> str:
    """Return a whole number in words, British style: `one hundred and five`."""
    if value < 0:
        return f"{english.MINUS} {write(-value)}"
    parts: list[str] = []
    rest = value
    for name, power in reversed(english.MAGNITUDES.items()):
        above, rest = divmod(rest, 10**power)
        if above:
            parts.append(f"{write(above)} {name}")
    if rest or not parts:
        joiner = f"{english.AND} " if parts and rest < 100 else ""
        parts.append(joiner + _write_group(rest))
    return " ".join(parts)


def _write_group(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    low = _write_low(rest)
    if not hundreds:
        return low
    high = f"{_name(english.UNITS, hundreds)} {english.HUNDRED}"
    return f"{high} {english.AND} {low}" if rest else high


def _write_low(value: int) -> str:
    if value < 20:
        return _name(english.UNITS, value)
    tens, unit = divmod(value, 10)
    word = _name(english.TENS, tens * 10)
    return f"{word}-{_name(english.UNITS, unit)}" if unit else word


def _name(table: dict[str, int], value: int) -> str:
    return next(word for word, number in table.items() if number == value)
