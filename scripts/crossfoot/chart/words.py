"""Words: what a chart shows, written from its data."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crossfoot.amounts.show import show
from crossfoot.chart.columns import PLAIN, columns, exact, labels

MOST = 12
"""Rows that an alternative text lists one by one."""


def number(value: Any, unit: str = "count", style: str = "") -> str:
    """Return a value as the text writes it: `£205m`, `12%`, `41,200`."""
    found = value if isinstance(value, Decimal) else exact(value)
    return "no data" if found is None else show(found, unit, style, PLAIN)


def summary(  # noqa: PLR0913  a text has as many sides to choose from
    head: str,
    table: Any,
    label: str,
    values: str | Sequence[str],
    *,
    unit: str = "",
    style: str = "",
    names: Sequence[str] = (),
    sort: bool = False,
) -> str:
    """Return an alternative text: `head`, and the numbers of each row.

    A long table is told by its largest and smallest numbers.
    """
    if sort:
        first = values if isinstance(values, str) else values[0]
        table = table.sort_values(first, ascending=False, kind="stable")
    found, rows = columns(table, values, unit, style, names), labels(table, label)
    if len(rows) * len(found) > MOST:
        return f"{head}. {' '.join(_ends(rows, one) for one in found)}"
    parts = []
    for at, row in enumerate(rows):
        said = [
            one.say(one.numbers[at]) + (f" ({one.title})" if len(found) > 1 else "")
            for one in found
        ]
        parts.append(f"{row}, {' and '.join(said)}")
    return f"{head}: {'; '.join(parts)}."


def _ends(rows: list[str], one: Any) -> str:
    pairs = [(value, at) for at, value in enumerate(one.numbers) if value is not None]
    if not pairs:
        return f"{one.title} has no data."
    high = max(pairs, key=lambda pair: pair[0])
    low = min(pairs, key=lambda pair: pair[0])
    return (
        f"{one.title}: highest for {rows[high[1]]}, {one.say(high[0])};"
        f" lowest for {rows[low[1]]}, {one.say(low[0])}."
    )
