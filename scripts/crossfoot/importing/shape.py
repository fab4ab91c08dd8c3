"""Chapters of what was read: blocks of any source in, drafts and records out."""

import posixpath

from crossfoot.importing import boxes, changes, headings, references
from crossfoot.importing.draft import Draft, Entry, Shaped, Source, Taken
from crossfoot.importing.floats import Floats
from crossfoot.importing.inlines import as_typed
from crossfoot.nodes import Node, identifier, parts, rewrite, text, words

OPENING = "Opening"


def shape(source: Source, taken: Taken) -> Shaped:
    """Return the chapters, tables and pictures of one source."""
    into = Shaped(entries=list(source.entries))
    if source.texts:
        # Pictures keep their places, which the author chose.
        into.drafts = source.texts
        into.pictures = {one: posixpath.normpath(one) for one in source.pictures}
        return into
    blocks, told = boxes.unfold(source.blocks, source.boxes)
    into.entries += told
    blocks, told = changes.settle(blocks, source.comments)
    into.entries += told
    into.pictures = _pictures(source)
    floats = Floats(source.stem, into, taken)
    blocks = floats.settle(_plain(blocks))
    blocks, told = headings.guessed(blocks)
    into.entries += told
    blocks = headings.levelled(headings.worded(blocks))
    blocks = _referred(blocks, floats, into)
    into.drafts = list(_drafts(source, floats.pictures(blocks), into))
    return into


def _pictures(source: Source) -> dict[str, str]:
    """Return what pictures are called below `sources/`, by their address."""
    out: dict[str, str] = {}
    for number, address in enumerate(source.pictures, 1):
        ending = posixpath.splitext(address)[1].lower()[:6]
        out[address] = f"images/{source.stem}-{number:02}{ending}"
    return out


def _plain(blocks: list[Node]) -> list[Node]:
    """Return blocks without wrappers that say nothing to Crossfoot."""

    def change(node: Node) -> list[Node] | None:
        if node["t"] == "Span" and not identifier(node):
            return list(node["c"][1])
        if node["t"] == "Div" and "callout-note" not in node["c"][0][1]:
            return list(node["c"][1])
        if node["t"] in {"BulletList", "OrderedList"}:
            return [_tight(node)]
        return None

    return list(rewrite(blocks, change))


def _tight(node: Node) -> Node:
    """Return a list of single paragraphs as one without gaps between them."""
    if any(sum(block["t"] == "Para" for block in item) > 1 for item in parts(node)):
        return node
    items = [
        [{**one, "t": "Plain"} if one["t"] == "Para" else one for one in item]
        for item in parts(node)
    ]
    content = items if node["t"] == "BulletList" else [node["c"][0], items]
    return {**node, "c": content}


def _referred(blocks: list[Node], floats: Floats, into: Shaped) -> list[Node]:
    """Return blocks whose headings have names and whose references use them."""
    wanted = references.targets(blocks)
    blocks, marks, _ = headings.named(blocks, wanted, floats.taken.names)
    out = []
    for block in blocks:
        if block["t"] == "Header":
            block, entry = headings.unnumbered(block)  # noqa: PLW2901 - the same, cut
            into.entries += [entry] if entry else []
        out.append(block)
    found = {**marks, **floats.anchors}
    blocks, told = references.settled(out, found, floats.labels)
    into.entries += told
    return _without_anchors(blocks)


def _without_anchors(blocks: list[Node]) -> list[Node]:
    def change(node: Node) -> list[Node] | None:
        return list(node["c"][1]) if node["t"] == "Span" else None

    return list(rewrite(blocks, change))


def _drafts(source: Source, blocks: list[Node], into: Shaped) -> list[Draft]:
    out = []
    for section in headings.sections(blocks):
        title, held = section.heading, section.blocks
        if title is None:
            said = OPENING if len(blocks) > len(held) else _title(source)
            entry = Entry("guess", said, "a title for text before the first heading")
            into.entries.append(entry)
            title = {"t": "Header", "c": [1, ["", [], []], words(said)]}
        out.append(Draft(text(title), tuple(as_typed([title, *held]))))
    return out


def _title(source: Source) -> str:
    """Return the title for a text that has no heading at all."""
    return str(source.meta.get("title") or source.label.rsplit(".", 1)[0])
