"""Inner repeats: a unit in, the sentences that stand in it twice out.

An editor who moves a sentence within its paragraph may leave the first one behind.
What differs in a figure, a name or a turn is a series here, and no repeat.
"""

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
    for a, b in (*found, *(pair for span in spans for pair in _doubled(whole, *span))):
        one = compare(all_.part(number, *a), all_.part(number, *b), is_common)
        for pair in classify(one, weigh, lambda _: frozenset(), lambda _: 0.0):
            yield from _repeat(pair)


def _doubled(unit: Unit, lo: int, hi: int) -> Iterator[tuple[Span, Span]]:
    """Yield the stretches of words that stand twice in one sentence."""
    at: dict[tuple[str, ...], int] = {}
    norms, end = unit.norms, lo
    if len(set(norms[lo:hi])) * 2 < INSIDE:
        return
    for start in range(lo, hi - INSIDE + 1):
        run = norms[start : start + INSIDE]
        first = at.setdefault(run, start)
        if start < end or start - first < INSIDE or len(set(run)) * 2 < INSIDE:
            continue
        size = INSIDE
        most = min(start - first, hi - start)
        while size < most and norms[first + size] == norms[start + size]:
            size += 1
        end = start + size
        if start - first - size <= GAP:
            yield (first, first + size), (start, end)


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
