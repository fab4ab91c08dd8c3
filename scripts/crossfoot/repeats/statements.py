"""Statements: a report's tokens in, what repeats or contradicts itself in words out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from crossfoot.repeats import alike
from crossfoot.repeats.alike import INSIDE, Pair, is_long
from crossfoot.repeats.brief import brief
from crossfoot.repeats.clashes import Clash, Frame
from crossfoot.repeats.compare import Comparison, compare
from crossfoot.repeats.echoes import Kept
from crossfoot.repeats.inner import inner
from crossfoot.repeats.keyed import keyed
from crossfoot.repeats.layout import Block
from crossfoot.repeats.linked import linked
from crossfoot.repeats.recurring import Recurring
from crossfoot.repeats.retold import MOST, retold
from crossfoot.repeats.runs import Run
from crossfoot.repeats.sections import Sections
from crossfoot.repeats.seeds import Seeds, seeds
from crossfoot.repeats.slight import sureness
from crossfoot.repeats.standing import MANY
from crossfoot.repeats.stream import Stream
from crossfoot.repeats.stretches import Stretches
from crossfoot.repeats.tables import copied, disagreeing
from crossfoot.repeats.units import (
    Unit,
    Units,
    are_neighbours,
    in_one_list,
    is_link,
    units,
)
from crossfoot.repeats.verdict import judge
from crossfoot.repeats.vocabulary import APART, Numbered, Vocabulary, groups, numbered

FEWEST = 4
"""Words from which on two equal items or rows side by side are told of."""
ITEM = 6
"""Words from which on two equal items of one list are."""
ONCE = 6
"""Chapters that have standing text once, from which on twice in another is a slip."""
APIECE = 20
"""Words from which on units beside two copies are looked at before all is compared."""


@dataclass(frozen=True, slots=True)
class Alike:
    """What repeats itself in words."""

    clashes: Sequence[Clash]
    """Contradictions."""
    frames: Sequence[Frame]
    """Forms that the report fills in."""
    pairs: Sequence[Pair]
    """Passages that are equal or much alike, each told once."""
    standing: Sequence[Sequence[Unit]]
    """Units of the same words that stand four times or more."""
    retold: Sequence[Pair]
    """Sentences said again in other words, the surest first."""


Compare = Callable[[Unit, Unit], Comparison]
"""Returns what two units share."""


@dataclass(frozen=True, slots=True)
class By:
    """What was found before, for who looks again and again."""

    compare: Callable[[Vocabulary], Compare]
    """Returns what compares units of a report with a vocabulary."""
    echoes: Kept


def find_alike(made: Stream, runs: Iterable[Run], by: By | None = None) -> Alike:
    """Return the contradictions, the templates and the like passages of a report.

    `by` gives what was found in most of it before, which may be nothing.
    """
    all_ = units(made.layouts)
    words = numbered(all_)
    known, again = words.known, groups(all_, words)
    found = _seeds(words, again)
    compare_ = by.compare(known) if by else partial(compare, is_common=known.is_common)
    compared = [compare_(a, b) for a, b in _worth(all_, found)]
    beside = (pair for pair in _edges(made, runs, all_) if _may_differ(words, *pair))
    edges = [compare_(all_[a], all_[b]) for a, b in beside]
    told = [(one, True) for one in edges]
    told += [(one, False) for one in compared if one.a.kind != "row"]
    clashes, frames = judge(told, known.is_common, Recurring(made.layouts))
    keys = {one.key for one in clashes}
    rows = [one for one in disagreeing(_rows(all_)) if one.key not in keys]
    how = known.weigh, known.anchors, known.tells
    told_of = [(one, [*alike.classify(one, *how)]) for one in compared]
    like = [pair for _, pairs in told_of for pair in pairs]
    near = [(one.a.number, one.b.number) for one, pairs in told_of if not pairs]
    held = _held(all_, again)
    same = [*alike.equal(_copies(all_, held)), *alike.equal(copied(_rows(all_)))]
    once = alike.told_once([*same, *like, *_inner(all_, found, known)])
    standing = [group for group in held if _is_standing(group)]
    once = _not_standing(once, standing)
    once = _of_namesakes(once, Sections(made.layouts))
    once = [replace(one, sure=sureness(one, known.weigh)) for one in once]
    frames = _apart(frames, once)
    kept = by.echoes if by else None
    told_again = [
        *retold(all_, known, again, kept, near),
        *keyed(all_, known),
        *linked(all_, known),
        *(brief(all_, known) if known.total <= MOST else ()),
    ]
    return Alike([*clashes, *rows], frames, once, standing, told_again)


def _seeds(words: Numbered, again: Iterable[Sequence[int]]) -> Seeds:
    """Return the units that share runs of words: of equal ones the first alone."""
    wanted = words.sought.copy()
    wanted[[one for group in again for one in group[1:]]] = False
    return seeds(words.masked, words.sizes, wanted)


def _worth(all_: Units, found: Seeds) -> Iterator[tuple[Unit, Unit]]:
    """Yield the units to compare."""
    for a, b in zip(found.a.tolist(), found.b.tolist(), strict=True):
        if _fit(all_.kind(a), all_.kind(b)):
            yield all_[a], all_[b]


def _inner(all_: Units, found: Seeds, known: Vocabulary) -> Iterator[Pair]:
    """Yield the sentences that stand twice in one paragraph, item or note."""
    for number in found.inner.tolist():
        if all_.kind(number) in {"prose", "item", "note"}:
            yield from inner(all_, number, known.is_common, known.weigh)


def _held(all_: Units, again: Iterable[Sequence[int]]) -> list[list[Unit]]:
    """Return the equal units that are worth telling of, by what they say."""
    sought = ([one for one in group if all_.is_sought(one)] for group in again)
    held = [[all_[one] for one in group] for group in sought if len(group) > 1]
    series = _series(held)
    told = ([*_long(one)] or [row for row in one if row in series] for one in held)
    return [group for group in told if len(group) > 1]


def _long(group: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the equal units that are worth telling of.

    Of short ones those that stand side by side in one list or table, or twice in one
    list: a slip. Of those that are nothing but a link the latter alone.
    """
    if _is_link(group):
        same = ((a, b) for a, b in _twice(group) if _written(a) == _written(b))
        yield from (one for pair in same for one in pair)
    elif is_long(group[0]):
        yield from group
    elif len(group[0].words) >= FEWEST:
        pairs = [(a, b) for a, b in pairwise(group) if _are_beside(a, b)]
        pairs = pairs or _twice(group)
        yield from sorted(
            {one for pair in pairs for one in pair}, key=lambda u: u.number
        )


def _series(held: Iterable[Sequence[Unit]]) -> set[Unit]:
    """Return the rows that follow each other in one table as their twins do in another.

    Together they say as much as one row that is told of by itself, or as a list does.
    """
    rows = (group for group in held if group[0].kind == "row")
    few = (one for one in rows if len(one) < MANY and len(one[0].words) >= FEWEST)
    twins = [(group[0], one) for group in few for one in group[1:]]
    out: set[Unit] = set()
    for run in _side_by_side(sorted(twins, key=lambda pair: pair[1].number)):
        said = sum(not word.figure for _, row in run for word in row.readings)
        if len(run) > 1 and said >= INSIDE:
            out.update(row for pair in run for row in pair)
    return out


def _side_by_side(pairs: Iterable[tuple[Unit, Unit]]) -> list[list[tuple[Unit, Unit]]]:
    """Return pairs of rows, those that go on in both tables together."""
    out: list[list[tuple[Unit, Unit]]] = []
    for pair in pairs:
        sides = list(zip(out[-1][-1], pair, strict=True)) if out else []
        if sides and all(_are_beside(last, row) for last, row in sides):
            out[-1].append(pair)
        else:
            out.append([pair])
    return out


def _copies(all_: Units, held: Iterable[list[Unit]]) -> Iterator[list[Unit]]:
    """Yield the equal units to tell of: of boilerplate those that stand by a slip."""
    for group in held:
        yield from _slips(all_, group) if _is_standing(group) else [group]


def _is_standing(group: Iterable[Unit]) -> bool:
    """Say whether equal units stand four times or more beside those of summaries."""
    return sum(not one.block.summary for one in group) >= MANY


def _slips(all_: Units, group: Sequence[Unit]) -> list[list[Unit]]:
    """Return the units of one text that stand so by a slip, however often all do.

    They stand side by side, or at the start of a section that stands twice, or twice in
    a chapter where others have them once.
    """
    beside = [
        [a, b]
        for a, b in pairwise(group)
        if are_neighbours(a, b) or _is_headed_again(all_, a, b)
    ]
    pages = Counter(one.page for one in group)
    if list(pages.values()).count(1) < ONCE:
        return beside
    told = {pair[0].page for pair in beside}
    twice = [
        [one for one in group if one.page == page]
        for page, times in sorted(pages.items())
        if times == 2 and page not in told
    ]
    return [*beside, *twice]


def _is_headed_again(all_: Units, a: Unit, b: Unit) -> bool:
    """Say whether only a heading stands between two units, the one that a has, too."""
    if b.number - a.number != 2 or a.page != b.page:
        return False
    head = all_.sketches[a.number + 1]
    alone = a.block.hi == head.block.lo and head.block.hi == b.block.lo
    return alone and head.kind == "heading" and a.block.under == b.block.under


def _twice(group: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
    """Return two units if they are all that say the same, in one list or table."""
    if len(group) != 2:
        return []
    a, b = group
    if a.kind == "row":
        said = sum(not one.figure for one in a.readings)
        return [(a, b)] if a.block is b.block and said >= FEWEST else []
    return [(a, b)] if in_one_list(a, b) and len(a.words) >= ITEM else []


def _are_beside(a: Unit, b: Unit) -> bool:
    """Say whether units stand side by side in one list or table."""
    return b.number - a.number == 1 and (in_one_list(a, b) or a.kind == "row" == b.kind)


def _written(one: Unit) -> str:
    """Return a unit as written, with where its links lead."""
    return " ".join(one.source[one.block.start : one.block.end].split())


def _is_link(group: Iterable[Unit]) -> bool:
    """Say whether units are nothing but links or images: one source, cited again."""
    return all(map(is_link, group))


def _rows(all_: Units) -> Iterator[Unit]:
    return (all_[at] for at, one in enumerate(all_.sketches) if one.kind == "row")


def _not_standing(
    pairs: Iterable[Pair], standing: Iterable[Sequence[Unit]]
) -> list[Pair]:
    """Return pairs without the equal parts of lists that are standing text.

    A list is held against lists whole, and ends as others do by a paragraph of theirs.
    """
    often: Stretches[int] = Stretches()
    for number, group in enumerate(standing):
        for one in group:
            often.add(one.page, (one.block.start, one.block.end), number)
    return [one for one in pairs if not _stands(one, often)]


def _of_namesakes(pairs: Iterable[Pair], sections: Sections) -> list[Pair]:
    """Return pairs, those of two sections of one title as repeats and no forms.

    What a form is filled in for, a place or a year, tells its sections apart.
    """

    def are_namesakes(one: Pair) -> bool:
        file = sections.layouts[one.a.page].chapter.file
        heads = (next(sections.around(file, span)) for span in (one.a_span, one.b_span))
        return one.a.page == one.b.page and sections.are_namesakes(*heads)

    return [
        one.as_kind("near") if one.kind == "template" and are_namesakes(one) else one
        for one in pairs
    ]


def _stands(pair: Pair, often: Stretches[int]) -> bool:
    """Say whether both parts that a pair is about are one standing text."""
    if pair.kind != "exact" or pair.whole or pair.a.kind != "list":
        return False
    sides = (pair.a.page, pair.a_span), (pair.b.page, pair.b_span)
    here, there = (
        {
            number
            for (start, end), number in often.over(page, span)
            if start <= span[0] and span[1] <= end
        }
        for page, span in sides
    )
    return not here.isdisjoint(there)


def _apart(frames: Iterable[Frame], pairs: Iterable[Pair]) -> list[Frame]:
    """Return the forms that stand in no like passages, which tell of them already."""
    told = {(one.a.block, one.b.block) for one in pairs if one.whole}
    return [
        frame
        for frame in frames
        if len(frame) > 2 or (frame[0].unit.block, frame[1].unit.block) not in told
    ]


def _fit(a: str, b: str) -> bool:
    """Say whether two kinds of units are compared.

    A list is held against lists: against its own items it would repeat itself.
    """
    return a == b or not APART & {a, b}


def _edges(made: Stream, runs: Iterable[Run], all_: Units) -> Iterator[tuple[int, int]]:
    """Yield the units at both ends of two copies, in which something differs."""
    ends = [
        (a, b)
        for run in runs
        for a, b in ((run.a - 1, run.b - 1), (run.a + run.size, run.b + run.size))
        if run.copies < MANY and min(a, made.ids[a], made.ids[b]) >= 0
    ]
    leaves = {place: _leaf(made, place) for pair in ends for place in pair}
    at: dict[Block | None, list[int]] = {leaf: [] for leaf in leaves.values()}
    for number, one in enumerate(all_.sketches):
        if one.block in at and one.kind in {"prose", "item", "heading"}:
            at[one.block].append(number)
    seen: set[tuple[int, int]] = set()
    for a, b in ends:
        sides = ((place, at[leaves[place]]) for place in (a, b))
        pair = [one for side in sides for one in _over(made, *side, all_)]
        if len(pair) == 2 and pair[0] != pair[1] and (*pair,) not in seen:
            seen.add((pair[0], pair[1]))
            yield pair[0], pair[1]


def _leaf(made: Stream, place: int) -> Block | None:
    """Return the leaf that a token stands in."""
    page, token = made.where(place)
    return made.layouts[page].leaf(token)


def _may_differ(words: Numbered, *pair: int) -> bool:
    """Say whether what stands beside two copies may be copied too, and edited.

    Long units of one origin share a run of words; short ones need not.
    """
    sides = [words.of(one) for one in pair]
    if min(map(len, sides)) < APIECE:
        return True
    runs = [set(zip(one, one[1:], one[2:], strict=False)) for one in sides]
    return not runs[0].isdisjoint(runs[1])


def _over(made: Stream, place: int, found: Sequence[int], all_: Units) -> Iterator[int]:
    """Yield the unit that a token stands in: of a quotation, the paragraph.

    `found` are the units of its leaf.
    """
    if len(found) > 1:
        page, token = made.where(place)
        start = made.layouts[page].starts[token]
        found = [one for one in found if all_[one].words[0][1] <= start] or found
    yield from found[-1:]
