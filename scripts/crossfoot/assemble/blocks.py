"""Blocks: how each kind of block of a chapter is copied."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from crossfoot.assemble import glossary, includes, notices, passages, pictures, tables
from crossfoot.assemble.anchoring import left_out
from crossfoot.assemble.ids import auto_id, is_auto, is_blank
from crossfoot.assemble.inlines import is_comment
from crossfoot.assemble.trimming import CUT
from crossfoot.entries import GLOSSARY
from crossfoot.nodes import ENTRIES, Node, span, text

if TYPE_CHECKING:
    from crossfoot.assemble.copying import Copier


def _paragraph(copier: "Copier", node: Node) -> list[Node]:
    alone = pictures.lone_image(node)
    if alone and (stands := pictures.instead(copier, node, alone)):
        return [stands]
    return [{"t": node["t"], "c": copier.lead(node["c"])}]


def _lines(copier: "Copier", node: Node) -> list[Node]:
    return [{"t": "LineBlock", "c": [copier.inlines(line) for line in node["c"]]}]


def _verbatim(copier: "Copier", node: Node) -> list[Node]:
    at = copier.attr(node)
    anchors = copier.world.anchors
    found = anchors.within(copier.chapter.file, span(node))
    names = "" if copier.echoing else left_out(anchors, found)
    at[2] += [[ENTRIES, names]] if names else []
    new: Node = {"t": "CodeBlock", "c": [at, node["c"][1]]}
    copier.mark(new)
    return [new]


def _raw(_copier: "Copier", node: Node) -> list[Node]:
    format_, content = node["c"]
    if format_ == "html" and is_comment(content):
        return []
    return [{"t": "RawBlock", "c": node["c"]}]


def _rule(_copier: "Copier", _node: Node) -> list[Node]:
    return [{"t": "HorizontalRule"}]


def _quote(copier: "Copier", node: Node) -> list[Node]:
    with copier.inside():
        return [{"t": "BlockQuote", "c": copier.blocks(node["c"])}]


def _bullets(copier: "Copier", node: Node) -> list[Node]:
    with copier.inside():
        items = [(one, copier.blocks(one)) for one in node["c"]]
    # An item that was cut with what stands before the list is said there.
    kept = [new for one, new in items if new or not one]
    return [{"t": "BulletList", "c": kept}] if kept else []


def _ordered(copier: "Copier", node: Node) -> list[Node]:
    with copier.inside():
        items = [copier.blocks(item) for item in node["c"][1]]
    return [{"t": "OrderedList", "c": [style(copier, node), items]}]


def style(copier: "Copier", node: Node) -> list[Any]:
    """Return how a list counts; examples go on counting through the report."""
    start, kind, mark = node["c"][0]
    if kind["t"] == "Example":
        start += copier.shift
    return [start, {"t": kind["t"]}, {"t": mark["t"]}]


def _definitions(copier: "Copier", node: Node) -> list[Node]:
    with copier.inside():
        pairs = [
            [_term(copier, term), [loose(copier.blocks(one)) for one in meanings]]
            for term, meanings in node["c"]
        ]
    return [{"t": "DefinitionList", "c": pairs}]


def _term(copier: "Copier", term: list[Node]) -> list[Node]:
    """Return a term; what a glossary explains has a name of its own."""
    if not copier.explaining or copier.echoing:
        return copier.inlines(term)
    name: Node = {"t": "Span", "c": [[glossary.ident(term), [], []], []]}
    copier.mark(name)
    name["c"][1] = copier.inlines(term)
    return [name]


def loose(meaning: list[Node]) -> list[Node]:
    """Return a definition whose paragraphs stay apart.

    Writers run the plain paragraphs of a tight definition together.
    """
    if len(meaning) < 2:
        return meaning
    return [{**one, "t": "Para"} if one["t"] == "Plain" else one for one in meaning]


def _header(copier: "Copier", node: Node) -> list[Node]:
    copier.inserted = False
    attributes = copier.attr(node)
    automatic = is_auto(attributes[0], text(node["c"][2]))
    new: Node = {"t": "Header", "c": [node["c"][0], attributes, []]}
    new["c"][2] = copier.inlines(node["c"][2])
    if node["c"][0] == 1 and is_blank(new["c"][2]):
        # A heading without words would be a chapter without a title.
        copier.into.gone.update(id(one) for one in node["c"][2])
        division = {**node, "t": "Div", "c": [attributes, []]}
        return [] if automatic else _div(copier, division)
    if automatic and copier.inserted:
        attributes[0] = auto_id(text(new["c"][2]))
    mark = copier.mark(new, "header", automatic)
    if mark and copier.echoing:
        while copier.levels and copier.levels[-1] >= node["c"][0]:
            copier.levels.pop()
        mark.deep = copier.deep + len(copier.levels)
        copier.levels.append(node["c"][0])
    elif mark and not copier.inner:
        copier.above = mark
        if place := span(node):
            copier.into.headings[place[0]] = mark
    return [new]


def _div(copier: "Copier", node: Node) -> list[Node]:
    if shown := passages.named(copier.chapter, node):
        return includes.include(copier, node, shown)
    new: Node = {"t": "Div", "c": [copier.attr(node), []]}
    for pair in new["c"][0][2]:
        if pair[0] == "title":
            pair[1] = copier.show(node, pair[1])
    copier.mark(new)
    before = copier.boxed, copier.explaining
    copier.boxed = True
    copier.explaining = before[1] or GLOSSARY in new["c"][0][1]
    new["c"][1] = copier.blocks(node["c"][1])
    copier.boxed, copier.explaining = before
    return [new]


def _cut(copier: "Copier", node: Node) -> list[Node]:
    """Return the notice that stands for a passage, once, if one is wanted."""
    # An item of a tight list stays tight.
    tight = copier.inner and not copier.noted and copier.latest is None
    notice: Node = {"t": "Plain" if tight else "Para", "c": []}
    return notices.announce(copier, node["c"], notice, copier.latest)


def _figure(copier: "Copier", node: Node) -> list[Node]:
    return [pictures.figure(copier, node)]


def _table(copier: "Copier", node: Node) -> list[Node]:
    return [tables.copy(copier, node)]


BLOCK: dict[str, Callable[["Copier", Node], list[Node]]] = {
    "Plain": _paragraph,
    "Para": _paragraph,
    "LineBlock": _lines,
    "CodeBlock": _verbatim,
    "RawBlock": _raw,
    "BlockQuote": _quote,
    "OrderedList": _ordered,
    "BulletList": _bullets,
    "DefinitionList": _definitions,
    "Header": _header,
    "HorizontalRule": _rule,
    "Table": _table,
    "Figure": _figure,
    "Div": _div,
    CUT: _cut,
}
