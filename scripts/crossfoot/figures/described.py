"""Long descriptions: the table behind a chart in, plain English out.

What is said of each column of numbers: over time, how it went from first to last;
otherwise where it is highest and where it is lowest.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from crossfoot.amounts.show import Style, show
from crossfoot.findings import listed, several

PLAIN = Style(words_to=0)
WIDEST = 24
"""Digits before or after the point beyond which a cell is no number of a report."""
MOST = 6
"""Columns that are told one by one."""
YEAR = r"(?:1[5-9]|2[0-2])\d\d"
TIME = re.compile(rf"{YEAR}(?:[-/–]\d\d(?:-\d\d)?|[-/–]{YEAR}| ?Q[1-4])?|Q[1-4] {YEAR}")
"""A year, a month, a day, a financial year, a quarter."""
QUARTER = re.compile(rf"(Q[1-4]) ({YEAR})")


class Cell(NamedTuple):
    """A number of a column."""

    value: Decimal
    label: str
    """Of its row."""
    said: str


def described(table: Mapping[str, Any] | None, units: Sequence[str] = ()) -> str:
    """Return a table in words, its numbers as the text writes them.

    `units` are those of its columns, "" where there is none: numbers of such columns
    are said as they stand.
    """
    if not table or not table["rows"] or len(table["columns"]) < 2:
        return ""
    labels = [row[0] for row in table["rows"]]
    over_time = in_time(labels)
    span = f", from {labels[0]} to {labels[-1]}" if over_time else ""
    out = [f"The chart shows {several(len(labels), 'row')} of data{span}."]
    told = [
        (column, cells)
        for at, column in enumerate(table["columns"][1:], start=1)
        if (cells := _cells(table["rows"], at, units[at] if at < len(units) else ""))
    ]
    tell = _course if over_time else _extremes
    out += [tell(column, cells) for column, cells in told[:MOST]]
    if told[MOST:]:
        rest = listed(column for column, _ in told[MOST:])
        out.append(f"It also shows {rest}.")
    return " ".join(out)


def in_time(labels: Sequence[str]) -> bool:
    """Say whether labels are three or more times in their order."""
    if len(labels) < 3 or not all(TIME.fullmatch(one) for one in labels):
        return False
    keys = [QUARTER.sub(r"\2 \1", one) for one in labels]
    return all(one < other for one, other in itertools.pairwise(keys))


def _cells(rows: Sequence[Sequence[str]], at: int, unit: str) -> list[Cell]:
    """Return the numbers of a column, none when a cell holds something else."""
    out = []
    for row in rows:
        value = _number(row[at])
        if value is not None:
            said = show(value, unit, "", PLAIN) if unit else row[at]
            out.append(Cell(value, row[0], said))
        elif row[at]:
            return []
    return out


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    if not found.is_finite() or abs(found.adjusted()) > WIDEST:
        return None
    return found


def _extremes(column: str, cells: list[Cell]) -> str:
    high = max(cells, key=lambda one: one.value)
    low = min(cells, key=lambda one: one.value)
    if low.value == high.value:
        return f"{column}: {low.said} throughout."
    return (
        f"{column}: highest for {high.label}, {high.said};"
        f" lowest for {low.label}, {low.said}."
    )


def _course(column: str, cells: list[Cell]) -> str:
    """Return how a column went from its first number to its last."""
    first, last = cells[0], cells[-1]
    steps = [b.value - a.value for a, b in itertools.pairwise(cells)]
    if not any(steps):
        return f"{column}: {first.said} throughout."
    between = f"from {first.said} in {first.label} to {last.said} in {last.label}"
    if all(step >= 0 for step in steps):
        return f"{column}: up throughout, {between}."
    if all(step <= 0 for step in steps):
        return f"{column}: down throughout, {between}."
    high = max(cells, key=lambda one: one.value)
    low = min(cells, key=lambda one: one.value)
    course = f"{'up' if last.value > first.value else 'down'} {between}"
    if last.value == first.value:
        course = f"{first.said} in {first.label} and again in {last.label}"
    ends = {first.label, last.label}
    more = [
        f"a {name} of {one.said} in {one.label}"
        for name, one in (("high", high), ("low", low))
        if one.label not in ends
    ]
    return f"{column}: {course}" + (f", with {listed(more)}." if more else ".")
