"""Grids: the cells of a table's rows in, how wide each row is out."""

from collections.abc import Iterable
from typing import NamedTuple


class Cell(NamedTuple):
    """How far a cell reaches."""

    across: int = 1
    down: int = 1


def widths(rows: Iterable[Iterable[Cell]]) -> list[int]:
    """Return how many columns each row of a table has, spans included."""
    out = []
    below: list[Cell] = []
    for row in rows:
        width = sum(one.across for one in below)
        below = [Cell(across, down - 1) for across, down in below if down > 1]
        for cell in row:
            width += cell.across
            if cell.down > 1:
                below.append(Cell(cell.across, cell.down - 1))
        out.append(width)
    return out


def even(rows: Iterable[Iterable[Cell]]) -> bool:
    """Say whether all rows of a table are equally wide."""
    return len(set(widths(rows))) <= 1
