"""Findings by theme: a mark and a name for each, grouped under its theme."""

from collections.abc import Mapping
from decimal import Decimal

from matplotlib.figure import Figure
from pandas import DataFrame

Tables = Mapping[str, DataFrame]
Quantities = Mapping[str, Decimal]
MARKERS = "osD^vP"


def draw(tables: Tables, quantities: Quantities) -> Figure:
    """Return the findings as a marked list; each theme has a mark of its own."""
    fig = Figure(layout="constrained")
    ax = fig.subplots()
    top = 0
    for index, (theme, rows) in enumerate(groups(tables)):
        lines = range(top, top + len(rows))
        ax.scatter([0] * len(rows), lines, marker=MARKERS[index], color=f"C{index}")
        for line, row in zip(lines, rows.to_dict("records"), strict=True):
            ax.text(0.02, line, f"{row['code']}  {row['finding']}", va="center")
        label = f"{theme}: {len(rows)}"
        ax.text(-0.03, top, label, ha="right", va="center", weight="bold")
        top += len(rows) + 1
    ax.set_xlim(-0.55, 0.62)
    ax.set_ylim(top - 1.3, -0.7)
    ax.set_axis_off()
    return fig


def alt(tables: Tables, quantities: Quantities) -> str:
    """Return the themes with the number and the names of their findings."""
    parts = [
        f"{theme}, {len(rows)}: {'; '.join(rows['finding'])}"
        for theme, rows in groups(tables)
    ]
    total = int(quantities["themes.findings"])
    return f"List of {total} findings in {len(parts)} themes. {'. '.join(parts)}."


def groups(tables: Tables) -> list[tuple[str, DataFrame]]:
    """Return each theme with its rows, in the order of the table."""
    rows = tables["themes"]
    return [(str(theme), part) for theme, part in rows.groupby("theme", sort=False)]
