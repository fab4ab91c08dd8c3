"""The plan: which tokens stand elsewhere in, what is cut from each chapter out.

A cut takes whole blocks with the white space that sets them apart, or whole sentences
out of a paragraph. It never takes a heading without all that stands under it, part of
a table, an item without its marker, or the definition of a note.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from crossfoot.places import Span
from crossfoot.repeats.layout import Block, Layout
from crossfoot.repeats.passages import trim

PLAIN = re.compile(r"[\"'“‘]?(?![A-Za-z]{1,4}[.)](?:\s|$))[^\W\d_]|[£$€]\d")
"""What a line may start with and stay text, wherever a cut puts it."""


class Piece(NamedTuple):
    """Tokens to cut, and the characters that go with them."""

    lo: int
    hi: int
    start: int
    end: int


def pieces(page: Layout, owners: Sequence[int]) -> list[Piece]:
    """Return what can be cut of the tokens that have an owner (0: none)."""
    import numpy as np

    owned = (np.asarray(owners) != 0).tobytes()
    return list(Planner(page, owned).cover(page.blocks, title=True))


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the cuts of one chapter."""

    page: Layout
    owned: bytes
    """1 for a token that has an owner."""

    def cover(
        self, blocks: Sequence[Block], *, title: bool = False, item: bool = False
    ) -> Iterator[Piece]:
        """Yield the cuts among blocks that follow each other.

        The title of a chapter stays, as does what stands right after the marker of
        an item that is not cut.
        """
        whole = [self.whole(block) for block in blocks]
        if whole and (item or (title and blocks[0].kind == "heading")):
            whole[0] = False
        _settle_headings(blocks, whole)
        for taken, members in groupby(range(len(blocks)), key=whole.__getitem__):
            if taken:
                group = [blocks[number] for number in members]
                for some in self.joined(group):
                    yield from self.group(some)
            else:
                for number in members:
                    yield from self.inside(blocks[number], first=item and not number)

    def whole(self, block: Block) -> bool:
        """Say whether all of a block stands elsewhere and can go."""
        owned = self.owned.find(0, block.lo, block.hi) < 0
        return block.movable and block.lo < block.hi and owned

    def inside(self, block: Block, *, first: bool) -> Iterator[Piece]:
        """Yield the cuts inside a block that stays."""
        if self.owned.find(1, block.lo, block.hi) < 0:
            return
        if block.kind in {"div", "list"}:
            yield from self.cover(block.children)
        elif block.kind == "item":
            yield from self.cover(block.children, item=True)
        elif block.kind == "prose" and not (first and self.whole(block)):
            yield from self.sentences(block)

    def joined(self, group: Sequence[Block]) -> Iterator[list[Block]]:
        """Split blocks where something else than white space stands between."""
        some = [group[0]]
        for before, block in pairwise(group):
            if before.hi == block.lo:
                some.append(block)
            else:
                yield some
                some = [block]
        yield some

    def group(self, group: Sequence[Block]) -> Iterator[Piece]:
        """Yield the cut of whole blocks: their lines and one gap beside them."""
        first, last = group[0], group[-1]
        listed = first.kind in {"item", "list", "ordered"}
        place = lines(self.page.chapter.source, first.start, last.end, listed=listed)
        if place:
            yield Piece(first.lo, last.hi, *place)

    def sentences(self, block: Block) -> Iterator[Piece]:
        """Yield the cuts of whole sentences in a paragraph."""
        starts, ends = block.closed
        at = block.lo
        while at < block.hi:
            if not self.owned[at]:
                at += 1
                continue
            stop = at
            while stop < block.hi and self.owned[stop]:
                stop += 1
            found = trim(self.page, block, at, stop)
            if found and found[0] not in starts:
                place = self.inline(block, *found)
                if place and found[1] - 1 not in ends:
                    yield Piece(*found, *place)
            at = stop

    def inline(self, block: Block, lo: int, hi: int) -> Span | None:
        """Return the characters of sentences, or None where their end would tear.

        What follows a cut may come to the start of a line, where it must not turn
        into a list or a heading.
        """
        page, source = self.page, self.page.chapter.source
        if (lo, hi) == (block.lo, block.hi):
            return None
        if hi == block.hi:
            return page.ends[lo - 1], page.ends[hi - 1]
        start, end = page.starts[lo], page.starts[hi]
        leads = lo == block.lo or "\n" in source[page.ends[lo - 1] : start]
        return (start, end) if not leads or PLAIN.match(source, end) else None


def _settle_headings(blocks: Sequence[Block], whole: list[bool]) -> None:
    """Keep the headings under which anything stays, or nothing stands."""
    for number in range(len(blocks) - 1, -1, -1):
        if blocks[number].kind == "heading" and whole[number]:
            under = _section(blocks, number)
            whole[number] = bool(under) and all(whole[one] for one in under)


def _section(blocks: Sequence[Block], heading: int) -> range:
    end = heading + 1
    while end < len(blocks) and not 0 < blocks[end].level <= blocks[heading].level:
        end += 1
    return range(heading + 1, end)


def lines(source: str, start: int, end: int, *, listed: bool = False) -> Span | None:
    """Return the whole lines of a stretch with the blank lines after it.

    Where none stand before it they stay, to hold its neighbours apart; what is
    `listed` stands in a list and needs none. None when the lines hold anything else,
    or the neighbours would run together.
    """
    first = source.rfind("\n", 0, start) + 1
    last = source.find("\n", end)
    last = len(source) if last < 0 else last + 1
    if source[first:start].strip() or source[end:last].strip():
        return None
    following = _blank_after(source, last)
    if _blank_before(source, first):
        return first, following
    apart = listed or following > last or last == len(source)
    return (first, last) if apart or _stands_alone(source, first) else None


def _blank_before(source: str, at: int) -> bool:
    line = source[source.rfind("\n", 0, max(at - 1, 0)) + 1 : at]
    return at == 0 or not line.strip()


def _blank_after(source: str, at: int) -> int:
    """Return where the first line that is not blank starts."""
    while at < len(source):
        end = source.find("\n", at)
        end = len(source) if end < 0 else end + 1
        if source[at:end].strip():
            break
        at = end
    return at


def _stands_alone(source: str, at: int) -> bool:
    """Say whether the line before needs no blank line after it."""
    line = source[source.rfind("\n", 0, max(at - 1, 0)) + 1 : at].strip()
    return line.startswith((":::", "#"))


@dataclass(frozen=True, slots=True)
class Cut:
    """Tokens of the stream that go, and the tokens that stay instead of them."""

    lo: int
    """In the stream."""
    hi: int
    source: int
    """Where the kept copy starts in the stream; nothing of it is cut."""
    run: int
    """Which run found it."""
    piece: int
    """Cuts of one piece stand side by side."""


def resolve(found: Iterable[tuple[int, int, int, int, int]]) -> list[Cut]:
    """Return cuts of which every source stays.

    Takes (lo, hi, source, run, piece) in the stream; where a source is cut itself,
    what it is a copy of stays instead.
    """
    done: list[Cut] = []
    bounds: list[int] = []
    for lo, hi, source, run, piece in sorted(found):
        for start, size, kept in _kept(done, bounds, source, hi - lo):
            offset = lo + start - source
            done.append(Cut(offset, offset + size, kept, run, piece))
            bounds.append(offset)
    return done


def _kept(
    done: Sequence[Cut], bounds: Sequence[int], source: int, size: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the parts of a source: start, size, and where each one stays."""
    at, end = source, source + size
    index = max(bisect_right(bounds, at) - 1, 0)
    while at < end:
        while index < len(done) and done[index].hi <= at:
            index += 1
        cut = done[index] if index < len(done) else None
        if cut and cut.lo <= at:
            stop = min(end, cut.hi)
            yield at, stop - at, cut.source + at - cut.lo
        else:
            stop = min(end, cut.lo) if cut else end
            yield at, stop - at, at
        at = stop
