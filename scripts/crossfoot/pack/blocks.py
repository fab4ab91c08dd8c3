"""Blocks: words in, elements of the pandoc AST out, as the QA pack needs them."""

from collections.abc import Iterable, Sequence

from crossfoot.nodes import Node, para, words

DEFAULT: Node = {"t": "AlignDefault"}
RIGHT: Node = {"t": "AlignRight"}
NO_WIDTH: Node = {"t": "ColWidthDefault"}
Cell = str | list[Node]
"""Plain words, or inlines."""


def heading(level: int, name: str, title: str) -> Node:
    """Return a heading without a number."""
    return {"t": "Header", "c": [level, [name, ["unnumbered"], []], words(title)]}


def text(said: str) -> Node:
    """Return a paragraph of plain words."""
    return para(words(said))


def code(said: str) -> Node:
    """Return words that a machine reads."""
    return {"t": "Code", "c": [["", [], []], said]}


def sentence(*parts: str | Node) -> list[Node]:
    """Return inlines: words and elements, as they follow each other."""
    out: list[Node] = []
    for part in parts:
        if isinstance(part, dict):
            out.append(part)
            continue
        before, after = part[:1].isspace(), part[-1:].isspace()
        out += [{"t": "Space"}] if before and out else []
        out += words(part)
        out += [{"t": "Space"}] if after and part.strip() else []
    return out


def bullets(items: Iterable[Cell]) -> Node:
    """Return a list."""
    return {"t": "BulletList", "c": [[_plain(one)] for one in items]}


def picture(target: str, alt: str, caption: str) -> Node:
    """Return a figure with a picture in it."""
    image = {"t": "Image", "c": [["", [], []], words(alt), [target, ""]]}
    told = [{"t": "Plain", "c": words(caption)}]
    body = [{"t": "Plain", "c": [image]}]
    return {"t": "Figure", "c": [["", [], []], [None, told], body]}


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    counts: Iterable[int] = (),
) -> Node:
    """Return a table whose first column heads its rows.

    `counts` are the columns that hold whole numbers.
    """
    right = set(counts)
    columns = [[RIGHT if n in right else DEFAULT, NO_WIDTH] for n in range(len(heads))]
    body = [["", [], []], 1, [], [_row(one) for one in rows]]
    head = [["", [], []], [_row(heads)]]
    told = [None, [{"t": "Plain", "c": words(caption)}]]
    foot = [["", [], []], []]
    return {"t": "Table", "c": [["", [], []], told, columns, head, [body], foot]}


def _row(cells: Sequence[Cell]) -> list[object]:
    return [
        ["", [], []],
        [[["", [], []], DEFAULT, 1, 1, [_plain(one)]] for one in cells],
    ]


def _plain(cell: Cell) -> Node:
    return {"t": "Plain", "c": words(cell) if isinstance(cell, str) else cell}
