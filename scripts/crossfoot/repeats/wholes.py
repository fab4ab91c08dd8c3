"""Whole paragraphs: the sentences of a report in, paragraphs that tell the same out.

A paragraph that is told again in other words and another order may have no sentence
that says what one of the other says. All their words are held against each other then,
where no order of words makes them parallel text.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, groupby

from crossfoot.repeats.apart import order
from crossfoot.repeats.echoes import Echo, Scale, likeness
from crossfoot.repeats.meetings import RARE
from crossfoot.repeats.said import Said, Sentences
from crossfoot.repeats.spellings import FIGURE

LEAST = 20
"""Words that a paragraph must have, and"""
SEVERAL = 2
"""sentences that are about something, of two the one."""
MEETING = 2
"""Rare stems or links that two must share to be weighed …"""
SHARED = 10
"""… and stems that they must share …"""
SURE = 20.0
"""… and how much these must tell, weighed with their likeness; in nats."""
HELD = 0.44
"""Share of what the one that tells less tells, which the other tells too …"""
SHARE = 0.28
"""… and share of what the one that tells more tells."""
ORDER = 35
"""Per cent of the words in one order from which on two are of one frame."""
LIGHTER = 0.5
"""How much less sure one is of paragraphs than of sentences that share as much: two
that are about one thing share its words."""


def wholes(said: Sentences, scale: Scale) -> list[Echo]:
    """Return the paragraphs that tell what one other tells, the surest first.

    What is alike with several is about what they are about.
    """
    held = dict(_held(said))
    found = []
    for a, b in _met(held):
        sure = _sure(held[a], held[b], scale)
        if sure and order(held[a], held[b]) < ORDER:
            found.append((sure, a, b))
    times = Counter(one for _, *both in found for one in both)
    alone = [one for one in found if max(times[one[1]], times[one[2]]) == 1]
    echoes = [Echo(sure * LIGHTER, held[a], held[b]) for sure, a, b in sorted(alone)]
    return sorted(echoes, key=lambda one: -one.sure)


def _held(said: Sentences) -> Iterator[tuple[int, Said]]:
    """Yield the paragraphs that are long enough, by number, each as one sentence."""
    for number, some in groupby(said, key=lambda one: one.unit.number):
        all_ = list(some)
        unit = all_[0].unit
        if unit.kind != "row" and len(unit.words) >= LEAST:
            stems = frozenset[str]().union(*(one.stems for one in all_))
            links = frozenset[str]().union(*(one.links for one in all_))
            yield number, Said(unit, 0, len(unit.words), stems, links)


def _met(held: dict[int, Said]) -> list[tuple[int, int]]:
    """Return the pairs of paragraphs that share rare stems or links."""
    at: dict[str, list[int]] = {}
    for number, one in held.items():
        for stem in one.stems | one.links:
            at.setdefault(stem, []).append(number)
    rare = (
        there
        for stem, there in at.items()
        if len(there) <= RARE and not stem.startswith(FIGURE)
    )
    met = Counter(pair for there in rare for pair in combinations(there, 2))
    return sorted(pair for pair, times in met.items() if times >= MEETING)


def _sure(a: Said, b: Said, scale: Scale) -> float:
    """Return how surely two paragraphs tell the same, or 0; in nats."""
    if len(a.stems & b.stems) < SHARED:
        return 0.0
    if max(len(a.unit.said), len(b.unit.said)) < SEVERAL:
        return 0.0
    one = likeness(a, b, scale)
    good = one.held >= HELD and one.share >= SHARE
    return one.sure if good and one.sure >= SURE else 0.0
