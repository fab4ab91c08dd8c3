"""The builder: a chapter's AST in, its layout out.

A layout depends on nothing but its chapter.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.nodes import (
    ATTR_AT,
    Node,
    attributes,
    extent,
    has_head,
    identifier,
    parts,
    rows,
    shown_again,
    span,
    text,
    walk,
)
from crossfoot.places import Span
from crossfoot.repeats.chunks import chunks, is_inside
from crossfoot.repeats.counted import Cases, entered
from crossfoot.repeats.language import CODE
from crossfoot.repeats.layout import Block, Layout, Word
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.listed import entries, firsts, marks
from crossfoot.repeats.named import leads
from crossfoot.repeats.plain import TEXT, WORD, is_plain, traits
from crossfoot.repeats.seams import SPACES, closed
from crossfoot.repeats.spoken import CLOSED, parted, pieces_of, spoken, words_of
from crossfoot.repeats.sunken import sunken
from crossfoot.repeats.templated import as_code, calls
from crossfoot.repeats.tokens import TOKEN, cut_up
from crossfoot.waivers import in_chapter

MARKER = re.compile(r"[-+*](?:\s+\[[ xX]\])?|\(?(?:\d+|[A-Za-z]+|#|@[\w-]*)[.)]")
PLACE = re.compile(r'"s": \[\d+, \d+\], ')
"""Where an element stands, in JSON; in a string the quotes would be escaped."""
DEFINITION = re.compile(r"^[ \t]*\[[^\]\n]+\]:", re.MULTILINE)
"""A footnote's or link's definition, which stands between blocks."""

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

NONE: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())


def lay_out(chapter: Chapter, lexicon: Lexicon) -> Layout:
    """Return the layout of a chapter; all of a report have one lexicon."""
    made = Layout(chapter, cut_up(chapter.source, lexicon))
    made.weights = bytearray(len(made))
    builder = Builder(made)
    made.blocks = builder.blocks(chapter.blocks, summary=chapter.role == "summary")
    builder.sunken()
    made.anchored_at = sorted(made.anchors)
    made.leads = leads(made)
    made.allowances = in_chapter(chapter)
    return made


class Builder:
    """Fills a layout with the blocks of its chapter."""

    def __init__(self, made: Layout) -> None:
        """Start with a layout that has its tokens."""
        self.made = made
        self.under = ""
        self.cases: Cases = ()
        self.families = 0
        self.at = 0
        """Where the last block that was looked at ends, as the next may start there."""
        self.chunks = chunks(made.chapter.source)
        self.marks = marks(made.chapter.source)
        self.calls = calls(made.chapter.source)
        self.code: list[Span] = []
        self.lost: list[Span] = []
        self.starts, self.ends = made.starts, made.ends
        self.weights, self.odd = traits(made.said)

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
        prose = node["t"] in TEXT
        lo, hi, clean = self.tokens(place, (len(node["c"]) + 1) // 2 if prose else 0)
        plain = clean and prose and is_plain(node, hi - lo, self.odd, lo)
        listed = entries(self.marks, place) if prose and self.marks else []
        if plain and not listed and not is_inside(self.chunks, place[0]):
            return self.plain(place, (lo, hi), summary, family)
        family = self.family(family) if listed else family
        again = shown_again(node)
        kind = "sealed" if again else KINDS.get(node["t"], "whole")
        self.made.mentions |= {again.partition("#")[2]} - {""}
        self.anchor(node, lo)
        own = kind == "div" and attributes(node).get("role") == "summary"
        inner = kind in {"list", "ordered", "div"}
        children = self.inside(node, lo, kind, summary or own, family) if inner else ()
        words = () if children else self.words(node, lo, kind)
        block = Block(
            kind,
            *place,
            lo,
            hi,
            movable=clean and self.movable(node, place, children),
            children=children,
            words=words,
            size=len(words),
            level=_level(node) if kind == "heading" else 0,
            summary=summary,
            family=family,
            under=self.under,
            case=self.case,
            rows=tuple(self.rows(node)) if kind == "table" else (),
            pieces=firsts(words, listed) or pieces_of(node, words, kind),
            closed=closed(self.made, node["c"], lo, hi) if kind == "prose" else NONE,
        )
        if not children:
            self.made.leaves.append(block)
        if kind == "heading":
            self.enter(text(node["c"]), block.level)
        return block

    def enter(self, heading: str, level: int) -> None:
        """Note that what follows stands under a heading."""
        self.under = heading
        self.cases = entered(self.cases, level, heading)

    @property
    def case(self) -> str:
        """Which of several cases the text at hand is about, or ""."""
        return self.cases[-1][1] if self.cases else ""

    def plain(
        self, place: Span, tokens: tuple[int, int], summary: bool, family: int
    ) -> Block:
        """Return a paragraph of which the tokens tell all."""
        lo, hi = tokens
        self.made.weights[lo:hi] = self.weights[lo:hi]
        block = Block(
            "prose",
            *place,
            lo,
            hi,
            movable=True,
            size=hi - lo,
            plain=True,
            summary=summary,
            family=family,
            under=self.under,
            case=self.case,
        )
        self.made.leaves.append(block)
        return block

    def inside(
        self, node: Node, lo: int, kind: str, summary: bool, family: int
    ) -> tuple[Block, ...]:
        """Return the children of a div, or the items of a list."""
        if kind == "div":
            return self.blocks(parts(node)[0], summary=summary, family=family)
        own = self.family(family)
        out: list[Block] = []
        for content in parts(node):
            held = self.blocks(content, summary=summary, family=own)
            if held:
                out.append(self.item(held, lo, summary))
                lo = held[-1].hi
        # An item without a place would leave its marker to the next one.
        return tuple(out) if len(out) == len(parts(node)) else ()

    def family(self, outer: int) -> int:
        """Return the number of a list: that of the outer one, or a new one."""
        self.families += 1
        return outer or self.families

    def item(self, held: tuple[Block, ...], lo: int, summary: bool) -> Block:
        """Return a list item, which starts with its marker."""
        made = self.made
        first = held[0].lo
        start = made.starts[lo] if lo < len(made.starts) else held[0].start
        marker = made.chapter.source[start : held[0].start].strip()
        return Block(
            "item",
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

    def tokens(self, place: Span, likely: int) -> tuple[int, int, bool]:
        """Return the tokens of a place, and whether it cuts through none.

        Mostly they start where the last ones ended, and are as many as is `likely`.
        """
        starts, ends, lo = self.starts, self.ends, self.at
        if lo + likely <= len(starts) and likely and starts[lo] == place[0]:
            self.at = hi = lo + likely
            if ends[hi - 1] == place[1]:
                return lo, hi, True
        lo = bisect_left(starts, place[0])
        self.at = hi = bisect_left(starts, place[1], lo)
        torn = (lo > 0 and ends[lo - 1] > place[0]) or (
            hi > lo and ends[hi - 1] > place[1]
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
            plain = PLACE.sub("", json.dumps(node, sort_keys=True))
            self.mark(lo, sha256(plain.encode()).hexdigest())
        found = self.called(self.strings(node["c"]))
        if kind == "table" and not found:
            self.lost += [place for place in (span(node),) if place]
        if self.chunks:
            found = tuple(w for w in found if not is_inside(self.chunks, w[1]))
        self.weigh(found, lo)
        return found

    def rows(self, node: Node) -> Iterator[tuple[tuple[Word, ...], ...]]:
        """Yield the words of a table's rows, cell by cell, those of the head first."""
        source = self.made.chapter.source
        if not has_head(node):
            yield ()
        for row in rows(node):
            yield tuple(self.called(spoken(cell, source)) for cell in row)

    def called(self, words: Iterable[Word]) -> tuple[Word, ...]:
        """Return words, those of template code as words of code."""
        return tuple(as_code(words, self.calls) if self.calls else words)

    def weigh(self, words: Iterable[Word], at: int) -> None:
        """Mark the tokens from `at` on that words stand in."""
        starts, weights = self.made.starts, self.made.weights
        last = len(starts) - 1
        for name, start, _ in words:
            while at < last and starts[at + 1] <= start:
                at += 1
            prose = name[0] != CODE and WORD(name)
            if at <= last and starts[at] <= start and prose:
                weights[at] = 1

    def strings(self, content: list[Any]) -> Iterator[Word]:
        """Yield the words of a leaf's content; see to what else stands in it."""
        source = self.made.chapter.source
        for part in content:
            # Most of a text is words side by side: no walk for those.
            kind = part.get("t") if isinstance(part, dict) else ""
            if kind == "Str":
                if "s" in part:
                    yield from parted(part["c"], *part["s"], source=source)
            elif kind not in SPACES:
                for node in walk(part, CLOSED):
                    yield from words_of(node, source)
                    if node["t"] in SPECIAL:
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
                words = self.called(self.strings(block["c"]))
                if words:
                    ends = words[0][1], words[-1][2]
                    made.notes.append(
                        Block("note", *ends, 0, 0, False, (), words, len(words))
                    )

    def mark(self, token: int, more: str) -> None:
        """Add to the key of a token what its text does not show."""
        made = self.made
        if 0 <= token < len(made):
            (key,) = made.keys(token, token + 1)
            made.said.numbers[token] = made.said.lexicon.number(f"{key}\0{more}")

    def seal(self, node: Node, lo: int) -> None:
        """Make the tokens of a block equal to those of an identical one only."""
        made = self.made
        start, end = span(node) or extent(node) or (0, 0)
        if node["t"] == "CodeBlock":
            self.code.append((start, end))
        exact = made.chapter.source[start:end]
        digest = sha256(exact.encode("utf-8", "surrogatepass")).hexdigest()
        for token in range(lo, bisect_left(made.starts, end)):
            key = f"\0{digest}\0{token - lo}"
            made.said.numbers[token] = made.said.lexicon.number(key)

    def sunken(self) -> None:
        """Add the paragraphs that pandoc takes for code as those of notes are."""
        source = self.made.chapter.source
        for words in sunken(source, self.chunks, self.code, self.lost):
            if words:
                ends = words[0][1], words[-1][2]
                self.made.notes.append(
                    Block("note", *ends, 0, 0, False, (), words, len(words))
                )
                self.made.sunken += self.sealed(words)

    def sealed(self, words: Sequence[Word]) -> Iterator[Span]:
        """Yield the tokens of a paragraph if they were sealed, without its marker."""
        made = self.made
        lo, hi = made.tokens((words[0][1], words[-1][2]))
        lo += MARKER.fullmatch(made.token(lo)) is not None
        if lo < hi and all(key.startswith("\0") for key in made.keys(lo, hi)):
            yield lo, hi


SPECIAL = frozenset({"Note", "Cite", "Link", "Image", "Span", "Code"})


def _level(node: Node) -> int:
    return int(node["c"][0])
