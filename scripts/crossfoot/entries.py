"""Entries: what authors mark for a glossary and an index, by what each is known.

`[additionality]{.term}` leads to what a definition list in a div of class `glossary`
says of it; `[recovery plan]{.index}` is an entry of the index.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

from crossfoot.nodes import Node, attributes, classes, text, walk

TERM = "term"
GLOSSARY = "glossary"
INDEX = "index"
UNDER = ">"
"""Between an entry of the index and one below it."""
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart, and where they are sorted."""


def is_term(node: Node) -> bool:
    """Say whether a Span is the use of a term."""
    return node["t"] == "Span" and TERM in classes(node)


def is_marked(node: Node) -> bool:
    """Say whether a Span marks an entry of the index."""
    return node["t"] == "Span" and INDEX in classes(node)


def known(words: str) -> str:
    """Return what a term is known by, whatever its case and spaces."""
    return " ".join(words.casefold().split())


def wanted(node: Node) -> list[str]:
    """Return what the term of a Span may be known by, the likeliest first."""
    words = known(attributes(node).get("of") or text(node["c"][1]))
    return [words, words.removesuffix("s")]


def explained(blocks: list[Node]) -> Iterator[str]:
    """Yield the terms that the glossaries among blocks explain, as they are known."""
    for node in walk(blocks, frozenset({"Para", "Plain", "Header", "Table"})):
        if node["t"] == "Div" and GLOSSARY in classes(node):
            yield from _terms(node["c"][1])


def _terms(blocks: Any) -> Iterator[str]:
    for node in walk(blocks, frozenset({"Para", "Plain", "Table"})):
        if node["t"] == "DefinitionList":
            yield from (known(text(term)) for term, _ in node["c"])


def path(node: Node) -> list[str]:
    """Return the entry that a Span marks, behind those that it is below."""
    told = attributes(node).get("as") or text(node["c"][1])
    return [" ".join(one.split()) for one in told.split(UNDER) if one.strip()]


def see(node: Node) -> str:
    """Return the entry that a marked one leads to, or ""."""
    return " ".join(attributes(node).get("see", "").split())


def order(words: str) -> str:
    """Return what entries are sorted and known by: letters without case and accents."""
    bare = unicodedata.normalize("NFKD", words.casefold().translate(LETTERS))
    return "".join(one for one in bare if unicodedata.combining(one) == 0)
