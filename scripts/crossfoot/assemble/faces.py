"""Faces: a chapter that was copied in, all that other chapters can see of it out.

Numbers, ids, references and citations of a report depend on what chapters show to
each other, not on their words. While no face changes, they stand.
"""

import json
from typing import Any, NamedTuple

from crossfoot.assemble import citations
from crossfoot.assemble.parts import Copied, Mark
from crossfoot.entries import is_marked
from crossfoot.nodes import Node, attr, unplaced


class Face(NamedTuple):
    """What a chapter shows of itself to others."""

    marks: tuple[str, ...]
    """Of each heading, float and place all that counts for its name and number."""
    cites: tuple[str, ...]
    """What citeproc sees, in order."""
    steady: bool
    """Whether the chapter can stand while others change, and the other way round."""


def face(copy: Copied, known: frozenset[str]) -> Face:
    """Return a chapter's face; `known` are the keys of the bibliography.

    It is taken before ids are settled and citations put in.
    """
    at = {id(mark): number for number, mark in enumerate(copy.marks)}
    cites = [slot for slot in copy.slots if slot.source["t"] == "Cite"]
    seen = [(citations.cited(slot, known), slot) for slot in cites]
    told = [
        [found, slot.source["c"][1], slot.noted, slot.into[0] is slot.node]
        for found, slot in seen
        if found
    ]
    return Face(
        tuple(_mark(mark, at) for mark in copy.marks),
        tuple(map(_plain, unplaced(told))),
        _steady(copy),
    )


def _mark(mark: Mark, at: dict[int, int]) -> str:
    """Return all that counts of an element for names and numbers in the report."""
    node = mark.node
    whole = mark.kind == "header" or is_marked(node)
    captioned = node["t"] in {"Figure", "Table"} and bool(node["c"][1][1])
    return _plain(
        [
            [mark.kind, mark.ident, mark.auto, mark.inner, mark.deep, mark.boxed],
            at.get(id(mark.above), -1) if mark.above else None,
            [node["t"], captioned, node["c"] if whole else attr(node)],
        ]
    )


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, check_circular=False)


GATHERED = frozenset({"refs", "abbreviations", "index"})
"""Ids of divs that what is gathered from all chapters is put into."""


def _steady(copy: Copied) -> bool:
    """Say whether nothing in a chapter looks into others, or is looked into by them."""
    gathers = any(
        mark.ident in GATHERED and mark.node["t"] == "Div" for mark in copy.marks
    )
    led = bool(copy.includes or copy.notices or copy.moved or copy.renamed)
    return not (gathers or led or copy.passages or _open_heads(copy))


def _open_heads(copy: Copied) -> bool:
    """Say whether a reference or citation stands in a heading, which others quote."""
    heads = (mark.node["c"][2] for mark in copy.marks if mark.kind == "header")
    held = {id(one) for head in heads for one in _lists(head)}
    return any(id(slot.into) in held for slot in copy.slots)


def _lists(tree: Any) -> list[list[Node]]:
    """Return the lists in a tree, itself included."""
    found: list[list[Node]] = []
    stack = [tree]
    while stack:
        here = stack.pop()
        if isinstance(here, list):
            found.append(here)
            stack += here
        elif isinstance(here, dict) and "c" in here:
            stack.append(here["c"])
    return found
