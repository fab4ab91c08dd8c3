"""Seeds: the words of all units as numbers in, pairs of units that share runs out.

Every run of `GRAM` words is hashed; one sort brings equal runs together. An exact
index forgets nothing, where sketches do, and up to a million paragraphs it is as fast
(measured against MinHash). What stands very often is chained from one place to the
next, so that the pairs grow with the text and not with its square.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

GRAM = 3
"""Words of a run."""
WIDE = 5
"""Words of a run in a report of more than `MANY` units, where shorter ones are common
phrases."""
MANY = 200_000
OFTEN = 12
"""Places up to which all pairs of a run are made."""
FEWEST = 3
"""Runs that a pair must share …"""
HELD = 0.12
"""… and the share of the shorter unit's runs, or else"""
ROW = 5
"""runs that settle it whatever the units' lengths, or else"""
LINE = 4
"""runs as far apart in one unit as in the other: part of a sentence."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """Pairs of units that share runs, the first before the second; columns."""

    a: Any
    b: Any
    shared: Any
    """How many different runs of the second stand in the first."""


def seeds(words: Sequence[Sequence[int]]) -> Seeds:
    """Return the pairs worth comparing, ordered by the second unit, then the first.

    `words` holds for each unit its words as numbers below 2**32.
    """
    import numpy as np

    sizes = np.fromiter(map(len, words), np.int64, len(words))
    flat = np.fromiter((one for unit in words for one in unit), np.uint64, sizes.sum())
    owner = np.repeat(np.arange(len(words)), sizes)
    k = WIDE if len(words) > MANY else GRAM
    places, runs = _repeated(flat, owner, k)
    first, second = _pairs(places, runs)
    return _counted(owner, first, second, np.maximum(sizes - k + 1, 1))


def _repeated(flat: Any, owner: Any, k: int) -> tuple[Any, Any]:
    """Return where runs start that stand twice or more, by run, and the runs."""
    import numpy as np

    count = max(len(flat) - k + 1, 0)
    hashes = np.zeros(count, np.uint64)
    for step in range(k):
        hashes = _mixed(hashes ^ flat[step : step + count])
    inside = np.flatnonzero(owner[:count] == owner[k - 1 : k - 1 + count])
    hashes = hashes[inside]
    order = np.argsort(hashes, kind="stable")
    hashes, places = hashes[order], inside[order]
    same = np.zeros(len(hashes) + 1, bool)
    same[1:-1] = hashes[1:] == hashes[:-1]
    several = same[1:] | same[:-1]
    return places[several], hashes[several]


def _mixed(values: Any) -> Any:
    """Return numbers mixed well (splitmix64, Steele, Lea and Flood, 2014)."""
    import numpy as np

    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _pairs(places: Any, runs: Any) -> tuple[Any, Any]:
    """Return pairs of places of one run: all of a rare run, neighbours of others."""
    import numpy as np

    _, group, sizes = np.unique(runs, return_inverse=True, return_counts=True)
    rare = (sizes <= OFTEN)[group]
    firsts, seconds = [], []
    for distance in range(1, min(OFTEN, len(runs))):
        same = runs[:-distance] == runs[distance:]
        if distance > 1:
            same &= rare[:-distance]
        firsts.append(places[:-distance][same])
        seconds.append(places[distance:][same])
    nothing = np.zeros(0, np.int64)
    return np.concatenate([nothing, *firsts]), np.concatenate([nothing, *seconds])


def _counted(owner: Any, first: Any, second: Any, runs: Any) -> Seeds:
    """Return the pairs of units that share enough of their runs."""
    import numpy as np

    a, b = owner[first], owner[second]
    apart = a != b
    total = len(runs)
    key, far = b[apart] * total + a[apart], (second - first)[apart]
    order = np.lexsort((far, key))
    key, far = key[order], far[order]
    keys, start, shared = np.unique(key, return_index=True, return_counts=True)
    a, b = keys % total, keys // total
    enough = (shared >= FEWEST) & (shared >= HELD * np.minimum(runs[a], runs[b]))
    level = (key[LINE - 1 :] == key[: 1 - LINE]) & (far[LINE - 1 :] == far[: 1 - LINE])
    lines = np.add.reduceat(np.append(level, np.zeros(LINE - 1, bool)), start)
    wanted = enough | (shared >= ROW) | (lines > 0)
    return Seeds(a[wanted], b[wanted], shared[wanted])
