"""Named: a chapter's layout in, where its text names places of the chapter out."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from crossfoot.nodes import Node, beside_words, span
from crossfoot.repeats.layout import Layout

EXAMPLE = re.compile(r"^[ \t]*\(@([\w-]+)\)[ \t]", re.MULTILINE)
"""The marker of an example that can be referred to."""
NAMED = re.compile(r"@([\w-]+)")


def leads(page: Layout) -> list[tuple[int, str]]:
    """Return the tokens at which a chapter names places, with the names, in order."""
    source = page.chapter.source
    if "[" not in source and "@" not in source:
        return []
    out = [
        (bisect_right(page.starts, at) - 1, name)
        for at, name in _told(page.chapter.blocks)
    ]
    labels = set(EXAMPLE.findall(source))
    marks = NAMED.finditer(source) if labels else ()
    out += [
        (bisect_right(page.starts, one.start()) - 1, f"({one[1]})")
        for one in marks
        if one[1] in labels
    ]
    return sorted(out)


def _told(tree: object, at: int = -1) -> Iterator[tuple[int, str]]:
    """Yield where links and references stand, and what they name.

    What is in a note is named where the note is referred to: at `at`.
    """
    for node in beside_words(tree, frozenset({"Note"})):
        place = span(node)
        start = at if at >= 0 or place is None else place[0]
        if node["t"] == "Note" and start >= 0:
            yield from _told(node["c"], start)
        elif start >= 0:
            yield from ((start, name) for name in _named(node))


def _named(node: Node) -> list[str]:
    """Return the names that an element may mean places of its chapter by."""
    if node["t"] == "Cite":
        return [str(one["citationId"]) for one in node["c"][0]]
    if node["t"] == "Link" and node["c"][2][0].startswith("#"):
        return [str(node["c"][2][0][1:])]
    return []
