"""The vocabulary: the units of a report in, their words as numbers out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Any

from crossfoot.repeats.arrays import equal_stretches, ranges
from crossfoot.repeats.compare import is_name, may_name
from crossfoot.repeats.language import bared, is_code, read
from crossfoot.repeats.plain import shown
from crossfoot.repeats.units import Unit, Units


@dataclass(slots=True)
class Vocabulary:
    """The words of a report."""

    numbers: dict[str, int] = field(default_factory=dict)
    """By what a word says, figures apart by their values; `#` is any figure."""
    known: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By word as written: its number, and that of `#` instead if it is a figure."""
    lower: set[str] = field(default_factory=set)
    """Words that stand somewhere without a capital."""
    counts: list[int] = field(default_factory=list)
    """How often each number stands, figures as `#`."""
    held: dict[int, frozenset[str]] = field(default_factory=dict)
    """Figures and names of units, by number."""
    total: int = 0
    """All words."""

    def learn(self, word: str) -> tuple[int, int]:
        """Return the numbers of a word: with its figure, and without."""
        found = self.known.get(word)
        return found or self._new(word)

    def _new(self, word: str) -> tuple[int, int]:
        reading = read(word)
        number = self.numbers.setdefault(
            f"#{reading.figure}" if reading.figure else reading.norm, len(self.numbers)
        )
        mask = number
        if reading.figure:
            mask = self.numbers.setdefault("#", len(self.numbers))
        elif bared(word)[:1].islower() and not is_code(word):
            self.lower.add(reading.norm)
        self.known[word] = number, mask
        return number, mask

    def is_common(self, word: str) -> bool:
        """Say whether a word, case-folded, stands anywhere without a capital."""
        return word in self.lower

    def anchors(self, unit: Unit) -> frozenset[str]:
        """Return the figures and names that a unit holds."""
        found = self.held.get(unit.number)
        if found is None:
            figures = (one.figure for one in unit.readings if len(one.figure) > 1)
            may_be = [at for at, word in enumerate(unit.words) if may_name(word[0])]
            names = (
                unit.norms[at] for at in may_be if is_name(unit, at, self.is_common)
            )
            found = self.held[unit.number] = frozenset((*figures, *names))
        return found

    def weigh(self, word: str) -> float:
        """Return how much a word tells: the logarithm of how seldom it stands."""
        number = self.numbers.get(word)
        count = (self.counts[number] if number is not None else 0) or 1
        return log(1 + self.total / count)


@dataclass(frozen=True, slots=True)
class Numbered:
    """The words of all units as numbers, one unit after another."""

    known: Vocabulary
    sizes: Any
    """How many words each unit has."""
    starts: Any
    """Where each unit starts."""
    said: Any
    """The numbers with their figures; 32 bits each."""
    masked: Any
    """The same, every figure as `#`."""

    def of(self, number: int) -> list[int]:
        """Return the words of a unit, every figure as `#`."""
        start, size = int(self.starts[number]), int(self.sizes[number])
        found: list[int] = self.masked[start : start + size].tolist()
        return found


def numbered(units: Units) -> Numbered:
    """Return the words of all units as numbers."""
    import numpy as np

    lengths = (
        one.block.size if one.words is None else len(one.words)
        for one in units.sketches
    )
    sizes = np.fromiter(lengths, np.int64, len(units))
    starts = np.cumsum(sizes) - sizes
    both = np.empty((2, int(sizes.sum())), np.int32)
    made = Numbered(Vocabulary(), sizes, starts, *both)
    for number, one in enumerate(units.sketches):
        if one.words is not None:
            _spell(made, int(starts[number]), (word[0] for word in one.words))
    _copy(made, units)
    made.known.total = len(made.masked)
    least = len(made.known.numbers)
    made.known.counts = np.bincount(made.masked, minlength=least).tolist()
    return made


def _spell(made: Numbered, at: int, words: Iterable[str]) -> None:
    both = [made.known.learn(word) for word in words]
    end = at + len(both)
    made.said[at:end], made.masked[at:end] = zip(*both, strict=True)


def _copy(made: Numbered, units: Units) -> None:
    """Enter the words of plain paragraphs, which are tokens."""
    import numpy as np

    plain: list[list[int]] = [[] for _ in units.layouts]
    for number, one in enumerate(units.sketches):
        if one.words is None:
            plain[one.page].append(number)
    keys = units.layouts[0].said.lexicon.keys if units.layouts else []
    starts, used = made.starts, np.zeros(len(keys), bool)
    for page, numbers in enumerate(plain):
        sizes = made.sizes[numbers]
        first = np.array([units.sketches[one].block.lo for one in numbers], np.int64)
        tokens = units.layouts[page].said.numbers[ranges(first, sizes)]
        used[tokens] = True
        made.said[ranges(starts[numbers], sizes)] = tokens
    _replace(made, plain, keys, used)


def _replace(
    made: Numbered, plain: Sequence[Sequence[int]], keys: Sequence[str], used: Any
) -> None:
    """Put in the place of the lexicon's numbers those of the vocabulary."""
    import numpy as np

    table = np.zeros((2, len(used)), np.int32)
    words = np.flatnonzero(used).tolist()
    both = [made.known.learn(shown(keys[word])) for word in words]
    table[:, used] = np.array(both, np.int32).reshape(-1, 2).T
    starts = made.starts
    for numbers in plain:
        at = ranges(starts[numbers], made.sizes[numbers])
        tokens = made.said[at]
        made.said[at], made.masked[at] = table[0][tokens], table[1][tokens]


APART = frozenset({"list", "row"})
"""Kinds of units that are held against their own kind: a list against lists."""


def groups(units: Units, made: Numbered) -> list[list[int]]:
    """Return the units that say the same, each group in reading order.

    A list of one item is no copy of that item.
    """
    import numpy as np

    apart = np.array([one.kind in APART for one in units.sketches], bool)
    found: list[list[int]] = []
    for side in (np.flatnonzero(apart), np.flatnonzero(~apart)):
        equal = equal_stretches(made.said, made.starts[side], made.sizes[side])
        found += [side[group].tolist() for group in equal]
    return sorted(found)
