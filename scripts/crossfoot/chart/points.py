"""Points: numbers said by their place, ranges between two, and histograms."""

import itertools
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crossfoot.chart import paper
from crossfoot.chart.columns import Column, columns, drawn, head, labels
from crossfoot.chart.ticks import numbered

SIZE = 8
"""Size of a point, in points."""


def dots(  # noqa: PLR0913  a chart has as many sides to choose from
    table: Any,
    label: str,
    values: str | Sequence[str],
    *,
    unit: str = "",
    style: str = "",
    names: Sequence[str] = (),
    sort: bool = False,
    axis: str = "",
    title: str = "",
) -> Any:
    """Return a point for each number, a row of the table in a line.

    Two columns make a range: a line from a hollow point to a filled one. More have a
    marker each. The axis need not start at nought, as places say the numbers.
    """
    if sort:
        first = values if isinstance(values, str) else values[-1]
        table = table.sort_values(first, ascending=False, kind="stable")
    found = columns(table, values, unit, style, names)
    rows = labels(table, label)
    figure, axes = paper.sheet(len(rows), extra=10 + 8 * (len(found) > 1))
    _marks(axes, found, len(rows))
    paper.rows(axes, rows)
    numbered(axes.xaxis, found[0])
    paper.named(axes, title, x=axis or found[0].title)
    if len(found) == 1:
        _beside(axes, found[0])
    else:
        where = {"loc": "lower left", "bbox_to_anchor": (0, 1), "borderaxespad": 0.2}
        axes.legend(ncols=min(len(found), 4), **where)
    return drawn(figure, head(table, label), rows, found)


def _marks(axes: Any, found: list[Column], rows: int) -> None:
    """Draw the points on a line for each row, and the ranges between two."""
    grid, across = paper.setting("grid.color"), axes.get_yaxis_transform()
    axes.hlines(range(rows), 0, 1, transform=across, color=grid)
    if len(found) == 2:
        _ranges(axes, found)
    for at, one in enumerate(found):
        look = _look(at, len(found))
        axes.plot(one.floats(), range(rows), label=one.title, **look)


def _look(at: int, count: int) -> dict[str, Any]:
    shade = paper.colours(1)[0] if count <= 2 else paper.colours(count)[at]
    hollow = count == 2 and at == 0
    return {
        "linestyle": "none",
        "marker": "o" if count <= 2 else paper.MARKS[at % len(paper.MARKS)],
        "markersize": SIZE,
        "color": shade,
        "markerfacecolor": paper.setting("axes.facecolor") if hollow else shade,
        "markeredgewidth": 1.8,
    }


def _ranges(axes: Any, found: list[Column]) -> None:
    shade = paper.colours(1)[0]
    for row, (one, other) in enumerate(zip(*(c.numbers for c in found), strict=True)):
        if one is not None and other is not None:
            axes.plot([float(one), float(other)], [row, row], color=shade, linewidth=3)


def _beside(axes: Any, one: Column) -> None:
    for row, value in enumerate(one.numbers):
        place = {"xytext": (8, 0), "textcoords": "offset points", "va": "center"}
        axes.annotate(one.say(value), (float(value or 0), row), **place)


def histogram(  # noqa: PLR0913  a chart has as many sides to choose from
    table: Any,
    values: str,
    *,
    bins: int | Sequence[float] = 12,
    unit: str = "",
    style: str = "",
    counted: str = "Number of rows",
    axis: str = "",
    title: str = "",
) -> Any:
    """Return how often numbers of a column fall into each of some intervals.

    `bins` is how many intervals, or their borders; `counted` what a row is.
    """
    import numpy as np

    (one,) = columns(table, values, unit, style, ())
    kept = [float(value) for value in one.numbers if value is not None]
    counts, borders = np.histogram(kept, bins=bins)
    figure, axes = paper.sheet()
    look = {"edgecolor": paper.setting("axes.facecolor"), "linewidth": 1}
    axes.bar(borders[:-1], counts, np.diff(borders), align="edge", **look)
    numbered(axes.xaxis, one, 10)
    numbered(axes.yaxis, Column("", "", ()))
    paper.named(axes, title, x=axis or one.title, y=counted)
    ends = [one.say(Decimal(f"{float(border):.6g}")) for border in borders]
    spans = [f"{low} to {high}" for low, high in itertools.pairwise(ends)]
    many = Column("", counted, tuple(Decimal(int(count)) for count in counts))
    return drawn(figure, one.title, spans, [many])
