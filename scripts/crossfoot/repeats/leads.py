"""Leads: where a passage points to a place of its own chapter.

Equal words such as `[next steps](#next-steps)`, `@sec-next` or, of an example,
`(@good)` mean one thing only when both chapters lead to one place, or to places that
are copies of each other.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossfoot.chapters import Chapter
from crossfoot.repeats.layout import Block, Layout
from crossfoot.repeats.named import EXAMPLE
from crossfoot.repeats.runs import Run
from crossfoot.repeats.stream import Stream

Where = tuple[int, int]
"""A layout and a token of it."""
Names = Mapping[str, Where]


def astray(made: Stream, found: Iterable[Run]) -> list[tuple[int, Block]]:
    """Return the leaves of copies that lead elsewhere than their first copies do."""
    runs = list(found)
    leads = {page: made.layouts[page].leads for page in _copies(made, runs)}
    if not any(leads.values()):
        return []
    own, first = _names(made.layouts)
    twins = dict(_twins(made, runs))
    out: list[tuple[int, Block]] = []
    for run in runs:
        page, lo = made.where(run.b)
        there, _ = made.where(run.a)
        here = leads[page]
        start = bisect_left(here, (lo,))
        for token, name in here[start : bisect_left(here, (lo + run.size,))]:
            mine = own[page].get(name) or first.get(name)
            other = own[there].get(name) or first.get(name)
            leaf = made.layouts[page].leaf(token)
            if leaf and _root(twins, mine) != _root(twins, other):
                out.append((page, leaf))
    return out


def _copies(made: Stream, runs: Iterable[Run]) -> list[int]:
    return sorted({made.where(run.b)[0] for run in runs})


def _names(layouts: Sequence[Layout]) -> tuple[list[Names], Names]:
    """Return where each layout has its names, and where a report has each first."""
    first: dict[str, Where] = {}
    own: list[Names] = []
    for page, one in enumerate(layouts):
        here: dict[str, Where] = {}
        for token in one.anchored_at:
            for name in one.anchors[token]:
                here.setdefault(name, (page, token))
                first.setdefault(name, (page, token))
        here.update(_examples(page, one.chapter))
        own.append(here)
    return own, first


def _examples(page: int, chapter: Chapter) -> dict[str, Where]:
    """Return the examples of a chapter, which count through the report."""
    labels = EXAMPLE.findall(chapter.source) if "(@" in chapter.source else []
    return {f"({label})": (page, -at) for at, label in enumerate(labels, 1)}


def _twins(made: Stream, runs: Sequence[Run]) -> Iterator[tuple[Where, Where]]:
    """Yield each named place of a copy, and its place in the first copy.

    Only where all that stands there is copied: a heading with its whole section.
    """
    copied = [bytearray(len(one)) for one in made.layouts]
    for run in runs:
        page, lo = made.where(run.b)
        copied[page][lo : lo + run.size] = b"\1" * run.size
    for run in runs:
        page, lo = made.where(run.b)
        there, source = made.where(run.a)
        here = made.layouts[page]
        for token in here.anchored(lo, lo + run.size):
            if 0 not in copied[page][token : _end(here, token)]:
                yield (page, token), (there, token - lo + source)


def _end(page: Layout, token: int) -> int:
    """Return where what a name stands for ends: a leaf, or the text under a heading."""
    at = bisect_left(page.leaves, token + 1, key=lambda leaf: leaf.hi)
    if at == len(page.leaves):
        return token + 1
    if page.leaves[at].kind == "heading":
        while at + 1 < len(page.leaves) and page.leaves[at + 1].kind != "heading":
            at += 1
    return page.leaves[at].hi


def _root(twins: Mapping[Where, Where], place: Where | None) -> Where | None:
    while place and place in twins:
        place = twins[place]
    return place
