"""Enumerations: a sentence in; numbers that announce what it then names, out.

`two modes: fast, safe and quiet`, ``two files called `a`, `b` and `c` ``. What may hold
commas of its own, or be only some of the things, is no enumeration.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from crossfoot.amounts import english_sums
from crossfoot.amounts.model import Amount, is_integral
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.texts.claims import HOLE, PLAIN, Claim, number
from crossfoot.numbers.texts.counted import NOT_ALL, OTHERWISE, is_thing

WORD = r"[A-Za-z’'\ufffc-]+"
CALLED = rf",?\s(?:{any_of(english_sums.CALLED)})"
NAMES = re.compile(
    rf"\s(?:{WORD}\s){{0,3}}?(?P<noun>[a-z-]{{3,}}s)(?<!ss)"
    rf"(?P<rest>(?:\s{WORD}){{0,6}}?)\s?(?P<cue>:\s|\((?:namely\s)?|{CALLED}:?\s)"
    r"(?P<items>(?:[^.;:!?()]|(?<=\s)\([^.;:!?()]{1,40}\)){5,240})(?P<end>\.|\)|;|\Z)"
)
ASIDE = r"(?:\s\([^()]{1,60}\))?"
"""What is said of a thing between it and the next one."""
BRACKETS = re.compile(r"\([^()]*\)")
ASIDES = re.compile(r"\s\([^()0-9]*\)")
"""Brackets beside names that hold no number."""
CODES = re.compile(
    rf"\s(?:{WORD}\s){{0,3}}?(?P<noun>[a-z-]{{3,}}s)(?<!ss)"
    rf"(?:\sof\s(?:this|that)\s[a-z]+)?(?:{CALLED})?[:,]?\s\(?(?P<items>{HOLE}{ASIDE}(?:,\s{HOLE}{ASIDE})*,?\s(?:and|&)\s{HOLE})"
    rf"(?!\w|/|\s?[{HOLE}(]|,?\s(?:and|or)\b|\sto\s{HOLE})"
)
"""Things right after their noun that are code or formulas, which hold no commas."""
INSIDE = re.compile(
    rf"\s(?:{WORD}\s){{0,3}}?(?P<noun>[a-z-]{{3,}}s)(?<!ss)\s"
    rf"\((?P<items>{HOLE}(?:,\s{HOLE}){{2,}}(?:,?\s(?:and|&)\s{HOLE})?)\)"
)
"""Things right after their noun in brackets that hold nothing but code."""
NUMERAL = r"(?:[A-Z][\w.-]*\s)?(?:(?:19|20)[0-9]{2}|[0-9]{1,3}(?:\.[0-9]{1,3}){1,2})"
NUMERALS = re.compile(
    rf"\s(?:{WORD}\s){{0,3}}?(?P<noun>[a-z-]{{3,}}s)(?<!ss)\s"
    rf"\((?P<items>{NUMERAL}(?:,\s{NUMERAL})+,?\s(?:and|&)\s{NUMERAL})\)"
)
"""Things right after their noun in brackets that are years or versions."""
IN_RUN = re.compile(r"[0-9\w],\s(?:and\s)?\Z")
"""What stands before a number in an enumeration: `six lags, three means`."""
OF_LISTS = re.compile(rf"(?:{any_of(english_sums.ITEMS)})s?\Z", re.IGNORECASE)
ENDS = re.compile(r"\s*(?:[.;)]|\Z)")
LAST = re.compile(r"\s(?:and|&)\s")
NAME = rf"(?:[A-Z][a-z’'-]+|{HOLE})(?:\s(?:[A-Z][a-z’'-]+|{HOLE}))?"
NAMED = re.compile(rf"{NAME}(?:,\s{NAME})*,?\s(?:and|&)\s{NAME}")
"""Names with a capital."""
OPENS = re.compile(r"\W*(?:(?:the|our|these)\s)?", re.IGNORECASE)
BARE = re.compile(
    rf"\s(?:[a-z-]+\s)?(?P<noun>[a-z-]{{3,}}s)(?<!ss):\s(?P<items>{NAME}(?:,\s{NAME}){{2,}})\.?\s*\Z"
)
"""A line that is a number of things and their names, with no `and`."""
OR = re.compile(r"\bor\b", re.IGNORECASE)
SOME = re.compile(rf"\b(?:{any_of(english_sums.MORE_NAMED)})\b|…|\.\.", re.IGNORECASE)
DIGIT = re.compile(r"[0-9]")
MARK = re.compile(r"[/\"]")
FEWEST, MOST = 2, 12
FURTHEST = 2
"""How far the number may be from those named and still count them."""
LONGEST = 4
"""Words of an item; a longer one may be a clause."""
AROUND = 60


def enumerations(text: str, amounts: Sequence[Amount]) -> Iterator[Claim]:
    """Yield each number that announces an enumeration, and how many that names."""
    counts = [one for one in amounts if one.kind == "quantity" and one.unit == "count"]
    for at, one in enumerate(counts):
        if (
            one.comparator not in PLAIN
            or one.scale != 1
            or not is_integral(number(one))
        ):
            continue
        if not FEWEST <= number(one) <= MOST:
            continue
        many = _named_after(text, one)
        if many is None or (many != number(one) and Decimal(many) in _near(counts, at)):
            continue
        if abs(number(one) - many) <= FURTHEST:
            holds = many == number(one)
            how = f"{many} are named after it"
            yield Claim(one, (), Decimal(many), holds, how, "named")


def _near(counts: Sequence[Amount], at: int) -> list[Decimal]:
    """Return the numbers that stand near one; of a long sentence no others are seen."""
    start = counts[at].start
    before = takewhile(
        lambda k: start - counts[k].start <= AROUND, range(at - 1, -1, -1)
    )
    after = takewhile(
        lambda k: counts[k].start - start <= AROUND, range(at + 1, len(counts))
    )
    return [number(counts[k]) for k in (*before, *after)]


def _named_after(text: str, one: Amount) -> int | None:
    """Return how many things are named after a number, all that it counts."""
    inside = INSIDE.match(text, one.tail)
    if inside is not None:
        known = is_thing(inside["noun"]) and not _is_part(text, one)
        return inside["items"].count(HOLE) if known else None
    numerals = NUMERALS.match(text, one.tail)
    if numerals is not None:
        many = numerals["items"].count(",") + len(LAST.findall(numerals["items"]))
        many += 1 - numerals["items"].count(", and") - numerals["items"].count(", &")
        return None if _is_part(text, one) else many
    codes = CODES.match(text, one.tail)
    if codes is not None and IN_RUN.search(text, max(0, one.lead - AROUND), one.lead):
        return None
    if codes is not None:
        known = is_thing(codes["noun"]) and not _is_some(text, one, codes.end())
        items = BRACKETS.sub("", codes["items"])
        return items.count(HOLE) if known else None
    bare = BARE.match(text, one.tail) if OPENS.fullmatch(text, 0, one.lead) else None
    if bare is not None:
        return bare["items"].count(",") + 1 if is_thing(bare["noun"]) else None
    found = NAMES.match(text, one.tail)
    if found is None or not _is_whole(text, one, found):
        return None
    items = ASIDES.sub("", found["items"])
    # Members and days are named, where each has a capital.
    names = NAMED.fullmatch(items) is not None
    return named(items) if names or is_thing(found["noun"]) else None


def _is_some(text: str, one: Amount, end: int) -> bool:
    """Say whether only some of the things may be named up to a place."""
    # After a colon a verb may follow, and what is said of the first of them.
    explained = ":" in text[one.tail : end] and not ENDS.match(text, end)
    return _is_part(text, one) or explained or SOME.match(text, end + 1) is not None


def _is_part(text: str, one: Amount) -> bool:
    """Say whether a number may count some of the things, or is part of a word."""
    before = text[max(0, one.lead - AROUND) : one.lead]
    return "-" in text[one.end : one.end + 1] or NOT_ALL.search(before) is not None


def _is_whole(text: str, one: Amount, found: re.Match[str]) -> bool:
    """Say whether all of the things are named, and nothing else is."""
    if _is_part(text, one):
        return False
    if found["cue"].startswith("("):
        # Brackets may explain what the things are, not which.
        listed = OF_LISTS.fullmatch(found["noun"]) is not None
        listed = listed or NAMED.fullmatch(found["items"]) is not None
        return listed and not found["rest"] and found["end"] == ")"
    return found["end"] != ")" and OTHERWISE.search(found["rest"]) is None


def named(items: str) -> int | None:
    """Return how many things an enumeration names, or None where nobody can know."""
    # Releases, folders or revisions are kinds, not each of them a thing.
    if any(one.search(items) for one in (OR, SOME, DIGIT, MARK)):
        return None
    parts = items.split(",")
    links = [len(LAST.findall(f" {part.strip()} ")) for part in parts]
    opened = LAST.match(f" {parts[-1].strip()} ") is not None
    if sum(links[:-1]) or links[-1] != 1 or len(parts) < FEWEST:
        return None
    if opened and len(parts) == FEWEST:
        return None
    names = [*parts[:-1], *LAST.split(f" {parts[-1].strip()} ")]
    names = [one.strip() for one in names if one.strip()]
    if any(len(one.split()) > LONGEST for one in names):
        return None
    return len(names)
