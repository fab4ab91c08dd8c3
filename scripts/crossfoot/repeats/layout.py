"""The layout of a chapter: its AST in, its tokens and blocks with their places out.

A token is a stretch of the source without white space; two passages are equal when
their tokens have equal keys. The key of a token is its NFC text, and more where equal
text may mean something else: code, cells of a table, what a note or link leads to.
A layout depends on nothing but its chapter.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

from crossfoot.chapters import Chapter
from crossfoot.places import Span
from crossfoot.repeats.plain import shown
from crossfoot.repeats.tokens import TOKEN, Tokens
from crossfoot.waivers import Allowance

Word = tuple[str, int, int]
"""A word of the text a reader sees, and where it stands in the source."""


@dataclass(slots=True, eq=False)
class Block:
    """A block or a list item, and where it stands.

    Not frozen for speed alone: nothing changes one.
    """

    kind: str
    """A value of `builder.KINDS`, or `item`, `note`, `whole`."""
    start: int
    end: int
    lo: int
    """Its first token."""
    hi: int
    """One past its last token."""
    movable: bool
    """False when cutting it as a whole would take or leave too much."""
    children: tuple["Block", ...] = ()
    words: tuple[Word, ...] = ()
    """Of what is not plain; `Layout.words` has those of any block."""
    size: int = 0
    """How many words it has."""
    plain: bool = False
    """Its words are its tokens, and nothing else stands in it."""
    level: int = 0
    """Of a heading."""
    summary: bool = False
    """The author marked it, or what it stands in, as a summary."""
    family: int = 0
    """Equal for the paragraphs of one list; 0 outside lists."""
    under: str = ""
    """The text of the heading that it stands under."""
    case: str = ""
    """Which of several cases the headings above say that it is about, as `study 2`."""
    rows: tuple[tuple[tuple[Word, ...], ...], ...] = ()
    """Of a table: the words of its cells, row by row; the first row is its header."""
    pieces: tuple[int, ...] = ()
    """Of a quotation or the like: the word that each of its paragraphs starts with."""
    closed: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """Tokens of a paragraph before which, and after which, it cannot be parted."""


@dataclass(slots=True, eq=False)
class Layout:
    """One chapter as tokens and blocks."""

    chapter: Chapter
    said: Tokens
    weights: bytearray = field(default_factory=bytearray)
    """1 for a token that a reader reads as a word."""
    blocks: tuple[Block, ...] = ()
    leaves: list[Block] = field(default_factory=list)
    """Blocks that hold no others, in order."""
    notes: list[Block] = field(default_factory=list)
    """Paragraphs of notes: compared, never cut."""
    sunken: list[Span] = field(default_factory=list)
    """Tokens of the paragraphs that pandoc takes for blocks of code, in order."""
    anchors: dict[int, list[str]] = field(default_factory=dict)
    """Identifiers by the token that their element starts at."""
    anchored_at: list[int] = field(default_factory=list)
    """Their keys, in order."""
    mentions: set[str] = field(default_factory=set)
    """Identifiers that links and cross references lead to."""
    leads: list[tuple[int, str]] = field(default_factory=list)
    """Where it points to places of its chapter: tokens, and the names, in order."""
    allowances: list[Allowance] = field(default_factory=list)
    """The waivers in its comments."""
    kept: dict[Hashable, Any] = field(default_factory=dict)
    """What was made of it, for who looks again at a report that holds it still."""

    @property
    def starts(self) -> "array[int]":
        """Where its tokens start."""
        return self.said.starts

    @property
    def ends(self) -> "array[int]":
        """Where they end."""
        return self.said.ends

    def __len__(self) -> int:
        """Return how many tokens it has."""
        return len(self.said.starts)

    def keys(self, lo: int, hi: int) -> list[str]:
        """Return the keys of tokens from one to another."""
        return self.said.keys(lo, hi)

    def written(self, lo: int, hi: int) -> list[str]:
        """Return the keys of tokens, those of sunken ones as if they were no code."""
        out = self.keys(lo, hi)
        at = bisect_right(self.sunken, lo, key=lambda one: one[1])
        for start, end in self.sunken[at:]:
            if start >= hi:
                break
            first, last = max(start, lo), min(end, hi)
            texts = self.texts(first, last)
            out[first - lo : last - lo] = [normalize("NFC", one) for one in texts]
        return out

    def words(self, block: Block) -> tuple[Word, ...]:
        """Return the words of a block as a reader sees them."""
        if not block.plain:
            return block.words
        lo, hi = block.lo, block.hi
        names = map(shown, self.keys(lo, hi))
        return tuple(zip(names, self.starts[lo:hi], self.ends[lo:hi], strict=True))

    def texts(self, lo: int, hi: int) -> list[str]:
        """Return tokens as they stand in the source, "" for those outside."""
        first, last = max(lo, 0), min(hi, len(self))
        if first >= last:
            return [""] * (hi - lo)
        found = TOKEN.findall(self.chapter.source, *self.span(first, last))
        return [""] * (first - lo) + found + [""] * (hi - last)

    def token(self, number: int) -> str:
        """Return a token as it stands in the source, or "" past the last one."""
        if not 0 <= number < len(self):
            return ""
        return self.chapter.source[self.starts[number] : self.ends[number]]

    def span(self, lo: int, hi: int) -> Span:
        """Return the characters from one token to another."""
        return self.starts[lo], self.ends[hi - 1]

    def tokens(self, span: Span) -> tuple[int, int]:
        """Return the tokens that a stretch of the source touches."""
        lo = bisect_right(self.starts, span[0]) - 1
        if lo < 0 or self.ends[lo] <= span[0]:
            lo += 1
        return lo, bisect_left(self.starts, span[1])

    def anchored(self, lo: int, hi: int) -> list[int]:
        """Return the tokens of a range that an element with an identifier starts at."""
        first = bisect_left(self.anchored_at, lo)
        return self.anchored_at[first : bisect_left(self.anchored_at, hi)]

    def lists(self) -> Iterator[Block]:
        """Yield the lists that stand in no other list."""
        todo = list(reversed(self.blocks))
        while todo:
            block = todo.pop()
            if block.kind in {"list", "ordered"}:
                yield block
            else:
                todo += reversed(block.children)

    def leaf(self, token: int) -> Block | None:
        """Return the leaf that a token belongs to."""
        at = bisect_right(self.leaves, token, key=lambda leaf: leaf.lo) - 1
        found = self.leaves[at] if at >= 0 else None
        return found if found and token < found.hi else None
