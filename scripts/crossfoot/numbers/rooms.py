"""Rooms: blocks in; the stretch of the file that each stands in out."""

from crossfoot.nodes import Node, span
from crossfoot.places import Span


def rooms_of(blocks: list[Node], outer: Span | None) -> list[Span | None]:
    """Return where each block stands; one without a place is between its neighbours."""
    if outer is None:
        return [span(block) for block in blocks]
    out: list[Span | None] = []
    low = outer[0]
    for block in blocks:
        place = span(block)
        out.append(place or (low, outer[1]))
        low = place[1] if place else low
    high = outer[1]
    for index in reversed(range(len(blocks))):
        place = span(blocks[index])
        out[index] = place or ((out[index] or outer)[0], high)
        high = place[0] if place else high
    return out
