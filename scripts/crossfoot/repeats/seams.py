"""Seams: a paragraph in, where it cannot be parted out."""

from collections.abc import Iterable

from crossfoot.nodes import Node, span
from crossfoot.repeats.layout import Layout

SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})


def closed(
    page: Layout, content: Iterable[Node], lo: int, hi: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the tokens before which, and after which, a paragraph cannot be parted.

    It can be between words with space between, in no emphasis, link or quotation; and
    nowhere when a part of it has no place.
    """
    starts, ends = _open(content)
    return (
        tuple(one for one in range(lo, hi) if page.starts[one] not in starts),
        tuple(one for one in range(lo, hi) if page.ends[one] not in ends),
    )


def _open(content: Iterable[Node]) -> tuple[set[int], set[int]]:
    """Return where words between spaces start and where they end."""
    starts: set[int] = set()
    ends: set[int] = set()
    previous: Node | None = None
    for part in content:
        if part["t"] in SPACES:
            if previous is not None:
                ends.add((span(previous) or (0, -1))[1])
            previous = None
            continue
        place = span(part)
        if place is None:
            return set(), set()
        if previous is None:
            starts.add(place[0])
        previous = part
    if previous is not None:
        ends.add((span(previous) or (0, -1))[1])
    return starts, ends
