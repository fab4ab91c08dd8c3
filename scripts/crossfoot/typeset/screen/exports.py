"""Exports: a report's tables and figures in, files that readers can take along out.

A table becomes CSV (RFC 4180) of its words as printed. A heading that spans columns or
rows stands in each of them, as does a word; a figure stands once, so that sums stay
right.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from crossfoot.nodes import Node, attributes, identifier, text, walk
from crossfoot.typeset.book import Book
from crossfoot.typeset.grid import FIGURE, NO_FIGURE, Cell, Row, grid_of
from crossfoot.typeset.screen.names import stems
from crossfoot.typeset.shapes import only_image

FORMULA = re.compile(r"[=@\t\r]|[+-](?=.)")
"""How a cell begins that a spreadsheet may take for a formula."""

SAYING = frozenset({"Para", "Plain", "Header", "LineBlock", "CodeBlock"})
"""Blocks that hold words rather than blocks."""


class Export(NamedTuple):
    """What can be had of one exhibit."""

    name: str
    """Of its files, without ending."""
    label: str
    """`Table 1`, or what it is."""
    caption: str
    table: str
    """Its data as CSV."""
    drawing: str = ""
    """Target of the picture that a recipe drew."""


def exports(
    chapters: Sequence[tuple[str, Sequence[Node]]],
    book: Book,
    make: Callable[[str, Node, Book], Export] | None = None,
) -> list[list[Export]]:
    """Return what can be had of each chapter's exhibits.

    `chapters` are their names as files, and their tables and figures; `make` is what
    makes one of them, if not `export`.
    """
    listed = [(page, node) for page, nodes in chapters for node in nodes]
    names = iter(stems(_wanted(page, node) for page, node in listed))
    made = iter([(make or export)(next(names), node, book) for _, node in listed])
    return [[next(made) for _ in nodes] for _, nodes in chapters]


def _wanted(page: str, node: Node) -> tuple[str, str]:
    kind = node["t"].lower()
    name = identifier(node)
    return (f"{page}-{kind}" if name.startswith("_") or not name else name), kind


def export(name: str, node: Node, book: Book) -> Export:
    """Return what can be had of a table or figure; `name` is that of its files."""
    kind = node["t"]
    label = attributes(node).get("label") or kind
    caption = " ".join(text(node["c"][1][1]).split())
    if kind == "Table":
        return Export(name, label, caption, csv_of(node))
    image = only_image(node["c"][2])
    target = image["c"][2][0] if image else ""
    found = book.pictures.get(target)
    data = found.table if found else None
    return Export(name, label, caption, data_csv(data) if data else "", target)


def data_csv(data: Mapping[str, Any]) -> str:
    """Return the data behind a figure as CSV."""
    return _written([data["columns"], *data["rows"]])


def csv_of(table: Node) -> str:
    """Return a pandoc Table as CSV."""
    grid = grid_of(table)
    width = len(grid.aligns)
    sections = (grid.head, grid.body, grid.foot)
    return _written([row for rows in sections for row in _filled(rows, width)])


def _written(rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_safe(str(cell)) for cell in row] for row in rows)
    return out.getvalue()


def _safe(words: str) -> str:
    """Return a cell's words, marked as text where a program would reckon them."""
    known = words in NO_FIGURE or FIGURE.fullmatch(words.lstrip("+"))
    return f"'{words}" if FORMULA.match(words) and not known else words


def _filled(rows: list[Row], width: int) -> list[list[str]]:
    """Return rows of `width` cells each, from cells that may reach over several."""
    out = [[""] * width for _ in rows]
    for at, row in enumerate(rows):
        for cell in row.cells:
            words = _words(cell)
            again = row.heading or not FIGURE.fullmatch(words)
            for down in range(min(cell.rows, len(rows) - at)):
                for across in range(
                    cell.column, min(cell.column + cell.columns, width)
                ):
                    if again or (not down and across == cell.column):
                        out[at + down][across] = words
    return out


def _words(cell: Cell) -> str:
    said = (text(one) for one in walk(cell.blocks, SAYING) if one["t"] in SAYING)
    return " ".join(" ".join(said).split())
