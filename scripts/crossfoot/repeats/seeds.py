"""Seeds: the words of all units as numbers in, pairs of units that share runs out.

Every run of `GRAM` words is hashed; one sort brings equal runs together. An exact
index forgets nothing, where sketches do, and up to a million paragraphs it is as fast
(measured against MinHash). What stands very often is chained from one place to the
next, so that the pairs grow with the text and not with its square.
"""

from dataclasses import dataclass
from typing import Any

from crossfoot.repeats.arrays import distinct, mixed, several

GRAM = 3
"""Words of a run."""
WIDE = 5
"""Words of a run in a report of more than `MANY` units, where shorter ones are common
phrases; of these runs every second is looked at, and of ten times as many units every
fourth. What two units of 15 words share is then found 99 times, or 80, in a hundred."""
MANY = 50_000
OFTEN = 12
"""Places up to which all pairs of a run are made."""
CHAIN = 4
"""How many places on a run is paired that stands in …"""
PHRASE = 100
"""… so many at most: what a chapter is about stands all over it, and what says the same
again is often near. Of any other only neighbours are paired."""
LONG = 8
"""Words of a run that is seldom though all short ones in it are phrases, as they are in
a report that has few words."""
FEWEST = 3
"""Runs that a pair must share …"""
HELD = 0.12
"""… and the share of the shorter unit's runs, or else"""
ROW = 5
"""runs that settle it whatever the units' lengths, or else"""
LINE = 4
"""runs as far apart in one unit as in the other: part of a sentence."""
PAIR = 2
"""Where not all runs are looked at, two have to do for `FEWEST` and for `LINE`."""
CHUNK = 1 << 16
"""Words that are hashed at once, so few that their hashes fit into a cache."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """Pairs of units that share runs, the first before the second; columns."""

    a: Any
    b: Any
    shared: Any
    """How many different runs of the second stand in the first."""
    inner: Any
    """Units that hold part of a sentence twice."""


def seeds(words: Any, sizes: Any, wanted: Any) -> Seeds:
    """Return the pairs worth comparing, ordered by the second unit, then the first.

    `words` are those of all units as numbers, one unit after another; `sizes` says how
    many each has, and `wanted` (a bool for each) which are compared at all.
    """
    import numpy as np

    share = 1 if len(sizes) <= MANY else 2 if len(sizes) <= MANY * 10 else 4
    k = GRAM if share == 1 else WIDE
    owner = np.repeat(
        np.where(wanted, np.arange(len(sizes), dtype=np.int32), -1), sizes
    )
    places, runs = _repeated(words, owner, k, share)
    found = [_pairs(places, runs)]
    if share == 1:
        found.append(_pairs(*_long(words, owner, places, runs)))
    first, second = (np.concatenate(side) for side in zip(*found, strict=True))
    runs_of = np.maximum(sizes - k + 1, 1)
    return _counted(owner, first, second, runs_of, share)


def _repeated(words: Any, owner: Any, k: int, share: int) -> tuple[Any, Any]:
    """Return where runs start that stand twice or more, by run, and the runs.

    One run in `share` is looked at, wherever it stands.
    """
    import numpy as np

    found = [(np.zeros(0, np.int64), np.zeros(0, np.uint64))]
    last = len(words) - k + 1
    for start in range(0, max(last, 0), CHUNK):
        end = min(start + CHUNK, last)
        found.append(_hashed(words, owner, k, share, (start, end)))
    places, hashes = (np.concatenate(side) for side in zip(*found, strict=True))
    order, hashes = several(hashes)
    return places[order], hashes


def _long(words: Any, owner: Any, places: Any, runs: Any) -> tuple[Any, Any]:
    """Return where long runs start that consist of phrases, by run, and the runs."""
    import numpy as np

    sizes = _sizes(runs)
    common = np.zeros(len(words) + 1, np.int32)
    common[places[np.repeat(sizes, sizes) > OFTEN] + 1] = 1
    held = np.cumsum(common)
    start = np.flatnonzero(
        held[LONG - GRAM + 1 :] - held[: GRAM - LONG - 1] == LONG - GRAM + 1
    )
    start = start[start <= len(words) - LONG]
    start = start[owner[start] == owner[start + LONG - 1]]
    hashes = np.zeros(len(start), np.uint64)
    for step in range(LONG):
        hashes *= np.uint64(0x9E3779B97F4A7C15)
        hashes += words[start + step].astype(np.uint64)
    order, hashes = several(mixed(hashes))
    return start[order], hashes


def _sizes(runs: Any) -> Any:
    """Return how often each run stands, of runs in their order."""
    import numpy as np

    bounds = np.flatnonzero(np.append(True, runs[1:] != runs[:-1])[: len(runs)])
    return np.diff(np.append(bounds, len(runs)))


def _hashed(
    words: Any, owner: Any, k: int, share: int, part: tuple[int, int]
) -> tuple[Any, Any]:
    """Return the places of runs inside one unit in a part of the words, and hashes."""
    import numpy as np

    start, end = part
    hashes = np.zeros(end - start, np.uint64)
    these = words[start : end + k - 1].astype(np.uint64)
    for step in range(k):
        hashes *= np.uint64(0x9E3779B97F4A7C15)
        hashes += these[step : step + end - start]
    hashes = mixed(hashes)
    here = owner[start:end]
    inside = (here == owner[start + k - 1 : end + k - 1]) & (here >= 0)
    if share > 1:
        inside &= hashes % np.uint64(share) == 0
    kept = np.flatnonzero(inside)
    return kept + start, hashes[kept]


def _pairs(places: Any, runs: Any) -> tuple[Any, Any]:
    """Return pairs of places of one run: all of a rare run, near ones of others."""
    import numpy as np

    sizes = _sizes(runs)
    far = np.where(sizes <= OFTEN, OFTEN, np.where(sizes <= PHRASE, CHAIN, 1))
    far = np.repeat(far, sizes)
    firsts, seconds = [], []
    for distance in range(1, min(OFTEN, len(runs))):
        same = runs[:-distance] == runs[distance:]
        if distance > 1:
            same &= far[:-distance] >= distance
        firsts.append(places[:-distance][same])
        seconds.append(places[distance:][same])
    nothing = np.zeros(0, np.int64)
    return np.concatenate([nothing, *firsts]), np.concatenate([nothing, *seconds])


def _counted(owner: Any, first: Any, second: Any, runs: Any, share: int) -> Seeds:
    """Return the pairs of units that share enough of their runs.

    Where one run in `share` was looked at, fewer have to do.
    """
    import numpy as np

    a, b = owner[first].astype(np.int64), owner[second].astype(np.int64)
    apart = a != b
    line = LINE if share == 1 else PAIR
    inner = _level(a[~apart], (second - first)[~apart], line)
    total = len(runs)
    key, far = b[apart] * total + a[apart], (second - first)[apart]
    key, far = _ordered(key, far)
    start = np.flatnonzero(np.append(True, key[1:] != key[:-1])[: len(key)])
    keys, shared = key[start], np.diff(np.append(start, len(key)))
    a, b = keys % total, keys // total
    held = shared * share >= HELD * np.minimum(runs[a], runs[b])
    enough = (shared >= (FEWEST if share == 1 else PAIR)) & held
    level = (key[line - 1 :] == key[: 1 - line]) & (far[line - 1 :] == far[: 1 - line])
    lines = np.add.reduceat(np.append(level, np.zeros(line - 1, bool)), start)
    wanted = enough | (shared >= ROW) | (lines > 0)
    return Seeds(a[wanted], b[wanted], shared[wanted], inner)


def _ordered(key: Any, far: Any) -> tuple[Any, Any]:
    """Return two columns of numbers from 0 on, ordered by the first, then the second.

    Where both fit into one number, they are sorted as such, which is much faster.
    """
    import numpy as np

    width = int(far.max(initial=0)) + 1
    if int(key.max(initial=0)) >= (1 << 62) // width:
        order = np.lexsort((far, key))
        return key[order], far[order]
    packed = key * width + far
    packed.sort()
    first, second = np.divmod(packed, width)
    return first, second


def _level(unit: Any, far: Any, line: int) -> Any:
    """Return the units in which a line of runs stands twice, as far apart each time."""
    unit, far = _ordered(unit, far)
    same = (unit[line - 1 :] == unit[: 1 - line]) & (far[line - 1 :] == far[: 1 - line])
    return distinct(unit[: len(same)][same])
