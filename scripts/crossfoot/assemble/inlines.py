"""Inlines: how each kind of inline element of a chapter is copied."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from crossfoot.assemble import notices, pictures
from crossfoot.assemble.addresses import EXTERNAL
from crossfoot.assemble.parts import Slot
from crossfoot.assemble.plain import typed
from crossfoot.assemble.shown import bound
from crossfoot.assemble.trimming import CUT, SPACES
from crossfoot.entries import INDEX, TERM
from crossfoot.nodes import ENTRIES, ENTRY, Attr, Node, span

if TYPE_CHECKING:
    from crossfoot.assemble.copying import Copier

ANCHOR = re.compile(
    r"<a\b[^>]*?\b(?:id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))[^>]*>",
    re.IGNORECASE,
)


def _wrapped(copier: "Copier", node: Node, out: list[Node]) -> None:
    out.append({"t": node["t"], "c": copier.inlines(node["c"])})


def _quoted(copier: "Copier", node: Node, out: list[Node]) -> None:
    kind, content = node["c"]
    out.append({"t": "Quoted", "c": [kind, copier.inlines(content)]})


def _kept(_copier: "Copier", node: Node, out: list[Node]) -> None:
    out.append({"t": node["t"], "c": node["c"]})


def _raw(copier: "Copier", node: Node, out: list[Node]) -> None:
    format_, content = node["c"]
    if format_ != "html":
        _kept(copier, node, out)
    elif found := ANCHOR.fullmatch(content):
        ident = found[1] or found[2] or found[3] or ""
        anchor: Node = {"t": "Span", "c": [[ident, [], []], []]}
        copier.mark(anchor)
        out.append(anchor)
        if "href" in content.lower():
            _kept(copier, node, out)
        else:
            copier.anchors += 1
    elif copier.anchors and content.lower() == "</a>":
        copier.anchors -= 1
    elif not is_comment(content):
        _kept(copier, node, out)


def is_comment(content: str) -> bool:
    """Say whether raw HTML is a comment: authors' own, never published."""
    stripped = content.strip()
    return stripped.startswith("<!--") and stripped.endswith("-->")


def _code(copier: "Copier", node: Node, out: list[Node]) -> None:
    key = bound(node)
    shown = key and copier.world.shown.at(copier.chapter.file, node, key)
    if key and shown:
        out.append(number(copier, node, key, shown))
        return
    code: Node = {"t": "Code", "c": [copier.attr(node), node["c"][1]]}
    copier.mark(code)
    out.append(code)


def _span(copier: "Copier", node: Node, out: list[Node]) -> None:
    key = bound(node)
    if key and not node["c"][1]:
        shown = copier.world.shown.at(copier.chapter.file, node, key)
        place = span(node)
        written = copier.chapter.text.slice(place) if place else f"[]{{value={key}}}"
        if shown:
            out.append(number(copier, node, key, shown))
        else:
            out += copier.say(written)
        return
    content = copier.inlines(node["c"][1])
    if is_equation(node):
        copier.raise_lead(content, out)
    new: Node = {"t": "Span", "c": [copier.attr(node), content]}
    if key:
        _bind(new["c"][0], key)
    for pair in new["c"][0][2]:
        if pair[0] in {"alt", "title"}:
            pair[1] = copier.show(node, pair[1])
    names = (
        ""
        if copier.echoing
        else copier.world.anchors.figure("", copier.chapter.file, span(node))
    )
    if names:
        new["c"][0][2].append([ENTRIES, names])
    _named(copier, new)
    copier.mark(new, "equation" if is_equation(node) else "place")
    out.append(new)


def _named(copier: "Copier", new: Node) -> None:
    """Give a place of the index its name, and note the use of a term."""
    kinds = new["c"][0][1]
    if INDEX in kinds and not copier.echoing:
        new["c"][0][0] = new["c"][0][0] or "index-place"
    if TERM in kinds:
        copier.into.terms.append(new)


def is_equation(node: Node) -> bool:
    """Say whether a Span is a numbered equation: `[$$…$$]{#eq-rate}`."""
    ident, content = node["c"][0][0], node["c"][1]
    return ident.startswith("eq-") and any(
        one["t"] == "Math" and one["c"][0]["t"] == "DisplayMath" for one in content
    )


def number(copier: "Copier", node: Node, key: str, shown: str) -> Node:
    """Return an inserted number as a Span of class `number`."""
    copier.inserted = True
    copier.into.gone.add(id(node))
    at = copier.attr(node)
    _bind(at, key)
    anchors = copier.world.anchors
    for one in anchors.within(copier.chapter.file, span(node))[:1]:
        name = "" if copier.echoing else anchors.take(one.name)
        at[2] += [[ENTRY, name]] if name else []
    new: Node = {"t": "Span", "c": [at, typed(shown)]}
    copier.mark(new)
    copier.made(new)
    return new


def _bind(at: Attr, key: str) -> None:
    at[1].append("number")
    pairs = [pair for pair in at[2] if pair[0] not in {"value", "quantity"}]
    at[2][:] = [*pairs, ["quantity", key]]


def _link(copier: "Copier", node: Node, out: list[Node]) -> None:
    _, content, (address, title) = node["c"]
    target = [address, copier.show(node, title)]
    link: Node = {
        "t": "Link",
        "c": [copier.attr(node), copier.inlines(content), target],
    }
    copier.mark(link)
    out.append(link)
    if not EXTERNAL.match(address):
        _slot(copier, node, link, out)


def _cite(copier: "Copier", node: Node, out: list[Node]) -> None:
    copier.into.gone.add(id(node))
    stand_in: Node = {"t": "Str", "c": ""}
    out.append(stand_in)
    _slot(copier, node, stand_in, out)


def _slot(copier: "Copier", node: Node, new: Node, out: list[Node]) -> None:
    name = copier.chapter.name
    copier.into.slots.append(Slot(out, new, node, name, noted=copier.noted))


def _note(copier: "Copier", node: Node, out: list[Node]) -> None:
    noted, copier.noted = copier.noted, True
    with copier.inside():
        out.append({"t": "Note", "c": copier.blocks(node["c"])})
    copier.noted = noted


def _image(copier: "Copier", node: Node, out: list[Node]) -> None:
    out += pictures.image(copier, node)


def _cut(copier: "Copier", node: Node, out: list[Node]) -> None:
    """Put the notice that stands for sentences of a paragraph."""
    # Until it is filled, it shows those who look back that a sentence ended.
    notice: Node = {"t": "Span", "c": [["", [], []], typed(".")]}
    before = next((one for one in reversed(out) if one["t"] not in SPACES), None)
    out += notices.announce(copier, node["c"], notice, before)


INLINE: dict[str, Callable[["Copier", Node, list[Node]], None]] = {
    "Emph": _wrapped,
    "Strong": _wrapped,
    "Underline": _wrapped,
    "Strikeout": _wrapped,
    "Superscript": _wrapped,
    "Subscript": _wrapped,
    "SmallCaps": _wrapped,
    "Quoted": _quoted,
    "Math": _kept,
    "RawInline": _raw,
    "Code": _code,
    "Span": _span,
    "Link": _link,
    "Cite": _cite,
    "Note": _note,
    "Image": _image,
    CUT: _cut,
}
