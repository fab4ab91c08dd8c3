"""Arithmetic written out: `9 + 12 + 11 - 11 = 21` in; what it comes to, out.

`$588 / ($228 + $588) = 72%` is read as well, and `£400 x 50% (half a year) = £200`.
Numbers are intervals: one printed with step u stands for v - u/2 to v + u/2, whole ones
are exact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from crossfoot.amounts import english, english_terms
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
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
MADE_OF = re.compile(
    rf"(?<![\w.,/+=*×^(−–-])(?<![-+=*/×−–]\s)(?P<said>{ONE})\s=\s"
    rf"(?P<terms>{ONE}(?:\s\+\s{ONE}){{1,30}})(?![\w^(]|[.,][0-9]|\s?[-+−–×x*/÷=^(…])"
)
"""A number and the sum that it is: `28 = 1 + 2 + 4 + 7 + 14`."""
POWER = re.compile(
    r"(?<![\w.,^*/×+-])(?P<base>[0-9]{1,4})(?:\*\*|\^)(?P<times>[0-9]{1,3})"
    r"\s(?:=|\(=)\s(?P<said>[0-9][0-9,]*)(?![\w^]|[.,][0-9]|\s?[-+−–×x*/÷^])"
    rf"(?!\s(?:[kKMGT]i?[Bb]?\b|\(?mod\b|(?:{any_of(tuple(english.SCALES))})\b))"
)
"""A power and what it is: `2**15 (= 32,768)`, `2^10 = 1,024`."""
PART = re.compile(rf"(?P<number>(?:(?<==\s)[-−])?{ONE})|(?P<sign>[-+−–×x*/÷=()])")
ASIDE = re.compile(r"\s\([^()0-9=+*/×]{1,60}\)")
"""Words in brackets that say what a number is."""
CUT = re.compile(r"[-+−–×x*/÷]\s?\Z")
"""A sign before a term: it is not the first one."""
MARKS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{4,5}")
"""A number with a figure too many after its last thousands mark."""
UNIT = re.compile(
    rf"\s?(?:[A-Za-zµ]{{1,3}}|[a-z]*(?:bytes?|bits?)|{any_of(english_terms.MEASURES)})\b"
)
SIZES = tuple(Decimal(n) for n in (60, 3600, 1000, 1000**2, 1024, 1024**2))
"""How many of a unit another one may be: `8 * 1000 + 136 = 8.1 kB`."""
CLOSE = Decimal("0.02")
LONGEST = 400
FARTHEST = 2
"""Times that a number may be the sum after it and still be meant as that."""
MOST_TIMES = 256
LONGEST_PRINT = 20
"""Figures of a power beyond which nobody has typed it."""
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
    yield from _made_up(text)
    yield from powers(text)


def powers(text: str) -> Iterator[Claim]:
    """Yield the powers that a text writes out, with what they come to."""
    for found in POWER.finditer(text) if "=" in text else ():
        stated = _amount(found, "said")
        base, times = int(found["base"]), int(found["times"])
        real = Decimal(base ** min(times, MOST_TIMES))
        # To a programmer `5^3` may be 6.
        either = stated is not None and number(stated) == base ^ times
        if stated is not None and not either and real.adjusted() < LONGEST_PRINT:
            how = found[0][: found.end("times") - found.start()]
            yield Claim(stated, (), real, number(stated) == real, how)


def _made_up(text: str) -> Iterator[Claim]:
    """Yield the claims that a number is the sum after it, unless it is far from that.

    Far from it is the name of something: `Option 3 = 12 + 9`.
    """
    for found in MADE_OF.finditer(text) if "+" in text else ():
        tokens = PART.finditer(text, *found.span("terms"))
        terms = [_amount(one) for one in tokens if one["number"]]
        known = [one for one in terms if one is not None]
        stated = _amount(found, "said")
        if stated is None or len(known) < len(terms):
            continue
        real = sum(map(number, known), Decimal(0))
        alike = {one.unit for one in known} == {stated.unit}
        near = number(stated) > max(map(number, known)) and stated.scale == 1
        if alike and near and real * FARTHEST >= number(stated):
            reach = sum(map(half, known), half(stated))
            holds = abs(real - number(stated)) <= reach
            how = found["terms"]
            yield Claim(stated, tuple(known), real, holds, how, sure=False)


def _claim(text: str, start: int, end: int) -> Claim | None:
    tokens = _inside(list(PART.finditer(text, start, end)))
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
    if any(MARKS.fullmatch(one.text) for one in known) and not _is_marked(known, signs):
        return None
    real = _value(tokens[:-2], terms)
    if real is None:
        return None
    scale = HUNDRED if stated.unit == "%" and signs - ADDS else Decimal(1)
    scale /= HUNDRED ** sum(one.unit == "%" for one in terms if signs - ADDS)
    low, high = real[0] * scale, real[1] * scale
    # A quotient is rounded when it is printed.
    reach = stated.step / 2 if signs - ADDS else half(stated)
    how = " ".join(text[tokens[0].start() : tokens[-2].start()].split())
    holds = low - reach <= number(stated) <= high + reach
    if not holds and UNIT.match(text, end) and _is_resized(number(stated), low):
        return None
    return Claim(stated, tuple(terms), (low + high) / 2, holds, how)


def _inside(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the tokens of a sum without the bracket that it stands in as a whole."""
    signs = [one["sign"] for one in tokens]
    alone = signs[0] == "(" and signs.count("(") == signs.count(")") + 1
    return tokens[1:] if alone else tokens


def _is_marked(amounts: list[Amount], signs: set[str]) -> bool:
    """Say whether only a sum has a figure too many, of terms with thousands marks."""
    *terms, _ = amounts
    odd = any(MARKS.fullmatch(one.text) for one in terms)
    return not signs - ADDS and not odd and all("," in one.text for one in terms)


def _is_resized(said: Decimal, real: Decimal) -> bool:
    """Say whether a result is that of its terms in a larger or smaller unit."""
    if said <= 0 or real <= 0:
        return False
    return any(
        abs(one - two * size) <= CLOSE * one
        for size in SIZES
        for one, two in ((real, said), (said, real))
    )


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


def _amount(found: re.Match[str], name: str = "number") -> Amount | None:
    """Return the number of a part, placed in the whole text."""
    written = found[name]
    read, by = scan(written), found.start(name)
    # What a power comes to is a whole number, wherever its marks stand.
    if MARKS.fullmatch(written) or (len(read) > 1 and found.re is POWER):
        plain = scan(written.replace(",", ""))
        end = len(written)
        read = [
            replace(one, text=written, end=end, tail=end, figures=(0, end))
            for one in plain
        ]
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
