"""Values that agree with seven ways of saying one amount, as stretches of a line."""

from collections.abc import Mapping
from decimal import Decimal

from matplotlib.figure import Figure
from pandas import DataFrame

Tables = Mapping[str, DataFrame]
Quantities = Mapping[str, Decimal]


def draw(tables: Tables, quantities: Quantities) -> Figure:
    """Return one stretch a wording; a hollow end is not included."""
    rows = tables["agreement"].to_dict("records")
    figure = Figure()
    axes = figure.subplots()
    axes.axvline(2, color="0.6", linewidth=0.8, linestyle="--")
    for place, row in enumerate(rows):
        axes.plot([row["low"], row["high"]], [place, place], color="C0")
        for end in ("low", "high"):
            fill = "C0" if row[f"{end}_included"] else "white"
            axes.plot(row[end], place, "o", color="C0", markerfacecolor=fill)
    axes.set_yticks(range(len(rows)), [row["said"] for row in rows])
    axes.invert_yaxis()
    axes.set_xlabel("True value in £bn; a hollow end is not included")
    return figure


def alt(tables: Tables, quantities: Quantities) -> str:
    """Return every stretch in words."""
    parts = []
    for row in tables["agreement"].to_dict("records"):
        low = "from" if row["low_included"] else "above"
        high = "to" if row["high_included"] else "below"
        parts.append(f"{row['said']}: {low} {row['low']:g} {high} {row['high']:g}")
    return f"Stretches of true values in billions of pounds. {'; '.join(parts)}."
