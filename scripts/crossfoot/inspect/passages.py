"""Passages: a report in, the words that an output has to hold out.

Texts are compared without white space, hyphens and what extraction may change, so
that line ends, ligatures and hyphenation do not matter.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from crossfoot.nodes import Node, attributes, walk
from crossfoot.parts import Part

WORD = re.compile(r"[A-Za-z]+|[0-9]+")
"""A word that runs from left to right wherever it stands."""
BREAK = "\x00"
"""Stands in a passage where an output may hold something else, or nothing."""
PAGE = "\f"
"""Stands in an output between two pages."""
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
DROPPED = re.compile(
    r"[\u00ad\u200b-\u200f\u2010\u2011\u2060\ufe0e\ufe0f\ufffe\ufeff\x01-\x1f-]+"
)
UNCERTAIN = re.compile(r"[^\x00\t\n\r -~]")
"""A character that extraction may not give as it is; no mark of a break."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that an output must hold together."""

    file: str
    pieces: tuple[str, ...]
    """Squeezed."""
    words: str
    """As readers see them, for the message."""
    running: bool = True
    """Whether they follow the passage before; notes and captions need not."""
    apart: bool = False
    """Whether they are in a table, which may stand before or after its place."""


ACCENTS = re.compile(r"[\u0300-\u036f\u20d0-\u20ff]+")
"""Marks over letters that stand by themselves. Those of formulas come out of a PDF
behind a later letter, and would be one with it."""
ACCENTED = re.compile(rf"\S{ACCENTS.pattern}")


def squeezed(words: str) -> str:
    """Return text without what line ends and extraction change."""
    bare = words if words.isascii() else ACCENTS.sub("", words)
    joined = "".join(unicodedata.normalize("NFKC", bare).split())
    return DROPPED.sub("", joined)


def paged(texts: Iterable[str]) -> str:
    """Return the squeezed text of pages."""
    return PAGE.join(map(squeezed, texts))


def passages(parts: Iterable[Part], absent: str) -> list[Passage]:
    """Return all that a report says, in reading order.

    `absent` holds the characters that an output shows otherwise.
    """
    lost = frozenset(absent)
    return [
        one
        for part in parts
        for block in part.blocks
        for one in _block(block, part.file, lost)
        if one.pieces
    ]


def word_by_word(expected: Iterable[Passage]) -> list[Passage]:
    """Return the words of passages as passages of their own.

    What extraction gives of a page whose lines run from right to left has whole words,
    in no order that can be relied on.
    """
    return [
        replace(one, pieces=(word,), running=False)
        for one in expected
        for piece in WORD.findall(unicodedata.normalize("NFKC", one.words))
        if (word := squeezed(piece)) and not any(map(_odd, word))
    ]


def _block(node: Node, file: str, lost: frozenset[str]) -> Iterator[Passage]:
    """Yield the passages of a block and of what it contains."""
    kind, content = node["t"], node.get("c", [])
    if kind in {"Para", "Plain"}:
        yield from _said(content, file, lost)
    elif kind == "Header":
        yield from _said(content[2], file, lost)
    elif kind == "CodeBlock":
        yield _passage(content[1], file, lost)
    elif kind == "LineBlock":
        for line in content:
            yield from _said(line, file, lost)
    elif kind == "DefinitionList":
        for term, meanings in content:
            yield from _said(term, file, lost)
            yield from _blocks(meanings, file, lost)
    elif kind in {"Figure", "Table"}:
        yield from _exhibit(node, file, lost)
    elif kind in {"Div", "OrderedList"}:
        yield from _blocks(content[1], file, lost)
    elif kind in {"BlockQuote", "BulletList"}:
        yield from _blocks(content, file, lost)


def _blocks(tree: list[object], file: str, lost: frozenset[str]) -> Iterator[Passage]:
    for part in tree:
        if isinstance(part, list):
            yield from _blocks(part, file, lost)
        elif isinstance(part, dict):
            yield from _block(part, file, lost)


def _exhibit(node: Node, file: str, lost: frozenset[str]) -> Iterator[Passage]:
    _, (_, caption), *rest = node["c"]
    for one in _blocks(caption, file, lost):
        yield replace(one, running=False)
    if node["t"] == "Figure":
        for one in _blocks(rest[0], file, lost):
            yield replace(one, running=False)
        return
    _, head, bodies, foot = rest
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3]))]
    for row in (*rows, *foot[1]):
        for cell in row[1]:
            for one in _blocks(cell[4], file, lost):
                yield replace(one, apart=True)


def _said(inlines: list[Node], file: str, lost: frozenset[str]) -> Iterator[Passage]:
    """Yield the words of a paragraph, then those of its notes."""
    parts: list[str] = []
    notes: list[Node] = []
    _collect(inlines, parts, notes)
    yield _passage("".join(parts), file, lost)
    for note in notes:
        for one in _blocks(note["c"], file, lost):
            yield replace(one, running=False)


def _collect(inlines: list[Node], parts: list[str], notes: list[Node]) -> None:
    for node in inlines:
        kind = node["t"]
        if kind == "Str":
            parts.append(node["c"])
        elif kind in {"Space", "SoftBreak", "LineBreak"}:
            parts.append(" ")
        elif kind in {"Math", "Image", "RawInline", "Note"}:
            parts.append(BREAK)
            if kind == "Note":
                notes.append(node)
        elif kind == "Code":
            parts.append(node["c"][1])
        elif kind == "Quoted":
            marks = "‘’" if node["c"][0]["t"] == "SingleQuote" else "“”"
            parts.append(marks[0])
            _collect(node["c"][1], parts, notes)
            parts.append(marks[1])
        elif kind == "Span" and ("pages" in node["c"][0][1] or _turns(node)):
            # An index shows pages on paper, and sections on screen.
            parts.append(BREAK)
        else:
            content = node["c"]
            _collect(content if kind in _BARE else content[1], parts, notes)


def _turns(node: Node) -> bool:
    """Say whether words change their direction twice: extraction mixes their order."""
    inside = walk(node["c"][1]) if "dir" in attributes(node) else ()
    return any(one["t"] == "Span" and "dir" in attributes(one) for one in inside)


_BARE = frozenset(
    {"Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript"}
    | {"SmallCaps"}
)
"""Inlines whose content is inlines and nothing else."""


def _passage(words: str, file: str, lost: frozenset[str]) -> Passage:
    # Wide forms may be absent of characters that are there in their common form.
    gone = dict.fromkeys(
        (ord(one) for one in lost.intersection(words) if not one.isascii()), BREAK
    )
    told = ACCENTED.sub(BREAK, words.translate(gone) if gone else words)
    words = unicodedata.normalize("NFKC", told)
    found = set(UNCERTAIN.findall(words))
    unsure = {one for one in found if one in lost or _odd(one)}
    if any(unicodedata.bidirectional(one) in RIGHT_TO_LEFT for one in unsure):
        # Brackets and the like change sides beside such letters.
        unsure |= {one for one in set(words) - {BREAK} if not one.isalnum()}
    there = dict.fromkeys(map(ord, unsure), BREAK)
    marked = words.translate(there) if unsure else words
    pieces = (squeezed(piece) for piece in marked.split(BREAK))
    shown = " ".join(words.replace(BREAK, " ").split())
    return Passage(file, tuple(piece for piece in pieces if piece), shown)


@cache
def _odd(character: str) -> bool:
    """Say whether extraction may give a character in another form or order."""
    return (
        unicodedata.category(character) in {"Mn", "Mc", "Me", "Co", "Cn", "Cc"}
        or unicodedata.bidirectional(character) in RIGHT_TO_LEFT
        # Of an emoji by itself and with a colour of skin, pdfium gives the second only.
        or "\U0001f000" <= character <= "\U0001faff"
    )
