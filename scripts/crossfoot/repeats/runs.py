"""Runs: the stream in, the longest stretches that stand in it more than once out.

Every stretch of `k` tokens is hashed; where one was met before, the two are compared
token by token and extended both ways. Each token is copied by one run at most, so
that the work grows with the text, however often it repeats itself.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.repeats.stream import Stream

FEW = 6
"""How many earlier places of a stretch are tried; the longest run is taken."""

LARGE = 250_000
"""Tokens from which on numpy hashes faster, its import included (measured)."""


@dataclass(frozen=True, slots=True)
class Run:
    """Two equal stretches of the stream."""

    a: int
    """Where the first one starts."""
    b: int
    size: int
    """Tokens."""
    copies: int
    """How often the whole stretch stands in the report, at most."""


Grams = Mapping[int, Sequence[int]]
"""By position: all positions of the same `k` tokens, in order, if there are several."""


def find_runs(made: Stream, k: int, found: Grams) -> list[Run]:
    """Return the runs of at least `k` words, by the place of the copy.

    `found` are the stretches that `repeated` gives for the same `k`.
    """
    same = equal_blocks(made, k)
    starts = sorted(at for at, _ in made.blocks())
    out: list[Run] = []
    doubled: set[int] = set()
    """Where a copy starts that follows its original at once."""
    free = 0
    for at in sorted(found):
        if at < free:
            continue
        best = _best(made.ids, at, _sources(found, same, at), k, doubled)
        if not best:
            continue
        a, size = best
        first = _reach(starts, at, free, k)
        back = _before(made.ids, a, at, min(at - first, at - a - size))
        copies = min(len(found[one]) for one in range(at - back, at + size - k + 1))
        run = Run(a - back, at - back, size + back, copies)
        free = at + size
        if made.words(run.b, run.b + run.size) < k:
            # What follows may repeat something else: only whole stretches are passed.
            free = at + size - k + 1
            continue
        if run.a + run.size == run.b or (out and _continues(out[-1], run)):
            doubled.add(run.b)
        out.append(run)
    return out


def _reach(starts: Sequence[int], at: int, free: int, k: int) -> int:
    """Return how far back a run may go.

    The run before may have taken the first tokens of the block that this one is in.
    """
    block = starts[bisect_right(starts, at) - 1] if starts and starts[0] <= at else at
    return min(free, max(block, free - k))


def everywhere(made: Stream, found: Grams, k: int, lo: int, hi: int) -> list[int]:
    """Return where all that stands from `lo` to `hi` starts in the stream."""
    rarest = min(range(lo, hi - k + 1), key=lambda at: len(found[at]))
    text = made.ids[lo:hi]
    starts = (at - rarest + lo for at in found[rarest])
    return [at for at in starts if made.ids[at : at + hi - lo] == text]


def _continues(before: Run, run: Run) -> bool:
    """Say whether two copies of one stretch stand side by side."""
    side_by_side = before.b + before.size == run.b
    return side_by_side and (before.a, before.size) == (run.a, run.size)


def equal_blocks(made: Stream, k: int) -> dict[int, int]:
    """Return for the start of each block that of the first block equal to it.

    Where many passages share a beginning, this finds the one that is equal whole.
    """
    first: dict[tuple[int, ...], int] = {}
    out: dict[int, int] = {}
    for at, size in made.blocks():
        if size >= k:
            out[at] = first.setdefault(tuple(made.ids[at : at + size]), at)
    return out


def _sources(found: Grams, same: Mapping[int, int], at: int) -> list[int]:
    few = found[at][:FEW]
    return sorted(one for one in {*few, same.get(at, at)} if one < at)


def _best(
    ids: Sequence[int], at: int, sources: Sequence[int], k: int, doubled: set[int]
) -> tuple[int, int] | None:
    """Return the source of the longest run at a position, and its size."""
    best: tuple[int, int] | None = None
    for source in sources:
        size = _after(ids, (source, at), k, doubled) if at - source >= k else 0
        if size >= k and (best is None or size > best[1]):
            best = source, size
    return best


def _after(
    ids: Sequence[int], places: tuple[int, int], k: int, doubled: set[int]
) -> int:
    """Return how far two places agree, without running into each other.

    A source that starts over (a paragraph pasted many times) ends there: its copies
    are copies of one paragraph, not of a pile of them.
    """
    a, b = places
    size, limit = 0, min(b - a, len(ids) - b)
    while size < limit and ids[a + size] == ids[b + size]:
        if size >= k and a + size in doubled:
            break
        size += 1
    return size


def _before(ids: Sequence[int], a: int, b: int, limit: int) -> int:
    """Return how far two places agree backwards."""
    back = 0
    while back < limit and back < a and ids[a - back - 1] == ids[b - back - 1]:
        back += 1
    return back


def repeated(made: Stream, k: int) -> Grams:
    """Return the stretches of `k` tokens that stand more than once.

    Those of the body know nothing of the summaries, those of summaries of both.
    """
    ids = made.ids
    groups = _large(ids, k) if len(ids) > LARGE else _small(ids, k)
    out: dict[int, Sequence[int]] = {}
    for group in groups:
        inner = bisect_left(group, made.summary)
        body = group if inner == len(group) else group[:inner]
        out.update(dict.fromkeys(body, body))
        out.update(dict.fromkeys(group[inner:], group))
    return out


def _small(ids: Sequence[int], k: int) -> Iterator[list[int]]:
    places: dict[int, list[int]] = {}
    for at in _hopeful(ids, k):
        places.setdefault(hash(tuple(ids[at : at + k])), []).append(at)
    return (group for group in places.values() if len(group) > 1)


def _hopeful(ids: Sequence[int], k: int) -> list[int]:
    """Return where a repeated stretch may start: all threes in it are repeated."""
    threes = list(zip(ids, ids[1:], ids[2:], strict=False))
    often = Counter(threes)
    out: list[int] = []
    length = 0
    for at in range(len(threes) - 1, -1, -1):
        length = length + 1 if often[threes[at]] > 1 else 0
        if length >= k - 2:
            out.append(at)
    return out[::-1]


def _large(ids: Sequence[int], k: int) -> Iterator[list[int]]:
    import numpy as np

    hashes = _hashes(np.array(ids, dtype=np.int64).view(np.uint64), k)
    order = np.argsort(hashes, kind="stable")
    ordered = hashes[order]
    edges = np.flatnonzero(np.diff(ordered)) + 1
    bounds = np.concatenate(([0], edges, [len(ordered)]))
    wide = np.flatnonzero(np.diff(bounds) > 1)
    return (order[bounds[g] : bounds[g + 1]].tolist() for g in wide.tolist())


def _hashes(values: Any, k: int) -> Any:
    """Return a 64-bit hash of every stretch of `k` values, by doubling."""
    import numpy as np

    base = np.uint64(0x9E3779B97F4A7C15)
    # One round of splitmix64: neighbouring numbers must not cancel each other out.
    power = (values + np.uint64(1)) * base
    power ^= power >> np.uint64(31)
    power *= np.uint64(0xBF58476D1CE4E5B9)
    power ^= power >> np.uint64(27)
    made, done, size = None, 0, 1
    while True:
        if k & size:
            made = power if made is None else _joined(made, done, power, size)
            done += size
        if size * 2 > k:
            return made
        power = _joined(power, size, power, size)
        size *= 2


def _joined(left: Any, first: int, right: Any, second: int) -> Any:
    """Return the hashes of stretches made of two: `first` values, then `second`."""
    import numpy as np

    factor = np.uint64(pow(0x9E3779B97F4A7C15, second, 1 << 64) | 1)
    total = min(len(left), len(right) - first)
    mixed = left[:total] * factor + right[first : first + total]
    mixed ^= mixed >> np.uint64(29)
    return mixed * np.uint64(0x94D049BB133111EB)
