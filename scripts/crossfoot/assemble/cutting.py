"""Cuts: the passages that `repeats.json` takes out of one chapter.

An element goes when the middle of its place lies in a cut; what contains others
goes when nothing is left in it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.nodes import Node, span
from crossfoot.places import Span


@dataclass(frozen=True, slots=True)
class Cut:
    """One passage that is not printed here."""

    start: int
    end: int
    keep_file: str
    keep: Span
    """Where the copy stands that is printed, in its chapter's text."""
    moved: tuple[tuple[str, str, str], ...] = ()
    """Ids of the passage, the file that keeps each, and what it is called there."""
    refer: bool = True
    """A notice stands in its place."""


class Cuts:
    """The cuts of one chapter, in order."""

    def __init__(self, cuts: Iterable[Cut] = ()) -> None:
        """Sort the cuts by place."""
        self.cuts = sorted(cuts, key=lambda cut: (cut.start, cut.end))
        self.starts = [cut.start for cut in self.cuts]

    def __bool__(self) -> bool:
        return bool(self.cuts)

    def at(self, place: Span) -> Cut | None:
        """Return the cut that takes an element of this place, if one does."""
        middle = (place[0] + max(place[0], place[1] - 1)) // 2
        found = bisect_right(self.starts, middle) - 1
        if found < 0:
            return None
        cut = self.cuts[found]
        return cut if middle < cut.end else None

    def of(self, node: Node) -> Cut | None:
        """Return the cut that takes an element, if it was placed and one does."""
        place = span(node)
        return self.at(place) if place else None

    def touches(self, place: Span) -> bool:
        """Say whether a cut reaches into a place."""
        found = bisect_right(self.starts, max(place[0], place[1] - 1)) - 1
        return found >= 0 and self.cuts[found].end > place[0]


def cuts_by_file(repeats: Mapping[str, Any]) -> dict[str, Cuts]:
    """Return the cuts of each chapter from `repeats.json`."""
    out: dict[str, list[Cut]] = {}
    for one in sorted(repeats.get("cuts", ()), key=_order):
        cuts = out.setdefault(one["file"], [])
        cut = _cut(one)
        if cuts and cuts[-1].end == cut.start and not cut.refer:
            cuts[-1] = _joined(cuts[-1], cut)
        else:
            cuts.append(cut)
    return {file: Cuts(cuts) for file, cuts in out.items()}


def _order(record: Mapping[str, Any]) -> tuple[str, int]:
    return record["file"], record["span"][0]


def _cut(record: Mapping[str, Any]) -> Cut:
    start, end = record["span"]
    keep = record["keep"]
    file, moved = keep["file"], record.get("moved") or {}
    return Cut(
        start,
        end,
        file,
        (keep["span"][0], keep["span"][1]),
        tuple((old, file, new) for old, new in sorted(moved.items())),
        bool(record.get("refer", True)),
    )


def _joined(before: Cut, cut: Cut) -> Cut:
    """Return two cuts of one run, which stand side by side, as one."""
    keep = before.keep
    if cut.keep_file == before.keep_file:
        keep = (min(keep[0], cut.keep[0]), max(keep[1], cut.keep[1]))
    moved = (*before.moved, *cut.moved)
    return replace(before, end=cut.end, keep=keep, moved=moved)


def headings_at(chapter: Chapter, place: Span) -> tuple[int, int]:
    """Return where the first and last heading over a passage start (-1: none).

    A passage stands under the heading before it; a heading at its very start is
    that heading.
    """
    starts = sorted(heading_starts(chapter.blocks))
    first = bisect_right(starts, place[0]) - 1
    last = bisect_right(starts, max(place[0], place[1] - 1)) - 1
    return (
        starts[first] if first >= 0 else -1,
        starts[last] if last >= 0 else -1,
    )


def heading_starts(blocks: Iterable[Node]) -> list[int]:
    """Return where the headings of blocks start, those in divs included."""
    out: list[int] = []
    for node in blocks:
        if node["t"] == "Div":
            out += heading_starts(node["c"][1])
        elif node["t"] == "Header" and (place := span(node)):
            out.append(place[0])
    return out
