"""Sentences between two dollar signs: text and AST in, the AST without them out.

pandoc takes `$5m … $` and `$NFTT … $` for a formula, whose letters are then set one by
one, without the spaces between them. Five plain words in a row are no formula: what
stands there is shown as it is written.
"""

import re
from collections.abc import Iterator

from crossfoot.findings import Finding
from crossfoot.nodes import Node, span, walk
from crossfoot.places import Text

SAID = re.compile(r"\\(?:text|mbox|textrm|textit|textbf|operatorname)\*?\s*\{[^{}]*\}")
"""Words that TeX was told are words."""
SENTENCE = re.compile(r"(?<![\\\w])(?:[^\W\d_]{2,}[,.;:]?[ \t\r\n]+){5}[^\W\d_]")
"""Five words of two letters or more in a row, and a sixth."""
WORD = re.compile(r"\S+")
SHOWN = 60
"""Characters of such a sentence that a message shows."""


def with_sentences(text: Text, blocks: list[Node]) -> Iterator[Finding]:
    """Turn formulas that are sentences into text, and yield a finding on each."""
    for node in walk(blocks) if "$" in text.text else ():
        if node["t"] != "Math" or node["c"][0]["t"] != "InlineMath":
            continue
        tex = node["c"][1]
        if SENTENCE.search(SAID.sub("", tex)):
            finding = _finding(text, node, tex)
            node.update({"t": "Span", "c": [["", [], []], _words(text, node, tex)]})
            yield finding


def _finding(text: Text, node: Node, tex: str) -> Finding:
    written = " ".join(f"${tex}$".split())
    shown = written if len(written) <= SHOWN else written[: SHOWN - 1] + "…"
    return Finding(
        "SRC34",
        f"“{shown}” is read as a formula, for the dollar signs at both its ends; it is"
        " shown as text",
        text.place(span(node) or (0, 0)),
        help=r"Write \$ for a dollar sign, or \text{…} round the words of a formula",
        found=written,
        anchor=written,
    )


def _words(text: Text, node: Node, tex: str) -> list[Node]:
    """Return the words of a formula as written, with their places if it has one."""
    where = span(node)
    written = text.text[slice(*where)] if where else f"${tex}$"
    out: list[Node] = []
    for found in WORD.finditer(written):
        if out:
            out.append({"t": "Space"})
        one: Node = {"t": "Str", "c": found[0]}
        if where:
            one["s"] = [where[0] + found.start(), where[0] + found.end()]
        out.append(one)
    return out
