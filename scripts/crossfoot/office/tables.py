"""Tables of office files: a pandoc Table in, the same with what its form tells out."""

from crossfoot.nodes import Node, rewrite, rows, text
from crossfoot.office.values import is_figure

ROOM = 86.0
"""Characters of table text on a line of the upright page."""
SIDEWAYS = 136.0
"""The same on a page turned sideways."""
PADDING = 2.6
"""What a column takes besides its text."""
WORD = 26
"""Longer words can be broken."""


def is_wide(table: Node) -> bool:
    """Say whether the longest words of a table's columns do not fit upright."""
    low, _ = _lengths(table)
    return sum(low) + PADDING * len(low) > ROOM


def laid_out(table: Node) -> Node:
    """Return a table with widths, figures set to the right, and a bold foot."""
    return with_strong_foot(aligned(with_widths(table)))


def with_widths(table: Node) -> Node:
    """Return a table with a width for each column, as its content needs.

    Office programs other than Word make columns without one equally wide. Widths are
    shares of the line; those that an author gave are kept.
    """
    specs = table["c"][2]
    low, high = _lengths(table)
    room = SIDEWAYS if is_wide(table) else ROOM
    if all(width["t"] == "ColWidth" for _, width in specs):
        asked = [width["c"] * room for _, width in specs]
        return _widened(table, asked, [least + PADDING for least in low], room)
    spare = max(room - sum(low) - PADDING * len(low), 0.0)
    wanted = sum(most - least for least, most in zip(low, high, strict=True))
    part = min(spare / wanted, 1.0) if wanted else 0.0
    widths = [
        least + (most - least) * part + PADDING
        for least, most in zip(low, high, strict=True)
    ]
    return _widened(table, widths, widths, room)


def _widened(table: Node, widths: list[float], least: list[float], room: float) -> Node:
    """Return a table with widths in characters, none below its longest word."""
    wide = [max(pair) for pair in zip(widths, least, strict=True)]
    spare = [max(have - low, 0) for have, low in zip(wide, least, strict=True)]
    excess = sum(wide) - max(room, sum(least))
    part = min(max(excess, 0) / sum(spare), 1.0) if sum(spare) else 0.0
    shown = [have - give * part for have, give in zip(wide, spare, strict=True)]
    whole = max(room, sum(shown))
    specs = [
        [align, {"t": "ColWidth", "c": round(width / whole, 4)}]
        for (align, _), width in zip(table["c"][2], shown, strict=True)
    ]
    return {**table, "c": [*table["c"][:2], specs, *table["c"][3:]]}


def _lengths(table: Node) -> tuple[list[float], list[float]]:
    """Return the longest word and the longest text of each column, in characters."""
    low = [2.0] * len(table["c"][2])
    high = list(low)
    for row in rows(table):
        if len(row) == len(low):
            for column, cell in enumerate(row):
                said = text(cell)
                longest = max((len(word) for word in said.split()), default=0)
                # Bold heads and wide letters take more than the average.
                low[column] = max(low[column], 1.15 * min(longest, WORD))
                high[column] = max(high[column], low[column], 1.1 * len(said))
    return low, high


def aligned(table: Node) -> Node:
    """Return a table whose columns of figures are set to the right."""
    specs = [
        [{"t": "AlignRight"} if _bare(align) and _figures(table, column) else align, w]
        for column, (align, w) in enumerate(table["c"][2])
    ]
    return {**table, "c": [*table["c"][:2], specs, *table["c"][3:]]}


def _bare(align: Node) -> bool:
    return bool(align["t"] == "AlignDefault")


def _figures(table: Node, column: int) -> bool:
    """Say whether all that a column holds is figures."""
    cells = [
        text(row[1][column][4]).strip()
        for body in table["c"][4]
        for row in body[3]
        if column < len(row[1])
    ]
    held = [cell for cell in cells if cell]
    return bool(held) and all(is_figure(cell) for cell in held)


def with_strong_foot(table: Node) -> Node:
    """Return a table whose foot, the totals, is bold."""
    kind, found = table["c"][5]

    def strong(node: Node) -> list[Node] | None:
        if node["t"] not in {"Para", "Plain"}:
            return None
        return [{**node, "c": [{"t": "Strong", "c": node["c"]}]}]

    return {**table, "c": [*table["c"][:5], [kind, rewrite(found, strong)]]}
