"""Paper: what all helpers draw on, in the look of the theme."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any

from crossfoot.theming.colours import colour, contrast, written

MM = 25.4
"""Millimetres of an inch."""
ROW = 9.0
"""Millimetres of height that a bar takes."""
REST = 14.0
"""Millimetres beyond the bars: axis and edges."""
LINE = 12.0
"""Points from one label to the next below it."""
HATCHES = ("", "///", "...", "xxx", "\\\\\\", "++")
"""What tells areas apart besides their colours, in the order of the colours."""
DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1, 1.5)), (0, (6, 2, 1, 2)))
"""What tells lines apart."""
MARKS = "os^DvP"
"""What tells points apart."""
WRAP = 36
"""Characters of a label that stand in one line."""


def sheet(rows: float = 0, *, extra: float = 0) -> tuple[Any, Any]:
    """Return a figure and its axes, high enough for a number of rows, or standard."""
    figure = blank()
    if rows:
        wide = figure.get_size_inches()[0]
        figure.set_size_inches(wide, (ROW * rows + REST + extra) / MM)
    return figure, figure.subplots()


def blank() -> Any:
    """Return an empty figure in the theme's size."""
    from matplotlib.figure import Figure

    return Figure(layout="constrained")


def setting(name: str) -> Any:
    """Return a setting of the theme."""
    import matplotlib as mpl

    settings: Any = mpl.rcParams
    return settings[name]


def colours(count: int) -> list[str]:
    """Return as many colours as asked, from the theme's in their order."""
    known = [str(one["color"]) for one in setting("axes.prop_cycle")]
    return [known[at % len(known)] for at in range(count)]


def on(ground: str) -> str:
    """Return the colour for words on a colour: the theme's ink, or its ground."""
    ink, paper = str(setting("text.color")), str(setting("axes.facecolor"))
    return max((ink, paper), key=lambda one: contrast(_rgb(one), _rgb(ground)))


def _rgb(text: str) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    red, green, blue = to_rgb(text)
    return colour(written((red, green, blue)))


def bare(axes: Any, *, axis: str = "x") -> None:
    """Take away an axis whose numbers stand at the marks."""
    getattr(axes, f"{axis}axis").set_visible(False)
    axes.spines["bottom" if axis == "x" else "left"].set_visible(False)


def named(axes: Any, title: str, *, x: str = "", y: str = "") -> None:
    """Write the titles of a chart and of its axes, those that are given."""
    if title:
        axes.set_title(title)
    if x:
        axes.set_xlabel(x)
    if y:
        axes.set_ylabel(y)


def wrapped(words: str, most: int) -> str:
    """Return a text in lines of at most so many characters, words kept whole."""
    return fill(words, most, break_long_words=False)


def rows(axes: Any, names: Sequence[str]) -> None:
    """Write the names of rows, the first one on top, long ones in two lines."""
    axes.set_yticks(range(len(names)), [wrapped(one, WRAP) for one in names])
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(len(names) - 0.4, -0.6)


def apart(values: Sequence[float], least: float) -> list[float]:
    """Return places for labels near their values, no two closer than `least`."""
    order = sorted(range(len(values)), key=lambda at: values[at])
    groups: list[tuple[float, list[int]]] = []
    for at in order:
        groups.append((values[at], [at]))
        while len(groups) > 1 and _close(groups[-2], groups[-1], least):
            (one, first), (other, second) = groups[-2:]
            size = len(first) + len(second)
            middle = (one * len(first) + other * len(second)) / size
            groups[-2:] = [(middle, first + second)]
    out = [0.0] * len(values)
    for middle, members in groups:
        for step, at in enumerate(members):
            out[at] = middle + (step - (len(members) - 1) / 2) * least
    return out


def _close(
    one: tuple[float, list[int]], other: tuple[float, list[int]], least: float
) -> bool:
    reach = (len(one[1]) + len(other[1])) / 2 * least
    return other[0] - one[0] < reach


def gap(axes: Any, *, share: float = 0.8) -> float:
    """Return how much of the vertical axis a line of label takes, in its own unit.

    `share` is the part of the figure's height that the axes will fill.
    """
    low, high = axes.get_ylim()
    points = axes.get_figure().get_size_inches()[1] * 72 * share
    return float(abs(high - low) * LINE / points)
