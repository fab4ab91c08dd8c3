"""Grid tables: boxes drawn with `+`, `-`, `=` and `|` in, their cells out."""

from collections.abc import Iterator
from itertools import count

from crossfoot.read.cells import Lines, Row, cell, columns
from crossfoot.read.walk import Walk

Box = tuple[int, int, int, int]
"""Top, left, bottom and right of a cell's border, in lines and columns."""


def grid(w: Walk, head: list[Row], body: list[Row], lines: Lines) -> int:
    """Match a grid table; return its end.

    Its cells get a place when there are as many boxes as cells. A head without words
    is not in the AST.
    """
    drawn = list(_drawn(lines))
    boxes = sorted(_boxes(drawn))
    if not head:
        under = next((i for i, line in enumerate(drawn) if "=" in line), 0)
        boxes = [b for b in boxes if b[2] > under or not _blank(lines, b)]
    cells = [one for row in head + body for one in row]
    if len(boxes) == len(cells):
        for box, held in zip(boxes, cells, strict=True):
            cell(w, held, _pieces(lines, box))
    else:
        w.missed = True
    return lines.end(len(drawn) - 1)


def _drawn(lines: Lines) -> Iterator[str]:
    """Yield the lines of the drawing, each character in its column."""
    for index in count():
        line = lines[index][1]
        if line.lstrip(" ")[:1] not in {"+", "|"}:
            return
        yield line if line.isascii() else _spread(line)


def _spread(line: str) -> str:
    """Return a line in which every column is one character."""
    width = 0
    places: list[int] = []
    while not places or places[-1] < len(line):
        places.append(columns(line, [width + 1])[0])
        width += 1
    starts = [0, *places[:-1]]
    return "".join(line[a:b][:1] or " " for a, b in zip(starts, places, strict=True))


def _boxes(drawn: list[str]) -> Iterator[Box]:
    for top, line in enumerate(drawn):
        left = line.find("+")
        while left >= 0:
            box = _box(drawn, top, left)
            if box:
                yield box
            left = line.find("+", left + 1)


def _box(drawn: list[str], top: int, left: int) -> Box | None:
    """Return the smallest box whose upper left corner is here."""
    for right in _corners(drawn[top], left):
        for bottom in range(top + 1, len(drawn)):
            line = drawn[bottom]
            if _at(line, left) not in "|+" or _at(line, right) not in "|+":
                break
            if _at(line, left) == "+" == _at(line, right) and _edge(line, left, right):
                return top, left, bottom, right
    return None


def _corners(line: str, left: int) -> Iterator[int]:
    """Yield the corners that an edge leads to, from near to far."""
    for at in range(left + 1, len(line)):
        if line[at] == "+":
            yield at
        elif line[at] not in "-=:":
            return


def _edge(line: str, left: int, right: int) -> bool:
    return not line[left + 1 : right].strip("-=:+")


def _at(line: str, column: int) -> str:
    return line[column : column + 1] or " "


def _blank(lines: Lines, box: Box) -> bool:
    return not any(text.strip() for _, text in _pieces(lines, box))


def _pieces(lines: Lines, box: Box) -> list[tuple[int, str]]:
    """Return what stands in a box, line by line."""
    top, left, bottom, right = box
    out = []
    for index in range(top + 1, bottom):
        start, line = lines[index]
        begin, end = columns(line, [left + 1, right])
        out.append((start + begin, line[begin:end]))
    return out
