"""Panels: one small chart for each group, all to one scale."""

from typing import Any

from crossfoot.chart import paper
from crossfoot.chart.columns import columns, head, labels
from crossfoot.chart.lines import below
from crossfoot.chart.ticks import numbered

HIGH = 42.0
"""Millimetres of height that a row of panels takes."""


def multiples(  # noqa: PLR0913  a chart has as many sides to choose from
    table: Any,
    by: str,
    label: str,
    values: str,
    *,
    across: int = 3,
    unit: str = "",
    style: str = "",
    axis: str = "",
    title: str = "",
) -> Any:
    """Return a line for each group of rows, in a panel of its own.

    `by` is the column that names the group. All panels have one scale; behind each
    line the others stand in grey.
    """
    rows = list(dict.fromkeys(labels(table, label)))
    names = list(dict.fromkeys(labels(table, by)))
    (whole,) = columns(table, values, unit, style, ())
    groups = labels(table, by)
    paths = {
        name: _path(table[[one == name for one in groups]], label, values, rows)
        for name in names
    }
    across = min(across, len(names))
    figure, grid = _grid(across, -(-len(names) // across))
    for at, panel in enumerate(grid.flat):
        if at >= len(names):
            panel.set_axis_off()
            continue
        _panel(panel, names[at], paths)
        panel.tick_params(labelbottom=at + across >= len(names))
    first = grid[0][0]
    _scale(first, rows, across)
    numbered(first.yaxis, whole, 4)
    figure.supylabel(axis or whole.title, fontsize=paper.setting("axes.labelsize"))
    if title:
        figure.suptitle(title)
    return _remembered(figure, table, (by, label, values), whole.unit)


def _grid(across: int, deep: int) -> tuple[Any, Any]:
    """Return a figure, and its panels to one scale."""
    figure = paper.blank()
    figure.set_size_inches(figure.get_size_inches()[0], (HIGH * deep + 10) / paper.MM)
    return figure, figure.subplots(
        deep, across, sharex=True, sharey=True, squeeze=False
    )


def _path(part: Any, label: str, values: str, rows: list[str]) -> list[float]:
    """Return the numbers of a group in the order of all rows."""
    (one,) = columns(part, values, "", "", ())
    found = dict(zip(labels(part, label), one.floats(), strict=True))
    return [found.get(row, float("nan")) for row in rows]


def _panel(panel: Any, own: str, paths: dict[str, list[float]]) -> None:
    """Draw the line of one group, and those of the others behind it."""
    for name, path in paths.items():
        if name != own:
            panel.plot(range(len(path)), path, **_behind())
    panel.plot(range(len(paths[own])), paths[own], color=paper.colours(1)[0])
    panel.set_title(own)


def _behind() -> dict[str, Any]:
    return {"color": paper.setting("grid.color"), "linewidth": 1, "zorder": 0.5}


def _scale(panel: Any, rows: list[str], across: int) -> None:
    low, high = panel.get_ylim()
    panel.set_ylim(min(low, 0) if low < 0 else 0, high)
    below(panel, rows)
    if across > 1 and len(rows) > 2:
        ends = (0, len(rows) - 1)
        panel.set_xticks(ends, [rows[at] for at in ends])


def _remembered(figure: Any, table: Any, names: tuple[str, ...], unit: str) -> Any:
    used = zip(*(labels(table, name) for name in names), strict=True)
    figure.crossfoot = {
        "table": {
            "columns": [head(table, name) for name in names],
            "rows": [list(row) for row in used],
        },
        "units": ["", "", unit],
    }
    return figure
