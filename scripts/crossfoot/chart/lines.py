"""Lines: numbers over time, each line named at its end, and slopes."""

from collections.abc import Sequence
from typing import Any

from crossfoot.chart import paper
from crossfoot.chart.columns import Column, columns, drawn, head, labels
from crossfoot.chart.ticks import numbered

MOST = 9
"""Labels below the chart; of more, every second or third is left out."""


def lines(  # noqa: PLR0913  a chart has as many sides to choose from
    table: Any,
    label: str,
    values: str | Sequence[str],
    *,
    unit: str = "",
    style: str = "",
    names: Sequence[str] = (),
    zero: bool = True,
    axis: str = "",
    title: str = "",
) -> Any:
    """Return a line for each column of `values` over the rows of a table.

    Each line has its name and last number at its end, and a dash or marker of its own.
    The vertical axis starts at nought unless `zero` is False. `axis` is what is
    measured.
    """
    found = columns(table, values, unit, style, names)
    rows = labels(table, label)
    figure, axes = paper.sheet()
    looks = zip(paper.colours(len(found)), paper.DASHES * len(found), strict=False)
    for at, (one, (shade, dash)) in enumerate(zip(found, looks, strict=False)):
        look = {"color": shade, "linestyle": dash, "marker": _mark(at)}
        axes.plot(range(len(rows)), one.floats(), markevery=[_last(one)[1]], **look)
    below(axes, rows)
    numbered(axes.yaxis, found[0])
    if zero:
        low, high = axes.get_ylim()
        axes.set_ylim(min(low, 0) if low < 0 else 0, max(high, 0))
    alone = len(found) == 1
    paper.named(axes, title, y=axis or (found[0].title if alone else ""))
    _names(axes, found, len(rows) - 1, alone=alone)
    return drawn(figure, head(table, label), rows, found)


def _mark(at: int) -> str:
    return paper.MARKS[at % len(paper.MARKS)]


def below(axes: Any, rows: Sequence[str]) -> None:
    """Write the names of points below a chart, as many as there is room for."""
    step = -(-len(rows) // MOST)
    # The last one is the one that the number at the end of the line belongs to.
    shown = range((len(rows) - 1) % step if rows else 0, len(rows), step)
    axes.set_xticks(shown, [paper.wrapped(rows[at], 12) for at in shown])
    axes.set_xlim(-0.02 * len(rows), len(rows) - 1 + 0.02 * len(rows))


def _names(axes: Any, found: list[Column], last: int, *, alone: bool) -> None:
    """Write name and last number at the end of each line, no two over each other."""
    ends = [_last(one) for one in found]
    places = paper.apart([float(value) for value, _ in ends], paper.gap(axes))
    for one, (value, at), place in zip(found, ends, places, strict=True):
        words = (
            one.say(one.numbers[at])
            if alone
            else f"{one.title} {one.say(one.numbers[at])}"
        )
        bent = abs(place - float(value)) > 1e-9
        axes.annotate(
            words,
            (at, float(value)),
            xytext=(last + 0.03 * (last + 1), place),
            va="center",
            arrowprops=_leader() if bent or at < last else None,
        )


def _leader() -> dict[str, Any]:
    grey = paper.setting("axes.edgecolor")
    return {
        "arrowstyle": "-",
        "color": grey,
        "linewidth": 0.6,
        "shrinkA": 0,
        "shrinkB": 4,
    }


def _last(one: Column) -> tuple[Any, int]:
    """Return the last number of a column that is there, and its row."""
    for at in range(len(one.numbers) - 1, -1, -1):
        if one.numbers[at] is not None:
            return one.numbers[at], at
    return 0, len(one.numbers) - 1


def slope(  # noqa: PLR0913  a chart has as many sides to choose from
    table: Any,
    label: str,
    before: str,
    after: str,
    *,
    unit: str = "",
    style: str = "",
    names: Sequence[str] = (),
    title: str = "",
) -> Any:
    """Return a line for each row from its number in one column to that in another.

    Rows that fall are dashed, so that the direction is seen without colour.
    """
    found = columns(table, [before, after], unit, style, names)
    rows = labels(table, label)
    figure, axes = paper.sheet(max(len(rows), 7), extra=8 * bool(title))
    up, down = paper.colours(2)
    pairs = [
        (at, float(one), float(other))
        for at, (one, other) in enumerate(zip(*(c.numbers for c in found), strict=True))
        if one is not None and other is not None
    ]
    for _, one, other in pairs:
        look = {"color": down, "linestyle": "--"} if other < one else {"color": up}
        axes.plot([0, 1], [one, other], marker="o", **look)
    axes.margins(y=0.06)
    axes.set_xlim(-0.02, 1.02)
    axes.set_xticks([0, 1], [one.title for one in found])
    paper.bare(axes, axis="y")
    paper.named(axes, title)
    _sides(axes, rows, found, pairs)
    return drawn(figure, head(table, label), rows, found)


def _sides(
    axes: Any,
    rows: list[str],
    found: list[Column],
    pairs: list[tuple[int, float, float]],
) -> None:
    """Write names and numbers at both ends of the slopes."""
    least = paper.gap(axes)
    for side, one in enumerate(found):
        values = [pair[1 + side] for pair in pairs]
        places = paper.apart(values, least)
        for (row, *_), value, place in zip(pairs, values, places, strict=True):
            said = one.say(one.numbers[row])
            words = f"{said}  {rows[row]}" if side else f"{rows[row]}  {said}"
            axes.annotate(
                words,
                (side, value),
                xytext=(1.05 if side else -0.05, place),
                ha="left" if side else "right",
                va="center",
                arrowprops=_leader() if abs(place - value) > 1e-9 else None,
            )
