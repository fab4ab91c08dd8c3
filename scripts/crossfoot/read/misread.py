"""Tables that were not read as they were meant: text and AST in, findings out.

pandoc drops the cells of a pipe table's row for which its heading has no column, and
takes what has no line of dashes, or no empty line before it, for ordinary text.
"""

import re
from collections.abc import Iterator

from crossfoot.findings import Finding, several
from crossfoot.nodes import Node, beside_words, span
from crossfoot.places import Span, Text

CLOSED = frozenset({"Para", "Plain", "Header", "LineBlock", "CodeBlock", "RawBlock"})
NEXT = re.compile(r"[ \t]*\|[ \t]*([^\n]*[^\s|][^\n]*?)[ \t\r|]*$", re.MULTILINE)
"""What stands behind the last cell that is printed."""
DRAWN = re.compile(r"^[ \t>]*\+[-=:+]{2,}", re.MULTILINE)
"""A line of a grid table, whose cells may reach over rows and columns."""
RULE = re.compile(
    r"^[ \t>]*+(?=[^\n]*\|)\|?[ \t]*+:?[-–—]++:?[ \t]*+"
    r"(?:\|[ \t]*+:?[-–—]++:?[ \t]*+)*+\|?[ \t\r]*+$",
    re.MULTILINE,
)
"""A line such as `|---|---|`, also with dashes that a word processor made."""
FENCED = re.compile(r"[ \t>]*\|[^\n|]*\|[^\n]*\|[ \t]*\r?")
"""A line with a stroke at its start, in its middle and at its end."""


def misread(text: Text, blocks: list[Node]) -> Iterator[Finding]:
    """Yield findings on cells that are not printed, and on tables that are none."""
    for node in beside_words(blocks, CLOSED) if "|" in text.text else ():
        where = span(node)
        if where and node["t"] == "Table":
            yield from _overfull(text, node, where)
        elif where and node["t"] in {"Para", "LineBlock"}:
            yield from _unread(text, node, where)


def _overfull(text: Text, table: Node, where: Span) -> Iterator[Finding]:
    """Yield the finding on rows with more cells than the table has columns."""
    if DRAWN.search(text.text, *where):
        return
    lost = [found for row in _rows(table) if (found := _behind(text, row))]
    if not lost:
        return
    start, end = lost[0]
    columns = several(len(table["c"][2]), "column")
    more = f", and so in {several(len(lost) - 1, 'other row')}" if lost[1:] else ""
    yield Finding(
        "SRC27",
        f"“{text.text[start:end]}” is not printed: the table has {columns}{more}",
        text.place(lost[0]),
        help="Give the line of dashes a part for each cell, or write \\| for a stroke",
        found=text.text[start:end],
    )


def _rows(table: Node) -> Iterator[list[Node]]:
    """Yield the blocks of each row's last cell."""
    _, _, _, head, bodies, foot = table["c"]
    for row in [*head[1], *(row for body in bodies for row in body[3]), *foot[1]]:
        if row[1]:
            yield row[1][-1][4]


def _behind(text: Text, cell: list[Node]) -> Span | None:
    """Return what stands in a row behind its last cell, or None."""
    where = span(cell[-1]) if cell else None
    found = NEXT.match(text.text, where[1]) if where else None
    return found.span(1) if found else None


def _unread(text: Text, node: Node, where: Span) -> Iterator[Finding]:
    """Yield the finding on lines that look like a table and are text."""
    lines = text.text[slice(*where)].split("\n")
    ruled = len(lines) > 1 and RULE.search(text.text, *where)
    fenced = node["t"] == "LineBlock" and len(lines) > 1
    if ruled or (fenced and all(map(FENCED.fullmatch, lines))):
        start = text.text.index("|", *where)
        yield Finding(
            "SRC28",
            "Lines that look like a table are read as text",
            text.place((start, where[1])),
            help="Put an empty line before the table, and a line of dashes and strokes,"
            " such as |---|---|, below its heading",
            anchor=" ".join(lines[0].split()),
        )
