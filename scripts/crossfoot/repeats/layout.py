"""The layout of a chapter: its AST in, its tokens and blocks with their places out.

A token is a stretch of the source without white space; two passages are equal when
their tokens have equal keys. The key of a token is its NFC text, and more where equal
text may mean something else: code, cells of a table, what a note or link leads to.
A layout depends on nothing but its chapter.
"""

import json
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from operator import add
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.nodes import (
    ATTR_AT,
    Node,
    attributes,
    extent,
    identifier,
    parts,
    rows,
    shown_again,
    span,
    text,
    unplaced,
    walk,
)
from crossfoot.places import Span

TOKEN = re.compile(r"[^ \t\r\n\f\v]+")
MARKER = re.compile(r"[-+*](?:\s+\[[ xX]\])?|\(?(?:\d+|[A-Za-z]+|#|@[\w-]*)[.)]")
HAS_WORD = re.compile(r"[^\W_]").search
DEFINITION = re.compile(r"^[ \t]*\[[^\]\n]+\]:", re.MULTILINE)
"""A footnote's or link's definition, which stands between blocks."""

Word = tuple[str, int, int]
"""A word of the text a reader sees, and where it stands in the source."""

KINDS = {
    "Para": "prose",
    "Plain": "prose",
    "Header": "heading",
    "Div": "div",
    "BulletList": "list",
    "OrderedList": "ordered",
    "Table": "table",
    "CodeBlock": "sealed",
    "RawBlock": "sealed",
    "HorizontalRule": "sealed",
}
"""What a block is to the planning of cuts; the rest are `whole`: quotes, figures."""

CLOSED = frozenset({"Note", "Cite", "Code", "Math", "RawInline"})
"""Inline elements whose content is no text of the paragraph they stand in."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A block or a list item, and where it stands."""

    kind: str
    """A value of `KINDS`, or `item`, `note`, `whole`."""
    node: Node | None
    """None for an item."""
    start: int
    end: int
    lo: int
    """Its first token."""
    hi: int
    """One past its last token."""
    movable: bool
    """False when cutting it as a whole would take or leave too much."""
    children: tuple["Block", ...] = ()
    words: tuple[Word, ...] = ()
    level: int = 0
    """Of a heading."""
    summary: bool = False
    """The author marked it, or what it stands in, as a summary."""
    family: int = 0
    """Equal for the paragraphs of one list; 0 outside lists."""
    under: str = ""
    """The text of the heading that it stands under."""
    rows: tuple[tuple[tuple[Word, ...], ...], ...] = ()
    """Of a table: the words of its cells, row by row; the first row is its header."""


@dataclass(slots=True, eq=False)
class Layout:
    """One chapter as tokens and blocks."""

    chapter: Chapter
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    weights: bytearray = field(default_factory=bytearray)
    """1 for a token that a reader reads as a word."""
    blocks: tuple[Block, ...] = ()
    leaves: list[Block] = field(default_factory=list)
    """Blocks that hold no others, in order."""
    notes: list[Block] = field(default_factory=list)
    """Paragraphs of notes: compared, never cut."""
    anchors: dict[int, list[str]] = field(default_factory=dict)
    """Identifiers by the token that their element starts at."""
    anchored_at: list[int] = field(default_factory=list)
    """Their keys, in order."""
    mentions: set[str] = field(default_factory=set)
    """Identifiers that links and cross references lead to."""

    def token(self, number: int) -> str:
        """Return a token as it stands in the source, or "" past the last one."""
        if not 0 <= number < len(self.starts):
            return ""
        return self.chapter.source[self.starts[number] : self.ends[number]]

    def span(self, lo: int, hi: int) -> Span:
        """Return the characters from one token to another."""
        return self.starts[lo], self.ends[hi - 1]

    def tokens(self, span: Span) -> tuple[int, int]:
        """Return the tokens that a stretch of the source touches."""
        lo = bisect_right(self.starts, span[0]) - 1
        if lo < 0 or self.ends[lo] <= span[0]:
            lo += 1
        return lo, bisect_left(self.starts, span[1])

    def anchored(self, lo: int, hi: int) -> list[int]:
        """Return the tokens of a range that an element with an identifier starts at."""
        first = bisect_left(self.anchored_at, lo)
        return self.anchored_at[first : bisect_left(self.anchored_at, hi)]

    def lists(self) -> Iterator[Block]:
        """Yield the lists that stand in no other list."""
        todo = list(reversed(self.blocks))
        while todo:
            block = todo.pop()
            if block.kind in {"list", "ordered"}:
                yield block
            else:
                todo += reversed(block.children)

    def leaf(self, token: int) -> Block | None:
        """Return the leaf that a token belongs to."""
        at = bisect_right(self.leaves, token, key=lambda leaf: leaf.lo) - 1
        found = self.leaves[at] if at >= 0 else None
        return found if found and token < found.hi else None


def lay_out(chapter: Chapter) -> Layout:
    """Return the layout of a chapter."""
    made = Layout(chapter)
    made.keys = TOKEN.findall(chapter.source)
    made.starts = [found.start() for found in TOKEN.finditer(chapter.source)]
    made.ends = list(map(add, made.starts, map(len, made.keys)))
    if not unicodedata.is_normalized("NFC", chapter.source):
        made.keys = [unicodedata.normalize("NFC", key) for key in made.keys]
    made.weights = bytearray(len(made.keys))
    builder = Builder(made)
    made.blocks = builder.blocks(chapter.blocks, summary=chapter.role == "summary")
    made.anchored_at = sorted(made.anchors)
    return made


class Builder:
    """Fills a layout with the blocks of its chapter."""

    def __init__(self, made: Layout) -> None:
        """Start with a layout that has its tokens."""
        self.made = made
        self.under = ""
        self.families = 0

    def blocks(
        self, nodes: Iterable[Node], *, summary: bool, family: int = 0
    ) -> tuple[Block, ...]:
        """Return the blocks of a list of elements; those without a place are left."""
        out: list[Block] = []
        until = 0
        for node in nodes:
            if node["t"] == "Header":
                level = _level(node)
                until = 0 if level <= until else until
                if not until and attributes(node).get("role") == "summary":
                    until = level
            place = span(node) or extent(node)
            if place:
                marked = summary or bool(until)
                out.append(self.block(node, place, marked, family))
        return tuple(out)

    def block(self, node: Node, place: Span, summary: bool, family: int) -> Block:
        """Return one block, its children and words with it."""
        kind = "sealed" if shown_again(node) else KINDS.get(node["t"], "whole")
        self.made.mentions |= {shown_again(node).partition("#")[2]} - {""}
        lo, hi, clean = self.tokens(place)
        self.anchor(node, lo)
        children: tuple[Block, ...] = ()
        if kind in {"list", "ordered", "div"}:
            own = kind == "div" and attributes(node).get("role") == "summary"
            children = self.inside(node, lo, kind, summary or own, family)
        block = Block(
            kind,
            node,
            *place,
            lo,
            hi,
            movable=clean and self.movable(node, place, children),
            children=children,
            words=() if children else self.words(node, lo, kind),
            level=_level(node) if kind == "heading" else 0,
            summary=summary,
            family=family,
            under=self.under,
            rows=tuple(self.rows(node)) if kind == "table" else (),
        )
        if not children:
            self.made.leaves.append(block)
        if kind == "heading":
            self.under = text(node["c"])
        return block

    def inside(
        self, node: Node, lo: int, kind: str, summary: bool, family: int
    ) -> tuple[Block, ...]:
        """Return the children of a div, or the items of a list."""
        if kind == "div":
            return self.blocks(parts(node)[0], summary=summary, family=family)
        self.families += 1
        own = family or self.families
        out: list[Block] = []
        for content in parts(node):
            held = self.blocks(content, summary=summary, family=own)
            if held:
                out.append(self.item(held, lo, summary))
                lo = held[-1].hi
        # An item without a place would leave its marker to the next one.
        return tuple(out) if len(out) == len(parts(node)) else ()

    def item(self, held: tuple[Block, ...], lo: int, summary: bool) -> Block:
        """Return a list item, which starts with its marker."""
        made = self.made
        first = held[0].lo
        start = made.starts[lo] if lo < len(made.starts) else held[0].start
        marker = made.chapter.source[start : held[0].start].strip()
        return Block(
            "item",
            None,
            start,
            held[-1].end,
            lo,
            held[-1].hi,
            movable=lo < first
            and MARKER.fullmatch(marker) is not None
            and all(block.movable for block in held)
            and not self.defines(start, held[-1].end),
            children=held,
            summary=summary,
        )

    def tokens(self, place: Span) -> tuple[int, int, bool]:
        """Return the tokens of a place, and whether it cuts through none."""
        made = self.made
        lo = bisect_left(made.starts, place[0])
        hi = bisect_left(made.starts, place[1])
        torn = (lo > 0 and made.ends[lo - 1] > place[0]) or (
            hi > lo and made.ends[hi - 1] > place[1]
        )
        return lo, hi, not torn

    def movable(self, node: Node, place: Span, children: tuple[Block, ...]) -> bool:
        """Say whether a block stands in the source as one piece of its own."""
        numbered = node["t"] == "OrderedList" and node["c"][0][1]["t"] == "Example"
        return (
            span(node) is not None
            and not numbered
            and all(child.movable for child in children)
            and not (children and self.defines(*place))
        )

    def defines(self, start: int, end: int) -> bool:
        """Say whether a stretch of the source defines a footnote or a link."""
        source = self.made.chapter.source
        return bool(DEFINITION.search(source, start, end))

    def anchor(self, node: Node, token: int) -> None:
        """Note an element's identifier."""
        name = identifier(node) if node["t"] in ATTR_AT else ""
        if name:
            self.made.anchors.setdefault(token, []).append(name)

    def words(self, node: Node, lo: int, kind: str) -> tuple[Word, ...]:
        """Return the words of a leaf; weigh its tokens and settle their keys."""
        if kind == "sealed":
            self.seal(node, lo)
            return ()
        if kind == "table":
            plain = json.dumps(unplaced(node), sort_keys=True)
            self.mark(lo, sha256(plain.encode()).hexdigest())
        found = tuple(self.strings(node["c"]))
        self.weigh(found, lo)
        return found

    def rows(self, node: Node) -> Iterator[tuple[tuple[Word, ...], ...]]:
        """Yield the words of a table's rows, cell by cell."""
        for row in rows(node):
            yield tuple(
                tuple(
                    (node["c"], *node["s"])
                    for node in walk(cell, CLOSED)
                    if node["t"] == "Str" and "s" in node
                )
                for cell in row
            )

    def weigh(self, words: Iterable[Word], at: int) -> None:
        """Mark the tokens from `at` on that words stand in."""
        starts, weights = self.made.starts, self.made.weights
        last = len(starts) - 1
        for name, start, _ in words:
            while at < last and starts[at + 1] <= start:
                at += 1
            if at <= last and starts[at] <= start and HAS_WORD(name):
                weights[at] = 1

    def strings(self, content: list[Any]) -> Iterator[Word]:
        """Yield the words of a leaf's content; see to what else stands in it."""
        for part in content:
            # Most of a text is words side by side: no walk for those.
            kind = part.get("t") if isinstance(part, dict) else ""
            if kind == "Str":
                if "s" in part:
                    yield part["c"], *part["s"]
            elif kind not in SPACES:
                for node in walk(part, CLOSED):
                    if node["t"] == "Str" and "s" in node:
                        yield node["c"], *node["s"]
                    elif node["t"] in SPECIAL:
                        self.special(node)

    def special(self, node: Node) -> None:
        """Note an identifier, a target, and what equal text does not show."""
        made = self.made
        place = span(node)
        token = bisect_right(made.starts, place[0]) - 1 if place else -1
        if place:
            self.anchor(node, token)
        if node["t"] == "Cite":
            made.mentions.update(one["citationId"] for one in node["c"][0])
        elif node["t"] in {"Link", "Image"}:
            target = str(node["c"][2][0])
            made.mentions |= {target.partition("#")[2]} - {""}
            shown = made.chapter.source[slice(*place)] if place else ""
            if target not in shown:
                self.mark(token, target)
        elif node["t"] == "Note":
            self.note(node, place, token)

    def note(self, node: Node, place: Span | None, token: int) -> None:
        """Add the paragraphs of a note; one that stands elsewhere marks its token."""
        made = self.made
        where = extent(node["c"])
        if where and not (place and place[0] <= where[0] and where[1] <= place[1]):
            said = made.chapter.source[where[0] : where[1]]
            self.mark(token, " ".join(TOKEN.findall(said)))
        for block in walk(node["c"]):
            if block["t"] in {"Para", "Plain"}:
                words = tuple(self.strings(block["c"]))
                if words:
                    ends = words[0][1], words[-1][2]
                    made.notes.append(
                        Block("note", block, *ends, 0, 0, movable=False, words=words)
                    )

    def mark(self, token: int, more: str) -> None:
        """Add to the key of a token what its text does not show."""
        if 0 <= token < len(self.made.keys):
            self.made.keys[token] += f"\0{more}"

    def seal(self, node: Node, lo: int) -> None:
        """Make the tokens of a block equal to those of an identical one only."""
        made = self.made
        start, end = span(node) or extent(node) or (0, 0)
        exact = made.chapter.source[start:end]
        digest = sha256(exact.encode("utf-8", "surrogatepass")).hexdigest()
        for token in range(lo, bisect_left(made.starts, end)):
            made.keys[token] = f"\0{digest}\0{token - lo}"


SPECIAL = frozenset({"Note", "Cite", "Link", "Image", "Span", "Code"})
SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})


def _level(node: Node) -> int:
    return int(node["c"][0])
