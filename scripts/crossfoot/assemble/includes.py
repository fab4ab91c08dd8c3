"""Includes: `::: {.include from="01-summary.md#sec-key"}` shows a passage again."""

from typing import TYPE_CHECKING

from crossfoot.assemble.addresses import beside
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding
from crossfoot.nodes import Node, identifier, walk

if TYPE_CHECKING:
    from crossfoot.assemble.copying import Copier


def include(copier: "Copier", node: Node, source: str) -> list[Node]:
    """Return a div that holds the passage, or words that say what is missing."""
    path, _, ident = source.partition("#")
    world, here = copier.world, copier.chapter
    chapter = world.chapters.get(beside(here, path)) if path else here
    blocks = passage(chapter.blocks, ident) if chapter else []
    copier.into.gone.add(id(node))
    if not chapter or not blocks:
        return _gap(copier, node, source, f"Include names {source}, which is not there")
    if (chapter.file, ident) in copier.echoing:
        return _gap(copier, node, source, f"Include of {source} includes itself")
    shown = _again(copier, chapter, ident, blocks)
    div: Node = {"t": "Div", "c": [["", ["include"], [["from", source]]], shown]}
    copier.made(div)
    return [div]


def _again(
    copier: "Copier", chapter: Chapter, ident: str, blocks: list[Node]
) -> list[Node]:
    again = type(copier)(copier.world, chapter, copier.into)
    again.echoing = (*copier.echoing, (chapter.file, ident))
    again.inner, again.noted = True, copier.noted
    return again.blocks(blocks)


def _gap(copier: "Copier", node: Node, source: str, message: str) -> list[Node]:
    place = copier.chapter.place(node)
    copier.into.findings.append(
        Finding(
            "REF02",
            message,
            place,
            help="Name a chapter's file and an id in it: `02-context.md#sec-plans`",
            found=source,
        )
    )
    gap = copier.world.wording.missing_passage.format(source)
    return [{"t": "Para", "c": copier.say(gap)}]


def passage(blocks: list[Node], ident: str) -> list[Node]:
    """Return the blocks that an id labels, without the label's own heading.

    A heading's passage goes on to the next heading of its level; a div's is its
    content; an id inside any other block stands for that block. Without an id it
    is all of the blocks.
    """
    if not ident:
        return blocks
    for at, node in enumerate(blocks):
        if node["t"] == "Header" and identifier(node) == ident:
            return _section(blocks[at + 1 :], node["c"][0])
        if node["t"] == "Div" and identifier(node) == ident:
            return list(node["c"][1])
        if node["t"] == "Div" and (found := passage(node["c"][1], ident)):
            return found
        if any(identifier(one) == ident for one in walk(node)):
            return [node]
    return []


def _section(blocks: list[Node], level: int) -> list[Node]:
    ends = (
        at
        for at, node in enumerate(blocks)
        if node["t"] == "Header" and node["c"][0] <= level
    )
    return blocks[: next(ends, len(blocks))]
