"""Words of a text, for proofs: what a reader would count, and nothing else.

Words are runs of letters, digits and marks, in Unicode's compatibility form and small
letters, so that neither quotation marks nor white space nor the case of a heading
matters.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from crossfoot.nodes import Node, attributes, rewrite, walk

WORD = re.compile(r"[^\W_]+")
UNSEEN = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Soft hyphens and marks without width, which part no word."""


def words(text: str) -> list[str]:
    """Return the words of a text in their order."""
    plain = unicodedata.normalize("NFKC", UNSEEN.sub("", text)).casefold()
    return WORD.findall(plain)


SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})
PARTS = frozenset({"Para", "Plain", "Header", "CodeBlock", "RawBlock", "LineBlock"})


def running(tree: Any) -> str:
    """Return the text of an AST that is read from top to bottom: no notes."""
    return "".join(_pieces(tree, frozenset({"Note"})))


def everything(tree: Any) -> str:
    """Return all words of an AST: notes, comments and alternative texts as well."""
    parts = []
    for node in walk(tree):
        if node["t"] in {"RawInline", "RawBlock"}:
            parts.append(f" {node['c'][1]} ")
        if node["t"] in {"Link", "Image"}:
            parts.append(f" {node['c'][2][1]} ")
        parts += [f" {value} " for value in attributes(node).values()]
        if node["t"] == "Note":
            parts += _pieces(node["c"], frozenset({"Note"}))
    return running(tree) + "".join(parts)


def _pieces(tree: Any, closed: frozenset[str]) -> Iterator[str]:
    for node in walk(rewrite(tree, _apart), closed):
        kind = node["t"]
        if kind in PARTS or kind in SPACES:
            yield " "
        if kind == "Str":
            yield node["c"]
        elif kind in {"Code", "CodeBlock"}:
            yield node["c"][1]


def _apart(node: Node) -> list[Node] | None:
    """Return an element whose parts would run together with what parts them.

    A list of terms as paragraphs, for terms are in none; a note with a space behind it;
    quotation marks as the characters that they are.
    """
    if node["t"] == "DefinitionList":
        return [
            one
            for term, bodies in node["c"]
            for one in (
                {"t": "Plain", "c": term},
                *(b for body in bodies for b in body),
            )
        ]
    if node["t"] == "Quoted":
        mark = {"t": "Str", "c": "”"}
        return [mark, *node["c"][1], mark]
    return None
