"""Passages: the AST of a report in, what it says piece by piece out, in reading order.

A passage is a paragraph, heading, list item, table row, caption or note: what an
editor would move, cut or reword as one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from crossfoot.nodes import Node, attributes, identifier, rows, text, walk

Kind = Literal["heading", "text", "row", "caption", "note", "code"]
CELLS = " | "
LISTS = frozenset({"BulletList", "OrderedList"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of a report."""

    kind: Kind
    words: str
    """As readers see them, white space folded; a row's cells with a bar between."""
    anchor: str
    """The id of what it stands in: itself, its table or the section; "" without."""
    section: str
    """The heading it stands below, with its number."""
    file: str
    """The author's file."""
    inlines: tuple[int, ...] = field(compare=False, hash=False)
    """The lists of inlines that it is made of, by `id`, so that they can be marked."""
    block: int = field(compare=False, hash=False)
    """The top-level block that holds it."""

    @property
    def key(self) -> tuple[str, str]:
        """What is equal in equal passages."""
        return self.kind, self.words


@dataclass(slots=True)
class Reader:
    """Where in the report the reading is."""

    file: str = ""
    section: str = ""
    anchor: str = ""
    block: int = 0

    def blocks(self, blocks: list[Node], kind: Kind = "text") -> Iterator[Passage]:
        """Yield the passages of blocks."""
        for block in blocks:
            yield from self._block(block, kind)

    def _block(self, block: Node, kind: Kind) -> Iterator[Passage]:
        name, content = block["t"], block.get("c")
        if name in {"Para", "Plain"}:
            yield from self._said(block["c"], kind)
        elif name == "Header":
            self._enter(block)
            yield from self._said(block["c"][2], "heading")
        elif name == "CodeBlock":
            yield self._made("code", block["c"][1], ())
        elif name == "LineBlock":
            for line in block["c"]:
                yield from self._said(line, kind)
        elif name == "BlockQuote":
            yield from self.blocks(block["c"], kind)
        elif name in LISTS:
            for item in block["c"][1] if name == "OrderedList" else block["c"]:
                yield from self.blocks(item, kind)
        elif name == "DefinitionList":
            for term, meanings in block["c"]:
                yield from self._said(term, kind)
                for meaning in meanings:
                    yield from self.blocks(meaning, kind)
        elif name == "Div":
            yield from self._within(block, kind)
        elif content and name in {"Table", "Figure"}:
            yield from self._exhibit(block)

    def _within(self, block: Node, kind: Kind) -> Iterator[Passage]:
        file = attributes(block).get("file")
        self.file = file or self.file
        yield from self.blocks(block["c"][1], kind)

    def _enter(self, head: Node) -> None:
        told = attributes(head)
        self.file = told.get("file", self.file)
        self.anchor = identifier(head)
        number = told.get("number", "")
        self.section = f"{number} {_folded(text(head['c'][2]))}".strip()

    def _exhibit(self, block: Node) -> Iterator[Passage]:
        outside, self.anchor = self.anchor, identifier(block) or self.anchor
        yield from self.blocks(block["c"][1][1], "caption")
        if block["t"] == "Figure":
            yield from self.blocks(block["c"][2], "caption")
        for row in rows(block) if block["t"] == "Table" else ():
            yield from self._row(row)
        self.anchor = outside

    def _row(self, row: list[list[Node]]) -> Iterator[Passage]:
        cells = [_folded(" ".join(_of(cell))) for cell in row]
        lists = tuple(id(one) for cell in row for one in _inlines(cell))
        if any(cells):
            yield self._made("row", CELLS.join(cells), lists)
        for cell in row:
            yield from self._notes(cell)

    def _said(self, inlines: list[Node], kind: Kind) -> Iterator[Passage]:
        words = _folded(text(inlines))
        if words:
            yield self._made(kind, words, (id(inlines),))
        yield from self._notes(inlines)

    def _notes(self, tree: list[Node]) -> Iterator[Passage]:
        for node in walk(tree, frozenset({"Note"})):
            if node["t"] == "Note":
                yield from self.blocks(node["c"], "note")

    def _made(self, kind: Kind, words: str, lists: tuple[int, ...]) -> Passage:
        return Passage(
            kind, words, self.anchor, self.section, self.file, lists, self.block
        )


def passages(blocks: list[Node]) -> list[Passage]:
    """Return what a report says, in reading order."""
    reader, out = Reader(), list[Passage]()
    for number, block in enumerate(blocks):
        reader.block = number
        out += reader.blocks([block])
    return out


def _of(cell: list[Node]) -> Iterator[str]:
    yield from (text(inlines) for inlines in _inlines(cell))


def _inlines(blocks: list[Node]) -> Iterator[list[Node]]:
    for block in blocks:
        if block["t"] in {"Para", "Plain"}:
            yield block["c"]
        elif block["t"] in LISTS:
            for item in block["c"][1] if block["t"] == "OrderedList" else block["c"]:
                yield from _inlines(item)
        elif block["t"] == "Div":
            yield from _inlines(block["c"][1])


def _folded(words: str) -> str:
    return " ".join(words.split())
