"""Rows that a text near a table puts at one end of an order."""

import pytest
from test_worked import told

BLOCKS = """| Block (£m) | Budget | Spent | Slippage |
|:--|--:|--:|--:|
| Roads | 38.5 | 36.9 | 1.6 |
| Schools | 31.2 | 24.7 | 6.5 |
| Property | 14.8 | 9.3 | 5.5 |
| Digital | 6.3 | 5.2 | 1.1 |
| All blocks | 90.8 | 76.1 | 14.7 |

: Spending by block
"""
SITES = """| Site | Offered | Started | Started (%) |
|:--|--:|--:|--:|
| Hull | 163 | 149 | 91.4 |
| Oldham | 148 | 131 | 88.5 |
| Swansea | 127 | 118 | 92.9 |
"""
SEASONS = """| Season | 2021/22 | 2022/23 |
|:--|--:|--:|
| Spring | 33,150 | 41,270 |
| Summer | 51,940 | 62,480 |
| Winter | 30,200 | 40,530 |

: Visits in the three seasons
"""
HERDS = """| Sector | 2024 | 2025 | Change (%) |
|:--|--:|--:|--:|
| North | 431 | 388 | −10.0 |
| Lough | 301 | 262 | −13.0 |
| South | 164 | 139 | −15.2 |
"""
ACCOUNT = """| £m | 2022 | 2021 |
|:--|--:|--:|
| Fares | 60.9 | 57.3 |
| Rents | 19.1 | 18.2 |
| Grants | 4.4 | 3.1 |
| Revenue | 84.4 | 78.6 |
| Staff | (48.3) | (45.7) |
| Fuel | (17.8) | (16.4) |
| Operating costs | (66.1) | (62.1) |
| Operating profit | 18.3 | 16.5 |
"""
CLAIMS = [
    (
        ACCOUNT,
        "{} is our largest source of income, with £60.9m.",
        ("Fares", "Rents"),
        "Text says “largest”; “Rents” is 2nd from the highest by “2022”",
    ),
    (
        SITES,
        "The offered number was highest at Hull and lowest on {}.",
        ("Swansea", "Oldham"),
        "Text says “lowest”; “Oldham” is 2nd from the lowest by “Offered”",
    ),
    (
        BLOCKS,
        "{} slipped most, by £6.5m.",
        ("Schools", "Property"),
        "Text says “most”; “Property” is 2nd from the highest by “Slippage”",
    ),
    (
        BLOCKS,
        "Roads remained the {} block, with 48% of all spending.",
        ("largest", "second largest"),
        "Text says “second”; “Roads” is 1st from the highest by “Budget”",
    ),
    (
        BLOCKS,
        "The property slippage of £5.5m is the {}, after schools.",
        ("second largest", "third largest"),
        "Text says “third”; “Property” is 2nd from the highest by “Slippage”",
    ),
    (
        BLOCKS,
        "The budget was highest in roads, followed by {}.",
        ("schools", "property"),
        "Text says “highest”; “Property” is 3rd from the highest by “Budget”",
    ),
    (
        SITES,
        "{} had the highest rate and Oldham the lowest.",
        ("Swansea", "Hull"),
        "Text says “highest”; “Hull” is 2nd from the highest by “Started (%)”",
    ),
    (
        SITES,
        "{} was the largest site, with 163 people.",
        ("Hull", "Oldham"),
        "Text says “largest”; “Oldham” is 2nd from the highest by “Offered”",
    ),
    (
        SITES,
        "Hull came first with 149 people, and {} last with 118.",
        ("Swansea", "Oldham"),
        "Text says “last”; “Oldham” is 2nd from the highest by “Started”",
    ),
    (
        SEASONS,
        "{} is still the busiest, with most of the visits.",
        ("Summer", "Winter"),
        "Text says “busiest”; “Winter” is 3rd from the highest by “2021/22”",
    ),
    (
        SEASONS,
        "Visits were fewest in {}.",
        ("winter", "spring"),
        "Text says “fewest”; “Spring” is 2nd from the lowest by “2021/22”",
    ),
]


@pytest.mark.parametrize(("table", "text", "both", "message"), CLAIMS)
def test_a_row_that_no_column_puts_there_is_told(
    table: str, text: str, both: tuple[str, str], message: str
) -> None:
    """The right row brings no finding, another one is told with its place."""
    right, wrong = both
    assert told(table, text.format(right)) == []
    assert told(table, text.format(wrong)) == [("TAB05", message)]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (BLOCKS, "Property has the largest number of empty rooms."),
        (BLOCKS, "Property was not the largest block by budget."),
        (BLOCKS, "Property is one of the largest blocks by budget."),
        (BLOCKS, "Property’s largest scheme was the depot, with a budget of £3m."),
        (BLOCKS, "The budget of property would be the largest."),
        (BLOCKS, "The three largest budgets are those of roads, schools and property."),
        (SITES, "Oldham has the highest chimney of the sites that started."),
        (SITES, "Oldham was the friendliest, and most of those offered stayed."),
        (SITES, "Swansea is the largest town."),
        (SEASONS, "Visits grew fastest in winter."),
        (SEASONS, "Visits were most frequent in summer and spring."),
        (SEASONS, "Summer (62,480) and spring (41,270) had the most visits."),
        (SEASONS, "At last, winter had more visits."),
        # A superlative that the row before it has taken is of something else.
        (SITES, "Offered was highest at Hull (163) and lowest overseas (127)."),
        # The row right after each of two ends is meant.
        (SITES, "The offered number was highest at Hull and lowest at Swansea."),
        (
            HERDS,
            (
                "Numbers fell everywhere: most, by 43, in the north, and by the largest"
                " share, 15.2 %, in the south."
            ),
        ),
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(table: str, text: str) -> None:
    """Another measure, a denial, one of several and what columns make stay quiet."""
    assert told(table, text) == []
