"""Tables that are data: a table's cells in, columns and records of a CSV file out.

A table becomes a CSV file when every cell is a few plain words, it has one header row,
and its columns but the first are mostly numbers. A last row of totals is left out when
the columns add up to it exactly, and made by the build instead; where they do not, the
table stays in the text as it was, and the checks tell of it.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from crossfoot.nodes import Node, text, walk

NUMBER = re.compile(r"([-−]?)([£$€]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(%?)")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
CODE = re.compile(r"0\d+")
TOTAL = re.compile(r"(?:grand |overall )?totals?:?", re.IGNORECASE)
PLAIN = frozenset({"Plain", "Para", "Str", "Space", "SoftBreak", "LineBreak", "Span"})
"""What a cell of data may be made of; emphasis is the theme's in a table of data."""
LOOKS = frozenset({"Strong", "Emph", "Underline"})
UNITS = {"£": "GBP", "$": "USD", "€": "EUR", "%": "%"}
UNIT = re.compile(r"\(([£$€%])\)$")
FEWEST_ROWS = 2


class Data(NamedTuple):
    """A table that is data."""

    fields: tuple[Mapping[str, Any], ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]
    """Names of the columns whose total the build makes."""
    total_row: tuple[str, ...]
    """The row of totals that is left out; empty without one."""


def data_of(table: Node) -> Data | None:
    """Return a table as data, or None when it is none."""
    grid = _grid(table)
    if grid is None or len(grid) < 1 + FEWEST_ROWS or len(grid[0]) < 2:
        return None
    head, body = grid[0], grid[1:]
    if not all(head[1:]) or len({*head}) < len(head):
        return None
    if not _has_numbers(body):
        return None
    return _settled(head, body)


def _grid(table: Node) -> list[list[str]] | None:
    """Return the texts of a table's cells, or None when it holds more than texts."""
    _, _, _, head, bodies, foot = table["c"]
    rows = [*head[1], *(row for one in bodies for row in (*one[2], *one[3])), *foot[1]]
    if len(head[1]) != 1:
        return None
    out = []
    for _, cells in rows:
        if any(cell[2] != 1 or cell[3] != 1 or not _simple(cell[4]) for cell in cells):
            return None
        out.append([" ".join(text(cell[4]).split()) for cell in cells])
    return out if len({len(row) for row in out}) == 1 else None


def _simple(blocks: list[Node]) -> bool:
    return len(blocks) < 2 and all(
        node["t"] in PLAIN or node["t"] in LOOKS for node in walk(blocks)
    )


def _has_numbers(body: list[list[str]]) -> bool:
    """Say whether most cells behind the first are numbers, and all of one column."""
    cells = [cell for row in body for cell in row[1:] if cell]
    if not cells or sum(map(_is_number, cells)) * 2 < len(cells):
        return False
    columns = list(zip(*body, strict=True))[1:]
    return any(all(map(_is_number, column)) for column in columns)


def _is_number(cell: str) -> bool:
    return NUMBER.fullmatch(cell) is not None and not CODE.fullmatch(cell)


def _settled(head: list[str], body: list[list[str]]) -> Data | None:
    total: list[str] = []
    if TOTAL.fullmatch(body[-1][0]):
        total, body = body[-1], body[:-1]
    if any(TOTAL.search(row[0]) for row in body) or len(body) < FEWEST_ROWS:
        return None
    names = column_names(head)
    columns = list(zip(*body, strict=True))
    fields = [_field(*one) for one in zip(names, head, columns, strict=True)]
    summed: list[str] = []
    for field, column, last in zip(fields, columns, total, strict=False):
        if field["type"] not in {"integer", "number"}:
            continue
        if last and not _adds_up(column, last):
            return None
        summed += [field["name"]] if last else []
    if total and (
        not summed
        or any(
            total[1:][at] and fields[1:][at]["type"] not in {"integer", "number"}
            for at in range(len(total) - 1)
        )
    ):
        return None
    rows = tuple(tuple(_typed(cell) for cell in row) for row in body)
    return Data(tuple(fields), rows, tuple(summed), tuple(total))


def column_names(head: Sequence[str]) -> list[str]:
    """Return names of columns made of their headings, no two the same."""
    out: list[str] = []
    for at, title in enumerate(head, 1):
        name = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_") or f"column_{at}"
        number, base = 2, name
        while name in out:
            name, number = f"{base}_{number}", number + 1
        out.append(name)
    return out


def _field(name: str, title: str, column: tuple[str, ...]) -> dict[str, Any]:
    """Return the description of a column, in words of Table Schema."""
    field: dict[str, Any] = {"name": name, "type": "string", "title": title or name}
    filled = [cell for cell in column if cell]
    parts = [NUMBER.fullmatch(cell) for cell in filled]
    signs = {one[2] + one[4] for one in parts if one}
    if not filled or not all(map(_is_number, filled)) or len(signs) > 1:
        return field
    sign = signs.pop()
    if not sign and all(map(YEAR.fullmatch, filled)):
        return {**field, "type": "year"}
    whole = not any("." in cell for cell in filled)
    field["type"] = "integer" if whole else "number"
    if sign in UNITS:
        field |= {"bareNumber": False, "unit": UNITS[sign]}
    elif titled := UNIT.search(title):
        field["unit"] = UNITS[titled[1]]
    if any("," in cell for cell in filled):
        field["groupChar"] = ","
    return field


def _typed(cell: str) -> str:
    """Return a cell with the minus sign that data has."""
    return cell.replace("−", "-") if _is_number(cell) else cell


def _value(cell: str) -> Decimal:
    found = NUMBER.fullmatch(cell)
    digits = found[3].replace(",", "") if found else "0"
    return Decimal(f"-{digits}" if found and found[1] else digits)


def _adds_up(column: tuple[str, ...], total: str) -> bool:
    return _is_number(total) and sum(map(_value, column), Decimal(0)) == _value(total)
