"""Texts near a table that say how many of its rows there are, or are so."""

import pytest
from test_worked import told

DISTRICTS = """| District | Planned | Completed | Change |
|:--|--:|--:|--:|
| Northern | 412 | 398 | −14 |
| Lakeshore | 365 | 381 | 16 |
| Central | 528 | 540 | 12 |
| Valley | 447 | 433 | −14 |
| Southern | 398 | 412 | 14 |
| Statewide | 2,150 | 2,164 | 14 |
"""
TARGETS = """| Measure | Target (%) | Met in 2023 |
|:--|--:|:--|
| Answered in 20 seconds | 80 | Yes |
| Closed in 30 days | 75 | No |
| Visited in a week | 90 | Yes |
| Replied in ten days | 95 | Yes |
"""
CLAIMS = [
    (
        DISTRICTS,
        "We paved roads in all {} districts.",
        ("five", "six"),
        "Text says “six”; the table has 5 rows",
    ),
    (
        DISTRICTS,
        "{} districts did more than they had planned and two did less.",
        ("Three", "Four"),
        "Text says “Four”; 3 rows of the table are so by “Change”",
    ),
    (
        DISTRICTS,
        "Three districts gained, and {} lost.",
        ("two", "three"),
        "Text says “three”; 2 rows of the table are so by “Change”",
    ),
    (
        TARGETS,
        "We met {} targets.",
        ("three", "two"),
        "Text says “two”; 3 rows of the table are so by “Met in 2023”",
    ),
    (
        TARGETS,
        "{} of our four measures was not met.",
        ("One", "Two"),
        "Text says “Two”; 1 row of the table are so by “Met in 2023”",
    ),
]


@pytest.mark.parametrize(("table", "text", "both", "message"), CLAIMS)
def test_a_number_of_rows_that_is_off_by_one_is_told(
    table: str, text: str, both: tuple[str, str], message: str
) -> None:
    """The right number brings no finding, the next one is told."""
    assert told(table, text.format(both[0])) == []
    assert told(table, text.format(both[1])) == [("TAB07", message)]


CAPTIONS = [
    "Roads paved in {} districts",
    "Roads by district, {} districts",
    "Roads at each of {} districts, in miles",
    "The network, {} districts of Ohio",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_that_counts_the_rows_is_held_to_them(caption: str) -> None:
    """What a caption counts by the name of the rows is all of them."""
    said = f"{DISTRICTS}\n: {caption}\n"
    assert told(said.format("five"), "Roads were paved.") == []
    assert told(said.format("six"), "Roads were paved.") == [
        ("TAB07", "Text says “six”; the table has 5 rows")
    ]


UNCOUNTED = [
    "Roads in the six largest districts",
    "Roads of six districts that replied",
    "Roads in six counties",
    "Roads in six of the districts",
]


@pytest.mark.parametrize("caption", UNCOUNTED)
def test_a_caption_may_count_something_else(caption: str) -> None:
    """Some of the rows, or things that are none, are not held to the table."""
    assert told(f"{DISTRICTS}\n: {caption}\n", "Roads were paved.") == []


def test_a_row_may_be_one_for_all_of_them() -> None:
    """A table with a row more than its caption says may have an average of all."""
    rows = DISTRICTS.replace(
        "| Statewide | 2,150 | 2,164 | 14 |", "| All of it | | | |"
    )
    caption = "\n: Roads paved in five districts\n"
    assert told(f"{rows}{caption}", "Roads were paved.") == []


def test_a_caption_that_opens_with_the_rows_is_held_to_them() -> None:
    """The number that a caption starts with is that of all rows."""
    caption = "\n: {} districts of the state\n"
    assert told(f"{DISTRICTS}{caption.format('Five')}", "Roads were paved.") == []
    assert told(f"{DISTRICTS}{caption.format('Six')}", "Roads were paved.") == [
        ("TAB07", "Text says “Six”; the table has 5 rows")
    ]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (DISTRICTS, "The four districts with a port did well."),
        (DISTRICTS, "The four largest districts did well."),
        (DISTRICTS, "Four districts hired new crews."),
        (DISTRICTS, "Two of the other four districts were late."),
        (DISTRICTS, "Four districts did more for cyclists."),
        (TARGETS, "Two people met us there."),
    ],
)
def test_other_things_that_are_counted_are_left_alone(table: str, text: str) -> None:
    """Some of the rows, and what no column says of them, stay quiet."""
    assert told(table, text) == []
