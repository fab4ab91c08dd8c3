"""Arithmetic written out: `9 + 12 + 11 - 11 = 21` in; what it comes to, out.

`$588 / ($228 + $588) = 72%` is read as well, and `£400 x 50% (half a year) = £200`.
Numbers are intervals: one printed with step u stands for v - u/2 to v + u/2, whole ones
are exact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from crossfoot.amounts import english
from crossfoot.amounts.model import Amount
from crossfoot.amounts.scan import scan
from crossfoot.numbers.formulas import SAME, Reach, product
from crossfoot.numbers.texts.claims import HUNDRED, Claim, half, number

SIGN = re.escape("".join(english.SYMBOLS))
ONE = rf"[{SIGN}]?[0-9][0-9,]{{0,20}}(?:\.[0-9]{{1,9}})?(?:\s?(?:bn|tn|[mk])\b|\s?%)?"
TERM = rf"\({{0,2}}{ONE}\){{0,2}}"
GAP = r"\s{1,64}"
CHAIN = re.compile(
    # The minus of a first term may stand before its sign of money: -£10 / 2.
    rf"(?<![\w.,/+=*×^(−–-])(?<![-−–][{SIGN}])(?:{TERM}{GAP}[-+−–×x*/÷]\s){{1,30}}{TERM}{GAP}=\s(?:[-−]?{ONE})"
)
PART = re.compile(rf"(?P<number>(?:(?<==\s)[-−])?{ONE})|(?P<sign>[-+−–×x*/÷=()])")
ASIDE = re.compile(r"\s\([^()0-9=+*/×]{1,60}\)")
"""Words in brackets that say what a number is."""
CUT = re.compile(r"[-+−–×x*/÷]\s?\Z")
"""A sign before a term: it is not the first one."""
LONGEST = 400
ADDS = frozenset("+-")


def sums(text: str) -> Iterator[Claim]:
    """Yield the sums that a text writes out, with what they come to."""
    start = 0
    if "=" in text:
        text = ASIDE.sub(lambda found: " " * len(found[0]), text)
    while (at := text.find("=", start)) >= 0:
        found = CHAIN.search(text, max(start, at - LONGEST), at + LONGEST)
        if found is None:
            start = at + 1
            continue
        # Of a chain that is longer the first terms are not read.
        whole = not CUT.search(text, max(0, found.start() - 2), found.start())
        claim = _claim(text, found.start(), found.end()) if whole else None
        yield from [claim] if claim else []
        start = found.end()


def _claim(text: str, start: int, end: int) -> Claim | None:
    tokens = list(PART.finditer(text, start, end))
    amounts = [_amount(one) for one in tokens if one["number"]]
    known = [one for one in amounts if one is not None]
    follows = text[end : end + 2]
    signs = {_sign(one) for one in tokens if one["sign"]} - {"=", "(", ")"}
    if len(known) < len(amounts) or not _is_sense(known, signs):
        return None
    # A chain that goes on, or a bare `=` of code, is no sum.
    if follows[:1].isalnum() or follows.strip()[:1] in {"+", "-", "*", "=", "×", "/"}:
        return None
    *terms, stated = known
    real = _value(tokens[:-2], terms)
    if real is None:
        return None
    scale = HUNDRED if stated.unit == "%" and signs - ADDS else Decimal(1)
    scale /= HUNDRED ** sum(one.unit == "%" for one in terms if signs - ADDS)
    low, high = real[0] * scale, real[1] * scale
    # A quotient is rounded when it is printed.
    reach = stated.step / 2 if signs - ADDS else half(stated)
    how = " ".join(text[start : tokens[-2].start()].split())
    holds = low - reach <= number(stated) <= high + reach
    return Claim(stated, tuple(terms), (low + high) / 2, holds, how)


def _is_sense(amounts: list[Amount], signs: set[str]) -> bool:
    """Say whether numbers of these units may be joined so."""
    if not signs - ADDS:
        return len({one.unit for one in amounts}) == 1
    shares = sum(one.unit == "%" for one in amounts[:-1])
    # Of what is added and what is multiplied nobody knows which a share is of.
    return not shares or not signs & {*ADDS, "/"}


def _sign(found: re.Match[str]) -> str:
    return {**SAME, "x": "*"}.get(found["sign"], found["sign"])


@dataclass(slots=True)
class _Rest:
    """The part of an expression that is not read yet."""

    signs: list[str]
    """Signs and brackets, and "" for each number."""
    terms: list[Amount]

    def next(self) -> str | None:
        """Return the next sign, "" before a number, None at the end."""
        return self.signs[0] if self.signs else None


def _value(tokens: list[re.Match[str]], terms: list[Amount]) -> Reach | None:
    """Return what an expression comes to; None when its brackets do not match."""
    signs = ["" if one["number"] else _sign(one) for one in tokens]
    rest = _Rest(signs, list(terms))
    out = _sum(rest)
    return None if rest.signs else out


def _sum(rest: _Rest) -> Reach | None:
    total = _product(rest)
    while total is not None and rest.next() in ADDS:
        sign = rest.signs.pop(0)
        one = _product(rest)
        if one is None:
            return None
        low, high = one if sign == "+" else (-one[1], -one[0])
        total = (total[0] + low, total[1] + high)
    return total


def _product(rest: _Rest) -> Reach | None:
    out = _term(rest)
    while out is not None and rest.next() in {"*", "/"}:
        sign = rest.signs.pop(0)
        one = _term(rest)
        out = product(sign, out, one) if one else None
    return out


def _term(rest: _Rest) -> Reach | None:
    sign = rest.next()
    if sign not in {"", "("}:
        return None
    rest.signs.pop(0)
    if sign == "":
        one = rest.terms.pop(0)
        return number(one) - half(one), number(one) + half(one)
    inside = _sum(rest)
    closed = rest.next() == ")" and rest.signs.pop(0)
    return inside if closed else None


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
