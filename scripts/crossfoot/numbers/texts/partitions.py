"""Partitions: a paragraph in; wholes whose parts add up, or would but for a slip, out.

`It spent £214.6m, of which £96.3m was aid and £118.3m its own.` `Of these, 1,380 were
glad. The other 120 were not.` A text may name some parts only, so that parts which do
not add up are told of in two cases: where one slip of the keys mends them that is
seldom by chance, or any where the last part is said to be the other, or the rest.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from crossfoot.amounts import english_cues, english_sums
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.amounts.scan import scan
from crossfoot.numbers.mistyped import bits_between, figures_at
from crossfoot.numbers.splits import by_sentence, sentences
from crossfoot.numbers.texts.claims import PLAIN, Claim, half, number

FEWEST, MOST = 2, 8
"""Parts of one whole."""
LISTED = 3
"""Parts from which an `and` before the last makes it likely that there are no more."""
CUES = (
    *("Of ", "of which", "of whom", ": ", "Among the", "They ", "These ", "Those "),
    *("compris", "consist", "made up of"),
)
COLON = re.compile(r":\s")
APART = re.compile(r",\s(?=[£$€]?[0-9][0-9,.]*[^,.;:]{1,40}\sand\s[0-9£$€])")
"""Before two parts that stand as one: `2,214 answered, 1,630 online and 584 not`."""
AND = re.compile(rf"\b(?:{any_of(english_sums.LINKS)})\b")
NEAR = 60
"""Characters between a whole and what its parts come after."""
BEFORE = 24
"""Characters before a part in which it is called the other, or the rest."""
SOME, ALL = 6, 3
"""Bits of a slip, less those of the numbers it may be in, where the parts may be some
of all, and where they are said to be all."""
SMALL = 10
"""A part in words below which it may count something else: `43 received two`."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A whole, the numbers after it, and whether those named are said to be all."""

    whole: Amount
    rest: Sequence[Amount]
    every: bool = False


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole, and the parts that follow it."""

    whole: Amount
    parts: tuple[Amount, ...]
    complete: bool
    """They are likely all: a list of three up to an `and`."""
    sure: bool
    """They are said to be all."""


def partitions(text: str) -> Iterator[Claim]:
    """Yield the claims of a paragraph that parts make a whole."""
    # Most texts have none, which is seen before they are read.
    if not any(cue in text for cue in CUES) and not APART.search(text):
        return
    spans = [*sentences(text)]
    inside = [(), *by_sentence(text, scan(text)), ()]
    for at, (start, end) in enumerate(spans, 1):
        found = _whole(text[start:end], start, inside[at], inside[at - 1])
        if found is not None:
            yield from _claims(text, _partition(text, found, inside[at + 1]))


def _whole(
    said: str, start: int, inside: Sequence[Amount], before: Sequence[Amount]
) -> Parted | None:
    """Return the whole that a sentence parts, and the numbers after it."""
    plain = [one for one in inside if _is_plain(one)]
    opens = said[: plain[0].start - start] if plain else ""
    they = _cue(english_cues.PARTED_THEY).fullmatch(opens) is not None
    if they or _cue(english_cues.PARTED_AGAIN).match(said):
        known = [one for one in before if _is_plain(one)]
        return Parted(known[-1], inside, they) if known else None
    if plain and _cue(english_cues.PARTED_FIRST).fullmatch(opens):
        rest = [one for one in inside if one.start > plain[0].start]
        return Parted(plain[0], rest)
    every = _cue(english_cues.PARTED_ALL).search(said)
    cue = every or _cue(english_cues.PARTED).search(said) or COLON.search(said)
    cue = cue or APART.search(said)
    known = [one for one in plain if cue and one.end <= start + cue.start()]
    if cue is None or not known or start + cue.start() - known[-1].end > NEAR:
        return None
    rest = [one for one in inside if one.start >= start + cue.end()]
    return Parted(known[-1], rest, every is not None or cue[0].startswith(":"))


@cache
def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _is_plain(one: Amount) -> bool:
    plain = one.kind == "quantity" and one.unit not in {"", "%", "pp", "ratio"}
    return plain and one.comparator in PLAIN and bool(one.value) and number(one) > 0


def _partition(text: str, found: Parted, after: Sequence[Amount]) -> Partition:
    """Return a whole with its parts; one more may follow in the next sentence."""
    whole = found.whole
    parts = [one for one in found.rest if _is_part(text, one, whole)]
    more = [one for one in after if _is_part(text, one, whole)][:1]
    parts += [one for one in more if _is_last(text, one)]
    last = any(_is_last(text, one) for one in parts)
    listed = _is_list(text, parts)
    complete = last or (listed and (found.every or len(parts) >= LISTED))
    sure = last or (listed and found.every)
    return Partition(whole, tuple(parts), complete, sure)


def _is_list(text: str, parts: Sequence[Amount]) -> bool:
    """Say whether an `and` stands before the last of some parts."""
    if len(parts) < FEWEST:
        return False
    return AND.search(text, parts[-2].end, parts[-1].start) is not None


def _is_part(text: str, one: Amount, whole: Amount) -> bool:
    """Say whether a number may be a part: no percentage, nor one beside in brackets."""
    inner = text[max(0, one.lead - 2) : one.lead].rstrip().endswith("(")
    return _is_plain(one) and one.unit == whole.unit and not inner


def _is_last(text: str, one: Amount) -> bool:
    before = text[max(0, one.lead - BEFORE) : one.lead]
    last = _cue(english_cues.LAST_PART).search(before)
    return (last or _cue(english_cues.NOT_PART).match(text, one.tail)) is not None


def _is_measure(text: str, one: Amount) -> bool:
    before = text[max(0, one.lead - BEFORE) : one.lead]
    after = (english_cues.MEASURE_AFTER, english_cues.OF_PART)
    return _cue(english_cues.MEASURE_BEFORE).search(before) is not None or any(
        _cue(pattern).match(text, one.tail) for pattern in after
    )


def _claims(text: str, one: Partition) -> Iterator[Claim]:
    """Yield the claim of a whole whose parts add up, or that one slip mends."""
    figures = [each for each in one.parts if not (each.worded and number(each) < SMALL)]
    counts = [each for each in one.parts if not _is_measure(text, each)]
    every = dict.fromkeys((one.parts, tuple(figures), tuple(counts)))
    choices = [choice for choice in every if _are_some(choice)]
    for parts in choices:
        if _adds_up(one.whole, parts):
            real = sum(map(number, parts), Decimal(0))
            yield Claim(one.whole, parts, real, True, _sum(text, parts))
            return
    found = [claim for parts in choices for claim in _mended(text, one, parts)]
    alone = len({claim.stated for claim in found}) == 1
    if found:
        yield found[0] if alone else replace(found[0], sure=False)


def _are_some(parts: Sequence[Amount]) -> bool:
    return FEWEST <= len(parts) <= MOST


def _adds_up(whole: Amount, parts: Sequence[Amount]) -> bool:
    off = number(whole) - sum(map(number, parts), Decimal(0))
    return abs(off) <= half(whole) + sum(map(half, parts), Decimal(0))


def _mended(text: str, one: Partition, parts: Sequence[Amount]) -> Iterator[Claim]:
    """Yield each number that one slip would make right, where chance seldom would."""
    total = sum(map(number, parts), Decimal(0))
    needed = (ALL if one.complete else SOME) + len(parts).bit_length()
    if _bits(one.whole, total) >= needed:
        how = _sum(text, parts)
        yield Claim(one.whole, tuple(parts), total, False, how, sure=one.sure)
    for part in parts:
        meant = number(one.whole) - total + number(part)
        if _bits(part, meant) >= needed:
            others = tuple(each for each in parts if each is not part)
            how = f"{_text(text, one.whole)} less {_listed(text, others)}"
            every = (one.whole, *others)
            yield Claim(part, every, meant, False, how, "rest", sure=one.sure)


def _bits(one: Amount, meant: Decimal) -> int:
    """Return how seldom by chance a slip makes a number of a value, in bits."""
    if one.worded or meant <= 0:
        return 0
    mine, other = (figures_at(value, one.step) for value in (number(one), meant))
    return bits_between(mine, other)


def _sum(text: str, parts: Sequence[Amount]) -> str:
    return " + ".join(_text(text, one) for one in parts)


def _listed(text: str, parts: Sequence[Amount]) -> str:
    return " and ".join(_text(text, one) for one in parts)


def _text(text: str, one: Amount) -> str:
    return text[one.start : one.end]
