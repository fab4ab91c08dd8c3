"""Rows of a week, a quarter or a year below the times that make them up."""

import pytest
from sheeting import sheet

from crossfoot.numbers.tables.footing import footing
from crossfoot.numbers.tables.timed import is_all_of

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
MONTHS = ["April 2025", "May 2025", "June 2025"]
QUARTERS = ["Q1", "Q2", "Q3", "Q4"]


@pytest.mark.parametrize(
    ("label", "before"),
    [
        ("Week", DAYS),
        ("Whole week", ["Mon", "Tue", "Wed"]),
        ("Quarter", MONTHS),
        ("2025", ["Jan", "Feb", "Mar", "Apr"]),
        ("Year", QUARTERS),
        ("FY 2025/26", QUARTERS),
        ("Financial year", ["spring", "summer", "autumn"]),
    ],
)
def test_a_time_is_all_of_the_times_before_it(label: str, before: list[str]) -> None:
    """Days make a week, months a quarter or a year, quarters a year."""
    assert is_all_of(label, before)
    assert not is_all_of(label, [*before, "Elsewhere"])
    assert not is_all_of(label, before[:2])
    assert not is_all_of("Next", before)


def told(*numbers: str, last: str = "Week") -> list[str]:
    """Return the messages on a table of five days and a row below them."""
    rows = [f"{day} | {number}" for day, number in zip(DAYS, numbers, strict=False)]
    text = "\n".join(["Day | Hours", *rows, f"{last} | {numbers[-1]}"])
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


def test_the_row_of_a_week_is_held_to_its_days() -> None:
    """Nobody calls it a total."""
    assert told("7.5", "7.5", "7.5", "8.0", "7.0", "37.5") == []
    assert told("7.5", "7.5", "7.5", "8.0", "7.0", "35.7") == [
        "Week says “35.7”; its 5 parts add up to 37.5"
    ]


def test_a_level_is_no_sum() -> None:
    """What there was on average, or at the end, lies between the days."""
    assert told("14", "15", "17", "16", "18", "16") == []
    assert told("14", "15", "17", "16", "18", "18") == []


SO_FAR = """
    Time | 2024 | 2025
    {first}
    1st quarter | 93 | 114
    1st half | 190 | 247
    January | 31 | 40
    February | 30 | 37
    March | 32 | 37
    April | 33 | 44
    May | 31 | 44
    June | 33 | 45
    {last}"""


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_total_of_months_leaves_out_what_there_was_so_far(place: str) -> None:
    """Rows of some of the months stand among them, and say them again."""

    def messages(label: str) -> list[str]:
        text = SO_FAR.format(**{"first": "", "last": "", place: label})
        lines = [line for line in text.splitlines() if line.strip()]
        return [one.message for one in footing(sheet("\n".join(lines))).findings]

    assert messages("Total | 190 | 247") == []
    assert messages("Total | 190 | 274") == [
        "Total says “274”; its 6 parts add up to 247"
    ]
