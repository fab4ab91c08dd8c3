"""Bars: level or upright, one beside the other or stacked, and waterfalls."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crossfoot.amounts.signs import MINUS
from crossfoot.chart import paper
from crossfoot.chart.columns import Column, columns, drawn, head, labels
from crossfoot.chart.ticks import numbered

ROOM = 0.14
"""Part of the axis that is left for the numbers behind the bars."""
THICK = 0.72
"""Part of a row that its bars fill."""


def bars(  # noqa: PLR0913  a chart has as many sides to choose from
    table: Any,
    label: str,
    values: str | Sequence[str],
    *,
    unit: str = "",
    style: str = "",
    names: Sequence[str] = (),
    sort: bool = False,
    stacked: bool = False,
    upright: bool = False,
    highlight: Sequence[str] = (),
    axis: str = "",
    title: str = "",
) -> Any:
    """Return bars for the rows of a table, with their numbers.

    `values` is a column or several; `names` are what to call them. `sort` puts the
    largest first, `stacked` the columns onto each other. Rows in `highlight` stand out.
    `style` is a format as in the text, `axis` what is measured.
    """
    if sort:
        first = values if isinstance(values, str) else values[0]
        table = table.sort_values(first, ascending=False, kind="stable")
    found = columns(table, values, unit, style, names)
    rows = labels(table, label)
    if upright:
        figure = _upright(rows, found, axis, title, stacked=stacked)
    else:
        figure = _level(rows, found, axis, title, stacked=stacked)
        if highlight and len(found) == 1:
            _fade(figure.get_axes()[0], rows, highlight)
    return drawn(figure, head(table, label), rows, found)


def _level(
    rows: list[str], found: list[Column], axis: str, title: str, *, stacked: bool
) -> Any:
    high = len(rows) * (1 if stacked or len(found) == 1 else 0.35 + 0.55 * len(found))
    figure, axes = paper.sheet(high, extra=9 * stacked + 6 * bool(axis or title))
    series = _stacks if stacked else _beside
    series(axes, found, level=True)
    paper.rows(axes, rows)
    paper.bare(axes)
    paper.named(axes, title)
    if axis:
        axes.xaxis.set_visible(True)
        axes.set_xticks([])
        axes.set_xlabel(axis)
    return figure


def _upright(
    rows: list[str], found: list[Column], axis: str, title: str, *, stacked: bool
) -> Any:
    figure, axes = paper.sheet()
    series = _stacks if stacked else _beside
    series(axes, found, level=False)
    axes.set_xticks(range(len(rows)), [paper.wrapped(one, 12) for one in rows])
    axes.tick_params(axis="x", length=0)
    numbered(axes.yaxis, found[0])
    paper.named(axes, title, y=axis or (found[0].title if len(found) == 1 else ""))
    return figure


def _beside(axes: Any, found: list[Column], *, level: bool) -> None:
    """Draw the bars of several columns beside each other."""
    thick = THICK / len(found)
    signs = zip(paper.colours(len(found)), paper.HATCHES * len(found), strict=False)
    for at, (one, (shade, hatch)) in enumerate(zip(found, signs, strict=False)):
        places = [row + (at - (len(found) - 1) / 2) * thick for row in _places(one)]
        draw = axes.barh if level else axes.bar
        made = draw(places, one.floats(), thick * 0.92, color=shade, hatch=hatch)
        if level:
            # The first row says what is what, where the eye is already.
            said = [one.say(value) for value in one.numbers]
            if len(found) > 1:
                said[0] = f"{said[0]} ({one.title})"
            _ends(axes, places, one, said)
        elif len(found) > 1:
            made.set_label(one.title)
    if not level and len(found) > 1:
        _key(axes, len(found))
    _widen(axes, level=level)


def _places(one: Column) -> range:
    return range(len(one.numbers))


def _ends(axes: Any, places: Sequence[float], one: Column, said: list[str]) -> None:
    """Write numbers behind the ends of level bars."""
    for place, value, words in zip(places, one.numbers, said, strict=True):
        short = value is not None and value < 0
        axes.annotate(
            words,
            (float(value or 0), place),
            xytext=(-4 if short else 4, 0),
            textcoords="offset points",
            ha="right" if short else "left",
            va="center",
        )


def _stacks(axes: Any, found: list[Column], *, level: bool) -> None:
    """Draw columns onto each other, with white lines between."""
    feet = [Decimal(0)] * len(found[0].numbers)
    signs = zip(paper.colours(len(found)), paper.HATCHES * len(found), strict=False)
    edge = paper.setting("axes.facecolor")
    for one, (shade, _) in zip(found, signs, strict=False):
        sizes = [value or Decimal(0) for value in one.numbers]
        start = [float(foot) for foot in feet]
        look = {"color": shade, "edgecolor": edge, "linewidth": 1.2, "label": one.title}
        extent = [float(size) for size in sizes]
        if level:
            axes.barh(_places(one), extent, THICK, left=start, **look)
        else:
            axes.bar(_places(one), extent, THICK, bottom=start, **look)
        feet = [foot + size for foot, size in zip(feet, sizes, strict=True)]
    _insides(axes, found, level=level)
    _key(axes, len(found))


def _insides(axes: Any, found: list[Column], *, level: bool) -> None:
    """Write numbers into those parts of stacks that have room for them."""
    totals = [sum(float(part or 0) for part in row) for row in _across(found)]
    longest = max(totals, default=0) or 1
    feet = [0.0] * len(totals)
    for one, shade in zip(found, paper.colours(len(found)), strict=True):
        for row, value in enumerate(one.numbers):
            size, words = float(value or 0), one.say(value)
            need = 0.02 * len(words) + 0.02 if level else 0.075
            if size / longest >= need:
                middle = feet[row] + size / 2
                place = (middle, row) if level else (row, middle)
                look = {"ha": "center", "va": "center", "color": paper.on(shade)}
                axes.text(*place, words, **look)
            feet[row] += size


def _across(found: list[Column]) -> list[tuple[Decimal | None, ...]]:
    return list(zip(*(one.numbers for one in found), strict=True))


def _key(axes: Any, count: int) -> None:
    """Write the key over the chart, in the order of the parts."""
    where = {"loc": "lower left", "bbox_to_anchor": (0, 1), "borderaxespad": 0.2}
    axes.legend(ncols=min(count, 4), **where)


def _widen(axes: Any, *, level: bool) -> None:
    """Leave room for the numbers, and begin at nought."""
    low, high = axes.get_xlim() if level else axes.get_ylim()
    low, high = min(low, 0.0), max(high, 0.0)
    if level:
        axes.set_xlim(low * (1 + ROOM), high * (1 + ROOM))
    if low < 0:
        line = axes.axvline if level else axes.axhline
        line(0, color=paper.setting("axes.edgecolor"), linewidth=0.8)


def _fade(axes: Any, rows: list[str], highlight: Sequence[str]) -> None:
    """Draw the bars that are not meant in grey."""
    for name, patch, said in zip(
        rows, axes.containers[0].patches, axes.get_yticklabels(), strict=True
    ):
        if name in highlight:
            said.set_fontweight("bold")
        else:
            patch.set_facecolor(paper.setting("xtick.color"))


def waterfall(  # noqa: PLR0913  a chart has as many sides to choose from
    table: Any,
    label: str,
    change: str,
    *,
    total: str = "Total",
    unit: str = "",
    style: str = "",
    axis: str = "",
    title: str = "",
) -> Any:
    """Return what leads from nothing to a total, one step a row.

    Each row of `change` is added where the one before it ends; `total` is what the
    last bar is called. Steps down are hatched as well as of another colour.
    """
    (one,) = columns(table, change, unit, style, ())
    rows, figure = labels(table, label), None
    figure, axes = paper.sheet(len(rows) + 1, extra=6 * bool(axis or title))
    up, down = paper.colours(2)
    reached = Decimal(0)
    for row, value in enumerate(one.numbers):
        step = value or Decimal(0)
        look = {"color": down, "hatch": "///"} if step < 0 else {"color": up}
        axes.barh(row, float(step), THICK, left=float(reached), **look)
        after = reached + step
        axes.plot([float(after)] * 2, [row - 0.36, row + 1.36], **_thread())
        sign = "+" if step > 0 and row else ""
        edge = float(max(reached, after))
        _at(axes, edge, row, sign + one.say(value).replace("-", MINUS))
        reached = after
    axes.barh(len(rows), float(reached), THICK, color=paper.setting("xtick.color"))
    _at(axes, float(max(reached, Decimal(0))), len(rows), one.say(reached))
    paper.rows(axes, [*rows, total])
    paper.bare(axes)
    _widen(axes, level=True)
    paper.named(axes, title)
    whole = Column(one.name, one.title, (*one.numbers, reached), one.unit, one.format)
    return drawn(figure, head(table, label), [*rows, total], [whole])


def _thread() -> dict[str, Any]:
    """Return the look of the line that leads from one step to the next."""
    return {"color": paper.setting("axes.edgecolor"), "linewidth": 0.8, "zorder": 0.5}


def _at(axes: Any, x: float, row: int, words: str) -> None:
    place = {"xytext": (4, 0), "textcoords": "offset points", "va": "center"}
    axes.annotate(words, (x, row), **place)
