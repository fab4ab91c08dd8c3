"""Chapters for these tests: Markdown in, elements and where they stand out."""

from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.engines.pandoc import markdown
from crossfoot.nodes import Node, span, walk
from crossfoot.read import closed, opened

QUIET = {"Space", "SoftBreak", "LineBreak"}


def chapter(text: str | bytes, file: str = "sources/01.md") -> Chapter:
    """Return the chapter of a text, as the read stage makes it."""
    one = opened(file, text if isinstance(text, bytes) else text.encode())
    made = markdown(one.front.markdown)
    return closed(one, made.value, made.warnings, made.error)[0]


def elements(tree: Any) -> list[Node]:
    """Return the elements that have content, the copy of a caption in alt left out."""
    copies = {
        id(node)
        for figure in walk(tree)
        if figure["t"] == "Figure"
        for image in walk(figure["c"][2])
        if image["t"] == "Image"
        for node in walk(image["c"][1])
    }
    return [
        node
        for node in walk(tree)
        if node["t"] not in QUIET and id(node) not in copies and is_element(node)
    ]


def is_element(node: Node) -> bool:
    """Say whether a node is an inline or a block, not an alignment or its like."""
    return node["t"] in KINDS


def slices(text: str | bytes) -> list[str]:
    """Return `Kind slice` of each element; of words, those not typed as shown."""
    one = chapter(text)
    out = []
    for node in elements(one.blocks):
        where = span(node)
        typed = one.source[slice(*where)] if where else None
        if node["t"] != "Str" or typed != node["c"]:
            out.append(f"{node['t']} {typed}")
    return out


KINDS = frozenset(
    """
    Str Emph Underline Strong Strikeout Superscript Subscript SmallCaps Quoted Cite
    Code Math RawInline Link Image Note Span Plain Para LineBlock CodeBlock RawBlock
    BlockQuote OrderedList BulletList DefinitionList Header HorizontalRule Table
    Figure Div
    """.split()  # noqa: SIM905 - words in a row read better than a list of them
)
