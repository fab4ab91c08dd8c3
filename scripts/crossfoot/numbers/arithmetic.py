"""Arithmetic written out: `9 + 12 + 11 - 11 = 21` in; what it comes to, out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from crossfoot.amounts import english
from crossfoot.amounts.model import Amount
from crossfoot.amounts.scan import scan
from crossfoot.numbers.claims import Claim, half, number

SIGN = re.escape("".join(english.SYMBOLS))
ONE = rf"[{SIGN}]?[0-9][0-9,]{{0,20}}(?:\.[0-9]{{1,9}})?(?:\s?(?:bn|tn|[mk])\b|\s?%)?"
CHAIN = re.compile(rf"(?<![\w.,/+=*×-])(?:{ONE}\s[-+−–]\s){{1,30}}{ONE}\s=\s(?:{ONE})")
PART = re.compile(rf"(?P<sign>[-+−–=])?\s?(?P<number>{ONE})")
LONGEST = 400


def sums(text: str) -> Iterator[Claim]:
    """Yield the sums that a text writes out, with what they come to."""
    start = 0
    while "=" in text[start:]:
        found = CHAIN.search(text, start, start + LONGEST)
        if found is None:
            at = text.find("=", start)
            start = max(at + 1, start + 1)
            continue
        claim = _claim(text, found.start(), found.end())
        yield from [claim] if claim else []
        start = found.end()


def _claim(text: str, start: int, end: int) -> Claim | None:
    parts = list(PART.finditer(text, start, end))
    amounts = [_amount(one) for one in parts]
    known = [one for one in amounts if one is not None]
    follows = text[end : end + 2]
    if len(known) < len(parts) or len({one.unit for one in known}) != 1:
        return None
    # A chain that goes on, or a bare `=` of code, is no sum.
    if follows[:1].isalnum() or follows.strip()[:1] in {"+", "-", "*", "=", "×", "/"}:
        return None
    *terms, stated = known
    signs = [-1 if one["sign"] in {"-", "−", "–"} else 1 for one in parts[:-1]]
    pairs = zip(signs, terms, strict=True)
    real = sum((sign * number(one) for sign, one in pairs), Decimal(0))
    reach = sum(map(half, terms), half(stated))
    how = " ".join(text[start : parts[-1].start()].split())
    holds = abs(number(stated) - real) <= reach
    return Claim(stated, tuple(terms), real, holds, how)


def _amount(found: re.Match[str]) -> Amount | None:
    """Return the number of a part, placed in the whole text."""
    read = scan(found["number"])
    by = found.start("number")
    if len(read) != 1 or read[0].value is None:
        return None
    one = read[0]
    return replace(
        one,
        kind="quantity",
        unit=one.unit or "count",
        start=one.start + by,
        end=one.end + by,
        lead=one.lead + by,
        tail=one.tail + by,
    )
