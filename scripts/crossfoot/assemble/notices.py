"""Notices: the sentence that stands for a passage cut out, with its cross reference."""

from collections.abc import Mapping, Sequence

from crossfoot.assemble.cutting import Cut, headings_at
from crossfoot.assemble.parts import Copied, Mark, Notice
from crossfoot.assemble.plain import SPACE, typed
from crossfoot.assemble.wording import Wording
from crossfoot.assemble.world import World
from crossfoot.nodes import Node, link, text


def notice(world: World, cut: Cut) -> Notice:
    """Return the notice of a cut; its words follow when headings have numbers."""
    chapter = world.chapters.get(cut.keep_file)
    first, last = headings_at(chapter, cut.keep) if chapter else (-1, -1)
    name = chapter.name if chapter else ""
    return Notice({"t": "Para", "c": []}, name, first, last)


def follows(notices: Sequence[Notice], one: Notice, before: Node | None) -> bool:
    """Say whether the block before is a notice that says the same."""
    return (
        bool(notices)
        and notices[-1].node is before
        and (
            (notices[-1].chapter, notices[-1].first, notices[-1].last)
            == (one.chapter, one.first, one.last)
        )
    )


def fill(copies: Sequence[Copied], wording: Wording) -> None:
    """Write the words of every notice."""
    by_name = {copy.chapter.name: copy for copy in copies}
    for copy in copies:
        for one in copy.notices:
            one.node["c"][:] = sentence(by_name, one, wording)


def sentence(copies: Mapping[str, Copied], one: Notice, wording: Wording) -> list[Node]:
    """Return what a notice says: where the passage is printed."""
    first, last = headings(copies, one)
    if first is None:
        return []
    if last is None:
        before, after = wording.printed_in
        return [*_then(before), *_reference(first, wording), *typed(after)]
    before, between, after = wording.printed_from
    ends = [*_reference(first, wording), *_then(between), *_reference(last, wording)]
    return [*_then(before), *ends, *typed(after)]


def headings(
    copies: Mapping[str, Copied], one: Notice
) -> tuple[Mark | None, Mark | None]:
    """Return the first heading of the kept passage, and the last when it is apart."""
    kept = copies.get(one.chapter)
    if kept is None:
        return None, None
    first, last = _heading(kept, one.first), _heading(kept, one.last)
    if first is None or last is None or first is last or _holds(first, last):
        return first, None
    return first, last


def _heading(copy: Copied, start: int) -> Mark | None:
    """Return the heading that starts at or before an offset of a chapter."""
    starts = [at for at in copy.headings if at <= start]
    if starts:
        return copy.headings[max(starts)]
    return next((mark for mark in copy.marks if mark.kind == "header"), None)


def _holds(section: Mark, part: Mark) -> bool:
    above = part.above
    while above is not None and above is not section:
        above = above.above
    return above is section


def _reference(mark: Mark, wording: Wording) -> list[Node]:
    title = typed(text(mark.node["c"][2]))
    if mark.number:
        label = typed(f"{wording.noun(mark.noun)} {mark.number},")
        content = [*label, SPACE, *title]
    else:
        opening, closing = wording.quotes
        content = typed(f"{opening}{text(mark.node['c'][2])}{closing}")
    return [link(content, f"#{mark.ident}", ["ref"])]


def _then(words: str) -> list[Node]:
    """Return words that a link follows."""
    return [*typed(words), SPACE]
