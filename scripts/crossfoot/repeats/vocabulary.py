"""The vocabulary: every word of a report in, numbers for comparing out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from crossfoot.repeats.compare import is_name
from crossfoot.repeats.language import bared, read
from crossfoot.repeats.units import Unit


@dataclass(slots=True)
class Vocabulary:
    """The words of a report."""

    numbers: dict[str, int] = field(default_factory=dict)
    """By what a word says, figures apart by their values; `#` is any figure."""
    known: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By word as written: its number, and that of `#` instead if it is a figure."""
    lower: set[str] = field(default_factory=set)
    """Words that stand somewhere without a capital."""
    counts: Counter[int] = field(default_factory=Counter)
    """How often each number stands, figures as `#`."""
    held: dict[int, frozenset[str]] = field(default_factory=dict)
    """Figures and names of units, by number."""
    total: int = 0
    """All words."""

    def number(self, unit: Unit) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return a unit's words as numbers: with its figures, and without them."""
        known, both = self.known, []
        for word, _, _ in unit.words:
            found = known.get(word)
            both.append(found or self._learn(word))
        said, masked = zip(*both, strict=True)
        self.counts.update(masked)
        self.total += len(masked)
        return said, masked

    def _learn(self, word: str) -> tuple[int, int]:
        reading = read(word)
        number = self.numbers.setdefault(
            f"#{reading.figure}" if reading.figure else reading.norm, len(self.numbers)
        )
        mask = number
        if reading.figure:
            mask = self.numbers.setdefault("#", len(self.numbers))
        elif bared(word)[:1].islower():
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
            names = (
                norm
                for at, norm in enumerate(unit.norms)
                if is_name(unit, at, self.is_common)
            )
            found = self.held[unit.number] = frozenset((*figures, *names))
        return found

    def weigh(self, word: str) -> float:
        """Return how much a word tells: the logarithm of how seldom it stands."""
        count = self.counts.get(self.numbers.get(word, -1), 1)
        return log(1 + self.total / count)


APART = frozenset({"list", "row"})
"""Kinds of units that are held against their own kind: a list against lists."""


def groups(units: Sequence[Unit], said: Sequence[tuple[int, ...]]) -> list[list[Unit]]:
    """Return the units by what they say, each group in reading order.

    A list of one item is no copy of that item.
    """
    found: dict[tuple[bool, tuple[int, ...]], list[Unit]] = {}
    for unit, key in zip(units, said, strict=True):
        found.setdefault((unit.kind in APART, key), []).append(unit)
    return list(found.values())
