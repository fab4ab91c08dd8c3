"""HTML tables: raw tags with text between them in, tables out.

pandoc's Markdown reader leaves `<table>` and what is in it as raw tags, with the text
of the cells between them. A run of blocks that is a whole table, and nothing else, is
made one; any other stays as it is, and the typesetting says that it is not shown.
Source: the table model of https://html.spec.whatwg.org/multipage/tables.html.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from crossfoot.nodes import Attr, Node, parts, span
from crossfoot.read.htmlgrid import Line, Span, lines
from crossfoot.read.htmlgrid import heads as heads_of

ALIGN = re.compile(r"text-align\s*:\s*(left|right|center)", re.IGNORECASE)
ALIGNED = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}
INSIDE = {
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "colgroup": {"col"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"th", "td"},
}
"""Which tags stand in which."""
HOLDING = frozenset({"caption", "th", "td"})
"""Tags that hold text."""
PASSED = frozenset({"p"})
"""Tags in a cell that pandoc leaves there, and that change nothing of what it says."""
OWN = frozenset({"colspan", "rowspan", "align", "scope", "style", "width"})
"""Attributes that are said in another way, or are looks."""
NESTS = frozenset({"Div", "BlockQuote", "BulletList", "OrderedList"})


class FormError(Exception):
    """The blocks are not a table and nothing else."""


@dataclass(slots=True)
class Tag:
    """An element of a table, and what stands in it."""

    name: str
    attributes: dict[str, str]
    tags: list["Tag"] = field(default_factory=list)
    blocks: list[Node] = field(default_factory=list)

    def attr(self) -> Attr:
        """Return identifier, classes and the rest as pandoc has them."""
        rest = [
            [name, value]
            for name, value in self.attributes.items()
            if name not in OWN | {"id", "class"}
        ]
        classes = self.attributes.get("class", "").split()
        return [self.attributes.get("id", ""), classes, rest]

    @property
    def span(self) -> Span:
        """How many rows and columns a cell takes; what is no number counts as 1."""
        return Span(self._number("rowspan", 0), self._number("colspan", 1))

    def _number(self, name: str, least: int) -> int:
        value = self.attributes.get(name, "1").strip()
        return max(int(value), least) if re.fullmatch(r"\d{1,3}", value) else 1

    def all_of(self, *names: str) -> list["Tag"]:
        """Return the elements of some names right in this one."""
        return [tag for tag in self.tags if tag.name in names]


def with_tables(blocks: Sequence[Node]) -> list[Node]:
    """Return blocks in which tables of raw tags are tables."""
    out: list[Node] = []
    at = 0
    while at < len(blocks):
        end = _end(blocks, at)
        made = _table(blocks[at:end]) if end > at else None
        if made is None:
            out.append(_inside(blocks[at]))
            at += 1
        else:
            out.append(made)
            at = end
    return out


def _inside(node: Node) -> Node:
    """Make tables of what stands in a block."""
    if node["t"] in NESTS:
        for held in parts(node):
            held[:] = with_tables(held)
    return node


def _end(blocks: Sequence[Node], at: int) -> int:
    """Return where the table that starts at a block ends; `at` if none does."""
    if not _is_raw(blocks[at], "<table"):
        return at
    for end in range(at + 1, len(blocks)):
        if _is_raw(blocks[end], "<table"):
            return at
        if _is_raw(blocks[end], "</table"):
            return end + 1
    return at


def _is_raw(node: Node, start: str) -> bool:
    raw = node["t"] == "RawBlock" and node["c"][0] == "html"
    return raw and str(node["c"][1]).lower().startswith(start)


def _table(blocks: Sequence[Node]) -> Node | None:
    try:
        made = _made(_tree(blocks))
    except FormError:
        return None
    first, last = span(blocks[0]), span(blocks[-1])
    return {**made, "s": [first[0], last[1]]} if first and last else made


def _tree(blocks: Sequence[Node]) -> Tag:
    """Return the element that blocks are; all text has to stand in a cell."""
    root = Tag("", {})
    open_ = [root]
    for node in blocks:
        here = open_[-1]
        if node["t"] == "RawBlock" and node["c"][0] == "html":
            text = node["c"][1]
            name, attributes, closes = _tag(text)
            if name in PASSED and here.name in HOLDING:
                continue
            if closes:
                if name != here.name:
                    raise FormError
                open_.pop()
                continue
            if name not in INSIDE.get(here.name, {"table"}):
                raise FormError
            here.tags.append(Tag(name, attributes))
            # XHTML writes an empty cell as one tag.
            if name != "col" and not text.endswith("/>"):
                open_.append(here.tags[-1])
        elif here.name in HOLDING:
            here.blocks.append(node)
        else:
            raise FormError
    if len(open_) > 1 or len(root.tags) != 1:
        raise FormError
    return root.tags[0]


class _Reader(HTMLParser):
    """Reads one tag."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}, False))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.found.append((tag, {}, True))

    def handle_data(self, data: str) -> None:
        if data.strip():
            raise FormError


def _tag(text: str) -> tuple[str, dict[str, str], bool]:
    """Return the one tag of a text: its name, its attributes, whether it closes."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if len(reader.found) != 1:
        raise FormError
    return reader.found[0]


def _made(table: Tag) -> Node:
    """Return the table of an element, in pandoc's form."""
    loose = table.all_of("tr")
    heads = [row for part in table.all_of("thead") for row in part.tags]
    groups = [part.tags for part in table.all_of("tbody")]
    groups += [loose] if loose else []
    if not heads and groups and groups[0] and _is_head(groups[0][0]):
        count = heads_of([_spans(row) for row in groups[0]])
        heads, groups[0] = groups[0][:count], groups[0][count:]
    foot = [row for part in table.all_of("tfoot") for row in part.tags]
    captions = table.all_of("caption")
    if len(captions) > 1 or (loose and len(groups) > 1):
        raise FormError
    sections = [heads, *groups, foot]
    settled = [lines([_spans(row) for row in section]) for section in sections]
    width = max((line.width for one in settled for line in one), default=0)
    if not width:
        raise FormError
    laid = [
        [_row(row, line, width) for row, line in zip(rows, one, strict=True)]
        for rows, one in zip(sections, settled, strict=True)
    ]
    caption = [_plain(one) for tag in captions for one in tag.blocks]
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in range(width)]
    none: Attr = ["", [], []]
    body = [[none, 0, [], rows] for rows in laid[1:-1]]
    parts_ = [[None, caption], columns, [none, laid[0]], body, [none, laid[-1]]]
    return {"t": "Table", "c": [table.attr(), *parts_]}


def _is_head(row: Tag) -> bool:
    return bool(row.tags) and all(cell.name == "th" for cell in row.tags)


def _spans(row: Tag) -> list[Span]:
    return [cell.span for cell in row.tags]


def _row(row: Tag, line: Line, width: int) -> list[Any]:
    """Return a row in pandoc's form; cells that it lacks are empty ones at its end."""
    cells = [_cell(*pair) for pair in zip(row.tags, line.spans, strict=True)]
    empty = [["", [], []], {"t": "AlignDefault"}, 1, 1, []]
    return [row.attr(), cells + [empty] * (width - line.width)]


def _cell(cell: Tag, span: Span) -> list[Any]:
    said = ALIGN.search(cell.attributes.get("style", ""))
    told = (said[1] if said else cell.attributes.get("align", "")).lower()
    align = {"t": ALIGNED.get(told, "AlignDefault")}
    return [cell.attr(), align, *span, [_plain(one) for one in cell.blocks]]


def _plain(node: Node) -> Node:
    """Return a paragraph as the plain text that a cell or a caption holds."""
    return {**node, "t": "Plain"} if node["t"] == "Para" else node
