"""Shares: the parts of a whole, as one bar."""

from decimal import Decimal
from typing import Any

from crossfoot.amounts.show import show
from crossfoot.chart import paper
from crossfoot.chart.columns import PLAIN, Column, columns, drawn, head, labels

LETTER = Decimal("0.0135")
"""Part of the bar's width that a letter takes, roughly."""
STEP = 0.42
"""Height of a line of names over the bar, which is 1 high."""
HALF = Decimal("0.5")


def share(  # noqa: PLR0913  a chart has as many sides to choose from
    table: Any,
    label: str,
    values: str,
    *,
    unit: str = "",
    style: str = "",
    title: str = "",
) -> Any:
    """Return one bar for a whole, divided into the rows of a table, with percentages.

    Names stand in their parts, or over those that are too narrow for them.
    """
    (one,) = columns(table, values, unit, style, ())
    rows = labels(table, label)
    sizes = [value or Decimal(0) for value in one.numbers]
    whole = sum(sizes, Decimal(0))
    if whole <= 0 or min(sizes) < 0:
        raise ValueError("the parts of a whole are 0 or more, and one of them is more")
    parts = [size / whole for size in sizes]
    narrow = [at for at, part in enumerate(parts) if 0 < part < _need(rows[at], part)]
    figure, axes = paper.sheet(2, extra=7 * len(narrow))
    _bar(axes, rows, parts, narrow)
    left = [at for at in narrow if _middle(parts, at) < HALF]
    right = [at for at in narrow if _middle(parts, at) >= HALF]
    for side in (left[::-1], right):
        for level, at in enumerate(side):
            _over(axes, _middle(parts, at), _said(rows[at], parts[at], " "), level)
    axes.set_xlim(0, 1)
    axes.set_ylim(-0.6, 0.7 + STEP * max(len(left), len(right)))
    axes.set_axis_off()
    paper.named(axes, title)
    percent = Column("", "Share", tuple(map(_rounded, parts)), "ratio")
    return drawn(figure, head(table, label), rows, [one, percent])


def _bar(axes: Any, rows: list[str], parts: list[Decimal], narrow: list[int]) -> None:
    """Draw the parts, with the names that have room in them."""
    edge = {"edgecolor": paper.setting("axes.facecolor"), "linewidth": 1.5}
    for at, part in enumerate(parts):
        shade = paper.colours(len(parts))[at]
        start = float(sum(parts[:at], Decimal(0)))
        axes.barh(0, float(part), 1, left=start, color=shade, **edge)
        if part and at not in narrow:
            look = {"ha": "center", "va": "center", "color": paper.on(shade)}
            axes.text(float(_middle(parts, at)), 0, _said(rows[at], part, "\n"), **look)


def _middle(parts: list[Decimal], at: int) -> Decimal:
    return sum(parts[:at], Decimal(0)) + parts[at] / 2


def _said(name: str, part: Decimal, between: str) -> str:
    return f"{name}{between}{show(part, 'ratio', '', PLAIN)}"


def _need(name: str, part: Decimal) -> Decimal:
    """Return the part of the bar that a name needs to stand in it."""
    return LETTER * (max(map(len, _said(name, part, "\n").split("\n"))) + 2)


def _over(axes: Any, middle: Decimal, words: str, level: int) -> None:
    """Write the name of a narrow part over it, with a line that leads there.

    Names in the left half run to the right and stand the higher the further left they
    begin, so that no line crosses a name; in the right half it is the other way round.
    """
    high, at = 0.75 + STEP * level, float(middle)
    look = {"color": paper.setting("axes.edgecolor"), "linewidth": 0.6}
    axes.plot([at, at], [0.5, high + 0.1], **look)
    side, shift = ("left", 4) if middle < HALF else ("right", -4)
    place = {"xytext": (shift, 0), "textcoords": "offset points"}
    axes.annotate(words, (at, high), ha=side, va="center", **place)


def _rounded(part: Decimal) -> Decimal:
    """Return a share to four places, a hundredth of a per cent."""
    return part.quantize(Decimal("0.0001"))
