"""Sections: the headings of a chapter in, which sections hold a passage out."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossfoot.chapters import Chapter
from crossfoot.places import Place, Span
from crossfoot.repeats.layout import Block, Layout


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A heading with all that stands under it, or a whole chapter."""

    page: int
    """Index of the layout."""
    lo: int
    """Its first token."""
    hi: int
    """One past its last token."""
    words: int
    above: int | None
    """Which section of its chapter holds it; None of the chapter."""
    heading: Block | None
    """None of a chapter."""

    @property
    def key(self) -> tuple[int, int, int]:
        """What orders sections, and tells them apart; the widest first."""
        return self.page, self.lo, -self.hi

    def apart(self, other: "Section") -> bool:
        """Say whether two sections have nothing in common."""
        return self.page != other.page or self.hi <= other.lo or other.hi <= self.lo


class Sections:
    """The sections of the chapters of a report, each chapter's made when asked for."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        """Take the layouts of a report."""
        self.layouts = layouts
        self.pages = {one.chapter.file: at for at, one in enumerate(layouts)}
        self.made: dict[int, list[Section]] = {}

    def order(self, chapter: Chapter, span: Span) -> tuple[int, int]:
        """Return what passages are sorted by, in reading order."""
        return self.pages[chapter.file], span[0]

    def around(self, file: str, span: Span) -> Iterator[Section]:
        """Yield the sections that hold a passage whole, the innermost first.

        A chapter that stands under one heading is that section alone.
        """
        page = self.pages[file]
        lo, hi = self.layouts[page].tokens(span)
        found = self._of(page)
        at: int | None = bisect_right(found, lo, key=lambda one: one.lo) - 1
        last = None
        while at is not None:
            if hi <= found[at].hi and found[at].key != last:
                yield found[at]
                last = found[at].key
            at = found[at].above

    def _of(self, page: int) -> list[Section]:
        """Return the sections of a chapter, itself the first, as they start."""
        if page not in self.made:
            self.made[page] = list(_sections(page, self.layouts[page]))
        return self.made[page]

    def are_namesakes(self, a: Section, b: Section) -> bool:
        """Say whether two sections of a chapter have one title.

        Both stand under the same heading, or under none.
        """
        beside = a is not b and (a.page, a.above) == (b.page, b.above)
        return bool(beside and a.heading and b.heading) and self.name(a) == self.name(b)

    def name(self, one: Section) -> str:
        """Return the words of a section's heading; of a chapter its first one."""
        here = self.layouts[one.page]
        head = one.heading or next(
            (leaf for leaf in here.leaves if leaf.kind == "heading"), None
        )
        return " ".join(word[0] for word in here.words(head)) if head else ""

    def place(self, one: Section) -> Place:
        """Return where a section starts: its heading, or the first line of it."""
        here = self.layouts[one.page]
        head = one.heading or next(iter(here.leaves), None)
        chapter = here.chapter
        if head is None:
            return chapter.place(None)
        start, end = here.span(head.lo, head.hi)
        line = chapter.source.find("\n", start, end)
        return chapter.place((start, end if line < 0 else line))


def _sections(page: int, here: Layout) -> Iterator[Section]:
    heads = [one for one in here.leaves if one.kind == "heading" and one.level]
    levels = [0, *(one.level for one in heads)]
    starts = [0, *(one.lo for one in heads)]
    ends, above = _nested(levels, [*starts, len(here)])
    for at, head in enumerate([None, *heads]):
        lo, hi = starts[at], ends[at]
        words = here.weights.count(1, lo, hi)
        yield Section(page, lo, hi, words, above[at], head)


def _nested(
    levels: Sequence[int], starts: Sequence[int]
) -> tuple[list[int], list[int | None]]:
    """Return for each section where it ends, and which one holds it.

    `starts` has one more, the end of the chapter.
    """
    ends = [starts[-1]] * len(levels)
    above: list[int | None] = [None] * len(levels)
    open_: list[int] = []
    for at, level in enumerate(levels):
        while open_ and levels[open_[-1]] >= level:
            ends[open_.pop()] = starts[at]
        above[at] = open_[-1] if open_ else None
        open_.append(at)
    return ends, above


def passages(here: Layout, section: Section, spans: Iterable[Span]) -> tuple[int, int]:
    """Return how many passages of a section stand in places, and how many it has."""
    leaves = [
        leaf
        for leaf in here.leaves
        if section.lo <= leaf.lo and leaf.hi <= section.hi
        if leaf.kind not in {"heading", "sealed"}
    ]
    held = bytearray(len(here))
    for span in spans:
        lo, hi = here.tokens(span)
        held[lo:hi] = b"\1" * (hi - lo)
    return sum(1 in held[one.lo : one.hi] for one in leaves), len(leaves)
