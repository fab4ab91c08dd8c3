"""Marks: whether bars, lines and points can be seen and told apart."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from crossfoot.legible.fault import Fault, Sheet, seen
from crossfoot.theming.colours import LARGE, Colour, contrast, shown, written

MOST = 8
"""Series that a reader can follow in one chart."""
THIN = 0.4
"""Points that a line between two areas needs."""
CLEAR = 0.6
"""Opacity below which marks are meant to be seen together."""


class Mark(NamedTuple):
    """Marks that look alike: a line, the bars or the points of one series."""

    artist: Any
    label: str
    colours: tuple[Colour, ...]
    """As seen on the ground: of the area, of its edge."""
    sign: tuple[Any, ...]
    """What tells it apart without colour."""
    kind: str


def pale(page: Sheet) -> Iterator[Fault]:
    """Yield FIG08 for marks that do not stand out from the ground."""
    for axes in page.axes:
        ground = page.ground(axes)
        found = [*_lines(axes, ground), *_points(axes, ground), *_bars(axes, ground)]
        ratios = [max(contrast(one, ground) for one in mark.colours) for mark in found]
        clear = {
            mark.kind
            for mark, ratio in zip(found, ratios, strict=True)
            if ratio >= LARGE
        }
        told: set[Colour] = set()
        for mark, ratio in zip(found, ratios, strict=True):
            # Marks without a name, among others that stand out, are a backdrop.
            backdrop = mark.kind in clear and mark.label.startswith("_")
            if ratio < LARGE and not backdrop and mark.colours[0] not in told:
                told.add(mark.colours[0])
                yield Fault(
                    "FIG08",
                    f"{mark.kind.capitalize()} in {written(mark.colours[0])} have a"
                    f" contrast of {shown(ratio)}:1 with the ground; expected"
                    f" {LARGE:g}:1 or more",
                    "Draw them darker, or give them an edge",
                    mark.artist,
                    found=shown(ratio),
                    expected=f"{LARGE:g}",
                )


def _lines(axes: Any, ground: Colour) -> Iterator[Mark]:
    for one in axes.lines:
        if not one.get_visible() or one.get_transform() is not axes.transData:
            continue  # axhline and the like are helps, not data
        lined = one.get_linestyle() not in {"None", "", " "} and one.get_linewidth() > 0
        marker = one.get_marker() if one.get_marker() not in {"None", "", None} else ""
        alpha = one.get_alpha()
        if len(one.get_xdata()) < 2 or not (lined or marker):
            continue
        if alpha is not None and alpha < CLEAR:
            continue
        parts = [one.get_color()] if lined else []
        if marker:
            parts += [one.get_markerfacecolor(), one.get_markeredgecolor()]
        kept = [part for part in parts if not _is_none(part)]
        colours = tuple(seen(part, ground) for part in kept)
        # Where dashes are, only a public drawing style tells them: compare that.
        sign = (str(one.get_linestyle()) if lined else "", str(marker), _dashes(one))
        if colours:
            kind = "lines" if lined else "points"
            yield Mark(one, str(one.get_label()), colours, sign, kind)


def _is_none(colour: Any) -> bool:
    return isinstance(colour, str) and colour in {"none", "None", ""}


def _dashes(line: Any) -> str:
    return str(getattr(line, "_unscaled_dash_pattern", ""))


def _points(axes: Any, ground: Colour) -> Iterator[Mark]:
    from matplotlib.collections import PathCollection

    for one in axes.collections:
        if not isinstance(one, PathCollection) or not one.get_visible():
            continue
        faces, edges = one.get_facecolor(), one.get_edgecolor()
        if one.get_array() is not None or len(faces) > 1 or len(edges) > 1:
            continue  # colours that stand for values
        rgba = [*faces, *edges]
        alpha = one.get_alpha()
        if not rgba or (alpha is not None and alpha < CLEAR):
            continue
        colours = tuple(seen(part, ground) for part in rgba)
        vertices: Any = one.get_paths()[0].vertices
        shape = vertices.round(3).tobytes()
        yield Mark(one, str(one.get_label()), colours, (shape,), "points")


def _bars(axes: Any, ground: Colour) -> Iterator[Mark]:
    from matplotlib.container import BarContainer

    for bars in axes.containers:
        if not isinstance(bars, BarContainer):
            continue
        if len(axes.texts) >= len(bars.patches):
            continue  # every bar has its number beside it
        told: set[Any] = set()
        for one in bars.patches:
            drawn = one.get_visible() and one.get_width() and one.get_height()
            look = (one.get_facecolor(), one.get_edgecolor())
            if drawn and not one.get_hatch() and look not in told:
                told.add(look)
                parts = [one.get_facecolor()]
                parts += [one.get_edgecolor()] if one.get_linewidth() > 0 else []
                colours = tuple(seen(part, ground) for part in parts)
                yield Mark(one, str(bars.get_label()), colours, (), "bars")


def neighbours(page: Sheet) -> Iterator[Fault]:
    """Yield FIG09 for areas that touch and cannot be told apart."""
    for axes in page.axes:
        ground = page.ground(axes)
        for one, other in (*_stacked(axes), *_slices(axes)):
            ratio = _border(one, other, ground)
            if ratio < LARGE:
                yield Fault(
                    "FIG09",
                    f"Areas in {_said(one, ground)} and {_said(other, ground)} touch"
                    f" and have a contrast of {shown(ratio)}:1; expected {LARGE:g}:1 or"
                    " more",
                    "Draw a white line between them, or use colours of the theme in"
                    " their order",
                    other,
                    found=shown(ratio),
                    expected=f"{LARGE:g}",
                )
                break


def _said(patch: Any, ground: Colour) -> str:
    return written(seen(patch.get_facecolor(), ground))


def _border(one: Any, other: Any, ground: Colour) -> float:
    """Return the best contrast there is along the border of two areas."""
    if one.get_hatch() != other.get_hatch():
        return 21.0
    first, second = (seen(part.get_facecolor(), ground) for part in (one, other))
    best = contrast(first, second)
    for part in (one, other):
        if part.get_linewidth() >= THIN and part.get_edgecolor()[3] > 0:
            edge = seen(part.get_edgecolor(), ground)
            best = max(best, min(contrast(edge, first), contrast(edge, second)))
    return best


def _stacked(axes: Any) -> Iterator[tuple[Any, Any]]:
    """Yield bars that stand on each other."""
    from matplotlib.container import BarContainer

    tops: dict[tuple[float, float, bool], Any] = {}
    for bars in axes.containers:
        if not isinstance(bars, BarContainer):
            continue
        level = bars.orientation == "horizontal"
        for one in bars.patches:
            if not (one.get_width() and one.get_height() and one.get_visible()):
                continue
            at, foot, size = (
                (one.get_y(), one.get_x(), one.get_width())
                if level
                else (one.get_x(), one.get_y(), one.get_height())
            )
            below = tops.get((round(at, 9), round(foot, 9), level))
            if below is not None and foot:
                yield below, one
            tops[round(at, 9), round(foot + size, 9), level] = one


def _slices(axes: Any) -> Iterator[tuple[Any, Any]]:
    """Yield slices of a pie that lie beside each other."""
    found = _wedges(axes)
    ring = zip(found, [*found[1:], found[0]], strict=True) if len(found) > 1 else ()
    yield from ring


def _wedges(axes: Any) -> list[Any]:
    from matplotlib.patches import Wedge

    return [one for one in axes.patches if isinstance(one, Wedge)]


def alike(page: Sheet) -> Iterator[Fault]:
    """Yield FIG12 for series that a legend tells apart by colour alone."""
    for axes in page.axes:
        ground, named = page.ground(axes), _legend(page, axes)
        written_out = {one.get_text().strip() for one in axes.texts}
        marks = [
            one
            for one in (*_lines(axes, ground), *_points(axes, ground))
            if one.label in named and one.label not in written_out
        ]
        for one, other in combinations(marks[: 4 * MOST], 2):
            ratio = contrast(one.colours[0], other.colours[0])
            if one.sign == other.sign and one.kind == other.kind and ratio < LARGE:
                yield Fault(
                    "FIG12",
                    f"“{one.label}” and “{other.label}” differ in colour alone",
                    "Label the lines themselves, as chart.lines does, or give each a"
                    " marker or dashes of its own",
                    other.artist,
                )
                break


def _legend(page: Sheet, axes: Any) -> set[str]:
    legends = [axes.get_legend(), *page.figure.legends]
    texts = [text for one in legends if one for text in one.get_texts()]
    return {one.get_text() for one in texts}


def crowds(page: Sheet) -> Iterator[Fault]:
    """Yield FIG15 for charts of more series than a reader can follow."""
    for axes in page.axes:
        legend = axes.get_legend()
        counts = [len(_wedges(axes))]
        counts += [len(legend.get_texts())] if legend else []
        worst = max(counts)
        if worst > MOST:
            yield Fault(
                "FIG15",
                f"The chart tells {worst} series apart by a key; expected {MOST} or"
                " fewer",
                "Name the largest and take the others together, or draw small charts"
                " side by side",
                _first(legend, axes),
                found=str(worst),
                expected=str(MOST),
            )


def _first(legend: Any, axes: Any) -> Any:
    found: Iterable[Any] = _wedges(axes)
    return legend or next(iter(found), axes)
