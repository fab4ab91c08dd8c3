"""The second place: copies that are to stay in, the first places that can go out.

All else in this stage keeps what comes first. A first place goes only when nothing of
it and nothing of its copy is cut for another reason, and when what its copy lacks, a
name that others refer to, is not lost with it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from crossfoot.repeats.runs import Run
from crossfoot.repeats.stream import Stream


class Flip(NamedTuple):
    """A first place that is to go."""

    copy: int
    """Number of the copy that stays instead."""
    run: Run
    """What stands there first, as its copy."""
    page: int
    lo: int
    """Its tokens in its layout."""
    hi: int


def flips(
    made: Stream,
    barred: Sequence[bytearray],
    asked: Iterable[Flip],
    owners: Mapping[int, Sequence[int]],
) -> Iterator[Flip]:
    """Yield the first places that can go, as `owners` is before each of them."""
    mentions: set[str] = set()
    for one in made.layouts:
        mentions |= one.mentions
    staying: list[tuple[int, int, int]] = []
    for flip in asked:
        base = flip.run.b - made.where(flip.run.b)[1]
        page, lo = made.where(flip.lo + base - flip.run.b + flip.run.a)
        stays = page, lo, lo + flip.hi - flip.lo
        goes = flip.page, flip.lo, flip.hi
        free = not any(_is_owned(owners, place) for place in (goes, stays))
        apart = not any(_overlap(goes, other) for other in staying)
        barring = any(any(barred[p][a:b]) for p, a, b in (goes, stays))
        if free and apart and not barring and not _loses(made, goes, stays, mentions):
            staying.append(stays)
            yield flip


def _is_owned(owners: Mapping[int, Sequence[int]], place: tuple[int, int, int]) -> bool:
    page, lo, hi = place
    return any(owners.get(page, ())[lo:hi])


def _overlap(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _loses(
    made: Stream,
    goes: tuple[int, int, int],
    stays: tuple[int, int, int],
    mentions: set[str],
) -> bool:
    """Say whether a name that others refer to would go with the first place."""
    here, there = made.layouts[goes[0]], made.layouts[stays[0]]
    for token in here.anchored(goes[1], goes[2]):
        twins = there.anchors.get(token - goes[1] + stays[1], [])
        if mentions.intersection(here.anchors[token][len(twins) :]):
            return True
    return False
