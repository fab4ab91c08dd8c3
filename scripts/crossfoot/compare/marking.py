"""Marking: the AST of the new report and what changed in, a marked AST out.

What was put in stands in spans of class `crossfoot-inserted`, what was taken out, as
plain words, in spans of class `crossfoot-deleted`. Without the marked deletions, and
with what was put in, the words are those of the new report.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from crossfoot.compare.align import Change
from crossfoot.nodes import Node, text, words

INSERTED = "crossfoot-inserted"
DELETED = "crossfoot-deleted"
ROW = "Row of a table: "
READ_OUT = "Read out: "
MOVED_TO = "Moved from here: "
MOVED_FROM = "Moved to here: "


@dataclass(slots=True)
class Marks:
    """What is to be written where."""

    author: str
    date: str
    """As Word writes it, `2021-02-01T00:00:00Z`."""
    instead: dict[int, list[Node]] = field(default_factory=dict)
    """New inlines by the `id` of the list in whose place they stand."""
    before: dict[int, list[Node]] = field(default_factory=dict)
    """Blocks by the number of the top-level block that they stand before."""

    def span(self, kind: str, inlines: list[Node]) -> Node:
        """Return inlines as put in or taken out."""
        told = [["author", self.author], ["date", self.date]]
        return {"t": "Span", "c": [["", [kind], told], inlines]}


def marked(
    blocks: list[Node], old: "Lists", found: Sequence[Change], marks: Marks
) -> list[Node]:
    """Return the blocks of the new report with every change of its text marked.

    `old` gives the inlines of the old report's passages.
    """
    lists = Lists(blocks)
    for change in found:
        _mark(change, old, lists, marks)
    out = list[Node]()
    for number, block in enumerate(blocks):
        out += marks.before.get(number, [])
        out.append(_rewritten(block, marks.instead))
    return out + marks.before.get(len(blocks), [])


class Lists:
    """Lists of inlines by their `id`, which passages name."""

    def __init__(self, tree: Any) -> None:
        """Find every list in a tree, which has to live as long as this."""
        self.known: dict[int, list[Node]] = {}
        self.tree = tree
        stack = [tree]
        while stack:
            here = stack.pop()
            if isinstance(here, list):
                self.known[id(here)] = here
                stack += here
            elif isinstance(here, dict) and "c" in here:
                stack.append(here["c"])

    def of(self, names: Sequence[int]) -> list[list[Node]]:
        """Return the lists of a passage."""
        return [self.known[name] for name in names if name in self.known]


def _mark(change: Change, old: Lists, new: Lists, marks: Marks) -> None:
    if change.new is None:
        _gone(change, marks)
        return
    ours = new.of(change.new.inlines)
    if change.what == "inserted":
        for inlines in ours:
            marks.instead[id(inlines)] = [marks.span(INSERTED, inlines)]
    elif change.what == "moved":
        _moved(change, ours, marks)
    elif change.old:
        theirs = old.of(change.old.inlines)
        if len(ours) == len(theirs):
            for a, b in zip(theirs, ours, strict=True):
                marks.instead[id(b)] = _mixed(_read_out(a), _read_out(b), marks)
                if _is_picture(b):
                    told = [*words(READ_OUT), {"t": "Space"}, *marks.instead[id(b)]]
                    marks.instead[id(b)] = [*told, {"t": "LineBreak"}, *b]
        elif ours:
            gone = marks.span(DELETED, words(change.old.words))
            marks.instead[id(ours[0])] = [gone, marks.span(INSERTED, ours[0])]


def _is_picture(inlines: list[Node]) -> bool:
    return len(inlines) == 1 and inlines[0]["t"] == "Image"


def _read_out(inlines: list[Node]) -> list[Node]:
    """Return inlines; for a picture alone the words that are read out in its place."""
    return words(text(inlines)) if _is_picture(inlines) else inlines


def _moved(change: Change, ours: list[list[Node]], marks: Marks) -> None:
    """Mark a passage as taken out there and put in here."""
    _gone(change, marks)
    if ours and change.new and change.new.kind != "row":
        told = [marks.span(INSERTED, words(MOVED_FROM.strip())), {"t": "Space"}]
        marks.instead[id(ours[0])] = [*told, marks.span(INSERTED, ours[0])]
        return
    for inlines in ours:
        marks.instead[id(inlines)] = [marks.span(INSERTED, inlines)]


def _gone(change: Change, marks: Marks) -> None:
    """Mark a passage that stands here no more, as a paragraph of its own."""
    one = change.old
    if one is None:
        return
    lead = ROW if one.kind == "row" else MOVED_TO if change.what == "moved" else ""
    said = marks.span(DELETED, words(lead + one.words))
    at = marks.before.setdefault(change.place, [])
    at.append({"t": "Para", "c": [said]})


def _mixed(a: list[Node], b: list[Node], marks: Marks) -> list[Node]:
    """Return two wordings as one line, word by word."""
    out = list[Node]()
    keys = [[_key(node) for node in side] for side in (a, b)]
    steps = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes()
    for tag, i, j, k, m in steps:
        if tag == "equal":
            out += b[k:m]
            continue
        gone = words(text(a[i:j]))
        if gone:
            out.append(marks.span(DELETED, gone))
        if any(_key(node).strip() for node in b[k:m]):
            out.append(marks.span(INSERTED, b[k:m]))
        else:
            out += b[k:m]
    return out


def _key(node: Node) -> str:
    """Return what two equal inlines have in common."""
    kind = node["t"]
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return " "
    told = node["c"][2][0] if kind == "Image" else ""
    return f"{kind}{told}{text(node)}" if kind != "Str" else str(node["c"])


def _rewritten(tree: Any, instead: dict[int, list[Node]]) -> Any:
    """Return a tree with other inlines in the places of some."""
    if isinstance(tree, list):
        new = instead.get(id(tree))
        return new if new is not None else [_rewritten(one, instead) for one in tree]
    if isinstance(tree, dict) and "c" in tree:
        return {**tree, "c": _rewritten(tree["c"], instead)}
    return tree
