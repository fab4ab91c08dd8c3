"""Notices: the sentence that stands for a passage cut out, with its cross reference.

“See section 2.1, Key findings.” is a paragraph or an item of a list; inside a
paragraph that goes on it stands in brackets. Its link leads to the passage itself.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from crossfoot.assemble.cutting import Cut, headings_at
from crossfoot.assemble.parts import Copied, Kept, Mark, Notice
from crossfoot.assemble.plain import SPACE, typed
from crossfoot.assemble.wording import Wording
from crossfoot.nodes import Node, link, rewrite, text

if TYPE_CHECKING:
    from crossfoot.assemble.copying import Copier

STOPS = (".", "?", "!", "…")
"""What ends a title, and with it the sentence that ends in the title."""
LONG = 60
"""Characters up to which a title stands beside its number."""
INNER = {"Link": 1, "Span": 1, "Image": 1}
"""Where the words of elements stand that a reference does without."""


def announce(copier: "Copier", cut: Cut, node: Node, before: Node | None) -> list[Node]:
    """Return `node` to stand for a passage, or nothing when that is already said.

    Its words follow when headings have numbers. `before` is what stands before it; a
    notice there says this one, too.
    """
    if cut in copier.announced:
        return []
    chapter = copier.world.chapters[cut.keep_file]
    kept = Kept(chapter.name, *headings_at(chapter, cut.keep), cut.keep[0])
    copier.announced[cut] = kept
    if not cut.refer:
        return []
    notices = copier.into.notices
    if notices and notices[-1].node is before:
        notices[-1].kept.append(kept)
        return []
    notices.append(Notice(node, [kept], copier.above))
    return [copier.made(node)]


def fill(copies: Sequence[Copied], wording: Wording) -> None:
    """Write the words of every notice."""
    by_name = {copy.chapter.name: copy for copy in copies}
    for copy in copies:
        for one in copy.notices:
            aside = one.node["t"] == "Span"
            into = one.node["c"][1] if aside else one.node["c"]
            into[:] = sentence(
                places(by_name, one, wording),
                wording.see_aside if aside else wording.see,
                wording,
            )


def sentence(
    found: Sequence[list[Node]], around: tuple[str, str], wording: Wording
) -> list[Node]:
    """Return what a notice says: around the places of its passages."""
    before, after = around
    out = typed(before)
    for at, one in enumerate(found):
        if at:
            mark = "," if len(found) == 2 else ";"
            out += typed(f"{mark} {wording.last}" if one is found[-1] else mark)
        out += [SPACE, *one]
    ends = text(out).rstrip(wording.quotes[1]).endswith(STOPS)
    return [*out, *typed(after.removeprefix(".") if ends else after)]


def places(
    copies: Mapping[str, Copied], one: Notice, wording: Wording
) -> list[list[Node]]:
    """Return the references of a notice to its passages.

    A section is named once, and none inside one that is named; chapters are long.
    """
    said: dict[str, list[Node]] = {}
    named: list[Mark] = []
    for kept in one.kept:
        first, last = headings(copies, kept)
        if any(
            _encloses(before, first) and _encloses(before, last) for before in named
        ):
            continue
        named += [first] if first.noun == "section" else []
        target = f"#{place(copies, kept).ident}"
        if _encloses(first, one.above):
            words = typed(wording.above[first.noun])
            new = [link(words, target, ["ref"])]
        else:
            new = _reference(first, target, wording)
        if first is not last and not _encloses(first, last):
            new += typed(f", {wording.to}")
            new += [SPACE, *_reference(last, f"#{last.ident}", wording)]
        said.setdefault(text(new), new)
    return list(said.values())


def headings(copies: Mapping[str, Copied], kept: Kept) -> tuple[Mark, Mark]:
    """Return the first and the last heading of a passage that name it."""
    copy = copies[kept.chapter]
    return _numbered(_heading(copy, kept.first)), _numbered(_heading(copy, kept.last))


def place(copies: Mapping[str, Copied], kept: Kept) -> Mark:
    """Return what a link to a passage leads to."""
    copy = copies[kept.chapter]
    return copy.passages.get(kept.start) or _heading(copy, kept.first)


def _heading(copy: Copied, start: int) -> Mark:
    """Return the heading that starts at or before an offset of a chapter."""
    starts = [at for at in copy.headings if at <= start]
    if starts:
        return copy.headings[max(starts)]
    heads = (mark for mark in copy.marks if mark.kind == "header")
    return next(mark for mark in heads if mark.noun != "part")


def _numbered(mark: Mark) -> Mark:
    """Return a heading, or that above it which has a number where it has none."""
    here = mark
    while not here.number and "unnumbered" not in here.node["c"][1][1] and here.above:
        here = here.above
    return here


def _encloses(section: Mark, part: Mark | None) -> bool:
    """Say whether a heading is another, or stands above it."""
    while part is not None and part is not section:
        part = part.above
    return part is section


def _reference(mark: Mark, target: str, wording: Wording) -> list[Node]:
    title = _title(mark)
    if mark.number:
        title = title if len(text(title)) <= LONG else []
        comma = "," if title else ""
        label = typed(f"{wording.noun(mark.noun)} {mark.number}{comma}")
        content = [*label, SPACE, *title] if title else label
    else:
        opening, closing = wording.quotes
        content = [*typed(opening), *title, *typed(closing)]
    return [link(content, target, ["ref"])]


def _title(mark: Mark) -> list[Node]:
    """Return a heading's words as they look, without notes, links and names."""

    def change(node: Node) -> list[Node] | None:
        if node["t"] in {"Note", "RawInline"}:
            return []
        return list(node["c"][INNER[node["t"]]]) if node["t"] in INNER else None

    words: list[Node] = rewrite(mark.node["c"][2], change)
    return words
