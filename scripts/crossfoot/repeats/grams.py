"""Grams: the stream in, stretches of `k` tokens that stand in it more than once out.

A stretch of `k` tokens holds a shorter one that starts at a multiple of its length in
one of two copies; so only every `k / 2`-th place is entered into a table, all others
are looked up in it, and what is left, a few per cent of an ordinary text, is sorted.
"""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.repeats.arrays import mixed, ranges, several
from crossfoot.repeats.stream import Stream

CHUNK = 1 << 16
"""Tokens that are hashed at once, so few that their hashes fit into a cache."""
BASE = 0x9E3779B97F4A7C15
ROOM = 4
"""Bits that the table has more than its entries need: few look alike by chance."""


@dataclass(frozen=True, slots=True)
class Grams:
    """Where stretches of `k` tokens stand that stand more than once.

    Those of the body know nothing of the summaries, those of summaries of both.
    """

    k: int
    places: "array[int]"
    """Where they start, in order."""
    counts: "array[int]"
    """For each place, how often its stretch stands."""
    groups: "array[int]"
    """For each place, where the places of its stretch start in `members`."""
    members: "array[int]"

    def at(self, place: int, most: int | None = None) -> Sequence[int]:
        """Return where the stretch that starts at a place stands, first `most` only."""
        number = bisect_left(self.places, place)
        first, count = self.groups[number], self.counts[number]
        return self.members[
            first : first + (count if most is None else min(most, count))
        ]

    def least(self, lo: int, hi: int) -> int:
        """Return how often all that starts from `lo` to `hi` stands."""
        first = bisect_left(self.places, lo)
        return min(self.counts[first : first + hi - lo])

    def rarest(self, lo: int, hi: int) -> int:
        """Return the place from `lo` to `hi` whose stretch stands least often."""
        first = bisect_left(self.places, lo)
        counts = self.counts[first : first + hi - lo]
        return lo + counts.index(min(counts))


def repeated(made: Stream, k: int) -> Grams:
    """Return the stretches of `k` tokens that stand more than once."""
    import numpy as np

    places = _hopeful(made.ids, k)
    order, hashes = several(mixed(_polynomial(made.ids, places, k)))
    bounds = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)])
    sizes = np.diff(np.append(bounds, len(hashes)))
    return _grams(k, places[order], sizes, made.summary)


def _grams(k: int, members: Any, sizes: Any, summary: int) -> Grams:
    """Return the grams of groups of places that stand one after another."""
    import numpy as np

    firsts = np.cumsum(sizes) - sizes
    group = np.repeat(np.arange(len(sizes)), sizes)
    inner = np.bincount(group[members < summary], minlength=len(sizes))
    counts = np.where(members < summary, inner[group], sizes[group])
    order = np.argsort(members, kind="stable")
    columns = members[order], counts[order], firsts[group][order], members
    return Grams(k, *(array("i", one.astype(np.int32).tobytes()) for one in columns))


def _hopeful(ids: Any, k: int) -> Any:
    """Return where stretches of `k` may start that stand more than once."""
    import numpy as np

    short = (k + 1) // 2
    if len(ids) < k:
        return np.zeros(0, np.int64)
    places, hashes = _hits(ids, short)
    found = np.sort(places[several(hashes)[0]])
    return _before(found, k - short, len(ids) - k)


def _hits(ids: Any, short: int) -> tuple[Any, Any]:
    """Return the places whose stretch looks like one at a multiple; their hashes."""
    import numpy as np

    total = len(ids) - short + 1
    entries = _polynomial(ids, slice(0, total, short), short)
    shift = np.uint64(64 - max(10, len(entries).bit_length() + ROOM))
    marked = np.zeros(1 << (64 - int(shift)), bool)
    marked[entries * np.uint64(BASE) >> shift] = True
    table = np.packbits(marked, bitorder="little")
    found = []
    for start in range(0, total, CHUNK):
        hashes = _hashes(ids, short, start, min(start + CHUNK, total))
        slots = hashes * np.uint64(BASE) >> shift
        bits = table[slots >> np.uint64(3)] >> (slots & np.uint64(7)).astype(np.uint8)
        kept = np.flatnonzero(bits & 1)
        found.append((kept + start, hashes[kept]))
    places, hashes = (np.concatenate(side) for side in zip(*found, strict=True))
    return places, mixed(hashes)


def _polynomial(ids: Any, places: Any, size: int) -> Any:
    """Return the polynomials of the stretches of `size` tokens at some places.

    `places` are an array or a slice, of which no stretch runs over the end.
    """
    import numpy as np

    made = ids[places].astype(np.uint64)
    for at in range(1, size):
        made *= np.uint64(BASE)
        made += ids[at:][places].astype(np.uint64)
    return made


def _before(places: Any, room: int, last: int) -> Any:
    """Return the places and the `room` before each, up to the last, each once."""
    import numpy as np

    if not len(places):
        return places
    lows = np.maximum(places - room, np.append(0, places[:-1] + 1))
    found = ranges(lows, places - lows + 1)
    return found[found <= last]


def _hashes(ids: Any, size: int, lo: int, hi: int) -> Any:
    """Return the polynomials of stretches of `size` tokens that start from lo to hi.

    They are put together of those of stretches of 1, 2, 4 … tokens.
    """
    import numpy as np

    power, length = ids[lo : hi + size - 1].astype(np.uint64), 1
    made, done = power[:0], 0
    while length <= size:
        if size & length:
            made = _joined(made, power, done, length) if done else power
            done += length
        power = _joined(power, power, length, length)
        length *= 2
    return made[: hi - lo]


def _joined(one: Any, other: Any, first: int, second: int) -> Any:
    """Return the polynomials of stretches made of two, of so many tokens each."""
    import numpy as np

    total = min(len(one), len(other) - first)
    made = one[:total] * np.uint64(pow(BASE, second, 1 << 64))
    made += other[first : first + total]
    return made
