"""Alignment: the passages of two reports in, what became of each out.

Equal passages in the same order stand. Of the others, those that are equal elsewhere
were moved; those that are alike in the same place, and long ones that are alike
anywhere, were reworded; the rest was taken out or put in.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from crossfoot.compare.passages import Passage

What = Literal["inserted", "deleted", "changed", "moved"]
ALIKE = 0.5
"""How alike in words, of 1, two passages of one place are that are one, reworded."""
ALIKE_AFAR = 0.75
"""The same for two places."""
LONG_AFAR = 8
"""Words from which a passage is known again in another place."""
LONG_MOVED = 3
"""Words from which an equal passage elsewhere is the same one."""
PAIRS = 250_000
"""Pairs of passages that are held against each other at a time."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a passage."""

    what: What
    old: Passage | None
    new: Passage | None
    """With both, a move may have reworded it."""
    place: int
    """Number of the new report's top-level block that stands where it stood: for one
    that was moved, where it was moved from."""

    @property
    def reworded(self) -> bool:
        """Whether the words differ."""
        return bool(self.old and self.new and self.old.words != self.new.words)


def changes(old: Sequence[Passage], new: Sequence[Passage]) -> list[Change]:
    """Return every difference of two reports, in the reading order of the new one."""
    gaps = list(_gaps(old, new))
    gone = [i for a, b, _, _ in gaps for i in range(a, b)]
    come = [j for _, _, c, d in gaps for j in range(c, d)]
    pairs = _moved(old, new, gone, come)
    left = {i for i, _ in pairs}, {j for _, j in pairs}
    for a, b, c, d in gaps:
        here = [i for i in range(a, b) if i not in left[0]]
        there = [j for j in range(c, d) if j not in left[1]]
        pairs += _reworded(old, new, here, there)
    pairs += _afar(old, new, gone, come, pairs)
    return _told(old, new, gaps, pairs)


def _gaps(
    old: Sequence[Passage], new: Sequence[Passage]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield where the two differ: a stretch of each, of which one may be empty."""
    numbers: dict[tuple[str, str], int] = {}
    keys = [[numbers.setdefault(p.key, len(numbers)) for p in s] for s in (old, new)]
    start = 0
    while start < min(map(len, keys)) and keys[0][start] == keys[1][start]:
        start += 1
    end = 0
    while end < min(map(len, keys)) - start and keys[0][-1 - end] == keys[1][-1 - end]:
        end += 1
    a, b = (side[start : len(side) - end] for side in keys)
    i = k = 0
    for block in LCSseq.editops(a, b).as_matching_blocks():
        j, m, length = block.a, block.b, block.size
        if i < j or k < m:
            yield i + start, j + start, k + start, m + start
        i, k = j + length, m + length


def _moved(
    old: Sequence[Passage], new: Sequence[Passage], gone: list[int], come: list[int]
) -> list[tuple[int, int]]:
    """Return the passages that stand elsewhere, word for word."""
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in reversed(gone):
        waiting[old[i].key].append(i)
    long = (j for j in come if new[j].words.count(" ") + 1 >= LONG_MOVED)
    return [(waiting[new[j].key].pop(), j) for j in long if waiting[new[j].key]]


def _reworded(
    old: Sequence[Passage], new: Sequence[Passage], here: list[int], there: list[int]
) -> list[tuple[int, int]]:
    """Return the passages of one gap that are the same ones, in order, reworded."""
    if not here or not there or len(here) * len(there) > PAIRS:
        return []
    likeness = _likeness([old[i] for i in here], [new[j] for j in there])

    def score(a: int, b: int) -> float:
        same = old[here[a]].kind == new[there[b]].kind
        return float(likeness[a][b]) if same and likeness[a][b] >= ALIKE else 0.0

    found = _best(len(here), len(there), score)
    return [(here[a], there[b]) for a, b in found]


def _likeness(a: Sequence[Passage], b: Sequence[Passage]) -> Any:
    """Return how alike in words every passage is to every other, from 0 to 1."""
    numbers: dict[str, int] = {}
    ours, theirs = (
        [[numbers.setdefault(w, len(numbers)) for w in p.words.split()] for p in side]
        for side in (a, b)
    )
    return process.cdist(ours, theirs, scorer=Indel.normalized_similarity)


def _best(
    rows: int, columns: int, score: Callable[[int, int], float]
) -> list[tuple[int, int]]:
    """Return the pairs in order whose scores add to the most."""
    sums = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in reversed(range(rows)):
        for b in reversed(range(columns)):
            with_pair = sums[a + 1][b + 1] + score(a, b)
            sums[a][b] = max(sums[a + 1][b], sums[a][b + 1], with_pair)
    out, a, b = list[tuple[int, int]](), 0, 0
    while a < rows and b < columns:
        if score(a, b) and sums[a][b] == sums[a + 1][b + 1] + score(a, b):
            out.append((a, b))
            a, b = a + 1, b + 1
        elif sums[a][b] == sums[a + 1][b]:
            a += 1
        else:
            b += 1
    return out


def _afar(
    old: Sequence[Passage],
    new: Sequence[Passage],
    gone: list[int],
    come: list[int],
    pairs: list[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Return the long passages left that were moved and reworded."""
    done = {i for i, _ in pairs}, {j for _, j in pairs}

    def long(side: Sequence[Passage], at: int) -> bool:
        return side[at].words.count(" ") + 1 >= LONG_AFAR

    ours = [i for i in gone if i not in done[0] and long(old, i)]
    theirs = [j for j in come if j not in done[1] and long(new, j)]
    if not ours or not theirs or len(ours) * len(theirs) > PAIRS:
        return []
    likeness = _likeness([old[i] for i in ours], [new[j] for j in theirs])
    ranked = sorted(
        (-float(likeness[a][b]), a, b)
        for a in range(len(ours))
        for b in range(len(theirs))
        if likeness[a][b] >= ALIKE_AFAR and old[ours[a]].kind == new[theirs[b]].kind
    )
    out, used = list[tuple[int, int]](), (set[int](), set[int]())
    for _, a, b in ranked:
        if a not in used[0] and b not in used[1]:
            used[0].add(a)
            used[1].add(b)
            out.append((ours[a], theirs[b]))
    return out


def _told(
    old: Sequence[Passage],
    new: Sequence[Passage],
    gaps: Sequence[tuple[int, int, int, int]],
    pairs: Sequence[tuple[int, int]],
) -> list[Change]:
    """Return the changes, each once, at its place in the new report."""
    to, back = dict(pairs), {j: i for i, j in pairs}
    starts = [passage.block for passage in new]
    end = max(starts, default=-1) + 1
    out = []
    for a, b, c, d in gaps:
        at = c
        for i in range(a, b):
            if i in to:
                at = to[i] + 1 if c <= to[i] < d else at
                continue
            place = starts[at] if at < len(new) else end
            out.append((at, 0, Change("deleted", old[i], None, place)))
        for j in range(c, d):
            i_old = back.get(j)
            if i_old is None:
                out.append((j, 1, Change("inserted", None, new[j], new[j].block)))
            elif a <= i_old < b:
                out.append((j, 1, Change("changed", old[i_old], new[j], new[j].block)))
            else:
                left = _left(i_old, gaps, starts, end)
                out.append((j, 1, Change("moved", old[i_old], new[j], left)))
    return [change for _, _, change in sorted(out, key=lambda one: one[:2])]


def _left(
    i: int, gaps: Sequence[tuple[int, int, int, int]], starts: Sequence[int], end: int
) -> int:
    """Return the block of the new report that stands where an old passage stood."""
    c = next(c for a, b, c, _ in gaps if a <= i < b)
    return starts[c] if c < len(starts) else end
