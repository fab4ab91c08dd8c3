"""Glossary: terms that a report explains in, links from `[word]{.term}` to them out.

A term is what a definition list in a div of class `glossary` defines.
"""

from collections.abc import Sequence

from crossfoot.assemble.ids import auto_id
from crossfoot.assemble.parts import Copied
from crossfoot.nodes import Node, attributes, text

TERM = "term"
ENTRY = "term-"
"""What the ids of explained terms start with."""


def key(words: str) -> str:
    """Return what a term is known by, whatever its case and spaces."""
    return ENTRY + auto_id(" ".join(words.split()))


def wanted(node: Node) -> list[str]:
    """Return what the term of a Span may be known by, the likeliest first."""
    words = attributes(node).get("of") or text(node["c"][1])
    return [key(words), key(words.removesuffix("s"))]


def link(copies: Sequence[Copied]) -> None:
    """Make a link of each use of a term that is explained."""
    idents = {
        old: mark
        for copy in copies
        for old, mark in copy.ids.items()
        if old.startswith(ENTRY)
    }
    for copy in copies:
        for node in copy.terms:
            found = next((idents[one] for one in wanted(node) if one in idents), "")
            if found:
                (name, _, _), inlines = node["c"]
                node["t"] = "Link"
                node["c"] = [[name, [TERM], []], inlines, [f"#{found}", ""]]
