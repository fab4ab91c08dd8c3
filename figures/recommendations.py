"""Recommendations by theme: a block for each, marked with the finding it answers."""

from collections.abc import Mapping
from decimal import Decimal

from matplotlib.figure import Figure
from pandas import DataFrame

Tables = Mapping[str, DataFrame]
Quantities = Mapping[str, Decimal]


def draw(tables: Tables, quantities: Quantities) -> Figure:
    """Return a row of blocks for each theme, its number at the end."""
    fig = Figure(layout="constrained")
    ax = fig.subplots()
    for theme, rows in groups(tables):
        for place, row in enumerate(rows.to_dict("records")):
            block = ax.barh(theme, 0.94, left=place, color="C0", alpha=0.2)
            text = f"{row['code']}\nanswers {row['answers']}"
            ax.bar_label(block, [text], label_type="center")
        ax.annotate(str(len(rows)), (len(rows) + 0.08, theme), va="center")
    ax.set_xlim(0, ax.get_xlim()[1] + 0.2)
    ax.invert_yaxis()
    ax.xaxis.set_visible(False)
    ax.spines["bottom"].set_visible(False)
    return fig


def alt(tables: Tables, quantities: Quantities) -> str:
    """Return the themes with their numbers and the findings they answer."""
    parts = [
        f"{theme} {len(rows)}, answering {', '.join(rows['answers'])}"
        for theme, rows in groups(tables)
    ]
    total = int(quantities["recommendations.count"])
    return f"Blocks for {total} recommendations: {'; '.join(parts)}."


def groups(tables: Tables) -> list[tuple[str, DataFrame]]:
    """Return each theme with its rows, in the order of the table."""
    rows = tables["recommendations"]
    return [(str(theme), part) for theme, part in rows.groupby("theme", sort=False)]
