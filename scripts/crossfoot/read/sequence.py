"""Sequences of blocks: one after another, over definitions and what has no place."""

import re
from collections.abc import Iterator

from crossfoot.nodes import Node, walk
from crossfoot.read.walk import Walk

NOTE = re.compile(r"\[\^[^\s\[\]^]+\]:")
LINK = re.compile(
    r"\[(?!\^)(?>[^\[\]\\]|\\.|\[(?>[^\[\]\\]|\\.)*\])*\]:[ ]*\n?[ >]*"
    r"(?:<[^>\n]*>|(?!\[)[^\s]+(?:[ ](?![\"'({\[])[^\s]+)*)?"
    r"(?:[ ]*\n?[ >]*(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?"
    r"(?:[ ]*\n?[ >]*\{[^{}\n]*\})?[ ]*(?=\n|\Z)",
    re.DOTALL,
)
META = re.compile(r"---[ ]*\n(?=[^\n]*:)(?:[^\n]*\n)*?(?:---|\.\.\.)[ ]*(?=\n|\Z)")
WORD = re.compile(r"[^\W_]+")
MARKS = re.compile(r"[ >#*+\-\d.()\[\]|:~_\"'“‘!`$<^@]*")


def blocks(w: Walk, nodes: list[Node], p: int, depth: int) -> int:
    """Match blocks one after another; return where the last found one ends."""
    owed = 0
    for node in nodes:
        end = place(w, node, p, depth, owed)
        if end >= 0:
            p, owed = end, 0
        else:
            w.missed = True
            owed += 200 + 4 * size(node)
    return p


def place(w: Walk, node: Node, p: int, depth: int, owed: int) -> int:
    """Match one block behind white space and definitions; return its end, or -1.

    `owed` is about how many characters the blocks before take that were not found.
    """
    starts = [w.skip(p, depth)]
    while (further := passed(w, starts[-1], depth)) > starts[-1]:
        starts.append(w.skip(further, depth))
    # What looks like a definition is one, or else a block that may stand before it.
    for start in reversed(starts):
        end = w.block(node, start, depth)
        if end >= 0:
            return end
    end = search(w, node, starts[-1], depth, owed)
    if end < 0 and not owed and node["t"] in {"Para", "Plain"}:
        w.eager = True
        end = tried(w, node, starts[-1], depth, words(node))
        w.eager = False
    return end


def passed(w: Walk, p: int, depth: int) -> int:
    """Return the end of a definition at `p` that shows nothing there, or `p`."""
    if w.t[p : p + 1] not in {"[", "-"}:
        return p
    if NOTE.match(w.t, p):
        return note_end(w.t, p, depth)
    for pattern in (LINK, META):
        found = pattern.match(w.t, p)
        if found:
            return found.end()
    return p


def note_end(text: str, p: int, depth: int) -> int:
    """Return the end of a footnote's definition, as pandoc's `noteBlock` ends it."""
    mark = re.compile(rf"(?:[ ]*>){{0,{depth}}}")
    end, blank, first = p, False, True
    while p <= len(text):
        stop = text.find("\n", p)
        stop = len(text) if stop < 0 else stop
        prefix = None if first else mark.match(text, p)
        line = text[prefix.end() if prefix else p : stop]
        if not line.strip():
            blank = True
        elif (blank and not line.startswith("    ")) or (
            not first and (NOTE.match(line.lstrip()) or line.startswith(":::"))
        ):
            return end
        else:
            end, blank = stop, False
        p, first = stop + 1, False
    return end


def search(w: Walk, node: Node, p: int, depth: int, owed: int) -> int:
    """Match a block further on, behind a blank line or at a line's start, or -1."""
    word, total = first_word(node), words(node)
    limit = min(len(w.t), p + 2000 + owed)
    for q in (*_breaks(w, p, depth, limit), *_lines(w, word, p, depth, limit)):
        if w.budget <= 0:
            return -1
        w.budget -= 1
        end = tried(w, node, q, depth, total)
        if end >= 0:
            return end
    return -1


def _breaks(w: Walk, p: int, depth: int, limit: int) -> Iterator[int]:
    """Yield where blocks start behind the next blank lines, definitions passed."""
    for _ in range(40):
        q = w.skip(w.stop(p), depth)
        while (further := passed(w, q, depth)) > q:
            q = w.skip(further, depth)
        if not p < q < limit:
            return
        yield q
        p = q


def _lines(w: Walk, word: str, p: int, depth: int, limit: int) -> Iterator[int]:
    """Yield the starts of the next lines that have nothing but marks before a word."""
    q = w.t.find(word, p, limit) if word else -1
    for _ in range(30):
        if q < 0:
            return
        line = max(w.t.rfind("\n", p, q) + 1, p)
        marks = MARKS.match(w.t, line, q)
        if marks and marks.end() == q:
            yield w.skip(line, depth)
        q = w.t.find(word, q + 1, limit)


def tried(w: Walk, node: Node, p: int, depth: int, total: int) -> int:
    """Match a block at `p` if most of its words stand there; return its end, or -1."""
    mark = len(w.found)
    end = w.block(node, p, depth)
    placed = sum(one["t"] == "Str" for one, _, _ in w.found[mark:])
    if end >= 0 and 3 * placed > 2 * total:
        return end
    del w.found[mark:]
    return -1


def first_word(node: Node) -> str:
    """Return the letters and digits that a block's first words start with."""
    # A table's caption comes first in the tree and mostly last in the text.
    parts = node["c"][3:] if node["t"] == "Table" else node
    shown = (one["c"] for one in walk(parts, CLOSED) if one["t"] == "Str")
    found = (WORD.match(word) for word in shown)
    return next((one.group() for one in found if one), "")


def words(node: Node) -> int:
    """Return how many words a block has, notes left out."""
    return sum(one["t"] == "Str" for one in walk(node, CLOSED))


def size(node: Node) -> int:
    """Return about how many characters a block takes."""
    return sum(
        len(one["c"]) if one["t"] == "Str" else len(one["c"][1])
        for one in walk(node)
        if one["t"] in {"Str", "Code", "CodeBlock", "Math", "RawBlock", "RawInline"}
    )


CLOSED = frozenset({"Note"})
