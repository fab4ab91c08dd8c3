"""Sentences that are printed as code: text and AST in, findings out.

Four spaces before a paragraph make code of it, unless it belongs to the item of a list
above: the body of a note in another system's form, or a paragraph behind a list.
"""

import re
from collections.abc import Iterator

from crossfoot.findings import Finding
from crossfoot.nodes import EMPTY_ATTR, Node, beside_words, span
from crossfoot.places import Text

LEAVES = frozenset({"Para", "Plain", "Header", "LineBlock", "RawBlock"})
FENCES = ("```", "~~~")
SENTENCE = re.compile(
    r"[\"“(*]*[A-Z].*(?:(?<!\S)[a-z]+[,;:]?\s+){3}[a-z].*[.:?!)”\"]\s*", re.DOTALL
)
"""A capital first, four words of small letters in a row, and a mark at the end."""
CODE = re.compile(r"[{}<>=|$#;_\\]|\s{2,}(?=\S)|\(\)|--")
"""What code has and sentences have not."""
SHOWN = 60


def indented(text: Text, blocks: list[Node]) -> Iterator[Finding]:
    """Yield findings on sentences that are code for their indent alone."""
    for node in beside_words(blocks, LEAVES) if "\n    " in text.text else ():
        where = span(node) if node["t"] == "CodeBlock" else None
        if not where or node["c"][0] != EMPTY_ATTR:
            continue
        said = node["c"][1].strip()
        if text.text.startswith(FENCES, where[0]) or CODE.search(said):
            continue
        if SENTENCE.fullmatch(said):
            yield _finding(text, where[0], where[1], " ".join(said.split()))


def _finding(text: Text, start: int, end: int, said: str) -> Finding:
    shown = said if len(said) <= SHOWN else said[: SHOWN - 1].rstrip() + "…"
    return Finding(
        "SRC37",
        f"“{shown}” is printed as code, for the four spaces before it",
        text.place((start, end)),
        help="Take the spaces out, or indent it as far as the words of the list's item"
        " that it belongs to; what is code stands between two lines of ```",
        found=said,
        anchor=said,
    )
