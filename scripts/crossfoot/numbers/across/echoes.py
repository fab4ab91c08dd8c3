"""Echoes: a report's numbers in; what is asked of them to weigh two of them, out.

How often each word and each number stands in it, what is a slip of the keys away, what
stands anywhere else as it is. All is counted once, and only if it is asked for.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from crossfoot.numbers.across.cellnames import is_of_kind, words_of
from crossfoot.numbers.across.misprints import Wanted, forms_of, prints
from crossfoot.numbers.across.quoted import is_free
from crossfoot.numbers.across.restated import Forms, is_beside, statement
from crossfoot.numbers.across.suggest import Number
from crossfoot.numbers.mistyped import LEAST_FIGURES, bits_in, bits_of
from crossfoot.numbers.subjects import noun_after

ENOUGH = 12
"""Bits of chance from which two numbers are one, in a report of few numbers."""
FEW = 6
"""Bits of the numbers of one unit in such a report; each more asks for one more."""
RICH = 30
"""Bits of the words of a sentence beyond which length alone adds more."""
AGAIN = 2
"""Bits for each doubling of the places where the other number stands."""
OFTEN = 4
"""Such bits at most."""
RARE = 32
"""One in so many sentences has a name that tells one thing from another."""
MOST = 60
"""Numbers of one print that are looked at."""
NAMED = 3
"""Bits of the words that two numbers share which are likely of one thing."""
CHANCE = 1 / 5
"""Share of all numbers of a length that a report has, from which words have to tell."""
QUOTING = 4
"""Bits at most of a section whose other numbers stand elsewhere as well."""
SMALL = 64
"""Sentences of a report below which how often a word stands in them tells little."""
NEAR = Decimal("0.8")
"""Share of the larger of two counts below which they are of two cases."""
DASHES = ("-", "–", "—", ":", "")
FIGURE = re.compile(r"[0-9]")
LONG = re.compile(r"[0-9]{5,}")
TIMES = re.compile(r"[0-9]\s?[a-z]+\s[0-9]")


class Echoes:
    """The numbers of a report, by what is asked of them."""

    def __init__(self, numbers: Sequence[Number]) -> None:
        """Take the numbers; a binding to what is not known has no value."""
        self.numbers = [one for one in numbers if one.entry["value"]]
        self.forms = Forms(self.numbers)
        self.free = [
            one
            for one in self.numbers
            if is_free(one, roughly=True) and is_typed(one) and not _is_code(one)
        ]

    @cached_property
    def prints(self) -> Mapping[str, Sequence[Number]]:
        """All numbers by the prints that some free one has."""
        wanted = Wanted(self.free, LEAST_FIGURES)
        out: dict[str, list[Number]] = {}
        for one in self.numbers:
            for print_ in wanted.of(one):
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
        contexts = {_place(one): words_around(one) for one in self.numbers}
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
        return sum(bits_in(every // max(1, self.often.get(one, 1))) for one in words)

    def is_alone(self, one: Number) -> bool:
        """Say whether a number stands nowhere else, nor what it may round."""
        return not any(
            other is not one and is_of_kind(one, other)
            for form in forms_of(one, rounded=False)
            for other in self.said.get(form, ())
        )

    def needed(self, one: Number) -> int:
        """Return the bits from which chance is no reason for a number and another."""
        return ENOUGH + max(0, bits_in(self.units[one.entry["unit"]]) - FEW)

    def quotes(self, one: Number, other: Number) -> int:
        """Return the bits that a section has for saying again what stands elsewhere.

        Of a number in a summary whose every other number a chapter or a table has, it
        is the likelier that it is one of theirs too, mistyped. One that the section
        has as well, as it is, is not meant a second time. A heading says what the text
        below it says.
        """
        own = (*_section(one), other.entry["value"]) in self.own
        return 0 if own else self.quoting(one)

    def quoting(self, one: Number) -> int:
        """Return the bits of the section of a number, whatever it may be."""
        if one.entry["where"] == "heading":
            return QUOTING
        told, others = self.sections.get(_section(one), (0, 1))
        return min(QUOTING, bits_in(2 * (told + 1) // max(1, others)))

    @cached_property
    def sections(self) -> Mapping[tuple[str, str], tuple[int, int]]:
        """How many free numbers of each section stand elsewhere, and how many not."""
        out: dict[tuple[str, str], tuple[int, int]] = {}
        for one in self.free:
            told, others = out.get(_section(one), (0, 0))
            again = self._stands_elsewhere(one)
            out[_section(one)] = (told + again, others + (not again))
        return out

    @cached_property
    def own(self) -> frozenset[tuple[str, str, str]]:
        """The values that stand in the text of each section."""
        return frozenset((*_section(one), one.entry["value"]) for one in self.free)

    def _stands_elsewhere(self, one: Number) -> bool:
        """Say whether a table or another section has a number among such words."""
        return any(
            (other.said.table or not is_beside(one, other))
            and is_of_kind(one, other)
            and self.share_words(one, other, form)
            for form in forms_of(one, rounded=False)
            for other in self.said.get(form, ())
        )

    def share_words(self, one: Number, other: Number, form: str) -> bool:
        """Say whether two equal numbers are one, by their words or by their length."""
        if self.dense(form) < CHANCE:
            return True
        return self.weight(words_around(one) & words_around(other)) >= NAMED

    def dense(self, form: str) -> float:
        """Return which share of all numbers of so many figures the report has."""
        every = 9 * int("1".ljust(len(form), "0"))
        return self.lengths[len(form)] / every

    @cached_property
    def lengths(self) -> Mapping[int, int]:
        """How many different forms have each length."""
        return Counter(map(len, self.said))

    @cached_property
    def places(self) -> Mapping[str, Mapping[str, int]]:
        """In how many sentences and rows each value stands, by unit."""
        own = {
            (one.entry["unit"], one.entry["value"], _place(one)) for one in self.numbers
        }
        out: dict[str, Counter[str]] = {}
        for unit, value, _ in own:
            out.setdefault(unit, Counter())[value] += 1
        return out

    @cached_property
    def together(self) -> Mapping[tuple[object, ...], Mapping[tuple[str, ...], str]]:
        """What each sentence counts, by the things."""
        out: dict[tuple[object, ...], dict[tuple[str, ...], str]] = {}
        for one in self.numbers:
            noun, _ = noun_after(one.said.after)
            if noun and not one.said.table:
                out.setdefault(_place(one), {}).setdefault(noun, one.entry["value"])
        return out

    def are_two(self, one: Number, other: Number) -> bool:
        """Say whether the sentences of two numbers count things of two cases.

        Of what else both count some is not near: `60 files and 240 lines` of one
        product, `12 files and 61 lines` of another.
        """
        first, last = (self.together.get(_place(each), {}) for each in (one, other))
        own = noun_after(one.said.after)[0]
        both = [noun for noun in first if noun in last and noun != own]
        pairs = [sorted((Decimal(first[noun]), Decimal(last[noun]))) for noun in both]
        apart = [(low, high) for low, high in pairs if low != high]
        return len(apart) > 1 and any(low < high * NEAR for low, high in apart)

    def count(self, one: Number) -> int:
        """Return in how many sentences and rows a number stands."""
        return self.places[one.entry["unit"]][one.entry["value"]]

    def again(self, one: Number) -> int:
        """Return the bits that a number has for standing in several places."""
        places, count = self.places[one.entry["unit"]], self.count(one)
        often = sum(other >= count for other in places.values()) if count > 1 else 1
        rare = bits_in(len(places) // often) if count > 1 else 0
        return max(rare, min(OFTEN, AGAIN * bits_in(count)))

    def is_known(self, name: str) -> bool:
        """Say whether a name stands in so many sentences that it tells little."""
        return sum(name in said for said in self.texts) * RARE > max(
            len(self.texts), SMALL
        )

    @cached_property
    def texts(self) -> Sequence[str]:
        """The sentences that have numbers."""
        own = {_place(one): one.said for one in self.numbers if not one.said.table}
        return [f"{said.before} # {said.after}" for said in own.values()]

    def near(self, one: Number) -> list[Number]:
        """Return the numbers that a slip may make of one.

        Only such slips are looked at as its words can speak for.
        """
        figures = max(map(figures_of, forms_of(one, rounded=False)), default=0)
        most = {turned: bits_of(figures, turned=turned) for turned in (True, False)}
        # Of a number among few words that is known before anything is counted.
        if max(most.values()) + self._most_of_words(one) + QUOTING < 0:
            return []
        found = [
            ("_" not in print_, held)
            for print_ in _prints(one)
            if "_" not in print_ or not is_rough(one)
            if 1 < len(held := self.prints.get(print_, ())) <= MOST
        ]
        if not found:
            return []
        words = min(self.weight(words_around(one)), RICH) + OFTEN - self.needed(one)
        best = max(most[turned] + words for turned, _ in found)
        # What a section quotes takes longest to know.
        words += self.quoting(one) if best >= -QUOTING else 0
        every = [held for turned, held in found if most[turned] + words >= 0]
        return [*{id(each): each for held in every for each in held}.values()]

    def _most_of_words(self, one: Number) -> int:
        """Return the bits that the words of a number tell at most, less what it needs.

        A word of one sentence tells the most.
        """
        sentences = max(len(self.numbers), SMALL)
        words = bits_in(sentences) * len(words_around(one))
        return min(words, RICH) + OFTEN - self.needed(one)


def is_typed(one: Number) -> bool:
    """Say whether a number is in figures; in words it has no slip of the keys."""
    return FIGURE.search(one.entry["shown"]) is not None


def is_rough(one: Number) -> bool:
    """Say whether a number is about, nearly or a little over what is meant."""
    return str(one.entry["comparator"]) not in {"", "further"}


def _is_code(one: Number) -> bool:
    """Say whether a number is a name: `400100 – Fees`, or long and without a mark."""
    heads = not one.said.before and one.said.after[:1] in DASHES
    shown = one.entry["shown"]
    return heads or bool(LONG.fullmatch(shown) or TIMES.search(shown))


def _prints(one: Number) -> tuple[str, ...]:
    return prints(forms_of(one, rounded=False), least=LEAST_FIGURES)


def words_around(one: Number) -> frozenset[str]:
    """Return the telling words of a number's sentence, or of its cell's names."""
    if one.said.table:
        return words_of(" ".join(one.said.cell))
    return statement(one).sentence


def _section(one: Number) -> tuple[str, str]:
    return one.entry["file"], one.said.heading


def _place(one: Number) -> tuple[object, ...]:
    """Return the sentence or the row that a number stands in."""
    said = one.said
    inner = (said.table, *said.cell[:1]) if said.table else tuple(said.sentence)
    return one.entry["file"], bool(said.table), inner


def figures_of(form: str) -> int:
    """Return how many figures of a form tell: noughts at its end may round."""
    return len(form.rstrip("0"))
