"""Linked items: the units of a report in, two that tell of one link alike out.

Where items say by a link what they are about, such as changes by their requests, two
of one chapter with the same link, and words in common beside, may tell of one thing.
"""

from collections.abc import Iterator
from math import fsum
from typing import cast

from crossfoot.repeats.alike import Pair
from crossfoot.repeats.apart import order
from crossfoot.repeats.keyed import SURER, Twice
from crossfoot.repeats.said import TARGET, sentence
from crossfoot.repeats.sketches import Share
from crossfoot.repeats.stems import stem
from crossfoot.repeats.units import Unit, Units
from crossfoot.repeats.vocabulary import Vocabulary

FEWEST = 2
"""Stems that both must share beside the words of links …"""
HELD = 0.5
"""… and the share of what the shorter one's stems tell."""
LONGEST = 60
"""Words up to which an item is about one thing."""


def linked(all_: Units, known: Vocabulary) -> Iterator[Pair]:
    """Yield the items of a chapter that lead to one place, and no others there."""
    first = 0
    for share in all_.shares:
        for a, b in _of_chapter(all_, share):
            pair = _pair(all_[first + a], all_[first + b], known)
            if pair:
                yield pair
        first += len(share.sketches)


def _of_chapter(all_: Units, share: Share) -> list[Twice]:
    """Return the items that lead to one place in a chapter, kept with it."""
    page = all_.layouts[share.page]
    key = "linked", share.summary
    if key not in page.kept:
        page.kept[key] = sorted(_found(page.chapter.source, share))
    return cast("list[Twice]", page.kept[key])


def _found(source: str, share: Share) -> Iterator[Twice]:
    """Yield two items where a link is in no other, and neither has more to lead to.

    Who asked for a change is linked to in every item about it, and in others.
    """
    links: dict[int, frozenset[str]] = {}
    at: dict[str, list[int]] = {}
    for number, one in enumerate(share.sketches):
        if one.kind == "item" and one.words and len(one.words) <= LONGEST:
            found = TARGET.findall(source, one.block.start, one.block.end)
            links[number] = frozenset(inner or outer for inner, outer in found)
            for target in links[number]:
                at.setdefault(target, []).append(number)
    for a, b in {(some[0], some[1]) for some in at.values() if len(some) == 2}:
        if links[a] <= links[b] or links[b] <= links[a]:
            yield a, b


def _pair(a: Unit, b: Unit, known: Vocabulary) -> Pair | None:
    """Return two items as a pair if they share enough beside their link."""
    here, there = (_beside(one, known) for one in (a, b))
    shared = sorted(here.keys() & there.keys())
    least = min(fsum(side[one] for one in sorted(side)) for side in (here, there))
    told = fsum(here[one] for one in shared)
    if a.norms == b.norms or len(shared) < FEWEST or told < HELD * least:
        return None
    whole = 0, len(a.words)
    other = 0, len(b.words)
    percent = order(sentence(a, *whole), sentence(b, *other))
    shown = percent * max(whole[1], other[1]) // 100
    sure = SURER * told
    return Pair(a, b, "near", shown, percent, (), whole, other, sure=sure, retold=True)


def _beside(one: Unit, known: Vocabulary) -> dict[str, float]:
    """Return what the stems tell that stand in no link of an item; in nats."""
    links = TARGET.finditer(one.source, one.block.start, one.block.end)
    spans = [link.span() for link in links]
    words = zip(one.words, one.norms, strict=True)
    return {
        stem(norm): known.weigh(norm)
        for (_, at, _), norm in words
        if stem(norm) and not any(lo <= at < hi for lo, hi in spans)
    }
