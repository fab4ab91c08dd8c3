"""Tables whose cells have several lines: source lines in, each cell's stretches out.

In grid and multiline tables the lines of neighbouring cells are interleaved, so
that a cell is a column of stretches of several lines.
Source: the pandoc manual, "Extension: grid_tables" and "multiline_tables".
"""

import re
from dataclasses import dataclass
from typing import Any

BORDER = re.compile(r"[ \t>]*\+(?:[-=:]+\+)+[ \t]*$")
DASHES = re.compile(r"[ \t]*-{3,}[-\s]*$")
COLUMNS = re.compile(r"-+")

Pieces = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table with the stretches of source of each."""

    cells: list[tuple[Any, Pieces]]
    end: int
    """Where the table's last line ends."""


def cell_texts(text: str, at: int, end: int, rows: list[Any]) -> Grid | None:
    """Return the stretches of a grid or multiline table's cells, or None.

    None also when the table has cells over several rows, whose lines this does
    not follow.
    """
    if any(cell[2] != 1 for row in rows for cell in row[1]):
        return None
    lines = _lines(text, at, end)
    if not lines:
        return None
    first = text[slice(*lines[0])].rstrip()
    if BORDER.match(first):
        return _grid(text, lines, rows)
    if DASHES.match(first) and _is_multiline(text, lines):
        return _multiline(text, lines, rows)
    return None


def _lines(text: str, at: int, end: int) -> Pieces:
    out, start = [], text.rfind("\n", 0, at) + 1
    while start < end:
        stop = text.find("\n", start)
        stop = end if stop < 0 else stop
        out.append((start, stop))
        start = stop + 1
    return out


def _grid(text: str, lines: Pieces, rows: list[Any]) -> Grid | None:
    groups: list[Pieces] = []
    last = lines[0][1]
    for start, stop in lines:
        line = text[start:stop].rstrip()
        if BORDER.match(line):
            groups.append([])
        elif line.lstrip(" \t>").startswith(("|", "+")):
            groups[-1].append((start, stop))
        else:
            break
        last = stop
    groups = [group for group in groups if group]
    if len(groups) != len(rows):
        return None
    border = text[slice(*lines[0])]
    edges = [found.start() for found in re.finditer(r"\+", border)]
    bounds = list(zip((e + 1 for e in edges), edges[1:], strict=False))
    return _cells(groups, rows, bounds, last)


def _is_multiline(text: str, lines: Pieces) -> bool:
    """Say whether rows are parted by blank lines and a rule closes the table."""
    return any(not text[slice(*line)].strip() for line in lines[1:200]) and bool(
        re.fullmatch(r"[ \t]*-+[ \t]*", text[slice(*lines[0])].rstrip())
    )


def _multiline(text: str, lines: Pieces, rows: list[Any]) -> Grid | None:
    rules = [
        index
        for index, line in enumerate(lines[:400])
        if DASHES.match(text[slice(*line)].rstrip() or " ")
    ]
    columns = next((i for i in rules if len(text[slice(*lines[i])].split()) > 1), None)
    if columns is None or len(rules) < 2:
        return None
    close = next((i for i in rules if i > columns), None)
    if close is None:
        return None
    spans = [m.span() for m in COLUMNS.finditer(text[slice(*lines[columns])])]
    bounds = [
        (start, spans[i + 1][0] if i + 1 < len(spans) else 10_000)
        for i, (start, _) in enumerate(spans)
    ]
    head = [line for line in lines[rules[0] + 1 : columns]]
    groups: list[Pieces] = [head] if head else []
    groups.append([])
    for line in lines[columns + 1 : close]:
        if text[slice(*line)].strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    if len(groups) != len(rows):
        return None
    return _cells(groups, rows, bounds, lines[close][1])


def _cells(
    groups: list[Pieces], rows: list[Any], bounds: list[tuple[int, int]], end: int
) -> Grid | None:
    out = []
    for group, row in zip(groups, rows, strict=True):
        column = 0
        for cell in row[1]:
            width = cell[3]
            if column + width > len(bounds):
                return None
            left, right = bounds[column][0], bounds[column + width - 1][1]
            column += width
            out.append(
                (cell, [(min(a + left, b), min(a + right, b)) for a, b in group])
            )
    return Grid(out, end)
