"""Money named in the two plans: closed bars for amounts, an open one for a bound."""

from collections.abc import Mapping
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from pandas import DataFrame

from crossfoot import chart

Tables = Mapping[str, DataFrame]
Quantities = Mapping[str, Decimal]
BILLION = Decimal(10**9)


def draw(tables: Tables, quantities: Quantities) -> Figure:
    """Return one bar an amount, in billions; a bound runs on as a dashed arrow."""
    fig = Figure(layout="constrained")
    ax = fig.subplots()
    for place, row in enumerate(data(tables, quantities).to_dict("records")):
        end = float(row["amount"] / BILLION)
        ax.barh(row["label"], end, color=f"C{min(place, 1)}")
        if row["bound"]:
            open_end(ax, end, place)
        label = worded(row["amount"], bound=row["bound"])
        ax.text(end + (0.45 if row["bound"] else 0.05), place, label, va="center")
    ax.invert_yaxis()
    ax.xaxis.set_visible(False)
    ax.spines["bottom"].set_visible(False)
    ax.set_xlim(0, float(quantities["recharge.case"] / BILLION) * 1.2)
    return fig


def open_end(ax: Axes, end: float, place: int) -> None:
    """Draw the arrow that says that the true amount lies further on."""
    arrow = {"arrowstyle": "->", "linestyle": "--", "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", (end + 0.4, place), (end, place), arrowprops=arrow)


def alt(tables: Tables, quantities: Quantities) -> str:
    """Return the amounts in words and say which of them is a bound."""
    rows = data(tables, quantities).to_dict("records")
    parts = [
        f"{row['label']}, {worded(row['amount'], bound=row['bound'])}" for row in rows
    ]
    return (
        f"Bar chart of money in the plans: {'; '.join(parts)}. "
        "The bar of an amount published as “over” ends in an arrow."
    )


def data(tables: Tables, quantities: Quantities) -> DataFrame:
    """Return label, amount in pounds and whether it is a bound, as drawn."""
    labels = {
        "Recharge": "Asks carried over from it",
        "Community recovery": "Further asks for communities",
    }
    rows = [("Recharge investment case", quantities["recharge.case"], False)]
    for row in tables["asks"].to_dict("records"):
        bound = row["published_as"] == "over"
        rows.append((labels[row["origin"]], Decimal(row["amount"]), bound))
    return DataFrame(rows, columns=["label", "amount", "bound"])


def worded(amount: Decimal, *, bound: bool) -> str:
    """Return an amount as the report writes it: `over £2bn`, `£203m`."""
    return f"{'over ' if bound else ''}{chart.number(amount, 'GBP')}"
