"""Runs: the stream in, the longest stretches that stand in it more than once out.

Where a stretch of `k` tokens was met before, the two places are compared and extended
both ways. Each token is copied by one run at most, so that the work grows with the
text, however often it repeats itself.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.places import Span
from crossfoot.repeats.arrays import equal_stretches
from crossfoot.repeats.chunks import is_inside
from crossfoot.repeats.grams import Grams
from crossfoot.repeats.stream import Stream

FEW = 6
"""How many earlier places of a stretch are tried; the longest run is taken."""
STEP = 64
"""Tokens that are compared at once at first; then twice as many, and so on."""


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


def find_runs(made: Stream, found: Grams) -> list[Run]:
    """Return the runs of at least `k` words, by the place of the copy.

    `found` are the stretches of `k` tokens that stand more than once.
    """
    k, blocks = found.k, made.blocks()
    same = equal_blocks(made.ids, blocks, k)
    starts = array("i", blocks[0].tobytes())
    out: list[Run] = []
    doubled: list[int] = []
    """Where a copy starts that follows its original at once."""
    free = 0
    for at in found.places:
        if at < free or (made.sunken and is_inside(made.sunken, at)):
            continue
        sources = _sources(found, same, at, made.sunken)
        best = _best(made.ids, at, sources, k, doubled)
        if not best:
            continue
        a, size = best
        first = _reach(starts, at, free, k)
        back = _before(made.ids, a, at, min(at - first, at - a - size))
        copies = found.least(at - back, at + size - k + 1)
        run = Run(a - back, at - back, size + back, copies)
        free = at + size
        if made.words(run.b, run.b + run.size) < k:
            # What follows may repeat something else: only whole stretches are passed.
            free = at + size - k + 1
            continue
        if run.a + run.size == run.b or (out and _continues(out[-1], run)):
            doubled.append(run.b)
        out.append(run)
    return out


def _reach(starts: Sequence[int], at: int, free: int, k: int) -> int:
    """Return how far back a run may go.

    The run before may have taken the first tokens of the block that this one is in.
    """
    block = starts[bisect_right(starts, at) - 1] if starts and starts[0] <= at else at
    return min(free, max(block, free - k))


def everywhere(made: Stream, found: Grams, lo: int, hi: int) -> list[int]:
    """Return where all that stands from `lo` to `hi` starts in the stream."""
    rarest = found.rarest(lo, hi - found.k + 1)
    starts = (at - rarest + lo for at in found.at(rarest))
    size = hi - lo
    last = len(made.ids) - size
    inside = (at for at in starts if 0 <= at <= last)
    return [at for at in inside if agree(made.ids, at, lo, size) == size]


def _continues(before: Run, run: Run) -> bool:
    """Say whether two copies of one stretch stand side by side."""
    side_by_side = before.b + before.size == run.b
    return side_by_side and (before.a, before.size) == (run.a, run.size)


def equal_blocks(ids: Any, blocks: tuple[Any, Any], k: int) -> dict[int, int]:
    """Return for the start of each block that of the first block equal to it.

    Where many passages share a beginning, this finds the one that is equal whole.
    """
    starts, sizes = (one[blocks[1] >= k] for one in blocks)
    out: dict[int, int] = {}
    for group in equal_stretches(ids, starts, sizes):
        first, *others = starts[group].tolist()
        out.update(dict.fromkeys(others, first))
    return out


def _sources(
    found: Grams, same: Mapping[int, int], at: int, sunken: Sequence[Span]
) -> list[int]:
    few = found.at(at, FEW)
    some = sorted(one for one in {*few, same.get(at, at)} if one < at)
    return [one for one in some if not is_inside(sunken, one)] if sunken else some


def _best(
    ids: Any, at: int, sources: Sequence[int], k: int, doubled: Sequence[int]
) -> tuple[int, int] | None:
    """Return the source of the longest run at a position, and its size."""
    best: tuple[int, int] | None = None
    for source in sources:
        size = _after(ids, (source, at), k, doubled) if at - source >= k else 0
        if size >= k and (best is None or size > best[1]):
            best = source, size
    return best


def _after(ids: Any, places: tuple[int, int], k: int, doubled: Sequence[int]) -> int:
    """Return how far two places agree, without running into each other.

    A source that starts over (a paragraph pasted many times) ends there: its copies
    are copies of one paragraph, not of a pile of them.
    """
    a, b = places
    limit = min(b - a, len(ids) - b)
    over = bisect_left(doubled, a + k)
    return agree(ids, a, b, min([limit, *(at - a for at in doubled[over : over + 1])]))


def agree(ids: Any, a: int, b: int, limit: int) -> int:
    """Return for how many tokens, up to a limit, two places agree."""
    size, step = 0, STEP
    while size < limit:
        end = min(size + step, limit)
        differ = ids[a + size : a + end] != ids[b + size : b + end]
        at = int(differ.argmax())
        if differ[at]:
            return size + at
        size, step = end, step * 2
    return size


def _before(ids: Any, a: int, b: int, limit: int) -> int:
    """Return how far two places agree backwards."""
    back, step = 0, STEP
    limit = min(limit, a)
    while back < limit:
        end = min(back + step, limit)
        differ = (ids[a - end : a - back] != ids[b - end : b - back])[::-1]
        at = int(differ.argmax())
        if differ[at]:
            return back + at
        back, step = end, step * 2
    return back
