"""Referents: two statements in, whether words that point out of them say two cases out.

`She` is whom the text before names, and the years of a sentence that are all later by
as much are those of another period.
"""

from crossfoot.places import Span
from crossfoot.repeats.clashes import Clash, Statement
from crossfoot.repeats.language import read
from crossfoot.repeats.stems import stem
from crossfoot.repeats.titles import YEAR
from crossfoot.repeats.wording import PERSONS

QUOTES = "\"'“‘(*_["
"""What may stand before a name."""
PERIOD = TWO = 2
"""Years from which on a sentence compares periods, and one of either statement."""


def are_two_people(one: Clash) -> bool:
    """Say whether statements on `he` or `she` follow upon names of two people.

    Of copies the names are compared with all else.
    """
    if one.near:
        return False
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


def are_two_periods(one: Clash) -> bool:
    """Say whether nothing differs but years, which are all later by as many.

    A figure that stays would be of one period.
    """
    pairs = [_years(one.a, edit.a) + _years(one.b, edit.b) for edit in one.edits]
    sides = one.a.values, one.b.values
    if len(pairs) < PERIOD or not all(len(pair) == TWO for pair in pairs):
        return False
    apart = {there - here for here, there in pairs}
    return len(apart) == 1 and all(len(side) == len(pairs) for side in sides)


def _years(one: Statement, span: Span) -> list[int]:
    return [int(norm) for norm in one.unit.norms[slice(*span)] if YEAR.fullmatch(norm)]
