"""Brief sentences: the units of a report in, those said twice under one heading out.

A sentence of a few words is a refrain as often as a repeat, wherever it stands again.
Under one heading, which is read in one go, one that stands there twice, or that another
one there holds word for word, is what an editor takes out.
"""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import NamedTuple, cast

from crossfoot.places import Span
from crossfoot.repeats.alike import SHORTEST, Pair
from crossfoot.repeats.denying import denials
from crossfoot.repeats.said import sentence
from crossfoot.repeats.sketches import Share
from crossfoot.repeats.slight import CERTAIN
from crossfoot.repeats.stems import stem
from crossfoot.repeats.turned import is_turned
from crossfoot.repeats.units import Unit, Units, is_link
from crossfoot.repeats.vocabulary import Vocabulary

LEAST = 4
"""Words that a sentence must have which stands twice, …"""
HELD = 5
"""… and one which another holds."""
STEMS = 2
"""What a sentence must be about that stands twice, …"""
NEXT = 2
"""Units from one to another up to which equal sentences stand side by side."""
TELLING = 3
"""… and one that another holds."""
LONGEST = 24
"""Words up to which one is brief; longer ones are compared word by word."""
KINDS = frozenset({"heading", "prose", "item"})
ASKING = ":"
"""What a sentence ends in that leads to what stands below it."""


class Place(NamedTuple):
    """A sentence of a chapter."""

    at: int
    """Its unit, counted from the first one of the chapter."""
    lo: int
    hi: int
    norms: tuple[str, ...]
    kind: str
    """That of its unit."""
    asks: bool
    """It leads to what stands below it, which may be new each time."""

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.hi - self.lo


Twice = tuple[int, int, int, int, int, int]
"""Two sentences: the unit of each, and which of its words they are."""


def brief(all_: Units, known: Vocabulary) -> Iterator[Pair]:
    """Yield the brief sentences that are said twice under one heading.

    What is so in two chapters is part of a form, and no slip.
    """
    found: dict[tuple[str, ...], list[Pair]] = {}
    first = 0
    for share in all_.shares:
        for a, lo, hi, b, start, end in _of_chapter(all_, share, first):
            pair = _pair(
                all_[first + a], (lo, hi), all_[first + b], (start, end), known
            )
            shorter = min(pair.a.norms[lo:hi], pair.b.norms[start:end], key=len)
            found.setdefault(shorter, []).append(pair)
        first += len(share.sketches)
    yield from (pairs[0] for pairs in found.values() if len(pairs) == 1)


def _of_chapter(all_: Units, share: Share, first: int) -> list[Twice]:
    """Return what is said twice in a chapter, which is kept with it."""
    page = all_.layouts[share.page]
    key = "brief", share.summary
    if key not in page.kept:
        page.kept[key] = list(_found(all_, share, first))
    return cast("list[Twice]", page.kept[key])


def _found(all_: Units, share: Share, first: int) -> Iterator[Twice]:
    for section in _sections(all_, share, first):
        pairs = {*_equal(section), *_held(section)}
        for one, other in sorted(pairs):
            a, b = (all_[first + place.at] for place in (one, other))
            sides = sentence(a, one.lo, one.hi), sentence(b, other.lo, other.hi)
            if not is_turned(*sides):
                yield *one[:3], *other[:3]


def _sections(all_: Units, share: Share, first: int) -> Iterator[list[Place]]:
    """Yield the sentences under each heading of a chapter, the heading first."""
    out: list[Place] = []
    for at, sketch in enumerate(share.sketches):
        if sketch.kind == "heading":
            yield out
            out = []
        if sketch.kind in KINDS:
            out += _sentences(all_[first + at], at)
    yield out


def _sentences(unit: Unit, at: int) -> Iterator[Place]:
    """Yield the sentences of a unit; all that it says where each is shorter.

    What is nothing but a link says what it leads to.
    """
    if len(unit.words) <= LONGEST and is_link(unit):
        return
    short = all(hi - lo < LEAST for lo, hi in unit.said)
    for lo, hi in [(0, len(unit.words))] if short else unit.said:
        if hi - lo >= LEAST:
            asks = unit.words[hi - 1][0].endswith(ASKING)
            yield Place(at, lo, hi, unit.norms[lo:hi], unit.kind, asks)


def _equal(section: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield two sentences of the same few words, of which there are no more."""
    at: dict[tuple[str, ...], list[Place]] = {}
    for one in section:
        at.setdefault(one.norms, []).append(one)
    for some in at.values():
        if len(some) == 2 and _is_slip(some[0], some[1]):
            yield some[0], some[1]


def _is_slip(one: Place, other: Place) -> bool:
    """Say whether two equal sentences are there by a slip.

    One that follows its own heading is, however long it is. Items of two lists
    are like each other, and those of one are told of elsewhere.
    """
    if one.asks or not _tells(one, STEMS):
        return False
    if one.kind == "heading":
        return other.at == one.at + 1 and not other.lo and other.kind == "prose"
    return one.size < SHORTEST and one.kind == other.kind == "prose"


def _held(section: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield two sentences, of which one is all of a part of the other.

    An item may be a name, which stands in sentences about what it names.
    """
    at: dict[tuple[str, ...], list[tuple[Place, int]]] = {}
    for one in section:
        for start in range(one.size - HELD + 1):
            run = one.norms[start : start + HELD]
            at.setdefault(run, []).append((one, start))
    for one in section:
        brief = HELD <= one.size <= LONGEST and one.kind == "prose" and not one.asks
        if brief and _tells(one, TELLING):
            some = at[one.norms[:HELD]]
            within = [
                other
                for other, start in some
                if other.size > one.size
                and other.kind != "heading"
                and other.norms[start : start + one.size] == one.norms
                and denials(other.norms) == denials(one.norms)
            ]
            if len(within) == 1:
                yield min(one, within[0]), max(one, within[0])


def _tells(one: Place, least: int) -> bool:
    return len({stem(norm) for norm in one.norms} - {""}) >= least


def _pair(a: Unit, here: Span, b: Unit, there: Span, known: Vocabulary) -> Pair:
    shared = set(a.norms[slice(*here)]) & set(b.norms[slice(*there)])
    fewest, longest = sorted((here[1] - here[0], there[1] - there[0]))
    told = fsum(known.weigh(norm) for norm in sorted(shared) if stem(norm))
    if a.norms[slice(*here)] == b.norms[slice(*there)] and b.number - a.number < NEXT:
        told = max(told, CERTAIN)
    percent = fewest * 100 // longest
    return Pair(a, b, "near", fewest, percent, (), here, there, sure=told, retold=True)
