"""What the roadmap holds: a bar for each kind of entry, the longest on top."""

from collections.abc import Mapping
from decimal import Decimal

from matplotlib.figure import Figure
from pandas import DataFrame

from crossfoot import chart

Tables = Mapping[str, DataFrame]
Quantities = Mapping[str, Decimal]


def draw(tables: Tables, quantities: Quantities) -> Figure:
    """Return the bars, each with its number at the end."""
    return chart.bars(tables["roadmap"], "label", "count", sort=True)


def alt(tables: Tables, quantities: Quantities) -> str:
    """Return the kinds of entry with their numbers, the largest first."""
    head = "Bar chart of what the roadmap holds"
    return chart.summary(head, tables["roadmap"], "label", "count", sort=True)
