"""Counted lists: the text before a list in; the number that counts its items, out.

`We found three themes:`, `There are 7 types.`, `Projects with a release (13):`. What
measures, or counts some of the items or the readers of the list, is no such number.
"""

import re
from collections.abc import Iterator, Sequence

from crossfoot.amounts import english_sums
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.claims import PLAIN, number

FEWEST = 2
MOST = 60
"""Items beyond which nobody counts by hand."""
APART = 2
"""How many times the items the number may be, or they the number."""
WORD = r"[A-Za-z’'\ufffc-]+"
TAIL = r"(?:[^.;:!?0-9]|\.(?=\w))"
PLURAL = r"(?P<noun>[a-z-]{2,}s)(?<!ss)(?<!us)(?<!is)"

NAMED = re.compile(
    rf"\s(?:[\w-]+\s){{0,3}}?(?:{any_of(english_sums.ITEMS)})s?\b[^.;!?0-9]{{0,40}}:\s*\Z",
    re.IGNORECASE,
)
"""A noun for what lists are made of, near a colon."""
CLOSE = re.compile(rf"\s(?:{WORD}\s){{0,3}}{PLURAL}\s?:\s*\Z")
"""Any noun right before the colon."""
BARE = re.compile(rf"\s(?:{WORD}\s){{0,3}}{PLURAL}\s*\Z")
"""Any noun at the end of a text that stops right before its list, without a mark."""
LED = re.compile(r"[A-Za-z\ufffc-]{2,}\s[A-Za-z-]*[a-z]\s\Z")
"""A subject and a verb, at least two words, before a number."""
FREE = re.compile(rf"\s(?:{WORD}\s){{0,4}}?{PLURAL}\b{TAIL}{{0,80}}[:.]\s*\Z")
"""Any noun, and what is said of it."""
ANY = re.compile(rf"\s(?:{WORD}\s){{0,4}}?{PLURAL}\b")
ABOUT = 24
"""Characters before a number in which a phrase that announces it stands."""
ASIDE = re.compile(r"\)\s?:\s*\Z")
"""The end after a number in brackets."""
THERE = re.compile(
    rf"\b(?:{any_of(english_sums.THERE)})\s(?:only\s|just\s)?\Z", re.IGNORECASE
)
NOT_ALL = re.compile(rf"\b(?:{any_of(english_sums.NOT_ALL)})\s\Z", re.IGNORECASE)
AMID = re.compile(rf"\b(?:{any_of(english_sums.AMID)})\s\Z", re.IGNORECASE)
NO_COUNT = frozenset(english_sums.NO_COUNT)


def count_of(text: str, start: int, said: Sequence[Amount]) -> Amount | None:
    """Return the number that counts the list after a text; `start`: its last sentence.

    `said` are the numbers of that sentence.
    """
    counts = [one for one in said if one.kind == "quantity" and one.unit == "count"]
    last = counts[-1] if counts else None
    if last is None or last.comparator not in PLAIN or last.scale != 1:
        return None
    if not FEWEST <= number(last) <= MOST or number(last) % 1:
        return None
    before = text[start : last.lead]
    if NOT_ALL.search(before) or "-" in text[last.end : last.end + 1]:
        return None
    return last if any(_announced(text, before, last)) else None


def earlier(text: str, said: Sequence[Amount]) -> Amount | None:
    """Return the one number before the last sentence that plainly counts a list."""
    found = [
        one
        for one in said
        if one.kind == "quantity" and one.unit == "count" and one.scale == 1
        if FEWEST <= number(one) <= MOST and one.comparator in PLAIN
        if THERE.search(text, max(0, one.lead - ABOUT), one.lead)
        if (thing := ANY.match(text, one.tail)) and _is_thing(thing["noun"])
    ]
    return found[0] if len(found) == 1 else None


def _announced(text: str, before: str, one: Amount) -> Iterator[bool]:
    """Yield whether each form of an announcement is met."""
    yield NAMED.match(text, one.tail) is not None
    if before.rstrip().endswith("("):
        yield ASIDE.match(text, one.tail) is not None
    close = CLOSE.match(text, one.tail)
    amid = AMID.search(before) is not None
    yield close is not None and not amid and _is_thing(close["noun"])
    bare = BARE.match(text, one.tail) if LED.search(before) and not amid else None
    yield bare is not None and _is_thing(bare["noun"])
    if THERE.search(before) or not before.strip(" *_"):
        free = FREE.match(text, one.tail)
        ends = text.rstrip().endswith(":") or THERE.search(before) is not None
        yield free is not None and ends and _is_thing(free["noun"])


def _is_thing(noun: str) -> bool:
    """Say whether a noun counts things that a list may name."""
    word = noun.lower()
    return word not in NO_COUNT and word.removesuffix("s") not in NO_COUNT


def is_near(one: Amount, many: int) -> bool:
    """Say whether a number is so near that of the items that it counts them."""
    said = number(one)
    return said <= APART * many and many <= APART * said
