"""Retold sentences: the units of a report in, what is said again in other words out.

Words that stand in few sentences find the pairs, and what all shared words tell, by
how seldom they stand, says how sure one is. No order of words is asked for. So chance
has room: the more sentences there are, the more of them share a few words. What
speaks of other things (another name, figure or system) is parallel text and left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from math import log, sqrt
from typing import NamedTuple

from crossfoot.repeats.alike import Pair
from crossfoot.repeats.compare import denials, is_contrary, is_name
from crossfoot.repeats.stems import stem
from crossfoot.repeats.units import Unit, Units
from crossfoot.repeats.vocabulary import Vocabulary

MOST = 300_000
"""Words of a report up to which it is searched: about a thousand pages."""
FEWEST = 6
"""Words that a sentence must have …"""
STEMS = 4
"""… and how many of them it must be about."""
LEAST = 100
"""Sentences of which a report is taken to have at least: in a short one every word is
rare, whatever it tells."""
RARE = 12
"""Sentences up to which a stem finds pairs."""
SHARED = 4
"""Stems that two sentences must share."""
HELD = 0.55
"""Share of what the sentence that tells less tells, which the other tells too …"""
SHARE = 0.4
"""… and share of what the one that tells more tells."""
SURE = 18.0
"""What two sentences must share, weighed with their likeness, to be told of; in nats.
18 is what five words tell, each of which stands in one sentence of 37."""
CLOSE = 0.85
"""`HELD` of sentences side by side, or in one table, which are about one thing."""
FORM = 3
"""Partners from which on a sentence is a form that is filled in, or a refrain."""

ORDER = 50
"""Per cent of the words in one order from which on two sentences are of one frame."""

FILLED = 3
"""Stems that differ on both sides from which on such a frame is filled in anew."""

KINDS = frozenset({"prose", "item", "note", "row"})


class Said(NamedTuple):
    """A sentence."""

    unit: Unit
    lo: int
    hi: int
    stems: frozenset[str]


class Echo(NamedTuple):
    """Two sentences that tell the same."""

    sure: float
    a: int
    b: int


def retold(
    all_: Units, known: Vocabulary, again: Iterable[Sequence[int]]
) -> list[Pair]:
    """Return the sentences that tell what an earlier one tells, the surest first.

    Of units that stand several times, `again`, the first alone is looked at.
    """
    if known.total > MOST:
        return []
    said = list(_said(all_, {one for group in again for one in group[1:]}))
    counts = Counter(one for each in said for one in each.stems)
    told = {one: log(max(len(said), LEAST) / count) for one, count in counts.items()}
    found = sorted(_echoes(said, told, counts), key=lambda one: (-one.sure, one[1:]))
    partners = Counter(side for one in found for side in one[1:])
    alone = [one for one in found if max(partners[one.a], partners[one.b]) < FORM]
    pairs = [(one, said[one.a], said[one.b]) for one in alone]
    return [_pair(one, a, b) for one, a, b in pairs if not _apart(a, b, known)]


def _said(all_: Units, left: set[int]) -> Iterator[Said]:
    """Yield the sentences that are about enough."""
    for number in range(len(all_)):
        if all_.kind(number) not in KINDS or number in left:
            continue
        if not all_.is_sought(number):
            continue
        unit = all_[number]
        for lo, hi in unit.sentences:
            stems = _stems(unit, lo, hi) if hi - lo >= FEWEST else frozenset()
            if len(stems) >= STEMS:
                yield Said(unit, lo, hi, stems)


def _stems(unit: Unit, lo: int, hi: int) -> frozenset[str]:
    found = {
        f"#{one.figure}" if one.figure else stem(one.norm)
        for one in unit.readings[lo:hi]
    }
    return frozenset(found - {""})


def _echoes(
    said: Sequence[Said], told: dict[str, float], counts: Counter[str]
) -> Iterator[Echo]:
    whole = [sum(told[one] for one in each.stems) for each in said]
    for a, b in sorted(_met(said, counts)):
        shared = said[a].stems & said[b].stems
        if len(shared) < SHARED:
            continue
        common = sum(sorted(told[one] for one in shared))
        held, share = sorted((common / whole[a], common / whole[b]), reverse=True)
        least = CLOSE if _beside(said[a], said[b]) else HELD
        sure = common * sqrt(held * share)
        if held >= least and share >= SHARE and sure >= SURE:
            yield Echo(sure, a, b)


def _met(said: Sequence[Said], counts: Counter[str]) -> set[tuple[int, int]]:
    """Return the pairs of sentences that share a rare stem, which is no figure."""
    held: dict[str, list[int]] = {}
    for number, one in enumerate(said):
        for word in one.stems:
            if 1 < counts[word] <= RARE and word[0] != "#":
                held.setdefault(word, []).append(number)
    return {pair for numbers in held.values() for pair in combinations(numbers, 2)}


def _beside(a: Said, b: Said) -> bool:
    """Say whether two sentences stand side by side, or in one table."""
    if a.unit.kind == "row" or b.unit.kind == "row":
        return a.unit.block is b.unit.block
    if a.unit is b.unit:
        return b.lo - a.hi <= 0
    return abs(b.unit.number - a.unit.number) == 1


def _apart(a: Said, b: Said, known: Vocabulary) -> bool:
    """Say whether two sentences speak of different things, or deny each other.

    Then they are parallel text, or for the comparison of figures to judge. Names tell
    things apart where the words stand in one order: else they are other words.
    """
    if _denied(a) != _denied(b):
        return True
    here, there = _only(a, b), _only(b, a)
    if all(any(w.startswith("#") for w in side) for side in (here, there)):
        return True
    if any(is_contrary(*two) for two in product(_norms(a, b), _norms(b, a))):
        return True
    if _order(a, b) < ORDER:
        return False
    if min(len(here), len(there)) >= FILLED:
        return True
    names = (_names(one, side, known) for one, side in ((a, here), (b, there)))
    topics = [{stem(word) for word in one.unit.topic} for one in (a, b)]
    other = here & (topics[0] - topics[1]) and there & (topics[1] - topics[0])
    return bool(other) or all(names)


def _order(a: Said, b: Said) -> int:
    """Return the share of the longer one's words that both have in order; per cent."""
    from rapidfuzz.distance import LCSseq

    words = a.unit.norms[a.lo : a.hi], b.unit.norms[b.lo : b.hi]
    return int(LCSseq.similarity(*words)) * 100 // max(map(len, words))


def _denied(one: Said) -> bool:
    return denials(one.unit.norms[one.lo : one.hi]) % 2 == 1


def _only(one: Said, other: Said) -> frozenset[str]:
    """Return the stems of the one that the other lacks."""
    return one.stems - other.stems


def _norms(one: Said, other: Said) -> set[str]:
    """Return the words of the one that the other lacks."""
    sides = [set(side.unit.norms[side.lo : side.hi]) for side in (one, other)]
    return sides[0] - sides[1]


def _names(one: Said, stems: frozenset[str], known: Vocabulary) -> bool:
    """Say whether any word of some stems is a name."""
    return any(
        stem(one.unit.norms[at]) in stems and is_name(one.unit, at, known.is_common)
        for at in range(one.lo, one.hi)
    )


def _pair(echo: Echo, a: Said, b: Said) -> Pair:
    """Return two sentences as a pair, with those beside them that go on alike."""
    first = len(a.stems & b.stems)
    for step in (-1, 1):
        a, b = _widened(a, b, step)
    percent = _order(a, b)
    longest = max(a.hi - a.lo, b.hi - b.lo)
    spans = (a.lo, a.hi), (b.lo, b.hi)
    shared = percent * longest // 100
    sure = echo.sure * len(a.stems & b.stems) / first
    return Pair(
        a.unit, b.unit, "near", shared, percent, (), *spans, sure=sure, retold=True
    )


def _widened(a: Said, b: Said, step: int) -> tuple[Said, Said]:
    """Take in sentences before or after two that tell the same, while they agree."""
    while True:
        here, there = (_neighbour(one, step) for one in (a, b))
        if not here or not there or not _agree(here, there) or _meet(here, b, a, there):
            return a, b
        a, b = _joined(a, here), _joined(b, there)


def _meet(*some: Said) -> bool:
    """Say whether any of four sentences runs into one of the other side."""
    here, b, a, there = some
    pairs = (here, b), (a, there), (here, there)
    return any(x.unit is y.unit and x.lo < y.hi and y.lo < x.hi for x, y in pairs)


def _neighbour(one: Said, step: int) -> Said | None:
    """Return the sentence before or after one of a unit."""
    edge = one.hi if step > 0 else one.lo
    for lo, hi in one.unit.sentences:
        if edge == (lo if step > 0 else hi):
            return Said(one.unit, lo, hi, _stems(one.unit, lo, hi))
    return None


def _agree(a: Said, b: Said) -> bool:
    shared = len(a.stems & b.stems)
    fewest, most = sorted((len(a.stems), len(b.stems)))
    return shared >= max(1.0, HELD * fewest, SHARE * most)


def _joined(one: Said, other: Said) -> Said:
    ends = min(one.lo, other.lo), max(one.hi, other.hi)
    return Said(one.unit, *ends, one.stems | other.stems)
