"""Ticks: an axis of numbers, written as the text writes them."""

from decimal import Decimal
from typing import Any

from crossfoot.amounts.show import show
from crossfoot.chart.columns import PLAIN, Column


def numbered(axis: Any, column: Column, most: int = 6) -> None:
    """Write the numbers of an axis in a column's unit, at round places."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    def say(value: float, _: int) -> str:
        number = Decimal(f"{value:.10g}")
        return show(number, column.unit, _short(column), PLAIN)

    axis.set_major_locator(MaxNLocator(most, steps=[1, 2, 2.5, 5, 10]))
    axis.set_major_formatter(FuncFormatter(say))


def _short(column: Column) -> str:
    """Return the format for an axis: the column's, but for one with a comparator."""
    first = column.format.split()[:1]
    return "" if first and first[0].isalpha() else column.format
