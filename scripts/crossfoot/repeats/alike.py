"""Likeness: compared units in, pairs of passages that repeat each other out.

A pair is told once, as widely as it goes: a list before its items, a run of paragraphs
before each of them, and of several earlier passages the one most like it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from crossfoot.places import Span
from crossfoot.repeats.compare import Comparison, Edit, Match
from crossfoot.repeats.filled import SURE, is_filled, is_slip
from crossfoot.repeats.stretches import Stretches
from crossfoot.repeats.units import Unit, are_neighbours
from crossfoot.repeats.variants import MANY, variants
from crossfoot.repeats.vocabulary import held

Kind = Literal["exact", "near", "contained", "template", "boilerplate"]

SHORTEST = 8
"""Words that a passage must have to be told of at all: a sentence, an item, a row."""
ROW = 6
"""The same of a row of a table, where most words carry a meaning."""
SHARE = 0.7
"""Share of the longer passage's words that a near repeat has, sentence by sentence."""
FIRM = 0.8
"""The same for passages of fewer words than `SURE`, where chance has more room."""
HELD = 0.85
"""Share of the shorter passage's words that a longer one holds."""
MOSTLY = 0.75
"""The same where two of its sentences are told at least, and …"""
HALF = 0.5
"""… share of the longer passage's words: both are told of as one then."""
MILD = 2
"""Words that may differ in a passage of fewer than …"""
INSIDE = 12
"""… the words of a passage that stands in a longer one."""
TOLD = 0.45
"""Share of what two passages say, common words counting little, from which on one
tells the other in other words."""
STORY = 20
"""Words that such a passage must have."""
ANCHORS = 2
"""Figures and names that both must hold."""

LOOSE = 5
"""One word in so many that one pair changes more than another is much."""

Weigh = Callable[[str], float]
"""Returns how much a word tells: little when it stands in many passages."""
Anchors = Callable[[Unit], frozenset[str]]
"""Returns the figures and names that a passage holds."""
Tells = Callable[[Unit], float]
"""Returns how much all words of a passage tell."""


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two passages, the second of which repeats the first."""

    a: Unit
    b: Unit
    kind: Kind
    shared: int
    """Words that both have."""
    percent: int
    """Share of the longer passage's words, in whole per cent, rounded down."""
    edits: tuple[Edit, ...]
    a_words: Span
    """The part of the unit that the pair is about: a range of its words."""
    b_words: Span
    around: bool = False
    """Only what stands before and after one equal stretch differs."""
    sure: float = 0.0
    """What both tell, weighed with their likeness; in nats."""
    retold: bool = False
    """A sentence says again in other words what another one says."""

    @property
    def a_span(self) -> Span:
        """The characters of the first passage."""
        return _span(self.a, self.a_words)

    @property
    def b_span(self) -> Span:
        """The characters of the second passage."""
        return _span(self.b, self.b_words)

    def as_kind(self, kind: Kind) -> "Pair":
        """Return the pair as one of another class."""
        return replace(self, kind=kind)

    @property
    def whole(self) -> bool:
        """Whether it is about all of the second unit."""
        return self.b_words == (0, len(self.b.words))


def _span(unit: Unit, words: Span) -> Span:
    return unit.span if words == (0, len(unit.words)) else unit.place(*words)


def classify(
    one: Comparison, weigh: Weigh, anchors: Anchors, tells: Tells
) -> Sequence[Pair]:
    """Return what two units are to each other: one pair, or one a shared sentence."""
    found, is_open = one.once(_classified)
    if is_open and _retells(one, weigh, anchors, tells):
        return [_pair(one, "near")]
    return found


NOTHING: tuple[list[Pair], bool] = ([], False)
"""What a comparison says that is told of neither alone nor otherwise."""


def is_settled(one: Comparison) -> bool:
    """Say whether a comparison was found to tell of nothing."""
    return one.kept.get((_classified,)) == NOTHING


def settle(one: Comparison) -> None:
    """Enter that a comparison tells of nothing, as was found of an equal one."""
    one.kept[_classified,] = NOTHING


def _classified(one: Comparison) -> tuple[list[Pair], bool]:
    """Return what a comparison says alone, and whether it may be told otherwise."""
    small = min(len(one.a.words), len(one.b.words))
    edits = tuple(one.edits())
    row = one.a.kind == "row"
    if small < (ROW if row else SHORTEST):
        return [], False
    if row and any(_turns(edit) or edit.kind == "name" for edit in edits):
        return [], False
    if one.share >= (SHARE if small >= SURE else FIRM):
        edited = not all(map(_turns, edits)) if small >= INSIDE else _is_mild(one)
        if edits and not edited:
            return [], False
        filled = is_filled(one.a, one.b, edits)
        return [_pair(one, "template" if filled else "near")], False
    if one.held >= HELD and one.shared >= INSIDE:
        return [_stretch(one, one.matches, "contained")], False
    found = list(_sentences(one))
    most = len(found) > 1 and one.held >= MOSTLY and one.share >= HALF
    if most and not is_filled(one.a, one.b, edits):
        return [_pair(one, "near")], False
    may_tell = not found and small >= STORY and one.a.kind != "list"
    return found, may_tell and len(held(one.a).every & held(one.b).every) >= ANCHORS


TURNING = frozenset({"figure", "year", "label", "direction", "negation", "modal"})
"""Edits that make a contradiction or a template, which are told elsewhere."""


def _is_mild(one: Comparison) -> bool:
    """Say whether a short passage was edited in a word or two that name nothing."""
    edits = tuple(one.edits())
    plain = {edit.kind for edit in edits if not is_slip(one.a, one.b, edit)}
    return plain <= {"light", "words"} and sum(m.other for m in one.matches) <= MILD


def _turns(edit: Edit) -> bool:
    return edit.kind in TURNING


def _pair(one: Comparison, kind: Kind) -> Pair:
    return Pair(
        one.a,
        one.b,
        kind,
        one.shared,
        int(one.share * 100),
        tuple(one.edits()),
        (0, len(one.a.words)),
        (0, len(one.b.words)),
        around=_is_around(one),
    )


def _is_around(one: Comparison) -> bool:
    """Say whether units differ only before and after one equal stretch."""
    found = sorted(one.matches, key=lambda match: match.b)
    apart = (m.a[1] != n.a[0] or m.b[1] != n.b[0] for m, n in pairwise(found))
    if not found or any(apart):
        return False
    first, last = found[0], found[-1]
    starts, ends = (first.a[0], first.b[0]), (last.a[1], last.b[1])
    outer = all(
        (edit.a[0], edit.b[0]) == starts or (edit.a[1], edit.b[1]) == ends
        for edit in one.edits()
    )
    whole = starts == (0, 0) and ends == (len(one.a.words), len(one.b.words))
    return outer and not (whole and not any(True for _ in one.edits()))


def _stretch(one: Comparison, matches: Sequence[Match], kind: Kind) -> Pair:
    """Return a pair of the parts that some sentences cover."""
    a = min(m.a[0] for m in matches), max(m.a[1] for m in matches)
    b = min(m.b[0] for m in matches), max(m.b[1] for m in matches)
    shared = sum(match.shared for match in matches)
    edits = tuple(edit for match in matches for edit in match.edits)
    longest = max(a[1] - a[0], b[1] - b[0])
    around = one.matches == tuple(matches) and _is_around(one)
    return Pair(
        one.a, one.b, kind, shared, shared * 100 // longest, edits, a, b, around
    )


def _sentences(one: Comparison) -> Iterator[Pair]:
    """Yield the sentences that two units share, those side by side as one.

    Of lists the items side by side are told as one, however short each is.
    """
    good = [match for match in one.matches if _is_told(match)]
    groups = [*_beside(good)]
    if one.a.kind == "list":
        together = [group for group in _beside(one.matches) if _are_told(group)]
        settled = {id(match) for group in together for match in group}
        alone = _beside([match for match in good if id(match) not in settled])
        groups = sorted([*together, *alone], key=lambda group: group[0].b)
    for group in groups:
        equal = not any(match.edits for match in group)
        yield _stretch(one, group, "exact" if equal else "contained")


def _beside(found: Iterable[Match]) -> list[list[Match]]:
    """Return matches, those side by side in both units together."""
    groups: list[list[Match]] = []
    for match in found:
        last = groups[-1][-1] if groups else None
        if last and last.b[1] == match.b[0] and last.a[1] == match.a[0]:
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def _are_told(group: Sequence[Match]) -> bool:
    """Say whether matches side by side are worth telling together."""
    longest = sum(match.longest for match in group)
    edits = (edit for match in group for edit in match.edits)
    other = any(_turns(edit) or edit.kind == "name" for edit in edits)
    shared = sum(match.shared for match in group)
    return not other and longest >= INSIDE and shared >= FIRM * longest


def _is_told(match: Match) -> bool:
    """Say whether a shared sentence is worth telling."""
    if match.longest < SHORTEST:
        return False
    if not match.edits:
        return True
    other = any(_turns(edit) or edit.kind == "name" for edit in match.edits)
    return (
        not other and match.longest >= INSIDE and match.shared >= FIRM * match.longest
    )


def _retells(one: Comparison, weigh: Weigh, anchors: Anchors, tells: Tells) -> bool:
    """Say whether two units tell the same in other words.

    The figures and names agree, and so does much of what else has a meaning.
    """
    names = anchors(one.a), anchors(one.b)
    both = len(names[0] & names[1])
    if both < ANCHORS or both * 2 < min(map(len, names)):
        return False
    shared = sum(weigh(word) * n for word, n in one.once(_in_both))
    return shared >= TOLD * max(tells(one.a), tells(one.b))


def _in_both(one: Comparison) -> list[tuple[str, int]]:
    """Return the words that stand in two units, and how often in both."""
    return list((Counter(one.a.norms) & Counter(one.b.norms)).items())


def is_long(unit: Unit) -> bool:
    """Say whether a unit is worth telling of when it stands again."""
    return len(unit.words) >= (ROW if unit.kind == "row" else SHORTEST)


def equal(groups: Iterable[Sequence[Unit]]) -> Iterator[Pair]:
    """Yield the pairs of units of the same words, each with the first of its group."""
    for first, *others in groups:
        whole = 0, len(first.words)
        for other in others:
            kind: Kind = "exact" if other.strict == first.strict else "near"
            yield Pair(first, other, kind, whole[1], 100, (), whole, whole)


def _neighbours(one: Pair) -> tuple[int, ...]:
    """Return the numbers of two like paragraphs side by side, which no form has."""
    like = one.whole and one.kind == "near" and one.a.kind == "prose"
    beside = like and are_neighbours(one.a, one.b)
    return (one.a.number, one.b.number) if beside else ()


def _is_double(one: Pair) -> bool:
    """Say whether a passage stands twice in one chapter, of however many wordings."""
    return one.percent == 100 and not one.edits and one.a.page == one.b.page


Chain = tuple[Pair, ...]
"""Pairs side by side, which are told as one."""


def told_once(pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs without those that say nothing more, in reading order."""
    found = sorted(pairs, key=lambda one: (-one.shared, _order(one)))
    wordings = variants((one.a, one.b) for one in found if one.whole)
    beside = Counter(number for one in found for number in _neighbours(one))
    kept: Stretches[Pair] = Stretches()
    out: list[Pair] = []
    for one in found:
        slip = _is_double(one) or [beside[n] for n in _neighbours(one)] == [1, 1]
        if one.whole and wordings(one.b) >= MANY and not slip:
            one = replace(one, kind="boilerplate")  # noqa: PLW2901 - the pair, settled
        over = kept.over(one.b.page, one.b_span)
        if not any(_says(other, one) for _, other in over):
            kept.add(one.b.page, one.b_span, one)
            out.append(one)
    return sorted(out, key=_order)


def chains(pairs: Iterable[Pair]) -> list[Chain]:
    """Return pairs in reading order, those that go on side by side as one chain."""
    out: list[list[Pair]] = []
    for one in pairs:
        if out and _goes_on(out[-1][-1], one) and not _meets(out[-1][0], one):
            out[-1].append(one)
        else:
            out.append([one])
    return [tuple(some) for some in out]


CHAINED = frozenset({"exact", "near"})
GAP = 2
"""How far apart units may stand in a chain: a heading may be between."""


def _goes_on(last: Pair, one: Pair) -> bool:
    """Say whether a pair follows another in both places."""
    if not (last.whole and one.whole and {last.kind, one.kind} <= CHAINED):
        return False
    same = (last.a.page, last.b.page) == (one.a.page, one.b.page)
    steps = one.a.number - last.a.number, one.b.number - last.b.number
    lists = "list" in {last.a.kind, one.a.kind}
    return same and not lists and all(0 < step <= GAP for step in steps)


def _meets(first: Pair, one: Pair) -> bool:
    """Say whether the first passage of a chain would run into the second one."""
    return first.b.page == one.a.page and one.a.number >= first.b.number


def _order(one: Pair) -> tuple[int, Span, int, Span]:
    return one.b.page, one.b_span, one.a.page, one.a_span


def _says(wide: Pair, one: Pair) -> bool:
    """Say whether one pair already says that the second passage of another repeats."""
    (start, end), (lo, hi) = wide.b_span, one.b_span
    inside = min(end, hi) - max(start, lo)
    another = (wide.a.page, wide.a_span) != (one.b.page, one.b_span)
    return inside * 2 > hi - lo and another and not _is_loose(wide, one)


def _is_loose(wide: Pair, one: Pair) -> bool:
    """Say whether a pair differs much where another, with its own twin, does not."""
    if wide.a.block is one.a.block:
        return False
    (lo, hi), words = one.b_span, wide.b.words
    inside = (
        edit
        for edit in wide.edits
        if lo <= words[min(edit.b[0], len(words) - 1)][1] < hi
    )
    other, own = (sum(map(_changed, edits)) for edits in (inside, one.edits))
    return (other - own) * LOOSE > one.b_words[1] - one.b_words[0]


def _changed(edit: Edit) -> int:
    return max(hi - lo for lo, hi in (edit.a, edit.b))
