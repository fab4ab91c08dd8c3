"""Headings: a chapter in, findings on its levels, empty headings and title out."""

from collections.abc import Iterator

from crossfoot.chapters import Chapter
from crossfoot.findings import Finding
from crossfoot.nodes import Node, text, walk

CLOSED = frozenset({"Table", "Note", "Para", "Plain", "LineBlock", "Header"})
"""What holds no heading of the chapter."""


def check(chapter: Chapter) -> Iterator[Finding]:
    """Yield what is wrong with a chapter's headings."""
    heads = [one for one in walk(chapter.blocks, CLOSED) if one["t"] == "Header"]
    yield from _empty(chapter, heads)
    yield from _title(chapter, heads)
    # A chapter whose title is in the front matter may start at level 2.
    before = 1 if chapter.meta.get("title") or not heads else heads[0]["c"][0]
    for head in heads:
        level = head["c"][0]
        if level > before + 1:
            yield _skipped(chapter, head, before)
        before = level


def _skipped(chapter: Chapter, head: Node, before: int) -> Finding:
    level, wanted = head["c"][0], before + 1
    return Finding(
        "STR01",
        f"Heading “{_said(head)}” is of level {level} below one of level {before}",
        chapter.place(head),
        help=f"Write it with {'#' * wanted}, or add the level between",
        found=str(level),
        expected=str(wanted),
    )


def _said(head: Node) -> str:
    return " ".join(text(head["c"][2]).split())


def _empty(chapter: Chapter, heads: list[Node]) -> Iterator[Finding]:
    for head in heads:
        shown = any(one["t"] in {"Image", "RawInline"} for one in walk(head["c"][2]))
        # An empty span is a number that is still to be put in.
        bound = any(one["t"] == "Span" for one in walk(head["c"][2]))
        if not (_said(head) or shown or bound):
            yield Finding(
                "STR02",
                "Heading has no text",
                chapter.place(head),
                help="Write the heading, or take the line out",
            )


def _title(chapter: Chapter, heads: list[Node]) -> Iterator[Finding]:
    if chapter.meta.get("title") or not chapter.blocks:
        return
    first = next((one for one in chapter.blocks if not _silent(one)), None)
    if first is None or (first["t"] == "Header" and first["c"][0] == 1):
        return
    title = next((head for head in heads if head["c"][0] == 1), None)
    way = "Start the chapter with `# Title`, or give a title in its front matter"
    if title:
        message = f"Text stands before the chapter's title “{_said(title)}”"
        place, way = chapter.place(title), "Move the title to the chapter's start"
    elif heads:
        level = heads[0]["c"][0]
        message = f"Chapter starts with a heading of level {level}; expected level 1"
        place = chapter.place(heads[0])
    else:
        message, place = "Chapter has no title", chapter.place(None)
    yield Finding("STR03", message, place, help=way)


def _silent(block: Node) -> bool:
    """Say whether a block is a comment or other raw text that prints nothing."""
    return block["t"] == "RawBlock" and str(block["c"][1]).lstrip().startswith("<!--")
