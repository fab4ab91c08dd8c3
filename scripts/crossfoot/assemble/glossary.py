"""Glossary: terms that a report explains in, links from `[word]{.term}` to them out."""

from collections.abc import Sequence

from crossfoot.assemble.ids import auto_id
from crossfoot.assemble.parts import Copied
from crossfoot.entries import TERM, known, wanted
from crossfoot.nodes import Node, text

ENTRY = "term-"
"""What the ids of explained terms start with."""


def ident(term: Sequence[Node]) -> str:
    """Return the id of a term that a glossary explains."""
    return ENTRY + auto_id(known(text(term)))


def link(some: Sequence[Copied], copies: Sequence[Copied]) -> None:
    """Make links of the terms that some of the chapters use and any explains."""
    idents: dict[str, str] = {}
    for copy in copies:
        for old, new in copy.ids.items():
            idents.setdefault(old, new)
    for copy in some:
        for node in copy.terms:
            names = [ENTRY + auto_id(one) for one in wanted(node)]
            found = next((idents[one] for one in names if one in idents), "")
            if found:
                (name, _, _), inlines = node["c"]
                node["t"] = "Link"
                node["c"] = [[name, [TERM], []], inlines, [f"#{found}", ""]]
