"""Sentences by their stems: a unit in, what each sentence of it is about out."""

import re
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
TARGET = re.compile(r"(?<!!)\[[^\[\]]*\]\(<?([^()\s<>]+)|<(https?://[^<>\s]+)>")
"""Where a link of a sentence leads, or what address it names."""
BEFORE = re.compile(r"(?:https?:/|\.{1,2})?/")
"""What an address starts with that says nothing of where it leads."""


class Said(NamedTuple):
    """A sentence."""

    unit: Unit
    lo: int
    hi: int
    stems: frozenset[str]
    links: frozenset[str]
    """Where its links lead, each with `@` before it."""

    @property
    def norms(self) -> tuple[str, ...]:
        """Its words, case-folded."""
        return self.unit.norms[self.lo : self.hi]

    def joined(self, other: "Said") -> "Said":
        """Return this sentence and one beside it as one."""
        ends = min(self.lo, other.lo), max(self.hi, other.hi)
        links = self.links | other.links
        return Said(self.unit, *ends, self.stems | other.stems, links)


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
            found.update(map(stem, _parts(one.norm)))
    return Said(unit, lo, hi, frozenset(found - {""}), _links(unit, lo, hi))


def _parts(word: str) -> list[str]:
    """Return the parts of a word, but of one with a single letter the word: e-mail."""
    parts = HYPHEN.split(word)
    return ["".join(parts)] if min(map(len, parts)) == 1 < len(parts) else parts


def _links(unit: Unit, lo: int, hi: int) -> frozenset[str]:
    """Return where the links of some words of a unit lead."""
    start = unit.words[lo][1] if lo else unit.block.start
    end = unit.words[hi][1] if hi < len(unit.words) else unit.block.end
    found = TARGET.findall(unit.source, start, max(end, start))
    return frozenset(f"@{_plain(one or other)}" for one, other in found)


def _plain(address: str) -> str:
    """Return an address without what differs between two that lead to one place."""
    while before := BEFORE.match(address):
        address = address[before.end() :]
    return address.rstrip("/")


def beside(one: Said, step: int) -> Said | None:
    """Return the sentence before (-1) or after (1) one of a unit."""
    edge = one.hi if step > 0 else one.lo
    for lo, hi in one.unit.said:
        if edge == (lo if step > 0 else hi):
            return sentence(one.unit, lo, hi)
    return None
