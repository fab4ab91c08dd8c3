"""Sentences by their stems: a unit in, what each sentence of it is about out."""

from typing import Any, NamedTuple, cast

from crossfoot.repeats.compare import HYPHEN
from crossfoot.repeats.spellings import FIGURE
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


class Told(NamedTuple):
    """The sentences of some units of a chapter that are about enough."""

    units: Any
    """The unit of each, counted from the first of them; an array."""
    spans: list[tuple[int, int]]
    stems: list[frozenset[str]]
    sizes: Any
    """How many stems each has; an array."""
    numbers: Any
    """The numbers of their stems, end to end; an array."""


def sentences_of(all_: Units) -> list[Told]:
    """Return the sentences of all units, chapter by chapter."""
    out, first = [], 0
    for share in all_.shares:
        page = all_.layouts[share.page]
        key = "sentences", share.summary
        if key not in page.kept:
            page.kept[key] = _told(all_, range(first, first + len(share.sketches)))
        out.append(cast("Told", page.kept[key]))
        first += len(share.sketches)
    return out


def _told(all_: Units, numbers: range) -> Told:
    import numpy as np

    words = all_.layouts[0].said.lexicon.spellings
    found = [
        (at, (lo, hi), about)
        for at, number in enumerate(numbers)
        if all_.kind(number) in KINDS and all_.is_sought(number)
        for lo, hi in all_[number].said
        if hi - lo >= FEWEST and len(about := stems_of(all_[number], lo, hi)) >= STEMS
    ]
    stems = [one for _, _, one in found]
    flat = [words.stem(one) for some in stems for one in some]
    return Told(
        np.array([at for at, _, _ in found], np.int64),
        [span for _, span, _ in found],
        stems,
        np.array([len(some) for some in stems], np.int64),
        np.array(flat, np.int64),
    )


def sentence(unit: Unit, lo: int, hi: int) -> Said:
    """Return some words of a unit as a sentence."""
    return Said(unit, lo, hi, stems_of(unit, lo, hi))


def stems_of(unit: Unit, lo: int, hi: int) -> frozenset[str]:
    """Return what some words of a unit are about."""
    found: set[str] = set()
    for one in unit.readings[lo:hi]:
        if one.figure:
            found.add(f"{FIGURE}{one.figure}")
        else:
            found.update(map(stem, HYPHEN.split(one.norm)))
    found.discard("")
    return frozenset(found)


def beside(one: Said, step: int) -> Said | None:
    """Return the sentence before (-1) or after (1) one of a unit."""
    edge = one.hi if step > 0 else one.lo
    for lo, hi in one.unit.said:
        if edge == (lo if step > 0 else hi):
            return sentence(one.unit, lo, hi)
    return None
