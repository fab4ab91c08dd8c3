"""Bracketed counts: a text in; totals that the counts of their kinds make up, out.

`Needle trees (n = 100): firs (n = 60), spruces (n = 40); other trees (n = 90): …`. The
kinds may be some of all, so a total is told of that they exceed, but any where two
others of the text hold.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from crossfoot.amounts.model import Amount, is_integral
from crossfoot.numbers.texts.claims import NEAR, PLAIN, Claim, number

OPENS = re.compile(r"\(\s?(?:[nN]\s?=\s?)?\Z")
BACK = 8
"""Characters before a number in which its bracket opens."""
KINDS = re.compile(r"\)\s?:\s[^.;:()?!0-9]{1,90}\(\s?(?:[nN]\s?=\s?)?\Z")
"""What stands between a total and the first of its kinds."""
NEXT = re.compile(r"\)(?:,|,?\s(?:and|&))\s[^.;:()?!0-9]{1,90}\(\s?(?:[nN]\s?=\s?)?\Z")
SHUT = re.compile(r"\)\s?(?:[.;]|\Z)")
FEWEST = 2
"""Totals that hold, from which on another one has all its kinds beside it."""
FAR = Decimal("0.5")
"""How far, as a share, such a one may be off and still be meant."""


@dataclass(frozen=True, slots=True)
class Total:
    """A count in brackets, and those of its kinds."""

    count: Amount
    kinds: tuple[Amount, ...]

    @property
    def real(self) -> Decimal:
        """What its kinds come to."""
        return sum(map(number, self.kinds), Decimal(0))

    @property
    def off(self) -> Decimal:
        """By how much it is too small, as a share of itself."""
        return (self.real - number(self.count)) / number(self.count)


def bracketed(text: str, numbers: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claims of a text that kinds make up their total."""
    if "):" not in text and ") :" not in text:
        return
    totals = list(_totals(text, numbers))
    sure = sum(one.off == 0 for one in totals) >= FEWEST
    for one in totals:
        near = abs(one.off) <= FAR if sure else 0 < one.off <= NEAR
        if one.off == 0 or near:
            how = " + ".join(part.text for part in one.kinds)
            yield Claim(one.count, one.kinds, one.real, one.off == 0, how)


def _totals(text: str, numbers: Sequence[Amount]) -> Iterator[Total]:
    """Yield each count in brackets that others follow, up to the end of its clause."""
    at = 0
    while at < len(numbers) - 1:
        total, kinds = numbers[at], numbers[at + 1 : at + 2]
        between = text[total.tail : kinds[0].lead]
        if not _is_count(text, total) or not KINDS.fullmatch(between):
            at += 1
            continue
        run = [kinds[0]]
        for one, other in pairwise(numbers[at + 1 :]):
            if not NEXT.fullmatch(text[one.tail : other.lead]):
                break
            run.append(other)
        counted = all(_is_count(text, one) for one in run)
        if counted and len(run) > 1 and SHUT.match(text, run[-1].tail):
            yield Total(total, tuple(run))
        at += len(run)


def _is_count(text: str, one: Amount) -> bool:
    """Say whether a number is a whole one, alone in its brackets."""
    plain = one.kind == "quantity" and one.unit == "count" and one.comparator in PLAIN
    if not plain or number(one) <= 0 or not is_integral(number(one)):
        return False
    opened = OPENS.search(text, max(0, one.lead - BACK), one.lead) is not None
    return opened and text[one.tail : one.tail + 1] == ")"
