"""Tables: a chapter in, findings on those without a heading row out."""

from collections.abc import Iterator

from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, several
from crossfoot.nodes import Node, beside_words, text

CLOSED = frozenset({"Table", "Para", "Plain", "LineBlock", "Header"})
"""What holds no table, or is one."""
FEWEST = 3
"""Rows from which on cells are meant to be read below each other."""


def check(chapter: Chapter) -> Iterator[Finding]:
    """Yield tables in which nothing says what a cell is: notes, as a grid may be fine.

    PDF/UA-1, 7.5, asks for headers where a table has them and forbids none without.
    """
    for node in beside_words(chapter.blocks, CLOSED):
        if node["t"] == "Table" and not _headed(node):
            rows = sum(len(body[3]) for body in node["c"][4])
            columns = len(node["c"][2])
            if rows >= FEWEST and columns > 1:
                yield _headless(chapter, node, rows, columns)


def _headed(table: Node) -> bool:
    """Say whether a row or a column heads others."""
    _, _, _, head, bodies, _ = table["c"]
    told = any(text(row[1]).strip() for row in head[1])
    return told or any(body[1] or body[2] for body in bodies)


def _headless(chapter: Chapter, table: Node, rows: int, columns: int) -> Finding:
    return Finding(
        "ACC29",
        f"Table of {several(rows, 'row')} and {several(columns, 'column')} has no"
        " heading row: nothing says aloud what a cell is",
        chapter.place(table),
        help="Write what each column holds above the line of dashes, or make a list of"
        " what is no table",
    )
