"""Case studies: a square for each, a name in those that the record describes."""

from collections.abc import Mapping
from decimal import Decimal
from textwrap import fill

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from pandas import DataFrame

Tables = Mapping[str, DataFrame]
Quantities = Mapping[str, Decimal]
ACROSS = 4


def draw(tables: Tables, quantities: Quantities) -> Figure:
    """Return the squares in rows, the described ones first, shaded and named."""
    fig = Figure(layout="constrained")
    ax = fig.subplots()
    named = [
        f"{row['place']}\n\n{fill(row['organisation'], 18)}"
        for row in tables["case_studies"].to_dict("records")
    ]
    total = int(quantities["cases.detailed"])
    for index, text in enumerate([*named, *["not described"] * (total - len(named))]):
        row, column = divmod(index, ACROSS)
        square = Rectangle((column, row), 0.94, 0.92, alpha=0.2)
        if index >= len(named):
            square.set(fill=False, alpha=1, linestyle="--")
        ax.add_patch(square)
        ax.text(column + 0.47, row + 0.46, text, ha="center", va="center")
    ax.set_xlim(-0.03, ACROSS)
    ax.set_ylim(-(-total // ACROSS), -0.05)
    ax.set_axis_off()
    return fig


def alt(tables: Tables, quantities: Quantities) -> str:
    """Return how many squares there are and which of them carry a name."""
    rows = tables["case_studies"].to_dict("records")
    named = [f"{row['organisation']} in {row['place']}" for row in rows]
    total = int(quantities["cases.detailed"])
    return (
        f"{total} squares for {total} case studies. {len(named)} are shaded and "
        f"named: {'; '.join(named)}. The other {total - len(named)} are empty."
    )


def data(tables: Tables, quantities: Quantities) -> DataFrame:
    """Return the number of case studies described, not described and in all."""
    total = int(quantities["cases.detailed"])
    known = len(tables["case_studies"])
    rows = [("Described", known), ("Not described", total - known), ("Total", total)]
    return DataFrame(rows, columns=["Case studies", "Number"])
