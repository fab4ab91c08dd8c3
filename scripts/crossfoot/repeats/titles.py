"""Titles: what headings announce of the passages under them."""

import re

from crossfoot.repeats.counted import are_apart, counted, is_dated, is_day
from crossfoot.repeats.language import NAMED, read
from crossfoot.repeats.stems import stem
from crossfoot.repeats.units import Unit
from crossfoot.repeats.wording import LIGHT, unit

YEAR = re.compile(r"(?:1[89]|20)\d\d")
"""A year, as it stands in a title."""

DATE = re.compile(r"\b(?:1[89]|20)\d\d [01]\d [0-3]\d\b")
"""A date in the name of a file, as words."""
CODE = re.compile(r"[`*\[]*(?P<form>[A-Z]{2,})[- _]?\d{3,}(?:[-.]\d+)*\b.*")
"""A heading that starts with what things of one kind are called: `CVE-2023-20014`."""
QUARTER = re.compile(r"q[1-4]")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where a word of a heading starts inside one: `RateMax`."""
PERIOD = 2
"""Words of a heading that is a period, such as `3 months`."""


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


def editions_apart(a: Unit, b: Unit) -> int:
    """Return how many years lie between the titles of two chapters, or their files.

    A file that is named by a day, or by figures alone, is no edition.
    """
    named = not any(_is_of_a_day(unit) for unit in (a, b))
    names = (a.title, b.title), (a.file, b.file) if named else ("", "")
    return next(filter(None, (years_apart(*pair) for pair in names)), 0)


def _is_of_a_day(unit: Unit) -> bool:
    """Say whether a chapter's file bears a date, or no name at all."""
    named = any(map(str.isalpha, unit.file.split()))
    return not named or DATE.search(unit.file) is not None


def are_dated_apart(a: Unit, b: Unit) -> bool:
    """Say whether two files bear names and two dates, as minutes and posts do."""
    dates = [DATE.search(unit.file) for unit in (a, b)]
    named = all(any(map(str.isalpha, unit.file.split())) for unit in (a, b))
    other = dates[0] and dates[1] and dates[0][0] != dates[1][0]
    return named and bool(other)


def are_on_days(a: Unit, b: Unit) -> bool:
    """Say whether two units stand below two dates, with or without their years."""
    cases = a.block.case, b.block.case
    if is_dated(cases[0]) and are_apart(*cases):
        return True
    heads = a.block.under, b.block.under
    return all(map(is_day, heads)) and (
        heads[0] != heads[1] or editions_apart(a, b) != 0
    )


def dated(unit: Unit) -> list[str]:
    """Return the years that what stands above a unit names, such as its file."""
    block = unit.block
    return YEAR.findall(f"{unit.file} {unit.title} {block.under} {block.case}")


def announced(unit: Unit) -> set[str]:
    """Return the words of a chapter's title and of the heading a unit stands under.

    The date in the name of its file is announced, too: of 2020 07 01 the 1 and the 01.
    """
    day = DATE.search(unit.file)
    parts = day[0].split() if day else []
    words = f"{unit.title} {unit.block.under}".split()
    return {
        *(read(word).norm for word in words),
        *parts,
        *(part.lstrip("0") for part in parts),
    }


def quarters_apart(a: Unit, b: Unit) -> bool:
    """Say whether two chapters, by their titles or files, are of two quarters."""
    return any(map(_are_quarters, (a.title, a.file), (b.title, b.file)))


def _are_quarters(here: str, there: str) -> bool:
    sides = [{*side.casefold().split()} for side in (here, there)]
    told = [{word for word in side if QUARTER.fullmatch(word)} for side in sides]
    rest = [side - of for side, of in zip(sides, told, strict=True)]
    named = [{word for word in side if word.isalpha()} for side in rest]
    alike = len(named[0] & named[1]) * 2 >= max(map(len, named)) > 0
    return alike and all(len(one) == 1 for one in told) and told[0] != told[1]


def are_parallel(here: str, there: str) -> bool:
    """Say whether two headings of one form name two cases.

    They share half of the words of the longer one, one of them a word that says what
    they are about, and each has a word of its own. Or they are periods, as 1 week and 3
    months; or a word that counts cases comes before the numbers in which they differ:
    Example 1, Example 3. Or each is a code of one form. Numbers of chapters and parts
    count what a report is made of, and no cases.
    """
    sides = [
        [norm for word in CAMEL.sub(" ", side).split() if (norm := read(word).norm)]
        for side in (here, there)
    ]
    if not all(sides) or sides[0] == sides[1]:
        return False
    codes = [CODE.fullmatch(side) for side in (here, there)]
    if codes[0] and codes[1] and codes[0]["form"] == codes[1]["form"]:
        return True
    cases = counted(here), counted(there)
    if are_apart(*cases) or (cases[0] == cases[1] != ""):
        return cases[0] != cases[1]
    if _are_periods(here, there):
        return True
    told = [{word for word in side if word not in LIGHT} for side in sides]
    named = [{word for word in side if not _is_figure(word)} for side in told]
    shared = {word for word in (named[0] & named[1]) - NAMED if stem(word)}
    own = named[0] - named[1], named[1] - named[0]
    both = len(told[0] & told[1])
    return bool(all(own) and shared) and both * 2 >= max(map(len, told))


def _is_figure(word: str) -> bool:
    return bool(read(word).figure)


def _are_periods(here: str, there: str) -> bool:
    """Say whether headings are nothing but figures and the units that they count.

    “3 months” is one, and “3. Notice” is not.
    """
    sides = here.split(), there.split()
    if any(len(words) != PERIOD or not _is_amount(words[0]) for words in sides):
        return False
    nouns = [read(words[1]).norm for words in sides]
    return nouns[0] == nouns[1] or all(unit([noun]) for noun in nouns)


def _is_amount(word: str) -> bool:
    """Say whether a word is a figure, and no number of a section: 3, not “3.”."""
    return word[-1:] not in {".", ")", ":"} and _is_figure(word)
