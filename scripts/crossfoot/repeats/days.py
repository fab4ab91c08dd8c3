"""Days: two statements and their dates in, whether those change what they say out.

A figure of another day may be another: who came, what is left. What was so in a year
that is past on both days is so on either, and a slip of the pen belongs to no day.
"""

from collections.abc import Iterator
from itertools import chain

from crossfoot.repeats.cases import FIGURES, is_kept, is_misprint, is_swapped
from crossfoot.repeats.clashes import Clash, Statement
from crossfoot.repeats.compare import Comparison, Match
from crossfoot.repeats.language import is_time, is_year
from crossfoot.repeats.referents import ENTRY
from crossfoot.repeats.titles import (
    QUARTER,
    announced,
    are_dated_apart,
    are_on_days,
    dated,
)
from crossfoot.repeats.units import Unit
from crossfoot.repeats.wording import PERIODS

PARTS = frozenset({"quarter", "half"})
"""What words that count in `PERIODS` have to count to be times: the first quarter."""
COUNTING = frozenset({"first", "second", "third", "fourth", "last", "next", "previous"})


def is_other_time(one: Comparison, match: Match) -> bool:
    """Say whether nothing but a month, a weekday or a quarter differs.

    And no heading, title or date above tells of two times.
    """
    edits = [edit for edit in match.edits if edit.kind != "light"]
    if [edit.kind for edit in edits] != ["name"]:
        return False
    sides = (one.a, edits[0].a), (one.b, edits[0].b)
    if not all(words[0] < words[1] for _, words in sides):
        return False
    if not all(_is_time(unit, at) for unit, words in sides for at in range(*words)):
        return False
    said = {norm for unit, words in sides for norm in unit.norms[slice(*words)]}
    apart = are_on_days(one.a, one.b) or are_dated_apart(one.a, one.b)
    return not apart and said.isdisjoint(announced(one.a) | announced(one.b))


def _is_time(unit: Unit, at: int) -> bool:
    norm = unit.norms[at]
    if norm in COUNTING:
        return not PARTS.isdisjoint(unit.norms[at + 1 : at + 2])
    named = is_time(unit.words[at][0]) or QUARTER.fullmatch(norm)
    return bool(named) or norm in PERIODS - PARTS


def are_on_two_days(one: Clash) -> bool:
    """Say whether figures differ below two dates, or in files of two dates.

    What is a duty on one day is on the other.
    """
    if is_swapped(one) or any(edit.kind not in FIGURES for edit in one.edits):
        return False
    return _are_dated(one) and (_is_entry(one) or not _is_of_no_day(one))


def _are_dated(one: Clash) -> bool:
    """Say whether two statements stand below two dates, or in files of two dates."""
    sides = one.a.unit, one.b.unit
    return are_on_days(*sides) or are_dated_apart(*sides)


def _is_entry(one: Clash) -> bool:
    """Say whether numbers of entries differ, of which each day has its own."""
    return any(ENTRY.fullmatch(one.a.unit.words[edit.a[0]][0]) for edit in one.edits)


def _is_of_no_day(one: Clash) -> bool:
    """Say whether a slip, or a figure among many that stayed, is all that differs.

    Or what is said is of a year that was past on both days.
    """
    return is_misprint(one) or is_kept(one) or _is_past(one)


def _is_past(one: Clash) -> bool:
    """Say whether both statements name years that were past on the day of either."""
    sides = one.a, one.b
    days = [year for side in sides for year in dated(side.unit)]
    told = [list(_years(side)) for side in sides]
    return all(told) and max(chain(*told)) < min(days, default="")


def _years(one: Statement) -> Iterator[str]:
    """Yield the years that a statement names."""
    words = one.unit.words
    for at in range(one.lo, one.hi):
        if is_year(words[at][0], words[at - 1][0] if at else ""):
            yield one.unit.readings[at].figure
