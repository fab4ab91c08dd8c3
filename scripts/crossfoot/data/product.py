"""What `build/quantities.json` holds: quantities and tables in, plain JSON out."""

from collections.abc import Iterable, Mapping
from typing import Any

from crossfoot import fields
from crossfoot.csvfile import Dialect, Row
from crossfoot.data.quantity import LISTED, Quantity, place_dict
from crossfoot.data.table import Table
from crossfoot.fields import Field, canonical, parse
from crossfoot.places import Place

SCHEMA = "crossfoot/quantities/1"


def product(
    quantities: Iterable[Quantity],
    tables: Iterable[Table],
    failed: Mapping[str, Place],
    read: Mapping[str, str],
) -> dict[str, Any]:
    """Return the product of the stage.

    `failed` are the places of keys without a value; `read` is the SHA-256 of each
    source file that the stage saw, by path.
    """
    return {
        "schema": SCHEMA,
        "quantities": [
            one.as_dict(read[one.file])
            for one in sorted(quantities, key=lambda one: one.key)
        ],
        "tables": [
            _table(one) for one in sorted(tables, key=lambda one: (one.name, one.file))
        ],
        "failed": [
            {"key": key, "place": place_dict(place)}
            for key, place in sorted(failed.items())
        ],
        "read": dict(read),
    }


def _table(table: Table) -> dict[str, Any]:
    out: dict[str, Any] = {
        "name": table.name,
        "file": table.file,
        "sha256": table.sha256,
        "delimiter": table.dialect.delimiter,
        "rows": table.count,
        "columns": [fields.as_dict(one) for one in table.fields],
    }
    if table.dialect != Dialect(table.dialect.delimiter):
        out["dialect"] = table.dialect.as_dict()
    if table.count <= LISTED:
        out["records"] = [_record(table, row) for row in table.records()]
    return out


def _record(table: Table, row: Row) -> dict[str, Any]:
    places = row.places(table.file)
    end = places[-1]
    cells = []
    for at, text in enumerate(row.values):
        place = places[at] if at < len(places) else None
        cell: dict[str, Any] = {
            "text": text,
            "column": place.column if place else end.end_column,
            "end_column": place.end_column if place else end.end_column,
        }
        plain = _plain(table.fields[at], text)
        if plain != text:
            cell["plain"] = plain
        for name in ("line", "end_line"):
            line = getattr(place or end, name)
            if line != row.line:
                cell[name] = line
        cells.append(cell)
    return {"line": row.line, "cells": cells}


def _plain(field: Field, text: str) -> str:
    """Return a number written with signs of its own, 1.200,50, as 1200.50."""
    own = field.group or field.decimal != "." or not field.bare
    if field.type not in {"integer", "number"} or not own:
        return text
    if text in field.missing or text in field.suppressed:
        return text
    value = parse(field, text)
    return text if value is None else canonical(value)
