"""Sheets: a report's tables and the data of its figures in, a workbook's sheets out.

Laid out as the Analysis Function asks of published spreadsheets: one table a sheet, one
header row, no merged cells, a title and what a reader has to know above the table.
Source: https://analysisfunction.civilservice.gov.uk, "Releasing statistics in
spreadsheets".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from crossfoot.nodes import Node, attributes, classes, rewrite, text, walk
from crossfoot.office.marks import clean
from crossfoot.office.numbering import AGAIN
from crossfoot.office.pictures import Data
from crossfoot.office.values import Value, explained, value
from crossfoot.parts import Part, number_of

LONGEST = 31
"""Characters of a sheet's name in Excel."""
MOST = 32_767
"""Characters of a cell in Excel."""
FORBIDDEN = re.compile(r"[\[\]:*?/\\'\s]+")
LEAVES = frozenset({"Para", "Plain", "Header"})
"""Blocks that hold no table."""
OWN = ("Cover", "Contents", "Notes")
"""Sheets that come before the tables."""
BLANK = "Some cells are blank, as they are in the report."
ONE_TABLE = "This worksheet holds one table."


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet with one table."""

    name: str
    title: str
    place: str
    """Heading that the table stands under."""
    head: list[str]
    rows: list[list[Value]]
    lines: list[str]
    """What stands between the title and the table."""
    cut: bool = False
    """Whether a cell was longer than a spreadsheet takes."""
    file: str = ""
    """The author's file that the table stands in."""


@dataclass(slots=True)
class Book:
    """A workbook in the making."""

    long: Mapping[str, list[list[str]]] = field(default_factory=dict)
    """Records of CSV files, their header first, that are too long to print, by path."""
    data: Mapping[str, Data] = field(default_factory=dict)
    """What is behind the figures that recipes drew, by their names."""
    notes: list[str] = field(default_factory=list)
    """Notes in the cells of tables, in order."""
    names: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)

    def sheets(self, parts: Sequence[Part]) -> list[Sheet]:
        """Return the sheets of a report in its order."""
        return [one for part in parts for one in self._of(part)]

    def _of(self, part: Part) -> Iterator[Sheet]:
        place = part.title
        for node in walk(part.blocks, LEAVES):
            if node["t"] == "Header":
                place = f"{number_of(node)} {text(node['c'][2])}".strip()
            elif AGAIN in classes(node):
                continue
            elif node["t"] == "Table":
                yield self._sheet(node, part.file, place, self._table(node))
            elif node["t"] == "Figure" and attributes(node).get("figure") in self.data:
                found = self.data[attributes(node)["figure"]]
                yield self._sheet(node, part.file, place, found)

    def _table(self, node: Node) -> Data:
        """Return a table's header, rows and a line on where they come from."""
        source = attributes(node).get("source", "")
        records = self.long.get(source)
        if records:
            return records[0], records[1:], f"Source: {source}"
        if any(one["t"] == "Note" for one in walk(node)):
            node = rewrite([node], self._marked)[0]
        head, rows = matrix(node)
        return head, rows, f"Source: {source}" if source else ""

    def _marked(self, node: Node) -> list[Node] | None:
        """Put `[note 1]` where a cell has a note."""
        if node["t"] != "Note":
            return None
        said = " ".join(" ".join(text(block).split()) for block in node["c"])
        self.notes.append(said)
        return [{"t": "Str", "c": f" [note {len(self.notes)}]"}]

    def _sheet(self, node: Node, file: str, place: str, found: Data) -> Sheet:
        """Return the sheet of a table or figure; its data comes with a line on it."""
        head, rows, told = found
        kind = node["t"]
        caption = " ".join(text(node["c"][1][1]).split())
        label = attributes(node).get("label", "")
        title = f"{label}: {caption}" if label and caption else label or caption
        cells = [*head, *(cell for row in rows for cell in row)]
        lines = [ONE_TABLE, told]
        lines.append(BLANK if any(not cell.strip() for cell in cells) else "")
        short = "; ".join(f"{one} {means}" for one, means in explained(set(cells)))
        lines.append(f"Shorthand: {short}." if short else "")
        return Sheet(
            self._name(label or f"Unnumbered {kind.lower()}", bool(label)),
            clean(title or f"{kind} in {place}".strip()),
            place,
            header(head),
            [[value(clean(cell)[:MOST]) for cell in row] for row in rows],
            [clean(line) for line in lines if line],
            cut=any(len(cell) > MOST for cell in cells),
            file=attributes(node).get("file", file),
        )

    def _name(self, label: str, numbered: bool) -> str:
        """Return a sheet's name: legal in every program, and not given yet."""
        stem = FORBIDDEN.sub("_", label).strip("_") or "Table"
        count = self.counts.get(stem, 0)
        while True:
            count += 1
            ending = "" if numbered and count == 1 else f"_{count}"
            name = stem[: LONGEST - len(ending)] + ending
            if name.lower() not in self.names | {one.lower() for one in OWN}:
                break
        self.counts[stem] = count
        self.names.add(name.lower())
        return name


def header(head: Sequence[str]) -> list[str]:
    """Return column names, none empty and none twice."""
    out: list[str] = []
    for index, words in enumerate(head, 1):
        name = clean(" ".join(words.split()))[:250] or f"Column {index}"
        free, count = name, 1
        while free.lower() in {one.lower() for one in out}:
            count += 1
            free = f"{name} ({count})"
        out.append(free)
    return out


def matrix(table: Node) -> tuple[list[str], list[list[str]]]:
    """Return a table's header and rows, each merged cell's text in all its places.

    Several header rows become one, their texts parted by colons; without any, the
    first row stays a row and columns are named by their places.
    """
    _, _, specs, head, bodies, foot = table["c"]
    heads = _filled(head[1], len(specs))
    rows = [
        row
        for body in bodies
        for part in (body[2], body[3])
        for row in _filled(part, len(specs))
    ]
    rows += _filled(foot[1], len(specs))
    columns = [
        ": ".join(dict.fromkeys(row[at] for row in heads if row[at]))
        for at in range(len(specs))
    ]
    return columns, rows


def _filled(rows: Sequence[Any], width: int) -> list[list[str]]:
    """Return the texts of rows with every place filled that a cell covers."""
    grid: list[list[str | None]] = [[None] * width for _ in rows]
    for at, (_, cells) in enumerate(rows):
        for cell in cells:
            _, _, down, across, blocks = cell
            start = next((c for c in range(width) if grid[at][c] is None), width)
            said = _said(blocks)
            for row in grid[at : at + down]:
                for column in range(start, min(start + across, width)):
                    row[column] = said
    return [[words or "" for words in row] for row in grid]


def _said(blocks: list[Node]) -> str:
    """Return a cell's words on one line, its blocks parted by spaces."""
    return " ".join(" ".join(text(block).split()) for block in _leaves(blocks)).strip()


def _leaves(blocks: list[Node]) -> Iterator[Node]:
    for node in walk(blocks, LEAVES):
        if node["t"] in {"Para", "Plain", "Header"}:
            yield node
        elif node["t"] == "CodeBlock":
            yield {"t": "Str", "c": node["c"][1]}
