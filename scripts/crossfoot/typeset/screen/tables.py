"""Tables on screen: a pandoc Table in, HTML that scrolls by itself out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from crossfoot.nodes import Node, attributes, classes, identifier, walk
from crossfoot.phrases import phrases
from crossfoot.typeset.grid import FIGURE, Cell, Row, grid_of
from crossfoot.typeset.naming import AGAIN
from crossfoot.typeset.pen import EXHIBIT, Pen
from crossfoot.typeset.screen.marks import attribute, quoted
from crossfoot.typeset.screen.provenance import source_line

FORMULAS = frozenset({"Plain", "Para", "Math", "InlineMath", "Space", "SoftBreak"})
"""What a cell of formulas alone is made of …"""
AROUND = frozenset({"Span", "Strong", "Emph"})
"""… and what may stand around one, or name a number in it."""


def table(pen: Pen, node: Node) -> str:
    """Write a table with its label and caption; headers have their scope."""
    grid = grid_of(node)
    _, caption = node["c"][1]
    words = pen.write(caption).replace("<p>", "").replace("</p>\n", "").strip()
    parts = [
        _section(pen, "thead", grid.head),
        _section(pen, "tbody", grid.body),
        _section(pen, "tfoot", grid.foot),
    ]
    head = _caption(labelled(pen, node), words)
    told = attributes(node)
    name = told.get("label") or "Table"
    data = source_line(
        [told.get("source", "")], pen.book.origins, phrases(pen.book.language)
    )
    whole = _scrolled(name, identifier(node), head, parts)
    return whole + data + downloads(pen, node)


def labelled(pen: Pen, node: Node) -> str:
    """Write an exhibit's label, which is a link to the exhibit where it can be."""
    label, name = pen.escape(attributes(node).get("label", "")), identifier(node)
    if not label:
        return ""
    if not name or pen.plain or pen.linked:
        return f'<span class="label">{label}</span> '
    return f'<a class="label" href={quoted(f"#{name}")}>{label}</a> '


def downloads(pen: Pen, node: Node) -> str:
    """Write the place of an exhibit's downloads; what is shown again has none."""
    if pen.plain or AGAIN in classes(node):
        return ""
    pen.exhibits.append(node)
    return f"{EXHIBIT}{len(pen.exhibits) - 1}{EXHIBIT}"


def _scrolled(name: str, anchor: str, head: str, parts: list[str]) -> str:
    """Wrap a table so that it scrolls, by keyboard too, when it is too wide."""
    return (
        f'<div class="scroll" role="group" aria-label={quoted(name)} tabindex="0"'
        f"{attribute('id', anchor)}>\n<table>\n{head}{''.join(parts)}</table>\n</div>\n"
    )


def _caption(mark: str, words: str) -> str:
    inside = f"{mark}{words}".strip()
    return f"<caption><span>{inside}</span></caption>\n" if inside else ""


def _section(pen: Pen, tag: str, rows: list[Row]) -> str:
    if not rows:
        return ""
    body = "".join(f"<tr>{_cells(pen, row, tag)}</tr>\n" for row in rows)
    return f"<{tag}>\n{body}</{tag}>\n"


def _cells(pen: Pen, row: Row, section: str) -> str:
    return "".join(_cell(pen, cell, row, section) for cell in row.cells)


def _cell(pen: Pen, cell: Cell, row: Row, section: str) -> str:
    scope = _scope(cell, row, section)
    alone = bool(scope) and _is_formula(cell)
    body = replace(pen, heading=alone).write(cell.blocks).rstrip()
    spans = [("rowspan", cell.rows), ("colspan", cell.columns)]
    marks = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
    if cell.align != "left":
        marks += f' class="{cell.align}"'
    # An empty header would be announced as one: an empty cell is a cell.
    if not scope or not body:
        return f"<td{marks}>{body}</td>"
    return f'<th scope="{scope}"{marks}>{body}</th>'


def _is_formula(cell: Cell) -> bool:
    """Say whether a cell holds formulas and no words."""
    every = [node["t"] for node in walk(cell.blocks)]
    return "Math" in every and (FORMULAS | AROUND).issuperset(every)


def _scope(cell: Cell, row: Row, section: str) -> str:
    if row.heading:
        if section == "tbody":
            return "rowgroup" if cell.column == 0 else "col"
        return "colgroup" if cell.columns > 1 else "col"
    return "row" if cell.column < row.heads else ""


def data_table(pen: Pen, data: Mapping[str, Any], name: str) -> str:
    """Write the data behind a figure as a table."""
    columns, rows = data["columns"], data["rows"]
    right = [
        all(FIGURE.fullmatch(str(row[at]).strip()) for row in rows if at < len(row))
        for at in range(len(columns))
    ]
    head = "".join(
        f'<th scope="col"{_right(side)}>{pen.escape(str(words))}</th>'
        for words, side in zip(columns, right, strict=True)
    )
    body = "".join(f"<tr>{_data_row(pen, row, right)}</tr>\n" for row in rows)
    parts = [f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n"]
    return _scrolled(name, "", _caption("", pen.escape(name)), parts)


def _data_row(pen: Pen, row: Sequence[Any], right: Sequence[bool]) -> str:
    return "".join(
        f"<td{_right(side)}>{pen.escape(str(words))}</td>"
        for words, side in zip(row, right, strict=False)
    )


def _right(side: bool) -> str:
    return ' class="right"' if side else ""
