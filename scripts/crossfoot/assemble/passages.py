"""Passages: a chapter's blocks and a label in, the blocks that it labels out.

And where an include leads: through the includes in what it shows.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from crossfoot.assemble.inlines import ANCHOR
from crossfoot.chapters import Chapter, beside
from crossfoot.nodes import Node, identifier, parts, shown_again, span, walk
from crossfoot.places import Span

MANY = 50
"""Includes that one may come to, those in what it shows counted along."""
SILENT = frozenset({"RawBlock"})


class Include(NamedTuple):
    """A div that shows a passage again, known by where it stands."""

    file: str
    place: Span | None
    source: str
    """What it names: `01-summary.md#sec-key`."""


def named(chapter: Chapter, node: Node) -> Include | None:
    """Return the include that a block is, or None when it is another."""
    source = shown_again(node)
    return Include(chapter.file, span(node), source) if source else None


class Web:
    """Where the includes of a report lead; each is looked up once."""

    def __init__(self, chapters: Mapping[str, Chapter]) -> None:
        """Start with the chapters by file."""
        self.chapters = chapters
        self.passages: dict[tuple[str, str], list[Node] | None] = {}
        self.inner: dict[Include, list[Include]] = {}
        self.circles: dict[Include, bool] = {}

    def home(self, one: Include) -> Chapter | None:
        """Return the chapter that an include shows a passage of."""
        here = self.chapters[one.file]
        path = one.source.partition("#")[0]
        return self.chapters.get(beside(here, path)) if path else here

    def shown(self, one: Include) -> list[Node] | None:
        """Return the blocks that an include shows, or None when it leads nowhere."""
        chapter = self.home(one)
        if chapter is None:
            return None
        key = chapter.file, one.source.partition("#")[2]
        if key not in self.passages:
            self.passages[key] = passage(chapter.blocks, key[1])
        return self.passages[key]

    def inside(self, one: Include) -> list[Include]:
        """Return the includes in what an include shows."""
        if one not in self.inner:
            chapter, blocks = self.home(one), self.shown(one) or []
            found = (named(chapter, node) for node in walk(blocks) if chapter)
            self.inner[one] = [each for each in found if each]
        return self.inner[one]

    def loops(self, one: Include) -> bool:
        """Say whether an include stands in what it shows, be it through others."""
        if one not in self.circles:
            seen: set[Include] = set()
            open_ = self.inside(one)[:]
            while open_:
                here = open_.pop()
                if here not in seen:
                    seen.add(here)
                    open_ += self.inside(here)
            self.circles[one] = one in seen
        return self.circles[one]

    def swells(self, one: Include) -> bool:
        """Say whether an include comes to more includes than one may."""
        open_ = [one]
        for _ in range(MANY):
            if not open_:
                return False
            here = open_.pop()
            if not self.loops(here):
                open_ += self.inside(here)
        return True


def passage(blocks: list[Node], ident: str) -> list[Node] | None:
    """Return the blocks that an id labels, without the label's own heading.

    A heading's passage goes on to the next heading of its level; a div's is its
    content; an id inside any other block stands for that block. Without an id it is
    all of the blocks but the title. None when nothing has the id.
    """
    if not ident:
        at = next((at for at, one in enumerate(blocks) if one["t"] not in SILENT), 0)
        titled = blocks[at : at + 1] and blocks[at]["t"] == "Header"
        return [*blocks[:at], *blocks[at + 1 :]] if titled else blocks
    for name in dict.fromkeys((ident, unquote(ident))):
        if (found := _labelled(blocks, name)) is not None:
            return found
    return None


def _labelled(blocks: list[Node], ident: str) -> list[Node] | None:
    for at, node in enumerate(blocks):
        if identifier(node) == ident:
            if node["t"] == "Header":
                return _section(blocks[at + 1 :], node["c"][0])
            return list(node["c"][1]) if node["t"] == "Div" else [node]
        for held in _held(node):
            if (found := _labelled(held, ident)) is not None:
                return found
        if ident in _names(walk(node)):
            return [node]
    return None


def _held(node: Node) -> list[list[Node]]:
    """Return the lists of blocks that a block holds."""
    if node["t"] == "DefinitionList":
        return [meaning for _, meanings in node["c"] for meaning in meanings]
    holds = {"Div", "BlockQuote", "BulletList", "OrderedList"}
    return parts(node) if node["t"] in holds else []


def _names(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node["t"] == "RawInline" and (found := ANCHOR.fullmatch(node["c"][1])):
            yield found[1] or found[2] or found[3] or ""
        else:
            yield identifier(node)


def _section(blocks: list[Node], level: int) -> list[Node]:
    ends = (
        at
        for at, node in enumerate(blocks)
        if node["t"] == "Header" and node["c"][0] <= level
    )
    return blocks[: next(ends, len(blocks))]
