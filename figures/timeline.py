"""When things happened: events on months, marked by the kind of event."""

from collections.abc import Mapping
from decimal import Decimal

from matplotlib.figure import Figure
from pandas import DataFrame

Tables = Mapping[str, DataFrame]
Quantities = Mapping[str, Decimal]
NAMES: tuple[str, ...] = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")
NAMES += ("Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LOOKS = {"Plan": ("s", "C1"), "Response": ("o", "C2"), "Review": ("D", "C0")}


def draw(tables: Tables, quantities: Quantities) -> Figure:
    """Return a line for each event, with its name beside the months it took."""
    fig = Figure(layout="constrained")
    ax = fig.subplots()
    rows = tables["timeline"].to_dict("records")
    for place, row in enumerate(rows):
        ends = [number(row["start"]), number(row["end"])]
        marker, colour = LOOKS[row["lane"]]
        ax.plot(ends, [place, place], marker=marker, color=colour, linewidth=4)
        label = f"{row['event']}\n{row['lane']}, {spoken(row['start'], row['end'])}"
        ax.text(ends[1] + 0.4, place, label, va="center")
    first, last = number(rows[0]["start"]), number(rows[-1]["end"])
    quarters = range(first, last + 1, 3)
    ax.set_xticks(quarters, [name(month) for month in quarters])
    ax.set_xlim(first - 0.5, last + 4)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.yaxis.set_visible(False)
    return fig


def alt(tables: Tables, quantities: Quantities) -> str:
    """Return the events in order, each with its months."""
    rows = tables["timeline"].to_dict("records")
    parts = [f"{row['event']}, {spoken(row['start'], row['end'])}" for row in rows]
    return f"Timeline of {len(parts)} events: {'; '.join(parts)}."


def number(month: str) -> int:
    """Return a month such as `2020-03`, counted from January of year 0."""
    year, part = month.split("-")
    return int(year) * 12 + int(part) - 1


def name(months: int) -> str:
    """Return the month that `number` counted, as `Mar 2020`."""
    return f"{NAMES[months % 12]} {months // 12}"


def spoken(start: str, end: str) -> str:
    """Return a stretch of months, as `Mar 2020` or `Aug 2020 to Sep 2020`."""
    names = [name(number(start)), name(number(end))]
    return names[0] if start == end else " to ".join(names)
