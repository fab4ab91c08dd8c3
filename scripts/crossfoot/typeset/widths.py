"""Column widths on paper: a grid in, shares of the line or `auto` out.

Reckoned in average characters, as a browser does from the narrowest and the widest
that each column can be; a table that cannot fit turns its page sideways, and only
then becomes smaller.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.nodes import text, walk
from crossfoot.typeset.grid import Cell, Grid

ROOM = 86.0
"""Characters of table text on a line of the upright page."""
SIDEWAYS = 136.0
"""The same on a page turned sideways."""
PADDING = 2.6
"""What a column takes besides its text."""
WORD = 26
"""Longer words, addresses above all, can be broken."""
SMALLEST = 0.62
BOLD = 1.08
"""How much wider a bold letter is than another."""
FILLED = 0.9
"""Part of the line that the least widths of columns may take for heads' sake."""
SPACE = 0.6
"""Lines between two rows."""
TALLER = 1.3
"""A table that is so many times, and LINES, taller than need be is not as asked."""
LINES = 4
WRAPPED = 1.15
"""How much longer text is for the words that do not fill their line."""
UNRECKONED = frozenset({"Image", "CodeBlock", "LineBreak", "LineBlock", "Math"})
"""What makes a cell taller than its words say."""
CODE = 1.12
"""How much wider a letter of code is than another."""
SIGNS = re.compile(r"[./_,:;=|)}\]-]")


@dataclass(frozen=True, slots=True)
class Widths:
    """How a table is laid out."""

    shares: list[float]
    """Widths in percent of the line; empty: as wide as their content."""
    sideways: bool = False
    scale: float = 1.0
    """Factor on the size of its text."""


def widths(grid: Grid) -> Widths:
    """Return how wide the columns of a table are.

    Widths that its author gave hold unless they make it much taller than need be: the
    dashes below a header are widths, too, though hardly anybody means them.
    """
    low, high = _limits(grid)
    low = _headed(grid, low)
    asked = _laid(low, high, grid.shares)
    if not grid.shares:
        return asked
    own = _laid(low, high, [])
    most = TALLER * height(grid, own) + LINES
    return own if height(grid, asked) > most else asked


def _headed(grid: Grid, low: list[float]) -> list[float]:
    """Return columns widened so that no head takes more than two lines.

    Only where enough room is left for what stands below the heads.
    """
    out = list(low)
    for cell in (cell for row in grid.head for cell in row.cells):
        if cell.columns == 1 and cell.column < len(out):
            wide = _folded(text(cell.blocks).split()) * BOLD
            out[cell.column] = max(out[cell.column], wide)
    return out if sum(out) + PADDING * len(out) <= FILLED * ROOM else low


def _folded(words: list[str]) -> int:
    """Return the width at which words take two lines at most."""
    whole = len(" ".join(words))
    splits = (len(" ".join(words[:at])) for at in range(1, len(words)))
    return min((max(one, whole - one - 1) for one in splits), default=whole)


def _laid(low: list[float], high: list[float], shares: list[float]) -> Widths:
    taken = PADDING * len(low)
    sideways = sum(low) + taken > ROOM
    room = (SIDEWAYS if sideways else ROOM) - taken
    scale = min(1.0, max(SMALLEST, room / max(sum(low), 1)))
    room /= scale
    if shares:
        wanted = [share / 100 * room for share in shares]
    elif sum(high) <= room:
        return Widths([], sideways, round(scale, 3))
    else:
        wanted = _shared(low, high, room)
    return Widths(_percent(_at_least(wanted, low)), sideways, round(scale, 3))


def height(grid: Grid, laid: Widths) -> float:
    """Return about how many lines a table takes, its rows' spaces included.

    Infinite when it holds what is not reckoned in lines, such as a picture.
    """
    return sum(_heights(grid, laid))


def tallest(grid: Grid, laid: Widths) -> float:
    """Return about how many lines the tallest row takes; infinite as `height` is.

    A cell that reaches over rows ties them together, so that is not reckoned either.
    """
    rows = (*grid.head, *grid.body, *grid.foot)
    tied = any(one.rows > 1 for row in rows for one in row.cells)
    return math.inf if tied else max(_heights(grid, laid), default=0)


def _heights(grid: Grid, laid: Widths) -> Iterator[float]:
    room = (SIDEWAYS if laid.sideways else ROOM) / laid.scale
    for row in (*grid.head, *grid.body, *grid.foot):
        yield max((_tall(one, laid, room) for one in row.cells), default=0)


def _tall(cell: Cell, laid: Widths, room: float) -> float:
    if any(node["t"] in UNRECKONED for node in walk(cell.blocks)):
        return math.inf
    shares = laid.shares[cell.column : cell.column + cell.columns]
    across = max(sum(shares) / 100 * room - PADDING, 1) if shares else math.inf
    lines = sum(
        max(1, math.ceil(len(text(one)) * WRAPPED / across)) for one in cell.blocks
    )
    return SPACE + lines / max(cell.rows, 1)


def _shared(low: list[float], high: list[float], room: float) -> list[float]:
    """Give narrow columns all they want, and share the rest by what it holds."""
    narrow: set[int] = set()
    while True:
        left = room - sum(high[column] for column in narrow)
        wide = [column for column in range(len(high)) if column not in narrow]
        fair = left / max(len(wide), 1)
        more = {column for column in wide if high[column] <= fair}
        if not more:
            break
        narrow |= more
    least = sum(low[column] for column in wide)
    most = sum(high[column] for column in wide)
    spare = max(left - least, 0) / max(most - least, 1)
    return [
        high[at] if at in narrow else low[at] + (high[at] - low[at]) * spare
        for at in range(len(high))
    ]


def _pairs(low: list[float], high: list[float]) -> list[tuple[float, float]]:
    return list(zip(low, high, strict=True))


def _limits(grid: Grid) -> tuple[list[float], list[float]]:
    """Return the longest word and the longest text of each column."""
    low = [1.0] * len(grid.aligns)
    high = [1.0] * len(grid.aligns)
    for row in (*grid.head, *grid.body, *grid.foot):
        for cell in row.cells:
            if cell.columns == 1 and cell.column < len(low):
                word, whole = _lengths(cell, bold=row.heading)
                low[cell.column] = max(low[cell.column], word)
                high[cell.column] = max(high[cell.column], whole)
    return low, high


def _lengths(cell: Cell, *, bold: bool) -> tuple[float, float]:
    words = text(cell.blocks)
    factor = BOLD if bold or words.isupper() else 1.0
    if any(node["t"] == "Code" for node in walk(cell.blocks)):
        # Code is set wider, and broken behind its signs.
        return _longest(SIGNS.sub(r"\g<0> ", words)) * CODE, len(words) * CODE
    if cell.align == "right":
        # Figures are not broken: a number's parts belong on one line.
        longest = min(len(words.strip()), WORD) if not bold else _longest(words)
    else:
        longest = _longest(words)
    return longest * factor, len(words) * factor


def _longest(words: str) -> int:
    return min(max((len(word) for word in words.split()), default=1), WORD)


def _at_least(wanted: list[float], low: list[float]) -> list[float]:
    """Widen columns to their longest word at the cost of the others."""
    out = [max(want, least) for want, least in _pairs(wanted, low)]
    excess = sum(out) - sum(wanted)
    spare = [have - least for have, least in _pairs(out, low)]
    if excess <= 0 or not sum(spare):
        return out
    part = min(excess / sum(spare), 1)
    return [have - give * part for have, give in _pairs(out, spare)]


def _percent(parts: list[float]) -> list[float]:
    """Return widths, with their padding, as shares of the line."""
    padded = [part + PADDING for part in parts]
    return [round(100 * part / sum(padded), 2) for part in padded]
