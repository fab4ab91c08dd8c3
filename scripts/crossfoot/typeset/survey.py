"""The survey: a chapter's blocks in, what it names, needs and lists out.

Formulas and pictures have to be made before a chapter can be written, and links
have to know which identifiers there are.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, NamedTuple

from crossfoot.nodes import ATTR_AT, Node, attributes, identifier, text, walk
from crossfoot.typeset.raw import anchors

LEAVES = frozenset({"Str", "Space", "SoftBreak", "LineBreak"})


class Exhibit(NamedTuple):
    """A labelled figure or table, as a list of them shows it."""

    label: str
    caption: str
    id: str


@dataclass(slots=True)
class Survey:
    """What chapters hold that others need to know of, each once and in order."""

    ids: dict[str, None] = field(default_factory=dict)
    formulas: dict[tuple[str, bool], None] = field(default_factory=dict)
    """TeX source and whether it is displayed."""
    pictures: dict[str, None] = field(default_factory=dict)
    """Targets of images."""
    figures: list[Exhibit] = field(default_factory=list)
    tables: list[Exhibit] = field(default_factory=list)
    typst: dict[str, None] = field(default_factory=dict)
    """Raw Typst."""
    foreign: bool = False
    """Whether there is raw markup of other languages."""


def survey(blocks: Any) -> Survey:
    """Return what blocks name and need."""
    seen = Survey()
    stack: list[Any] = [blocks]
    while stack:
        here = stack.pop()
        if type(here) is list:
            for part in reversed(here):
                if type(part) is dict:
                    if part.get("t") not in LEAVES:
                        stack.append(part)
                elif type(part) is list:
                    stack.append(part)
        elif "c" in here:
            _note(seen, here)
            stack.append(here["c"])
            if type(here["c"]) is not list:
                stack.pop()
    return seen


def joined(some: Iterable[Survey]) -> Survey:
    """Return the survey of parts that were looked at one by one, in order."""
    seen = Survey()
    for one in some:
        seen.ids.update(one.ids)
        seen.formulas.update(one.formulas)
        seen.pictures.update(one.pictures)
        seen.typst.update(one.typst)
        seen.figures += one.figures
        seen.tables += one.tables
        seen.foreign |= one.foreign
    return seen


def _note(seen: Survey, node: Node) -> None:
    kind, content = node["t"], node["c"]
    at = ATTR_AT.get(kind)
    if at is not None and content[at][0]:
        seen.ids[content[at][0]] = None
    if kind == "Math":
        seen.formulas[content[1], content[0]["t"] == "DisplayMath"] = None
    elif kind == "Image":
        seen.pictures[content[2][0]] = None
    elif kind in {"Figure", "Table"}:
        _list(seen, node)
    elif kind in {"RawInline", "RawBlock"}:
        if content[0] == "typst":
            seen.typst[content[1]] = None
        else:
            seen.foreign = True
        seen.ids.update(dict.fromkeys(anchors([node])))


def _list(seen: Survey, node: Node) -> None:
    label = attributes(node).get("label", "")
    words = " ".join(text(node["c"][1][1]).split())
    if label and words and identifier(node):
        exhibit = Exhibit(label, words, identifier(node))
        (seen.figures if node["t"] == "Figure" else seen.tables).append(exhibit)


def drawn(tree: Any) -> set[str]:
    """Return the characters that a tree shows on paper, formulas apart."""
    seen: set[str] = set()
    for node in walk(tree):
        seen.update(words_of(node))
    return seen


def marks_after(tree: Any, words: str) -> set[str]:
    """Return the marks that stand over the last of `words` where a tree shows them."""
    out: set[str] = set()
    for node in walk(tree):
        _, *after = words_of(node).split(words) if words else [""]
        for rest in after:
            out.update(takewhile(_is_mark, rest))
    return out


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def words_of(node: Node) -> str:
    """Return the characters that an element itself shows."""
    kind = node["t"]
    if kind == "Str":
        return str(node["c"])
    return str(node["c"][1]) if kind in {"Code", "CodeBlock"} else ""
