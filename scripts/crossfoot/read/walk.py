"""The guided walk: the AST says which Markdown comes next, the text says where.

A `Walk` goes through a text once, element by element. Handlers, one a type of
element, return where their element ends, or -1 when it does not stand there. What
fails is left without a place, and the walk goes on behind it (`resume`).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from crossfoot.nodes import Node, walk
from crossfoot.read.strings import same, spelled

Handler = Callable[["Walk", Node, int, int], int]
"""Takes the walk, an element, an offset and the depth of block quotes."""

DEPTH = 60
"""Levels of nesting from which on elements get no place."""

NOTES = frozenset({"Note"})
BREAKS = frozenset({"Space", "SoftBreak", "LineBreak"})
EDGES = frozenset({"", " ", "\n", "\\"})
"""What may follow a space that is more than one space between two words."""
PAIRS = frozenset({"Quoted", "Span", "Link", "Image", "Cite"})
PLAIN = frozenset(
    {
        "Emph",
        "Strong",
        "Strikeout",
        "Superscript",
        "Subscript",
        "Underline",
        "SmallCaps",
    }
)
BLANK = re.compile(r"\n(?:[ ]*>)*[ ]*(?=\n|\Z)")


@cache
def gaps(depth: int) -> re.Pattern[str]:
    """Match the white space between two words, a line's end and start included."""
    return re.compile(rf"[ ]*(?:\\?\n(?:[ ]*>){{0,{depth}}}[ ]*)?")


@cache
def skips(depth: int) -> re.Pattern[str]:
    """Match the white space between two blocks, blank lines included."""
    return re.compile(rf"[ ]*(?:\n(?:[ ]*>){{0,{depth}}}[ ]*)*")


@dataclass(slots=True)
class Walk:
    """One walk through one text."""

    t: str
    handlers: dict[str, Handler]
    notes: dict[str, list[tuple[int, int]]]
    """For each key, where its definitions start, with their depth of quotes."""
    top: "Walk | None" = None
    """The walk of the whole text, when this is one of a part."""
    found: list[tuple[Node, int, int]] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)
    """Elements that have no place of their own, as they stand in several pieces."""
    eager: bool = False
    """Whether a block may start with what has no place."""
    macros: bool = False
    """Whether the text defines TeX macros, so that TeX may not be as it is shown."""
    missed: bool = False
    """Whether an element got no place."""
    level: int = 0
    budget: int = 0
    """How many more attempts there are to go on behind a failure."""

    def put(self, node: Node, start: int, end: int) -> int:
        """Note an element's place; return its end."""
        self.found.append((node, start, end))
        return end

    def run(self, nodes: list[Node], i: int, p: int, depth: int) -> tuple[int, int]:
        """Match inlines from the i-th on; return the first that fails, and where.

        Words and spaces are looked at here, as they are nearly all there is.
        """
        t, found, size = self.t, self.found, len(nodes)
        while i < size:
            node = nodes[i]
            kind = node["t"]
            if kind == "Str":
                word = node["c"]
                if t.startswith(word, p) and "\\" not in word and "&" not in word:
                    end = p + len(word)
                    found.append((node, p, end))
                else:
                    end = self.word(node, p)
            elif kind in BREAKS:
                simple = t[p : p + 1] == " " and t[p + 1 : p + 2] not in EDGES
                end = p + 1 if simple else self.gap(p, depth)
            else:
                end = self.inline(node, p, depth)
            if end < 0:
                break
            p = end
            i += 1
        return i, p

    def word(self, node: Node, p: int) -> int:
        """Match a word that is not written as it is shown."""
        end = spelled(self.t, p, node["c"])
        if end > p and same(self.t[p:end], node["c"]):
            self.found.append((node, p, end))
        return end if end > p else -1

    def gap(self, p: int, depth: int) -> int:
        """Match white space between words."""
        found = gaps(depth).match(self.t, p)
        return found.end() if found and found.end() > p else -1

    def space(self, p: int, depth: int) -> int:
        """Skip white space between words, if there is any."""
        found = gaps(depth).match(self.t, p)
        return found.end() if found else p

    def skip(self, p: int, depth: int) -> int:
        """Skip white space and blank lines between blocks."""
        if p and self.t[p - 1] == "\n":
            p -= 1
        found = skips(depth).match(self.t, p)
        return found.end() if found else p

    def inline(self, node: Node, p: int, depth: int) -> int:
        """Match an inline element that has a handler."""
        mark = len(self.found)
        handler = self.handlers.get(node["t"])
        self.level += 1
        end = handler(self, node, p, depth) if handler and self.level < DEPTH else -1
        self.level -= 1
        if end < 0:
            del self.found[mark:]
        return end

    block = inline

    def strict(self, nodes: list[Node], p: int, depth: int) -> int:
        """Match inlines from first to last; return their end, or -1."""
        i, end = self.run(nodes, 0, p, depth)
        return end if i == len(nodes) else -1

    def flow(
        self, nodes: list[Node], p: int, depth: int, limit: int | None = None
    ) -> int:
        """Match the inlines of a block, going on behind what fails.

        Returns -1 when the first does not stand at `p`, or less than half of them do;
        the first may be missing when the walk is `eager`.
        """
        mark = len(self.found)
        i, end = self.run(nodes, 0, p, depth)
        if i == len(nodes):
            return end
        if i > 0 or self.eager:
            end = self.resume(nodes, i, end, depth, limit or self.stop(p))
            placed = sum(one["t"] == "Str" for one, _, _ in self.found[mark:])
            words = sum(one["t"] == "Str" for one in walk(nodes, NOTES))
            if 2 * placed > words:
                return end
        del self.found[mark:]
        return -1

    def stop(self, p: int) -> int:
        """Return where the paragraph at `p` ends: before a blank line."""
        found = BLANK.search(self.t, p)
        return found.start() if found else len(self.t)

    def resume(self, nodes: list[Node], i: int, p: int, depth: int, limit: int) -> int:
        """Go on behind an inline that failed; return where the last match ends."""
        size = len(nodes)
        while i < size:
            self.missed = True
            j, q = self.anchor(nodes, i, p, depth, limit)
            self.salvage(nodes[i:j], p, q if j < size else limit, depth)
            if j == size:
                break
            i, p = self.run(nodes, j, q, depth)
        return p

    def anchor(
        self, nodes: list[Node], i: int, p: int, depth: int, limit: int
    ) -> tuple[int, int]:
        """Return the next inline that surely stands somewhere, and where."""
        for j in range(i, min(i + 40, len(nodes))):
            word = nodes[j]["c"] if nodes[j]["t"] == "Str" else ""
            if not word.isalnum():
                continue
            apart = j > 0 and nodes[j - 1]["t"] in BREAKS
            for q in self.occurrences(word, p, limit, apart):
                if self.holds(nodes, j, q, depth, limit):
                    return j, q
        return len(nodes), limit

    def occurrences(self, word: str, p: int, limit: int, apart: bool) -> Iterable[int]:
        """Yield the first places of a word as a whole."""
        q = self.t.find(word, p, limit)
        for _ in range(12):
            if q < 0 or self.budget <= 0:
                return
            self.budget -= 1
            before = self.t[q - 1 : q]
            if before in " \n>" if apart else not before.isalnum():
                yield q
            q = self.t.find(word, q + 1, limit)

    def holds(self, nodes: list[Node], j: int, q: int, depth: int, limit: int) -> bool:
        """Say whether the inlines from the j-th on surely stand at `q`."""
        mark = len(self.found)
        k, end = self.run(nodes, j, q, depth)
        del self.found[mark:]
        words = sum(node["t"] == "Str" for node in nodes[j:k])
        if words >= 3:
            return True
        whole = k == len(nodes) and not self.t[end:limit].strip(" >\n")
        once = self.t.find(nodes[j]["c"], q + 1, limit) < 0
        return whole or (once and len(nodes[j]["c"]) > 3)

    def salvage(self, nodes: list[Node], p: int, limit: int, depth: int) -> None:
        """Place what can be placed in elements that failed, between two offsets."""
        for node in nodes:
            if children := inside(node):
                p = self.resume(children, 0, p, depth, limit)


def inside(node: Node) -> list[Node]:
    """Return the inlines that an inline element holds, notes left out."""
    if node["t"] in PAIRS:
        return list(node["c"][1])
    return list(node["c"]) if node["t"] in PLAIN else []
