"""Restated numbers: a report's numbers in; those of one statement that differ, out.

A summary says in other words what a chapter says: `a further £230m is requested for
roads` here, `for roads, a further £203m is requested` there. Two numbers that are a
slip of the keys apart, in statements of which one says all that the other says, are
seldom two facts: of two numbers of three figures one in thirty is so by chance, and of
two of two figures, exchanged, one in a hundred.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossfoot.numbers.language import LIGHT, TIMELY
from crossfoot.numbers.stems import VERBAL, WORD, roots, start_of, stem
from crossfoot.numbers.subjects import VERSION, YEAR, names, noun_after
from crossfoot.numbers.suggest import Number

LEAST_DIGITS = 2
CLEAR_DIGITS = 3
"""Figures of which one may be another by a slip; of fewer two are exchanged."""
SURE_DIGITS = 4
"""Figures from which each statement may have a word that the other has not."""
LEAST_WORDS = 2
"""Telling words of a statement, what is counted among them."""
VARIETY = 3
"""Different numbers of one statement from which each is of another case."""
MOST = 60
"""Numbers of one print but for a figure that are compared at most."""
MOST_TOLD = 100
"""Numbers that are told, so that no report takes long."""
SENTENCES = 8192
CLAUSE_END = re.compile(
    r"[;:–—(]|,\s(?:of|which|who|while|whereas|but|and|with|most)(?:\s|\Z)"
)
BOUND = frozenset({"checked", "inserted"})
PLAIN = frozenset({"", "about", "over", "nearly", "under", "further"})
PROSE = frozenset({"text", "heading", "caption", "note"})


HELPERS = frozenset(VERBAL.sub("", stem(word)) for word in LIGHT)
"""Roots of verbs that one statement may have in place of another."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A number and the telling words around it."""

    number: Number
    clause: frozenset[str]
    """Of the clause that it stands in."""
    sentence: frozenset[str]
    thing: frozenset[str]
    """What it counts, where it is a count and says so."""
    years: frozenset[str]
    versions: frozenset[str]
    above: frozenset[str]
    """Versions in the heading above it."""
    times: frozenset[str]
    """Words such as last, planned or expected."""
    names: frozenset[str]
    """Of the clause."""
    words: frozenset[str]
    """Of the sentence, as they are written."""


def restated(numbers: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield each number with the earlier one that says the same but for a slip."""
    told: set[int] = set()
    statements: dict[int, Statement] = {}
    for first, other in _pairs(numbers):
        if other in told or _is_beside(numbers[first], numbers[other]):
            continue
        for at in (first, other):
            if at not in statements:
                statements[at] = statement(numbers[at])
        one, two = statements[first], statements[other]
        if say_the_same(one, two) and not is_form(numbers, one, two):
            told.add(other)
            yield numbers[first], numbers[other]
        if len(told) == MOST_TOLD:
            return


def _pairs(numbers: Sequence[Number]) -> Iterator[tuple[int, int]]:
    """Yield the places of two numbers of one unit that are a slip apart, in order."""
    held: dict[tuple[str, str], list[int]] = {}
    for at, number in enumerate(numbers):
        for key in _keys(number):
            held.setdefault(key, []).append(at)
    found = {
        (one, other)
        for group in held.values()
        if 1 < len(group) <= MOST
        for k, one in enumerate(group)
        for other in group[k + 1 :]
        if _is_slip(numbers[one].entry, numbers[other].entry)
    }
    yield from sorted(found)


def is_prose(number: Number) -> bool:
    """Say whether a quantity stands in running text, and is no range or bound."""
    entry = number.entry
    plain = entry["comparator"] in PLAIN
    return plain and entry["where"] in PROSE and bool(entry["unit"])


def _keys(number: Number) -> Iterator[tuple[str, str]]:
    """Yield what a number has in common with those that are a slip away from it."""
    if is_prose(number):
        unit = number.entry["unit"]
        yield from ((unit, one) for one in _prints(number.entry["value"]))


@lru_cache(SENTENCES)
def _prints(value: str) -> tuple[str, ...]:
    """Return the figures of a number but one, each in turn, and all in their order."""
    digits = value.replace(".", "").lstrip("-0")
    if len(digits.rstrip("0")) < LEAST_DIGITS:
        return ()
    whole = digits if len(digits) >= CLEAR_DIGITS else ""
    but = (f"{whole[:at]}_{whole[at + 1 :]}" for at in range(len(whole)))
    return "".join(sorted(digits)), *but


def _is_slip(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Say whether one figure, or two exchanged, make two numbers of one another."""
    a, b = str(one["value"]), str(other["value"])
    if a == b or len(a) != len(b) or {one["state"], other["state"]} <= BOUND:
        return False
    apart = [at for at, pair in enumerate(zip(a, b, strict=True)) if pair[0] != pair[1]]
    figures = len(a.replace(".", "").strip("-0"))
    if len(apart) == 1:
        return figures >= CLEAR_DIGITS
    first, last = apart[0], apart[-1]
    here, there = a[first : last + 1], b[first : last + 1]
    return here == there[::-1] and len(here.replace(".", "")) == LEAST_DIGITS


def _is_beside(one: Number, other: Number) -> bool:
    """Say whether two numbers stand under one heading, where they are of two cases."""
    same = one.entry["file"] == other.entry["file"]
    return same and one.said.heading == other.said.heading


def statement(number: Number) -> Statement:
    """Return a number with the telling words of its clause and of its sentence."""
    said = number.said
    return Statement(number, *_told(said.before, said.after, said.heading))


Words = tuple[frozenset[str], ...]


@lru_cache(SENTENCES)
def _told(before: str, after: str, heading: str) -> Words:
    """Return the words of a statement, in the order of its fields.

    They are asked for again with each edit of another sentence, so they are kept.
    """
    start = CLAUSE_END.split(before)[-1]
    clause = f"{start} # {CLAUSE_END.split(after, maxsplit=1)[0]}"
    sentence = f"{before} # {after}"
    return (
        roots(clause),
        roots(sentence),
        roots(" ".join(noun_after(after)[0][-1:])),
        frozenset(YEAR.findall(f"{sentence} {heading}")),
        frozenset(VERSION.findall(sentence)),
        frozenset(VERSION.findall(heading)),
        frozenset(word.lower() for word in WORD.findall(clause)) & TIMELY,
        names(clause),
        frozenset(WORD.findall(sentence)),
    )


def say_the_same(one: Statement, two: Statement) -> bool:
    """Say whether one statement says all that the other says, of one time and place."""
    if not (_is_within(one, two) or _is_within(two, one)):
        return False
    if one.versions != two.versions or one.times != two.times:
        return False
    further = {"further"} & {each.number.entry["comparator"] for each in (one, two)}
    if one.thing and two.thing and one.thing != two.thing:
        return False
    if further and one.number.entry["comparator"] != two.number.entry["comparator"]:
        return False
    for mine, others in ((one.years, two.years), (one.above, two.above)):
        if mine and others and mine != others:
            return False
    return _is_named_alike(one, two)


def _is_named_alike(one: Statement, two: Statement) -> bool:
    """Say whether names that only one sentence has stand above the other."""
    above = {*one.number.said.heading.split(), *two.number.said.heading.split()}
    return (one.names - two.words) | (two.names - one.words) <= above


def _is_within(one: Statement, two: Statement) -> bool:
    """Say whether all that the clause of one number says stands in the other's."""
    shared = one.clause & two.sentence
    if len(shared) < LEAST_WORDS:
        return False
    digits = str(one.number.entry["value"]).replace(".", "").strip("-0")
    spare = len(digits) >= SURE_DIGITS or len(shared) > LEAST_WORDS
    return len(one.clause - two.sentence - HELPERS) <= spare


def are_cases(one: Number, other: Number, alike: bool) -> bool:
    """Say whether two numbers are bound, or of two cases under one heading.

    `Monday: 412 visitors` and `Tuesday: 421 visitors` each have a word of their own.
    `alike`: many things are called as what they count is.
    """
    if {one.entry["state"], other.entry["state"]} <= BOUND:
        return True
    if not alike or not _is_beside(one, other):
        return False
    a, b = statement(one), statement(other)
    own = (a.sentence - b.sentence, b.sentence - a.sentence)
    return all(words - HELPERS for words in own)


def is_form(numbers: Sequence[Number], one: Statement, two: Statement) -> bool:
    """Say whether other sentences say these words with other numbers, each of its case.

    Numbers beside these two are of something else.
    """
    words = one.clause & two.clause or one.clause & two.sentence
    own = {_sentence(each.number) for each in (one, two)}
    unit = one.number.entry["unit"]
    values = {one.number.entry["value"], two.number.entry["value"]}
    for other in numbers:
        entry = other.entry
        if entry["value"] in values or entry["unit"] != unit or not is_prose(other):
            continue
        if _sentence(other) not in own and _says(other, words):
            values.add(entry["value"])
        # Of a long list of one form the first few tell.
        if len(values) >= VARIETY:
            return True
    return False


def _sentence(number: Number) -> tuple[str, tuple[int, ...]]:
    return number.entry["file"], tuple(number.said.sentence)


def _says(number: Number, words: frozenset[str]) -> bool:
    """Say whether a sentence says some words; few have them, whatever they end in."""
    text = _small(number.said.before, number.said.after)
    likely = all(start_of(word) in text for word in words)
    return likely and words <= statement(number).sentence


@lru_cache(SENTENCES)
def _small(before: str, after: str) -> str:
    return f"{before} {after}".lower()
