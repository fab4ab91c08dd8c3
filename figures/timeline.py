"""When things happened: events on months, marked by the kind of event."""

from collections.abc import Mapping
from decimal import Decimal

from matplotlib.figure import Figure
from pandas import DataFrame

from crossfoot import chart

Tables = Mapping[str, DataFrame]
Quantities = Mapping[str, Decimal]


def draw(tables: Tables, quantities: Quantities) -> Figure:
    """Return a line for each event, with its name beside the months it took."""
    return chart.timeline(tables["timeline"], "event", "start", "end", kind="lane")


def alt(tables: Tables, quantities: Quantities) -> str:
    """Return the events in order, each with its months."""
    rows = tables["timeline"].to_dict("records")
    parts = [f"{row['event']}, {chart.span(row['start'], row['end'])}" for row in rows]
    return f"Timeline of {len(parts)} events: {'; '.join(parts)}."
