"""Ordinary charts, which give no finding, and charts that give one each."""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest
from drawn import look, told
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, PercentFormatter

from crossfoot.legible import sheet

Draw = Callable[[Any, Any], None]
AREAS = ["North", "South", "East", "West"]
YEARS = [2019, 2020, 2021, 2022, 2023]


def bars(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [3, 5, 2, 4])
    ax.set_ylabel("Visits, thousands")


def level_bars(_: Any, ax: Any) -> None:
    ax.bar_label(ax.barh(AREAS, [3, 5, 2, 4]))
    ax.xaxis.set_visible(False)


def grouped(_: Any, ax: Any) -> None:
    at = np.arange(4)
    ax.bar(at - 0.2, [3, 5, 2, 4], 0.4, label="2022")
    ax.bar(at + 0.2, [2, 5, 3, 4], 0.4, label="2023")
    ax.set_xticks(at, AREAS)
    ax.set_ylabel("Visits")
    ax.legend()


def stacked(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [3, 5, 2, 4], label="Adults")
    ax.bar(AREAS, [1, 2, 2, 1], bottom=[3, 5, 2, 4], label="Children")
    ax.bar(AREAS, [1, 1, 1, 1], bottom=[4, 7, 4, 5], label="Others")
    ax.set_ylabel("Visits")
    ax.legend()


def stacked_with_gaps(_: Any, ax: Any) -> None:
    ax.barh(AREAS, [3, 5, 2, 4], color="#12436d", edgecolor="white", linewidth=1)
    ax.barh(AREAS, [1, 2, 2, 1], left=[3, 5, 2, 4], color="#1d4f7c", edgecolor="white")
    ax.set_xlabel("Visits")


def stacked_with_hatches(_: Any, ax: Any) -> None:
    ax.barh(AREAS, [3, 5, 2, 4], color="#12436d")
    ax.barh(AREAS, [1, 2, 2, 1], left=[3, 5, 2, 4], color="#1d4f7c", hatch="//")
    ax.set_xlabel("Visits")


def losses(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [3, -5, 2, -4])
    ax.axhline(0, color="0.8", linewidth=0.5)
    ax.set_ylabel("Change in visits")


def waterfall(_: Any, ax: Any) -> None:
    ax.bar(["Start", "Up", "Down", "End"], [50, 8, 6, 52], bottom=[0, 50, 52, 0])
    ax.set_ylabel("£m")


def floating(_: Any, ax: Any) -> None:
    ax.barh(AREAS, [3, 5, 2, 4], left=[52, 51, 55, 53])
    ax.set_xlabel("Age")
    ax.set_xlim(50, 60)


def schedule(_: Any, ax: Any) -> None:
    start = [date(2024, 1, 1), date(2024, 3, 1)]
    ax.barh(["Plan", "Build"], [60, 90], left=start)
    ax.xaxis_date()
    ax.figure.autofmt_xdate()


def line(_: Any, ax: Any) -> None:
    ax.plot(YEARS, [3, 4, 2, 5, 6])
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)


def line_from_fifty(_: Any, ax: Any) -> None:
    ax.plot(YEARS, [53, 54, 52, 55, 56], "o-")
    ax.set_ylim(50, 60)
    ax.set_ylabel("Index")
    ax.set_xticks(YEARS)


def two_lines(_: Any, ax: Any) -> None:
    ax.plot(YEARS, [3, 4, 2, 5, 6], label="Here")
    ax.plot(YEARS, [5, 5, 4, 3, 2], label="There")
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)
    ax.legend()


def dashed_lines(_: Any, ax: Any) -> None:
    for dash, at in zip(("-", "--", ":", "-."), range(4), strict=True):
        ax.plot(YEARS, np.arange(5) + at, dash, label=f"Area {at}")
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)
    ax.legend()


def marked_lines(_: Any, ax: Any) -> None:
    for sign, at in zip("os^D", range(4), strict=True):
        ax.plot(YEARS, np.arange(5) + at, marker=sign, label=f"Area {at}")
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)
    ax.legend()


def direct_labels(_: Any, ax: Any) -> None:
    for at in range(4):
        ax.plot(YEARS, np.arange(5) + 2 * at)
        ax.text(2023.1, 4 + 2 * at, f"Area {at}", va="center")
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)
    ax.set_xlim(2019, 2024)


def backdrop(_: Any, ax: Any) -> None:
    for at in range(6):
        ax.plot(YEARS, np.arange(5) + at, color="0.85")
    ax.plot(YEARS, [1, 3, 5, 7, 9])
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)


def band(_: Any, ax: Any) -> None:
    ax.plot(YEARS, [3, 4, 2, 5, 6])
    ax.fill_between(YEARS, [2, 3, 1, 4, 5], [4, 5, 3, 6, 7], alpha=0.2)
    ax.axvspan(2020, 2021, color="0.95")
    ax.axhline(4, color="0.8")
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)


def dates(_: Any, ax: Any) -> None:
    ax.plot([date(2024, month, 1) for month in range(1, 13)], range(12))
    ax.set_ylabel("Visits")
    ax.figure.autofmt_xdate()


def scatter(_: Any, ax: Any) -> None:
    ax.scatter([1, 2, 3], [3, 1, 2])
    ax.set_xlabel("Age")
    ax.set_ylabel("Visits")


def cloud(_: Any, ax: Any) -> None:
    numbers = np.random.default_rng(0).normal(size=(2, 3000))
    ax.scatter(*numbers, alpha=0.1, s=4)
    ax.set_xlabel("Age")
    ax.set_ylabel("Visits")


def bubbles(figure: Any, ax: Any) -> None:
    seen = ax.scatter([1, 2, 3], [3, 1, 2], c=[1, 2, 3], s=[50, 90, 200])
    figure.colorbar(seen, label="Share")
    ax.set_xlabel("Age")
    ax.set_ylabel("Visits")


def classes(_: Any, ax: Any) -> None:
    for sign, at in zip("os^", range(3), strict=True):
        ax.scatter([1, 2, 3], [at, at, at + 1], marker=sign, label=AREAS[at])
    ax.set_xlabel("Age")
    ax.set_ylabel("Visits")
    ax.legend()


def histogram(_: Any, ax: Any) -> None:
    ax.hist(np.random.default_rng(0).normal(size=500), bins=20)
    ax.set_xlabel("Score")
    ax.set_ylabel("People")


def boxes(_: Any, ax: Any) -> None:
    ax.boxplot([[1, 2, 3, 4], [2, 3, 4, 9]], tick_labels=["Here", "There"])
    ax.set_ylabel("Days")


def heat(figure: Any, ax: Any) -> None:
    seen = ax.imshow(np.arange(12).reshape(3, 4))
    figure.colorbar(seen, label="Visits")
    ax.set_xticks(range(4), AREAS)
    ax.set_yticks(range(3), ["a", "b", "c"])


def heat_with_numbers(_: Any, ax: Any) -> None:
    values = np.array([[0.0, 1.0], [0.9, 0.1]])
    ax.imshow(values, cmap="Greys")
    for (row, column), value in np.ndenumerate(values):
        colour = "white" if value > 0.5 else "black"
        ax.text(column, row, f"{value:.1f}", color=colour, ha="center", va="center")
    ax.set_axis_off()


def pie(_: Any, ax: Any) -> None:
    ax.pie([3, 5, 2, 4], labels=AREAS, wedgeprops={"edgecolor": "white"})


def ring(_: Any, ax: Any) -> None:
    ax.pie([3, 5, 2, 4], labels=AREAS, wedgeprops={"width": 0.4, "linewidth": 2})


def log_bars(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [10, 1000, 50, 300])
    ax.set_yscale("log")
    ax.set_ylabel("Visits")


def percents(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [0.1, 0.5, 0.3, 0.2])
    ax.yaxis.set_major_formatter(PercentFormatter(1))


def pounds(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [1, 5, 3, 2])
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"£{value:g}m"))


def twins(_: Any, ax: Any) -> None:
    ax.plot(YEARS, [1, 2, 3, 4, 5])
    ax.set_ylabel("Visits")
    other = ax.twinx()
    other.plot(YEARS, [100, 90, 80, 70, 60], "--", color="C2")
    other.set_ylabel("Cost, £")
    ax.set_xticks(YEARS)


def panels(figure: Any, ax: Any) -> None:
    ax.remove()
    for at, one in enumerate(figure.subplots(2, 2, sharex=True, sharey=True).flat):
        one.plot(YEARS, np.arange(5) * at)
        one.set_title(AREAS[at])
    figure.supylabel("Visits")


def polar(figure: Any, ax: Any) -> None:
    ax.remove()
    one = figure.add_subplot(projection="polar")
    one.plot(np.linspace(0, 6, 30), np.linspace(0, 1, 30))


def solid(figure: Any, ax: Any) -> None:
    ax.remove()
    figure.add_subplot(projection="3d").plot([1, 2], [1, 2], [1, 2])


def slanted(_: Any, ax: Any) -> None:
    ax.bar([f"A rather long name {at}" for at in range(9)], range(1, 10))
    ax.tick_params(axis="x", rotation=45)
    ax.set_ylabel("Visits")


def stems(_: Any, ax: Any) -> None:
    ax.errorbar([1, 2, 3], [2, 3, 4], yerr=0.4, fmt="o", capsize=3)
    ax.set_xlabel("Wave")
    ax.set_ylabel("Score")


def steps(_: Any, ax: Any) -> None:
    ax.step(YEARS, [1, 2, 2, 4, 5], where="post")
    ax.stackplot(YEARS, [1, 2, 1, 2, 1], [1, 1, 1, 1, 1])
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)


def noted(_: Any, ax: Any) -> None:
    ax.plot(YEARS, [1, 2, 2, 4, 5])
    ax.annotate("New law", (2021, 2), (2019.2, 4), arrowprops={"arrowstyle": "->"})
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)


def diagram(_: Any, ax: Any) -> None:
    for at in range(3):
        ax.text(at, 0.5, AREAS[at], ha="center", bbox={"facecolor": "#eef2f6"})
    ax.set_xlim(-1, 3)
    ax.set_axis_off()


def halo(_: Any, ax: Any) -> None:
    ax.bar_label(ax.bar(AREAS, [3, 5, 2, 4]), label_type="center", color="white")
    ax.set_ylabel("Visits")


def pale_but_numbered(_: Any, ax: Any) -> None:
    ax.bar_label(ax.bar(AREAS, [3, 5, 2, 4], color=["0.8", "C0", "0.8", "0.8"]))
    ax.yaxis.set_visible(False)


def offset(_: Any, ax: Any) -> None:
    ax.plot([1, 2, 3], [1e13, 2e13, 3e13])
    ax.set_xlabel("Wave")
    ax.set_ylabel("£")


GOOD: list[Draw] = [
    *(bars, level_bars, grouped, stacked, stacked_with_gaps, stacked_with_hatches),
    *(losses, waterfall, floating, schedule, line, line_from_fifty, two_lines),
    *(dashed_lines, marked_lines, direct_labels, backdrop, band, dates, scatter, cloud),
    *(bubbles, classes, histogram, boxes, heat, heat_with_numbers, pie, ring, log_bars),
    *(percents, pounds, twins, panels, polar, solid, slanted, stems, steps, noted),
    *(diagram, halo, pale_but_numbered, offset),
]


@pytest.mark.parametrize("draw", GOOD, ids=lambda draw: draw.__name__)
def test_an_ordinary_chart_is_left_alone(draw: Draw) -> None:
    """Charts of every common kind give no finding in the theme's look."""
    assert told(draw) == []


def tiny(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [3, 5, 2, 4])
    ax.set_ylabel("Visits", fontsize=7)


def wide(figure: Any, ax: Any) -> None:
    figure.set_size_inches(12, 5)
    ax.bar_label(ax.bar(AREAS, [3, 5, 2, 4]))
    ax.yaxis.set_visible(False)


def grey_text(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [3, 5, 2, 4])
    ax.set_ylabel("Visits", color="0.6")


def dark_on_dark(_: Any, ax: Any) -> None:
    ax.bar_label(ax.bar(AREAS, [3, 5, 2, 4]), label_type="center")
    ax.yaxis.set_visible(False)


def yellow_line(_: Any, ax: Any) -> None:
    ax.plot(YEARS, [3, 4, 2, 5, 6], color="#ffd166")
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)


def pale_bars(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [3, 5, 2, 4], color="lightgrey")
    ax.set_ylabel("Visits")


def pale_points(_: Any, ax: Any) -> None:
    ax.scatter([1, 2, 3], [3, 1, 2], color="lightblue")
    ax.set_xlabel("Age")
    ax.set_ylabel("Visits")


def blues(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [3, 5, 2, 4], color="#12436d")
    ax.bar(AREAS, [1, 2, 2, 1], bottom=[3, 5, 2, 4], color="#1d5f9c")
    ax.set_ylabel("Visits")


def blue_pie(_: Any, ax: Any) -> None:
    ax.pie([3, 5, 2], labels=AREAS[:3], colors=["#12436d", "#1d5f9c", "#801650"])


def no_title(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [3, 5, 2, 4])


def no_titles(_: Any, ax: Any) -> None:
    ax.scatter([1, 2, 3], [3, 1, 2])


def cut_bars(_: Any, ax: Any) -> None:
    ax.bar(AREAS, [53, 55, 52, 54])
    ax.set_ylim(50, 60)
    ax.set_ylabel("Visits")


def cut_level_bars(_: Any, ax: Any) -> None:
    ax.barh(AREAS, [53, 55, 52, 54])
    ax.set_xlim(50.5, 60)
    ax.set_xlabel("Visits")


def colours_alone(_: Any, ax: Any) -> None:
    for at in range(3):
        ax.plot(YEARS, np.arange(5) + at, label=AREAS[at])
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)
    ax.legend()


def points_alone(_: Any, ax: Any) -> None:
    for at in range(3):
        ax.scatter([1, 2, 3], [at, at, at + 1], label=AREAS[at])
    ax.set_xlabel("Age")
    ax.set_ylabel("Visits")
    ax.legend()


def crowded(_: Any, ax: Any) -> None:
    ax.bar([f"A rather long name {at}" for at in range(9)], range(1, 10))
    ax.set_ylabel("Visits")


def crossing_labels(_: Any, ax: Any) -> None:
    ax.plot(YEARS, [3, 4, 2, 5, 6])
    ax.text(2020, 3, "A first label here")
    ax.text(2020.1, 3.02, "A second one there")
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)


def cut_off(figure: Any, ax: Any) -> None:
    figure.set_layout_engine("none")
    ax.barh(["A name that needs a good deal of room", "South"], [3, 5])
    ax.set_xlabel("Visits")


def spaghetti(_: Any, ax: Any) -> None:
    signs = "os^Dv<>*pX"
    for at in range(10):
        ax.plot(YEARS, np.arange(5) + at, marker=signs[at], label=f"Area {at}")
    ax.set_ylabel("Visits")
    ax.set_xticks(YEARS)
    ax.legend(fontsize=9, ncols=2)


def many_slices(_: Any, ax: Any) -> None:
    ax.pie(range(1, 11), wedgeprops={"edgecolor": "white"})


BAD: list[tuple[Draw, list[str]]] = [
    (tiny, ["FIG06 “Visits” is set in 7 pt; expected 9 pt or more"]),
    (
        wide,
        [
            (
                "FIG06 “North” and 7 more texts are set in 5.4 pt at the printed width;"
                " expected 9 pt or more"
            )
        ],
    ),
    (
        grey_text,
        [
            (
                "FIG07 “Visits” has a contrast of 2.84:1 with what is behind it; expected"
                " 4.5:1 or more"
            )
        ],
    ),
    (
        dark_on_dark,
        [
            (
                "FIG07 “3” has a contrast of 1.65:1 with what is behind it; expected 4.5:1"
                " or more"
            )
        ],
    ),
    (
        yellow_line,
        [
            (
                "FIG08 Lines in #ffd166 have a contrast of 1.44:1 with the ground; expected"
                " 3:1 or more"
            )
        ],
    ),
    (
        pale_bars,
        [
            (
                "FIG08 Bars in #d3d3d3 have a contrast of 1.49:1 with the ground; expected"
                " 3:1 or more"
            )
        ],
    ),
    (
        pale_points,
        [
            (
                "FIG08 Points in #add8e6 have a contrast of 1.52:1 with the ground;"
                " expected 3:1 or more"
            )
        ],
    ),
    (
        blues,
        [
            (
                "FIG09 Areas in #12436d and #1d5f9c touch and have a contrast of 1.54:1;"
                " expected 3:1 or more"
            )
        ],
    ),
    (
        blue_pie,
        [
            (
                "FIG09 Areas in #12436d and #1d5f9c touch and have a contrast of 1.54:1;"
                " expected 3:1 or more"
            )
        ],
    ),
    (no_title, ["FIG10 The vertical axis shows bare numbers and has no title"]),
    (
        no_titles,
        [
            "FIG10 The horizontal axis shows bare numbers and has no title",
            "FIG10 The vertical axis shows bare numbers and has no title",
        ],
    ),
    (
        cut_bars,
        [
            (
                "FIG11 The bars start at 50, not at 0: their lengths say more than the"
                " numbers do"
            )
        ],
    ),
    (
        cut_level_bars,
        [
            (
                "FIG11 The bars start at 50.5, not at 0: their lengths say more than the"
                " numbers do"
            )
        ],
    ),
    (colours_alone, ["FIG12 “North” and “East” differ in colour alone"]),
    (points_alone, ["FIG12 “North” and “East” differ in colour alone"]),
    (
        crowded,
        [
            (
                "FIG13 “A rather long name 0” and “A rather long name 1” are written over"
                " each other, as in 7 other places"
            )
        ],
    ),
    (
        crossing_labels,
        [
            (
                "FIG13 “A first label here” and “A second one there” are written over each"
                " other"
            )
        ],
    ),
    (
        cut_off,
        [
            (
                "FIG14 “A name that needs a good deal of room” reaches out of the picture"
                " and is cut off, as in 1 other place"
            )
        ],
    ),
    (
        spaghetti,
        ["FIG15 The chart tells 10 series apart by a key; expected 8 or fewer"],
    ),
    (
        many_slices,
        ["FIG15 The chart tells 10 series apart by a key; expected 8 or fewer"],
    ),
]


@pytest.mark.parametrize(
    ("draw", "expected"), BAD, ids=[draw.__name__ for draw, _ in BAD]
)
def test_a_fault_is_told_by_itself(draw: Draw, expected: list[str]) -> None:
    """A chart with one thing wrong gives that finding and no other."""
    assert told(draw) == expected


def test_a_flood_of_texts_is_looked_at_in_part() -> None:
    """Of very many texts some are looked at, and of a large picture a small one."""

    def flood(figure: Any, ax: Any) -> None:
        figure.set_size_inches(4, 40)
        for at in range(520):
            ax.text(0.5, at, f"{at}")
        ax.set_ylim(0, 520)
        ax.set_axis_off()

    with look():
        figure = Figure()
        flood(figure, figure.subplots())
        page = sheet(figure)
    assert len(page.texts) == 500
    assert max(page.pixels.shape) == 2000
