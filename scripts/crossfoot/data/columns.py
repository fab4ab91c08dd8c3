"""A field of a Table Schema: its JSON in, a column with its constraints out."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from crossfoot.data.reader import Path, Reader
from crossfoot.data.schema import Column, Marks
from crossfoot.fields import FORMATS, PARSERS, Field, Value, canonical, parse, wanted
from crossfoot.findings import nearest

LENGTHS = ("minLength", "maxLength")
LIMITS = ("exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum")
SHAPES = {"geojson": ("topojson",), "geopoint": ("array", "object")}
"""Formats of the types for places."""
FIELD_KEYS = (
    *("bareNumber", "categories", "categoriesOrdered", "constraints", "decimalChar"),
    *("delimiter", "description", "example", "falseValues", "format", "groupChar"),
    *("itemType", "missingValues", "name", "rdfType", "step", "suppressed", "title"),
    *("trueValues", "type", "unit"),
)
CONSTRAINTS = {*LENGTHS, *LIMITS, "enum", "pattern", "required", "unique"}
ORDERED = {"date", "datetime", "integer", "number", "time", "year", "yearmonth"}
"""Types whose values have an order."""


def column(reader: Reader, entry: Any, path: Path, marks: Marks) -> Column | None:
    """Return the column that a field declares, or None when it names none."""
    name = entry.get("name") if isinstance(entry, dict) else None
    if not isinstance(name, str):
        reader.fault("Field has no name", path, 'Write "name": "…"')
        return None
    field = _field(reader, entry, path, marks)
    for key in sorted(entry.keys() - set(FIELD_KEYS)):
        if near := nearest(key, FIELD_KEYS):
            message = f"“{key}” of {name} is no part of a field, and does nothing"
            reader.fault(message, (*path, key), f"Write {near}", "warning")
    found = entry.get("constraints", {})
    if isinstance(found, dict) and "categories" in entry:
        found = {"enum": _categories(entry["categories"]), **found}
    place = reader.place((*path, "name"))
    if not isinstance(found, dict):
        reader.fault("Constraints are not an object", (*path, "constraints"), "")
        return Column(field, place)
    return _constrained(reader, Column(field, place), found, (*path, "constraints"))


def _categories(found: Any) -> Any:
    """Return the values of `categories`, which may have labels beside them."""
    if not isinstance(found, list):
        return found
    return [one.get("value") if isinstance(one, dict) else one for one in found]


def _field(reader: Reader, entry: dict[str, Any], path: Path, marks: Marks) -> Field:
    kind = _type(reader, entry, path)
    numeric = kind in {"integer", "number"}
    return Field(
        name=entry["name"],
        type=kind,
        format=_format(reader, entry, path, kind),
        unit=_text(entry, "unit"),
        title=_text(entry, "title"),
        decimal=(_text(entry, "decimalChar") or ".") if kind == "number" else ".",
        group=(_text(entry, "groupChar") or "") if numeric else "",
        bare=entry.get("bareNumber") is not False or not numeric,
        true=reader.texts(entry, "trueValues", path, Field("").true),
        false=reader.texts(entry, "falseValues", path, Field("").false),
        missing=reader.texts(entry, "missingValues", path, marks.missing),
        suppressed=reader.texts(entry, "suppressed", path, marks.suppressed),
        step=_step(reader, entry, path) if numeric else None,
    )


def _text(entry: dict[str, Any], key: str) -> str | None:
    value = entry.get(key)
    return value if isinstance(value, str) else None


def _step(reader: Reader, entry: dict[str, Any], path: Path) -> Decimal | None:
    """Return the step to which a column's numbers are rounded."""
    found = entry.get("step")
    text = str(found) if isinstance(found, int | Decimal | str) else ""
    step = parse(Field("step", "number"), text)
    if isinstance(step, Decimal) and step > 0:
        return step
    if found is not None:
        message = f"step of {entry['name']} is “{found}”; expected more than 0"
        reader.fault(message, (*path, "step"), 'Write "step": 1000')
    return None


def _type(reader: Reader, entry: dict[str, Any], path: Path) -> str:
    kind = entry.get("type", "string")
    if isinstance(kind, str) and kind in PARSERS:
        return kind
    near = nearest(str(kind), PARSERS) or "string"
    reader.fault(
        f"Type “{kind}” of {entry['name']} is not known",
        (*path, "type"),
        f"Write {near}; types are {', '.join(sorted(PARSERS))}",
    )
    return "string"


def _format(reader: Reader, entry: dict[str, Any], path: Path, kind: str) -> str:
    form = entry.get("format", "default")
    if form in {"default", "any"} or (kind == "string" and form in FORMATS):
        return str(form)
    if kind in {"date", "datetime", "time"} and "%" in str(form):
        return str(form)
    if form in SHAPES.get(kind, ()):
        return str(form)
    reader.fault(
        f"Format “{form}” is not known for the type {kind}",
        (*path, "format"),
        "Write a pattern such as %d/%m/%Y, or leave it out",
        "warning",
    )
    return "default"


def _constrained(
    reader: Reader, column: Column, found: dict[str, Any], path: Path
) -> Column:
    for key in found.keys() - CONSTRAINTS:
        near = nearest(key, CONSTRAINTS)
        reader.fault(
            f"Constraint “{key}” is not known",
            (*path, key),
            f"Write {near}" if near else f"Known are {', '.join(sorted(CONSTRAINTS))}",
        )
    values = {
        key: READERS[key](reader, column.field, found[key], (*path, key))
        for key in sorted(found.keys() & CONSTRAINTS)
    }
    return replace(column, **{TARGETS.get(key, key): v for key, v in values.items()})


TARGETS = {
    "exclusiveMaximum": "below",
    "exclusiveMinimum": "above",
    "maxLength": "longest",
    "minLength": "shortest",
}


def _flag(reader: Reader, _: Field, value: Any, path: Path) -> bool:
    if not isinstance(value, bool):
        reader.fault(f"{path[-1]} is “{value}”; expected true or false", path, "")
    return value is True


def _limit(reader: Reader, field: Field, value: Any, path: Path) -> Value | None:
    if field.type in ORDERED:
        return _value(reader, field, value, path)
    reader.fault(
        f"{path[-1]} of a column of type {field.type} says nothing",
        path,
        "Give the column a type that has an order, or take the constraint out",
    )
    return None


def _value(reader: Reader, field: Field, value: Any, path: Path) -> Value | None:
    """Return a value of a constraint, which may be written as number or text."""
    bare = replace(field, decimal=".", group="", bare=True)
    plain = isinstance(value, bool | int | Decimal)
    text = canonical(value) if plain else str(value)
    found = parse(bare if plain else field, text)
    if found is None and isinstance(value, str):
        found = parse(bare, text)
    if found is None:
        reader.fault(f"{path[-1]} holds “{value}”; expected {wanted(field)}", path, "")
    return found


def _enum(
    reader: Reader, field: Field, value: Any, path: Path
) -> tuple[Value, ...] | None:
    if not isinstance(value, list):
        reader.fault("enum is not a list", path, "Write a list of values")
        return None
    read = (_value(reader, field, one, (*path, at)) for at, one in enumerate(value))
    return tuple(one for one in read if one is not None)


def _pattern(
    reader: Reader, _: Field, value: Any, path: Path
) -> re.Pattern[str] | None:
    try:
        return re.compile(str(value))
    except re.error as problem:
        reader.fault(
            f"Pattern “{value}” is not a regular expression: {problem.msg}", path, ""
        )
        return None


def _length(reader: Reader, _: Field, value: Any, path: Path) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    reader.fault(f"{path[-1]} is “{value}”; expected a whole number", path, "")
    return None


READERS: dict[str, Callable[[Reader, Field, Any, Path], Any]] = {
    "enum": _enum,
    "exclusiveMaximum": _limit,
    "exclusiveMinimum": _limit,
    "maxLength": _length,
    "maximum": _limit,
    "minLength": _length,
    "minimum": _limit,
    "pattern": _pattern,
    "required": _flag,
    "unique": _flag,
}
