"""Units: layouts in, the passages that are compared with each other out.

A unit is a paragraph, a list item, a whole list, a row of a table or a paragraph of a
note, with its words as a reader sees them. A heading is compared only where it stands
in a copied passage.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from typing import Any, cast

from crossfoot.places import Span
from crossfoot.repeats.language import Reading, bared, read, sentences
from crossfoot.repeats.layout import Block, Layout, Word
from crossfoot.repeats.sketches import LONGEST, Kind, Share, Sketch, shares
from crossfoot.repeats.wording import LIGHT

BOUND = re.compile(r"\]\{[^{}]*?\bvalue=[\"']?([^\s\"'{}|]+)")
"""What stands behind a figure that its author bound to a quantity."""

LINK = re.compile(r"[*_“\"'‘]*!?\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])[*_”\"'’.,;:]*")
BREAK = re.compile(r"(?:\s|</?br\s*/?>)*")
"""What parts two paragraphs and shows nothing."""
SIGNS = re.compile(r"[\W_]+")
"""What stands between the words of a file's name."""
ASKED = "asked"
"""What a layout keeps by that which was asked of units that are not made yet."""
DIGEST = 16
"""Bytes of the hash of a unit."""


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
    file: str
    """The name of its chapter's file, as words."""
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
    def digest(self) -> str:
        """A hash of `face` that two faces do not share."""
        raw = self.face.encode("utf-8", "surrogatepass")
        return blake2b(raw, digest_size=DIGEST).hexdigest()

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
        about = here.chapter.source, self.titles[page], _file(here)
        made = Unit(number, page, *about, block, kind, words, **more)
        if asked := here.kept.get((ASKED, name)):
            vars(made).update(asked)
        here.kept[name] = made
        return made


def units(layouts: Sequence[Layout]) -> Units:
    """Return the units of a report."""
    parts = [
        share
        for summary in (False, True)
        for page, one in enumerate(layouts)
        for share in shares(page, one)
        if share.summary is summary
    ]
    sketches = [sketch for share in parts for sketch in share.sketches]
    return Units(layouts, sketches, [_title(one) for one in layouts], parts)


def stem(norm: str) -> str:
    """Return a word without the mark of its plural."""
    return norm.removesuffix("s") if len(norm) > 3 else norm


def _title(one: Layout) -> str:
    """Return the title of a chapter: of its front matter, or its first heading."""
    told = one.chapter.meta.get("title")
    first = next((leaf for leaf in one.leaves if leaf.kind == "heading"), None)
    return str(told) if told else " ".join(w[0] for w in first.words) if first else ""


def _file(one: Layout) -> str:
    """Return the name of a chapter's file, as words."""
    return " ".join(SIGNS.split(one.chapter.file.rpartition("/")[2].split(".")[0]))


def is_link(one: Unit) -> bool:
    """Say whether a unit is nothing but a link or an image."""
    return LINK.fullmatch(one.strict) is not None


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
        between = a.source[a.block.end : b.block.start] if apart else ""
        return BREAK.fullmatch(between) is not None
    return a.kind == "item" and in_one_list(a, b) and apart <= MARKER
