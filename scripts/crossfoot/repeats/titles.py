"""Titles: what headings announce of the passages under them."""

import re

from crossfoot.repeats.language import read
from crossfoot.repeats.units import Unit

YEAR = re.compile(r"(?:1[89]|20)\d\d")
"""A year, as it stands in a title."""


def years_apart(here: str, there: str) -> int:
    """Return how many years lie between two headings of one form; 0: they have none."""
    sides = [
        {read(word).norm for word in side.split()} - {""} for side in (here, there)
    ]
    years = [[int(w) for w in side if YEAR.fullmatch(w)] for side in sides]
    bare = [{w for w in side if not read(w).figure} for side in sides]
    alike = len(bare[0] & bare[1]) * 3 >= max(map(len, bare)) * 2
    if [len(side) for side in years] != [1, 1] or not alike:
        return 0
    return years[1][0] - years[0][0]


def announced(unit: Unit) -> set[str]:
    """Return the words of a chapter's title and of the heading a unit stands under."""
    return {read(word).norm for word in f"{unit.title} {unit.block.under}".split()}
