"""Sentences by their stems: a unit in, what each sentence of it is about out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple, cast

from crossfoot.places import Span
from crossfoot.repeats.compare import HYPHEN
from crossfoot.repeats.spellings import FIGURE
from crossfoot.repeats.stems import stem
from crossfoot.repeats.units import Unit, Units

FEWEST = 6
"""Words that a sentence must have …"""
STEMS = 4
"""… and how many of them it must be about."""
KINDS = frozenset({"prose", "item", "note", "row"})
TARGET = re.compile(r"(?<!!)\[[^\[\]]*\]\(<?([^()\s<>]+)|<(https?://[^<>\s]+)>")
"""Where a link of a sentence leads, or what address it names."""
OPENING = "[*_`<“‘\"'("
"""Marks before the first word of a sentence, which may be that of a link."""
REST = re.compile(r"[^\n]*")
"""What follows the last word of a row on its line …"""
CLOSING = re.compile(r"\S*")
"""… and that of a sentence: the target of its link."""
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


class Told(NamedTuple):
    """The sentences of some units of a chapter that are about enough."""

    units: Any
    """The unit of each, counted from the first of them; an array."""
    spans: list[Span]
    stems: list[frozenset[str]]
    links: list[frozenset[str]]
    sizes: Any
    """How many stems and links each has; an array."""
    numbers: Any
    """The numbers of these, end to end; an array."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a report, and how often each of their stems and links stands."""

    all_: Units
    known: Mapping[str, int]
    """Numbers of stems and links."""
    units: Any
    """The unit of each sentence; an array."""
    kept: Any
    """Which are looked at, in order: places in the columns that follow; an array."""
    spans: Sequence[Span]
    stems: Sequence[frozenset[str]]
    links: Sequence[frozenset[str]]
    sizes: Any
    """How many stems and links each sentence has; an array."""
    numbers: Any
    """Those of their stems and links, end to end; an array."""
    counts: Any
    """In how many of the sentences that are looked at each of them stands; an array."""

    def __len__(self) -> int:
        """Return how many are looked at."""
        return len(self.kept)

    def __getitem__(self, at: int) -> Said:
        """Return one of those that are looked at."""
        where = int(self.kept[at])
        unit = self.all_[int(self.units[where])]
        return Said(unit, *self.spans[where], self.stems[where], self.links[where])

    def __iter__(self) -> Iterator[Said]:
        """Return those that are looked at, in reading order."""
        return (self[at] for at in range(len(self)))


def sentences_of(all_: Units, left: set[int]) -> Sentences:
    """Return the sentences of all units but some that are about enough."""
    import numpy as np

    told = _by_chapter(all_)
    firsts = accumulate((len(one.sketches) for one in all_.shares), initial=0)
    nothing = np.zeros(0, np.int64)
    units, sizes, numbers = (
        np.concatenate([nothing, *some])
        for some in (
            [one.units + first for one, first in zip(told, firsts, strict=False)],
            [one.sizes for one in told],
            [one.numbers for one in told],
        )
    )
    looked = ~np.isin(units, np.array(sorted(left), np.int64))
    known = all_.layouts[0].said.lexicon.spellings.stems if all_.layouts else {}
    return Sentences(
        all_,
        known,
        units,
        np.flatnonzero(looked),
        [span for one in told for span in one.spans],
        [some for one in told for some in one.stems],
        [some for one in told for some in one.links],
        sizes,
        numbers,
        np.bincount(numbers[np.repeat(looked, sizes)], minlength=len(known)),
    )


def _by_chapter(all_: Units) -> list[Told]:
    """Return the sentences of all units; those of a chapter are kept with it."""
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
        (at, one)
        for at, number in enumerate(numbers)
        if all_.kind(number) in KINDS and all_.is_sought(number)
        for lo, hi in all_[number].said
        if hi - lo >= FEWEST
        and len((one := sentence(all_[number], lo, hi)).stems) >= STEMS
    ]
    some = [[*one.stems, *one.links] for _, one in found]
    return Told(
        np.array([at for at, _ in found], np.int64),
        [(one.lo, one.hi) for _, one in found],
        [one.stems for _, one in found],
        [one.links for _, one in found],
        np.array([len(each) for each in some], np.int64),
        np.array([words.stem(one) for each in some for one in each], np.int64),
    )


def sentence(unit: Unit, lo: int, hi: int) -> Said:
    """Return some words of a unit as a sentence."""
    found: set[str] = set()
    for one in unit.readings[lo:hi]:
        if one.figure:
            found.add(f"{FIGURE}{one.figure}")
        else:
            found.update(map(stem, _parts(one.norm)))
    return Said(unit, lo, hi, frozenset(found - {""}), _links(unit, lo, hi))


def _parts(word: str) -> list[str]:
    """Return the parts of a word, but of one with a single letter the word: e-mail."""
    parts = HYPHEN.split(word)
    return ["".join(parts)] if min(map(len, parts)) == 1 < len(parts) else parts


def _links(unit: Unit, lo: int, hi: int) -> frozenset[str]:
    """Return where the links of some words of a unit lead."""
    end = unit.words[hi][1] if hi < len(unit.words) else _end(unit)
    found = TARGET.findall(unit.source, _start(unit, lo), end)
    return frozenset(f"@{_plain(one or other)}" for one, other in found)


def _start(unit: Unit, lo: int) -> int:
    """Return where a word of a unit starts, with the marks before it."""
    if not lo and not _is_within(unit):
        return unit.block.start
    start = unit.words[lo][1]
    while start > unit.block.start and unit.source[start - 1] in OPENING:
        start -= 1
    return start


def _end(unit: Unit) -> int:
    """Return where a unit ends, with what its last word leads to."""
    after = unit.words[-1][2]
    if not _is_within(unit):
        return max(unit.block.end, after)
    row = unit.kind == "row"
    found = (REST if row else CLOSING).match(unit.source, after, unit.block.end)
    return found.end() if found else after


def _is_within(unit: Unit) -> bool:
    """Say whether more stands in the block of a unit than the unit."""
    return unit.part or unit.kind == "row"


def _plain(address: str) -> str:
    """Return an address without what differs between two that lead to one place."""
    while before := BEFORE.match(address):
        address = address[before.end() :]
    return address.rstrip("/")


def beside(one: Said, step: int) -> Said | None:
    """Return the sentence before (-1) or after (1) one of a unit."""
    edge = one.hi if step > 0 else one.lo
    kept = one.unit.beside
    if (edge, step) not in kept:
        # Without the unit, which would hold itself.
        kept[edge, step] = _beside(one.unit, edge, step)[1:]
    found = kept[edge, step]
    return Said(one.unit, *found) if found else None


def _beside(unit: Unit, edge: int, step: int) -> Said | tuple[()]:
    for lo, hi in unit.said:
        if edge == (lo if step > 0 else hi):
            return sentence(unit, lo, hi)
    return ()
