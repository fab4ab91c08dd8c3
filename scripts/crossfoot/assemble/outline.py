"""The outline: chapters get titles, headings their levels and numbers.

Figures, tables and equations are numbered through the report.
"""

import re
from collections.abc import Mapping, Sequence

from crossfoot.assemble.ids import auto_id, is_blank
from crossfoot.assemble.parts import Copied, Mark
from crossfoot.assemble.plain import typed
from crossfoot.assemble.wording import ENGLISH, Wording
from crossfoot.nodes import Node, text

DEEPEST = 3
"""Headings below this level carry no number."""
FLOATS = ("figure", "table", "equation")
SILENT = frozenset({"RawBlock"})
"""Blocks that may stand before a chapter's title."""


def pretty(name: str) -> str:
    """Return a title made of a file's name: `01-key-facts` is “Key facts”."""
    words = re.sub(r"[-_\s]+", " ", re.sub(r"^\d+[-_.\s]*", "", name)).strip() or name
    return words[:1].upper() + words[1:]


def title(copy: Copied, front: list[Node]) -> None:
    """Make a chapter start with its title.

    The title is its first level-1 heading, else that of its front matter (`front`)
    or a heading that a cut took, else its file's name. Where front matter has a
    title and the chapter several level-1 headings, these are its sections.
    """
    tops = [at for at, node in enumerate(copy.blocks) if _level(node) == 1]
    if front and len(tops) > 1 and not _same_title(copy, tops, front):
        _insert(copy, front)
        _lower(copy)
        return
    before = copy.blocks[: tops[0]] if tops else copy.blocks
    if tops and all(node["t"] in SILENT for node in before):
        return
    if tops and not any(_level(node) for node in before):
        _raise(copy, tops[0])
        return
    _insert(copy, front or copy.cut_title or typed(pretty(copy.chapter.name)))


def _level(node: Node) -> int:
    return int(node["c"][0]) if node["t"] == "Header" else 0


def _same_title(copy: Copied, tops: list[int], front: list[Node]) -> bool:
    return any(text(copy.blocks[at]["c"][2]) == text(front) for at in tops)


def _lower(copy: Copied) -> None:
    for mark in copy.marks[1:]:
        if mark.kind == "header":
            mark.node["c"][0] += 1


def _insert(copy: Copied, inlines: list[Node], kinds: Sequence[str] = ()) -> None:
    ident = auto_id(text(inlines))
    node: Node = {"t": "Header", "c": [1, [ident, [*kinds], []], inlines]}
    copy.made.add(id(node))
    copy.blocks.insert(0, node)
    copy.marks.insert(0, Mark(node, "header", ident, auto=True))


def _raise(copy: Copied, at: int) -> None:
    """Move the title before the words that stand above it."""
    node = copy.blocks.pop(at)
    copy.blocks.insert(0, node)
    mark = next(one for one in copy.marks if one.node is node)
    copy.marks.remove(mark)
    copy.marks.insert(0, mark)
    for one in copy.marks:
        one.above = one.above or (mark if one is not mark else None)
    own = [one for one in copy.order if _level(one) == 1 and not is_blank(one["c"][2])]
    copy.order.remove(own[0])
    copy.order.insert(0, own[0])


def group(copies: Sequence[Copied], parts: Sequence[Mapping[str, str]]) -> None:
    """Put the title of each part before the chapter that it starts at."""
    names = {one.chapter.file.rpartition("/")[2]: one for one in copies}
    # Each goes to the front of its chapter, so the last of several goes first.
    for part in reversed(parts):
        copy = names.get(part["starts"].rpartition("/")[2])
        if copy is not None:
            _insert(copy, typed(str(part["title"])), ["part"])


def speak(copy: Copied, language: str) -> None:
    """Note the language of a chapter on its title when it is not the report's."""
    own = copy.chapter.meta.get("lang")
    if isinstance(own, str) and own and own != language:
        title_ = next(node for node in copy.blocks if node["t"] == "Header")
        title_["c"][1][2].append(["lang", own])


def number(copies: Sequence[Copied], wording: Wording) -> None:
    """Give numbers to headings, figures, tables and equations of the report."""
    counter = _Outline()
    floats = dict.fromkeys(FLOATS, 0)
    for copy in copies:
        for mark in copy.marks:
            if mark.kind == "header":
                counter.head(mark, copy.chapter.role == "appendix")
                _name(mark, wording)
            elif mark.kind in floats:
                _count(mark, floats, wording)
            if mark.kind in {"header", "figure", "table"}:
                mark.node["c"][_attr_at(mark)][2].append(["file", copy.chapter.file])


def _name(mark: Mark, wording: Wording) -> None:
    """Note what a part or an appendix is called where that is not English."""
    if mark.noun not in {"part", "appendix"} or wording is ENGLISH:
        return
    word = wording.noun(mark.noun)
    label = f"{word[:1].upper()}{word[1:]} {mark.number}"
    mark.node["c"][1][2].append(["label", label])


def _attr_at(mark: Mark) -> int:
    return 1 if mark.kind == "header" else 0


def _count(mark: Mark, floats: dict[str, int], wording: Wording) -> None:
    if not mark.ident and not _captioned(mark.node):
        return
    floats[mark.kind] += 1
    mark.noun, mark.number = mark.kind, str(floats[mark.kind])
    label = f"{wording.noun(mark.kind)} {mark.number}"
    mark.node["c"][0][2] += [["number", mark.number], ["label", label]]


def _captioned(node: Node) -> bool:
    return node["t"] in {"Figure", "Table"} and bool(node["c"][1][1])


class _Outline:
    """Counts headings of a report in order."""

    def __init__(self) -> None:
        self.chapters = 0
        self.appendices = 0
        self.parts = 0
        self.counts: list[int] = []
        self.open: list[tuple[int, Mark]] = []
        """The headings over the place reached, with their levels as written."""
        self.previous: Mark | None = None

    def head(self, mark: Mark, appendix: bool) -> None:
        """Give a heading its level, so that none is skipped, and its number."""
        node = mark.node
        written, at = int(node["c"][0]), node["c"][1]
        if "part" in at[1] and mark.auto and written == 1:
            self.part(mark)
            return
        if mark.inner:
            node["c"][0] = min(len(self.open) + 1 + mark.deep, 6)
            _add(at[1], "unnumbered", "unlisted")
            return
        written = max(written, 2) if mark.boxed else written
        while self.open and self.open[-1][0] >= written:
            self.open.pop()
        mark.above = self.open[-1][1] if self.open else None
        self.open.append((written, mark))
        node["c"][0] = level = min(len(self.open), 6)
        if appendix:
            _add(at[1], "appendix")
        if mark.above and "unnumbered" in mark.above.node["c"][1][1]:
            _add(at[1], "unnumbered")
        if "unnumbered" in at[1]:
            return
        if level <= DEEPEST:
            self.count(mark, level, appendix)

    def part(self, mark: Mark) -> None:
        """Give the title of a part its number; chapters are counted through it."""
        self.parts += 1
        self.open.clear()
        mark.noun, mark.number = "part", roman(self.parts)
        mark.node["c"][1][2].append(["number", mark.number])

    def count(self, mark: Mark, level: int, appendix: bool) -> None:
        """Give a heading its number."""
        if level == 1:
            self.chapters += not appendix
            self.appendices += appendix
            first = letter(self.appendices) if appendix else str(self.chapters)
            mark.noun = "appendix" if appendix else "chapter"
            mark.number, self.counts = first, [0] * DEEPEST
        else:
            self.counts[level - 2] += 1
            self.counts[level - 1 :] = [0] * (DEEPEST - level + 1)
            above = mark.above
            mark.noun = "section"
            mark.number = f"{above.number if above else ''}.{self.counts[level - 2]}"
        mark.node["c"][1][2].append(["number", mark.number])


def _add(classes: list[str], *more: str) -> None:
    classes.extend(one for one in more if one not in classes)


def letter(count: int) -> str:
    """Return an appendix's letter: A to Z, then AA, AB, …."""
    out = ""
    while count:
        count, rest = divmod(count - 1, 26)
        out = chr(ord("A") + rest) + out
    return out


def roman(count: int) -> str:
    """Return a count in Roman numerals: I, II, III, IV, …."""
    out = ""
    for value, sign in ROMAN:
        times, count = divmod(count, value)
        out += sign * times
    return out


ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
