"""Said again: the counts of a report in, those that differ from an earlier one, out.

`91 marketplace plugins` here, `92 marketplace plugins` there; `55 agents, 208 skills`
here, `60 agents, 229 skills` there. Neither is called a whole, so only large counts a
little apart are compared: of things named in two words, or of several things together.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from crossfoot.numbers.across.restated import are_cases
from crossfoot.numbers.across.suggest import Number
from crossfoot.numbers.language import IN_ALL, NARROWS, NO_THING, UNSURE
from crossfoot.numbers.stems import stem
from crossfoot.numbers.subjects import (
    TOKEN,
    VERSION,
    YEAR,
    are_titles,
    names,
    noun_after,
)

LEAST = 10
"""Counts below it are too often of something else."""
CLOSE = Decimal("0.9")
"""Share of the larger from which one of two counts is the other, gone stale."""
CLOSEST = Decimal("0.95")
"""The same of a thing named in one word."""
LONG = 10_000
"""Counts from which two that are all but equal are no chance."""
ALMOST = Decimal("0.999")
NEAR = Decimal("0.8")
"""The same where two things or more are counted together."""
LARGE = 50
"""Counts from which a thing named in one word will do."""
ROUND = 100
"""Counts from which one figure and noughts are no exact count."""
NAMED = 2
"""Words by which a thing is named, or things that are counted together."""
ANY_TIME = frozenset(
    {"now", "currently", "today", "can", "each", "more", "want", "let"}
)
"""Words that change nothing of what a count is of."""
MOST = 400
"""Numbers of one thing or series of a report that are compared at most."""
PLAIN = frozenset({""})
COMPOUND = re.compile(r"-([A-Za-z]{3,})(?:\s[A-Za-z]{3,}){2}\b")
"""What follows the number of a compound: a word, and two that it is said of."""


class Named(NamedTuple):
    """A number, what it counts, and how its sentence goes on."""

    number: Number
    value: Decimal
    thing: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Count:
    """A count, what it counts, and the time, version and names of its sentence."""

    number: Number
    value: Decimal
    thing: tuple[str, ...]
    rest: tuple[str, ...]
    """The first word after the thing, when it narrows it."""
    years: frozenset[str]
    versions: frozenset[str]
    names: frozenset[str]
    heading: frozenset[str]
    """Versions in the heading above it."""


Place = tuple[str, tuple[int, ...]]
"""A file, and a sentence of it."""
Counts = dict[tuple[str, ...], Count]
"""Counts by what they count."""


def again(numbers: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield each count with the earlier one of the same things that differs from it."""
    named = [one for one in map(_named, numbers) if one]
    often = Counter(one.thing[-1] for one in named)
    # What is counted once is compared with nothing.
    shared = (one for one in named if often[one.thing[-1]] > 1)
    counts = [one for one in map(_count, shared) if one]
    together = _together(counts)
    for one, two in (*_single(counts), *_exact(counts)):
        if not _are_two(together[_place(one)], together[_place(two)]):
            yield one.number, two.number
    yield from _series(together.values())


def _named(number: Number) -> Named | None:
    """Return a number as a count of what stands after it."""
    entry, said = number.entry, number.said
    if entry["unit"] != "count" or entry["comparator"] not in PLAIN:
        return None
    # A row's label says of what the numbers of its cells are.
    if entry["where"] == "cell":
        return None
    # “The 2025 grants” are those of a year.
    if not entry["value"].isdigit() or YEAR.fullmatch(entry["shown"]):
        return None
    value = Decimal(entry["value"])
    if value < LEAST or _is_round(value):
        return None
    noun, rest = _noun(said.after)
    return Named(number, value, tuple(map(stem, noun)), rest) if noun else None


def _count(one: Named) -> Count | None:
    """Return a count with the time, version and names of its sentence."""
    said = one.number.said
    sentence = f"{said.before} # {said.after}"
    words = {word.lower() for word in TOKEN.findall(sentence)}
    if words & UNSURE - ANY_TIME:
        return None
    after = TOKEN.findall(IN_ALL.sub("", one.rest))[:1]
    return Count(
        one.number,
        one.value,
        one.thing,
        tuple(word for word in after if word in NARROWS),
        frozenset(YEAR.findall(f"{sentence} {said.heading} {said.labels}")),
        frozenset(VERSION.findall(sentence)),
        names(sentence),
        frozenset(VERSION.findall(said.heading)),
    )


def _is_round(value: Decimal) -> bool:
    """Say whether a count is one figure and noughts: a limit, or an example."""
    return value >= ROUND and len(str(int(value)).rstrip("0")) == 1


def _noun(after: str) -> tuple[tuple[str, ...], str]:
    """Return what stands after a number as what it counts, and the rest.

    `17-pathway cilia reference` names as well as `17 garden tools` does.
    """
    compound = COMPOUND.match(after)
    if compound is not None:
        known = f"{compound[1]}s".lower() not in NO_THING
        words = tuple(f"-{compound[0][1:]}".lower().split())
        return (words if known else ()), after[compound.end() :]
    noun, rest = noun_after(after)
    return (() if noun and noun[-1] in NO_THING else noun), rest


def _together(counts: Sequence[Count]) -> dict[Place, Counts]:
    """Return what each sentence counts, by the things."""
    out: dict[Place, Counts] = {}
    for one in counts:
        out.setdefault(_place(one), {}).setdefault(one.thing, one)
    return out


def _place(one: Count) -> Place:
    return one.number.entry["file"], tuple(one.number.said.sentence)


def _are_two(first: Counts, other: Counts) -> bool:
    """Say whether two sentences count things of two cases: some are far apart."""
    shared = [(first[thing], other[thing]) for thing in first if thing in other]
    return any(not _is_near(*pair, NEAR) for pair in shared)


def _single(counts: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Count]] = {}
    for one in counts:
        if len(one.thing) >= NAMED or one.value >= LARGE:
            groups.setdefault((one.thing, one.rest), []).append(one)
    for held in groups.values():
        if len({one.value for one in held}) == 2:
            first = held[0]
            other = next(one for one in held if one.value != first.value)
            share = CLOSE if len(first.thing) >= NAMED else CLOSEST
            near = _is_near(first, other, share) and _is_scope(first, other)
            near = near and not are_titles(first.number, other.number)
            cases = are_cases(first.number, other.number, len(first.thing) < NAMED)
            if near and not cases:
                yield first, other


def _exact(counts: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Yield two long counts of things called alike that are all but equal.

    So near by chance are no two counts, whatever else their sentences name.
    """
    groups: dict[str, list[Count]] = {}
    for one in counts:
        if one.value >= LONG:
            groups.setdefault(one.thing[-1], []).append(one)
    for held in groups.values():
        first = held[0]
        others = [one for one in held if one.value != first.value]
        values = {one.value for one in held if _is_near(first, one, ALMOST)}
        other = next((one for one in others if one.value in values), None)
        if other and len(values) == NAMED and _is_time(first, other):
            yield first, other


def _series(together: Iterable[Counts]) -> Iterator[tuple[Number, Number]]:
    """Yield the counts of two sentences that count the same things together."""
    lists = [held for held in together if len(held) >= NAMED][:MOST]
    told: set[int] = set()
    for first, other in combinations(lists, 2):
        shared = [(first[thing], other[thing]) for thing in first if thing in other]
        if len(shared) < NAMED or not all(_is_scope(*pair) for pair in shared):
            continue
        if not all(_is_near(*pair, NEAR) for pair in shared):
            continue
        for one, two in shared:
            if one.value != two.value and id(two) not in told:
                told.add(id(two))
                yield one.number, two.number


def _is_near(one: Count, two: Count, share: Decimal) -> bool:
    low, high = sorted((one.value, two.value))
    return low >= high * share


def _is_scope(one: Count, two: Count) -> bool:
    """Say whether two counts may speak of one time, version and place."""
    named = one.names <= two.names or two.names <= one.names
    return named and _is_time(one, two)


def _is_time(one: Count, two: Count) -> bool:
    """Say whether two counts stand apart and speak of one time and version."""
    a, b = one.number, two.number
    beside = a.entry["file"] == b.entry["file"]
    if beside and a.said.sentence[0] == b.said.sentence[0]:
        return False
    if one.years != two.years or one.heading != two.heading:
        return False
    return not (one.versions and two.versions) or one.versions == two.versions
