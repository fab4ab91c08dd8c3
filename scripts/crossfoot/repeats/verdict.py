"""Verdicts: compared units in; contradictions and templates among their sentences out.

Two sentences of one origin contradict each other when nothing but a figure, a year, a
direction, a denial or a duty differs. Where a name differs too, or a year beside a
figure, or one frame is filled in again and again, they speak of different things.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Literal

from crossfoot.places import Span
from crossfoot.repeats.cases import (
    FIGURES,
    are_headed_apart,
    are_two_cases,
    is_swapped,
    values,
)
from crossfoot.repeats.clashes import Clash, Frame, Statement
from crossfoot.repeats.compare import TURNS, Comparison, Edit, IsCommon, Match
from crossfoot.repeats.days import are_on_two_days, is_other_time
from crossfoot.repeats.filled import agree, is_renamed
from crossfoot.repeats.language import CLOSERS
from crossfoot.repeats.recurring import Recurring
from crossfoot.repeats.units import Unit, in_one_list, stem
from crossfoot.repeats.variants import MANY, variants

SHORTEST = 8
"""Words a sentence must have to be compared wherever it stands."""
FEWEST = 4
"""Words it must have in a copied passage: `29 asks of government`."""
COPY = 0.7
"""Share of the longer unit's words from which on two units are copies."""
SURE = 0.9
"""The same of units of one sentence."""
CONTEXT = 20
"""Words from which on two like units lend their sentences that context."""
TWO = 2
"""Wordings of a passage that has no third copy."""
SERIES = 3
"""The same where each stands under a heading of its own."""
CLOSE = 4
"""One character in so many, from the first to the last statement of two filled-in
forms, is of such a statement."""
ROOM = 8
"""One word in so many may differ beside a figure in copied passages."""
LONG = 250
"""Words from which on a paragraph is a page pasted without blank lines: what holds for
a paragraph then holds for its sentences."""

Place = Literal["case", "day", "heading", ""]
"""What says that two statements speak of other things: something in them or beside
them, two dates, or two headings."""


def judge(
    compared: Iterable[tuple[Comparison, bool]],
    is_common: IsCommon,
    recurring: Recurring,
) -> tuple[list[Clash], list[Frame]]:
    """Return the contradictions and the templates, in reading order.

    Each comparison comes with whether the units are known to stand in copies.
    """
    clashes: dict[tuple[int, Span, int, Span], Clash] = {}
    frames: dict[tuple[int, Span, int, Span], Frame] = {}
    compared = list(compared)
    wordings = variants((one.a, one.b) for one, _ in compared if one.share >= COPY)
    for one, copied in compared:
        found = one.once(_found, copied)
        if not found:
            continue
        apart = wordings(one.b) >= MANY or one.once(
            _is_filled_in, 2 if _subjects_differ(one, is_common) else SERIES
        )
        twice = wordings(one.b) <= TWO
        for clash, told, place in found:
            key = clash.key
            if key in clashes:
                continue
            parts = place == "heading" and _are_parts(clash, is_common, recurring)
            copy = place == "day" and twice and _is_held(one, clash)
            other = apart or (place and not parts and not copy)
            if told == "time" and (other or not twice or not _lends(one)):
                continue
            if told == "frame" or (told and other):
                frames.setdefault(key, (clash.a, clash.b))
            elif told:
                alone = clash.near and twice and _lends(one)
                clashes[key] = replace(clash, alone=alone)
    return _settled(list(clashes.values()), frames, recurring)


def _found(one: Comparison, copied: bool) -> list[tuple[Clash, str, Place]]:
    """Return the sentences of two units in which a turn differs.

    Each with what it is by itself, and whether it speaks of other things.
    """
    near = copied or _is_copy(one)
    out = []
    for match in one.matches:
        if near and is_other_time(one, match):
            edits = [edit for edit in match.edits if edit.kind == "name"]
            timed = _ordered(one, match, edits, near=near)
            out.append((timed, "time", _place(one, match, timed)))
        elif clash := _clash(one, match, near=near):
            told = match_says(match, near=near, heading=one.a.kind == "heading")
            if told == "frame" and not match.count("name") and is_swapped(clash):
                told = "clash"
            elif told == "clash" and _is_of_another(one, match):
                told = "frame"
            if told:
                out.append((clash, told, _place(one, match, clash)))
    return out


def _is_of_another(one: Comparison, match: Match) -> bool:
    """Say whether another word and another figure are in all that two units share.

    “A ticket for adults costs £12” says nothing of one for pupils.
    """
    figures = len(one.matches) == 1 and match.count("figure", "year")
    other = (edit for edit in match.edits if edit.kind == "words")
    return bool(figures) and any(map(partial(_is_replaced, one), other))


def _is_replaced(one: Comparison, edit: Edit) -> bool:
    """Say whether words of another meaning stand in the place of some."""
    sides = (one.a.norms[slice(*edit.a)], one.b.norms[slice(*edit.b)])
    here, there = ({*map(stem, norms)} - {""} for norms in sides)
    return bool(here and there) and here.isdisjoint(there)


def _place(one: Comparison, match: Match, clash: Clash) -> Place:
    if _is_bound(clash) or _are_asked(clash) or are_two_cases(one, match, clash):
        return "case"
    if are_headed_apart(clash):
        return "heading"
    return "day" if are_on_two_days(clash) else ""


def _are_parts(one: Clash, is_common: IsCommon, recurring: Recurring) -> bool:
    """Say whether headings name parts of two chapters, as many others have them."""
    a, b = one.a.unit, one.b.unit
    heads = a.block.under, b.block.under
    if a.page == b.page or not all(map(recurring.is_part, heads)):
        return False
    here, there = (_subjects(unit, is_common) for unit in (a, b))
    return here <= there or there <= here


def _is_held(one: Comparison, clash: Clash) -> bool:
    """Say whether two statements stand in copies that share enough beside them.

    Where two figures of a sentence are both other ones, the copy tells news.
    """
    starts = {clash.a.lo, clash.b.lo}
    beside = (
        match.shared for match in one.matches if {match.a[0], match.b[0]} != starts
    )
    return clash.near and len(clash.edits) == 1 and sum(beside) >= CONTEXT


def _lends(one: Comparison) -> bool:
    """Say whether two units have enough beside a sentence to be about one thing."""
    return one.once(_context) >= CONTEXT


def _context(one: Comparison) -> int:
    """Return how many words stand in sentences that two units have in common."""
    return sum(match.shared for match in one.matches if not match.edits)


def _is_copy(one: Comparison) -> bool:
    sure = len(one.matches) > 1 or one.share >= SURE
    return one.share >= COPY and one.shared >= CONTEXT and sure


def _clash(one: Comparison, match: Match, *, near: bool) -> Clash | None:
    edits = [e for e in match.edits if e.kind in TURNS or e.kind == "label"]
    return _ordered(one, match, edits, near=near) if edits else None


def _ordered(
    one: Comparison, match: Match, edits: Iterable[Edit], *, near: bool
) -> Clash:
    """Return two sentences in reading order, and the edits that matter."""
    a, b = Statement(one.a, *match.a), Statement(one.b, *match.b)
    if b.key < a.key:
        a, b = b, a
        edits = [Edit(edit.b, edit.a, edit.kind) for edit in edits]
    return Clash(a, b, (*edits,), near)


def match_says(match: Match, *, near: bool, heading: bool = False) -> str:
    """Say what two sentences are: "clash", "frame", or "" for nothing."""
    figures, years = match.count("figure"), match.count("year")
    labels, names = match.count("label"), match.count("name")
    if heading and _is_numbered(match):
        return ""
    if not any(edit.kind in TURNS for edit in match.edits):
        if not labels or heading or match.longest < FEWEST:
            return ""
        return "clash" if near and not names else "frame"
    room = match.longest // ROOM if near else 0
    if match.other > room or (not near and match.count("light") > 1):
        return ""
    if names or (years and figures) or labels:
        return "frame" if figures or years or labels else ""
    return "clash" if match.longest >= (FEWEST if near else SHORTEST) else ""


def _is_numbered(match: Match) -> bool:
    """Say whether nothing but the numbers before two headings differs."""
    starts = match.a[0], match.b[0]
    return all(
        edit.kind in FIGURES and (edit.a[0], edit.b[0]) == starts
        for edit in match.edits
    )


def _is_bound(one: Clash) -> bool:
    """Say whether all that differs is bound to quantities of its own.

    Then the data say that two things are spoken of, and each is checked against them.
    """
    pairs = [(edit.a[0], edit.b[0]) for edit in one.edits if edit.kind in FIGURES]
    keys = [(one.a.unit.bound(a), one.b.unit.bound(b)) for a, b in pairs]
    every = len(pairs) == len(one.edits) and all(all(pair) for pair in keys)
    return every and all(a != b for a, b in keys)


def _are_asked(one: Clash) -> bool:
    """Say whether two questions ask the contrary of each other, and claim nothing."""
    ends = (side.unit.words[side.hi - 1][0].rstrip(CLOSERS) for side in (one.a, one.b))
    asked = not one.near and all(end.endswith("?") for end in ends)
    return asked and all(edit.kind not in FIGURES for edit in one.edits)


def _subjects_differ(one: Comparison, is_common: IsCommon) -> bool:
    """Say whether the units stand under headings that name different things."""
    sides = [_subjects(unit, is_common) for unit in (one.a, one.b)]
    return bool(sides[0] and sides[1]) and not sides[0] & sides[1]


def _subjects(unit: Unit, is_common: IsCommon) -> set[str]:
    """Return the names in the heading of a unit."""
    return {
        word.strip(".,:;()").casefold()
        for word in unit.block.under.split()
        if word[:1].isupper() and not is_common(word.strip(".,:;()").casefold())
    }


def _is_filled_in(one: Comparison, fewest: int) -> bool:
    """Say whether one frame was filled in twice: other names, or all figures other.

    `fewest` is how many figures there must be at the least. The same figures in other
    places fill in no frame.
    """
    edits = list(one.edits())
    changed = [edit for edit in edits if edit.kind in {"figure", "year"}]
    figures = sum(
        bool(one.b.readings[at].figure)
        for match in one.matches
        for at in range(*match.b)
    )
    here = sorted(values(one.a, [edit.a for edit in changed]))
    there = sorted(values(one.b, [edit.b for edit in changed]))
    if here == there:
        return False
    named = (edit for edit in edits if edit.kind == "name")
    names = any(is_renamed(one.a, one.b, edit) for edit in named)
    if names and len(changed) * 4 >= figures * 3:
        return True
    return len(changed) >= max(fewest, figures)


def _settled(
    clashes: Sequence[Clash],
    frames: dict[tuple[int, Span, int, Span], Frame],
    recurring: Recurring,
) -> tuple[list[Clash], list[Frame]]:
    """Tell forms that are filled in from contradictions, by how often they stand."""
    own = (one for one in clashes if not (one.near and agree(one.a.unit, one.b.unit)))
    forms = _forms(own, frames.values())
    filled = {mask for mask, held in forms.items() if _is_form(held)}
    pairs = [(one.a, one.b) for one in clashes], [pair[:2] for pair in frames.values()]
    listed = Counter(_lists(*pair) for some in pairs for pair in some)
    out: list[Clash] = []
    for one in clashes:
        if one.a.mask == one.b.mask and one.a.mask in filled and not one.alone:
            continue
        key = _lists(one.a, one.b)
        series = (key and listed[key] > 1) or _beside(one)
        if not one.near and (series or recurring.is_field(one.a, one.b)):
            frames[one.key] = one.a, one.b
        else:
            out.append(one)
    kept = [pair for pair in frames.values() if pair[0].mask not in filled]
    kept += [tuple(held.values()) for mask, held in forms.items() if mask in filled]
    sure = list(_unlisted([one for one in out if one.near], kept))
    sure += _alone([one for one in out if not one.near], kept)
    return sorted(sure, key=lambda one: one.key), sorted(kept, key=lambda f: f[0].key)


Forms = dict[tuple[str, ...], dict[tuple[str, ...], Statement]]


def _forms(clashes: Iterable[Clash], frames: Iterable[Frame]) -> Forms:
    """Return the statements by mask and by what their figures say."""
    out: Forms = {}
    pairs = [*((one.a, one.b) for one in clashes), *frames]
    found = sorted({side.key: side for pair in pairs for side in pair}.items())
    for _, side in found:
        out.setdefault(side.mask, {}).setdefault(side.values, side)
    return out


def _is_form(held: dict[tuple[str, ...], Statement]) -> bool:
    sections = {(one.page, one.unit.block.under) for one in held.values()}
    return len(held) >= MANY or (len(held) >= SERIES and len(sections) == len(held))


def _beside(one: Clash) -> bool:
    """Say whether two statements stand in one paragraph or list, as a series does."""
    a, b = one.a.unit, one.b.unit
    if a.block is b.block:
        return a.block.size < LONG
    return in_one_list(a, b)


def _unlisted(near: list[Clash], frames: list[Frame]) -> Iterator[Clash]:
    """Yield the clashes that are not two or more short items of the same two lists.

    “Price: 300 USD” and “Ratio: 125 %” beside “Price: 200 USD” and “Ratio: 175 %” are
    the particulars of two things: those are added to the frames.
    """

    def lists(one: Clash) -> tuple[int, ...]:
        short = max(side.hi - side.lo for side in (one.a, one.b)) < SHORTEST
        return _lists(one.a, one.b) if short else ()

    held = Counter(map(lists, near))
    for one in near:
        key = lists(one)
        if key and held[key] > 1:
            frames.append((one.a, one.b))
        else:
            yield one


def _lists(a: Statement, b: Statement) -> tuple[int, ...]:
    """Return which two lists two statements are items of; () where one is of none."""
    families = _list(a.unit), _list(b.unit)
    return (a.page, families[0], b.page, families[1]) if all(families) else ()


def _list(unit: Unit) -> int:
    """Return a number for the list that a unit is or stands in; 0 for neither."""
    block = unit.block
    while block.children:
        block = block.children[0]
    return block.family


def _alone(loose: list[Clash], frames: list[Frame]) -> Iterator[Clash]:
    """Yield the clashes that are no filled-in form of two sections.

    Sections under different headings that differ in one figure after another are:
    those are added to the frames.
    """
    for sections, group in groupby(sorted(loose, key=_sections), key=_sections):
        members = list(group)
        if len(members) > 1 and sections[0] != sections[1] and _are_close(members):
            frames += [(one.a, one.b) for one in members]
        else:
            yield from members


def _are_close(members: Iterable[Clash]) -> bool:
    """Say whether statements are much of what stands from the first to the last."""
    sides = zip(*((one.a.span, one.b.span) for one in members), strict=True)
    return all(
        sum(end - start for start, end in {*spans}) * CLOSE
        >= max(end for _, end in spans) - min(spans)[0]
        for spans in sides
    )


def _sections(one: Clash) -> tuple[tuple[int, str], tuple[int, str]]:
    sides = [(side.page, side.unit.block.under) for side in (one.a, one.b)]
    return sides[0], sides[1]
