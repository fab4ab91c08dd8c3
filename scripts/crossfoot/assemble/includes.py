"""Includes: `::: {.include from="01-summary.md#sec-key"}` shows a passage again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossfoot.assemble.passages import MANY, Include
from crossfoot.findings import Finding, nearest
from crossfoot.nodes import Node, extent, identifier, text, walk
from crossfoot.places import Place, Span

if TYPE_CHECKING:
    from crossfoot.assemble.copying import Copier


def include(copier: "Copier", node: Node, one: Include) -> list[Node]:
    """Return a div that holds the passage, or words that say what is missing."""
    copier.into.gone.add(id(node))
    copier.into.includes = True
    copier.into.findings += _unprinted(copier, node)
    div: Node = {"t": "Div", "c": [copier.attr(node), []]}
    copier.made(div)
    copier.mark(div)
    wrong = _wrong(copier, one)
    if wrong:
        message, way = wrong
        copier.into.findings.append(
            Finding("REF02", message, _place(copier, one), help=way, found=one.source)
        )
        gap = copier.world.wording.missing_passage.format(one.source)
        div["c"][1] = [{"t": "Para", "c": copier.say(gap)}]
    else:
        div["c"][1] = _again(copier, one)
    return [div]


def _again(copier: "Copier", one: Include) -> list[Node]:
    web = copier.world.web
    chapter = web.home(one) or copier.chapter
    again = type(copier)(copier.world, chapter, copier.into)
    again.echoing = again.inner = True
    again.noted, again.above = copier.noted, copier.above
    again.deep = copier.deep + len(copier.levels)
    return again.blocks(web.shown(one) or [])


def _place(copier: "Copier", one: Include) -> Place:
    """Return where the passage's name is written."""
    source, place = copier.chapter.source, one.place
    at = source.find(one.source, *place) if place else -1
    where: Span | None = (at, at + len(one.source)) if at >= 0 else place
    return copier.chapter.place(where)


def _wrong(copier: "Copier", one: Include) -> tuple[str, str] | None:
    """Return why an include cannot be shown, and the way out; None when it can."""
    web = copier.world.web
    path, _, ident = one.source.partition("#")
    chapter = web.home(one)
    if chapter is None:
        folder = copier.chapter.file.rpartition("/")[0]
        near = nearest(path, [file.removeprefix(f"{folder}/") for file in web.chapters])
        way = f"Write {near}" if near else "Name the file of a chapter beside this one"
        return f"Include names {path}, which is no chapter of the report", way
    blocks = web.shown(one)
    if blocks is None:
        near = nearest(ident, filter(None, map(identifier, walk(chapter.blocks))))
        way = (
            f"Write {path}#{near}" if near else f"Give the passage the id {{#{ident}}}"
        )
        called = f"which nothing in {chapter.file} is called"
        return f"Include names #{ident}, {called}", way
    if web.loops(one):
        way = "Take this include out, or give what it shall show an id of its own"
        return f"Include of {one.source} leads back to itself", way
    if not blocks:
        way = "Write the passage, or name another"
        return f"Include names {one.source}, where no text stands", way
    if web.swells(one):
        message = f"Include of {one.source} comes to more than {MANY} includes"
        return message, "Let it show text rather than other includes"
    return None


def _unprinted(copier: "Copier", node: Node) -> Iterator[Finding]:
    """Yield a finding on words inside an include, which nobody will read."""
    content = node["c"][1]
    if text(content).strip() and not copier.echoing:
        yield Finding(
            "REF09",
            "Words stand in an include and are not printed; it shows another passage",
            copier.chapter.place(extent(content)),
            help="Take them out, or put them before or after the include",
        )
