"""Shapes: elements in, what both paper and screen have to know of their form out."""

import re

from crossfoot.nodes import Node, classes, para

NUMBERED = re.compile(r"^(\w+) (?=[A-Z\d][A-Z\d.]*(?:,|$))")
"""The noun of a reference before its number: `Table 2`, `section 2.1, Title`."""


def only_image(blocks: list[Node]) -> Node | None:
    """Return the one image that blocks hold, or None when they hold more."""
    if len(blocks) != 1 or blocks[0]["t"] not in {"Para", "Plain"}:
        return None
    inlines = blocks[0]["c"]
    if len(inlines) == 1 and inlines[0]["t"] == "Image":
        return inlines[0]  # type: ignore[no-any-return]  # a pandoc element
    return None


def is_tight(entries: list[list[Node]]) -> bool:
    """Say whether a list's entries are lines rather than paragraphs."""
    return not any(block["t"] == "Para" for blocks in entries for block in blocks)


def is_equation(node: Node) -> bool:
    """Say whether a span holds a formula and nothing else."""
    inlines = node["c"][1]
    return len(inlines) == 1 and inlines[0]["t"] == "Math"


def headless(blocks: list[Node]) -> list[Node]:
    """Return blocks in which headings are bold paragraphs, as befits a note."""
    return [
        para([{"t": "Strong", "c": block["c"][2]}]) if block["t"] == "Header" else block
        for block in blocks
    ]


def unbroken(link: Node, body: str) -> str:
    """Return a link's words; noun and number of a reference stay on one line."""
    return NUMBERED.sub("\\1\u00a0", body) if "ref" in classes(link) else body
