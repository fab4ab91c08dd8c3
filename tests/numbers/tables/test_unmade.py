"""Totals that nothing shown makes up: what is told, and what is left alone."""

import pytest
from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


def without(text: str, label: str) -> str:
    """Return a table without the row of a label."""
    lines = text.strip().splitlines()
    return "\n".join(line for line in lines if not line.strip().startswith(label))


FOLLOWED = """
    Line | 2022 (£) | 2023 (£)
    Library services | 5,412 | 6,180
    Museum services | 3,905 | 4,377
    Total services | 9,317 | 10,557
    Visits | 21,405 | 23,118
    Loans | 7,716 | 8,204"""


def test_a_row_missing_from_a_total_that_other_rows_follow_is_told() -> None:
    """A word of its parts ties a total to them, whatever stands below it."""
    assert said(FOLLOWED) == []
    assert said(without(FOLLOWED, "Museum")) == [
        "Total services says “9,317”; its 1 part adds up to 5,412",
        "Total services says “10,557”; its 1 part adds up to 6,180",
    ]


def test_a_row_missing_from_parts_of_both_signs_is_told() -> None:
    """Where something is taken away, parts may come to more than their total as well."""
    text = """
        Item | 2022 (£) | 2023 (£) | 2024 (£)
        Opening stock | 612 | 845 | 907
        Bought | 3,118 | 3,402 | 3,377
        Sold | (2,885) | (3,340) | (3,512)
        Total stock | 845 | 907 | 772"""
    assert said(text) == []
    assert said(without(text, "Opening")) == [
        "Total stock says “845”; its 2 parts add up to 233",
        "Total stock says “907”; its 2 parts add up to 62",
        "Total stock says “772”; its 2 parts add up to (135)",
    ]


def test_a_row_missing_from_a_net_change_is_told() -> None:
    """A net increase that ends a table is the sum of what is above it."""
    text = """
        Flow | 2022 (£) | 2023 (£)
        Operating | 4,421 | 4,029
        Investing | (455) | (1,685)
        Financing | (1,946) | (605)
        Net increase in cash | 2,020 | 1,739"""
    assert said(text) == []
    assert said(without(text, "Financing")) == [
        "Net increase in cash says “2,020”; its 2 parts add up to 3,966",
        "Net increase in cash says “1,739”; its 2 parts add up to 2,344",
    ]


def test_a_row_missing_below_a_total_is_told() -> None:
    """A first total is held against the rows below it, where most of it is there."""
    text = """
        Region | 2022 | 2023 | Change (%)
        Total visits | 77,147 | 79,592 | 3.2
        North | 36,274 | 36,995 | 2.0
        East | 24,443 | 25,491 | 4.3
        West | 16,430 | 17,106 | 4.1"""
    assert said(text) == []
    assert said(without(text, "East")) == [
        "Total visits says “77,147”; its 2 parts add up to 52,704",
        "Total visits says “79,592”; its 2 parts add up to 54,101",
    ]


def test_a_row_missing_from_groups_with_their_parts_is_told() -> None:
    """Where groups stand above their parts, a total is held against the groups."""
    text = """
        Origin | 2005 | 2009
        Africa | 98,453 | 85,144
        North Africa | 75,224 | 56,024
        West Africa | 15,624 | 22,214
        Other Africa | 7,605 | 6,906
        Europe | 20,180 | 19,457
        Oceania | 127 | 108
        Total | 118,760 | {}"""
    assert said(text.format("104,709")) == []
    assert said(text.format("104,790")) == [
        "Total says “104,790”; its 3 parts add up to 104,709"
    ]


OPEN = {
    "a total of a list of unlike things": """
        Line | 2022 | 2023
        Working capital | 282,483 | 235,302
        Earnings a share | 0.52 | 1.42
        Total assets | 839,882 | 728,222
        Long-term loan | 15,639 | 34,971""",
    "a total of another name above other rows": """
        Line | 2022 (£) | 2023 (£)
        Cash | 220,872 | 149,003
        Working capital | 282,483 | 235,302
        Total assets | 839,882 | 728,222
        Term loan | 15,639 | 34,971""",
    "parts that hold their own sum": """
        Line | 2022 | 2023
        Wireless | 9,200 | 8,569
        Cable | 3,932 | 3,894
        Corporate | (204) | (247)
        Revenue | 12,928 | 12,216
        Total service revenue | 11,974 | 11,550""",
    "a row that is called a change": """
        Line | 2022 | 2023
        Change in value | 406 | 509
        Adjustment for gains | (87) | (103)
        Total change in adjustments | 319 | 406""",
    "what is taken away from a total": """
        Line | 2022 (£) | 2023 (£) | 2024 (£)
        Total interest before hedges | 133 | 138 | 140
        Gain on hedges | (55) | (7) | 10
        Gain on swaps | (7) | (6) | -""",
    "a total that says what it leaves out": """
        Line | 2023 | 2024
        Energy costs | 11,014 | 13,902
        Taxes on costs | 1,206 | 1,110
        Total costs excluding energy | 44,018 | 42,507""",
    "rows left out with dots": """
        Region | 2022 | 2023
        North | 20 | 31
        ... | |
        Total | 83 | 97""",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN.keys())
def test_what_may_be_made_of_other_things_is_left_alone(text: str) -> None:
    """Nothing is told where the block above a total may not be what it is made of."""
    assert said(text) == []


STACKED = """
    Ward | Ash | Birch
    Mayor | |
    Total votes | 412 | 388
    North | 207 | 195
    South | 205 | 193
    Council | |
    Total votes | {} | {}
    North | 301 | 198
    South | 188 | 254
    East | 96 | 117"""


def test_a_row_missing_below_one_of_several_first_totals_is_told() -> None:
    """Each total of the name is what follows it, so that this one is, too."""
    assert said(STACKED.format("585", "569")) == []
    short = STACKED.format("585", "569").replace("    South | 188 | 254\n", "")
    told = [
        "Total votes says “585”; its 2 parts add up to 397",
        "Total votes says “569”; its 2 parts add up to 315",
    ]
    assert said(short) == told


def test_first_totals_of_which_another_is_not_made_either_prove_nothing() -> None:
    """Both may hold what is not shown."""
    short = STACKED.format("585", "569").replace("    South | 188 | 254\n", "")
    assert said(short.replace("412 | 388", "612 | 588")) == []


def test_a_row_missing_from_the_only_parts_is_told_where_signs_tell() -> None:
    """What has another sign than its total is no part that is the most important."""
    text = """
    Debts | 2023 | 2024
    Doubtful | (16) | (15)
    Total | 1,380 | 1,277"""
    told = [
        "Total says “1,380”; its 1 part adds up to (16)",
        "Total says “1,277”; its 1 part adds up to (15)",
    ]
    assert said(text) == told


def test_a_total_of_what_is_not_shown_above_a_net_is_held_to_its_block() -> None:
    """It is a part of the net below, and still the sum of the rows of its heading."""
    text = """
    Item | 2023 | 2024
    Expenses | |
    Salaries | 11,547 | 17,276
    Rent | 848 | 278
    Repairs | 957 | 412
    Total expenses | 28,861 | 28,919
    Income | |
    Fees | 261 | 318
    Net cost of services | 28,600 | 28,601"""
    told = [
        "Total expenses says “28,861”; its 3 parts add up to 13,352",
        "Total expenses says “28,919”; its 3 parts add up to 17,966",
    ]
    assert said(text) == told


def test_one_number_above_those_of_its_stages_is_no_sum() -> None:
    """Not all that were found went on, but a bare total has a row missing."""
    text = """
        Stage | People
        {} | 77,304
        Papers served | 84
        Removed | 25
        Let in | 47,993"""
    assert said(text.format("Total papers found")) == []
    assert said(text.format("Total")) == [
        "Total says “77,304”; its 3 parts add up to 48,102"
    ]
