"""Retold sentences: the units of a report in, what is said again in other words out.

Words that stand in few sentences find the pairs, and what all shared words tell, by
how seldom they stand, says how sure one is. No order of words is asked for. So chance
has room: the more sentences there are, the more of them share a few words. What
speaks of other things (another name, figure or system) is parallel text and left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from crossfoot.places import Span
from crossfoot.repeats.alike import Pair
from crossfoot.repeats.apart import is_apart, order
from crossfoot.repeats.echoes import HELD, SHARE, Echo, Kept, echoes, is_beside
from crossfoot.repeats.said import Said, beside, sentences_of
from crossfoot.repeats.slight import CERTAIN
from crossfoot.repeats.units import Units
from crossfoot.repeats.vocabulary import Vocabulary

MOST = 300_000
"""Words of a report up to which it is searched: about a thousand pages."""
FORM = 3
"""Partners from which on a sentence is a form that is filled in, or a refrain."""

TWICE = 0.7
"""Share of the stems of a sentence that the one beside it must have, and no others, to
be the same one, written anew."""


def retold(
    all_: Units,
    known: Vocabulary,
    again: Iterable[Sequence[int]],
    kept: Kept | None = None,
    near: Iterable[tuple[int, int]] = (),
) -> list[Pair]:
    """Return the sentences that tell what an earlier one tells, the surest first.

    Of units that stand several times, `again`, the first alone is looked at. `kept`
    holds what came of those that were looked at before. `near` are units that share
    runs of words and of which nothing is told.
    """
    if known.total > MOST:
        return []
    said = sentences_of(all_, {one for group in again for one in group[1:]})
    found = echoes(said, kept, near)
    at = Counter(start for one in _apiece(found) for start in _sides(one))
    alone = (one for one in found if max(at[start] for start in _sides(one)) < FORM)
    # What is left out tells of nothing, so it hides no other.
    same = (some for one in alone for some in _same(one, known))
    return [_pair(one) for one in _apiece(sorted(same, key=lambda one: -one.sure))]


def _sides(one: Echo) -> set[tuple[int, int]]:
    """Return where the sentences of an echo start."""
    return {*_starts(one.here), *_starts(one.there)}


def _same(one: Echo, known: Vocabulary) -> Iterator[Echo]:
    """Yield an echo, or what is within it, if both sides speak of one thing."""
    if not is_apart(one.here, one.there, known, one.sure):
        yield one
    elif one.within:
        yield from _same(one.within, known)


def _apiece(found: Iterable[Echo]) -> Iterator[Echo]:
    """Yield echoes, the surest first, each of which tells what no surer one tells."""
    told: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for one in found:
        pairs = set(product(_starts(one.here), _starts(one.there)))
        if told.isdisjoint(pairs):
            told |= pairs
            yield one


def _starts(one: Said) -> list[tuple[int, int]]:
    """Return where the sentences of a stretch start."""
    return [(one.unit.number, lo) for lo, _ in one.unit.said if one.lo <= lo < one.hi]


def _pair(echo: Echo) -> Pair:
    """Return two sentences as a pair, with those beside them that go on alike.

    Those of the same words side by side, or in one table, are a slip, and so is one of
    a paragraph that has all words of the one beside it and few more; in prose they are
    a copy where all stands in one order.
    """
    a, b = echo.here, echo.there
    first = len(a.stems & b.stems)
    for step in (-1, 1):
        a, b = _widened(a, b, step)
    percent = order(a, b)
    longest = max(a.hi - a.lo, b.hi - b.lo)
    spans = _told(a), _told(b)
    shared = percent * longest // 100
    sure = echo.sure * len(a.stems & b.stems) / first
    doubled = is_beside(a, b) and _is_twice(a, b)
    copied = a.norms == b.norms and doubled and a.unit.kind != "row"
    return Pair(
        a.unit,
        b.unit,
        "exact" if copied else "near",
        shared,
        percent,
        (),
        *spans,
        sure=max(sure, CERTAIN) if doubled else sure,
        retold=not copied,
    )


def _is_twice(a: Said, b: Said) -> bool:
    """Say whether one of two sentences side by side has the same words, or nearly.

    Who writes a sentence of a paragraph anew may leave the old one beside it.
    """
    if sorted(a.norms) == sorted(b.norms):
        return True
    fewest, most = sorted((a.stems, b.stems), key=len)
    written_anew = fewest <= most and len(fewest) >= TWICE * len(most)
    return written_anew and a.unit is b.unit and a.unit.kind != "row"


def _told(one: Said) -> Span:
    """Return the words to tell of: of a row all, where a cell has most of them."""
    words = len(one.unit.words)
    if one.unit.kind == "row" and (one.hi - one.lo) * 2 >= words:
        return 0, words
    return one.lo, one.hi


def _widened(a: Said, b: Said, step: int) -> tuple[Said, Said]:
    """Take in sentences before or after two that tell the same, while they agree."""
    while True:
        here, there = (beside(one, step) for one in (a, b))
        if not here or not there or not _agree(here, there) or _meet(here, b, a, there):
            return a, b
        a, b = a.joined(here), b.joined(there)


def _meet(*some: Said) -> bool:
    """Say whether any of four sentences runs into one of the other side."""
    here, b, a, there = some
    pairs = (here, b), (a, there), (here, there)
    return any(x.unit is y.unit and x.lo < y.hi and y.lo < x.hi for x, y in pairs)


def _agree(a: Said, b: Said) -> bool:
    shared = len(a.stems & b.stems)
    fewest, most = sorted((len(a.stems), len(b.stems)))
    return shared >= max(1.0, HELD * fewest, SHARE * most)
