"""Linked items: the units of a report in, two that tell of one link alike out.

Where items or rows say by a link what they are about, such as changes by their requests
or courses by their pages, two of one chapter with the same link, and words in common
beside, may tell of one thing.
"""

from collections.abc import Iterator
from math import fsum
from typing import cast

from crossfoot.places import Span
from crossfoot.repeats.alike import Pair
from crossfoot.repeats.apart import is_apart, order
from crossfoot.repeats.keyed import SURER, Twice
from crossfoot.repeats.said import TARGET, sentence
from crossfoot.repeats.sketches import Share, Sketch
from crossfoot.repeats.stems import stem
from crossfoot.repeats.units import Unit, Units
from crossfoot.repeats.vocabulary import Vocabulary

FEWEST = 2
"""Stems that both must share beside the words of links …"""
HELD = 0.5
"""… and the share of what the shorter one's stems tell."""
KINDS = frozenset({"item", "row"})
LONGEST = 60
"""Words up to which an item is about one thing."""


def linked(all_: Units, known: Vocabulary) -> Iterator[Pair]:
    """Yield the items and rows of a chapter that lead to one place, no others there."""
    first = 0
    for share in all_.shares:
        for a, b in _of_chapter(all_, share):
            pair = _pair(all_[first + a], all_[first + b], known)
            if pair:
                yield pair
        first += len(share.sketches)


def _of_chapter(all_: Units, share: Share) -> list[Twice]:
    """Return the items and rows that lead to one place in a chapter, kept with it."""
    page = all_.layouts[share.page]
    key = "linked", share.summary
    if key not in page.kept:
        page.kept[key] = sorted(_found(page.chapter.source, share))
    return cast("list[Twice]", page.kept[key])


def _found(source: str, share: Share) -> Iterator[Twice]:
    """Yield two items or rows where a link is in no other, and one leads nowhere else.

    Who asked for a change is linked to in every item about it, and in others.
    """
    links: dict[int, frozenset[str]] = {}
    at: dict[str, list[int]] = {}
    for number, one in enumerate(share.sketches):
        if one.kind in KINDS and one.words and len(one.words) <= LONGEST:
            found = TARGET.findall(source, *_extent(source, one))
            links[number] = frozenset(inner or outer for inner, outer in found)
            for target in links[number]:
                at.setdefault(target, []).append(number)
    for a, b in {(some[0], some[1]) for some in at.values() if len(some) == 2}:
        alike = share.sketches[a].kind == share.sketches[b].kind
        if alike and (links[a] <= links[b] or links[b] <= links[a]):
            yield a, b


def _extent(source: str, one: Sketch | Unit) -> Span:
    """Return where an item stands; of a row, which has no block, its lines."""
    if one.kind != "row" or not one.words:
        return one.block.start, one.block.end
    start = source.rfind("\n", one.block.start, one.words[0][1]) + 1
    end = source.find("\n", one.words[-1][2], one.block.end)
    return max(start, one.block.start), end if end >= 0 else one.block.end


def _pair(a: Unit, b: Unit, known: Vocabulary) -> Pair | None:
    """Return two items as a pair if they share enough beside their link.

    Rows are of one form, so two that speak of other things are none.
    """
    here, there = (_beside(one, known) for one in (a, b))
    shared = sorted(here.keys() & there.keys())
    least = min(fsum(side[one] for one in sorted(side)) for side in (here, there))
    told = fsum(here[one] for one in shared)
    if a.norms == b.norms or len(shared) < FEWEST or told < HELD * least:
        return None
    whole = 0, len(a.words)
    other = 0, len(b.words)
    sides = sentence(a, *whole), sentence(b, *other)
    sure = SURER * told
    if a.kind == "row" and is_apart(*sides, known, sure):
        return None
    percent = order(*sides)
    shown = percent * max(whole[1], other[1]) // 100
    return Pair(a, b, "near", shown, percent, (), whole, other, sure=sure, retold=True)


def _beside(one: Unit, known: Vocabulary) -> dict[str, float]:
    """Return what the stems tell that stand in no link of an item; in nats."""
    links = TARGET.finditer(one.source, *_extent(one.source, one))
    spans = [link.span() for link in links]
    words = zip(one.words, one.norms, strict=True)
    return {
        stem(norm): known.weigh(norm)
        for (_, at, _), norm in words
        if stem(norm) and not any(lo <= at < hi for lo, hi in spans)
    }
