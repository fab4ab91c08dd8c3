"""Planting: a chapter's blocks and where kept passages start in, anchors there out.

What stands for the copies of a passage links to it. A passage right under its heading
needs no anchor of its own, nor does what has an id.
"""

from collections.abc import Iterable
from typing import Any

from crossfoot.nodes import BLOCKS, Node, extent, identifier, span

PASSAGE = "_passage-{}"
"""Id of a kept passage in its chapter."""
HOLDERS = frozenset({"Div", "BlockQuote", "BulletList", "OrderedList"})
SILENT = frozenset({"RawBlock", "RawInline", "Space", "SoftBreak", "LineBreak"})


def plant(
    blocks: list[Node], starts: Iterable[int]
) -> tuple[list[Node], dict[int, str]]:
    """Return blocks with an anchor at each start that has none, and the starts' ids.

    What is left as it was is the same object as before. A start has no id where no
    anchor can stand, or where its heading is anchor enough.
    """
    planter = _Planter(starts)
    return planter.blocks(blocks), planter.ids


class _Planter:
    """Walks a chapter's blocks in order."""

    def __init__(self, starts: Iterable[int]) -> None:
        self.open = sorted(set(starts), reverse=True)
        """Starts not reached yet, the next one last."""
        self.ids: dict[int, str] = {}
        self.headed = True
        """Nothing stands between here and the heading."""

    def blocks(self, items: list[Node]) -> list[Node]:
        """Return blocks with their anchors."""
        return [self.block(node) for node in items]

    def block(self, node: Node) -> Node:
        """Return a block with the anchors that belong in it."""
        place = span(node) or extent(node)
        if not self.open or not place or place[1] <= self.open[-1]:
            self.pass_by(node)
            return node
        if node["t"] in HOLDERS:
            return {**node, "c": self.content(node["c"])}
        if node["t"] in {"Para", "Plain"} and not _is_picture(node):
            words = self.inlines(node["c"])
            self.reach(place[1], "")
            return {**node, "c": words}
        self.reach(place[1], "" if node["t"] == "Header" else identifier(node))
        self.pass_by(node)
        return node

    def content(self, content: Any) -> Any:
        """Return the content of a block that holds blocks."""
        if not isinstance(content, list):
            return content
        if content and isinstance(content[0], dict):
            return self.blocks(content) if content[0]["t"] in BLOCKS else content
        return [self.content(part) for part in content]

    def inlines(self, items: list[Node]) -> list[Node]:
        """Return the words of a paragraph with their anchors."""
        out: list[Node] = []
        for node in items:
            place = span(node)
            if self.open and place and place[0] >= self.open[-1]:
                ident = "" if self.headed else PASSAGE.format(len(self.ids) + 1)
                self.reach(place[0] + 1, ident)
                if ident:
                    out.append({"t": "Span", "c": [[ident, [], []], []]})
            self.pass_by(node)
            out.append(node)
        return out

    def pass_by(self, node: Node) -> None:
        """Note that an element stands between a heading and what comes now."""
        self.headed = node["t"] == "Header" or (self.headed and node["t"] in SILENT)

    def reach(self, end: int, ident: str) -> None:
        """Note the id of the starts before an offset."""
        while self.open and self.open[-1] < end:
            start = self.open.pop()
            if ident:
                self.ids[start] = ident


def _is_picture(node: Node) -> bool:
    """Say whether a paragraph is one picture, which stands as a figure or table."""
    return len(node["c"]) == 1 and node["c"][0]["t"] == "Image"
