"""Labels: what a row or column is called in, what it is in a sum out."""

import re
from typing import Literal

from crossfoot.amounts import english_sums
from crossfoot.amounts.english import MONEY
from crossfoot.amounts.patterns import any_of
from crossfoot.amounts.signs import READ

Kind = Literal["total", "weak", "aside", "section", "part"]
"""`total` and `weak` lines may be sums; an `aside` is no part of one; a `section`
heads the lines below it."""

WHOLES = frozenset({"total", "weak"})
"""Kinds of rows that may be the whole of which one is a share."""
TOTAL = re.compile(
    rf"\W*{english_sums.TOTAL}(?:\b|(?-i:(?=[A-Z])))|.*\b{english_sums.TOTAL}\W*$"
    rf"|\W*(?:{any_of(english_sums.TOTAL_ALSO)})\W*(?:\([^()]{{1,20}}\))?\W*$",
    re.IGNORECASE,
)
ENDS = re.compile(rf".*\b{english_sums.TOTAL}\W*$", re.IGNORECASE)
BARE = re.compile(
    rf"[^\w\ufffc]*(?:{english_sums.TOTAL}|{any_of(english_sums.TOTAL_ALSO)})\W*(?:\([^()]{{1,20}}\))?\W*$",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    rf"\b(?:{any_of(english_sums.NO_TOTAL)})\b|\(\D{{0,3}}[0-9][0-9,.]*\s{english_sums.TOTAL}",
    re.IGNORECASE,
)
PERIODIC = re.compile(rf"\b(?:{any_of(english_sums.PERIODIC)})\b", re.IGNORECASE)
PER_PERIOD = re.compile(
    rf"\W*(?:{any_of(english_sums.PERIODIC)})(?:\s(?:{any_of(english_sums.PER_PERIOD)}))?\W*$"
    rf"|.*\b(?:{any_of(english_sums.PERIODIC)})\W*$",
    re.IGNORECASE,
)
MEANT = re.compile(rf"\b(?:{any_of(english_sums.MEANT)})\b", re.IGNORECASE)
MEASURED = re.compile(rf"\W*(?:{any_of(english_sums.MEASURED)})\b", re.IGNORECASE)
WEAK = re.compile(
    rf"\W*(?:{any_of(english_sums.WEAK_TOTAL)})\b(?!\s+other)", re.IGNORECASE
)
NET = re.compile(rf"\W*(?:{any_of(english_sums.NET)})\b", re.IGNORECASE)
NETTED = re.compile(rf"\b{english_sums.NET[0]}\b", re.IGNORECASE)
LEFT = re.compile(rf"\W*(?:{any_of(english_sums.LEFT)})\b", re.IGNORECASE)
LESS = re.compile(rf"\W*(?:{any_of(english_sums.LESS)})\b(?!\s+than)", re.IGNORECASE)
NO_PART = re.compile(
    rf"\W*(?:{any_of(english_sums.NO_PART)})\b|\W*%|.*\bof\s(?:the\s)?total\W*$"
    rf"|\W*(?:{any_of(english_sums.NO_PART_ALONE)})(?:\W*$|\s?[(%]"
    rf"|\s(?:{any_of(english_sums.OF_SOMETHING)})\b)",
    re.IGNORECASE,
)
NAMED_TOTAL = re.compile(rf"\b{english_sums.TOTAL}\b", re.IGNORECASE)
UNIT = re.compile(rf"(?<!\w)(?:{any_of(english_sums.UNITS)})(?!\w)", re.IGNORECASE)
MEASURE = re.compile(
    rf"\(((?:[^()]{{0,20}}\W)?(?:{any_of(english_sums.THOUSANDS)}|1,000(?:,000)*|[%{''.join(READ)}]"
    rf"|{any_of(MONEY)}|{any_of(english_sums.UNITS)})s?(?:\W[^()]{{0,20}})?)\)[\W\d]*\Z",
    re.IGNORECASE,
)
"""What a label says last that its numbers are in: `Pay (million pounds)`."""
COUNTED = re.compile(r"\(\s*([0-9]{1,4})\s[^\W\d_]+[^()]{0,20}\)")
ELIDED = re.compile(r"[.…\s\[\]()]+")
CHILD = re.compile(r"\s*(?:[·•∙◦▪‣↳└├│|>–—-]|\.{2,}|o/w\b)")
"""How the label of a row starts that is a part of the row above it."""


def kind_of(label: str) -> Kind:
    """Return what a line with numbers is in a sum, by its label."""
    if NO_PART.match(label):
        return "aside"
    if TOTAL.match(label):
        another = ANOTHER.search(label) or MEANT.search(label)
        return "aside" if another else "total"
    if PER_PERIOD.match(label) or MEANT.search(label):
        return "aside"
    return "weak" if WEAK.match(label) else "part"


def is_periodic(label: str) -> bool:
    """Say whether a label is that of a month or a quarter of something."""
    return PERIODIC.search(label) is not None


def is_net(label: str) -> bool:
    """Say whether a label may be that of one amount less others."""
    return NET.match(label) is not None


def is_netted(label: str) -> bool:
    """Say whether a label says anywhere that its amount is what is left of another."""
    return NETTED.search(label) is not None


def is_left(label: str) -> bool:
    """Say whether a label is that of what income leaves after what was spent."""
    return LEFT.match(label) is not None


def is_less(label: str) -> bool:
    """Say whether a label says that its amount is taken away, whatever its sign."""
    return LESS.match(label) is not None


def measures(heading: str) -> bool:
    """Say whether a heading names a unit in which things are measured, not counted."""
    return UNIT.search(heading) is not None


def counted(label: str) -> int:
    """Return how many rows a label says it totals, as `Total (75 towns)`, or 0."""
    found = COUNTED.search(label)
    return int(found[1]) if found else 0


def measure_of(label: str) -> str:
    """Return what a label says in brackets that its numbers are in, or nothing."""
    found = MEASURE.search(label)
    return found[1].casefold() if found else ""


def is_elided(label: str) -> bool:
    """Say whether a label is only dots: rows are left out here."""
    return bool(label) and ELIDED.fullmatch(label) is not None


def is_child(label: str) -> bool:
    """Say whether a label is written as a part of the row above."""
    return CHILD.match(label) is not None


def is_bare(label: str) -> bool:
    """Say whether a label says `total` and no more: the sum of what is there.

    One such as `Total people` may count what the rows above do not add up to.
    """
    return BARE.match(label) is not None


def ends_so(label: str) -> bool:
    """Say whether a label ends in `total`, as `Team total` does."""
    return ENDS.match(label) is not None


def is_total_of(label: str, heading: str) -> bool:
    """Say whether a label calls itself the total of what a heading names."""
    name = name_of(label)
    return bool(name) and name == plain(heading)


def name_of(label: str) -> str:
    """Return what a label calls itself the total of, as `plain` gives it."""
    return plain(NAMED_TOTAL.sub("", label))


def plain(text: str) -> str:
    """Return the words of a text without case, marks and the last plural."""
    return " ".join(re.findall(r"\w+", text.casefold())).removesuffix("s")


def are_measures(heading: str) -> bool:
    """Say whether the labels under a heading name measures, which do not add up."""
    return MEASURED.match(heading) is not None
