"""Which way a bound number goes: the words around it in; up, down or neither out."""

import re
from collections.abc import Collection, Iterable
from decimal import Decimal

from crossfoot.amounts.english import ARTICLES, DECLINE, FEWER, MORE, RISE
from crossfoot.amounts.english_turns import A_RISE, CALLED_FALL

WORDS = 5
"""How many words before a number may say its way."""
NEAR = 40
"""How many characters."""
LEVEL = {"to", "from", "at"}
"""Words before what something went to, which says nothing of the way."""
FALLING = (*FEWER, *CALLED_FALL)
RISING = (*MORE, *A_RISE)
BREAK = re.compile(r"[.!?]\s|[;:\n]")


def way(text: str, start: int, end: int) -> int:
    """Return 1 where words say that a number is a rise, -1 for a fall, else 0.

    `start` and `end` bound it with its comparator. The nearest word before it that says
    either decides; without one, `fewer`, `more` or `fall` behind it, or behind what it
    counts. Of `a 5% fall` the noun decides whatever stands before.
    """
    named = _named(text, start, end)
    if named:
        return named
    before = [word.strip("(,") for word in _before(text, start)[-WORDS:]]
    if before and before[-1] in LEVEL:
        return 0
    behind = [word.strip(".,)") for word in _after(text, end)[:2]]
    return _first(reversed(before), DECLINE, RISE) or _first(behind, FALLING, RISING)


def _named(text: str, start: int, end: int) -> int:
    """Return which way a noun right behind a number goes: `a 5% fall`."""
    noun = [word.strip(".,)") for word in _after(text, end)[:1]]
    has_article = not set(_before(text, start)[-2:]).isdisjoint(ARTICLES)
    return _first(noun, CALLED_FALL, A_RISE) if has_article else 0


def sized(value: Decimal, text: str, start: int, end: int) -> Decimal:
    """Return a value to put in: without its sign, where words say that it fell."""
    return -value if value < 0 and way(text, start, end) < 0 else value


def falls(text: str, start: int, end: int) -> bool:
    """Say whether a number is called a fall: `fell by`, `down`, or `a 5% fall`."""
    if _named(text, start, end) < 0:
        return True
    before = _before(text, start)
    if before and before[-1] in {"by", "of"}:
        before.pop()
    return bool(before) and before[-1] in DECLINE


def _before(text: str, start: int) -> list[str]:
    return BREAK.split(text[max(0, start - NEAR) : start].lower())[-1].split()


def _after(text: str, end: int) -> list[str]:
    return BREAK.split(text[end : end + NEAR].lower())[0].split()


def _first(
    words: Iterable[str], falling: Collection[str], rising: Collection[str]
) -> int:
    for word in words:
        if word in falling or word in rising:
            return 1 if word in rising else -1
    return 0
