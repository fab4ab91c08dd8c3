"""Sister shares: a paragraph in; the one of several shares that a slip has broken, out.

`Among them 370 (83.9%) were satisfied, 41 (11.2%) were neutral and 18 (4.9%) were not.`
Each count and its share are of one whole. Where all but one are, and one slip of the
keys in that count or that share would make it so too, chance is no reason for it: how
seldom it is one is weighed in bits. The whole may stand nowhere: it is what the counts
come to, if their shares make a hundred.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise

from crossfoot.amounts import english_cues
from crossfoot.amounts.like import like
from crossfoot.amounts.model import Amount
from crossfoot.amounts.scan import scan
from crossfoot.numbers.mistyped import figures_at
from crossfoot.numbers.splits import by_sentence
from crossfoot.numbers.texts.claims import HUNDRED, PLAIN, Claim, half, number

FEWEST, MOST = 2, 12
"""Counts of one sentence with their shares."""
WHOLES = 6
"""Numbers before a sentence that its shares may be of."""
AROUND = 24
"""Numbers on each side of some shares that they may be of."""
ENOUGH = 9
"""Bits by which shares that hold have to outdo the slips that were tried."""
APART = 3
"""Bits by which one slip has to be likelier than another to be meant."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A count, and the share that it is said to be."""

    part: Amount
    share: Amount


@dataclass(frozen=True, slots=True)
class Mended:
    """What one slip would make right: the whole, and what count and share are meant."""

    whole: Decimal
    part: Decimal
    share: Decimal
    bits: int


def sister_shares(text: str) -> Iterator[Claim]:
    """Yield the claim of each share that breaks with those of its sentence."""
    if text.count("%") + text.count("cent") < FEWEST:
        return
    read = scan(text)
    numbers = [one for one in read if _is_plain(one)]
    every = _pairs(text, read)
    told: set[Amount] = set()
    for pairs in (*_groups(text, every), every):
        alike = len({pair.part.unit for pair in pairs}) == 1
        if FEWEST <= len(pairs) <= MOST and alike:
            claim = _broken(text, pairs, _near(pairs, numbers))
            if claim and claim.stated not in told:
                told.add(claim.stated)
                yield claim


def _groups(text: str, every: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """Yield the pairs of each sentence."""
    held = {pair.part: pair for pair in every}
    for inside in by_sentence(text, [*held]):
        yield [held[one] for one in inside]


def _near(pairs: Sequence[Pair], numbers: Sequence[Amount]) -> Sequence[Amount]:
    """Return the numbers around some pairs that are of their unit."""
    starts = [one.start for one in numbers]
    low = bisect_left(starts, pairs[0].part.start)
    high = bisect_left(starts, pairs[-1].share.start)
    around = numbers[max(0, low - AROUND) : high + AROUND]
    return [one for one in around if one.unit == pairs[0].part.unit]


def _is_plain(one: Amount) -> bool:
    plain = one.kind == "quantity" and bool(one.value) and not one.worded
    return plain and one.comparator in PLAIN and number(one) > 0


def _pairs(text: str, numbers: Sequence[Amount]) -> list[Pair]:
    """Return each count with its percentage right after it.

    `numbers` are all of the text: what reads as a year is what its share is of.
    """
    return [
        Pair(one, share)
        for one, share in pairwise(numbers)
        if _is_plain(one) and _is_plain(share) and share.unit == "%" != one.unit
        if _between().fullmatch(text, one.tail, share.lead)
    ]


@cache
def _between() -> re.Pattern[str]:
    return re.compile(english_cues.BESIDE)


def _broken(text: str, pairs: Sequence[Pair], near: Sequence[Amount]) -> Claim | None:
    """Return the claim of the one share that a slip has broken, if chance does not."""
    first = pairs[0].part.start
    stated = [number(one) for one in near if one.start < first][-WHOLES:]
    parts = sum((number(one.part) for one in pairs), Decimal(0))
    if any(_hold(pairs, whole) for whole in (*stated, parts)):
        return None
    loose = [one for one in pairs if not _is_explained(one, pairs, near)]
    every = [(mended, one) for one in loose for mended in _mended(pairs, one, stated)]
    every.sort(key=lambda pair: -pair[0].bits)
    if not every or every[0][0].bits < ENOUGH:
        return None
    (best, pair), others = every[0], every[1:]
    if any(other.bits > best.bits - APART and one is not pair for other, one in others):
        return None
    likely = {(one.part, one.share) for one, _ in every if one.bits > best.bits - APART}
    real = number(pair.part) / best.whole * HUNDRED
    how = f"{text[pair.part.start : pair.part.end]} of {like(pair.part, best.whole)}"
    sure = len(likely) == 1 and best.share != number(pair.share)
    return Claim(pair.share, (pair.part,), real, False, how, "share", sure)


def _hold(pairs: Sequence[Pair], whole: Decimal) -> bool:
    return all(_holds(one.part, one.share, whole) for one in pairs)


def _is_explained(pair: Pair, pairs: Sequence[Pair], near: Sequence[Amount]) -> bool:
    """Say whether a share is one of some number near it, or of two parts together."""
    wholes = [number(one) for one in near if one is not pair.part]
    both = [
        number(one.part) + number(other.part) for one, other in combinations(pairs, 2)
    ]
    return any(_holds(pair.part, pair.share, one) for one in (*wholes, *both))


def _holds(part: Amount, share: Amount, whole: Decimal) -> bool:
    return whole > 0 and _fits(number(part), number(share), whole, part, share)


def _fits(
    value: Decimal, said: Decimal, whole: Decimal, part: Amount, share: Amount
) -> bool:
    """Say whether a share is that of a value, as both are printed."""
    reach = share.step / 2 + half(part) / whole * HUNDRED
    return 0 < value <= whole and abs(value / whole * HUNDRED - said) <= reach


def _mended(
    pairs: Sequence[Pair], loose: Pair, stated: Sequence[Decimal]
) -> Iterator[Mended]:
    """Yield what one slip in a count or its share makes right, of every whole."""
    sisters = [one for one in pairs if one is not loose]
    told = sum(map(_bits_of, pairs))
    rest = sum((number(one.part) for one in sisters), Decimal(0))
    for turned, value, said in _slips(loose):
        own = [value + rest] if _make_all(sisters, loose, said) else []
        bits = told - _cost(loose, len(stated) + 1, turned=turned)
        for whole in (*stated, *own):
            fits = whole > 0 and _fits(value, said, whole, loose.part, loose.share)
            if fits and _hold(sisters, whole):
                yield Mended(whole, value, said, bits)


def _make_all(sisters: Sequence[Pair], loose: Pair, said: Decimal) -> bool:
    """Say whether shares make a hundred, with another in the place of one."""
    off = sum((one.share.step for one in (*sisters, loose)), Decimal(0)) / 2
    every = said + sum((number(one.share) for one in sisters), Decimal(0))
    return abs(every - HUNDRED) <= off


def _slips(pair: Pair) -> Iterator[tuple[bool, Decimal, Decimal]]:
    """Yield each slip of a count or a share: if exchanged, the count, the share."""
    a, b = number(pair.part), number(pair.share)
    for turned, value in _typed(pair.part):
        yield turned, value, b
    for turned, value in _typed(pair.share):
        yield turned, a, value


def _typed(one: Amount) -> Iterator[tuple[bool, Decimal]]:
    """Yield each value whose print one slip makes of this one."""
    said = _figures(one)
    for at, sign in enumerate(said):
        if sign != said[at + 1 : at + 2] and at + 1 < len(said):
            other = f"{said[:at]}{said[at + 1]}{sign}{said[at + 2 :]}"
            yield True, _value(one, other)
        for figure in "0123456789":
            if figure != sign:
                yield False, _value(one, f"{said[:at]}{figure}{said[at + 1 :]}")


def _figures(one: Amount) -> str:
    """Return the digits of a number, as it is printed."""
    return figures_at(number(one), one.step)


def _value(one: Amount, figures: str) -> Decimal:
    return Decimal(figures) * one.step


def _bits_of(pair: Pair) -> int:
    """Return how seldom by chance a count has its share, in bits."""
    figures = min(len(_figures(pair.part).rstrip("0")), len(_figures(pair.share)))
    return len(f"{10**figures:b}") - 1


def _cost(pair: Pair, wholes: int, *, turned: bool) -> int:
    """Return the bits of all the slips that were tried."""
    lengths = [len(_figures(one)) for one in (pair.part, pair.share)]
    slips = sum(one - 1 if turned else 9 * one for one in lengths)
    return max(1, slips * wholes).bit_length()
