"""The stream: layouts in reading order in, one sequence of numbered tokens out.

Equal keys have equal numbers. The body of all chapters comes first and what authors
marked as summaries last, so that an earlier token is always the one that stays.
Between stretches stands a number of its own, which no run can cross.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from crossfoot.repeats.layout import Block, Layout


class Stretch(NamedTuple):
    """Tokens of one layout that follow each other in the stream."""

    page: int
    """Index of the layout."""
    lo: int
    hi: int
    base: int
    """Where they start in the stream."""


@dataclass(slots=True)
class Stream:
    """All tokens of a report."""

    layouts: Sequence[Layout]
    ids: list[int] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    bases: list[int] = field(default_factory=list)
    summary: int = 0
    """Where the summaries start."""
    weights: list[int] = field(default_factory=list)
    """How many words stand before each token, and after the last one."""

    def where(self, at: int) -> tuple[int, int]:
        """Return the layout and the token there of a position in the stream."""
        found = self.stretches[bisect_right(self.bases, at) - 1]
        return found.page, at - found.base + found.lo

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Yield the positions at which blocks start, and how many tokens they have."""
        for page, lo, hi, base in self.stretches:
            for block in self.layouts[page].leaves:
                if lo <= block.lo and block.hi <= hi:
                    yield block.lo - lo + base, block.hi - block.lo

    def words(self, lo: int, hi: int) -> int:
        """Return how many words stand from one position to another."""
        return self.weights[hi] - self.weights[lo]


def join(layouts: Sequence[Layout]) -> Stream:
    """Return the stream of a report's layouts."""
    made = Stream(layouts)
    numbers: dict[str, int] = {}
    weights: list[int] = []
    for marked in (False, True):
        if marked:
            made.summary = len(made.ids)
        for page, one in enumerate(layouts):
            for lo, hi in _ranges(one, marked):
                _add(made, page, (lo, hi), numbers)
                weights += [*one.weights[lo:hi], 0]
    made.weights = [0, *accumulate(weights)]
    return made


def _add(
    made: Stream, page: int, place: tuple[int, int], numbers: dict[str, int]
) -> None:
    lo, hi = place
    made.stretches.append(Stretch(page, lo, hi, len(made.ids)))
    made.bases.append(len(made.ids))
    number = numbers.setdefault
    made.ids += [number(key, len(numbers)) for key in made.layouts[page].keys[lo:hi]]
    made.ids.append(-len(made.stretches))


def _ranges(one: Layout, marked: bool) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of a layout that are summary, or that are not."""
    if one.chapter.role == "summary":
        if marked:
            yield 0, len(one.keys)
        return
    at = 0
    for lo, hi in _summaries(one.blocks):
        if marked:
            yield lo, hi
        elif lo > at:
            yield at, lo
        at = hi
    if not marked and len(one.keys) > at:
        yield at, len(one.keys)


def _summaries(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        inside = block.children and all(child.summary for child in block.children)
        if block.summary or inside:
            yield block.lo, block.hi
        else:
            yield from _summaries(block.children)
