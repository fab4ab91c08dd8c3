"""Spoken words: elements of an AST in, the words that a reader reads out.

Code in a line is read as part of its sentence, so its words are compared; each stands
in backticks, which tells it from prose. It names a thing, and is never a figure.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from crossfoot.nodes import Node, extent, walk
from crossfoot.repeats.language import CODE
from crossfoot.repeats.layout import Word
from crossfoot.repeats.plain import RUN_ON, TEXT
from crossfoot.repeats.seams import SPACES
from crossfoot.repeats.stems import stem
from crossfoot.repeats.tokens import TOKEN

CLOSED = frozenset({"Note", "Cite", "Code", "Math", "RawInline"})
"""Inline elements whose content is no text of the paragraph they stand in."""

PARTS = TEXT | {"Header"}
MARKS = "\"'“‘("
SPACELESS = re.compile(r"\S+")


def spoken(content: Iterable[Any], source: str) -> Iterator[Word]:
    """Yield the words of some elements of a source."""
    for part in content:
        if part["t"] == "Str":
            if "s" in part:
                yield from parted(part["c"], *part["s"], source=source)
        elif part["t"] in TEXT:
            yield from spoken(part["c"], source)
        elif part["t"] not in SPACES:
            for node in walk(part, CLOSED):
                yield from words_of(node, source)


def pieces_of(node: Node, words: Sequence[Word], kind: str) -> tuple[int, ...]:
    """Return which of its words each paragraph or heading in a block starts with.

    Only quotations, notes and the like, a `whole`, hold more than one.
    """
    if kind != "whole":
        return ()
    starts = [start for _, start, _ in words]
    found = {
        bisect_left(starts, place[0])
        for part in walk(node, PARTS)
        for content in _parts(part)
        if (place := extent(content))
    }
    return tuple(sorted({0} | found)) if len(found) > 1 else ()


def _parts(node: Node) -> list[Any]:
    """Return the contents of a paragraph, a heading, or the terms of definitions."""
    if node["t"] in PARTS:
        return [node["c"]]
    return [term for term, _ in node["c"]] if node["t"] == "DefinitionList" else []


def words_of(node: Node, source: str) -> Iterator[Word]:
    """Yield the words of a word or of code in a line; of what else there is, none."""
    if "s" not in node:
        return
    if node["t"] == "Str":
        yield from parted(node["c"], *node["s"], source=source)
    elif node["t"] == "Code":
        yield from _code(node, source)


def parted(name: str, start: int, end: int, *, source: str) -> Iterator[Word]:
    """Yield what pandoc takes for one word as words: no-break spaces part them too.

    One copy may have them where the other has plain spaces. A missing space after the
    end of a sentence parts no words for pandoc.
    """
    plain = name.isascii() and " " not in name
    parts = [] if plain else [one.span() for one in SPACELESS.finditer(name)]
    if len(parts) < 2 and (seam := _seam(name, source)):
        parts = [(0, seam), (seam, len(name))]
    if not parts:
        yield name, start, end
        return
    written = end - start == len(name)
    for part in parts:
        lo, hi = part if written else (0, end - start)
        yield name[slice(*part)], start + lo, start + hi


def _seam(name: str, source: str) -> int:
    """Return where the second of two sentences starts that have no space between.

    Its first word stands in small letters elsewhere: `fmt.Println` is one name. So is
    `Grpc.Core`, whatever else its chapter holds: equal text is parted alike.
    """
    if name.isalpha() or not (found := RUN_ON.fullmatch(name)):
        return 0
    word = found["first"].lower()
    known = stem(word) == ""
    if not known and found["last"].lstrip(MARKS).islower():
        known = re.search(rf"\b{word}\b", source) is not None
    return found.end("last") if known else 0


def _code(node: Node, source: str) -> Iterator[Word]:
    start, end = node["s"]
    text = node["c"][1]
    parts = list(TOKEN.finditer(text))
    at = source.find(text, start, end)
    for part in parts:
        # Code that goes on in a quotation's next line stands nowhere as one piece.
        lo = start if at < 0 or part is parts[0] else at + part.start()
        hi = end if at < 0 or part is parts[-1] else at + part.end()
        yield f"{CODE}{part[0]}{CODE}", lo, hi
