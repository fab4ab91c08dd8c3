"""References: chapters in, findings on what leads nowhere or twice to one name out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from crossfoot.chapters import Chapter, beside
from crossfoot.findings import Finding, Related, nearest
from crossfoot.nodes import Node, span
from crossfoot.places import Place, Span
from crossfoot.structure.survey import Survey
from crossfoot.structure.world import EXTERNAL, World, address_place

KINDS = {"fig-": "figure", "tbl-": "table", "sec-": "section", "eq-": "equation"}
"""What the ids of cross references start with, and what each kind is called."""

MARK = re.compile(r"\[\^([^\s\[\]^]+)\]")


def check(seen: Survey, world: World) -> Iterator[Finding]:
    """Yield the references, links and citations of a chapter that dangle."""
    chapter = seen.chapter
    for node in _once(seen.references):
        if node["t"] == "Cite":
            yield from _cited(chapter, node, world)
        else:
            yield from _linked(chapter, node, world)


def _once(nodes: Iterable[Node]) -> Iterator[Node]:
    """Leave out what stands in a note that is used again: it is in the tree twice."""
    seen: set[Span] = set()
    for node in nodes:
        where = span(node)
        if where not in seen:
            yield node
        if where:
            seen.add(where)


def _cited(chapter: Chapter, node: Node, world: World) -> Iterator[Finding]:
    for citation in node["c"][0]:
        key = citation["citationId"]
        if key in world.cited:
            continue
        kind = next(
            (noun for start, noun in KINDS.items() if key.startswith(start)), ""
        )
        if not kind:
            in_text = citation["citationMode"]["t"] == "AuthorInText"
            yield _uncited(_key_place(chapter, node, key), key, in_text, world)
        elif key not in world.ids:
            yield _dangling(_key_place(chapter, node, key), key, kind, world)


def _key_place(chapter: Chapter, node: Node, key: str) -> Place:
    """Return where a citation's key is written, `@` included."""
    where = span(node)
    key_at = re.compile(rf"@(?:\{{{re.escape(key)}\}}|{re.escape(key)}(?![\w]))")
    found = key_at.search(chapter.source, *where) if where else None
    return chapter.place(found.span() if found else where)


def _dangling(place: Place, key: str, kind: str, world: World) -> Finding:
    near = nearest(key, world.ids)
    way = f"give the {kind} the id {{#{key}}}"
    return Finding(
        "REF01",
        f"@{key} leads nowhere; no {kind} has that id",
        place,
        help=f"Write @{near}, or {way}" if near else way[:1].upper() + way[1:],
        found=f"@{key}",
        expected=f"@{near}" if near else "",
    )


def _uncited(place: Place, key: str, in_text: bool, world: World) -> Finding:
    # Other systems have a capital where a sentence begins: @Fig-asks.
    small = key[:1].lower() + key[1:]
    near = small if small in world.ids else nearest(key, world.cited)
    message = f"@{key} is not in {world.bibliography}"
    way = f"Write @{near}" if near else f"Add {key} to {world.bibliography}"
    if in_text:
        message += " and stays as text"
        way += f", or write \\@{key} when it is no citation"
    expected = f"@{near}" if near else ""
    return Finding(
        "REF03", message, place, help=way, found=f"@{key}", expected=expected
    )


def _linked(chapter: Chapter, node: Node, world: World) -> Iterator[Finding]:
    address = node["c"][2][0]
    path, _, ident = address.partition("#")
    if EXTERNAL.match(address) or address == "":
        return
    file = beside(chapter, path) if path else chapter.file
    other = world.files.get(file)
    if other is None:
        if file not in world.present:
            yield _no_file(address_place(chapter, node), path, chapter, world)
    elif ident and not {ident, unquote(ident)} & world.ids:
        yield _no_id(address_place(chapter, node), address, other)


def _no_file(place: Place, path: str, chapter: Chapter, world: World) -> Finding:
    name = unquote(path)
    folder = chapter.file.rpartition("/")[0]
    near = nearest(name, [f.removeprefix(f"{folder}/") for f in world.files])
    return Finding(
        "REF02",
        f"Link leads to {name}, which does not exist",
        place,
        help=f"Write {near}"
        if near
        else "Mend the path, which starts beside the chapter",
        found=name,
        expected=near,
    )


def _no_id(place: Place, address: str, other: Survey) -> Finding:
    path, _, ident = address.partition("#")
    near = nearest(ident, [one.ident for one in other.targets()])
    expected = f"{path}#{near}" if near else ""
    return Finding(
        "REF02",
        f"Link leads to #{ident}, which nothing in {other.chapter.file} is called",
        place,
        help=f"Write {expected}" if near else f"Give its target the id {{#{ident}}}",
        found=address,
        expected=expected,
    )


def notes(seen: Survey) -> Iterator[Finding]:
    """Yield the marks of footnotes that stayed text."""
    chapter = seen.chapter
    defined = set(
        re.findall(r"^[ \t>]*\[\^([^\s\[\]^]+)\]:", chapter.source, re.MULTILINE)
    )
    for node in _once(node for node in seen.marks if span(node)):
        for found in MARK.finditer(chapter.source, *node["s"]):
            if chapter.source[found.start() - 1 : found.start()] != "\\":
                yield _undefined(chapter, found, defined)


def _undefined(chapter: Chapter, found: re.Match[str], defined: set[str]) -> Finding:
    key, place = found[1], chapter.place(found.span())
    if key in defined:
        message = f"Footnote {found[0]} stands where no footnote can and stays as text"
        way = "Move it out of the footnote or heading that it is in"
        return Finding("REF04", message, place, help=way, found=found[0])
    near = nearest(key, defined)
    way = f"Write [^{near}], or define" if near else "Define"
    return Finding(
        "REF04",
        f"Footnote {found[0]} is not defined and stays as text",
        place,
        help=f"{way} it: `[^{key}]: text`",
        found=found[0],
        expected=f"[^{near}]" if near else "",
    )


def check_ids(world: World) -> Iterator[Finding]:
    """Yield the ids that authors wrote more than once."""
    counts = Counter(one.ident for one in world.targets)
    given: dict[str, list[Place]] = {}
    for one in world.targets:
        where = one.written() if counts[one.ident] > 1 else None
        places, place = given.setdefault(one.ident, []), one.chapter.place(where)
        # A note that is used twice gives its ids twice.
        if where is None or place in places:
            continue
        # Of a passage that was pasted twice one copy is printed, with one id.
        if world.is_cut(where, one.chapter.file):
            continue
        places.append(place)
        if len(places) > 1:
            yield Finding(
                "REF06",
                f"Id {one.ident} is given twice; references lead to the first one",
                place,
                (Related("it is first given here", places[0]),),
                help="Give this one another id",
                found=one.ident,
            )
