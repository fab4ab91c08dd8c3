"""Echoes: the sentences of a report in, those that tell the same in other words out.

What all words that two share tell, by how seldom they stand, says how sure one is. No
order of words is asked for. One sentence may be told in two, and so may a pair of them:
sentences beside two that share much are taken in while that makes one surer.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from math import fsum, log, sqrt
from typing import NamedTuple

from crossfoot.repeats.said import Said, beside

LEAST = 100
"""Sentences of which a report is taken to have at least: in a short one every word is
rare, whatever it tells."""
RARE = 12
"""Sentences up to which a stem or a link finds pairs."""
SHARED = 4
"""Stems that two sentences must share; a link that both have counts as one."""
HELD = 0.55
"""Share of what the sentence that tells less tells, which the other tells too …"""
SHARE = 0.4
"""… and share of what the one that tells more tells."""
SURE = 17.0
"""What two sentences must share, weighed with their likeness, to be told of; in nats.
18 is what five words tell, each of which stands in one sentence of 37."""
GROWN = 22.0
"""The same of two of which one is surely alike only with sentences beside it: among
several to take in, one fits by chance."""
CLOSE = 0.85
"""`HELD` of sentences side by side, or in one table, which are about one thing; or"""
LEVEL = 0.6
"""`SHARE` of them, and"""
NEXT = 0.7
"""`HELD`."""
WIDE = 2
"""Sentences that are taken in on each side …"""
START = 6.0
"""… of two that share so many nats, weighed with their likeness, and"""
FEW = 3
"""so many stems."""


class Echo(NamedTuple):
    """Two sentences that tell the same."""

    sure: float
    here: Said
    """The first, with what was taken in beside it."""
    there: Said
    within: "Echo | None" = None
    """The two without that, where they are surely alike too."""


class Scale(NamedTuple):
    """How much each stem and each link tells; in nats."""

    told: Mapping[str, float]
    most: float
    """What one tells that stands once."""

    def weigh(self, some: frozenset[str]) -> float:
        """Return how much all of them tell."""
        return fsum(self.told.get(one, self.most) for one in some)


class Likeness(NamedTuple):
    """How much of what two sentences tell both tell."""

    sure: float
    shared: int
    held: float
    share: float


def echoes(said: Sequence[Said]) -> list[Echo]:
    """Return the sentences that tell what an earlier one tells, the surest first."""
    counts = Counter(one for each in said for one in each.stems | each.links)
    total = max(len(said), LEAST)
    scale = Scale({one: log(total / n) for one, n in counts.items()}, log(total))
    found = _found(said, scale, counts)
    return sorted(found, key=lambda one: -one.sure)


def _found(
    said: Sequence[Said], scale: Scale, counts: Mapping[str, int]
) -> Iterator[Echo]:
    kept: Beside = {}
    for a, b in sorted(_met(said, counts)):
        if len(said[a].stems & said[b].stems) < FEW:
            continue
        first = likeness(said[a], said[b], scale)
        if first.sure < START:
            continue
        narrow = None
        if _tells(said[a], said[b], first):
            narrow = Echo(first.sure, said[a], said[b])
        here, there, alike = _widened(said[a], said[b], scale, kept)
        if alike == first or not _tells(here, there, alike):
            if narrow:
                yield narrow
        elif narrow or alike.sure >= GROWN:
            yield Echo(alike.sure, here, there, narrow)


def _tells(a: Said, b: Said, alike: Likeness) -> bool:
    """Say whether two sentences are surely alike."""
    if alike.shared < SHARED or alike.sure < SURE or alike.share < SHARE:
        return False
    least = HELD
    if is_beside(a, b):
        least = NEXT if alike.share >= LEVEL else CLOSE
    return alike.held >= least


def _met(said: Sequence[Said], counts: Mapping[str, int]) -> set[tuple[int, int]]:
    """Return the pairs of sentences that share a rare stem, which is no figure."""
    held: dict[str, list[int]] = {}
    for number, one in enumerate(said):
        for word in one.stems | one.links:
            if 1 < counts[word] <= RARE and word[0] != "#":
                held.setdefault(word, []).append(number)
    return {pair for numbers in held.values() for pair in combinations(numbers, 2)}


def likeness(a: Said, b: Said, scale: Scale) -> Likeness:
    """Return how much of what two sentences tell both tell.

    A link that only one of them has says nothing against it.
    """
    links = a.links & b.links
    shared = (a.stems & b.stems) | links
    common = scale.weigh(shared)
    both = (common / (scale.weigh(one.stems | links) or 1.0) for one in (a, b))
    share, held = sorted(both)
    number = len(a.stems & b.stems) + bool(links)
    return Likeness(common * sqrt(held * share), number, held, share)


Beside = dict[tuple[int, int, int], Said | None]
"""By unit, edge and side: the sentence there, as far as it was asked for."""


def _widened(
    a: Said, b: Said, scale: Scale, kept: Beside
) -> tuple[Said, Said, Likeness]:
    """Take in sentences beside two while that makes one surer that they are alike."""
    best = a, b, likeness(a, b, scale)
    for _ in range(WIDE * 2):
        tried = [(*two, likeness(*two, scale)) for two in _wider(*best[:2], kept)]
        surest = max(tried, key=lambda one: one[2].sure, default=best)
        if surest[2].sure <= best[2].sure:
            break
        best = surest
    return best


def _wider(a: Said, b: Said, kept: Beside) -> Iterator[tuple[Said, Said]]:
    """Yield two stretches of sentences with one more beside one of them, or both."""
    sides = [[one, *_longer(one, kept)] for one in (a, b)]
    for here, there in product(*sides):
        apart = here.unit is not there.unit or not _over(here, there)
        if apart and (here, there) != (a, b):
            yield here, there


def _longer(one: Said, kept: Beside) -> Iterator[Said]:
    """Yield a stretch of sentences with the one before it, and with the one after."""
    for step in (-1, 1):
        key = one.unit.number, one.hi if step > 0 else one.lo, step
        if key not in kept:
            kept[key] = beside(one, step)
        if more := kept[key]:
            yield one.joined(more)


def _over(a: Said, b: Said) -> bool:
    return a.lo < b.hi and b.lo < a.hi


def is_beside(a: Said, b: Said) -> bool:
    """Say whether two sentences stand side by side, or in one table."""
    if a.unit.kind == "row" or b.unit.kind == "row":
        return a.unit.block is b.unit.block
    if a.unit is b.unit:
        return b.lo - a.hi <= 0
    near = abs(b.unit.number - a.unit.number) == 1
    return near and a.unit.page == b.unit.page
