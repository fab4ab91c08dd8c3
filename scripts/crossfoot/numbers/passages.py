"""Passages: a chapter in, every text a reader sees and every table of it out."""

import re
from dataclasses import dataclass, field
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.nodes import Node, attributes, identifier, span
from crossfoot.numbers.beside.cellsaid import Spoken
from crossfoot.numbers.beside.nearby import around, beside, nearby
from crossfoot.numbers.linear import HOLE, Builder, Passage
from crossfoot.numbers.rooms import rooms_of
from crossfoot.numbers.texts.lists import Listed, of_lines, of_markup, of_rows
from crossfoot.numbers.texts.rowheads import TEXTS, of_closing, of_named
from crossfoot.numbers.texts.runs import (
    LISTS,
    heads_of,
    is_led,
    of_above,
    of_code,
    of_cut,
    of_items,
    of_led,
)
from crossfoot.numbers.texts.tallied import tallied
from crossfoot.numbers.texts.titled import captioned, under
from crossfoot.numbers.titles import front
from crossfoot.places import Span

ALT = re.compile(
    r"(?<![\w-])(?:fig-alt|alt|title)\s*=\s*"
    r"(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^'\\]|\\.)*)')"
)
IN_TURN = frozenset({"Plain", "Para"})
REACH = 100
"""Blocks after a paragraph in which what it announces stands."""
LINES = re.compile(r"\n[ \t]*(?:--|[-–—•·▪●*+]|[0-9]{1,2}[.)]|\(?[a-z]\))[ \t]")
"""A line inside a paragraph that may be an item."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A Markdown table: the passages of its cells, row by row."""

    name: str
    """Its identifier, or ""."""
    attributes: dict[str, str]
    caption: str
    headings: tuple[str, ...]
    body: tuple[tuple[Passage | None, ...], ...]
    """None where a cell spans; the rows of the foot come last."""
    span: Span | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A CSV table that a chapter shows."""

    name: str
    target: str
    """As written: `data/asks.csv`."""
    attributes: dict[str, str]
    span: Span | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure or picture that a chapter shows."""

    name: str
    """Its identifier, or ""."""
    target: str
    """As written: `figures/asks.svg`."""
    span: Span | None


@dataclass(slots=True)
class Walk:
    """What was found so far."""

    source: str
    passages: list[Passage] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    lists: list[Listed] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)
    """Paragraphs with the table right after or before them."""
    awaited: list[tuple[Shown, Spoken]] = field(default_factory=list)
    """The same, of tables whose cells stand in a file."""
    room: Span | None = None
    """Where the block at hand stands, if it could not be placed itself."""


def walked(chapter: Chapter) -> Walk:
    """Return the passages and tables of a chapter, in order."""
    walk = Walk(chapter.source, front(chapter), room=(0, len(chapter.source)))
    _blocks(walk, chapter.blocks, "text")
    walk.lists += tallied(chapter.blocks, walk.passages)
    return walk


def _blocks(walk: Walk, blocks: list[Node], where: str) -> None:
    before: tuple[str, int] = ("", 0)
    outer = walk.room
    rooms = rooms_of(blocks, outer)
    firsts: list[int] = []
    tables: dict[int, Grid] = {}
    shows: dict[int, Shown] = {}
    marked = False
    for index, block in enumerate(blocks):
        first, shown = len(walk.passages), len(walk.shown)
        walk.room = rooms[index]
        _block(walk, block, where)
        if where in {"text", "note"}:
            said = before[0] in IN_TURN and first > before[1]
            intro = walk.passages[before[1]] if said else None
            _lists_of(walk, blocks, index, first, intro)
            if before[0] in LISTS and len(walk.passages) > first:
                above = of_above(walk.passages[first], walk.lists[-1])
                walk.lists += [above] if above else []
            if "Table" in {before[0], block["t"]}:
                texts = walk.passages[before[1] : first], walk.passages[first:]
                kinds = before[0], block["t"]
                walk.spoken += beside(kinds, *texts, walk.grids[-1])
            if before[0] == "Header" and len(walk.passages) > first > before[1]:
                rows = walk.grids[-1].body if block["t"] == "Table" else ()
                title = walk.passages[before[1]]
                walk.lists += under(title, block, walk.lists, rows)
            marked = marked or block["t"] == "RawBlock"
        if block["t"] == "Table" and where == "text":
            tables[index] = walk.grids[-1]
        if len(walk.shown) > shown and where == "text":
            shows[index] = walk.shown[-1]
        firsts.append(first)
        before = (block["t"], first)
    walk.spoken += nearby(blocks, firsts, walk.passages, tables)
    walk.awaited += around(blocks, firsts, walk.passages, shows)
    if marked:
        walk.lists += of_markup(blocks, firsts, walk.passages)
    walk.room = outer


def _lists_of(
    walk: Walk, blocks: list[Node], index: int, first: int, intro: Passage | None
) -> None:
    """Add the list that a block is, whose passages were just added from `first` on."""
    block = blocks[index]
    kind, place = block["t"], span(block)
    # Not a slice, nor one by islice: a chapter may have sixty thousand blocks.
    reach = range(index + 1, min(len(blocks), index + 1 + REACH))
    after = (blocks[at] for at in reach)
    if kind in LISTS:
        cut = of_cut(intro, (blocks[at] for at in (index, *reach))) if intro else None
        walk.lists += [cut] if cut else []
        walk.lists.append(of_items(intro, block, walk.passages[first:], after))
    elif kind == "CodeBlock" and intro:
        found = of_code(intro, block)
        walk.lists += [found] if found else []
    elif kind == "Header":
        walk.lists += heads_of(intro, walk.passages[first : first + 1], block, after)
    elif kind == "Table":
        grid, before = walk.grids[-1], walk.passages[max(0, first - TEXTS) : first]
        found = of_rows(intro, grid.body) if intro else None
        walk.lists += [found] if found else []
        walk.lists += of_named(before, "".join(grid.headings[:1]), grid.body)
        walk.lists += of_closing(grid.headings, grid.body)
        walk.lists += captioned(walk.passages[first:], grid.body)
        walk.spoken += [Spoken(intro, grid.headings, grid.body)] if intro else []
    elif kind != "Para" or not place or len(walk.passages) == first:
        return
    elif intro and is_led(block) and not is_led(blocks[index - 1]):
        led = of_led(intro, [block, *after])
        walk.lists += [led] if led else []
    elif LINES.search(walk.source, *place):
        found = of_lines(place, walk.passages[first], intro)
        walk.lists += [found] if found else []


def _block(walk: Walk, block: Node, where: str) -> None:
    kind, content = block["t"], block.get("c")
    if kind in {"Plain", "Para"}:
        _inlines(walk, block["c"], where, span(block))
    elif kind == "Header":
        _inlines(walk, block["c"][2], "heading", span(block))
    elif kind == "Div":
        _opened(walk, span(block))
        _blocks(walk, block["c"][1], where)
    elif kind == "BlockQuote":
        _blocks(walk, block["c"], where)
    elif kind == "Table":
        _table(walk, block)
    elif kind == "Figure":
        _figure(walk, block, where)
    else:
        _lists(walk, kind, content, where)


def _lists(walk: Walk, kind: str, content: Any, where: str) -> None:
    if kind == "LineBlock":
        for line in content:
            _inlines(walk, line, where)
    elif kind in {"BulletList", "OrderedList"}:
        for item in content if kind == "BulletList" else content[1]:
            _blocks(walk, item, where)
    elif kind == "DefinitionList":
        for term, definitions in content:
            _inlines(walk, term, where)
            for blocks in definitions:
                _blocks(walk, blocks, where)


def _inlines(
    walk: Walk,
    inlines: list[Node],
    where: str,
    within: Span | None = None,
    heading: str | None = "",
) -> Passage:
    builder = Builder(walk.source, within or walk.room)
    builder.add(inlines)
    passage = builder.passage(where, heading)
    if passage.text.strip():
        walk.passages.append(passage)
    for image in builder.images:
        _image(walk, image)
    for holder in builder.holders:
        _attributes(walk, span(holder))
        if holder["t"] == "Link":
            _title(walk, holder)
    for note in builder.notes:
        _blocks(walk, note["c"], "note")
    return passage


def _image(walk: Walk, image: Node) -> None:
    """Add an image in the text: its description and what its attributes say."""
    if _csv(walk, image, image):
        return
    _draw(walk, image, image)
    _inlines(walk, image["c"][1], "alt")
    _attributes(walk, span(image))
    _title(walk, image)


def _csv(walk: Walk, image: Node, holder: Node) -> bool:
    """Add the CSV table that an image stands for; say whether it does."""
    target = image["c"][2][0]
    if not target.lower().endswith(".csv"):
        return False
    pairs = {**attributes(image), **attributes(holder)}
    name = identifier(holder) or identifier(image)
    walk.shown.append(Shown(name, target, pairs, span(image) or span(holder)))
    return True


def _draw(walk: Walk, image: Node, holder: Node) -> None:
    """Add a picture, with the figure around it."""
    name = identifier(holder) or identifier(image)
    place = span(holder) or span(image)
    walk.drawn.append(Drawn(name, image["c"][2][0], place))


def _figure(walk: Walk, figure: Node, where: str) -> None:
    _blocks(walk, figure["c"][1][1], "caption")
    for block in figure["c"][2]:
        if block["t"] not in {"Plain", "Para"}:
            _block(walk, block, where)
            continue
        # The image's own text repeats the caption, or is its alt as raw text.
        for image in block["c"]:
            if image["t"] == "Image":
                if not _csv(walk, image, figure):
                    _draw(walk, image, figure)
                _attributes(walk, span(image) or span(figure))
                _title(walk, image)


def _opened(walk: Walk, place: Span | None) -> None:
    """Add the title in what opens a box: `::: {.callout-note title="…"}`."""
    if place is not None:
        ends = (
            walk.source.find(sign, *place) for sign in ("}\n", "}\r", ">\n", "\n\n")
        )
        end = min((one for one in ends if one >= 0), default=place[1])
        _attributes(walk, (place[0], end))


def _attributes(walk: Walk, place: Span | None) -> None:
    """Add the attribute texts of an element, which pandoc leaves as they are."""
    if place is None:
        return
    for found in ALT.finditer(walk.source, *place):
        group = "double" if found["double"] is not None else "single"
        _raw(walk, *found.span(group))


def _title(walk: Walk, image: Node) -> None:
    """Add the title in `![…](map.png "title")`, or of a link."""
    title, place = image["c"][2][1], span(image)
    if not title or place is None:
        return
    at = walk.source.rfind(f'"{title}"', *place)
    # The address of `[a link][a]` stands elsewhere, its title behind it.
    at = at if at >= 0 else walk.source.find(f'"{title}"')
    if at >= 0 and not walk.source[:at].endswith("="):
        _raw(walk, at + 1, at + 1 + len(title))


def _raw(walk: Walk, start: int, end: int) -> None:
    builder = Builder(walk.source)
    builder.raw(start, end)
    if end > start:
        walk.passages.append(builder.passage("alt"))


def _table(walk: Walk, table: Node) -> None:
    _, caption, _, head, bodies, foot = table["c"]
    first = len(walk.passages)
    _blocks(walk, caption[1], "caption")
    said = " ".join(passage.text for passage in walk.passages[first:])
    top = list(head[1])
    rows: list[Any] = []
    for body in bodies:
        top += body[2] if not rows else []
        rows += (body[2] if rows else []) + body[3]
    above = tuple(_rows(walk, top, None))
    names = headings(above)
    below = tuple(_rows(walk, rows + list(foot[1]), names))
    pairs = attributes(table)
    walk.grids.append(Grid(identifier(table), pairs, said, names, below, span(table)))


def headings(head: tuple[tuple[Passage | None, ...], ...]) -> tuple[str, ...]:
    """Return the heading of each column, the texts of its rows joined.

    A heading that spans columns heads all of them.
    """
    width = max((len(row) for row in head), default=0)
    out = [""] * width
    for row in head:
        last = ""
        for column in range(width):
            cell = row[column] if column < len(row) else None
            last = cell.text.strip() if cell else last
            out[column] = f"{out[column]} {last}".strip()
    return tuple(out)


def _rows(
    walk: Walk, rows: list[Any], names: tuple[str, ...] | None
) -> list[tuple[Passage | None, ...]]:
    """Return the cells of rows, one a column; a spanned place is None."""
    covered: dict[tuple[int, int], bool] = {}
    out: list[tuple[Passage | None, ...]] = []
    for index, (_, cells) in enumerate(rows):
        line: list[Passage | None] = []
        for _, _, down, across, blocks in cells:
            while covered.get((index, len(line))):
                line.append(None)
            column = len(line)
            for row in range(down):
                for shift in range(across):
                    covered[index + row, column + shift] = row > 0
            heading = None if names is None else "".join(names[column : column + 1])
            line.append(_cell(walk, blocks, heading))
            line += [None] * (across - 1)
        out.append(tuple(line))
    return out


def _cell(walk: Walk, blocks: list[Node], heading: str | None) -> Passage:
    """Add a cell; one of several blocks counts as text."""
    if len(blocks) == 1 and blocks[0]["t"] in {"Plain", "Para"}:
        block = blocks[0]
        return _inlines(walk, block["c"], "cell", span(block), heading)
    _blocks(walk, blocks, "cell")
    builder = Builder(walk.source)
    if blocks:
        builder.say(_numeral(blocks) or HOLE, span(blocks[0]))
    return builder.passage("cell", heading)


def _numeral(blocks: list[Node]) -> str:
    """Return the number in brackets that pandoc takes for a list without items."""
    block = blocks[0]
    if len(blocks) > 1 or block["t"] != "OrderedList" or block["c"][1] != [[]]:
        return ""
    start, style, marks = block["c"][0]
    brackets = (style["t"], marks["t"]) == ("Decimal", "TwoParens")
    return f"({start})" if brackets else ""
