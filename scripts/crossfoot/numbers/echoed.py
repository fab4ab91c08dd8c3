"""Echoed numbers: a report's numbers in; what stands elsewhere but for a slip, out.

`We ran 221 food club sessions in 14 venues` here, `the food club had 212 sessions, held
in 14 venues` there: neither says all that the other says, yet they speak of one thing.
What is weighed is chance, in bits: how seldom two numbers of a report are such a slip
of the keys apart, and how few of its sentences have the words that these two share. A
number that stands anywhere else as it is, in a table or rounded, is told of nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from crossfoot.amounts.english import MONTHS as MONTH_NAMES
from crossfoot.numbers.cellnames import is_of_kind, is_other_time, names_row, words_of
from crossfoot.numbers.language import TIMELY
from crossfoot.numbers.misprints import forms_of, prints
from crossfoot.numbers.mistyped import bits_of, chance_of
from crossfoot.numbers.quoted import is_free
from crossfoot.numbers.restated import (
    Forms,
    count_others,
    is_beside,
    is_to_come,
    statement,
)
from crossfoot.numbers.stems import WORD
from crossfoot.numbers.subjects import names
from crossfoot.numbers.suggest import Number

ENOUGH = 12
"""Bits of chance from which two numbers are one, in a report of few numbers."""
FEW = 6
"""Bits of the numbers of one unit in such a report; each more asks for one more."""
CLEAR = 8
"""Bits of a slip that hardly two numbers of a report are apart by chance."""
LIKELY = 7
LEAST = 6
UNCLEAR = 5
"""Bits that the words have to add where the slip has fewer."""
WORDED = 10
"""Bits of the words that shares and decimals need, of which reports have many."""
BETWEEN = 3
"""Bits by which one number has to be likelier than another to be meant."""
MOST = 60
"""Numbers of one print that are looked at."""
CROWD = 8
"""Numbers that may be meant, from which on only the likeliest are looked at."""
FIVE = 5
"""Figures from which one wrong one is hardly chance."""
MOST_TOLD = 200
"""Numbers in what is told, so that no report takes long."""
SMALL = 64
"""Sentences of a report below which how often a word stands in them tells little."""
MONTHS = frozenset(MONTH_NAMES)
DASHES = ("-", "–", "—", ":", "")
LONG = re.compile(r"[0-9]{5,}")
STOP = re.compile(r"[,;:()–—]")


@dataclass(frozen=True, slots=True)
class Echo:
    """Another number that may be meant by one, and how likely, in bits."""

    number: Number
    slip: int
    words: int

    @property
    def bits(self) -> int:
        """All that speaks for it."""
        return self.slip + self.words


class Echoes:
    """The numbers of a report, by what is asked of them."""

    def __init__(self, numbers: Sequence[Number]) -> None:
        """Take the numbers; a binding to what is not known has no value."""
        self.numbers = [one for one in numbers if one.entry["value"]]
        self.forms = Forms(self.numbers)
        self.free = [one for one in self.numbers if is_free(one) and not _is_code(one)]

    @cached_property
    def prints(self) -> Mapping[str, Sequence[Number]]:
        """All numbers by the prints that some free one has."""
        wanted = {print_ for one in self.free for print_ in _prints(one)}
        out: dict[str, list[Number]] = {}
        for one in self.numbers:
            for print_ in wanted.intersection(prints(forms_of(one, rounded=True))):
                out.setdefault(print_, []).append(one)
        return out

    @cached_property
    def said(self) -> Mapping[str, Sequence[Number]]:
        """All numbers by their figures, also as texts round them."""
        out: dict[str, list[Number]] = {}
        for one in self.numbers:
            for form in forms_of(one, rounded=True):
                out.setdefault(form, []).append(one)
        return out

    @cached_property
    def often(self) -> Mapping[str, int]:
        """In how many sentences and rows of the report each word stands."""
        contexts = {_place(one): _words(one) for one in self.numbers}
        every = Counter(word for words in contexts.values() for word in words)
        return {"": max(len(contexts), SMALL), **every}

    @cached_property
    def units(self) -> Mapping[str, int]:
        """How many numbers each unit has."""
        return Counter(one.entry["unit"] for one in self.numbers)

    def ordered(self, one: Number, other: Number) -> tuple[Number, Number]:
        """Return the later of two numbers first."""
        first = next(each for each in self.numbers if each is one or each is other)
        return (other, one) if first is one else (one, other)

    def weight(self, words: frozenset[str]) -> int:
        """Return the bits that words tell, of which seldom ones tell most."""
        every = self.often[""]
        return sum(_bits(every // max(1, self.often.get(one, 1))) for one in words)

    def is_alone(self, one: Number) -> bool:
        """Say whether a number stands nowhere else, nor what it may round."""
        return not any(
            other is not one and is_of_kind(one, other)
            for form in forms_of(one, rounded=False)
            for other in self.said.get(form, ())
        )

    def needed(self, one: Number) -> int:
        """Return the bits from which chance is no reason for a number and another."""
        return ENOUGH + max(0, _bits(self.units[one.entry["unit"]]) - FEW)

    def enough(self, one: Number, echo: Echo) -> bool:
        """Say whether chance is no reason for a number and its echo."""
        needed, plain = self.needed(one), _is_plain(one)
        if echo.slip < CLEAR:
            thing = statement(one).thing
            same = bool(thing) and thing <= _words(echo.number)
            same = same or bool(echo.number.said.table and names_row(one, echo.number))
            if echo.slip < LEAST or not (echo.slip >= LIKELY or (same and plain)):
                return False
            needed += UNCLEAR
        return echo.bits >= needed and echo.words >= (1 if plain else WORDED)

    def near(self, one: Number) -> list[Number]:
        """Return the numbers that a slip may make of one.

        In a crowd of them only such slips are looked at as its words can speak for.
        """
        every = [(print_, self.prints.get(print_, ())) for print_ in _prints(one)]
        every = [(print_, held) for print_, held in every if len(held) <= MOST]
        if sum(len(held) for _, held in every) > CROWD:
            words, needed = self.weight(_words(one)), self.needed(one)
            figures = max(map(_told, forms_of(one, rounded=False)), default=0)
            least = {True: needed, False: needed + UNCLEAR * (figures < FIVE)}
            every = [
                (print_, held)
                for print_, held in every
                if bits_of(figures, turned=(turned := "_" not in print_)) + words
                >= least[turned]
            ]
        return [*{id(each): each for _, held in every for each in held}.values()]


def echoed(numbers: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield each number of a text with the one elsewhere that it is but for a slip.

    Of two texts the later one is told, once.
    """
    report = Echoes(numbers)
    told: set[int] = set()
    for one in report.free:
        other = None if id(one) in told else _echo(one, report)
        if other is not None:
            told |= {id(one), id(other)}
            yield (one, other) if other.said.table else report.ordered(one, other)
        if len(told) >= MOST_TOLD:
            return


def _echo(one: Number, report: Echoes) -> Number | None:
    echoes = [
        Echo(other, slip, report.weight(_words(one) & _words(other)))
        for other in report.near(one)
        if other.said.table or not is_beside(one, other)
        if (slip := _slip(one, other)) and _may_be(one, other)
        if other.said.table or not report.forms.hold(statement(one), statement(other))
    ]
    if not echoes:
        return None
    best = max(echoes, key=lambda echo: echo.bits)
    value = best.number.entry["value"]
    rivals = (each for each in echoes if each.number.entry["value"] != value)
    if any(each.bits + BETWEEN > best.bits for each in rivals):
        return None
    sure = report.enough(one, best) and report.is_alone(one)
    return best.number if sure else None


def _is_code(one: Number) -> bool:
    """Say whether a number is a name: `400100 – Fees`, or long and without a mark."""
    heads = not one.said.before and one.said.after[:1] in DASHES
    return heads or LONG.fullmatch(one.entry["shown"]) is not None


def _prints(one: Number) -> tuple[str, ...]:
    return prints(forms_of(one, rounded=False))


def _slip(one: Number, other: Number) -> int:
    """Return the bits of the slip that parts two numbers, or 0."""
    plain = _is_plain(one)
    theirs = forms_of(other, rounded=plain)
    pairs = product(forms_of(one, rounded=False), theirs)
    return max(
        (chance_of(*pair) for pair in pairs if plain or _turned(*pair)), default=0
    )


def _turned(mine: str, other: str) -> bool:
    """Say whether two forms have the same figures."""
    return sorted(mine) == sorted(other)


def _may_be(one: Number, other: Number) -> bool:
    """Say whether nothing speaks against two numbers being one."""
    if not is_of_kind(one, other) or is_other_time(one, other):
        return False
    if other.said.table:
        return True
    if count_others(one, other) or _say_both(one, other):
        return False
    if is_to_come(one) != is_to_come(other):
        return False
    further = [each.entry["comparator"] == "further" for each in (one, other)]
    a, b = statement(one).rest, statement(other).rest
    told = ((a.years, b.years), (a.versions, b.versions))
    if further[0] != further[1] or any(x and y and x != y for x, y in told):
        return False
    mine, theirs = map(_near, (one, other))
    if _timely(mine) != _timely(theirs):
        return False
    above = {*one.said.heading.split(), *other.said.heading.split()}
    return (_names(mine) - b.words) | (_names(theirs) - a.words) <= above


def _near(one: Number) -> str:
    """Return the words around a number, to the next stop on each side."""
    return f"{STOP.split(one.said.before)[-1]} # {STOP.split(one.said.after)[0]}"


def _timely(said: str) -> frozenset[str]:
    return TIMELY.intersection(WORD.findall(said.lower()))


def _names(said: str) -> frozenset[str]:
    return names(said) - MONTHS


def _say_both(one: Number, other: Number) -> bool:
    """Say whether one of two sentences has both numbers: `from 212 to 221`."""
    shown = (one.entry["text"], other.entry["text"])
    texts = (f"{each.said.before} {each.said.after}" for each in (other, one))
    return any(text in said.split() for text, said in zip(shown, texts, strict=True))


def _is_plain(one: Number) -> bool:
    """Say whether a number is no share and no bare decimal: reports have many."""
    unit = one.entry["unit"]
    return unit != "%" and not (unit == "count" and "." in one.entry["shown"])


def _words(one: Number) -> frozenset[str]:
    """Return the telling words of a number's sentence, or of its cell's names."""
    if one.said.table:
        return words_of(" ".join(one.said.cell))
    return statement(one).sentence


def _place(one: Number) -> tuple[object, ...]:
    """Return the sentence or the row that a number stands in."""
    said = one.said
    inner = (said.table, *said.cell[:1]) if said.table else tuple(said.sentence)
    return one.entry["file"], bool(said.table), inner


def _told(form: str) -> int:
    return len(form.rstrip("0"))


def _bits(number: int) -> int:
    return max(0, number.bit_length() - 1)
