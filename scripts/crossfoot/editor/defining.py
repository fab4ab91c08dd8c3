"""Definitions: a mention in, the places that it leads to out."""

import re
from collections.abc import Iterator, Mapping

from crossfoot.editor.mentions import Mention
from crossfoot.editor.names import everywhere
from crossfoot.editor.world import World
from crossfoot.places import Place, Text


def definitions(
    one: Mention, file: str, texts: Mapping[str, Text], world: World
) -> list[Place]:
    """Return where a name is given, in whatever file that is.

    A quantity leads to its entry; its entry, to the row of the table that it rests on.
    """
    if one.kind in {"figure", "table", "file"}:
        target = _file(one, world)
        return [Place(target)] if target else []
    given = [
        found.place
        for found in everywhere(texts, world, one.kind, one.name)
        if found.mention.defines
    ]
    here = any(place.file == file for place in given) and one.defines
    if one.kind == "quantity" and (here or not given):
        return [*_sources(one.name, world)] or given
    if one.kind == "label" and not given:
        label = world.label(one.name)  # an id that pandoc made of a heading
        return [Place(label.file, label.line, 1, label.line)] if label else []
    return given


def _file(one: Mention, world: World) -> str:
    """Return the path of the file that a name stands for."""
    if one.kind == "figure":
        made = world.figures.get(one.name, {})
        return str(made.get("recipe") or f"figures/{one.name}.py")
    if one.kind == "table":
        return next((file for file in world.tables if _stem(file) == one.name), "")
    return world.source(one.name)


def _stem(file: str) -> str:
    return re.sub(r".*/|\.csv$", "", file)


def _sources(key: str, world: World) -> Iterator[Place]:
    """Yield the rows of the table that a quantity rests on, the first one."""
    source = world.quantities.get(key, {}).get("source") or {}
    if source.get("file"):
        line = (source.get("rows") or [1])[0]
        yield Place(source["file"], line, 1, line)
