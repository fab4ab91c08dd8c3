"""Exhibits: numbers and what a chapter shows in, the table or figure of each out."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

from crossfoot.numbers.ledger import Entry
from crossfoot.numbers.passages import Walk


def exhibit(entries: Iterable[Entry], walk: Walk) -> None:
    """Say of each number of a chapter in which table or figure it stands."""
    tables = [(one.span, one.name) for one in walk.grids]
    drawn = [(one.span, one.name) for one in walk.drawn]
    held = [(span, name) for span, name in tables + drawn if span and name]
    for entry in entries if held else ():
        at = entry.span[0] if entry.span and not entry.exhibit else -1
        names = (name for (start, end), name in held if start <= at < end)
        entry.exhibit = next(names, entry.exhibit)


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
