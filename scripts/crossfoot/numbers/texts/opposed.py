"""Opposed: a sentence with signs for numbers in; opposite parts of a whole, out.

`Of the 66 samples, 40 passed and 26 failed.` `64% voted yes and 36% no.` The two leave
none, or hardly any, between them; too many of both cannot be.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from crossfoot.amounts import english_phrases
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.texts.claims import HUNDRED, PLAIN, Claim, number

COUNT, MONEY, PERCENT, RATIO, YEAR, NOTHING = "\ue000\ue001\ue002\ue003\ue004\ue005"
"""What stands in the place of a number: of a count, of money, of what is none."""
NUMBERS = COUNT + MONEY + PERCENT + RATIO + YEAR + NOTHING
STOPS = f".;:()?!\ufffc{NUMBERS}"
NEAR = Decimal("0.1")

OPPOSED = re.compile(
    rf"(?:\A|[.!?;]\s)(?:out\s)?of\s(?:\w+\s){{0,2}}(?P<whole>[{COUNT}])\s?[^{STOPS}]{{0,40}}?,"
    rf"\s(?P<one>[{COUNT}])(?P<first>[^{STOPS},]{{1,40}}?),?\s(?:and|but|while)\s(?P<other>[{COUNT}])"
    rf"(?P<second>[^{STOPS},]{{1,40}})(?=[.;]|\Z)",
    re.IGNORECASE,
)
"""`Of the 66 samples, 40 passed and 26 failed.`"""
VOTED = re.compile(
    rf"(?P<one>[{PERCENT}])(?!\sof\b)(?P<first>[^{STOPS},]{{1,40}}?),?\s(?:and|but|while)"
    rf"\s(?P<other>[{PERCENT}])(?!\sof\b)(?P<second>[^{STOPS},]{{1,40}})(?=[.;]|\Z)",
    re.IGNORECASE,
)
"""`64% voted yes and 36% no.`"""
FORMED = re.compile(
    rf"(?P<first>[\w-]+\s(?:\w+\s)?(?:{any_of(english_phrases.MADE_UP)})\s)(?P<one>[{PERCENT}])"
    rf"[^{STOPS},]{{0,30}}?,?\s(?:and|while)\s(?P<second>[^{STOPS},]{{2,30}}\s)"
    rf"(?P<other>[{PERCENT}])(?=\s?[.;]|\s*\Z)",
    re.IGNORECASE,
)
"""`Women made up 45% of staff and men 55%.`"""
WORD = re.compile(r"[\w-]+")
MOST_OVER = Decimal(30)
"""Percentage points that two opposite shares may be above 100 and still be meant."""
MOST_SHORT = Decimal(10)


def opposed(text: str, said: str, places: Mapping[int, Amount]) -> Iterator[Claim]:
    """Yield the claims of two opposite parts that make up a whole."""
    for found in OPPOSED.finditer(said):
        if is_opposite(found["first"], found["second"]):
            names = ("whole", "one", "other")
            yield from _halves(text, *(places[found.start(name)] for name in names))


def hundred(text: str, said: str, places: Mapping[int, Amount]) -> Iterator[Claim]:
    """Yield the claims of two opposite shares that make up all of a whole."""
    for pattern in (VOTED, FORMED):
        for found in pattern.finditer(said):
            one, other = (places[found.start(name)] for name in ("one", "other"))
            plain = not {one.comparator, other.comparator} - PLAIN
            if not plain or not is_opposite(found["first"], found["second"]):
                continue
            real = HUNDRED - number(one)
            off = number(other) - real
            holds = abs(off) <= (one.step + other.step) / 2
            if holds or (real > 0 and -MOST_SHORT <= off <= MOST_OVER):
                how = f"100% less {text[one.start : one.end]}"
                yield Claim(other, (one,), real, holds, how, "rest")


def is_opposite(first: str, second: str) -> bool:
    """Say whether the words after two numbers say the opposite of each other."""
    left, right = (set(WORD.findall(one.lower())) for one in (first, second))
    if english_phrases.NEITHER.search(second) and not left & {"not", "none"}:
        return True
    pairs = english_phrases.OPPOSITES
    both = (*pairs, *(pair[::-1] for pair in pairs))
    return any(_are(one, other, left, right) for one, other in both)


def _are(one: str, other: str, left: set[str], right: set[str]) -> bool:
    """Say whether each of two words stands on its side, and on no other."""
    here, there = set(one.split()), set(other.split())
    apart = not there <= left and not here <= right
    return here <= left and there <= right and apart


def _halves(text: str, whole: Amount, one: Amount, other: Amount) -> Iterator[Claim]:
    total = number(whole)
    if {whole.comparator, one.comparator, other.comparator} - PLAIN:
        return
    real = total - number(one)
    off = number(one) + number(other) - total
    holds = off == 0
    # Some may be neither; too many of both cannot be.
    if holds or (real > 0 and (off > 0 or -off <= max(NEAR * total, Decimal(1)))):
        how = f"{text[whole.start : whole.end]} less {text[one.start : one.end]}"
        yield Claim(other, (whole, one), real, holds, how, "rest")
