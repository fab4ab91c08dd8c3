"""Sentences by their stems: a unit in, what each sentence of it is about out."""

from collections.abc import Iterator
from typing import NamedTuple

from crossfoot.repeats.compare import HYPHEN
from crossfoot.repeats.stems import stem
from crossfoot.repeats.units import Unit, Units

FEWEST = 6
"""Words that a sentence must have …"""
STEMS = 4
"""… and how many of them it must be about."""
KINDS = frozenset({"prose", "item", "note", "row"})


class Said(NamedTuple):
    """A sentence."""

    unit: Unit
    lo: int
    hi: int
    stems: frozenset[str]

    @property
    def norms(self) -> tuple[str, ...]:
        """Its words, case-folded."""
        return self.unit.norms[self.lo : self.hi]

    def joined(self, other: "Said") -> "Said":
        """Return this sentence and one beside it as one."""
        ends = min(self.lo, other.lo), max(self.hi, other.hi)
        return Said(self.unit, *ends, self.stems | other.stems)


def sentences_of(all_: Units, left: set[int]) -> Iterator[Said]:
    """Yield the sentences of all units but some that are about enough."""
    for number in range(len(all_)):
        if all_.kind(number) not in KINDS or number in left:
            continue
        if not all_.is_sought(number):
            continue
        unit = all_[number]
        for lo, hi in unit.said:
            one = sentence(unit, lo, hi) if hi - lo >= FEWEST else None
            if one and len(one.stems) >= STEMS:
                yield one


def sentence(unit: Unit, lo: int, hi: int) -> Said:
    """Return some words of a unit as a sentence."""
    found: set[str] = set()
    for one in unit.readings[lo:hi]:
        if one.figure:
            found.add(f"#{one.figure}")
        else:
            found.update(map(stem, HYPHEN.split(one.norm)))
    return Said(unit, lo, hi, frozenset(found - {""}))


def beside(one: Said, step: int) -> Said | None:
    """Return the sentence before (-1) or after (1) one of a unit."""
    edge = one.hi if step > 0 else one.lo
    for lo, hi in one.unit.said:
        if edge == (lo if step > 0 else hi):
            return sentence(one.unit, lo, hi)
    return None
