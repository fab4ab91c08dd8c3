"""Facts of plain PDFs: the objects of a file in, what it says of itself out.

Here is looked at what a reader of all PDFs looks at, no less. Where that one would
mend, warn, guess or give up, `UnusualError` is raised.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from crossfoot.engines.marked import marked
from crossfoot.engines.plainpdf import (
    Dictionary,
    Objects,
    UnusualError,
    array,
    dictionary,
    flag,
    is_number,
    is_reference,
    is_text,
    readable,
    text,
    written,
)
from crossfoot.engines.tagtree import Tree, linked, read_tree
from crossfoot.inspect.facts import Bookmark, Link, Marked, Pdf

OUTLINED = frozenset(
    {b"/Parent", b"/Prev", b"/Next", b"/First", b"/Last", b"/Count", b"/Title"}
    | {b"/Dest"}
)
"""Keys of a bookmark."""
NOTHING: Mapping[int, Marked] = MappingProxyType({})
PART, CONFORMANCE = (
    re.compile(rb"<(pdfuaid|pdfaid):%s>([0-9A-Za-z]{1,3})</" % key)
    for key in (b"part", b"conformance")
)


def plain_facts(data: bytes, known: Mapping[int, Marked] = NOTHING) -> Pdf:
    """Return what a plain PDF says of itself, but for the texts of its pages.

    `known` is what is marked on some of the pages, by their places from 0.
    """
    objects = Objects(data)
    root = objects.dictionary(objects.trailer.get(b"/Root"))
    if root.get(b"/Type") != b"/Catalog" or b"/Dests" in root:
        raise UnusualError("The catalogue is of another form")
    info = objects.dictionary(objects.trailer.get(b"/Info", {}))
    view = objects.dictionary(root.get(b"/ViewerPreferences", {}))
    outline = objects.dictionary(root.get(b"/Outlines", {}))
    leaves = pages_of(objects, root)
    pages = list(leaves.values())
    numbers = {page: number for number, page in enumerate(leaves)}
    tree = read_tree(objects, root.get(b"/StructTreeRoot", {}), numbers)
    return Pdf(
        pages=len(pages),
        title=text(info.get(b"/Title", b"()")),
        language=text(root.get(b"/Lang", b"()")),
        shows_title=flag(objects.get(view.get(b"/DisplayDocTitle", b"false"))),
        tags=tuple(tree.tags),
        read=tuple(tree.read),
        bookmarks=tuple(_bookmarks(objects, outline, 1, set())),
        broken_links=_broken(_asked(objects, pages), _named(objects, root)),
        links=tuple(_links(objects, tree, pages)),
        marked=_marked(objects, root),
        standards=standards(_metadata(objects, root)),
        drawn=tuple(
            known[at] if at in known else _drawn(objects, page)
            for at, page in enumerate(pages)
        ),
    )


def standards(metadata: bytes) -> tuple[str, ...]:
    """Return the standards that a file's metadata names: `pdfuaid 1`, `pdfaid 2A`."""
    levels = dict(CONFORMANCE.findall(metadata))
    return tuple(
        f"{name.decode()} {(part + levels.get(name, b'')).decode()}"
        for name, part in PART.findall(metadata)
    )


def _metadata(objects: Objects, root: Dictionary) -> bytes:
    value = root.get(b"/Metadata")
    return objects.stream(value) if value else b""


def _marked(objects: Objects, root: Dictionary) -> bool:
    told = objects.dictionary(root.get(b"/MarkInfo", {}))
    return told.get(b"/Marked") == b"true" and told.get(b"/Suspects") != b"true"


def _drawn(objects: Objects, page: Dictionary) -> Marked:
    """Return what is marked on a page."""
    contents = page.get(b"/Contents", [])
    streams = contents if type(contents) is list else [contents]
    return marked(b"\n".join(objects.stream(one) for one in streams))


def _links(objects: Objects, tree: Tree, pages: list[Dictionary]) -> Iterator[Link]:
    """Yield the links of pages."""
    held = linked(tree)
    for number, page in enumerate(pages, 1):
        for note in array(objects.get(page.get(b"/Annots", []))):
            told = objects.dictionary(note)
            if told.get(b"/Subtype") == b"/Link":
                words = text(told.get(b"/Contents", b"()"))
                yield Link(number, words, is_reference(note) and note in held)


def pages_of(objects: Objects, root: Dictionary) -> dict[bytes, Dictionary]:
    """Return the pages of a file in their order, by their references."""
    return dict(_pages(objects, root.get(b"/Pages"), set()))


def _pages(
    objects: Objects, value: Any, seen: set[bytes]
) -> Iterator[tuple[bytes, Dictionary]]:
    """Yield the pages below a node of the page tree, with their references."""
    node = dictionary(objects.once(value, seen))
    kind = node.get(b"/Type")
    if kind == b"/Pages":
        for kid in array(objects.get(node.get(b"/Kids"))):
            yield from _pages(objects, kid, seen)
    elif kind == b"/Page":
        yield value, node
    else:
        raise UnusualError("A page is of another kind")


def _bookmarks(
    objects: Objects, node: Dictionary, level: int, seen: set[bytes]
) -> Iterator[Bookmark]:
    """Yield the bookmarks below one, or below the outline itself."""
    following = node.get(b"/First")
    while following is not None:
        entry = dictionary(objects.once(following, seen))
        if not entry.keys() <= OUTLINED or not is_number(entry.get(b"/Count", b"0")):
            raise UnusualError("A bookmark is of another form")
        _arrive(objects, entry.get(b"/Dest"))
        yield Bookmark(level, text(entry.get(b"/Title")))
        yield from _bookmarks(objects, entry, level + 1, seen)
        following = entry.get(b"/Next")


def _arrive(objects: Objects, value: Any) -> None:
    """Make sure that a destination is a place on a page."""
    where = objects.get(value)
    if type(where) is not list or len(where) != 5 or where[1] != b"/XYZ":
        raise UnusualError("A destination is of another form")
    page, _, *places = where
    if not is_reference(page) or not all(map(is_number, places)):
        raise UnusualError("A destination is not a place on a page")


def _named(objects: Objects, root: Dictionary) -> set[bytes]:
    """Return the names of destinations."""
    names = objects.dictionary(root.get(b"/Names", {}))
    tree = objects.dictionary(names.get(b"/Dests", {b"/Names": []}))
    pairs = array(objects.get(tree.get(b"/Names")))
    if b"/Kids" in tree or len(pairs) % 2:
        raise UnusualError("The names of destinations are of another form")
    for value in pairs[1::2]:
        _arrive(objects, value)
    return {written(one) for one in pairs[::2]}


def _asked(objects: Objects, pages: Iterable[Dictionary]) -> Iterator[bytes]:
    """Yield the names of destinations that links ask for."""
    for page in pages:
        for note in array(objects.get(page.get(b"/Annots", []))):
            link = objects.dictionary(note)
            action = objects.dictionary(link.get(b"/A", {}))
            target = link.get(b"/Dest", action.get(b"/D"))
            if is_text(target) and written(target):
                yield written(target)
            elif not (target is None or is_reference(target) or type(target) is list):
                raise UnusualError("A link is of another form")


def _broken(asked: Iterable[bytes], known: set[bytes]) -> tuple[str, ...]:
    """Return the names that links ask for in vain."""
    lost = [readable(one) for one in asked if one not in known]
    # What is asked for may stand there in another encoding.
    names = {readable(one) for one in known} if lost else set()
    return tuple(one for one in lost if one not in names)
