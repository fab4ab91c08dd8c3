"""Inner repeats: a unit in, the sentences that stand in it twice out.

An editor who moves a sentence within its paragraph may leave the first one behind, and
one who pastes a line may paste it twice, wherever its sentences end.
What differs in a figure, a name or a turn is a series here, and no repeat.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import combinations

from crossfoot.places import Span
from crossfoot.repeats.alike import INSIDE, SHORTEST, Pair, Weigh, classify
from crossfoot.repeats.compare import IsCommon, compare
from crossfoot.repeats.units import Unit, Units

SHARE = 85
"""Per cent of the words that two sentences of one paragraph must have in common."""
GAP = 3
"""Words between two stretches of one sentence that are equal: a slip of the hand leaves
no more."""
LEAST = 6
"""Words of an equal stretch from which on it is one, …"""
NARROW = 1
"""… where so many words stand between, if it has fewer than `INSIDE`, …"""
DIFFERENT = 4
"""… and how many of them must differ."""
RUN = 4
"""Words in order that they must share to be compared."""


def inner(
    all_: Units, number: int, is_common: IsCommon, weigh: Weigh
) -> Iterator[Pair]:
    """Yield the sentences of a unit that repeat an earlier one of it."""
    whole = all_[number]
    spans = [(lo, hi) for lo, hi in whole.sentences if hi - lo >= SHORTEST]
    runs = [_runs(whole, *span) for span in spans]
    pairs = combinations(range(len(spans)), 2)
    found = [(spans[i], spans[j]) for i, j in pairs if not runs[i].isdisjoint(runs[j])]
    doubled = (pair for span in spans for pair in _doubled(whole, *span))
    for a, b in (*found, *doubled, *_across(whole)):
        parts = all_.part(number, *a), all_.part(number, *b)
        if b[1] - b[0] < SHORTEST:
            yield _twice(*parts)
            continue
        one = compare(*parts, is_common)
        for pair in classify(one, weigh, lambda _: frozenset(), lambda _: 0.0):
            yield from _repeat(pair)


def _doubled(unit: Unit, lo: int, hi: int) -> Iterator[tuple[Span, Span]]:
    """Yield the stretches of words that stand twice in one sentence.

    Where no more than a word stands between, fewer words are a slip.
    """
    at: dict[tuple[str, ...], int] = {}
    norms, end = unit.norms, lo
    if len(set(norms[lo:hi])) < DIFFERENT:
        return
    for start in range(lo, hi - LEAST + 1):
        run = norms[start : start + LEAST]
        first = at.setdefault(run, start)
        if start < end or start - first < LEAST or len(set(run)) < DIFFERENT:
            continue
        size = LEAST
        most = min(start - first, hi - start)
        while size < most and norms[first + size] == norms[start + size]:
            size += 1
        gap = start - first - size
        if gap <= (GAP if size >= INSIDE else NARROW):
            end = start + size
            yield (first, first + size), (start, end)


def _across(unit: Unit) -> Iterator[tuple[Span, Span]]:
    """Yield the stretches that stand twice in a row, and in which a sentence ends.

    Those that start with a sentence are told of by their sentences.
    """
    starts = [lo for lo, _ in unit.sentences]
    at: dict[tuple[str, ...], int] = {}
    norms, end = unit.norms, 0
    for start in range(len(norms) - LEAST + 1):
        run = norms[start : start + LEAST]
        first, at[run] = at.get(run, start), start
        size = start - first
        if first < end or size < LEAST or len(set(run)) < DIFFERENT or start in starts:
            continue
        ends = bisect_right(starts, first) < bisect_left(starts, start)
        if ends and norms[first:start] == norms[start : start + size]:
            end = start + size
            yield (first, start), (start, end)


def _twice(a: Unit, b: Unit) -> Pair:
    """Return a few words that stand twice in a row as a pair."""
    spans = (0, len(a.words)), (0, len(b.words))
    return Pair(a, b, "near", len(a.words), 100, (), *spans)


def _repeat(pair: Pair) -> Iterator[Pair]:
    """Yield a pair if one of its sentences can go."""
    if pair.a.strict == pair.b.strict:
        yield pair.as_kind("exact")
        return
    near = pair.kind == "near" and pair.percent >= SHARE and pair.shared >= INSIDE
    if near or not pair.edits:
        yield pair


def _runs(unit: Unit, lo: int, hi: int) -> frozenset[tuple[str, ...]]:
    words = unit.mask[lo:hi]
    return frozenset(words[at : at + RUN] for at in range(len(words) - RUN + 1))
