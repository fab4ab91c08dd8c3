"""What a recipe sees: `build/quantities.json` in, tables and quantities out.

Both are mappings that note what was asked of them, so that a figure is drawn again
when that, and nothing else, has changed.
"""

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from crossfoot.csvfile import Dialect, blocks
from crossfoot.engines.authored import PlainError
from crossfoot.fields import Field, Value, from_dict, is_missing, is_suppressed, parse
from crossfoot.findings import nearest


class MissingError(PlainError, KeyError):
    """A name that a mapping does not hold; says what is near it."""

    def __init__(self, kind: str, name: object, known: Mapping[str, Any]) -> None:
        near = nearest(str(name), known)
        hint = f"; the nearest is {near}" if near else ""
        super().__init__(f"there is no {kind} called {name}{hint}")

    def __str__(self) -> str:
        return str(self.args[0])


class Recording(Mapping[str, Any]):
    """A mapping that notes what it was asked for."""

    kind = "value"

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self.entries = entries
        self.asked: set[str] = set()
        """Keys asked for, also those that are not there."""
        self.listed = False
        """Whether the keys themselves were asked for."""

    def __getitem__(self, key: str) -> Any:
        self.asked.add(str(key))
        if key not in self.entries:
            raise MissingError(self.kind, key, self.entries)
        return self.value(key)

    def __iter__(self) -> Iterator[str]:
        self.listed = True
        return iter(sorted(self.entries))

    def __len__(self) -> int:
        self.listed = True
        return len(self.entries)

    def value(self, key: str) -> Any:
        """Return what stands behind a key that is there."""
        return self.entries[key]


class Quantities(Recording):
    """The named values, as Decimal."""

    kind = "quantity"

    def value(self, key: str) -> Decimal:
        """Return a quantity's value."""
        return Decimal(self.entries[key]["value"])


class Tables(Recording):
    """The tables, as DataFrames; each time a new one, which a recipe may change."""

    kind = "table"

    def __init__(self, entries: Mapping[str, Any], root: Path) -> None:
        super().__init__(entries)
        self.root = root
        self.made: dict[str, Any] = {}

    def value(self, key: str) -> Any:
        """Return a table as a DataFrame."""
        if key not in self.made:
            self.made[key] = frame(self.entries[key], self.root)
        return self.made[key].copy()


def frame(table: dict[str, Any], root: Path) -> Any:
    """Return the DataFrame of a table's JSON.

    Whole numbers are int64 (Int64 where cells are missing), other numbers float64,
    dates datetime64, everything else objects with None for a missing cell.
    """
    from pandas import DataFrame

    fields = [from_dict(one) for one in table["columns"]]
    texts = list(_texts(table, root))
    columns = {
        field.name: _series(field, [_value(field, row[at]) for row in texts])
        for at, field in enumerate(fields)
    }
    made = DataFrame(columns)
    made.attrs["units"] = {field.name: field.unit for field in fields if field.unit}
    made.attrs["titles"] = {field.name: field.title for field in fields if field.title}
    return made


def _texts(table: dict[str, Any], root: Path) -> Iterator[tuple[str, ...]]:
    """Yield the records' texts; a long table's are read from the file itself."""
    if "records" in table:
        for record in table["records"]:
            yield tuple(cell["text"] for cell in record["cells"])
        return
    width = len(table["columns"])
    path = root / table["file"]
    dialect = Dialect(**table.get("dialect", {"delimiter": table["delimiter"]}))
    for block in blocks(lambda: path.open("rb"), dialect):
        for _, _, texts, _ in block.rows():
            yield (*texts, *[""] * width)[:width]


def _value(field: Field, text: str) -> Value | None:
    if is_missing(field, text) or is_suppressed(field, text):
        return None
    return parse(field, text)


def _series(field: Field, values: list[Value | None]) -> Any:
    from pandas import Series, to_datetime

    gaps = None in values
    if field.type in {"integer", "year"} and all(map(_fits, values)):
        return Series(values, dtype="Int64" if gaps else "int64")
    if field.type == "number":
        numbers = [None if one is None else float(str(one)) for one in values]
        return Series(numbers, dtype="float64")
    if field.type == "boolean":
        return Series(values, dtype="boolean" if gaps else "bool")
    if field.type == "date":
        return to_datetime(Series(values, dtype="object"))
    return Series(values, dtype="object")


def _fits(value: Value | None) -> bool:
    """Say whether a whole number has room in 64 bits."""
    return value is None or (isinstance(value, int) and abs(value) < 2**63)


def texts_of(data: Any) -> dict[str, Any]:
    """Return a DataFrame as texts."""
    from pandas import DataFrame, RangeIndex

    data = DataFrame(data)
    if not isinstance(data.index, RangeIndex):
        data = data.reset_index()
    columns = [str(one) for one in data.columns]
    rows = data.itertuples(index=False, name=None)
    return {"columns": columns, "rows": [[_shown(one) for one in row] for row in rows]}


def _shown(value: Any) -> str:
    """Return a value as a reader would write it; a missing one is empty."""
    from pandas import NA, NaT, Timestamp

    if value is None or value is NA or value is NaT:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{Decimal(f'{value:.12g}'):f}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Timestamp):
        return str(value.isoformat()).removesuffix("T00:00:00")
    return str(value)
