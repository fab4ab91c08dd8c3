"""Words of which nothing is made: text and AST in, findings out.

Every word of a chapter stands in an element of the AST, or belongs to a mark of
Markdown. What does neither was read and thrown away: a list inside the cell of a pipe
table, metadata without keys between two rules, a letter before a table's column.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from crossfoot.findings import Finding
from crossfoot.nodes import Node, beside_words, span, walk
from crossfoot.places import Span, Text
from crossfoot.read.inlines import ATTRIBUTES
from crossfoot.read.sequence import LINK, NOTE, note_end
from crossfoot.read.strings import ENTITY

LEAVES = frozenset({"Para", "Plain", "Header", "LineBlock", "CodeBlock", "RawBlock"})
"""Blocks that reach from their first word to their last and hold all between."""
WHOLE = LEAVES | {"Figure"}
WORD = re.compile(r"[^\W_]+")
ITEM = r"(?:[-+*:~]|\(?(?:\#|\d+|[A-Za-z]+|@[\w-]*)[.)])(?=\s|\Z)[ \t]*"
MARKS = re.compile(
    rf"^[ \t>]*(?::{{3,}}[^\n]*|(?:{ITEM})+|[Tt]able:|\[@?[\w-]+\]:)"
    r"|<!--.*?-->|</?[A-Za-z](?>[^<>\"']|\"[^\"]*\"|'[^']*')*>|\\[A-Za-z]+"
    rf"|{ENTITY.pattern}|{ATTRIBUTES.pattern}",
    re.MULTILINE | re.DOTALL,
)
"""What is written and not shown: fences of divs, marks of items, tags, attributes."""
TITLE = re.compile(r"(?:%[^\n]*(?:\n[ ][^\n]*)*(?:\n|\Z)){1,3}")
"""Title, authors and date before a chapter, each behind a `%`."""
PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t\r>]*(?:\n|\Z)))*")
SHOWN = 60
"""Characters of what is lost that a message shows."""


def lost(
    text: Text, blocks: list[Node], start: int, told: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield findings on words behind `start` of which nothing is made.

    What other findings have `told` about is left to them.
    """
    title = None if start else TITLE.match(text.text)
    start = title.end() if title else start
    held = sorted(_held(blocks))
    if not _gaps(text.text, held, start):
        return
    tables = [*_tables(blocks)]
    first = held[0][0] if held else len(text.text)
    known = [one for one in _known(text, tables, first, told) if one[0] < one[1]]
    spare = _words(" ".join(_loose(blocks)))
    for where in _gaps(text.text, sorted([*held, *known]), start):
        missing = _words(_unmarked(text.text[slice(*where)])) - spare
        missing &= _short(text.text, blocks, where) - spare
        if missing:
            yield _finding(text, where, any(a <= where[0] < b for a, b in tables))


def _gaps(text: str, held: list[Span], start: int) -> list[Span]:
    """Return the stretches of words behind `start` that no span holds."""
    return [
        where for gap in _between(text, held, start) for where in _worded(text, gap)
    ]


def _tables(blocks: list[Node]) -> Iterator[Span]:
    for node in beside_words(blocks, WHOLE):
        where = span(node) if node["t"] == "Table" else None
        if where:
            yield where


def _known(
    text: Text, tables: list[Span], first: int, told: Iterable[Finding]
) -> Iterator[Span]:
    """Yield where other findings tell that text is lost, or will not count.

    One row that is too long stands for all such rows of its table, and front matter
    that is broken for all before the `first` block.
    """
    for finding in told:
        begin, end = text.span(finding.place)
        yield begin, first if finding.code == "SRC02" else end + len("\r\n")
        if finding.code == "SRC27":
            yield from (one for one in tables if one[0] <= begin < one[1])


def _held(blocks: list[Node]) -> Iterator[Span]:
    """Yield where words stand."""
    for node in beside_words(blocks, WHOLE):
        where = span(node) if node["t"] in WHOLE else None
        if where:
            yield where
        elif node["t"] == "DefinitionList":
            yield from _placed([term for term, _ in node["c"]])
        elif node["t"] in WHOLE:
            yield from _placed(node)


def _placed(tree: Any) -> Iterator[Span]:
    return (where for node in walk(tree) if (where := span(node)))


def _loose(blocks: list[Node]) -> Iterator[str]:
    """Yield the strings of elements that have no place, and so may stand anywhere."""
    for node in walk(blocks):
        if not span(node):
            yield from _strings(node.get("c"))


def _strings(tree: Any) -> Iterator[str]:
    """Yield the strings of an element's content, addresses and attributes too."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list):
        for part in tree:
            yield from _strings(part)


def _between(text: str, held: list[Span], start: int) -> Iterator[Span]:
    """Yield the stretches with a word behind `start` in which no element stands."""
    reach = start
    for begin, end in [*held, (len(text), len(text))]:
        if begin > reach and WORD.search(text, reach, begin):
            yield reach, begin
        reach = max(reach, end)


def _worded(text: str, gap: Span) -> Iterator[Span]:
    """Yield, for each paragraph, the stretch from its first word that is no mark."""
    for part in PARAGRAPH.finditer(_unmarked(text[slice(*gap)])):
        found = list(WORD.finditer(part[0]))
        if found:
            start = gap[0] + part.start()
            yield start + found[0].start(), start + found[-1].end()


def _unmarked(text: str) -> str:
    """Return text with spaces for definitions and marks, of the same length."""
    text = LINK.sub(_spaces, text.replace("\r", " ").replace("\t", " "))
    note = NOTE.search(text)
    while note:
        end = max(note.end(), note_end(text, note.start(), 0))
        text = text[: note.start()] + " " * (end - note.start()) + text[end:]
        note = NOTE.search(text, end)
    return MARKS.sub(_spaces, text)


def _spaces(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


def _short(text: str, blocks: list[Node], where: Span) -> Counter[str]:
    """Return the words of the lines of a stretch that no element there has.

    A word that was placed at another one like it in the same line is not lost.
    """
    begin = text.rfind("\n", 0, where[0]) + 1
    end = text.find("\n", where[1])
    end = len(text) if end < 0 else end
    said: list[str] = []
    for node in walk(blocks):
        place = span(node)
        if place and begin <= place[0] and place[1] <= end:
            said += _strings(node.get("c"))
    return _words(_unmarked(text[begin:end])) - _words(" ".join(said))


def _finding(text: Text, where: Span, in_table: bool) -> Finding:
    written = " ".join(text.slice(where).split())
    shown = written if len(written) <= SHOWN else written[: SHOWN - 1].rstrip() + "…"
    way = "Write the cell without block tags such as <ul>, or the table in HTML"
    return Finding(
        "SRC35",
        f"“{shown}” is not printed: nothing on the page is made of it",
        text.place(where),
        help=way if in_table else "Put an empty line before it, and one behind it",
        found=written,
        anchor=written,
    )
