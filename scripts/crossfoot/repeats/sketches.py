"""Sketches: a chapter's layout in, what is known of its units before they are made out.

Most units are like no other, so each is made when it is asked for.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, cast

from crossfoot.places import Span
from crossfoot.repeats.language import CLOSERS, read, sentences
from crossfoot.repeats.layout import Block, Layout, Word

Kind = Literal["prose", "item", "list", "row", "note", "heading"]

STOPS = frozenset(".!?…")

SENTENCE = 20
"""Words from which on a heading that is underlined is a paragraph by a slip: a rule
drawn without a blank line, or what is left of a merge."""
LONGEST = 2000
"""Words from which on a unit is left to the runs of tokens: a page pasted without
blank lines; its sentences are units instead."""


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


SHARES = "shares"
"""What a layout keeps its units by, whatever its place in the report."""


def shares(page: int, one: Layout) -> list[Share]:
    """Return the units of a chapter, the same ones each time."""
    # Units are kept by the `id()` of their sketches, which these lists hold.
    if page not in one.kept:
        found: tuple[list[Sketch], list[Sketch]] = [], []
        for sketch in _found(page, one):
            found[sketch.block.summary].append(sketch)
        one.kept[page] = one.kept[SHARES] = [
            Share(page, bool(summary), some) for summary, some in enumerate(found)
        ]
    return cast("list[Share]", one.kept[page])


def _found(page: int, one: Layout) -> Iterator[Sketch]:
    """Yield the units of a chapter that have words."""
    alone = {id(block) for _, block in marked(one)}
    for block in one.leaves:
        if block.plain and block.size <= LONGEST:
            yield Sketch(page, "item" if block.family else "prose", block, None, NONE)
        else:
            yield from _told(page, _of_leaf(one, block, alone), alone)
    notes: Iterator[Found] = (("note", one, one.words, {}) for one in one.notes)
    yield from _told(page, notes, alone)
    listed = (block for block in one.leaves if _is_listed(block))
    yield from _told(page, map(_list, listed), ())
    for block in one.lists():
        parts = ((one.words(leaf), id(leaf) in alone) for leaf in _leaves(block))
        words, more = _joined(parts)
        yield from _told(page, [("list", block, words, more)], alone)


MARKED = "marked"
"""What a layout keeps those of its blocks by in which marks stand alone."""


def marked(one: Layout) -> list[tuple[int, Block]]:
    """Return the leaves and notes in which marks stand alone, with their places.

    They are the same each time.
    """
    if MARKED not in one.kept:
        blocks = enumerate((*one.leaves, *one.notes))
        one.kept[MARKED] = [(at, some) for at, some in blocks if _has_marks(some)]
    return cast("list[tuple[int, Block]]", one.kept[MARKED])


def enter_marked(one: Layout, places: Iterable[int]) -> None:
    """Enter the places that `marked` returned for a layout of the same chapter."""
    blocks = *one.leaves, *one.notes
    one.kept[MARKED] = [(at, blocks[at]) for at in places]


ALONE = re.compile(r"^[^\w\n]+$", re.MULTILINE)
"""A line without a letter or digit: what has one is read as more than marks."""


def _has_marks(block: Block) -> bool:
    parts = (block.words, *(cell for row in block.rows for cell in row))
    return bool(ALONE.search("\n".join([word[0] for part in parts for word in part])))


Found = tuple[Kind, Block, Sequence[Word], dict[str, Any]]


def _told(page: int, found: Iterable[Found], alone: Container[int]) -> Iterator[Sketch]:
    for kind, block, words, more in found:
        kept, stops = said(words) if id(block) in alone else (tuple(words), NOTHING)
        if kept:
            yield Sketch(page, kind, block, kept, {"stops": stops, **more})


def _of_leaf(one: Layout, block: Block, alone: Container[int]) -> Iterator[Found]:
    if block.kind == "table":
        yield from _rows(block, id(block) in alone)
        yield "prose", block, _caption(block), {"part": True}
    elif block.kind == "heading":
        kind: Kind = "prose" if _is_underlined(one, block) else "heading"
        yield kind, block, block.words, {}
    elif block.pieces:
        yield from _pieces(block)
    elif block.kind in {"prose", "whole"}:
        yield from _prose(block, one.words(block))


def _pieces(block: Block) -> Iterator[Found]:
    """Yield the paragraphs of a block, or the entries that its author listed in it."""
    kind: Kind = "item" if block.family and block.kind == "prose" else "prose"
    for lo, hi in pairwise((*block.pieces, block.size)):
        if hi - lo <= LONGEST:
            yield kind, block, block.words[lo:hi], {"part": True}
        else:
            yield from _prose(block, block.words[lo:hi])


def _is_listed(block: Block) -> bool:
    """Say whether a paragraph holds entries that its author listed in it."""
    return block.kind == "prose" and bool(block.family) and len(block.pieces) > 1


def _list(block: Block) -> Found:
    """Return the entries of a paragraph as one list, without what leads in to it."""
    bounds = pairwise((*block.pieces[1:], block.size))
    words, more = _joined((block.words[lo:hi], True) for lo, hi in bounds)
    return "list", block, words, {"part": True, **more}


def _is_underlined(one: Layout, block: Block) -> bool:
    """Say whether a heading is a paragraph with a rule beneath it."""
    return block.size >= SENTENCE and not one.token(block.lo).startswith("#")


def _prose(block: Block, words: Sequence[Word]) -> Iterator[Found]:
    if len(words) <= LONGEST:
        yield "item" if block.family else "prose", block, words, {}
        return
    for lo, hi in sentences([word[0] for word in words]):
        yield "prose", block, words[lo:hi], {"part": True}


def _leaves(block: Block) -> Iterator[Block]:
    for child in block.children:
        if child.children:
            yield from _leaves(child)
        else:
            yield child


def _rows(block: Block, may_be: bool) -> Iterator[Found]:
    """Yield the rows of a table that have words; marks may stand alone in it."""
    for number, cells in enumerate(block.rows):
        words, more = _joined((cell, may_be) for cell in cells)
        yield "row", block, words, {"row": number, **more}


def _caption(block: Block) -> list[Word]:
    """Return the words of a table that stand in none of its cells."""
    inside = {word[1] for row in block.rows for cell in row for word in cell}
    return [word for word in block.words if word[1] not in inside]


def _joined(
    parts: Iterable[tuple[Sequence[Word], bool]],
) -> tuple[list[Word], dict[str, Any]]:
    """Return the words of all parts, the range of each, and where sentences end.

    With each part comes whether marks may stand alone in it.
    """
    words: list[Word] = []
    bounds: list[Span] = []
    ends: set[int] = set()
    for part, may_be in parts:
        kept, stops = said(part) if may_be else (part, NOTHING)
        ends |= {len(words) + at for at in stops}
        bounds.append((len(words), len(words) + len(kept)))
        words += kept
    return words, {"parts": tuple(bounds), "stops": frozenset(ends)}


NOTHING: frozenset[int] = frozenset()


def said(words: Sequence[Word]) -> tuple[tuple[Word, ...], frozenset[int]]:
    """Return words without marks that stand alone, and where those end a sentence."""
    kept: list[Word] = []
    stops: set[int] = set()
    for word in words:
        if read(word[0]).norm:
            kept.append(word)
        elif kept and word[0].lstrip(CLOSERS)[:1] in STOPS:
            stops.add(len(kept) - 1)
    return tuple(kept), frozenset(stops)
