"""Echoes: the sentences of a report in, those that tell the same in other words out.

What all words that two share tell, by how seldom they stand, says how sure one is. No
order of words is asked for. One sentence may be told in two, and so may a pair of them:
sentences beside two that share much are taken in while that makes one surer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import fsum, log, sqrt
from typing import NamedTuple

from crossfoot.repeats.meetings import SHARED, Frames, InOrder, in_frames, rare, sought
from crossfoot.repeats.said import Said, Sentences, beside

LEAST = 100
"""Sentences of which a report is taken to have at least: in a short one every word is
rare, whatever it tells."""
HELD = 0.55
"""Share of what the sentence that tells less tells, which the other tells too …"""
SHARE = 0.4
"""… and share of what the one that tells more tells."""
SURE = 15.0
"""What two sentences must share, weighed with their likeness, to be told of; in nats.
15 is what four words tell, each of which stands in one sentence of 43."""
ALL = 0.9
"""`HELD` of two sentences of one chapter that say nearly the same, …"""
MOST = 0.7
"""… `SHARE` of them, …"""
SURE_NEARLY = 12.0
"""… and what they must share to be told of."""
GROWN = 22.0
"""The same of two of which one is surely alike only with sentences beside it: among
several to take in, one fits by chance."""
CLOSE = 0.85
"""`HELD` of sentences side by side, or in one table, which are about one thing; or"""
LEVEL = 0.6
"""`SHARE` of them, and"""
NEXT = 0.7
"""`HELD`."""
WIDE = 2
"""Sentences that are taken in on each side …"""
START = 6.0
"""… of two that share so many nats, weighed with their likeness, and"""
FEW = 3
"""so many stems."""


class Echo(NamedTuple):
    """Two sentences that tell the same."""

    sure: float
    here: Said
    """The first, with what was taken in beside it."""
    there: Said
    within: "Echo | None" = None
    """The two without that, where they are surely alike too."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much each stem and each link tells; in nats."""

    told: Mapping[str, float]
    """By stem or link."""
    known: Mapping[str, int]
    """The numbers of stems and links."""
    most: float
    """What one tells that stands once."""

    def weigh(self, some: frozenset[str]) -> float:
        """Return how much all of them tell."""
        told, most = self.told.get, self.most
        return fsum([told(one, most) for one in some])


def scale_of(said: Sentences) -> Scale:
    """Return how much the stems and links of some sentences tell."""
    import numpy as np

    total = max(len(said), LEAST)
    told = np.log(total / np.maximum(said.counts, 1))
    by_name = dict(zip(said.known, told.tolist(), strict=False))
    return Scale(by_name, said.known, log(total))


class Likeness(NamedTuple):
    """How much of what two sentences tell both tell."""

    sure: float
    shared: int
    held: float
    share: float


class Known(NamedTuple):
    """What came of two sentences, and all that it hangs on."""

    echo: Echo | None
    here: frozenset[str]
    """Their stems."""
    there: frozenset[str]
    asked: tuple[frozenset[str], ...]
    """What else was weighed."""
    near: tuple[Said, Said] | None = None
    """The two, where sentences beside them were weighed: the same words may stand
    beside others, too."""
    firm: bool = True
    """Whether they stand as near each other whatever is written in other chapters."""


@dataclass(slots=True)
class Kept:
    """What came of the sentences of a report, for who looks at most of them again.

    A word that is written otherwise tells another thing in the few pairs that have it.
    """

    scale: Scale | None = None
    old: dict[tuple[int, int], Known] = field(default_factory=dict)
    new: dict[tuple[int, int], Known] = field(default_factory=dict)
    """By the names of their stems, which they hold, so that no others get these."""
    words: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = field(
        default_factory=dict
    )
    """The stems of sentences by what they tell and where they link to."""
    frames: Frames = field(default_factory=dict)
    """Which sentences of two units have one order of words."""
    in_order: InOrder = sought
    """What finds them."""

    def named(self, said: Sentences) -> list[frozenset[str]]:
        """Return the stems of all sentences, the same ones as before where they can be.

        An edit makes all sentences of its chapter new, and most say what they said.
        """
        last, self.words = self.words, {}
        out = []
        for at in said.kept.tolist():
            key = said.stems[at], said.links[at]
            found = self.words.get(key) or last.get(key, key[0])
            self.words[key] = found
            out.append(found)
        return out

    def begin(self, scale: Scale) -> frozenset[str]:
        """Return the stems that tell another thing by this scale than by the last."""
        last, self.scale = self.scale, scale
        self.old, self.new = self.new, {}
        if last is None or last.known is not scale.known or last.most != scale.most:
            self.old = {}
            return frozenset()
        told = last.told.get
        return frozenset(one for one, now in scale.told.items() if told(one) != now)


def echoes(
    said: Sentences, kept: Kept | None = None, near: Iterable[tuple[int, int]] = ()
) -> list[Echo]:
    """Return the sentences that tell what an earlier one tells, the surest first.

    `kept` holds what came of those that were looked at before; `near` are units whose
    sentences are held against each other anyhow.
    """
    kept = kept or Kept()
    framed, kept.frames = in_frames(said, near, kept.frames, kept.in_order)
    met = sorted({*rare(said), *framed})
    found = _found(said, scale_of(said), met, kept)
    return sorted(found, key=lambda one: -one.sure)


def _found(
    said: Sentences, scale: Scale, met: Iterable[tuple[int, int]], kept: Kept
) -> Iterator[Echo]:
    anew = kept.begin(scale)
    every = kept.named(said)
    stale = [not one.isdisjoint(anew) for one in every]
    meeting = _Meeting(said, scale, {})
    for one, other in met:
        here, there = every[one], every[other]
        if len(shared := here & there) < FEW:
            continue
        name = id(here), id(there)
        known = kept.old.get(name)
        stands = known is not None and not (stale[one] or stale[other])
        if known is None or not stands or not _holds(known, said, (one, other), anew):
            known = meeting.of((one, other), (here, there), shared)
        if known.firm:
            kept.new[name] = known
        if known.echo:
            yield known.echo
    kept.old = {}


def _holds(
    known: Known, said: Sentences, pair: tuple[int, int], anew: frozenset[str]
) -> bool:
    """Say whether what was weighed tells what it told, and stands where it did.

    `anew` are the stems and links that tell another thing now.
    """
    if known.asked and not all(some.isdisjoint(anew) for some in known.asked):
        return False
    if known.near is None:
        return True
    both = zip(known.near, (said[at] for at in pair), strict=True)
    return all(old.unit is new.unit and old.lo == new.lo for old, new in both)


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Looks at two sentences of a report."""

    said: Sentences
    scale: Scale
    whole: dict[int, float]
    """How much each sentence tells, as far as that was asked for."""

    def of(
        self,
        pair: tuple[int, int],
        stems: tuple[frozenset[str], frozenset[str]],
        shared: frozenset[str],
    ) -> Known:
        """Return what comes of two sentences, which are numbers.

        `stems` are theirs, and `shared` those that both have.
        """
        said = self.said
        some = [said.links[said.kept[at]] for at in pair]
        links = some[0] & some[1]
        linked = self.scale.weigh(links) if links else 0.0
        common = self.scale.weigh(shared) + linked
        asked = (links,) if links else ()
        # What both tell is no more than each tells, so none is surer than that.
        if common < START:
            return Known(None, *stems, asked)
        told = [self._told(*one) for one in zip(pair, stems, strict=True)]
        first = _likened(common, linked, told, len(shared) + bool(links))
        if first.sure < START:
            return Known(None, *stems, asked)
        a, b = (said[at] for at in pair)
        by = _Weighing(self.scale, [*asked, a.links, b.links])
        echo = _grown(Side(a, told[0]), Side(b, told[1]), first, by)
        apart = a.unit.page != b.unit.page
        firm = apart or a.unit.block.summary == b.unit.block.summary
        return Known(echo, *stems, tuple(filter(None, by.asked)), (a, b), firm)

    def _told(self, at: int, stems: frozenset[str]) -> float:
        if at not in self.whole:
            self.whole[at] = self.scale.weigh(stems)
        return self.whole[at]


def _grown(a: "Side", b: "Side", first: Likeness, by: "_Weighing") -> Echo | None:
    """Return two sentences, with those beside them, if they tell the same."""
    narrow = Echo(first.sure, a.said, b.said) if _tells(a.said, b.said, first) else None
    here, there, alike = _widened(a, b, first, by)
    if alike == first or not _tells(here, there, alike):
        return narrow
    if narrow or alike.sure >= GROWN:
        return Echo(alike.sure, here, there, narrow)
    return None


class _Weighing(NamedTuple):
    """A scale, and a list to note in what was weighed on it."""

    scale: Scale
    asked: list[frozenset[str]]


def _tells(a: Said, b: Said, alike: Likeness) -> bool:
    """Say whether two sentences are surely alike."""
    nearly = alike.held >= ALL and alike.share >= MOST
    asked = SURE_NEARLY if nearly and a.unit.page == b.unit.page else SURE
    if alike.shared < SHARED or alike.sure < asked or alike.share < SHARE:
        return False
    least = HELD
    if is_beside(a, b):
        least = NEXT if alike.share >= LEVEL else CLOSE
    return alike.held >= least


class Side(NamedTuple):
    """A stretch of sentences, and how much its stems tell."""

    said: Said
    told: float


def likeness(a: Said, b: Said, scale: Scale) -> Likeness:
    """Return how much of what two sentences tell both tell.

    A link that only one of them has says nothing against it.
    """
    here, there = (Side(one, scale.weigh(one.stems)) for one in (a, b))
    return _likeness(here, there, scale)


def _likeness(a: Side, b: Side, scale: Scale) -> Likeness:
    stems, links = a.said.stems & b.said.stems, a.said.links & b.said.links
    linked = scale.weigh(links) if links else 0.0
    common = scale.weigh(stems) + linked
    return _likened(common, linked, (a.told, b.told), len(stems) + bool(links))


def _likened(
    common: float, linked: float, told: Sequence[float], number: int
) -> Likeness:
    """Return how much of what two sentences tell, `told`, both tell: `common`.

    `linked` is the part of it that their links tell.
    """
    one, other = (common / (each + linked or 1.0) for each in told)
    held, share = (one, other) if one >= other else (other, one)
    return Likeness(common * sqrt(held * share), number, held, share)


def _widened(
    a: Side, b: Side, first: Likeness, by: _Weighing
) -> tuple[Said, Said, Likeness]:
    """Take in sentences beside two while that makes one surer that they are alike."""
    best = a, b, first
    for _ in range(WIDE * 2):
        tried = ((*two, _likeness(*two, by.scale)) for two in _wider(*best[:2], by))
        surest = max(tried, key=lambda one: one[2].sure, default=best)
        if surest[2].sure <= best[2].sure:
            break
        best = surest
    return best[0].said, best[1].said, best[2]


def _wider(a: Side, b: Side, by: _Weighing) -> Iterator[tuple[Side, Side]]:
    """Yield two stretches of sentences with one more beside one of them, or both."""
    sides = [[one, *_longer(one.said, by)] for one in (a, b)]
    for here, there in product(*sides):
        x, y = here.said, there.said
        apart = x.unit is not y.unit or not _over(x, y)
        if apart and (here is not a or there is not b):
            yield here, there


def _longer(one: Said, by: _Weighing) -> Iterator[Side]:
    """Yield a stretch of sentences with the one before it, and with the one after."""
    if not one.lo and one.hi == len(one.unit.words):
        return
    for step in (-1, 1):
        if more := beside(one, step):
            wider = one.joined(more)
            by.asked.extend((more.stems, more.links))
            yield Side(wider, by.scale.weigh(wider.stems))


def _over(a: Said, b: Said) -> bool:
    return a.lo < b.hi and b.lo < a.hi


def is_beside(a: Said, b: Said) -> bool:
    """Say whether two sentences stand side by side, or in one table."""
    if a.unit.kind == "row" or b.unit.kind == "row":
        return a.unit.block is b.unit.block
    if a.unit is b.unit:
        return b.lo - a.hi <= 0
    near = abs(b.unit.number - a.unit.number) == 1
    return near and a.unit.page == b.unit.page
