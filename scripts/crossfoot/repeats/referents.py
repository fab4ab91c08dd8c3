"""Referents: two statements in, whether they speak of two things by what they name out.

`She` is whom the text before names; years that are all later by as much are those of
another period; who gives both figures knows of both; and what each passage says twice
is no slip.
"""

import re
from collections import Counter
from collections.abc import Iterable

from crossfoot.places import Span
from crossfoot.repeats.clashes import Clash, Statement
from crossfoot.repeats.compare import QUOTES
from crossfoot.repeats.language import read
from crossfoot.repeats.stems import stem
from crossfoot.repeats.titles import YEAR
from crossfoot.repeats.wording import NEGATIONS, PERSONS

ENTRY = re.compile(r"\W*#\d+\W*")
"""What is named by its number, as an entry of a list is: `#2`."""
COUNTED = re.compile(r"[\W_]*(?:#\d+|\d+[.:)\]])[\W_]*")
"""What counts paragraphs: `[2]:`, `3.`, `#4`."""
DASHED = re.compile(r"\d{1,4}\s[-–—]\s")
"""The same with a dash behind it."""
STEP = re.compile(r"[*_]*[A-Z][a-z]+\s\d{1,3}[*_]*\s?(?:[-–—:)]|\.(?!\d))")
RANGE = re.compile(r"(\d+(?:\.\d+)?)[-–](\d+(?:\.\d+)?)")
AGAIN = 2
"""Times that a passage says a figure from which on it is its own."""
NUMBER = re.compile(r"\d{1,4}")
SERIES = TWO = 2
"""Figures by which a sentence has its place in a series, and one of either side."""


def are_of_two(one: Clash) -> bool:
    """Say whether two statements are of two things; their figures are not swapped."""
    return (
        _are_further_on(one)
        or _are_numbered(one)
        or _are_ranges(one)
        or (not one.near and _are_apart(one))
    )


def _are_apart(one: Clash) -> bool:
    """Say the same of statements in other passages; in copies it is a slip."""
    return (
        _are_two_people(one)
        or _are_told_of(one)
        or _are_said_twice(one)
        or _are_opposites(one)
    )


def _are_opposites(one: Clash) -> bool:
    """Say whether one sentence denies two things, and the other one neither of them.

    What gives no shelter should not be used, and what gives it should.
    """
    denials = [
        sum(norm in NEGATIONS for norm in side.unit.norms[slice(*_sentence(side))])
        for side in (one.a, one.b)
    ]
    return (
        all(edit.kind == "negation" for edit in one.edits)
        and min(denials) == 0
        and max(denials) > len(one.edits)
    )


def _sentence(one: Statement) -> Span:
    """Return the whole sentence that a statement stands in."""
    spans = (span for span in one.unit.sentences if span[0] <= one.lo < span[1])
    return next(spans, (one.lo, one.hi))


def _are_two_people(one: Clash) -> bool:
    """Say whether statements on `he` or `she` follow upon names of two people."""
    who = [_named(side) for side in (one.a, one.b)]
    return all(who) and who[0].isdisjoint(who[1])


def _named(one: Statement) -> set[str]:
    """Return the names before a sentence on `he` or `she`, or those of the heading."""
    unit = one.unit
    if unit.norms[one.lo] not in PERSONS:
        return set()
    before = [word for word, *_ in unit.words[: one.lo]] or unit.block.under.split()
    norms = {read(word).norm for word in before if word.lstrip(QUOTES)[:1].isupper()}
    return {norm for norm in norms if stem(norm)}


def _are_further_on(one: Clash) -> bool:
    """Say whether nothing differs but years, or labels, all of them further by as many.

    A figure that stays would be of one period: step 6 and step 7 are to step 5 what
    step 7 and step 8 are to step 6.
    """
    kinds = {edit.kind for edit in one.edits}
    form = NUMBER if kinds == {"label"} else YEAR
    pairs = [
        _found(form, one.a, edit.a) + _found(form, one.b, edit.b) for edit in one.edits
    ]
    sides = one.a.values, one.b.values
    if len(pairs) < SERIES or not all(len(pair) == TWO for pair in pairs):
        return False
    apart = {there - here for here, there in pairs}
    return len(apart) == 1 and all(len(side) == len(pairs) for side in sides)


def _found(form: re.Pattern[str], one: Statement, span: Span) -> list[int]:
    return [int(norm) for norm in one.unit.norms[slice(*span)] if form.fullmatch(norm)]


def _are_told_of(one: Clash) -> bool:
    """Say whether a sentence gives the figure of the other one as well as its own.

    “4,750, where 9,500 were allowed before” does not contradict the 9,500.
    """
    here, there = _around(one)
    return any(
        (b and b <= here - there) or (a and a <= there - here)
        for a, b in _differing(one)
    )


def _are_ranges(one: Clash) -> bool:
    """Say whether a sentence gives both ends of the range of the other one: 0-1."""
    here, there = _around(one)
    return all(
        (_ends(b) and _ends(b) <= here | a) or (_ends(a) and _ends(a) <= there | b)
        for a, b in _differing(one)
    )


def _differing(one: Clash) -> list[tuple[set[str], set[str]]]:
    """Return the figures of either side that differ."""
    return [(_figures(one.a, edit.a), _figures(one.b, edit.b)) for edit in one.edits]


def _around(one: Clash) -> tuple[set[str], set[str]]:
    """Return the figures of both sentences beside those that differ."""
    return (
        _beside(one.a, [edit.a for edit in one.edits]),
        _beside(one.b, [edit.b for edit in one.edits]),
    )


def _figures(one: Statement, span: Span) -> set[str]:
    return {each.figure for each in one.unit.readings[slice(*span)]} - {""}


def _beside(one: Statement, own: Iterable[Span]) -> set[str]:
    """Return the figures of a sentence beside those in some ranges of words."""
    apart = {at for span in own for at in range(*span)}
    told = one.unit.readings
    rest = (at for at in range(*_sentence(one)) if at not in apart)
    return {told[at].figure for at in rest} - {""}


def _ends(figures: set[str]) -> set[str]:
    """Return the ends of the ranges among figures."""
    found = (RANGE.fullmatch(each) for each in figures)
    return {read(end).figure for each in found if each for end in each.groups()}


def _are_said_twice(one: Clash) -> bool:
    """Say whether each passage has its own figure twice, and not the other one's."""
    here, there = (
        Counter(each.figure for each in side.unit.readings) for side in (one.a, one.b)
    )
    return all(
        a
        and b
        and all(here[x] >= AGAIN and not there[x] for x in a)
        and all(there[x] >= AGAIN and not here[x] for x in b)
        for a, b in _differing(one)
    )


def _are_numbered(one: Clash) -> bool:
    """Say whether nothing differs but the numbers of things called by it: `#2`."""
    words = (
        side.unit.words[at][0]
        for edit in one.edits
        for side, span in ((one.a, edit.a), (one.b, edit.b))
        for at in range(*span)
    )
    return all(map(ENTRY.fullmatch, words))


def is_counted(one: Clash) -> bool:
    """Say whether two passages of a chapter start with numbers that count them."""
    starts = [side.unit.words[0] for side in (one.a, one.b)]
    here = one.a.page == one.b.page and starts[0][0] != starts[1][0]
    counted = all(
        COUNTED.fullmatch(word) or DASHED.match(side.unit.source, start)
        for side, (word, start, _) in zip((one.a, one.b), starts, strict=True)
    )
    return (here and counted) or _are_steps(one)


def _are_steps(one: Clash) -> bool:
    """Say whether nothing differs but the number of a label that leads in."""
    sides = (one.a, [edit.a for edit in one.edits]), (one.b, [e.b for e in one.edits])
    return all(
        spans == [(1, 2)] and STEP.match(side.unit.source, side.unit.words[0][1])
        for side, spans in sides
    )
