"""A chapter on paper: a part of the report in, a Typst file out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from crossfoot.nodes import Node, walk
from crossfoot.parts import Part, number_of
from crossfoot.typeset.book import Book
from crossfoot.typeset.paper.blocks import PAPER
from crossfoot.typeset.paper.inlines import PARBREAK, label, spoken
from crossfoot.typeset.paper.marks import replaced, worded
from crossfoot.typeset.pen import NOTE, Pen

HALF = 200
"""Words that stand in the upper half of a chapter's first page."""
PRELUDE = 2
"""Lines of a chapter's file before its first block."""

APART = frozenset({"DisplayMath", "RawInline", "Image"})
"""What may stand in a paragraph and be more than a part of a line."""

MARK = re.compile(f"{NOTE}(\\d+){NOTE}")


class Fragment(NamedTuple):
    """A chapter's markup, its notes not yet numbered."""

    markup: str
    notes: int


def chapter(part: Part, book: Book, broken: dict[int, int]) -> Fragment:
    """Return a part as a Typst file, one line a block.

    `broken` says how plainly blocks are written that Typst refused, by index: 1,
    formulas and pictures as words; 2, all of it as plain text.
    """
    words = partial(_escaped, lacking=book.lacking)
    pen = Pen(book, PAPER, words)
    head = part.heading
    running = pen.escape(label(head)) if head else ""
    number = number_of(head) if head else ""
    told = "".join(f", {one}" for one in spoken({"lang": part.language}))
    opening = f"#show: chapter.with([{pen.escape(number)}], [{running}]{told})"
    if part.opens:
        opening = "#show: part"
    lines = []
    led, said = False, 0
    for index, (block, after) in enumerate(pairwise([*part.blocks, None])):
        if block is not None:
            first = said < HALF
            one = replace(pen, broken=broken.get(index, 0), led=led, opening=first)
            led = _leads(block, after)
            said += len(label(block).split()) if first else 0
            lines.append(_line(one, block, leading=led))
    prelude = f'#import "/report.typ": *\n{opening}\n'
    return Fragment(prelude + "".join(f"{line}\n" for line in lines), len(pen.notes))


def _escaped(text: str, lacking: Mapping[int, str]) -> str:
    return worded(replaced(text, lacking))


def _line(pen: Pen, block: Node, *, leading: bool) -> str:
    if pen.broken > 1:
        return pen.escape(label(block)) + PARBREAK
    made = pen.write([block]).replace("\n", " ")
    words = made.removesuffix(PARBREAK)
    if leading:
        return f"#lead[{words}];"
    return f"#par[{words}];{PARBREAK}" if is_running(block) else made


def is_running(block: Node) -> bool:
    """Say whether a block is a paragraph of nothing but words in lines.

    Typst need not look into such a one, when it is named, to find where it ends: after
    a word in a hundred pages its layout takes 60 ms and not 75.
    """
    if block["t"] != "Para":
        return False
    kinds = {node["t"] for node in walk(block["c"], frozenset({"Note"}))}
    return "Str" in kinds and kinds.isdisjoint(APART)


def _leads(block: Node, after: Node | None) -> bool:
    """Say whether a block is a paragraph that leads to the one after it."""
    return bool(block["t"] == "Para" and after and after["t"] in LED and leads(block))


def leads(block: Node) -> bool:
    """Say whether a paragraph ends in a colon: what follows belongs to it."""
    last = block["c"][-1] if block["c"] else {}
    return bool(last.get("t") == "Str" and last["c"].endswith(":"))


LED = frozenset(
    {"BulletList", "OrderedList", "DefinitionList", "CodeBlock", "BlockQuote", "Table"}
)
"""Blocks that a paragraph may lead to."""


def numbered(fragment: Fragment, start: int) -> str:
    """Return a chapter's markup with its notes numbered from `start` + 1."""
    return MARK.sub(lambda found: str(start + int(found[1]) + 1), fragment.markup)


def starts(counts: list[int]) -> Iterator[int]:
    """Yield how many notes stand before each chapter."""
    before = 0
    for count in counts:
        yield before
        before += count


def block_of(line: int) -> int:
    """Return the index of the block that a line of a chapter's file holds."""
    return line - PRELUDE - 1
