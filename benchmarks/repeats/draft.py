"""A report that is still being written: chapters of blocks, and where one may plant."""

import random
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from marks import Span, bare, marked

Kind = Literal["heading", "prose", "list", "table", "quote", "other"]
WIDTHS = (86, 72, 0, 98, 64)
"""Where the lines of a chapter break; 0: a paragraph is a line."""

ODD = re.compile(
    r"^\s*(?:[-+*>#|:@(~=]|(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)](?:\s|$))",
    re.MULTILINE,
)
"""Lines that may begin something else than text."""

ENDS = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[“\"‘'(]?[A-Z£\d])")
SHORT = re.compile(
    r"(?:\b(?:[A-Z]|[Dd]r|Mrs?|Ms|St|Prof|e\.g|i\.e|etc|cf|vs|[Nn]o|p|pp))\.$"
)


@dataclass(slots=True, eq=False)
class Block:
    """A block of a chapter, as written."""

    kind: Kind
    text: str
    used: bool = False
    """It was planted, or something in it."""
    open: bool = True
    """Another block may stand after it."""
    source: bool = True
    """Copies of it may be planted: it is like no other block."""

    @property
    def words(self) -> int:
        """Words of the text."""
        return len(self.text.split())


@dataclass(slots=True, eq=False)
class Chapter:
    """A chapter: the blocks that stand in one file."""

    file: str
    blocks: list[Block]
    width: int = 0
    summary: bool = False

    def wrap(self, text: str) -> str:
        """Break a paragraph's lines as the chapter does."""
        return wrapped(text, self.width)

    def text(self) -> str:
        """Return the file's text, marks included."""
        head = "---\nrole: summary\n---\n\n" if self.summary else ""
        return head + "\n\n".join(block.text for block in self.blocks) + "\n"


def wrapped(text: str, width: int) -> str:
    """Break the lines of a paragraph where no line can turn into something else."""
    folded = " ".join(text.split())
    if not width:
        return folded
    lines = textwrap.wrap(folded, width, break_long_words=False, break_on_hyphens=False)
    rest = "\n".join(bare(line) for line in lines[1:])
    return folded if ODD.search(rest) else "\n".join(lines)


def sentences(text: str) -> list[Span]:
    """Return where the sentences of a paragraph stand."""
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    for found in ENDS.finditer(text):
        end = found.end() - len(found[0]) + len(found[0].rstrip())
        if not SHORT.search(text[:end]):
            spans.append((start, end))
            start = found.end()
    end = len(text.rstrip())
    return [*spans, (start, end)] if end > start else spans


Wanted = Callable[[Sequence[Block]], bool]
"""Says whether blocks in a row will do."""


@dataclass(slots=True)
class Draft:
    """The report with its open places."""

    rng: random.Random
    chapters: list[Chapter]
    numbers: int = 0
    """Marks given out."""

    def number(self) -> int:
        """Return the number of a new mark."""
        self.numbers += 1
        return self.numbers

    def mark(self, text: str) -> tuple[int, str]:
        """Return a new mark and a text, trimmed, between its signs."""
        number = self.number()
        return number, marked(number, text)

    @property
    def summaries(self) -> list[Chapter]:
        """The chapters that may repeat the others."""
        return [one for one in self.chapters if one.summary]

    @property
    def bodies(self) -> list[Chapter]:
        """The chapters that are no summary."""
        return [one for one in self.chapters if not one.summary]

    def take(self, wanted: Wanted, count: int = 1) -> tuple[Chapter, list[Block]]:
        """Return blocks in a row that were not used and stand apart from used ones.

        Raises LookupError where no such blocks are left.
        """
        found = [
            (chapter, at)
            for chapter in self.bodies
            for at in self._rows(chapter.blocks, wanted, count)
        ]
        if not found:
            raise LookupError("the carrier is too small for so many plants")
        chapter, at = self.rng.choice(found)
        taken = chapter.blocks[at : at + count]
        for block in taken:
            block.used = True
        return chapter, taken

    def _rows(
        self, blocks: Sequence[Block], wanted: Wanted, count: int
    ) -> Iterator[int]:
        for at in range(len(blocks) - count + 1):
            row = blocks[at : at + count]
            around = blocks[max(at - 1, 0) : at + count + 1]
            if any(block.used for block in around):
                continue
            if all(block.source for block in row) and wanted(row):
                yield at

    def put(self, kind: Kind, texts: Sequence[str], into: Sequence[Chapter]) -> Chapter:
        """Insert blocks in a row somewhere; return the chapter.

        Raises LookupError where no place is left.
        """
        listed = kind == "list"
        found = [(one, at) for one in into for at in _spots(one, listed=listed)]
        if not found:
            raise LookupError("the carrier is too small for so many plants")
        chapter, spot = self.rng.choice(found)
        new = [self._block(kind, text, chapter) for text in texts]
        chapter.blocks[spot:spot] = new
        return chapter

    def _block(self, kind: Kind, text: str, chapter: Chapter) -> Block:
        shown = _kind(kind, text)
        return Block(shown, chapter.wrap(text) if shown == "prose" else text, used=True)


def _kind(kind: Kind, text: str) -> Kind:
    plain = bare(text)
    if plain.startswith("#"):
        return "heading"
    return "table" if plain.startswith("|") else kind


def _spots(chapter: Chapter, *, listed: bool) -> Iterator[int]:
    """Yield where a block may be inserted: between two blocks that nobody used.

    A list has no place beside another one, which it would run together with.
    """
    for at in range(1, len(chapter.blocks) + 1):
        before = chapter.blocks[at - 1]
        after = chapter.blocks[at] if at < len(chapter.blocks) else None
        beside = [one for one in (before, after) if one]
        if any(one.used or (listed and one.kind == "list") for one in beside):
            continue
        if before.open:
            yield at
