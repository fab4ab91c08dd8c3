"""Tables: those of chapters, and those made from a CSV file.

A CSV table prints its number with thousands marks, right-aligned, under headings
from the table's schema; total rows are sums computed here, exactly.
"""

import posixpath
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from crossfoot.amounts.signs import MINUS, SIGNS, WIDE
from crossfoot.assemble.anchoring import named
from crossfoot.assemble.plain import typed
from crossfoot.chapters import beside
from crossfoot.fields import folded, from_dict, is_missing, is_suppressed
from crossfoot.fields import named as columns_named
from crossfoot.findings import Finding, listed, nearest
from crossfoot.nodes import Attr, Node, span, text

if TYPE_CHECKING:
    from crossfoot.assemble.copying import Copier

SILENT = frozenset({"", "count", "ratio"})
NUMERIC = frozenset({"integer", "number"})
OURS = frozenset({"total", "columns"})
"""Attributes that speak to Crossfoot and are not published."""

LEFT: Node = {"t": "AlignLeft"}
RIGHT: Node = {"t": "AlignRight"}
DEFAULT: Node = {"t": "AlignDefault"}
NO_WIDTH: Node = {"t": "ColWidthDefault"}


def copy(copier: "Copier", node: Node) -> Node:
    """Return a chapter's own table, widths settled."""
    _, (short, caption), columns, head, bodies, foot = node["c"]
    at = copier.attr(node)
    at[2] = [pair for pair in at[2] if pair[0] not in OURS]
    new: Node = {"t": "Table", "c": [at, [short, []], _widths(columns), [], [], []]}
    copier.mark(new, "table", place=span(node))
    new["c"][1][1] = copier.blocks(caption)
    with copier.inside():
        new["c"][3] = [head[0], _rows(copier, head[1])]
        new["c"][4] = [
            [body[0], body[1], _rows(copier, body[2]), _rows(copier, body[3])]
            for body in bodies
        ]
        new["c"][5] = [foot[0], _rows(copier, foot[1])]
    return new


def _rows(copier: "Copier", rows: list[Any]) -> list[Any]:
    return [
        [
            row[0],
            [[*cell[:4], copier.blocks(cell[4])] for cell in row[1]],
        ]
        for row in rows
    ]


def _widths(columns: list[Any]) -> list[Any]:
    """Return column specifications whose widths, if any, sum to 1."""
    given = [width.get("c", 0.0) for _, width in columns]
    whole = sum(given)
    if whole <= 0:
        return columns
    least = min((one for one in given if one > 0), default=whole)
    filled = [one or least for one in given]
    whole = sum(filled)
    return [
        [align, {"t": "ColWidth", "c": round(one / whole, 6)}]
        for (align, _), one in zip(columns, filled, strict=True)
    ]


def is_csv(address: str) -> bool:
    """Say whether an image's address is that of a CSV table."""
    return address.lower().endswith(".csv") and "://" not in address


def mention(copier: "Copier", image: Node) -> list[Node]:
    """Return a CSV table named inside a line of text: a link to its file."""
    address = image["c"][2][0]
    path = beside(copier.chapter, address)
    name = posixpath.basename(path)
    if path not in copier.world.present:
        gap = copier.world.wording.missing_table.format(unquote(address))
        return copier.say(gap)
    label = typed(text(image["c"][1]) or name)
    link: Node = {"t": "Link", "c": [["", [], []], label, [path, ""]]}
    return [copier.made(link)]


def from_csv(copier: "Copier", node: Node, image: Node, caption: list[Node]) -> Node:
    """Return the table that a paragraph of one image of a CSV file stands for."""
    at, _, (address, _) = image["c"]
    path = beside(copier.chapter, address)
    table = copier.world.tables.get(path)
    pairs = [[*pair] for pair in at[2] if pair[0] not in {*OURS, "alt"}]
    ident = at[0] or (node["c"][0][0] if node["t"] == "Figure" else "")
    attributes: Attr = [ident, [*at[1]], [*pairs, ["source", path]]]
    names = [folded(column["name"]) for column in (table or {"columns": ()})["columns"]]
    asked = {k: columns_named(said, names) for k, said in reversed(at[2]) if k in OURS}
    new: Node = {"t": "Table", "c": [attributes, [None, []], [], [], [], []]}
    copier.mark(new, "table", place=span(image))
    new["c"][1][1] = copier.blocks(caption)
    if table is None:
        gap = copier.world.wording.missing_table.format(unquote(address))
        parts = _cell_only(typed(gap))
    elif "records" not in table:
        parts = _cell_only(_long(copier, table))
    else:
        copier.into.findings += _unknown(copier, node, table, asked)
        parts = _filled(copier, table, asked, image)
    new["c"][2:] = [copier.made(part) for part in parts]
    return new


def _unknown(
    copier: "Copier", node: Node, table: dict[str, Any], asked: dict[str, list[str]]
) -> list[Finding]:
    """Return TAB03 for each of `columns` that the table does not have."""
    names = [folded(column["name"]) for column in table["columns"]]
    return [
        Finding(
            "TAB03",
            f"`columns` names {name}; {table['file']} has {listed(names)}",
            copier.chapter.place(node),
            help=f"Write {nearest(name, names) or 'one of these names'}",
            found=name,
        )
        for name in asked.get("columns", ())
        if name not in names
    ]


def _long(copier: "Copier", table: dict[str, Any]) -> list[Node]:
    before, after = copier.world.wording.long_table
    file = table["file"]
    link = {
        "t": "Link",
        "c": [["", [], []], typed(posixpath.basename(file)), [file, ""]],
    }
    rows = grouped(Decimal(table["rows"]))
    return [*typed(before.format(rows)), {"t": "Space"}, link, *typed(after)]


def _cell_only(inlines: list[Node]) -> list[Any]:
    body = [["", [], []], 0, [], [_row([_cell(inlines)])]]
    return [[[LEFT, NO_WIDTH]], [["", [], []], []], [body], [["", [], []], []]]


def _filled(
    copier: "Copier",
    table: dict[str, Any],
    asked: dict[str, list[str]],
    image: Node,
) -> list[Any]:
    """Return the columns, head, body and foot of a CSV table."""
    names = [folded(column["name"]) for column in table["columns"]]
    wanted = [names.index(one) for one in asked.get("columns", ()) if one in names]
    picked = wanted or list(range(len(names)))
    columns = [table["columns"][at] for at in picked]
    rows = [[_text(one["cells"], at) for at in picked] for one in table["records"]]
    specs = [[RIGHT if is_number(one) else LEFT, NO_WIDTH] for one in columns]
    head = [_row([_cell(typed(heading(one))) for one in columns])]
    body = [
        _row(
            [
                _cell(_named(copier, table, record, at, typed(printed(one, column))))
                for one, column, at in zip(row, columns, picked, strict=True)
            ]
        )
        for row, record in zip(rows, table["records"], strict=True)
    ]
    total = [at for at in picked if names[at] in asked.get("total", ())]
    sums = {picked.index(at): _sum(table, at) for at in total}
    foot = _totals(sums, len(columns), copier.world.wording.total)
    _name_totals(copier, image, columns, foot)
    empty: Attr = ["", [], []]
    return [specs, [empty, head], [[empty, 0, [], body]], [empty, foot]]


def _named(
    copier: "Copier", table: Mapping[str, Any], record: Any, at: int, said: list[Node]
) -> list[Node]:
    """Return the words of a cell, in a Span with the name of its number."""
    if at >= len(record["cells"]) or copier.echoing:
        return said
    cell = record["cells"][at]
    place = table["file"], cell.get("line", record["line"]), cell["column"]
    name = copier.world.anchors.cell(*place)
    return [named(said, name)] if name else said


def _name_totals(
    copier: "Copier", image: Node, columns: list[dict[str, Any]], foot: list[Any]
) -> None:
    """Put the totals that stand in the foot into Spans with their names."""
    anchors = copier.world.anchors
    own = () if copier.echoing else anchors.within(copier.chapter.file, span(image))
    names = [folded(column["name"]) for column in columns]
    for one in own if foot else ():
        if one.where == "cell" and folded(one.text) in names:
            content = foot[0][1][names.index(folded(one.text))][4]
            name = anchors.take(one.name) if content else ""
            if name:
                content[0]["c"] = [named(content[0]["c"], name)]


def _text(cells: list[dict[str, Any]], at: int) -> str:
    return str(cells[at].get("plain", cells[at]["text"])) if at < len(cells) else ""


def _sum(table: Mapping[str, Any], at: int) -> str:
    """Return the sum of a column as printed; the mark of a cell that is withheld."""
    field, total = from_dict(table["columns"][at]), Decimal(0)
    for record in table["records"]:
        cells = record["cells"]
        written = str(cells[at]["text"]) if at < len(cells) else ""
        if is_suppressed(field, written):
            return written
        value = None if is_missing(field, written) else value_of(_text(cells, at))
        total = total if value is None else WIDE.add(total, value)
    return grouped(total)


def _totals(sums: Mapping[int, str], width: int, label: str) -> list[Any]:
    """Return the total row, or none when no column of the table is totalled."""
    if not sums:
        return []
    texts = [sums.get(at, "") for at in range(width)]
    first = next((at for at in range(width) if at not in sums), None)
    if first is not None:
        texts[first] = label
    row = _row([_cell(typed(one)) for one in texts])
    row[0] = ["", ["total"], []]
    return [row]


def _row(cells: list[Any]) -> list[Any]:
    return [["", [], []], cells]


def _cell(inlines: list[Node]) -> list[Any]:
    content = [{"t": "Plain", "c": inlines}] if inlines else []
    return [["", [], []], DEFAULT, 1, 1, content]


def heading(column: dict[str, Any]) -> str:
    """Return a column's heading: its title or name, and its unit."""
    name = str(column["name"]).replace("_", " ").strip()
    title = str(column.get("title") or name[:1].upper() + name[1:])
    unit = str(column.get("unit") or "")
    if unit in SILENT or title.endswith(")"):
        return title
    return f"{title} ({SIGNS.get(unit, unit)})"


def is_number(column: dict[str, Any]) -> bool:
    """Say whether a column holds numbers to add and align, not years or names."""
    return column.get("type") in NUMERIC


def printed(cell: str, column: dict[str, Any]) -> str:
    """Return a cell as printed: number with thousands marks, the rest as it is."""
    value = value_of(cell) if is_number(column) else None
    return cell if value is None else grouped(value)


def value_of(cell: str) -> Decimal | None:
    """Return the number of a cell, or None when it holds none."""
    try:
        value = Decimal(cell.strip().replace(",", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def grouped(value: Decimal) -> str:
    """Return a number with thousands marks and a true minus sign."""
    return f"{value:,f}".replace("-", MINUS)
