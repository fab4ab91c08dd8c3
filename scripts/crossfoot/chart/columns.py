"""Columns: a table's columns in, names and exact values with their unit out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from crossfoot.amounts.cells import cell as read_cell
from crossfoot.amounts.show import Style, show

PLAIN = Style(words_to=0)
"""Numbers in figures, also small ones."""
NONE = "no data"
"""What stands where a cell is empty."""


class ColumnError(ValueError):
    """A column that the table does not have, or that holds no numbers."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of numbers."""

    name: str
    title: str
    """What a reader calls it."""
    numbers: tuple[Decimal | None, ...]
    """None where a cell is empty."""
    unit: str = "count"
    format: str = ""
    """As after `|` in the text; empty for the house style."""

    def say(self, value: Decimal | None) -> str:
        """Return a value as the text would write it."""
        if value is None:
            return NONE
        return show(value, self.unit, self.format, PLAIN)

    def floats(self) -> list[float]:
        """Return the values for drawing, not-a-number where a cell is empty."""
        return [float("nan") if one is None else float(one) for one in self.numbers]


def column(
    table: Any, name: str, *, unit: str = "", style: str = "", title: str = ""
) -> Column:
    """Return a column of a DataFrame; `unit`, `style` and `title` go before its own."""
    units, titles = table.attrs.get("units", {}), table.attrs.get("titles", {})
    return Column(
        name,
        title or str(titles.get(name) or name),
        tuple(_numbers(table, name)),
        unit or str(units.get(name) or "count"),
        style,
    )


def columns(
    table: Any, names: str | Sequence[str], unit: str, style: str, titles: Sequence[str]
) -> list[Column]:
    """Return one column or several."""
    asked = [names] if isinstance(names, str) else list(names)
    said = [*titles, *[""] * len(asked)]
    return [
        column(table, name, unit=unit, style=style, title=said[at])
        for at, name in enumerate(asked)
    ]


def labels(table: Any, name: str) -> list[str]:
    """Return a column as texts."""
    return [text(cell) for cell in _cells(table, name)]


def text(cell: Any) -> str:
    """Return a cell as a label: a date without its time, a whole number as such."""
    import pandas as pd

    if pd.isna(cell):
        return ""
    if isinstance(cell, pd.Timestamp):
        return str(cell.isoformat()).removesuffix("T00:00:00")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def exact(cell: Any) -> Decimal | None:
    """Return a cell as the number that was typed, None where it is empty."""
    import pandas as pd

    if isinstance(cell, Decimal):
        return cell
    if pd.isna(cell):
        return None
    if isinstance(cell, bool | str):
        raise ColumnError(f"“{cell}” is no number")
    if isinstance(cell, float):
        return Decimal(f"{cell:.12g}")  # without what binary fractions add
    return Decimal(int(cell))


def _numbers(table: Any, name: str) -> Iterator[Decimal | None]:
    """Yield a column's numbers; the first cell that keeps it from having any is named.

    One word among numbers makes all cells of a column texts.
    """
    cells = _cells(table, name)
    try:
        yield from map(exact, cells)
    except ColumnError as problem:
        words = [(row, one) for row, one in enumerate(cells, 1) if _is_word(one)]
        if not words:
            raise ColumnError(f"column “{name}” is declared as text") from problem
        row, word = words[0]
        said = f"column “{name}” holds “{word}” in row {row}, which is no number"
        raise ColumnError(said) from problem


def _is_word(cell: Any) -> bool:
    return isinstance(cell, bool | str) and read_cell(str(cell)).amount is None


def _cells(table: Any, name: str) -> list[Any]:
    if name not in table.columns:
        known = ", ".join(map(str, table.columns))
        raise ColumnError(f"the table has no column “{name}”; it has {known}")
    return list(table[name])


def drawn(figure: Any, head: str, names: Sequence[str], found: Sequence[Column]) -> Any:
    """Return a figure that remembers what it shows, for the table beside it."""
    rows = [
        [label, *(_plain(one.numbers[at]) for one in found)]
        for at, label in enumerate(names)
    ]
    figure.crossfoot = {
        "table": {"columns": [head, *(one.title for one in found)], "rows": rows},
        "units": ["", *(one.unit for one in found)],
    }
    return figure


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def head(table: Any, name: str) -> str:
    """Return what a reader calls a column of labels."""
    return str(table.attrs.get("titles", {}).get(name) or name)
