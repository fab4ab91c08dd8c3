"""Restated numbers: a report's numbers in; those of one statement that differ, out.

A summary says in other words what a chapter says: `a further £230m is requested for
roads` here, `for roads, a further £203m is requested` there. Two numbers that are a
slip of the keys apart, in statements of which one says all that the other says, are
seldom two facts: of two numbers of three figures one in thirty is so by chance, and of
two of two figures, exchanged, one in a hundred.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from crossfoot.numbers.across.suggest import Number
from crossfoot.numbers.language import LIGHT, TIMELY, TO_COME
from crossfoot.numbers.mistyped import CLEAR_FIGURES, LEAST_FIGURES, is_restated
from crossfoot.numbers.stems import VERBAL, WORD, roots, start_of, stem
from crossfoot.numbers.subjects import VERSION, YEAR, names, noun_after

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
    r"[;:–—()]|,\s(?:of|which|who|while|whereas|but|and|with|most|more|less|fewer|up|down"
    r"|compared|although|though|because)(?:\s|\Z)"
)
DIGITS = re.compile(r"[0-9]+")
BOUND = frozenset({"checked", "inserted"})
PLAIN = frozenset({"", "about", "over", "nearly", "under", "further"})
PROSE = frozenset({"text", "heading", "caption", "note"})


HELPERS = frozenset(VERBAL.sub("", stem(word)) for word in LIGHT)
"""Roots of verbs that one statement may have in place of another."""


Saying = tuple[str, tuple[str, tuple[int, ...]]]
"""The value of a number, and its sentence."""


@dataclass(frozen=True, slots=True)
class Search:
    """What was found so far, and the search that goes on."""

    found: list[Saying]
    rest: Iterator[Saying]

    def more(self) -> bool:
        """Look for one more; say whether there is one."""
        before = len(self.found)
        self.found.extend(islice(self.rest, 1))
        return len(self.found) > before


class Rest(NamedTuple):
    """What else a statement says, which is asked of few."""

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
    opening: frozenset[str]
    """Its first word, if that tells anything: it may be a name."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A number and the telling words around it."""

    number: Number
    clause: frozenset[str]
    """Of the clause that it stands in."""
    sentence: frozenset[str]
    thing: frozenset[str]
    """What it counts, where it is a count and says so."""

    @property
    def rest(self) -> Rest:
        """What else it says."""
        said = self.number.said
        return _rest(said.before, said.after, said.heading)


def restated(numbers: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield each number with the earlier one that says the same but for a slip."""
    told: set[int] = set()
    forms, statements = Forms(numbers), dict[int, Statement]()
    for first, other in _pairs(numbers):
        a, b = numbers[first], numbers[other]
        if other in told or count_others(a, b):
            continue
        for at, number in ((first, a), (other, b)):
            if at not in statements:
                statements[at] = statement(number)
        one, two = statements[first], statements[other]
        if say_the_same(one, two) and not forms.hold(one, two):
            told.add(other)
            yield a, b
        if len(told) == MOST_TOLD:
            return


def _pairs(numbers: Sequence[Number]) -> Iterator[tuple[int, int]]:
    """Yield the places of two numbers of one unit that are a slip apart, in order."""
    held: dict[tuple[str, str], list[int]] = {}
    for at, number in enumerate(numbers):
        for key in _keys(number):
            held.setdefault(key, []).append(at)
    found: set[tuple[int, int]] = set()
    for group in held.values():
        if 1 < len(group) <= MOST:
            said = [
                (at, numbers[at].entry["value"], _side(numbers[at])) for at in group
            ]
            if len({side for *_, side in said}) == 1:
                continue  # of a long list, which would be asked for every pair of it
            found.update(
                (one, other)
                for k, (one, value, side) in enumerate(said)
                for other, its, theirs in said[k + 1 :]
                if side != theirs and is_restated(value, its)
            )
    for one, other in sorted(found):
        if not {numbers[one].entry["state"], numbers[other].entry["state"]} <= BOUND:
            yield one, other


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
    if len(digits.rstrip("0")) < LEAST_FIGURES:
        return ()
    whole = digits if len(digits) >= CLEAR_FIGURES else ""
    but = (f"{whole[:at]}_{whole[at + 1 :]}" for at in range(len(whole)))
    return "".join(sorted(digits)), *but


def is_beside(one: Number, other: Number) -> bool:
    """Say whether two numbers stand under one heading, where they are of two cases.

    A note says again what its text says.
    """
    return _side(one) == _side(other)


def _side(one: Number) -> tuple[str, str, bool]:
    """Return the heading that a number stands under, and whether it is in a note."""
    return one.said.heading, one.entry["file"], one.entry["where"] == "note"


def count_others(one: Number, other: Number) -> bool:
    """Say whether two numbers count two things, which few reads of a text tell."""
    here, there = (_thing(each.said.after) for each in (one, other))
    return bool(here and there and here != there)


@lru_cache(SENTENCES)
def _thing(after: str) -> frozenset[str]:
    """Return what stands after a number as what it counts."""
    return roots(" ".join(noun_after(after)[0][-1:]))


def is_to_come(one: Number) -> bool:
    """Say whether a number is of a time to come, by its sentence or the heading."""
    said = one.said
    return TO_COME.search(f"{said.before} # {said.after} # {said.heading}") is not None


def statement(number: Number) -> Statement:
    """Return a number with the telling words of its clause and of its sentence."""
    said = number.said
    return Statement(number, *_told(said.before, said.after), _thing(said.after))


@lru_cache(SENTENCES)
def _told(before: str, after: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the telling words of a clause and of a sentence.

    They are asked for again with each edit of another sentence, so they are kept.
    """
    return roots(_clause(before, after)), roots(f"{before} # {after}")


def _clause(before: str, after: str) -> str:
    start = CLAUSE_END.split(before)[-1]
    return f"{start} # {CLAUSE_END.split(after, maxsplit=1)[0]}"


@lru_cache(SENTENCES)
def _rest(before: str, after: str, heading: str) -> Rest:
    clause, sentence = _clause(before, after), f"{before} # {after}"
    return Rest(
        frozenset(YEAR.findall(f"{sentence} {heading}")),
        frozenset(VERSION.findall(sentence)),
        frozenset(VERSION.findall(heading)),
        frozenset(word.lower() for word in WORD.findall(clause)) & TIMELY,
        names(clause),
        frozenset(WORD.findall(sentence)),
        frozenset(one for one in WORD.findall(before)[:1] if roots(one)),
    )


def say_the_same(one: Statement, two: Statement) -> bool:
    """Say whether one statement says all that the other says, of one time and place."""
    # What is told soonest is asked first: most pairs are of two things.
    if one.thing and two.thing and one.thing != two.thing:
        return False
    if not (_is_within(one, two) or _is_within(two, one)):
        return False
    further = {"further"} & {each.number.entry["comparator"] for each in (one, two)}
    if further and one.number.entry["comparator"] != two.number.entry["comparator"]:
        return False
    a, b = one.rest, two.rest
    if a.versions != b.versions or a.times != b.times:
        return False
    for mine, others in ((a.years, b.years), (a.above, b.above)):
        if mine and others and mine != others:
            return False
    return _is_named_alike(one, two)


def _is_named_alike(one: Statement, two: Statement) -> bool:
    """Say whether names that only one sentence has stand above the other."""
    above = {*one.number.said.heading.split(), *two.number.said.heading.split()}
    a, b = one.rest, two.rest
    named = (a.names - b.words) | (b.names - a.words) <= above
    return named and not open_apart(a, b)


def open_apart(one: Rest, two: Rest) -> bool:
    """Say whether each of two sentences opens with a word that the other has not.

    `Norfolk kept 46.5%` and `Suffolk kept 46.7%` are of two.
    """
    return bool(one.opening - two.words and two.opening - one.words)


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
    if not alike or not is_beside(one, other):
        return False
    a, b = statement(one), statement(other)
    own = (a.sentence - b.sentence, b.sentence - a.sentence)
    return all(words - HELPERS for words in own)


class Forms:
    """The sentences of a report, asked for those of one form with others."""

    def __init__(self, numbers: Iterable[Number]) -> None:
        """Take the numbers of a report."""
        self.numbers = numbers
        self.searches: dict[tuple[str, frozenset[str]], Search] = {}

    def hold(self, one: Statement, two: Statement) -> bool:
        """Say whether other sentences say these words with other numbers.

        Each is of its case. What stands beside these two is of something else,
        wherever it is said again: of `60 nodes, 342 edges` the first.
        """
        words = one.clause & two.clause or one.clause & two.sentence
        own = {_sentence(each.number) for each in (one, two)}
        # One is said of anything.
        beside = {"1", *_digits(one.number), *_digits(two.number)}
        unit = one.number.entry["unit"]
        values = {one.number.entry["value"], two.number.entry["value"]}
        for value, sentence in self.said(unit, words):
            if sentence not in own and value not in beside:
                values.add(value)
            # Of a long list of one form the first few tell.
            if len(values) >= VARIETY:
                return True
        return False

    def said(self, unit: str, words: frozenset[str]) -> Iterator[Saying]:
        """Yield the value and sentence of each number of a unit among some words.

        Numbers of one form ask for the same words, so what was found is kept.
        """
        key = unit, words
        if key not in self.searches:
            self.searches[key] = Search([], self._search(unit, words))
        kept = self.searches[key]
        at = 0
        while at < len(kept.found) or kept.more():
            yield kept.found[at]
            at += 1

    def _search(self, unit: str, words: frozenset[str]) -> Iterator[Saying]:
        starts = [start_of(word) for word in words]
        for one, text in self.texts.get(unit, ()):
            # Few sentences have the words, whatever they end in.
            likely = all(start in text for start in starts)
            if likely and words <= statement(one).sentence:
                yield one.entry["value"], _sentence(one)

    @cached_property
    def texts(self) -> Mapping[str, Sequence[tuple[Number, str]]]:
        """The numbers of running text by unit, their sentences in small letters."""
        out: dict[str, list[tuple[Number, str]]] = {}
        for one in filter(is_prose, self.numbers):
            text = f"{one.said.before} {one.said.after}".lower()
            out.setdefault(one.entry["unit"], []).append((one, text))
        return out


def _digits(one: Number) -> list[str]:
    """Return the runs of digits of a number's sentence."""
    return DIGITS.findall(f"{one.said.before} {one.said.after}")


def _sentence(number: Number) -> tuple[str, tuple[int, ...]]:
    return number.entry["file"], tuple(number.said.sentence)
