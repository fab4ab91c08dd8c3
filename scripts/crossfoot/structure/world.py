"""What chapters may refer to: ids, files, recipes and bibliography, as values."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from crossfoot.chapters import Chapter
from crossfoot.nodes import ATTR_AT, Node, identifier, span, walk
from crossfoot.places import Place, Span

EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")
"""What an address starts with that leads out of the report."""

RECIPE = re.compile(r"(?:\./)?figures/([^/]+)\.(?:svg|png)")
"""Address of a figure made by `figures/NAME.py`."""

ANCHOR = re.compile(r"<a\b[^>]*?\b(?:id|name)\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)


class Target(NamedTuple):
    """An id, and where its author wrote it; None when it was made from a heading."""

    ident: str
    chapter: Chapter
    written: Span | None


@dataclass(frozen=True)
class World:
    """All that a reference may lead to."""

    chapters: Sequence[Chapter]
    cited: frozenset[str] = frozenset()
    """Keys of the bibliography."""
    present: frozenset[str] = frozenset()
    """Files that chapters name and that exist, relative to the root."""
    pictures: tuple[str, ...] = ()
    """Files in `images/`, as chapters name them."""
    recipes: frozenset[str] = frozenset()
    """Names of the figures that recipes make."""
    bibliography: str = "references.bib"

    @cached_property
    def targets(self) -> list[Target]:
        """Every id of the report, in reading order."""
        return [one for chapter in self.chapters for one in targets(chapter)]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all chapters."""
        return frozenset(one.ident for one in self.targets)

    @cached_property
    def files(self) -> dict[str, Chapter]:
        """The chapters by file."""
        return {chapter.file: chapter for chapter in self.chapters}


def targets(chapter: Chapter) -> Iterator[Target]:
    """Yield the ids of a chapter; a note used twice gives its ids once."""
    seen: set[tuple[str, Span | None]] = set()
    for node in walk(chapter.blocks):
        for one in _of_node(chapter, node):
            if one[::2] not in seen:
                seen.add((one.ident, one.written))
                yield one


def _of_node(chapter: Chapter, node: Node) -> Iterator[Target]:
    kind = node["t"]
    if kind in ATTR_AT and identifier(node):
        yield Target(identifier(node), chapter, written(chapter, node))
    elif kind in {"RawInline", "RawBlock"}:
        for found in ANCHOR.finditer(node["c"][1]):
            yield Target(found[1], chapter, None)


def written(chapter: Chapter, node: Node) -> Span | None:
    """Return where an element's id is written, or None when pandoc made it."""
    where = span(node)
    if where is None:
        return None
    found = re.compile(
        rf"(?:\{{[^{{}}]*?#|\bid\s*=\s*[\"']?)({re.escape(identifier(node))})(?![\w:.-])"
    )
    every = [one.span(1) for one in found.finditer(chapter.source, *where)]
    if not every:
        return None
    # A heading's attributes come last, after those of what stands in it.
    return every[-1] if node["t"] == "Header" else every[0]


def beside(chapter: Chapter, address: str) -> str:
    """Return the path, from the root, of a file that a chapter names."""
    folder = posixpath.dirname(chapter.file)
    return posixpath.normpath(posixpath.join(folder, unquote(address)))


def addresses(chapter: Chapter) -> Iterator[tuple[Node, str]]:
    """Yield each link and image with its address."""
    for node in walk(chapter.blocks):
        if node["t"] in {"Link", "Image"}:
            yield node, node["c"][2][0]


def named(chapters: Sequence[Chapter]) -> set[str]:
    """Return the paths of all files that chapters name, below the root."""
    found = {
        beside(chapter, path)
        for chapter in chapters
        for _, address in addresses(chapter)
        if (path := address.partition("#")[0]) and not EXTERNAL.match(address)
    }
    return {path for path in found if not path.startswith("..")}


def address_place(chapter: Chapter, node: Node) -> Place:
    """Return where a link's address is written: in it, or where it is defined."""
    address, where = node["c"][2][0], span(node)
    if where is None:
        return chapter.place(None)
    forms = "|".join(re.escape(one) for one in {address, unquote(address)})
    direct = re.compile(rf"\]\(\s*<?({forms})(?=[\s>)])")
    *_, found = [None, *direct.finditer(chapter.source, *where)]
    if not found:
        defined = re.compile(
            rf"^[ \t>]*\[[^\]\n]+\]:\s*<?({forms})(?=[\s>]|\Z)", re.MULTILINE
        )
        every = list(defined.finditer(chapter.source))
        found = every[0] if len(every) == 1 else None
    return chapter.place(found.span(1) if found else where)
