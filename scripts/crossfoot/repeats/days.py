"""Days: two statements below two dates in, whether a day changes what they say out.

A figure of another day may be another: who came, what is left. What was so in a year
that is past on both days is so on either, and a slip of the pen belongs to no day.
"""

import re
from collections.abc import Iterator
from itertools import chain

from crossfoot.repeats.cases import FIGURES, is_kept, is_misprint, is_swapped
from crossfoot.repeats.clashes import Clash, Statement
from crossfoot.repeats.language import is_year
from crossfoot.repeats.titles import are_dated_apart, are_on_days, dated

ENTRY = re.compile(r"\W*#\d+\W*")
"""What names an entry in a list, which has one of its own on each day: #4."""


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
    """Say whether numbers of entries differ."""
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
