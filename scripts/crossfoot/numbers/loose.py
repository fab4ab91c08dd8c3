"""Bindings that bind nothing: a chapter in; findings on them out.

Only `[…]{value=KEY}` binds. The attribute on a link, a picture, code, a heading or a
box, and braces that are printed because something in them is not right, look as if
they did.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from crossfoot.amounts.marks import KEY
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding
from crossfoot.nodes import Node, attr, span
from crossfoot.numbers.known import Quantity
from crossfoot.numbers.linear import Passage

PRINTED = re.compile(
    rf"\{{\s?(?:[.#][\w-]{{1,40}}\s){{0,3}}value\s?=\s?[\"“”']?{KEY}[^{{}}\ufffc]{{0,40}}\}}?"
)
"""Braces that text shows, with what a binding begins with."""
KINDS = {
    "Link": "a link",
    "Image": "a picture",
    "Code": "code",
    "CodeBlock": "code",
    "Header": "a heading",
    "Div": "a box",
    "Table": "a table",
    "Figure": "a figure",
}
WAY = "Put the number alone in square brackets: [41]{value=KEY}"


def loose(
    chapter: Chapter,
    others: Iterable[Node],
    passages: list[Passage],
    known: Mapping[str, Quantity],
) -> list[Finding]:
    """Return what looks like a binding and is none.

    `others` are the chapter's elements beside words.
    """
    # Most chapters hold no other braces than those of bindings.
    if "value" not in chapter.source:
        return []
    held = (node for node in others if node["t"] in KINDS)
    found = [one for node in held for one in _held(chapter, node, known)]
    return [*found, *(one for part in passages for one in _printed(chapter, part))]


def _held(
    chapter: Chapter, node: Node, known: Mapping[str, Quantity]
) -> Iterator[Finding]:
    value = next((value for name, value in attr(node)[2] if name == "value"), "")
    key = value.partition("|")[0].strip()
    if key in known:
        place = chapter.place(span(node))
        message = f"{key} is named on {KINDS[node['t']]}, which binds no number"
        yield Finding("NUM19", message, place, help=WAY, found=key)


def _printed(chapter: Chapter, passage: Passage) -> Iterator[Finding]:
    for found in PRINTED.finditer(passage.text) if "{" in passage.text else ():
        place = passage.span(*found.span())
        message = f"“{found[0]}” is printed as it stands and binds no number"
        yield Finding(
            "NUM19",
            message,
            chapter.place(place),
            help=f"{WAY}, without a space before or in the braces",
            found=found[0],
        )
