"""Names: parts in, the same with an identifier for every labelled float out.

A caption without an identifier still is in the lists of figures and tables, and
those link to it. What is shown a second time, by an include, gets none.
"""

from collections.abc import Callable
from dataclasses import replace

from crossfoot.nodes import (
    Node,
    attr,
    attributes,
    classes,
    identifier,
    rewrite,
    walk,
    with_attr,
)
from crossfoot.parts import Part
from crossfoot.typeset.raw import anchored_once
from crossfoot.typeset.words import slug

AGAIN = "again"
"""Class of what an include shows a second time."""
WORDS = frozenset({"Para", "Plain", "Header"})
"""Blocks that hold no figure or table."""


Naming = Callable[[Part, set[int]], Part]
"""Takes a part and the `id()` of its floats that want a name; returns it with them."""


def with_names(part: Part, fresh: set[int]) -> Part:
    """Return a part in which the floats with an `id()` in `fresh` have identifiers."""
    # `rewrite` copies, so elements are known by what they are labelled.
    labels = {
        attributes(node)["label"]
        for node in walk(part.blocks, WORDS)
        if id(node) in fresh
    }

    def change(node: Node) -> list[Node] | None:
        label = attributes(node).get("label", "") if node["t"] in _FLOATS else ""
        if label not in labels or identifier(node) or AGAIN in classes(node):
            return None
        labels.remove(label)
        _, kinds, pairs = attr(node)
        return [with_attr(node, [f"_{slug(label)}", kinds, pairs])]

    return replace(part, blocks=rewrite(part.blocks, change))


def floats(part: Part) -> list[Node]:
    """Return the figures and tables of a part, in order."""
    return [node for node in walk(part.blocks, WORDS) if node["t"] in _FLOATS]


def named(
    parts: list[Part],
    name: Naming = with_names,
    by: Callable[[Part], list[Node]] = floats,
) -> list[Part]:
    """Return parts in which the first float of each label has an identifier.

    `by` does what `floats` does.
    """
    seen: set[str] = set()
    out = []
    for part in parts:
        fresh = [node for node in by(part) if _nameless(node, seen)]
        out.append(name(part, {id(node) for node in fresh}) if fresh else part)
    return out


def anchored(parts: list[Part]) -> list[Part]:
    """Return parts in which raw HTML gives no identifier that another thing has."""
    taken = {identifier(node) for part in parts for node in walk(part.blocks)}
    return [
        replace(
            part,
            blocks=rewrite(part.blocks, lambda node: anchored_once(node, taken)),
        )
        for part in parts
    ]


def _nameless(node: Node, seen: set[str]) -> bool:
    """Say whether a float lacks a name of its own; note its label."""
    if AGAIN in classes(node):
        return False
    label = attributes(node).get("label", "")
    first = bool(label) and label not in seen
    seen.add(label)
    return first and not identifier(node)


_FLOATS = frozenset({"Figure", "Table"})
