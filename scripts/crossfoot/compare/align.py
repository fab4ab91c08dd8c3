"""Alignment: the passages of two reports in, what became of each out.

Equal passages in the same order are the same ones. Of the others, those that are equal
elsewhere, those that are alike in the same place, and long ones that are alike anywhere
are; the rest was taken out or put in. Of the same ones, as many as can stand in order
stand, reworded or not, and the others were moved.
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
LETTERS = 1 << 32
"""More than a report has; what a passage weighs comes in these."""
EQUAL, REWORDED = 4 * LETTERS, 3 * LETTERS
"""What a passage weighs that stands: of two that changed places, the reworded moved."""
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
    same = sorted([*_standing(gaps, len(old)), *pairs])
    return _told(old, new, same, _in_order(old, new, same))


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
    known = (j for j in come if _is_known_afar(new[j]))
    return [(waiting[new[j].key].pop(), j) for j in known if waiting[new[j].key]]


def _is_known_afar(passage: Passage) -> bool:
    """Say whether an equal passage elsewhere is the same one; headings always are."""
    return passage.kind == "heading" or passage.words.count(" ") + 1 >= LONG_MOVED


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


def _standing(
    gaps: Sequence[tuple[int, int, int, int]], count: int
) -> Iterator[tuple[int, int]]:
    """Yield the equal passages between the gaps."""
    i = shift = 0
    for a, b, _, d in [*gaps, (count, count, 0, 0)]:
        yield from ((one, one + shift) for one in range(i, a))
        i, shift = b, d - b


def _in_order(
    old: Sequence[Passage], new: Sequence[Passage], pairs: Sequence[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Return the pairs that stand in one order in both and weigh the most.

    Of the chains that end before each place, the tree of Fenwick (1994) keeps the
    heaviest: a look and an entry take a logarithm of the places.
    """
    tree = [(0, -1)] * (len(new) + 1)
    chains = list[tuple[int, int]]()
    for number, (i, j) in enumerate(pairs):
        best, at = (0, -1), j
        while at:
            best, at = max(best, tree[at]), at & (at - 1)
        own = EQUAL if old[i].key == new[j].key else REWORDED
        chains.append((best[0] + own + len(new[j].words), best[1]))
        at = j + 1
        while at <= len(new):
            tree[at] = max(tree[at], (chains[-1][0], number))
            at += at & -at
    out, here = set[tuple[int, int]](), _heaviest(chains)
    while here >= 0:
        out.add(pairs[here])
        here = chains[here][1]
    return out


def _heaviest(chains: Sequence[tuple[int, int]]) -> int:
    weights = [weight for weight, _ in chains]
    return weights.index(max(weights)) if weights else -1


def _told(
    old: Sequence[Passage],
    new: Sequence[Passage],
    same: Sequence[tuple[int, int]],
    standing: set[tuple[int, int]],
) -> list[Change]:
    """Return the changes, each once, at its place in the new report."""
    starts = [passage.block for passage in new]
    end = max(starts, default=-1) + 1
    to, back, at = dict(same), {j: i for i, j in same}, 0
    out, left = list[tuple[int, int, Change]](), dict[int, int]()
    for i, passage in enumerate(old):
        j = to.get(i)
        if j is not None and (i, j) in standing:
            at = j + 1
            continue
        left[i] = starts[at] if at < len(new) else end
        if j is None:
            out.append((at, 0, Change("deleted", passage, None, left[i])))
    for j, passage in enumerate(new):
        i_old = back.get(j)
        if i_old is None:
            change = Change("inserted", None, passage, passage.block)
        elif (i_old, j) not in standing:
            change = Change("moved", old[i_old], passage, left[i_old])
        elif old[i_old].key != passage.key:
            change = Change("changed", old[i_old], passage, passage.block)
        else:
            continue
        out.append((j, 1, change))
    return [change for _, _, change in sorted(out, key=lambda one: one[:2])]
