"""What the roadmap holds: a bar for each kind of entry, the longest on top."""

from collections.abc import Mapping
from decimal import Decimal

from matplotlib.figure import Figure
from pandas import DataFrame

Tables = Mapping[str, DataFrame]
Quantities = Mapping[str, Decimal]


def draw(tables: Tables, quantities: Quantities) -> Figure:
    """Return the bars, each with its number at the end."""
    rows = tables["roadmap"].sort_values("count")
    fig = Figure(layout="constrained")
    ax = fig.subplots()
    bars = ax.barh(rows["label"], [int(count) for count in rows["count"]])
    ax.bar_label(bars, padding=4)
    ax.xaxis.set_visible(False)
    return fig


def alt(tables: Tables, quantities: Quantities) -> str:
    """Return the kinds of entry with their numbers, the largest first."""
    rows = tables["roadmap"].sort_values("count", ascending=False)
    parts = [f"{row['label']}, {row['count']}" for row in rows.to_dict("records")]
    return f"Bar chart of what the roadmap holds: {'; '.join(parts)}."
