"""The stream: layouts in reading order in, one sequence of numbered tokens out.

Equal keys have equal numbers. The body of all chapters comes first and what authors
marked as summaries last, so that an earlier token is always the one that stays. After
either stands what pandoc takes for code and is prose: it counts where copies are
counted, and no run has it on a side. Between stretches stands a number of its own,
which no run can cross.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from crossfoot.places import Span
from crossfoot.repeats.chunks import is_inside
from crossfoot.repeats.layout import Block, Layout
from crossfoot.repeats.tokens import same_text


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
    stretches: list[Stretch] = field(default_factory=list)
    bases: list[int] = field(default_factory=list)
    sunken: list[Span] = field(default_factory=list)
    """Which of them pandoc takes for code: positions, in order."""
    summary: int = 0
    """Where the summaries start."""
    size: int = 0
    """Tokens, with the marks between stretches."""
    ids: Any = None
    """The numbers of the tokens' keys: an array of 32-bit integers."""
    weights: Any = None
    """How many words stand before each token, and after the last one; an array."""
    laid: tuple[Any, Any] | None = None
    """What `blocks` found."""

    def where(self, at: int) -> tuple[int, int]:
        """Return the layout and the token there of a position in the stream."""
        found = self.stretches[bisect_right(self.bases, at) - 1]
        return found.page, at - found.base + found.lo

    def span(self, at: int, size: int) -> tuple[int, Span]:
        """Return the layout and the characters of some tokens."""
        page, token = self.where(at)
        return page, self.layouts[page].span(token, token + size)

    def blocks(self) -> tuple[Any, Any]:
        """Return the positions at which blocks start, and how many tokens they have."""
        if self.laid is None:
            self.laid = self._blocks()
        return self.laid

    def _blocks(self) -> tuple[Any, Any]:
        import numpy as np

        starts, sizes = array("i"), array("i")
        for lo, hi in self.sunken:
            starts.append(lo)
            sizes.append(hi - lo)
        for page, lo, hi, base in self.stretches:
            if is_inside(self.sunken, base):
                continue
            for block in self.layouts[page].leaves:
                if lo <= block.lo and block.hi <= hi:
                    starts.append(block.lo - lo + base)
                    sizes.append(block.hi - block.lo)
        order = np.argsort(np.array(starts), kind="stable")
        return np.array(starts)[order], np.array(sizes)[order]

    def words(self, lo: int, hi: int) -> int:
        """Return how many words stand from one position to another."""
        return int(self.weights[hi]) - int(self.weights[lo])

    def same(self, a: int, b: int, size: int) -> bool:
        """Say whether tokens of equal numbers are equal as text."""
        sides = (self.span(at, size) for at in (a, b))
        texts = (self.layouts[p].chapter.source[slice(*place)] for p, place in sides)
        return same_text(*texts)


def join(layouts: Sequence[Layout]) -> Stream:
    """Return the stream of a report's layouts."""
    made = Stream(layouts)
    for marked in (False, True):
        if marked:
            made.summary = made.size
        shown = [list(_ranges(one, marked)) for one in layouts]
        for page, ranges in enumerate(shown):
            for lo, hi in ranges:
                _enter(made, page, lo, hi)
        for page, ranges in enumerate(shown):
            for lo, hi in layouts[page].sunken:
                if is_inside(ranges, lo):
                    made.sunken.append((made.size, made.size + hi - lo))
                    _enter(made, page, lo, hi)
    _fill(made)
    return made


def _enter(made: Stream, page: int, lo: int, hi: int) -> None:
    """Add tokens of a layout, and the mark after them, to the end of the stream."""
    made.stretches.append(Stretch(page, lo, hi, made.size))
    made.bases.append(made.size)
    made.size += hi - lo + 1


def _fill(made: Stream) -> None:
    """Enter the tokens of all stretches, and how many words they are."""
    import numpy as np

    made.ids = np.empty(made.size, np.int32)
    made.weights = np.zeros(made.size + 1, np.int32)
    for number, (page, lo, hi, base) in enumerate(made.stretches, 1):
        one, end = made.layouts[page], base + hi - lo
        made.ids[base:end] = _numbers(one, lo, hi, is_inside(made.sunken, base))
        made.ids[end] = -number
        here = np.frombuffer(one.weights, np.uint8)[lo:hi].astype(np.int32)
        there = made.weights[base + 1 : end + 1]
        np.cumsum(here, dtype=np.int32, out=there)
        there += made.weights[base]
        made.weights[end + 1] = made.weights[end]


def _numbers(one: Layout, lo: int, hi: int, sunken: bool) -> Any:
    """Return the numbers of tokens; those that sunken ones would have as prose."""
    if not sunken:
        return one.said.numbers[lo:hi]
    return [one.said.lexicon.number(key) for key in one.written(lo, hi)]


def _ranges(one: Layout, marked: bool) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of a layout that are summary, or that are not."""
    if one.chapter.role == "summary":
        if marked:
            yield 0, len(one)
        return
    at = 0
    # What is a summary marks all that it holds.
    some = any(leaf.summary for leaf in one.leaves)
    for lo, hi in _summaries(one.blocks) if some else ():
        if marked:
            yield lo, hi
        elif lo > at:
            yield at, lo
        at = hi
    if not marked and len(one) > at:
        yield at, len(one)


def _summaries(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        inside = block.children and all(child.summary for child in block.children)
        if block.summary or inside:
            yield block.lo, block.hi
        else:
            yield from _summaries(block.children)
