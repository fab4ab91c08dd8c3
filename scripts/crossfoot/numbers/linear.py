"""Linear text: inlines in, the text a reader sees and where each part of it stands.

What is no text (code, maths, citations, raw markup) is one U+FFFC, so that nothing
joins across it; HTML tags that change how text looks are nothing at all. Smart
punctuation and escapes make a token's slice of the file differ from its text; offsets
inside such a token are found by walking both.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from crossfoot.amounts.marks import Mark, code, marks
from crossfoot.nodes import Node, attributes, classes, extent, span
from crossfoot.places import Span

HOLE = "\ufffc"
APART = "\u2003"
"""A space that no number has between its thousands."""
PADDING = frozenset({"Space", "SoftBreak", "LineBreak"})
SMART = {"–": "--", "—": "---", "…": "..."}
HOLES = frozenset({"Math", "RawInline", "Cite"})
LOOKS = re.compile(
    r"</?(?:a|abbr|b|big|center|em|font|i|ins|mark|nobr|small|span|strong|u|wbr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""Tags beside which text is read on: not those that raise, lower or strike it."""


Piece = tuple[int, int, Sequence[int]]
"""A token: where it starts and ends in the linear text, and its stretch of the file."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A bound or inserted number of a passage."""

    start: int
    end: int
    """The number's stretch of the linear text; one U+FFFC when inserted."""
    key: str
    format: str
    source: Span
    """The whole mark in the file."""
    inserted: bool
    literal: str = ""
    """The content of a code span that may be code after all."""


@dataclass(frozen=True)
class Passage:
    """One run of text with the numbers bound in it."""

    where: str
    """`text`, `heading`, `caption`, `cell`, `note` or `alt`."""
    text: str
    pieces: tuple[Piece, ...]
    bindings: tuple[Binding, ...]
    links: tuple[Span, ...]
    """Stretches that are the text of a cross-reference."""
    source: str
    """The chapter's text."""
    heading: str = ""
    """Of a cell: the heading of its column; that of a heading is itself."""
    within: Span | None = None
    """The block's stretch of the file, for tokens that could not be placed."""
    bare: bool = False
    """Whether it stands in YAML without quotes, where no bracket may come first."""

    @cached_property
    def starts(self) -> list[int]:
        """Where the pieces start in the linear text."""
        return [piece[0] for piece in self.pieces]

    def span(self, start: int, end: int) -> Span | None:
        """Return the stretch of the file that a stretch of the text stands in."""
        first = self._piece(start)
        last = self._piece(end - 1)
        if first is None or last is None:
            return self._sought(start, end)
        return self._at(first, start, last=False), self._at(last, end - 1, last=True)

    def _piece(self, at: int) -> Piece | None:
        index = bisect_right(self.starts, at) - 1
        piece = self.pieces[index] if index >= 0 else None
        return piece if piece and at < piece[1] else None

    def _sought(self, start: int, end: int) -> Span | None:
        """Return where an unplaced stretch stands between its placed neighbours.

        Without a single match, that is the whole gap.
        """
        before = bisect_right(self.starts, start) - 1
        after = bisect_right(self.starts, end - 1)
        low = self.pieces[before][2][1] if before >= 0 else None
        high = self.pieces[after][2][0] if after < len(self.pieces) else None
        low = low if low is not None else self.within and self.within[0]
        high = high if high is not None else self.within and self.within[1]
        if low is None or high is None or low >= high:
            return None
        text = self.text[start:end]
        at = self.source.find(text, low, high)
        if at >= 0 and self.source.find(text, at + 1, high) < 0:
            return at, at + len(text)
        gap = self.source[low:high]
        low += len(gap) - len(gap.lstrip())
        # Of several paragraphs the first line has to do.
        held = gap.strip().partition("\n\n")[0]
        return (low, low + len(held)) if held else None

    def _at(self, piece: Piece, at: int, *, last: bool) -> int:
        start, end, (low, high) = piece
        written = self.source[low:high]
        inside = min(at, end - 1) - start
        if len(written) == end - start:
            return low + inside + last
        return low + aligned(written, self.text[start:end], inside, last)


def aligned(written: str, said: str, inside: int, last: bool) -> int:
    """Return where character `inside` of a token's text starts, or ends, in its slice.

    Backslashes, runs of hyphens and dots, and entities stand for one character.
    """
    at = 0
    for index, sign in enumerate(said):
        if written[at : at + 1] == "\\" and sign != "\\":
            at += 1
        width = _width(written, at, sign)
        if index == inside:
            return min(at + (width if last else 0), len(written))
        at += width
    return len(written) if last else 0


def _width(written: str, at: int, sign: str) -> int:
    smart = SMART.get(sign, "")
    if smart and written.startswith(smart, at):
        return len(smart)
    semicolon = written.find(";", at, at + 12)
    if written[at : at + 1] == "&" and sign != "&" and semicolon > 0:
        return semicolon + 1 - at
    return 1


def _parted(said: str, bindings: list[Binding]) -> str:
    """Return a text in which no bound number is one with the figures beside it.

    `In ward 3 [203]{value=n} cases` tells of no 3 203.
    """
    for at in (at for one in bindings for at in (one.start - 1, one.end)):
        beside = said[max(at - 1, 0) : at + 2]
        if len(beside) == 3 and beside[1] == " " and (beside[0] + beside[2]).isdigit():
            said = f"{said[:at]}{APART}{said[at + 1 :]}"
    return said


def _is_look(node: Node) -> bool:
    """Say whether raw markup is a tag that only changes how text looks."""
    form, markup = node["c"]
    return form == "html" and LOOKS.fullmatch(markup) is not None


@dataclass(slots=True)
class Builder:
    """Collects one passage from inlines."""

    source: str
    within: Span | None = None
    parts: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    bindings: list[Binding] = field(default_factory=list)
    links: list[Span] = field(default_factory=list)
    notes: list[Node] = field(default_factory=list)
    """Notes that are referred to in the passage."""
    images: list[Node] = field(default_factory=list)
    holders: list[Node] = field(default_factory=list)
    """Elements whose attributes may hold text."""

    def passage(self, where: str, heading: str | None = "") -> Passage:
        """Return what was collected; without a heading it is one itself."""
        said = _parted("".join(self.parts), self.bindings)
        return Passage(
            where,
            said,
            tuple(self.pieces),
            tuple(self.bindings),
            tuple(self.links),
            self.source,
            said if heading is None else heading,
            self.within,
        )

    def say(self, string: str, place: Sequence[int] | None = None) -> None:
        """Add text that stands at a place of the file, or at none."""
        end = self.length + len(string)
        if place and string:
            self.pieces.append((self.length, end, place))
        self.parts.append(string)
        self.length = end

    def add(self, inlines: list[Node]) -> None:
        """Add inlines."""
        # Words and spaces are most of a chapter: nothing is called or made for them
        # but the text and its place.
        say, put, length = self.parts.append, self.pieces.append, self.length
        for node in inlines:
            kind = node["t"]
            if kind == "Str":
                string = node["c"]
                say(string)
                start = length
                length += len(string)
                place = node.get("s")
                if place is not None and string:
                    put((start, length, place))
            elif kind in PADDING:
                say(" ")
                length += 1
            else:
                self.length = length
                self._other(kind, node)
                length = self.length
        self.length = length

    def _other(self, kind: str, node: Node) -> None:
        if kind == "RawInline" and _is_look(node):
            return
        if kind in HOLES:
            self.say(HOLE, span(node))
        elif kind == "Code":
            self._code(node)
        elif kind == "Span":
            self._span(node)
        elif kind == "Link":
            self._link(node)
        elif kind == "Quoted":
            self._quoted(node)
        elif kind == "Note":
            self.notes.append(node)
        elif kind == "Image":
            self.say(HOLE, span(node))
            self.images.append(node)
        elif kind == "Superscript":
            # 10^14 must not read as 1014, nor a word's raised 1 as its number.
            self.say("^")
            self.add(node["c"])
        else:
            self.add(node["c"])

    def _code(self, node: Node) -> None:
        parts, place = code(node["c"][1]), span(node)
        start = self.length
        self.say(HOLE, place)
        if parts and place:
            key, form = parts
            literal = node["c"][1]
            self.bindings.append(
                Binding(start, self.length, key, form, place, True, literal)
            )

    def _span(self, node: Node) -> None:
        pairs = attributes(node)
        place = span(node) or extent(node["c"][1]) or self.within
        self.holders.append(node)
        start = self.length
        if "value" not in pairs or place is None:
            self.add(node["c"][1])
            return
        inserted = not node["c"][1]
        if inserted:
            self.say(HOLE, place)
        else:
            self.add(node["c"][1])
        key, _, form = pairs["value"].partition("|")
        form = pairs.get("format", form)
        self.bindings.append(
            Binding(start, self.length, key.strip(), form, place, inserted)
        )

    def _link(self, node: Node) -> None:
        start = self.length
        self.holders.append(node)
        if "uri" in classes(node) or "email" in classes(node):
            self.say(HOLE, span(node))
            return
        self.add(node["c"][1])
        if node["c"][2][0].startswith("#"):
            self.links.append((start, self.length))

    def _quoted(self, node: Node) -> None:
        single = node["c"][0]["t"] == "SingleQuote"
        self.say("‘" if single else "“")
        self.add(node["c"][1])
        self.say("’" if single else "”")

    def raw(self, start: int, end: int) -> None:
        """Add a stretch of the file that pandoc left as text, bindings read."""
        string = self.source[start:end]
        at = 0
        for mark in marks(string):
            self.say(string[at : mark.start], (start + at, start + mark.start))
            self._mark(string, start, mark)
            at = mark.end
        self.say(string[at:], (start + at, end))

    def _mark(self, string: str, by: int, mark: Mark) -> None:
        low, high = mark.content
        whole = (by + mark.start, by + mark.end)
        start = self.length
        if low == high:
            self.say(HOLE, whole)
        else:
            self.say(string[low:high], (by + low, by + high))
        literal = string[mark.start + 1 : mark.end - 1] if mark.code else ""
        self.bindings.append(
            Binding(
                start, self.length, mark.key, mark.format, whole, low == high, literal
            )
        )
