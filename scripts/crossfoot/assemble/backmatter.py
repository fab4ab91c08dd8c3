"""Back matter: what a report lists at its end in, chapters without a number out.

A div of its name (`::: {#index}`) is filled where an author put one, behind its words.
"""

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.assemble.ids import Names
from crossfoot.assemble.parts import Copied
from crossfoot.assemble.plain import typed
from crossfoot.nodes import Node

FILE = "report.yml"


class Matter(NamedTuple):
    """What is listed at the end."""

    ident: str
    title: str
    content: list[Node]
    source: str = FILE
    """The file beside the chapters that it comes from."""


def placed(copies: Sequence[Copied], names: Names, matter: Matter) -> list[Node]:
    """Return a list as a chapter; nothing when it is empty or has a place."""
    ident, title, content, source = matter
    if not content:
        return []
    for copy in copies:
        for mark in copy.marks:
            if mark.ident == ident and mark.node["t"] == "Div":
                mark.node["c"][1] = [*mark.node["c"][1], *content]
                return []
    file = f"{copies[0].chapter.file.rpartition('/')[0]}/{source}".removeprefix("/")
    name = names.give(f"{ident}-list", automatic=True)
    at = [name, ["unnumbered"], [["file", file]]]
    head: Node = {"t": "Header", "c": [1, at, typed(title)]}
    div: Node = {
        "t": "Div",
        "c": [[names.give(ident, automatic=True), [], []], content],
    }
    return [head, div]
