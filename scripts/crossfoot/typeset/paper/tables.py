"""Tables on paper: a pandoc Table in, Typst markup out."""

from crossfoot.nodes import Node, attributes, identifier
from crossfoot.typeset.grid import Cell, Grid, Row, grid_of
from crossfoot.typeset.paper.inlines import PARBREAK, aside
from crossfoot.typeset.paper.marks import items, quoted
from crossfoot.typeset.pen import Pen
from crossfoot.typeset.widths import height, tallest, widths

SHORT = 13
"""Lines of a table, and of a row, that stands where it is written, on one page."""
LINE = 13.5 * 25.4 / 72
"""Millimetres from one line of a table to the next."""
TALL = 0.9
"""Taller than this share of a picture's room, a table runs over pages; a lower one
finds its own place."""
OVER_PAGES = "breakable: true"


def table(pen: Pen, node: Node) -> str:
    """Write a table with its label and caption; its header rows repeat."""
    grid = grid_of(node)
    told = attributes(node)
    _, caption = node["c"][1]
    words = pen.bare().write(caption).removesuffix(PARBREAK)
    extra = aside(pen, caption)
    name = identifier(node)
    arguments = [f"id: {quoted(name)}"] if name else []
    if told.get("label"):
        arguments.append(f"label: {quoted(told['label'])}")
    if words:
        arguments.append(f"caption: [{words}]")
    if extra:
        arguments.append(f"after: [{extra}]")
    place = floating(pen) if told.get("label") and not pen.led else ""
    layout = _layout(grid, place, TALL * pen.book.room[1] / LINE)
    arguments += layout
    if grid.head:
        repeats = OVER_PAGES in layout
        arguments.append(f"head: {_rows(pen, grid.head, repeats=repeats)}")
    if grid.foot:
        arguments.append(f"foot: {_rows(pen, grid.foot, bold=True)}")
    body = "".join(_row(pen, row) for row in grid.body)
    return f"#tabular({', '.join(arguments)}, {body});"


def floating(pen: Pen) -> str:
    """Return where a float goes: near its place, but never above a chapter's title."""
    return "bottom" if pen.opening else "auto"


def _layout(grid: Grid, place: str, most: float) -> list[str]:
    """Return how a table is set; one of more than `most` lines runs over pages."""
    laid = widths(grid)
    lines = height(grid, laid)
    columns = [f"{share:g}fr" for share in laid.shares] or ["auto"] * len(grid.aligns)
    aligns = [align if align != "left" else "start" for align in grid.aligns]
    out = [f"columns: {items(columns)}", f"align: {items(aligns)}"]
    if laid.scale < 1:
        out.append(f"scale: {laid.scale:g}")
    if lines > most:
        out.append(OVER_PAGES)
        if tallest(grid, laid) <= SHORT:
            out.append("whole-rows: true")
    elif lines > SHORT and place and not laid.sideways:
        out.append(f"placement: {place}")
    return out + (["sideways: true"] if laid.sideways else [])


def _rows(
    pen: Pen, rows: list[Row], *, bold: bool = False, repeats: bool = False
) -> str:
    made = (_row(pen, row, bold=bold, repeats=repeats) for row in rows)
    return "(" + "".join(made) + ")"


def _row(pen: Pen, row: Row, *, bold: bool = False, repeats: bool = False) -> str:
    cells = [_cell(pen, cell, row, bold=bold, repeats=repeats) for cell in row.cells]
    return "".join(f"{cell}, " for cell in cells)


def _cell(pen: Pen, cell: Cell, row: Row, *, bold: bool, repeats: bool) -> str:
    body = f"[{_words(pen, cell)}]"
    if repeats and (again := f"[{_words(pen.again(), cell)}]") != body:
        body = f"first({body}, {again})"
    if bold or row.heading or cell.column < row.heads:
        body = f"strong({body})"
    spans = [("rowspan", cell.rows), ("colspan", cell.columns)]
    extra = [f"{name}: {count}" for name, count in spans if count > 1]
    if cell.align != "left":
        extra.append(f"align: {cell.align}")
    return f"table.cell({', '.join(extra)}, {body})" if extra else body


def _words(pen: Pen, cell: Cell) -> str:
    return pen.write(cell.blocks).removesuffix(PARBREAK)
