"""Alignment: a chapter's text and AST in, the AST with every element's place out."""

import re
from typing import Any

from crossfoot.places import Span
from crossfoot.read.blocks import BLOCKS
from crossfoot.read.canon import canon
from crossfoot.read.inlines import INLINES
from crossfoot.read.sequence import blocks
from crossfoot.read.tables import TABLES
from crossfoot.read.walk import Handler, Walk

HANDLERS: dict[str, Handler] = {**INLINES, **BLOCKS, **TABLES}

DEFINITION = re.compile(r"^(?P<quotes>[ >]*)\[\^(?P<key>[^\s\[\]^]+)\]:", re.MULTILINE)
FRONT = re.compile(r"---[ ]*\n(?![ ]*\n)(?:.*\n)*?(?:---|\.\.\.)[ ]*(?:\n|\Z)")
MACROS = re.compile(r"\\(?:(?:re)?newcommand|providecommand|def|let|DeclareMath)")
TITLE = re.compile(r"(?:%[^\n]*(?:\n[ ][^\n]*)*(?:\n|\Z)){1,3}")


def align(text: str, ast: dict[str, Any], front: bool) -> None:
    """Set `"s"` on the elements of `ast` that could be placed.

    `front` says whether the text starts with front matter.
    """
    whole = canon(text)
    start = FRONT.match(whole.text) if front else TITLE.match(whole.text)
    w = Walk(whole.text, HANDLERS, _notes(whole.text))
    w.macros = bool(MACROS.search(whole.text))
    w.budget = 1000 + len(text) // 4
    blocks(w, ast["blocks"], start.end() if start else 0, 0)
    for node, begin, end in w.found:
        node["s"] = [begin, end]
    if whole.starts:
        for node, begin, end in w.found:
            node["s"] = [whole.start(begin), whole.end(end)]
    if w.missed:
        _extend(ast["blocks"], w.broken)


def _notes(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return where the definitions of footnotes start, by key."""
    out: dict[str, list[tuple[int, int]]] = {}
    for found in DEFINITION.finditer(text):
        entry = (found.end(), found["quotes"].count(">"))
        out.setdefault(found["key"], []).append(entry)
    return out


def _extend(tree: Any, broken: set[int]) -> Span | None:
    """Give elements without a place that of what they hold; return the extent."""
    if isinstance(tree, list):
        spans = [found for part in tree if (found := _extend(part, broken))]
        if not spans:
            return None
        return min(start for start, _ in spans), max(end for _, end in spans)
    if not isinstance(tree, dict) or "t" not in tree:
        return None
    within = _extend(tree.get("c"), broken) if isinstance(tree.get("c"), list) else None
    if "s" in tree:
        return tree["s"][0], tree["s"][1]
    if tree["t"] == "Note" or not within or id(tree) in broken:
        return None
    tree["s"] = list(within)
    return within
