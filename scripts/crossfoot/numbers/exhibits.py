"""Exhibits: numbers and what a chapter shows in, the table or figure of each out."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from typing import Any
from urllib.parse import unquote

from crossfoot.numbers.ledger import Entry
from crossfoot.numbers.passages import Walk
from crossfoot.places import Span


def exhibit(entries: Iterable[Entry], walk: Walk) -> None:
    """Say of each number of a chapter in which table or figure it stands."""
    tables = [(one.span, one.name) for one in walk.grids]
    drawn = [(one.span, one.name) for one in walk.drawn]
    held = [(span, name) for span, name in tables + drawn if span and name]
    parted = stretches(held)
    for entry in entries if held else ():
        if entry.span and not entry.exhibit:
            entry.exhibit = holder(parted, entry.span[0])


Stretches = tuple[Sequence[int], Sequence[str]]
"""Where stretches of a file begin, and the names of what holds them."""


def holder(parted: Stretches, place: int) -> str:
    """Return the name of what holds a place, or ""."""
    starts, names = parted
    at = bisect_right(starts, place) - 1
    return names[at] if at >= 0 else ""


def stretches(held: Sequence[tuple[Span, str]]) -> Stretches:
    """Return where each stretch of a file begins, and what holds it: the first, or "".

    Each number would look at all exhibits, of which a report may have thousands.
    """
    starts = sorted({place for span, _ in held for place in span})
    opening = sorted((span[0], at) for at, (span, _) in enumerate(held))
    names, inside, opened = list[str](), list[int](), 0
    for start in starts:
        while opened < len(opening) and opening[opened][0] == start:
            heappush(inside, opening[opened][1])
            opened += 1
        while inside and held[inside[0]][0][1] <= start:
            heappop(inside)
        names.append(held[inside[0]][1] if inside else "")
    return starts, names


def figures(walk: Walk) -> dict[str, str]:
    """Return the identifiers of the figures that recipes make, by the recipe."""
    return {
        f"{target.rpartition('.')[0].removeprefix('./')}.py": one.name
        for one in walk.drawn
        if (target := unquote(one.target)).endswith((".svg", ".png")) and one.name
    }


def place_charts(
    ledger: list[dict[str, Any]], shown: Iterable[Mapping[str, str]]
) -> None:
    """Say of each number drawn in which figure of the report it stands."""
    names = {recipe: name for one in shown for recipe, name in one.items()}
    for at, entry in enumerate(ledger):
        if entry["where"] == "chart":
            ledger[at] = {**entry, "exhibit": names.get(entry["file"], "")}
