"""Plain words: a string in, the inlines of its words out."""

from crossfoot.nodes import Node, words

SPACE: Node = {"t": "Space"}
BARE: dict[str, Node] = {
    "Space": SPACE,
    "SoftBreak": {"t": "SoftBreak"},
    "LineBreak": {"t": "LineBreak"},
}
"""Elements without content: one of each serves a whole report."""


def typed(string: str) -> list[Node]:
    """Return a string as inlines that share their spaces."""
    return [SPACE if word["t"] == "Space" else word for word in words(string)]
