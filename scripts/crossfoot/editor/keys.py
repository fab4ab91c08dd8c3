"""Completion in the report's YAML files: JSON schemas and a place in, keys out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crossfoot.editor import suggestions as offer
from crossfoot.editor.spots import Spot, spot
from crossfoot.editor.suggestions import Suggestion
from crossfoot.editor.world import World
from crossfoot.editor.yamlnames import OPERANDS
from crossfoot.places import Span, Text

Schema = Mapping[str, Any]

OF_COLUMN = frozenset(
    {"distinct", "max", "mean", "median", "min", "rank", "sum", "value", "weights"}
)
"""Options of `quantities.yml` whose value is a column's name."""


def complete(
    text: Text, offset: int, world: World, schemas: Mapping[str, Schema]
) -> tuple[Span, list[Suggestion]]:
    """Return the span that is replaced and what may be written there."""
    name = text.file.rpartition("/")[2]
    here = spot(text, offset)
    span = (offset - len(here.typed), offset)
    if name not in schemas:
        return span, []
    made = list(_names(here, name, world)) if here.after else []
    top = schemas[name]
    if not made:
        parts = _at(top, top, here.path)
        made = list(_values(parts, top)) if here.after else []
        if not here.after or here.path[-1] == "-":
            made += _keys(parts, top, here)
    typed = here.typed.lower()
    return span, [one for one in dict.fromkeys(made) if typed in one.label.lower()]


def _names(here: Spot, file: str, world: World) -> Iterator[Suggestion]:
    """Yield the names of the report that may be the value here."""
    path = [one for one in here.path if one != "-"]
    last = path[-1] if path else ""
    if file == "quantities.yml":
        yield from _operands(path, here, world)
    elif file == "checks.yml":
        if path[:1] in (["identities"], ["agree"]):
            yield from offer.quantities(world)
        elif last == "code":
            yield from offer.codes()
    elif last in {"chapters", "starts"}:
        for name in world.chapters:
            yield Suggestion(name.removeprefix(world.prefix), "file", "chapter")


def _operands(path: list[str], here: Spot, world: World) -> Iterator[Suggestion]:
    option = path[1] if len(path) > 1 else ""
    if option == "from" and "percent_change" not in here.beside:
        for file in sorted(world.tables):
            yield Suggestion(file.removeprefix(world.prefix), "file", "table")
    elif option in OPERANDS or option == "from":
        yield from offer.quantities(world)
    elif option in OF_COLUMN:
        yield from offer.columns(here.beside.get("from", ""), world)


def _at(top: Schema, schema: Schema, path: Iterable[str]) -> list[Schema]:
    """Return the schemas that a path leads to."""
    found = [*_alternatives(top, schema)]
    for step in path:
        found = [
            deeper
            for one in found
            for below in _below(one, step)
            for deeper in _alternatives(top, below)
        ]
    return found


def _alternatives(top: Schema, schema: Schema) -> Iterator[Schema]:
    """Yield a schema, or what it may be: references followed."""
    if "$ref" in schema:
        here: Any = top
        for part in str(schema["$ref"]).removeprefix("#/").split("/"):
            here = here[part]
        yield from _alternatives(top, here)
        return
    yield schema
    for name in ("oneOf", "anyOf", "allOf"):
        for one in schema.get(name, ()):
            yield from _alternatives(top, one)


def _below(schema: Schema, step: str) -> Iterator[Schema]:
    if step == "-":
        below = schema.get("items")
    else:
        below = schema.get("properties", {}).get(step)
        below = schema.get("additionalProperties") if below is None else below
    if isinstance(below, Mapping):
        yield below


def _keys(parts: Iterable[Schema], top: Schema, here: Spot) -> Iterator[Suggestion]:
    """Yield the keys that a mapping may have besides those that it has."""
    fitting = [one for one in parts if here.beside.keys() <= _known(one)]
    found: dict[str, list[tuple[str, str]]] = {}
    for one in fitting:
        for name, said in one.get("properties", {}).items():
            if name not in here.beside:
                told = (str(one.get("title") or ""), _about(said, top))
                found.setdefault(name, []).append(told)
    for name, every in found.items():
        # A key of several operations is explained by what it says of itself.
        title = every[0][0] if len(every) == 1 and len(fitting) > 1 else ""
        yield Suggestion(name, "key", title, every[0][1], f"{name}: ")


def _known(schema: Schema) -> set[str]:
    return set(schema.get("properties", ()))


def _about(schema: Schema, top: Schema) -> str:
    """Return what a schema says of itself."""
    every = (one.get("description", "") for one in _alternatives(top, schema))
    return str(schema.get("description") or next(filter(None, every), ""))


def _values(parts: Iterable[Schema], top: Schema) -> Iterator[Suggestion]:
    """Yield the values that a schema names."""
    for one in parts:
        for value in one.get("enum", ()):
            yield Suggestion(str(value), "value")
        if "const" in one:
            yield Suggestion(str(one["const"]), "value")
        if one.get("type") == "boolean":
            yield from (Suggestion(word, "value") for word in ("true", "false"))
        if "items" in one:
            yield from _values(_alternatives(top, one["items"]), top)
        for example in one.get("examples", ()):
            if isinstance(example, str):
                yield Suggestion(example, "value", "for example")
