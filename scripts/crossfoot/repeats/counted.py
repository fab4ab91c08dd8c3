"""Counted cases: headings in, which of several cases a passage is about out.

What holds in Experiment 1, or was said on 3 May 2024, need not hold in Experiment 3 or
on another day, however deep below that heading it is said.
"""

import re
from itertools import pairwise

from crossfoot.amounts import english
from crossfoot.repeats.language import read

CASES = frozenset(
    (
        *("case", "example", "exercise", "level", "option", "phase", "release"),
        *("round", "sample", "scenario", "stage", "step", "tier", "variant"),
        *("version", "experiment", "study", "trial", "wave", "site", "survey"),
    )
)
"""Words that count cases."""

DAY = "date"
"""What counts cases that are days."""
MONTHS = frozenset(name.lower() for name in english.MONTHS)
YEAR = re.compile(r"(?:19|20)\d\d")
ONE_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
DAY_OF_MONTH = re.compile(rf"{ONE_DAY}(?:[-–/]{ONE_DAY})?")
"""Of one day, or of two: 6/7 May."""
DATE = re.compile(r"\b(?:19|20)\d\d([-/.])[01]?\d\1[0-3]?\d\b")
"""A date in figures: 2024-05-03."""

Cases = tuple[tuple[int, str], ...]
"""The headings that a passage stands under, each with its level and what it counts."""


def counted(heading: str) -> str:
    """Return what a heading counts as one of several cases, or ""."""
    norms = [norm for word in heading.split() if (norm := read(word).norm)]
    number = norms[1] if len(norms) > 1 and norms[0] in CASES else ""
    if number[:1].isdigit() or len(number) == 1:
        return f"{norms[0]} {number}"
    if found := DATE.search(heading):
        return f"{DAY} {found[0]}"
    month = next((norm for norm in norms if norm in MONTHS), "")
    if month and any(map(YEAR.fullmatch, norms)):
        return f"{DAY} {month} {' '.join(filter(str.isdigit, norms))}"
    return ""


def is_day(heading: str) -> bool:
    """Say whether a heading names a day, with or without its year: Sep 11 meeting."""
    norms = [norm for word in heading.split() if (norm := read(word).norm)]
    beside = pairwise(norms)
    return is_dated(counted(heading)) or any(
        {one, other} & MONTHS and any(map(DAY_OF_MONTH.fullmatch, (one, other)))
        for one, other in beside
    )


def entered(cases: Cases, level: int, heading: str) -> Cases:
    """Return the cases that what stands under a heading is about."""
    above = tuple(one for one in cases if one[0] < level)
    name = counted(heading)
    return (*above, (level, name)) if name else above


def is_dated(case: str) -> bool:
    """Say whether a case is a day."""
    return case.startswith(f"{DAY} ")


def are_apart(here: str, there: str) -> bool:
    """Say whether two cases are counted by one word and another number."""
    same = here.partition(" ")[0] == there.partition(" ")[0] != ""
    return same and here != there
