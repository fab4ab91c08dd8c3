"""Fractions: a sentence in; one in words beside the two numbers that make it, out.

`£8.1m of the £10.5m of savings, just over three quarters`, `about two thirds of the
rise, 3.5 of 5.3 points`, `from 532 to 352, a drop of one third`.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.amounts import english_terms
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.texts.claims import (
    BROAD,
    HUNDRED,
    MOVE,
    NEAR,
    OF,
    PLAIN,
    TO,
    UNPLAIN,
    Claim,
    gap,
    number,
)

FLAGS = re.IGNORECASE
BACK = 9
ASIDE = re.compile(r"[^.;:()?!]{0,50}(?:,|\s[–—])\s\Z")
SHUT = re.compile(r"(?:\s\w+)?\s?[.;,)]|\s*\Z")
JUST = re.compile(rf"\b(?:{any_of(english_terms.BARELY)})\b", FLAGS)
FROM = re.compile(r"\bfrom\s\Z", FLAGS)
MEANT = Decimal("0.2")
"""How far a fraction may be off and still be meant."""


def fractions(text: str, amounts: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claims of one sentence; offsets are those of `text`."""
    numbers = [one for one in amounts if one.value is not None and one.unit]
    for a, b, c in zip(numbers, numbers[1:], numbers[2:], strict=False):
        first, second = gap(text, a, b), gap(text, b, c)
        if is_words(c) and OF.match(first) and ASIDE.match(second):
            yield from _share(text, a, b, c) if SHUT.match(text, c.tail) else ()
        elif is_words(a) and ASIDE.match(first) and OF.match(second):
            of = text[a.tail : a.tail + 4] == " of "
            yield from _share(text, b, c, a) if of and SHUT.match(text, c.tail) else ()
        elif is_words(c) and TO.match(first) and MOVE.match(second):
            opens = FROM.search(text, max(0, a.lead - BACK), a.lead)
            if opens and not UNPLAIN.search(text[c.tail : c.tail + 40]):
                yield from _change(text, a, b, c)


def is_words(one: Amount) -> bool:
    """Say whether a number is a part of one in words."""
    return one.unit == "ratio" and one.worded and 0 < number(one) < 1


def _share(text: str, part: Amount, whole: Amount, said: Amount) -> Iterator[Claim]:
    """Yield the claim that a fraction is what a part is of a whole."""
    a, b = number(part), number(whole)
    if part.unit != whole.unit or part.unit in {"%", "pp", "ratio"} or not 0 < a <= b:
        return
    how = f"{text[part.start : part.end]} of {text[whole.start : whole.end]}"
    yield from _claim(text, said, (part, whole), a / b, how)


def _change(text: str, old: Amount, new: Amount, said: Amount) -> Iterator[Claim]:
    """Yield the claim that a fraction is how much one number differs from another."""
    a, b = number(old), number(new)
    if old.unit != new.unit or old.unit in {"%", "pp", "ratio"} or a <= 0 or b <= 0:
        return
    how = f"{text[old.start : old.end]} to {text[new.start : new.end]}"
    yield from _claim(text, said, (old, new), abs(b - a) / a, how)


def _claim(
    text: str, said: Amount, parts: Sequence[Amount], real: Decimal, how: str
) -> Iterator[Claim]:
    if any(one.comparator not in PLAIN for one in parts):
        return
    # One that is right is so roughly, and proves neither of the two.
    right = is_right(said, real, text[said.lead : said.start])
    if not right and abs(real - number(said)) <= MEANT:
        yield Claim(said, tuple(parts), real * HUNDRED, False, how, "part")


def is_right(said: Amount, real: Decimal, before: str = "") -> bool:
    """Say whether a fraction in words is said of a share, with what stands before."""
    value = number(said)
    beyond = value + BROAD if JUST.search(before) else Decimal(1)
    return {
        "over": value < real <= beyond,
        "at_least": real >= value,
        "under": real < value,
        "nearly": value * (1 - NEAR) <= real < value,
    }.get(said.comparator, abs(real - value) <= BROAD)
