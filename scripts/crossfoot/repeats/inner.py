"""Inner repeats: a unit in, the sentences that stand in it twice out.

An editor who moves a sentence within its paragraph may leave the first one behind.
What differs in a figure, a name or a turn is a series here, and no repeat.
"""

from collections.abc import Iterator
from itertools import combinations

from crossfoot.repeats.alike import INSIDE, SHORTEST, Pair, Weigh, classify
from crossfoot.repeats.compare import IsCommon, compare
from crossfoot.repeats.units import Unit, Units

SHARE = 85
"""Per cent of the words that two sentences of one paragraph must have in common."""
RUN = 4
"""Words in order that they must share to be compared."""


def inner(
    all_: Units, number: int, is_common: IsCommon, weigh: Weigh
) -> Iterator[Pair]:
    """Yield the sentences of a unit that repeat an earlier one of it."""
    whole = all_[number]
    spans = [(lo, hi) for lo, hi in whole.sentences if hi - lo >= SHORTEST]
    runs = [_runs(whole, *span) for span in spans]
    for (i, a), (j, b) in combinations(enumerate(spans), 2):
        if runs[i].isdisjoint(runs[j]):
            continue
        one = compare(all_.part(number, *a), all_.part(number, *b), is_common)
        for pair in classify(one, weigh, lambda _: frozenset()):
            yield from _repeat(pair)


def _repeat(pair: Pair) -> Iterator[Pair]:
    """Yield a pair if one of its sentences can go."""
    if pair.a.strict == pair.b.strict:
        yield pair.as_kind("exact")
    elif pair.kind == "contained":
        yield from () if pair.edits else (pair,)
    elif pair.kind == "near" and pair.percent >= SHARE and pair.shared >= INSIDE:
        yield pair


def _runs(unit: Unit, lo: int, hi: int) -> frozenset[tuple[str, ...]]:
    words = unit.mask[lo:hi]
    return frozenset(words[at : at + RUN] for at in range(len(words) - RUN + 1))
