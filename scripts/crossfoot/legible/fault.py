"""A sheet: a drawn figure with all that the checks look at, found once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from crossfoot.theming.colours import Colour, over

MOST = 500
"""Texts that are looked at; a chart of more is beyond reading."""
WIDEST = 2000
"""Pixels of the longer side of the picture that is looked at, at most."""

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in pixels."""


class Fault(NamedTuple):
    """Something that is hard to read, and the artist to blame."""

    code: str
    message: str
    help: str
    artist: Any = None
    words: str = ""
    """A text of the chart that the recipe may hold word for word."""
    found: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Sheet:
    """A figure after it was drawn."""

    figure: Any
    axes: Sequence[Any]
    """Those that are seen and flat."""
    texts: Sequence[Any]
    """Every text that is seen."""
    owners: Mapping[int, Any]
    """Axes of the labels of ticks, by id: matplotlib makes these itself."""
    boxes: Mapping[int, Box]
    """Of texts, by id."""
    pixels: Any
    """The picture without its texts: height by width by 4, an array of bytes."""
    scale: float
    """How much smaller the figure is printed than it is drawn, 1 or less."""

    def maker(self, text: Any) -> Any:
        """Return the artist to blame for a text."""
        return self.owners.get(id(text), text)

    def ground(self, axes: Any) -> Colour:
        """Return the colour that marks are drawn on."""
        below = seen(self.figure.get_facecolor(), (1.0, 1.0, 1.0))
        patch = axes.patch
        shown = axes.axison and patch.get_visible()
        return seen(patch.get_facecolor(), below) if shown else below


def seen(colour: Any, ground: Colour) -> Colour:
    """Return a matplotlib colour as it is seen on a ground."""
    from matplotlib.colors import to_rgba

    red, green, blue, opacity = to_rgba(colour)
    return over((red, green, blue), opacity, ground)


def sheet(figure: Any, room: tuple[float, float] | None = None) -> Sheet:
    """Return the sheet of a figure whose layout is settled.

    `room` is what a page has for a picture, in inches.
    """
    import numpy as np
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_layout_engine("none")
    figure.set_dpi(min(figure.get_dpi(), WIDEST / max(figure.get_size_inches())))
    canvas: Any = FigureCanvasAgg(figure)
    renderer = canvas.get_renderer()
    # Texts are placed but not painted: what is behind them is what is asked for.
    renderer.draw_text = lambda *_, **__: None
    figure.draw(renderer)
    axes = [one for one in figure.get_axes() if _flat(one)]
    texts = list(islice(_texts(figure), MOST))
    boxes = {id(one): _box(one.get_window_extent(renderer)) for one in texts}
    wide, high = figure.get_size_inches()
    scale = min(1.0, room[0] / wide, room[1] / high) if room else 1.0
    owners = {id(one): part for part in axes for one in _ticks(part)}
    pixels = np.asarray(renderer.buffer_rgba())
    return Sheet(figure, axes, texts, owners, boxes, pixels, float(scale))


def _box(extent: Any) -> Box:
    return (float(extent.x0), float(extent.y0), float(extent.x1), float(extent.y1))


def _flat(axes: Any) -> bool:
    return bool(axes.get_visible()) and axes.name != "3d"


def _texts(figure: Any) -> Iterator[Any]:
    """Yield the texts that are seen: labels of ticks in view, and all others."""
    from matplotlib.text import Text

    hidden: set[int] = set()
    ticks: list[Any] = []
    for axes in figure.get_axes():
        if not _flat(axes):
            hidden |= {id(one) for one in axes.findobj(Text)}
            continue
        for axis in axes._axis_map.values():  # noqa: SLF001  polar axes name them otherwise
            hidden |= {id(one) for one in axis.findobj(Text)}
            if axes.axison and axis.get_visible():
                ticks.append(axis.label)
        ticks += _ticks(axes)
    others = (one for one in figure.findobj(Text) if id(one) not in hidden)
    for one in (*ticks, *others):
        if one.get_visible() and one.get_text().strip() and _opacity(one) > 0:
            yield one


def _opacity(text: Any) -> float:
    from matplotlib.colors import to_rgba

    alpha = text.get_alpha()
    return float(to_rgba(text.get_color())[3]) * (1 if alpha is None else float(alpha))


def _ticks(axes: Any) -> Iterator[Any]:
    """Yield the labels of ticks of axes that are drawn."""
    for axis in axes._axis_map.values():  # noqa: SLF001  as above
        if axes.axison and axis.get_visible():
            yield from labels(axis)


def labels(axis: Any) -> Iterator[Any]:
    """Yield the labels of an axis that are drawn: those of ticks in view."""
    low, high = sorted(axis.get_view_interval())
    slack = (high - low) * 1e-6
    for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
        if low - slack <= tick.get_loc() <= high + slack and tick.get_visible():
            yield tick.label1
            yield tick.label2
