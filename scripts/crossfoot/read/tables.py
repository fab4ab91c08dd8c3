"""Tables: how captions, pipe, simple and multiline tables are written."""

import re

from crossfoot.nodes import Node
from crossfoot.read.cells import (
    Lines,
    Piece,
    Row,
    cell,
    columns,
    hand_back,
    inside,
    rows,
)
from crossfoot.read.grids import grid
from crossfoot.read.inlines import ATTRIBUTES
from crossfoot.read.sequence import passed
from crossfoot.read.walk import Handler, Walk

CAPTION = re.compile(r"(?:[Tt]able)?:[ ]*")
DASHES = re.compile(r"[ ]*-+(?:[ ]+-+)*[ ]*\Z")
PIPES = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:[|+][ ]*:?-+:?[ ]*)*\|?[ ]*\Z")
CLOSED = re.compile(r"(?>\\.|(`+)(?!`).*?(?<!`)\1(?!`)|[^|\\])*", re.DOTALL)
"""What stands before the next pipe that parts two cells."""


def table(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a table with its caption, before or after."""
    start, before = p, _caption(w, node, p, depth)
    if before >= 0:
        p = w.skip(before, depth)
    end = _body(w, node, p, depth)
    if end < 0:
        return -1
    if before < 0:
        q = w.skip(end, depth)
        while (further := passed(w, q, depth)) > q:
            q = w.skip(further, depth)
        after = _caption(w, node, q, depth)
        end = after if after >= 0 else end
    return w.put(node, start, end)


def _caption(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a caption and its attributes; return its end, or -1."""
    held, found = node["c"][1][1], CAPTION.match(w.t, p)
    if not found or not (held or node["c"][0] != ["", [], []]):
        return -1
    end = found.end()
    if held:
        end = w.flow(held[0]["c"], found.end(), depth)
        if end < 0:
            return -1
        w.put(held[0], found.end(), end)
    tail = ATTRIBUTES.match(w.t, w.space(end, depth))
    return tail.end() if tail else end


def _body(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a table without its caption; return its end, or -1."""
    lines = Lines(w.t, p, depth)
    first, second = lines[0][1], lines[1][1]
    head, body = rows(node)
    if first.lstrip(" ").startswith("+"):
        return grid(w, head, body, lines)
    if DASHES.match(first):
        return _ruled(w, head, body, lines)
    if PIPES.match(second) and ("|" in second or "|" in first):
        for index, row in enumerate([*(head or [[]]), *body]):
            _piped(w, row, lines[index + (index > 0)])
        return lines.end(len(body) + 1)
    if DASHES.match(second):
        return _simple(w, head, body, lines)
    return -1


def _piped(w: Walk, row: Row, line: Piece) -> None:
    """Match a row of a pipe table."""
    sub = inside(w, line[1])
    p = len(sub.t) - len(sub.t.lstrip(" "))
    p += sub.t.startswith("|", p)
    for held in row:
        p = _pipe(sub, held, sub.space(p, 0))
    hand_back(w, sub, [line])


def _pipe(sub: Walk, held: list[Node], p: int) -> int:
    """Match one cell of a pipe table; return where the next one starts."""
    words = held[0]["c"] if held else []
    end = sub.strict(words, p, 0)
    after = sub.space(end, 0) if end >= 0 else -1
    if words and end >= 0 and sub.t[after : after + 1] in {"", "|"}:
        sub.put(held[0], p, end)
        return after + 1
    closing = CLOSED.match(sub.t, p)
    limit = closing.end() if closing else p
    if words:
        sub.resume(words, 0, p, 0, limit)
    return limit + 1


def _bounds(line: str) -> list[int]:
    """Return the columns at which the columns of a dashed line start."""
    return [found.start() for found in re.finditer(r"-+", line)]


def _cut(line: Piece, bounds: list[int]) -> list[Piece]:
    """Return what stands in each column of a line."""
    starts = columns(line[1], bounds)
    ends = [*starts[1:], len(line[1])]
    return [(line[0] + a, line[1][a:b]) for a, b in zip(starts, ends, strict=True)]


def _put_row(w: Walk, row: Row, group: list[Piece], bounds: list[int]) -> None:
    """Match a row whose cells stand in columns of one or more lines."""
    cut = [_cut(line, bounds) for line in group]
    for index, held in enumerate(row[: len(bounds)]):
        cell(w, held, [line[index] for line in cut])


def _simple(w: Walk, head: list[Row], body: list[Row], lines: Lines) -> int:
    """Match a simple table with a head: a line a row."""
    bounds = _bounds(lines[1][1])
    for row in head:
        _put_row(w, row, [lines[0]], bounds)
    return _plain(w, body, lines, 2, bounds)


def _plain(
    w: Walk, body: list[Row], lines: Lines, first: int, bounds: list[int]
) -> int:
    """Match rows of one line each, and the dashes behind them if there are any."""
    for index, row in enumerate(body):
        _put_row(w, row, [lines[first + index]], bounds)
    after = first + len(body)
    return lines.end(after if DASHES.match(lines[after][1]) else after - 1)


def _ruled(w: Walk, head: list[Row], body: list[Row], lines: Lines) -> int:
    """Match a table between dashes: multiline, or simple without a head."""
    first = 1
    if head:
        while lines[first][1].strip(" ") and not DASHES.match(lines[first][1]):
            first += 1
    bounds = _bounds(lines[first if head else 0][1])
    if not bounds:
        return -1
    for row in head:
        _put_row(w, row, [lines[index] for index in range(1, first)], bounds)
    first += bool(head)
    if not head and _is_plain(lines, len(body)):
        return _plain(w, body, lines, first, bounds)
    groups, last = _groups(lines, first)
    if len(groups) != len(body):
        w.missed = True
    for row, group in zip(body, groups, strict=False):
        _put_row(w, row, group, bounds)
    return lines.end(last)


def _is_plain(lines: Lines, size: int) -> bool:
    """Say whether dashes follow on as many lines as there are rows."""
    filled = all(lines[1 + index][1].strip(" ") for index in range(size))
    return filled and bool(DASHES.match(lines[1 + size][1]))


def _groups(lines: Lines, first: int) -> tuple[list[list[Piece]], int]:
    """Return lines parted by blank ones up to dashes, and which line those are."""
    groups: list[list[Piece]] = [[]]
    for index in range(first, first + 100_000):
        line = lines[index]
        if DASHES.match(line[1]) and not lines[index + 1][1].strip(" "):
            return [group for group in groups if group], index
        if line[1].strip(" "):
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
        if line[0] >= len(lines.text):
            break
    return [], first - 1


TABLES: dict[str, Handler] = {"Table": table}
