"""What a text near a table makes of the cells of the rows that it names."""

import pytest
from test_worked import told

SPENT = """| Division ($ million) | FY 2022 | FY 2023 |
|---|---:|---:|
| Highways | 1,284.6 | 1,391.2 |
| Bridges | 412.3 | 468.9 |
| Transit | 236.8 | 241.5 |
| Total | 1,933.7 | 2,101.6 |
"""
PAVED = """| District | Planned | Completed |
|---|---:|---:|
| Northern | 412 | 398 |
| Lakeshore | 365 | 381 |
| Central | 528 | 540 |
| Statewide | 1,305 | 1,319 |
"""
WEIGHT = """| Group | Men | Women |
|:--|--:|--:|
| Light | 481 | 671 |
| Heavy | 676 | 588 |
| Obese | 462 | 514 |

: Adults by weight, 2024
"""
TRADES = """| Trade | Tonnes |
|:--|--:|
| Containers | 3,412 |
| Ro-ro and ferry freight | 2,589 |
| Dry bulk | 2,701 |
| Liquid bulk | 1,914 |
| All trades | 10,616 |
"""
CLAIMS = [
    (
        SPENT,
        "Highways and Bridges together spent {}.",
        ("$1,860.1 million", "$1,806.1 million"),
        "Text says “$1,806.1 million”; “Highways” + “Bridges” comes to $1,860.1 million",
    ),
    (
        SPENT,
        "Highways and Bridges did well. Together they make up {} of the total.",
        ("88.5%", "85.8%"),
        "Text says “85.8%”; “Highways” + “Bridges” of all is 88.5%",
    ),
    (
        PAVED,
        "We resurfaced 1,319 lane miles, or {} of plan.",
        ("101.1%", "110.1%"),
        "Text says “110.1%”; 1,319 of 1,305 is 101.1%",
    ),
    # No word says how a long number is made; of all that the cells make one is it.
    (
        SPENT,
        "Highways and Bridges had {} between the two of them that year.",
        ("$1,860.1 million", "$1,806.1 million"),
        "Text says “$1,806.1 million”; “Highways” + “Bridges” comes to $1,860.1 million",
    ),
    (
        SPENT,
        "Roads of all kinds had {} that year, and rails the rest.",
        ("$1,860.1 million", "$1,806.1 million"),
        "Text says “$1,806.1 million”; “Highways” + “Bridges” comes to $1,860.1 million",
    ),
    (
        PAVED,
        "Northern and Central are {} lane miles apart.",
        ("142", "124"),
        "Text says “124”; from 398 to 540 is a change of 142",
    ),
    (
        PAVED,
        "Central did 540, which is {} of the statewide total.",
        ("two fifths", "a quarter"),
        "Text says “a quarter”; “Central” of all is 40%",
    ),
    (
        PAVED,
        "Lakeshore and Central account for {} of everything.",
        ("70%", "76%"),
        "Text says “76%”; “Lakeshore” + “Central” of all is 70%",
    ),
]


@pytest.mark.parametrize(("table", "text", "both", "message"), CLAIMS)
def test_what_rows_make_is_told_where_a_slip_keeps_it_from_them(
    table: str, text: str, both: tuple[str, str], message: str
) -> None:
    """The right number brings no finding, another one is told with what they make."""
    assert told(table, text.format(both[0])) == []
    assert told(table, text.format(both[1])) == [("TAB05", message)]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (SPENT, "Highways and Bridges together won $1,900 million in suits."),
        (SPENT, "Transit has 1,806 drivers, more than any other."),
        (PAVED, "A quarter of the staff of Central are new."),
        (PAVED, "Lakeshore has three lakes. A quarter of the districts have none."),
        (PAVED, "Central and Lakeshore together have 950 bridges."),
        (PAVED, "Central did up to two fifths of everything."),
        # The growth of a cause is not that of the row.
        (SPENT, "Highways spent more. It paid for an increase of 1.2% in dues."),
        (SPENT, "Highways spent more, due to the general rise of 4.5 % in wages."),
        # Of another year than the table is.
        (WEIGHT, "In 2020, 25.1% of adults were obese."),
        # A row more is counted than the names that could be read.
        (
            TRADES,
            (
                "Containers come before dry bulk and vehicles. "
                "Together these three made up four fifths of the total."
            ),
        ),
        # A share of a count beside it; Northern did 30.2% of all.
        (PAVED, "Northern was late. Some 1,245 miles, 32.0%, are of gravel."),
    ],
)
def test_numbers_of_other_things_are_left_alone(table: str, text: str) -> None:
    """A number that no slip explains, and a share of something else, stay quiet."""
    assert told(table, text) == []
