"""Citations: those of the report in, one small document for citeproc out, and back.

citeproc sees only the citations, in order, so that it costs the same for a long
report as for a short one; what it made of each is put back in its place.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from crossfoot.assemble.ids import Names
from crossfoot.assemble.parts import Copied, Slot
from crossfoot.assemble.plain import SPACE, typed
from crossfoot.assemble.references import is_reference
from crossfoot.nodes import Node, meta, unplaced, walk

API = [1, 23, 1]
"""The pandoc API version that documents are written in."""

Rendered = dict[int, list[Node]]
"""What citeproc made of each slot's citations, by the slot's `id()`."""

STOPS = frozenset(".,;:!?)”’…")
"""What a note mark stands after, not before."""


def cited(slot: Slot, known: frozenset[str]) -> list[Any]:
    """Return the citations of a slot that citeproc has to see: none or some.

    A key that is in no bibliography comes along with one that is.
    """
    own = [
        one for one in slot.source["c"][0] if not is_reference(one["citationId"], known)
    ]
    return own if any(one["citationId"] in known for one in own) else []


def slots(copies: Sequence[Copied], known: frozenset[str]) -> list[Slot]:
    """Return the slots that hold citations, in the report's order."""
    return [
        slot
        for copy in copies
        for slot in copy.slots
        if slot.source["t"] == "Cite" and cited(slot, known)
    ]


def document(
    copies: Sequence[Copied], known: frozenset[str], language: str
) -> dict[str, Any] | None:
    """Return the document for citeproc, or None when nothing is cited."""
    found = slots(copies, known)
    if not found:
        return None
    blocks = [
        _paragraph(slot, cited(slot, known), at) for at, slot in enumerate(found, 1)
    ]
    about = {"lang": meta(language), "link-citations": meta(True)}
    return {"pandoc-api-version": API, "meta": about, "blocks": blocks}


def _paragraph(slot: Slot, citations: list[Any], number: int) -> Node:
    told = [{**one, "citationNoteNum": number} for one in citations]
    cite: Node = {"t": "Cite", "c": unplaced([told, slot.source["c"][1]])}
    if not slot.noted:
        return {"t": "Para", "c": [cite]}
    said = {"t": "Para", "c": _in_note(slot, cite)}
    return {"t": "Para", "c": [{"t": "Note", "c": [said]}]}


def _in_note(slot: Slot, cite: Node) -> list[Node]:
    """Return a note's citation, after a word where it comes after words.

    There, note styles put it in brackets.
    """
    return [cite] if slot.into[0] is slot.node else [*typed("x"), SPACE, cite]


def keys(document_: dict[str, Any]) -> list[str]:
    """Return the keys that a document cites, sorted."""
    cites = (node for node in walk(document_["blocks"]) if node["t"] == "Cite")
    return sorted({one["citationId"] for node in cites for one in node["c"][0]})


def put_back(found: Sequence[Slot], rendered: dict[str, Any] | None) -> Rendered:
    """Return what citeproc made of each slot."""
    if rendered is None:
        return {}
    entries = bibliography(rendered)
    printed = {identifier for identifier, _ in _named(entries)}
    made = [_cite(block) for block in rendered["blocks"][: len(found)]]
    return {
        id(slot): list(_clean(inlines, printed))
        for slot, inlines in zip(found, made, strict=True)
    }


def _cite(block: Node) -> list[Node]:
    cite = next(node for node in walk(block) if node["t"] == "Cite")
    return list(cite["c"][1])


def _clean(inlines: list[Node], printed: set[str]) -> Iterator[Node]:
    """Yield citeproc's inlines without empty words and links to missing entries."""
    for node in inlines:
        if node["t"] == "Link" and node["c"][2][0].removeprefix("#") not in printed:
            yield from node["c"][1]
        elif node["t"] != "Str" or node["c"]:
            yield node


def bibliography(rendered: dict[str, Any]) -> list[Node]:
    """Return the entries of the bibliography, a div each."""
    last = rendered["blocks"][-1] if rendered["blocks"] else None
    if not last or last["t"] != "Div" or last["c"][0][0] != "refs":
        return []
    return list(last["c"][1])


def _named(entries: list[Node]) -> Iterator[tuple[str, Node]]:
    for entry in entries:
        if entry["t"] == "Div" and entry["c"][0][0]:
            yield entry["c"][0][0], entry


def chapter(
    rendered: dict[str, Any] | None, title: str, file: str, names: Names
) -> list[Node]:
    """Return the bibliography as the report's last, unnumbered chapter."""
    if rendered is None or not bibliography(rendered):
        return []
    ident = names.give("references", automatic=True)
    head: Node = {
        "t": "Header",
        "c": [1, [ident, ["unnumbered"], [["file", file]]], typed(title)],
    }
    return [head, rendered["blocks"][-1]]


def placed(copies: Sequence[Copied], rendered: dict[str, Any] | None) -> bool:
    """Put the bibliography in the div `refs` of a chapter, if there is one."""
    for copy in copies:
        for mark in copy.marks:
            if rendered and mark.ident == "refs" and mark.node["t"] == "Div":
                copy.made.add(id(mark.node))
                mark.node["c"] = rendered["blocks"][-1]["c"]
                return True
    return False


def single_stop(made: list[Node], rest: list[Node]) -> None:
    """Take the full stop off rendered citations that another one follows.

    `rest` is what follows, reversed.
    """
    stop = rest and rest[-1]["t"] == "Str" and rest[-1]["c"].startswith(".")
    last = [node for node in walk(made) if node["t"] == "Str"][-1:]
    if stop and last and last[0]["c"].endswith("."):
        last[0]["c"] = last[0]["c"][:-1]


def settle_note(out: list[Node], rest: list[Node]) -> None:
    """Set a note that stands for a citation after the words and stop before it.

    `rest` is what follows, reversed.
    """
    note = out.pop()
    while out and out[-1]["t"] in {"Space", "SoftBreak"}:
        out.pop()
    if rest and rest[-1]["t"] == "Str" and set(rest[-1]["c"]) <= STOPS:
        out.append(rest.pop())
    out.append(note)
