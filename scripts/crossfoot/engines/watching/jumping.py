"""Jumping: a passage of the page in, its place in a chapter out, and the other way.

The page does not say where its words come from, so as to be the bytes of a build. What
is alike is found by its words: of an element, and of the blocks of its chapter.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from crossfoot import nodes
from crossfoot.chapters import Chapter
from crossfoot.places import Place

WORD = re.compile(r"\w+")
TAGS = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "dt", "dd"),
        *("figcaption", "caption", "pre"),
    }
)
"""Elements that a browser counts, in the order of the page; as in `frame.js`."""
LEAVES = frozenset({"Para", "Plain", "Header", "CodeBlock", "LineBlock"})
ALIKE = 0.5
"""The share of words that two passages have in common, at least."""
NEAR = 0.05
"""What it counts that two passages stand at the same part of their chapter."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words, and where they stand."""

    words: Counter[str]
    at: float
    """The part of the chapter that is before them, from 0 to 1."""


def place_of(page: bytes, number: int, chapters: Sequence[Chapter]) -> Place | None:
    """Return where an element of the page (from 0) was written; None if nobody did."""
    elements = _elements(page)
    if not 0 <= number < len(elements):
        return None
    section = _section(elements[number])
    inside = [one for one in elements if _section(one) is section]
    found = _passages(inside, _words)[inside.index(elements[number])]
    for chapter in _of(section, chapters):
        blocks = list(_blocks(chapter))
        best = _best(found, _passages(blocks, nodes.text))
        if best >= 0:
            return chapter.place(blocks[best])
    return None


def number_of(page: bytes, place: Place, chapters: Sequence[Chapter]) -> int:
    """Return the element of the page (from 0) that shows what stands at a place; -1."""
    chapter = next((one for one in chapters if one.file == place.file), None)
    blocks = list(_blocks(chapter)) if chapter else []
    if not chapter or not blocks:
        return -1
    at = _block_at(place, [chapter.place(one) for one in blocks])
    elements = _elements(page)
    sections = {one: _shows(one, chapter) for one in map(_section, elements)}
    own = [one for one in elements if sections[_section(one)]] or elements
    best = _best(_passages(blocks, nodes.text)[at], _passages(own, _words))
    return elements.index(own[best]) if best >= 0 else -1


def _block_at(place: Place, blocks: Sequence[Place]) -> int:
    """Return which block holds a place, or the first one of its line, or before it."""
    lines = [n for n, one in enumerate(blocks) if one.line == place.line]
    within = [n for n in lines if blocks[n].column <= place.column]
    before = [n for n, one in enumerate(blocks) if one.line < place.line]
    return next(iter([*within[-1:], *lines[:1], *before[-1:]]), 0)


def _elements(page: bytes) -> list[Any]:
    """Return the elements of a page that hold words, in its order."""
    from lxml import html

    body = html.document_fromstring(page).body
    return [one for one in body.iter() if one.tag in TAGS]


def _section(element: Any) -> Any:
    """Return the chapter that an element of the page is in, or None."""
    around = (one for one in element.iterancestors("section"))
    return next((one for one in around if one.get("aria-labelledby")), None)


def _of(section: Any, chapters: Sequence[Chapter]) -> Sequence[Chapter]:
    """Return the chapters that a section of the page may have been written in."""
    return [one for one in chapters if _shows(section, one)] or chapters


def _shows(section: Any, chapter: Chapter) -> bool:
    """Say whether a section of the page is a chapter: it has its heading's name."""
    return section is not None and section.get("aria-labelledby") in _names(chapter)


def _names(chapter: Chapter) -> frozenset[str]:
    heads = (one for one in nodes.walk(chapter.ast["blocks"]) if one["t"] == "Header")
    return frozenset(map(nodes.identifier, heads))


def _blocks(chapter: Chapter) -> Iterator[nodes.Node]:
    """Yield the blocks of a chapter that hold words and have a place."""
    for node in nodes.walk(chapter.ast["blocks"]):
        if node["t"] in LEAVES and "s" in node:
            yield node


def _words(element: Any) -> str:
    return str(element.text_content())


def _passages(parts: Sequence[T], text: Callable[[T], str]) -> list[Passage]:
    most = max(len(parts) - 1, 1)
    return [
        Passage(Counter(WORD.findall(text(one).casefold())), at / most)
        for at, one in enumerate(parts)
    ]


def _best(wanted: Passage, found: Sequence[Passage]) -> int:
    """Return which passage is most like one, or -1."""
    ranks = [_likeness(wanted, one) for one in found]
    best = max(range(len(ranks)), key=ranks.__getitem__, default=-1)
    return best if best >= 0 and ranks[best] >= ALIKE else -1


def _likeness(a: Passage, b: Passage) -> float:
    """Return the share of words in common, with what nearness counts."""
    whole = a.words.total() + b.words.total()
    if not whole:
        return 0.0
    shared = 2 * (a.words & b.words).total() / whole
    return shared + NEAR * (1 - abs(a.at - b.at)) if shared else 0.0
