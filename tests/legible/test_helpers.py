"""The helpers of recipes: charts that are clean, and remember what they show."""

from collections.abc import Callable
from typing import Any

import pytest
from drawn import look, of
from matplotlib.figure import Figure
from pandas import DataFrame

from crossfoot import chart
from crossfoot.chart import paper
from crossfoot.chart.columns import ColumnError
from crossfoot.chart.times import months, span


def made(rows: list[tuple[Any, ...]], *columns: str, **units: str) -> DataFrame:
    table = DataFrame(rows, columns=list(columns))
    table.attrs = {"units": units, "titles": {"library": "Library"}}
    return table


VISITS = made(
    [
        ("Central", 39000, 41200, 43900),
        ("Hillside", 20000, 18650, 17300),
        ("Riverside", 9000, 9150, 12400),
    ],
    "library",
    *("2023", "2024", "2025"),
)
MONEY = made(
    [
        ("Health", 205000000.0),
        ("Schools and early years", 1200000000.0),
        ("Roads", 88000000.0),
        ("Parks, libraries and museums", 41000000.0),
    ],
    "what",
    "amount",
    amount="GBP",
)
YEARS = made(
    [(year, year - 2000 + year % 3, 30 - year % 4, 20.5) for year in range(2013, 2026)],
    *("year", "north", "south", "east"),
)
STEPS = made(
    [("Start", 50000000), ("Posts", 8000000), ("Savings", -6000000)],
    "step",
    "change",
    change="GBP",
)
AGES = made([((at * 37) % 80 + at % 7,) for at in range(400)], "age")
GROUPS = made(
    [
        (name, year, 10 * at + (year - 2018) * at)
        for at, name in enumerate(("North", "South", "East", "West", "Centre"), 1)
        for year in range(2018, 2025)
    ],
    *("region", "year", "n"),
)
EVENTS = made(
    [
        ("Plan for recharge", "2020-06", "2020-06", "Plan"),
        ("Review commissioned", "2020-08", "2020-12", "Review"),
        ("Report", "2021-02", "2021-02", "Review"),
    ],
    *("event", "start", "end", "kind"),
)
GAPS = made([("A", 1.5), ("B", None), ("C", -2.0)], "name", "n")

CHARTS: dict[str, Callable[[], Figure]] = {
    "bars": lambda: chart.bars(MONEY, "what", "amount", sort=True),
    "highlight": lambda: chart.bars(
        MONEY, "what", "amount", highlight=["Roads"], axis="Spending"
    ),
    "grouped": lambda: chart.bars(VISITS, "library", ["2024", "2025"]),
    "upright": lambda: chart.bars(
        VISITS, "library", ["2024", "2025"], upright=True, axis="Visits"
    ),
    "stacked": lambda: chart.bars(
        VISITS, "library", ["2023", "2024", "2025"], stacked=True
    ),
    "stacked upright": lambda: chart.bars(
        VISITS, "library", ["2024", "2025"], stacked=True, upright=True, axis="Visits"
    ),
    "gaps": lambda: chart.bars(GAPS, "name", "n"),
    "lines": lambda: chart.lines(
        YEARS, "year", ["north", "south", "east"], axis="Visits, thousands"
    ),
    "line": lambda: chart.lines(YEARS, "year", "north", zero=False, axis="Visits"),
    "line with gaps": lambda: chart.lines(GAPS, "name", "n", axis="Change"),
    "dots": lambda: chart.dots(VISITS, "library", "2025", sort=True, axis="Visits"),
    "ranges": lambda: chart.dots(VISITS, "library", ["2024", "2025"], axis="Visits"),
    "marks": lambda: chart.dots(
        VISITS, "library", ["2023", "2024", "2025"], axis="Visits"
    ),
    "slope": lambda: chart.slope(VISITS, "library", "2024", "2025"),
    "histogram": lambda: chart.histogram(AGES, "age", axis="Age", counted="People"),
    "panels": lambda: chart.multiples(GROUPS, "region", "year", "n", axis="Visits"),
    "share": lambda: chart.share(MONEY, "what", "amount"),
    "waterfall": lambda: chart.waterfall(STEPS, "step", "change", total="End"),
    "timeline": lambda: chart.timeline(EVENTS, "event", "start", "end", kind="kind"),
}


@pytest.mark.parametrize(
    ("name", "theme"),
    [
        *((name, "sober") for name in CHARTS),
        *((name, "bold") for name in ("grouped", "stacked", "lines", "share")),
    ],
)
def test_a_helper_draws_a_chart_that_can_be_read(name: str, theme: str) -> None:
    """What the helpers draw gives no finding, in either theme."""
    with look(theme):
        assert of(CHARTS[name]()) == []


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_remembers_its_data(name: str) -> None:
    """Each figure holds a table of texts, with a unit for each column."""
    with look():
        told: dict[str, Any] = getattr(CHARTS[name](), "crossfoot")  # noqa: B009
    columns, rows = told["table"]["columns"], told["table"]["rows"]
    assert rows
    assert {len(row) for row in rows} == {len(columns)} == {len(told["units"])}
    assert all(isinstance(cell, str) for row in rows for cell in row)


def texts(figure: Figure) -> list[str]:
    return [one.get_text() for one in figure.get_axes()[0].texts]


def test_numbers_are_written_as_in_the_text() -> None:
    """A column declared in pounds is labelled `£205m`, with the largest row first."""
    with look():
        figure = chart.bars(MONEY, "what", "amount", sort=True)
        assert texts(figure) == ["£1.2bn", "£205m", "£88m", "£41m"]
        figure = chart.bars(MONEY, "what", "amount", style="£0.0m")
        assert texts(figure) == ["£205.0m", "£1,200.0m", "£88.0m", "£41.0m"]
        assert figure.crossfoot["table"]["rows"][0] == [
            "Health",
            "205000000",
        ]


def test_the_first_row_says_which_bar_is_which() -> None:
    """Bars beside each other are named at the first row, not in a key."""
    with look():
        figure = chart.bars(VISITS, "library", ["2024", "2025"], names=["Last", "Now"])
        assert texts(figure) == [
            "41,200 (Last)",
            *("18,650", "9,150", "43,900 (Now)", "17,300", "12,400"),
        ]
        assert figure.get_axes()[0].get_legend() is None


def test_an_empty_cell_is_said_to_be_one() -> None:
    """A row without a number is labelled so, and draws nothing."""
    with look():
        assert texts(chart.bars(GAPS, "name", "n")) == ["1.5", "no data", "−2"]


def test_a_waterfall_ends_at_the_sum() -> None:
    """Steps are signed, and the last bar is what they come to, without rounding."""
    with look():
        figure = chart.waterfall(STEPS, "step", "change", total="End")
        assert texts(figure) == ["£50m", "+£8m", "−£6m", "£52m"]
        rows = getattr(figure, "crossfoot")["table"]["rows"]  # noqa: B009
        assert rows[-1] == ["End", "52000000"]


def test_the_parts_of_a_whole_are_percentages() -> None:
    """A share bar names each part once, inside it or over it."""
    with look():
        said = sorted(text.replace("\n", " ") for text in texts(CHARTS["share"]()))
    assert said == [
        *("Health 13%", "Parks, libraries and museums 2.7%", "Roads 5.7%"),
        "Schools and early years 78%",
    ]


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (
            lambda: chart.bars(MONEY, "what", "amonut"),
            "the table has no column “amonut”; it has what, amount",
        ),
        (
            lambda: chart.bars(MONEY, "amount", "what"),
            "column “what” holds “Health” in row 1, which is no number",
        ),
        (
            lambda: chart.bars(made([("a", "7"), ("b", "x")], "is", "n"), "is", "n"),
            "column “n” holds “x” in row 2, which is no number",
        ),
        (
            lambda: chart.bars(made([("a", "7"), ("b", "8")], "is", "n"), "is", "n"),
            "column “n” is declared as text",
        ),
    ],
)
def test_a_wrong_column_is_named(draw: Callable[[], Figure], message: str) -> None:
    """A recipe that asks for a column there is none of is told what there is."""
    with look(), pytest.raises(ColumnError) as caught:
        draw()
    assert str(caught.value) == message


def test_a_share_of_nothing_is_refused() -> None:
    """Parts that are negative, or all nothing, make no whole."""
    with look(), pytest.raises(ValueError, match="parts of a whole"):
        chart.share(made([("a", 1), ("b", -2)], "name", "n"), "name", "n")


def test_an_alternative_text_lists_a_short_table() -> None:
    """Up to a dozen numbers are said one by one, of more the ends."""
    said = chart.summary("Bars of spending", MONEY, "what", "amount", sort=True)
    assert said == (
        "Bars of spending: Schools and early years, £1.2bn; Health, £205m;"
        " Roads, £88m; Parks, libraries and museums, £41m."
    )
    said = chart.summary("Two years", VISITS, "library", ["2024", "2025"])
    assert said.startswith("Two years: Central, 41,200 (2024) and 43,900 (2025);")
    said = chart.summary("Years", YEARS, "year", "north")
    assert said == ("Years. north: highest for 2024, 26; lowest for 2013, 13.")
    assert chart.number(0.125, "ratio") == "13%"


def test_labels_keep_apart_and_in_order() -> None:
    """Places of labels differ by the least distance, in the order of their values."""
    found = paper.apart([1.0, 1.1, 5.0, 1.05], 1.0)
    assert [round(one, 2) for one in found] == [0.05, 2.05, 5.0, 1.05]


def test_dates_are_counted_and_span() -> None:
    """A date may be a year, a month or a day, and anything else is refused."""
    assert months("2020-03") == 2020 * 12 + 2
    assert months("2020") == 2020 * 12
    assert span("2020-03", "2020-05") == "Mar 2020 to May 2020"
    assert span("2020-03-31", "2020-03-31") == "31 Mar 2020"
    with pytest.raises(ValueError, match="“spring” is no date"):
        months("spring")
