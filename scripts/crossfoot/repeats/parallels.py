"""Parallels: relations in, which of them are told as one pair of sections out.

Two versions of one text, the notes on two releases or two editions of a policy, have
one passage after another in common. That is one thing to settle, so it is told once,
with every passage beneath. What shuts the gate, and what has an author's word, is told
for itself as well as before.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossfoot.repeats.relations import Relation
from crossfoot.repeats.sections import Section, Sections

FEWEST = 3
"""Passages from which on two sections are told of instead of each, …"""
SURE = 2
"""… of which so many would be told alone as well."""
PART = 15
"""Per cent of the shorter section's words that those passages have, …"""
LEAST = 100
"""… which has so many words, …"""
RISING = 0.7
"""… and the share of them that stands in one order in both, unless they are most."""
MOSTLY = 50
"""Per cent of the shorter section's words from which on two are largely the same."""

KINDS = frozenset({"exact", "near", "contained"})
OPEN = frozenset({"report", "replace", "drop"})

Key = tuple[tuple[int, int, int], tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sections that have passages in common, the first in reading order first."""

    a: Section
    b: Section

    @property
    def key(self) -> Key:
        """What tells pairs apart."""
        return self.a.key, self.b.key

    @property
    def shorter(self) -> Section:
        """The one with fewer words; of two equal ones the second."""
        return self.a if self.a.words < self.b.words else self.b


@dataclass(frozen=True, slots=True)
class Member:
    """A relation between two passages, and where they start in the report."""

    relation: Relation
    a: tuple[int, int]
    b: tuple[int, int]
    sure: bool
    """It would be told alone as well."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two sections, and the relations between them in reading order."""

    sides: Sides
    relations: tuple[Relation, ...]

    @property
    def share(self) -> int:
        """Per cent of the shorter section's words that stand in the other too."""
        words = sum(one.words * one.share // 100 for one in self.relations)
        return min(100, words * 100 // self.sides.shorter.words)


def parallels(
    found: Iterable[Relation], slight: Iterable[Relation], sections: Sections
) -> list[Parallel]:
    """Return the pairs of sections of which one finding tells, in reading order.

    `slight` are relations that alone would not be worth a word.
    """
    pairs: dict[Key, tuple[Sides, list[Member]]] = {}
    for some, sure in ((found, True), (slight, False)):
        for one in some:
            for sides, member in _between(one, sections, sure=sure):
                pairs.setdefault(sides.key, (sides, []))[1].append(member)
    chosen = _chosen([pair for pair in pairs.values() if _are_many(pair[1])])
    return sorted(chosen, key=lambda one: one.sides.key)


def _are_many(members: Sequence[Member]) -> bool:
    return len(members) >= FEWEST and sum(one.sure for one in members) >= SURE


def may_be(one: Relation) -> bool:
    """Say whether a relation is one of two passages that shuts no gate."""
    return len(one.a) == len(one.b) == 1 and is_open(one)


def is_open(one: Relation) -> bool:
    """Say whether a relation, of however many passages, shuts no gate."""
    plain = all(fate.policy != "fail" and not fate.waiver for fate in one.fates)
    return one.kind in KINDS and one.action in OPEN and plain


def _between(
    one: Relation, sections: Sections, *, sure: bool
) -> Iterator[tuple[Sides, Member]]:
    """Yield the pairs of sections that a relation stands between."""
    first, second = one.a[0], one.b[0]
    if sections.order(*second) < sections.order(*first):
        first, second = second, first
    member = Member(one, sections.order(*first), sections.order(*second), sure)
    others = list(sections.around(second[0].file, second[1]))
    for a in sections.around(first[0].file, first[1]):
        for b in others:
            if a.apart(b):
                yield Sides(a, b), member


def _chosen(pairs: list[tuple[Sides, list[Member]]]) -> Iterator[Parallel]:
    """Yield pairs of sections, each relation in one: where most is, most narrowly."""

    def rank(pair: tuple[Sides, list[Member]]) -> tuple[int, int, Key]:
        sides, members = pair
        return -len(members), sides.a.words + sides.b.words, sides.key

    taken: set[int] = set()
    for sides, members in sorted(pairs, key=rank):
        left = [one for one in members if id(one.relation) not in taken]
        left.sort(key=lambda one: (one.b, one.a, one.relation.ident))
        made = Parallel(sides, tuple(one.relation for one in left))
        if _are_many(left) and _is_parallel(made, [one.a for one in left]):
            taken |= {id(one.relation) for one in left}
            yield made


def _is_parallel(one: Parallel, firsts: Sequence[tuple[int, int]]) -> bool:
    if one.sides.shorter.words < LEAST or one.share < PART:
        return False
    return one.share >= MOSTLY or _rising(firsts) >= RISING * len(firsts)


def _rising(values: Sequence[tuple[int, int]]) -> int:
    """Return how many values the longest rising part of a sequence has."""
    ends: list[tuple[int, int]] = []
    for value in values:
        at = bisect_left(ends, value)
        ends[at : at + 1] = [value]
    return len(ends)
