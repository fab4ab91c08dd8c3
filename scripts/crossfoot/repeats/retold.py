"""Retold sentences: the units of a report in, what is said again in other words out.

Words that stand in few sentences find the pairs, and what all shared words tell, by
how seldom they stand, says how sure one is. No order of words is asked for. So chance
has room: the more sentences there are, the more of them share a few words. What
speaks of other things (another name, figure or system) is parallel text and left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum, log, sqrt
from typing import Any, NamedTuple

from crossfoot.places import Span
from crossfoot.repeats.alike import Pair
from crossfoot.repeats.apart import is_apart, order
from crossfoot.repeats.said import Said, beside, sentences_of
from crossfoot.repeats.spellings import FIGURE
from crossfoot.repeats.units import Units
from crossfoot.repeats.vocabulary import Vocabulary

MOST = 300_000
"""Words of a report up to which it is searched: about a thousand pages."""
LEAST = 100
"""Sentences of which a report is taken to have at least: in a short one every word is
rare, whatever it tells."""
RARE = 12
"""Sentences up to which a stem finds pairs."""
SHARED = 4
"""Stems that two sentences must share."""
HELD = 0.55
"""Share of what the sentence that tells less tells, which the other tells too …"""
SHARE = 0.4
"""… and share of what the one that tells more tells."""
SURE = 16.0
"""What two sentences must share, weighed with their likeness, to be told of; in nats.
18 is what five words tell, each of which stands in one sentence of 37."""
CLOSE = 0.85
"""`HELD` of sentences side by side, or in one table, which are about one thing."""
FORM = 3
"""Partners from which on a sentence is a form that is filled in, or a refrain."""


class Echo(NamedTuple):
    """Two sentences that tell the same."""

    sure: float
    a: int
    b: int


def retold(
    all_: Units, known: Vocabulary, again: Iterable[Sequence[int]]
) -> list[Pair]:
    """Return the sentences that tell what an earlier one tells, the surest first.

    Of units that stand several times, `again`, the first alone is looked at.
    """
    if known.total > MOST:
        return []
    said = _sentences(all_, {one for group in again for one in group[1:]})
    found = sorted(_echoes(said), key=lambda one: (-one.sure, one[1:]))
    partners = Counter(side for one in found for side in one[1:])
    alone = [one for one in found if max(partners[one.a], partners[one.b]) < FORM]
    pairs = [(one, said[one.a], said[one.b]) for one in alone]
    same = (each for each in pairs if not is_apart(*each[1:], known, each[0].sure))
    return [_pair(*each) for each in same]


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a report, and how often each of their stems stands."""

    all_: Units
    known: Mapping[str, int]
    """Numbers of stems."""
    units: Any
    """The unit of each sentence; an array."""
    kept: Any
    """Which are looked at, in order: places in the columns that follow; an array."""
    spans: Sequence[Span]
    stems: Sequence[frozenset[str]]
    sizes: Any
    """How many stems each sentence has; an array."""
    numbers: Any
    """Those of their stems, end to end; an array."""
    counts: Sequence[int]
    """In how many of the sentences that are looked at each stem stands."""

    def __len__(self) -> int:
        """Return how many are looked at."""
        return len(self.kept)

    def __getitem__(self, at: int) -> Said:
        """Return one of those that are looked at."""
        where = int(self.kept[at])
        unit = self.all_[int(self.units[where])]
        return Said(unit, *self.spans[where], self.stems[where])

    def tells(self, some: Iterable[str]) -> float:
        """Return what some stems tell, by how seldom they stand; in nats."""
        most, counts, known = max(len(self), LEAST), self.counts, self.known
        return fsum(log(most / counts[known[one]]) for one in some)


def _sentences(all_: Units, left: set[int]) -> Sentences:
    """Return the sentences of all units but some."""
    import numpy as np

    told = sentences_of(all_)
    firsts = accumulate((len(one.sketches) for one in all_.shares), initial=0)
    nothing = np.zeros(0, np.int64)
    units, sizes, numbers = (
        np.concatenate([nothing, *some])
        for some in (
            [one.units + first for one, first in zip(told, firsts, strict=False)],
            [one.sizes for one in told],
            [one.numbers for one in told],
        )
    )
    looked = ~np.isin(units, np.array(sorted(left), np.int64))
    known = all_.layouts[0].said.lexicon.spellings.stems if all_.layouts else {}
    return Sentences(
        all_,
        known,
        units,
        np.flatnonzero(looked),
        [span for one in told for span in one.spans],
        [some for one in told for some in one.stems],
        sizes,
        numbers,
        np.bincount(numbers[np.repeat(looked, sizes)], minlength=len(known)).tolist(),
    )


def _echoes(said: Sentences) -> Iterator[Echo]:
    whole: dict[int, float] = {}
    every = [said.stems[at] for at in said.kept.tolist()]
    for a, b in _met(said):
        stems = every[a], every[b]
        shared = stems[0] & stems[1]
        if len(shared) < SHARED:
            continue
        common = said.tells(shared)
        # What both tell is no more than each tells, so none is surer than that.
        if common < SURE:
            continue
        for one, some in zip((a, b), stems, strict=True):
            whole[one] = whole.get(one) or said.tells(some)
        held, share = sorted((common / whole[a], common / whole[b]), reverse=True)
        sure = common * sqrt(held * share)
        if held < HELD or share < SHARE or sure < SURE:
            continue
        if held >= CLOSE or not _beside(said[a], said[b]):
            yield Echo(sure, a, b)


def _met(said: Sentences) -> list[tuple[int, int]]:
    """Return the pairs of sentences that share a rare stem, which is no figure."""
    import numpy as np

    plain = np.array([name[:1] != FIGURE for name in said.known], bool)
    counts = np.array(said.counts, np.int64)
    rare = plain & (counts > 1) & (counts <= RARE)
    place = np.full(len(said.sizes), -1, np.int64)
    place[said.kept] = np.arange(len(said))
    owner = np.repeat(place, said.sizes)
    there = np.flatnonzero((owner >= 0) & rare[said.numbers])
    there = there[np.argsort(said.numbers[there], kind="stable")]
    stems, owner = said.numbers[there], owner[there]
    pairs = [np.zeros(0, np.int64)]
    for step in range(1, min(RARE, len(there))):
        same = stems[step:] == stems[:-step]
        pairs.append(owner[:-step][same] * len(said) + owner[step:][same])
    met = np.unique(np.concatenate(pairs))
    first, second = divmod(met, max(len(said), 1))
    return list(zip(first.tolist(), second.tolist(), strict=True))


def _beside(a: Said, b: Said) -> bool:
    """Say whether two sentences stand side by side, or in one table."""
    if a.unit.kind == "row" or b.unit.kind == "row":
        return a.unit.block is b.unit.block
    if a.unit is b.unit:
        return b.lo - a.hi <= 0
    return abs(b.unit.number - a.unit.number) == 1


def _pair(echo: Echo, a: Said, b: Said) -> Pair:
    """Return two sentences as a pair, with those beside them that go on alike."""
    first = len(a.stems & b.stems)
    for step in (-1, 1):
        a, b = _widened(a, b, step)
    percent = order(a, b)
    longest = max(a.hi - a.lo, b.hi - b.lo)
    spans = _told(a), _told(b)
    shared = percent * longest // 100
    sure = echo.sure * len(a.stems & b.stems) / first
    return Pair(
        a.unit, b.unit, "near", shared, percent, (), *spans, sure=sure, retold=True
    )


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
