"""Facts of plain PDFs: the objects of a file in, what it says of itself out.

Here is looked at what a reader of all PDFs looks at, no less. Where that one would
mend, warn, guess or give up, `UnusualError` is raised.
"""

from collections.abc import Iterable, Iterator
from typing import Any

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
    name,
    readable,
    text,
    written,
)
from crossfoot.inspect.facts import Bookmark, Pdf, Tag

OUTLINED = frozenset(
    {b"/Parent", b"/Prev", b"/Next", b"/First", b"/Last", b"/Count", b"/Title"}
    | {b"/Dest"}
)
"""Keys of a bookmark."""
NONE: frozenset[str] = frozenset()
PENDING = Tag("")
"""Keeps the place of an element until those below it are known."""


def plain_facts(data: bytes) -> Pdf:
    """Return what a plain PDF says of itself, but for the texts of its pages."""
    objects = Objects(data)
    root = objects.dictionary(objects.trailer.get(b"/Root"))
    if root.get(b"/Type") != b"/Catalog" or b"/Dests" in root:
        raise UnusualError("The catalogue is of another form")
    info = objects.dictionary(objects.trailer.get(b"/Info", {}))
    view = objects.dictionary(root.get(b"/ViewerPreferences", {}))
    outline = objects.dictionary(root.get(b"/Outlines", {}))
    pages = list(_pages(objects, root.get(b"/Pages"), set()))
    tags: list[Tag] = []
    _visit(objects, root.get(b"/StructTreeRoot", {}), tags, set())
    return Pdf(
        pages=len(pages),
        title=text(info.get(b"/Title", b"()")),
        language=text(root.get(b"/Lang", b"()")),
        shows_title=flag(objects.get(view.get(b"/DisplayDocTitle", b"false"))),
        tags=tuple(tags),
        bookmarks=tuple(_bookmarks(objects, outline, 1, set())),
        broken_links=_broken(_asked(objects, pages), _named(objects, root)),
    )


def _pages(objects: Objects, value: Any, seen: set[bytes]) -> Iterator[Dictionary]:
    """Yield the pages below a node of the page tree."""
    node = dictionary(objects.once(value, seen))
    kind = node.get(b"/Type")
    if kind == b"/Pages":
        for kid in array(objects.get(node.get(b"/Kids"))):
            yield from _pages(objects, kid, seen)
    elif kind == b"/Page":
        yield node
    else:
        raise UnusualError("A page is of another kind")


def _visit(
    objects: Objects, value: Any, out: list[Tag], seen: set[bytes]
) -> frozenset[str]:
    """Note an element and those below it in reading order; return their kinds."""
    here = objects.once(value, seen)
    if type(here) is list:
        kids = filter(_holds, here)
        return NONE.union(*(_visit(objects, kid, out, seen) for kid in kids))
    if type(here) is not dict:
        return NONE
    content = here.get(b"/K", b"null")
    if b"/S" not in here:
        return _visit(objects, content, out, seen)
    kind = name(here[b"/S"])
    at = len(out)
    out.append(PENDING)
    below = _visit(objects, content, out, seen)
    title, alt = (text(here[key]) if key in here else "" for key in (b"/T", b"/Alt"))
    out[at] = Tag(kind, title, alt, below)
    return below | {kind}


def _holds(kid: Any) -> bool:
    """Say whether a kid may be more than the number of a page's content."""
    return type(kid) is not bytes or kid[-1:] == b"R"


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
