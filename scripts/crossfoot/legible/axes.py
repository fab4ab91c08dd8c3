"""Axes: whether a reader can tell what is measured, and from where on."""

import re
from collections.abc import Iterator
from typing import Any

from crossfoot.legible.fault import Fault, Sheet, labels

PLAIN = re.compile(r"[−-]?[0-9][0-9,.  ]*")
"""A number that names no unit."""
YEAR = re.compile(r"(?:1[5-9]|2[0-2])[0-9]{2}")


def titles(page: Sheet) -> Iterator[Fault]:
    """Yield FIG10 for axes of bare numbers that nothing names."""
    for axes in page.axes:
        if axes.name != "rectilinear" or hasattr(axes, "_colorbar"):
            continue
        if not axes.has_data():
            continue
        for name in ("x", "y"):
            axis = getattr(axes, f"{name}axis")
            if _bare(axes, axis) and not _named(page, axes, name):
                side = "horizontal" if name == "x" else "vertical"
                yield Fault(
                    "FIG10",
                    f"The {side} axis shows bare numbers and has no title",
                    f"Say what is measured, and in what: axes.set_{name}label(…)",
                    axes,
                )


def _bare(axes: Any, axis: Any) -> bool:
    """Say whether an axis shows numbers without a unit, and not just years."""
    from matplotlib.category import StrCategoryFormatter
    from matplotlib.ticker import FixedFormatter

    if not (axes.axison and axis.get_visible()):
        return False
    if isinstance(axis.get_major_formatter(), StrCategoryFormatter | FixedFormatter):
        return False
    shown = (one.get_text().strip() for one in labels(axis) if one.get_visible())
    said = [one for one in shown if one]
    if len(said) < 2 or not all(PLAIN.fullmatch(one) for one in said):
        return False
    return not all(YEAR.fullmatch(one) for one in said)


def _named(page: Sheet, axes: Any, name: str) -> bool:
    """Say whether something in the figure may name an axis."""
    figure = page.figure
    heads = [axes.get_title(loc) for loc in ("left", "center", "right")]
    heads += [figure.get_suptitle(), getattr(figure, f"get_sup{name}label")()]
    # A label at the edge of a grid of charts stands for all of them.
    heads += [getattr(one, f"get_{name}label")() for one in page.axes]
    del axes
    return any(text.strip() for text in heads)


def zeros(page: Sheet) -> Iterator[Fault]:
    """Yield FIG11 for bars whose foot is cut off."""
    for axes in page.axes:
        if axes.name != "rectilinear":
            continue
        for bars in axes.containers:
            found = _cut(axes, bars)
            if found:
                yield found
                break


def _cut(axes: Any, bars: Any) -> Fault | None:
    from matplotlib.container import BarContainer

    if not isinstance(bars, BarContainer) or not bars.patches:
        return None
    level = bars.orientation == "horizontal"
    axis = axes.xaxis if level else axes.yaxis
    if axis.get_scale() != "linear":
        return None
    feet = [one.get_x() if level else one.get_y() for one in bars.patches]
    low, high = sorted(axis.get_view_interval())
    if any(foot != 0 for foot in feet) or low <= 0 <= high:
        return None
    start = low if low > 0 else high
    return Fault(
        "FIG11",
        f"The bars start at {start:.12g}, not at 0: their lengths say more than the"
        " numbers do",
        "Start the axis at 0, or draw dots or a line",
        bars.patches[0],
        found=f"{start:.12g}",
        expected="0",
    )
