"""Trimming: a chapter's blocks and its cuts in, the blocks that are printed out.

Where a passage was taken out stands a block `{"t": "Cut", "c": cut}`, which pandoc
does not know and copying turns into a notice. Elements that stay whole are the same
objects as before.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from crossfoot.assemble.cutting import Cut, Cuts
from crossfoot.nodes import ATTR_AT, BLOCKS, Node, span, walk

WRAPPED = {
    "Emph",
    "SmallCaps",
    "Strikeout",
    "Strong",
    "Subscript",
    "Superscript",
    "Underline",
}
"""Inlines that hold nothing but inlines."""
SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})
CUT = "Cut"


def trim(blocks: list[Node], cuts: Cuts) -> list[Node]:
    """Return blocks without what the cuts take."""
    return _Trimmer(cuts).blocks(blocks)


def lost_ids(before: list[Node], after: list[Node], cuts: Cuts) -> dict[str, Cut]:
    """Return the ids that trimming took, each with its cut."""
    kept = {ident for ident, _ in _ids(after)}
    lost: dict[str, Cut] = {}
    for ident, node in _ids(before):
        if ident not in kept and (cut := _taken_by(node, cuts)):
            lost.setdefault(ident, cut)
    return lost


def _ids(blocks: list[Node]) -> Iterator[tuple[str, Node]]:
    for node in walk(blocks):
        at = ATTR_AT.get(node["t"])
        if at is not None and node["c"][at][0]:
            yield node["c"][at][0], node


def _taken_by(node: Node, cuts: Cuts) -> Cut | None:
    return next((cut for one in walk(node) if (cut := cuts.of(one))), None)


class _Trimmer:
    """Walks a chapter's blocks in order; what has no place goes with its neighbour."""

    def __init__(self, cuts: Cuts) -> None:
        self.cuts = cuts
        self.last: Cut | None = None

    def taken(self, node: Node) -> Cut | None:
        """Return the cut that takes an element without parts."""
        if "s" in node:
            self.last = self.cuts.of(node)
        return self.last

    def blocks(self, items: list[Node]) -> list[Node]:
        """Return what is left of blocks."""
        return [part for node in items for part in self.block(node)]

    def block(self, node: Node) -> list[Node]:
        """Return what is left of a block."""
        kind = node["t"]
        if kind in {"Para", "Plain"}:
            return self.paragraph(node)
        if kind == "Header":
            return self.heading(node)
        if kind == "Figure":
            return self.figure(node)
        if kind in {"CodeBlock", "RawBlock", "HorizontalRule"}:
            cut = self.taken(node)
            return [marker(cut)] if cut else [node]
        if kind == "Div" and not node["c"][1]:
            cut = self.taken(node)
            return [marker(cut)] if cut else [node]
        return self.parts(node)

    def paragraph(self, node: Node) -> list[Node]:
        """Return a paragraph, its cuts marked in it; one at its start goes before."""
        left = self.inlines(node["c"])
        if left == node["c"]:
            return [node]
        said = spaced(left)
        at = next((at for at, one in enumerate(said) if one["t"] != CUT), len(said))
        if at < len(said) and node["t"] == "Plain":
            return [{**node, "c": said}]
        rest = stripped(said[at:])
        return [*distinct(said[:at]), *([{**node, "c": rest}] if rest else [])]

    def heading(self, node: Node) -> list[Node]:
        """Return a heading, and the cut when nothing of it is left."""
        left = self.inlines(node["c"][2])
        kept = stripped(unmarked(left))
        markers = [one for one in left if one["t"] == CUT]
        if not markers:
            return [node]
        if not kept:
            return distinct(markers)
        return [{**node, "c": [*node["c"][:2], kept]}, *distinct(markers)]

    def figure(self, node: Node) -> list[Node]:
        """Return a figure whole, or the cut when all of it is taken."""
        taken = [self.cuts.of(one) for one in walk(node["c"]) if _is_leaf(one)]
        self.last = taken[-1] if taken else self.last
        cuts = [one for one in taken if one]
        gone = cuts and len(cuts) == len(taken)
        return distinct(map(marker, cuts)) if gone else [node]

    def parts(self, node: Node) -> list[Node]:
        """Return a list, quotation, div or table without the parts taken."""
        left = self.content(node["c"])
        if left == node["c"]:
            return [node]
        markers = distinct(one for one in walk(left) if one["t"] == CUT)
        if all(one["t"] == CUT or one["t"] not in _SOLID for one in walk(left)):
            return self.emptied(node, markers)
        tidy = _TIDY.get(node["t"])
        if tidy is None:
            return [{**node, "c": left}]
        after = [] if "List" in node["t"] else markers
        return [{**node, "c": tidy(left)}, *after]

    def emptied(self, node: Node, markers: list[Node]) -> list[Node]:
        """Return what stands for a block of which nothing is left.

        A div is more than its content: its id and title stay unless they were cut.
        """
        place = span(node) if node["t"] == "Div" else None
        if place and not self.cuts.at((place[0], place[0])):
            return [{**node, "c": [node["c"][0], markers]}]
        return markers

    def content(self, content: Any) -> Any:
        """Return what is left of the content of an element."""
        if not isinstance(content, list):
            return content
        if content and isinstance(content[0], dict) and "t" in content[0]:
            if content[0]["t"] in BLOCKS:
                return self.blocks(content)
            if content[0]["t"] in _INLINES:
                return self.inlines(content)
        return [self.content(part) for part in content]

    def inlines(self, items: list[Node]) -> list[Node]:
        """Return what is left of inlines, each cut marked where it was."""
        out: list[Node] = []
        for node in items:
            new, cut = self.inline(node)
            if new:
                out.append(new)
            if cut and not (out and out[-1]["t"] == CUT and out[-1]["c"] is cut):
                out.append(marker(cut))
        return out

    def inline(self, node: Node) -> tuple[Node | None, Cut | None]:
        """Return what is left of an inline, and a cut that reached into it."""
        kind = node["t"]
        if kind == "Note" and not self.cuts.of(node):
            before = self.last
            left = self.blocks(node["c"])
            self.last = before
            return (node if left == node["c"] else {**node, "c": left}), None
        inner = node["c"] if kind in WRAPPED else None
        if kind in {"Quoted", "Span", "Link"}:
            inner = node["c"][1]
        if not inner or "value" in dict(_pairs(node)):
            cut = self.taken(node)
            return (None, cut) if cut else (node, None)
        left = self.inlines(inner)
        if left == inner:
            return node, None
        cut = next(one["c"] for one in left if one["t"] == CUT)
        kept = stripped(unmarked(left))
        if not kept:
            return None, cut
        if kind in WRAPPED:
            return {**node, "c": kept}, cut
        return {**node, "c": [node["c"][0], kept, *node["c"][2:]]}, cut


_LEAVES = {"Str", "Code", "Math", "Cite", "Image"}
_INLINES = WRAPPED | SPACES | _LEAVES | {"Quoted", "RawInline", "Link", "Note", "Span"}
_SOLID = _LEAVES | {
    "CodeBlock",
    "Figure",
    "HorizontalRule",
    "Note",
    "RawBlock",
    "Span",
}
"""What keeps the block around it in the report."""


def marker(cut: Cut) -> Node:
    """Return the block that stands where a passage was taken out."""
    return {"t": CUT, "c": cut}


def stripped(inlines: list[Node]) -> list[Node]:
    """Return inlines without white space at either end."""
    start, end = 0, len(inlines)
    while start < end and inlines[start]["t"] in SPACES:
        start += 1
    while end > start and inlines[end - 1]["t"] in SPACES:
        end -= 1
    return inlines[start:end]


def distinct(markers: Iterable[Node]) -> list[Node]:
    """Return markers without those of a cut that is marked before."""
    return list({one["c"]: one for one in markers}.values())


def spaced(inlines: list[Node]) -> list[Node]:
    """Return inlines with one space on either side of cuts, and none between them."""
    out: list[Node] = []
    for one in stripped(inlines):
        last = out[-1]["t"] if out else ""
        if one["t"] == CUT:
            out = stripped(out)
            out += [] if not out or last == CUT else [{"t": "Space"}]
        elif last == CUT:
            out += [] if one["t"] in SPACES else [{"t": "Space"}]
        if last != CUT or one["t"] not in SPACES:
            out.append(one)
    return out


def _is_leaf(node: Node) -> bool:
    return "s" in node and node["t"] in _LEAVES


def _pairs(node: Node) -> list[Any]:
    return list(node["c"][0][2]) if node["t"] == "Span" else []


def _bullets(items: list[Any]) -> list[Any]:
    """Return a list's items; those of which nothing is left stand as one."""
    out: list[Any] = []
    for item in items:
        if out and item and not unmarked(item) and not unmarked(out[-1]):
            out[-1] = distinct([*out[-1], *item])
        elif item:
            out.append(item)
    return out


def _ordered(content: list[Any]) -> list[Any]:
    return [content[0], [item for item in content[1] if item]]


def _definitions(pairs: list[Any]) -> list[Any]:
    out = []
    for term, meanings in pairs:
        left = [meaning for meaning in meanings if meaning]
        if unmarked(term) or left:
            out.append([unmarked(term), left])
    return out


def _lines(lines: list[Any]) -> list[Any]:
    return [left for line in lines if (left := stripped(unmarked(line)))]


def _table(content: list[Any]) -> list[Any]:
    at, (short, caption), columns, head, bodies, foot = content
    return [
        at,
        [short, unmarked(caption)],
        columns,
        [head[0], _rows(head[1])],
        [[*body[:2], _rows(body[2]), _rows(body[3])] for body in bodies],
        [foot[0], _rows(foot[1])],
    ]


def _rows(rows: list[Any]) -> list[Any]:
    """Return rows without those that a cut emptied."""
    out = []
    for at, cells in rows:
        new = [[*cell[:4], unmarked(cell[4])] for cell in cells]
        if new == cells or any(cell[4] for cell in new):
            out.append([at, new])
    return out


def unmarked(items: list[Node]) -> list[Node]:
    """Return blocks or inlines without the marks of cuts."""
    return [one for one in items if one["t"] != CUT]


_TIDY: dict[str, Callable[[list[Any]], list[Any]]] = {
    "BulletList": _bullets,
    "OrderedList": _ordered,
    "DefinitionList": _definitions,
    "LineBlock": _lines,
    "Table": _table,
}
"""What removes the parts that cuts emptied."""
