"""The one pass over a chapter: its AST in, a copy with cuts and numbers settled out.

Places are dropped, passages that `repeats` cut are left out, bound numbers show
what the reader sees, figures and CSV tables stand as elements. What depends on
the rest of the report (numbers, references, links, citations) is noted as marks
and slots for the later steps.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from crossfoot.assemble import anchoring, examples
from crossfoot.assemble.blocks import BLOCK
from crossfoot.assemble.cutting import Cut
from crossfoot.assemble.inlines import INLINE
from crossfoot.assemble.parts import Copied, Echo, Kept, Mark
from crossfoot.assemble.plain import BARE, SPACE, typed
from crossfoot.chapters import Chapter
from crossfoot.nodes import ATTR_AT, Attr, Node, span
from crossfoot.places import Span

if TYPE_CHECKING:
    from crossfoot.assemble.world import World

FLOATS = {"figure", "table", "equation"}
AGAIN = "again"
"""Class of a float that an include shows: it has no id and is in no list."""


class Copier:
    """Copies one chapter; `into` collects what it meets."""

    def __init__(self, world: "World", chapter: Chapter, into: Copied) -> None:
        """Start on a chapter; `copy` does the work."""
        self.world = world
        self.chapter = chapter
        self.into = into
        self.shift = world.shifts[chapter.file]
        """How many examples the chapters before have."""
        self.labels = examples.labels(chapter)
        self.above: Mark | None = None
        self.inner = False
        """In a block whose headings are no sections of the report."""
        self.boxed = False
        """In a div."""
        self.explaining = False
        """In a glossary."""
        self.noted = False
        self.echoing = False
        """What is copied is shown again by an include."""
        self.deep = 0
        """How many headings an include stands under in what is shown again."""
        self.levels: list[int] = []
        """The levels of the headings over the place reached in what is shown again."""
        self.inserted = False
        """A number was inserted since this was last set to False."""
        self.anchors = 0
        """Raw anchors turned into spans whose end is still to come."""
        self.latest: Node | None = None
        """The block before the one at hand."""
        self.announced: dict[Cut, Kept] = {}
        """Where the passage of each cut met so far is printed."""

    def blocks(self, items: list[Node]) -> list[Node]:
        """Return a copy of blocks."""
        out: list[Node] = []
        for node in items:
            self.latest = out[-1] if out else None
            out += BLOCK[node["t"]](self, node)
        return out

    def inlines(self, items: list[Node]) -> list[Node]:
        """Return a copy of inlines."""
        out: list[Node] = []
        push = out.append
        counted = self.counted(items) if self.shift and self.labels else None
        anchors, file = self.world.anchors, self.chapter.file
        numbers = [] if self.echoing else anchoring.met(anchors, file, items)
        placed: list[tuple[Span, Node]] = []
        for node in items:
            kind = node["t"]
            if kind == "Str":
                push({"t": "Str", "c": node["c"]})
                if numbers and "s" in node:
                    placed.append((node["s"], out[-1]))
                if counted and id(node) in counted:
                    out[-1]["c"] = examples.counted(node["c"], self.shift)
                    self.made(out[-1])
            elif kind in BARE:
                push(BARE[kind])
            else:
                INLINE[kind](self, node, out)
        self.into.wraps += anchoring.note(anchors, numbers, placed, out)
        # A picture that stands alone is no line of text, and names its own.
        words = any(node["t"] != "Image" for node in items)
        names = anchoring.left_out(anchors, numbers) if words else ""
        if names:
            self.into.leads.append((out, names))
        return out

    def counted(self, items: list[Node]) -> set[int]:
        """Return the `id()` of the words that are numbers of examples."""
        found = examples.references(self.chapter, self.labels, items)
        self.into.gone |= found
        return found

    def lead(self, items: list[Node]) -> list[Node]:
        """Return a copy of inlines that start a paragraph."""
        before = len(self.into.slots)
        out = self.inlines(items)
        for slot in self.into.slots[before:]:
            slot.starts = slot.into is out
        return out

    def raise_lead(self, content: list[Node], out: list[Node]) -> None:
        """Put what names the figures of an element's content before the element."""
        leads = self.into.leads
        if leads and leads[-1][0] is content:
            leads[-1] = (out, leads[-1][1])

    def attr(self, node: Node) -> Attr:
        """Return a copy of an element's attributes."""
        ident, classes, pairs = node["c"][ATTR_AT[node["t"]]]
        return [ident, [*classes], [[*pair] for pair in pairs]]

    def mark(
        self,
        node: Node,
        kind: str = "place",
        auto: bool = False,
        place: Span | None = None,
    ) -> Mark | None:
        """Note an element that has an id or will have a number.

        `place` is where a float stands: what has no id is known by it.
        """
        at: Attr = node["c"][ATTR_AT[node["t"]]]
        ident = at[0]
        if self.echoing:
            if kind in FLOATS:
                at[1].append(AGAIN)
                self.into.echoes.append(Echo(node, self.chapter.name, ident, place))
            at[0] = ident = ""
        if self.echoing and kind != "header":
            return None
        if not ident and kind == "place":
            return None
        mark = Mark(
            node, kind, ident, auto, inner=self.inner, boxed=self.boxed, place=place
        )
        mark.above = self.above
        self.into.marks.append(mark)
        return mark

    def made(self, part: Any) -> Any:
        """Note what assembly writes itself, so that the proof leaves it out."""
        self.into.made.add(id(part))
        return part

    def say(self, string: str) -> list[Node]:
        """Return words that no author wrote here."""
        return [word if word is SPACE else self.made(word) for word in typed(string)]

    def show(self, node: Node, string: str) -> str:
        """Return a text of an element with its bound numbers as the reader sees."""
        return self.world.shown.text(self.chapter.file, span(node), string)

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Copy blocks in which a heading is no section of the report."""
        before = self.inner
        self.inner = True
        yield
        self.inner = before
