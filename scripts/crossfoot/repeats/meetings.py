"""Meetings: the sentences of a report in, pairs of them that are worth weighing out.

Two meet where they share a seldom word, or where their units share runs of words and
half of their own words stand in one order.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import product
from typing import NamedTuple

from crossfoot.repeats.apart import ORDER, order
from crossfoot.repeats.arrays import distinct
from crossfoot.repeats.said import Sentences
from crossfoot.repeats.spellings import FIGURE
from crossfoot.repeats.units import Unit

RARE = 12
"""Sentences up to which a stem or a link finds pairs."""
TRIED = 40
"""Pairs of sentences of two units that share runs of words, up to which all are
tried."""
SHARED = 4
"""Stems that two sentences must share; a link that both have counts as one."""


Places = list[tuple[int, int]]


class Frame(NamedTuple):
    """The sentences of two units that have half their words in order."""

    a: Unit
    b: Unit
    pairs: Places
    """Counted in each from the first that is looked at."""


Frames = dict[tuple[int, int], Frame]
"""By the names of their units, which they hold."""


def rare(said: Sentences) -> list[tuple[int, int]]:
    """Return the pairs of sentences that share a rare stem, which is no figure."""
    import numpy as np

    plain = np.array([name[:1] != FIGURE for name in said.known], bool)
    seldom = plain & (said.counts > 1) & (said.counts <= RARE)
    place = np.full(len(said.sizes), -1, np.int64)
    place[said.kept] = np.arange(len(said))
    owner = np.repeat(place, said.sizes)
    there = np.flatnonzero((owner >= 0) & seldom[said.numbers])
    there = there[np.argsort(said.numbers[there], kind="stable")]
    stems, owner = said.numbers[there], owner[there]
    pairs = [np.zeros(0, np.int64)]
    for step in range(1, min(RARE, len(there))):
        same = stems[step:] == stems[:-step]
        pairs.append(owner[:-step][same] * len(said) + owner[step:][same])
    met = distinct(np.concatenate(pairs))
    first, second = divmod(met, max(len(said), 1))
    return list(zip(first.tolist(), second.tolist(), strict=True))


InOrder = Callable[[Unit, Unit, Callable[[], Places]], Places]
"""Returns which sentences of two units have half their words in order: what the third
finds, or what it found before."""


def sought(a: Unit, b: Unit, make: Callable[[], Places]) -> Places:
    """Return what `make` finds, each time anew."""
    del a, b
    return make()


def in_frames(
    said: Sentences,
    near: Iterable[tuple[int, int]],
    last: Frames,
    in_order: InOrder = sought,
) -> tuple[set[tuple[int, int]], Frames]:
    """Return the pairs of sentences of some units that have half their words in order.

    So those are found too that share no rare word. `last` are the frames of before;
    those of now are returned with the pairs.
    """
    pairs: set[tuple[int, int]] = set()
    frames: Frames = {}
    for (one, here), (other, there) in _within(said, near):
        units = said.all_[one], said.all_[other]
        name = id(units[0]), id(units[1])
        make = partial(_ordered, said, here, there)
        frames[name] = last.get(name) or Frame(*units, in_order(*units, make))
        both = ((here.start + x, there.start + y) for x, y in frames[name].pairs)
        pairs.update((min(pair), max(pair)) for pair in both)
    return pairs, frames


def _ordered(said: Sentences, here: range, there: range) -> Places:
    """Return the places of sentences that have half their words in order."""
    a, b = ([said[at] for at in side] for side in (here, there))
    return [
        (x, y)
        for (x, one), (y, other) in product(enumerate(a), enumerate(b))
        if len(one.stems & other.stems) >= SHARED and order(one, other) >= ORDER
    ]


def _within(
    said: Sentences, near: Iterable[tuple[int, int]]
) -> Iterator[tuple[tuple[int, range], tuple[int, range]]]:
    """Yield the pairs of units that have few sentences, and which these are."""
    import numpy as np

    owner = said.units[said.kept]
    pairs = np.array(list(near), np.int64).reshape(-1, 2)
    lo = np.searchsorted(owner, pairs, "left")
    hi = np.searchsorted(owner, pairs, "right")
    tried = np.prod(hi - lo, axis=1)
    for at in np.flatnonzero((tried > 0) & (tried <= TRIED)).tolist():
        one, other = (
            (int(pairs[at, side]), range(int(lo[at, side]), int(hi[at, side])))
            for side in (0, 1)
        )
        yield one, other
