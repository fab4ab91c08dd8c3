"""Units: layouts in, the passages that are compared with each other out.

A unit is a paragraph, a list item, a whole list, a row of a table or a paragraph of a
note, with its words as a reader sees them. A heading is compared only where it stands
in a copied passage. Most units are like no other, so each is made when it is asked for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, cast

from crossfoot.places import Span
from crossfoot.repeats.language import Reading, bared, read, sentences
from crossfoot.repeats.layout import Block, Layout, Word
from crossfoot.repeats.wording import LIGHT

Kind = Literal["prose", "item", "list", "row", "note", "heading"]

STOPS = frozenset(".!?…")

BOUND = re.compile(r"\]\{[^{}]*?\bvalue=[\"']?([^\s\"'{}|]+)")
"""What stands behind a figure that its author bound to a quantity."""

SENTENCE = 20
"""Words from which on a heading that is underlined is a paragraph by a slip: a rule
drawn without a blank line, or what is left of a merge."""
LONGEST = 2000
"""Words from which on a unit is left to the runs of tokens: a page pasted without
blank lines; its sentences are units instead."""


@dataclass(eq=False)
class Unit:
    """A passage that is compared."""

    number: int
    """Its place among all units, in reading order."""
    page: int
    """Index of the layout."""
    source: str
    """The text of its chapter."""
    title: str
    """The title of its chapter."""
    block: Block
    kind: Kind
    words: tuple[Word, ...]
    """Without marks that stand alone."""
    row: int = 0
    """Of a row: which one of its table, the header being 0."""
    parts: tuple[Span, ...] = ()
    """Of a row its cells, of a list its items: ranges of its words."""
    part: bool = False
    """It is a sentence or a paragraph of its block."""
    stops: frozenset[int] = frozenset()
    """Words after which a mark stands alone that ends a sentence: `code`."""
    held: Any = field(default=None, init=False, repr=False)
    """Its figures and names, once `vocabulary` has looked for them."""
    beside: dict[tuple[int, int], Any] = field(
        default_factory=dict, init=False, repr=False
    )
    """Sentences by where another one ends and on which side of it, as `said` found."""

    @cached_property
    def topic(self) -> frozenset[str]:
        """What its chapter and section are about, by the words of their titles."""
        words = f"{self.title} {self.block.under}".split()
        return frozenset(stem(read(word).norm) for word in words) - LIGHT

    @property
    def span(self) -> Span:
        """Where it stands: the whole block, or its words where it is part of one."""
        if self.kind in {"row", "note"} or not self.block.size:
            return self.words[0][1], self.words[-1][2]
        whole = self.block.size <= LONGEST and not self.part
        return (
            (self.block.start, self.block.end)
            if whole
            else (self.words[0][1], self.words[-1][2])
        )

    @cached_property
    def face(self) -> str:
        """All of it that `compare` looks at, as text: not where it stands."""
        words = [word[0] for word in self.words]
        about = self.title, self.block.under
        # Of a text, and not of a tuple, Python keeps the hash.
        return repr((self.kind, words, self.parts, sorted(self.stops), about))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """What each word says."""
        return tuple(read(word[0]) for word in self.words)

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """Its words case-folded, without punctuation."""
        return tuple(one.norm for one in self.readings)

    @cached_property
    def mask(self) -> tuple[str, ...]:
        """Its words with every figure as `#`."""
        return tuple("#" if one.figure else one.norm for one in self.readings)

    @cached_property
    def openings(self) -> frozenset[int]:
        """The words that it, or a part of it, starts with."""
        return frozenset((0, *(lo for lo, _ in self.parts)))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences as ranges of its words; a row is one, an item one or more."""
        if self.kind == "row":
            return ((0, len(self.words)),)
        return tuple(self._within(self.parts or ((0, len(self.words)),)))

    @cached_property
    def said(self) -> tuple[Span, ...]:
        """Its sentences, in a row those of each cell."""
        if self.kind != "row":
            return self.sentences
        return tuple(self._within(self.parts))

    def _within(self, parts: Iterable[Span]) -> Iterator[Span]:
        """Yield the sentences of some ranges of its words."""
        names = [
            f"{word[0]}." if at in self.stops else word[0]
            for at, word in enumerate(self.words)
        ]
        for lo, hi in parts:
            for start, end in sentences(names[lo:hi]):
                yield lo + start, lo + end

    @cached_property
    def strict(self) -> str:
        """Its text as written, white space folded."""
        return " ".join(self.source[slice(*self.span)].split())

    def bound(self, at: int) -> str:
        """Return the quantity that a figure is bound to, or ""."""
        found = BOUND.match(self.source, self.words[at][2])
        return found[1] if found else ""

    def exact(self, at: int) -> Span:
        """Return the place of a word without the punctuation around it."""
        name, start, end = self.words[at]
        core = bared(name)
        before = name.find(core) if core else 0
        # Pandoc may show other characters than were written; then all of it stands.
        if not core or end - start != len(name):
            return start, end
        return start + before, start + before + len(core)

    def place(self, lo: int, hi: int) -> Span:
        """Return the characters of some of its words."""
        return self.words[lo][1], self.words[hi - 1][2]


NONE: Mapping[str, Any] = MappingProxyType({})


class Sketch(NamedTuple):
    """What is known of a unit before it is made."""

    page: int
    """Index of the layout."""
    kind: Kind
    block: Block
    words: tuple[Word, ...] | None
    """None for a plain paragraph: all of its block's."""
    more: Mapping[str, Any]
    """Its row, its parts and its stops."""

    @property
    def is_sought(self) -> bool:
        """Whether it is compared wherever it stands."""
        return self.kind != "heading" and not (
            self.kind == "row" and self.more["row"] == 0
        )


class Share(NamedTuple):
    """Units of one chapter that follow each other among all."""

    page: int
    summary: bool
    sketches: list[Sketch]


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The units of a report in reading order, those of summaries last.

    So the first of two is never a summary of the second.
    """

    layouts: Sequence[Layout]
    sketches: list[Sketch]
    titles: list[str]
    """Of the layouts."""
    shares: list[Share]
    """The sketches by chapter, in the same order."""
    made: dict[int, Unit] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.sketches)

    def __getitem__(self, number: int) -> Unit:
        """Return a unit, which is the same one each time."""
        found = self.made.get(number)
        if found is None:
            found = self.made[number] = self._unit(number)
        return found

    def part(self, number: int, lo: int, hi: int) -> Unit:
        """Return some words of a unit as a unit of their own."""
        whole = self[number]
        stops = frozenset(at - lo for at in whole.stops if lo <= at < hi)
        words = whole.words[lo:hi]
        return replace(whole, words=words, parts=(), part=True, stops=stops)

    def kind(self, number: int) -> Kind:
        """Return what a unit is."""
        return self.sketches[number].kind

    def is_sought(self, number: int) -> bool:
        """Say whether a unit is compared wherever it stands."""
        return self.sketches[number].is_sought

    def _unit(self, number: int) -> Unit:
        page, kind, block, words, more = self.sketches[number]
        here = self.layouts[page]
        name = id(self.sketches[number])
        if found := here.kept.get(name):
            found.number = number
            return cast("Unit", found)
        if words is None:
            words = here.words(block)
        about = here.chapter.source, self.titles[page]
        made = Unit(number, page, *about, block, kind, words, **more)
        here.kept[name] = made
        return made


def units(layouts: Sequence[Layout]) -> Units:
    """Return the units of a report."""
    shares = [
        share
        for summary in (False, True)
        for page, one in enumerate(layouts)
        for share in _shares(page, one)
        if share.summary is summary
    ]
    sketches = [sketch for share in shares for sketch in share.sketches]
    return Units(layouts, sketches, [_title(one) for one in layouts], shares)


def _shares(page: int, one: Layout) -> list[Share]:
    """Return the units of a chapter, the same ones each time."""
    # Units are kept by the `id()` of their sketches, which these lists hold.
    if page not in one.kept:
        found: tuple[list[Sketch], list[Sketch]] = [], []
        for sketch in _found(page, one):
            found[sketch.block.summary].append(sketch)
        one.kept[page] = [
            Share(page, bool(summary), some) for summary, some in enumerate(found)
        ]
    return cast("list[Share]", one.kept[page])


def stem(norm: str) -> str:
    """Return a word without the mark of its plural."""
    return norm.removesuffix("s") if len(norm) > 3 else norm


def _title(one: Layout) -> str:
    """Return the title of a chapter: of its front matter, or its first heading."""
    told = one.chapter.meta.get("title")
    first = next((leaf for leaf in one.leaves if leaf.kind == "heading"), None)
    return str(told) if told else " ".join(w[0] for w in first.words) if first else ""


def _found(page: int, one: Layout) -> Iterator[Sketch]:
    """Yield the units of a chapter that have words."""
    for block in one.leaves:
        if block.plain and block.size <= LONGEST:
            yield Sketch(page, "item" if block.family else "prose", block, None, NONE)
        else:
            yield from _told(page, _of_leaf(one, block))
    yield from _told(page, (("note", block, block.words, {}) for block in one.notes))
    for block in one.lists():
        words, more = _joined([one.words(leaf) for leaf in _leaves(block)])
        yield from _told(page, [("list", block, words, more)])


Found = tuple[Kind, Block, Sequence[Word], dict[str, Any]]


def _told(page: int, found: Iterable[Found]) -> Iterator[Sketch]:
    for kind, block, words, more in found:
        kept, stops = said(words)
        if kept:
            yield Sketch(page, kind, block, kept, {"stops": stops, **more})


def _of_leaf(one: Layout, block: Block) -> Iterator[Found]:
    if block.kind == "table":
        yield from _rows(block)
    elif block.kind == "heading":
        kind: Kind = "prose" if _is_underlined(one, block) else "heading"
        yield kind, block, block.words, {}
    elif block.pieces:
        for lo, hi in pairwise((*block.pieces, block.size)):
            yield "prose", block, block.words[lo:hi], {"part": True}
    elif block.kind in {"prose", "whole"}:
        yield from _prose(block, one.words(block))


def _is_underlined(one: Layout, block: Block) -> bool:
    """Say whether a heading is a paragraph with a rule beneath it."""
    return block.size >= SENTENCE and not one.token(block.lo).startswith("#")


def _prose(block: Block, words: Sequence[Word]) -> Iterator[Found]:
    if len(words) <= LONGEST:
        yield "item" if block.family else "prose", block, words, {}
        return
    for lo, hi in sentences([word[0] for word in words]):
        yield "prose", block, words[lo:hi], {}


def _leaves(block: Block) -> Iterator[Block]:
    for child in block.children:
        if child.children:
            yield from _leaves(child)
        else:
            yield child


def _rows(block: Block) -> Iterator[Found]:
    """Yield the rows of a table that have words."""
    for number, cells in enumerate(block.rows):
        words, more = _joined(cells)
        yield "row", block, words, {"row": number, **more}


def _joined(parts: Iterable[Sequence[Word]]) -> tuple[list[Word], dict[str, Any]]:
    """Return the words of all parts, the range of each, and where sentences end."""
    words: list[Word] = []
    bounds: list[Span] = []
    ends: set[int] = set()
    for part in parts:
        kept, stops = said(part)
        ends |= {len(words) + at for at in stops}
        bounds.append((len(words), len(words) + len(kept)))
        words += kept
    return words, {"parts": tuple(bounds), "stops": frozenset(ends)}


def in_one_list(a: Unit, b: Unit) -> bool:
    """Say whether two units are items of one list."""
    return a.page == b.page and a.block.family == b.block.family != 0


MARKER = 3
"""Tokens of a mark before an item: `- [ ]`."""


def are_neighbours(a: Unit, b: Unit) -> bool:
    """Say whether a paragraph follows another, or an item another of its list.

    No picture, code or rule stands between.
    """
    if b.number - a.number != 1 or a.page != b.page or a.kind != b.kind:
        return False
    apart = b.block.lo - a.block.hi
    if a.kind == "prose":
        return apart == 0
    return a.kind == "item" and in_one_list(a, b) and apart <= MARKER


def said(words: Sequence[Word]) -> tuple[tuple[Word, ...], frozenset[int]]:
    """Return words without marks that stand alone, and where those end a sentence."""
    kept: list[Word] = []
    stops: set[int] = set()
    for word in words:
        if read(word[0]).norm:
            kept.append(word)
        elif kept and word[0][:1] in STOPS:
            stops.add(len(kept) - 1)
    return tuple(kept), frozenset(stops)
