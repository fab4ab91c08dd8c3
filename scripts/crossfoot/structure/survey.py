"""The survey: a chapter in, those of its elements that the checks look at out.

Nearly all elements are words and spaces, so one pass finds the others for all checks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from crossfoot.chapters import Chapter
from crossfoot.entries import is_marked, is_term
from crossfoot.nodes import ATTR_AT, Node, identifier, span, walk
from crossfoot.places import Span

ANCHOR = re.compile(r"<a\b[^>]*?\b(?:id|name)\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)

RAW = frozenset({"RawInline", "RawBlock"})


@dataclass(frozen=True, slots=True)
class Survey:
    """A chapter and what stands in it, in document order."""

    chapter: Chapter
    references: list[Node] = field(default_factory=list)
    """Citations and links."""
    images: list[Node] = field(default_factory=list)
    figures: list[Node] = field(default_factory=list)
    named: list[Node] = field(default_factory=list)
    """Elements with an identifier, and raw markup that may hold some."""
    marks: list[Node] = field(default_factory=list)
    """Words that may hold the mark of a footnote."""

    terms: list[Node] = field(default_factory=list)
    """Uses of terms that a glossary is to explain."""
    entries: list[Node] = field(default_factory=list)
    """Marks of the index."""

    def targets(self) -> "Iterator[Target]":
        """Yield the ids of the chapter."""
        for node in self.named:
            if node["t"] in ATTR_AT:
                yield Target(identifier(node), self.chapter, node)
            else:
                for found in ANCHOR.finditer(node["c"][1]):
                    yield Target(found[1], self.chapter, node)


class Target(NamedTuple):
    """An id and the element that gives it."""

    ident: str
    chapter: Chapter
    node: Node

    def written(self) -> Span | None:
        """Return where its author wrote the id, or None when pandoc made it."""
        where = span(self.node)
        if where is None or self.node["t"] not in ATTR_AT:
            return None
        found = re.compile(
            rf"(?:\{{[^{{}}]*?#|\bid\s*=\s*[\"']?)({re.escape(self.ident)})(?![\w:.-])"
        )
        every = [one.span(1) for one in found.finditer(self.chapter.source, *where)]
        if not every:
            return None
        # A heading's attributes come last, after those of what stands in it.
        return every[-1] if self.node["t"] == "Header" else every[0]


def survey(chapter: Chapter) -> Survey:
    """Return what the checks look at in a chapter."""
    seen = Survey(chapter)
    lists = {
        "Cite": seen.references,
        "Link": seen.references,
        "Image": seen.images,
        "Figure": seen.figures,
    }
    for node in walk(chapter.blocks):
        kind = node["t"]
        if kind in lists:
            lists[kind].append(node)
        if kind in RAW or (kind in ATTR_AT and identifier(node)):
            seen.named.append(node)
        if kind == "Span" and node["c"][0][1]:
            if is_term(node):
                seen.terms.append(node)
            if is_marked(node):
                seen.entries.append(node)
        elif kind == "Str" and "[^" in node["c"]:
            seen.marks.append(node)
    return seen
