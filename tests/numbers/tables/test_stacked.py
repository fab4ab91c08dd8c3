"""Totals of blocks of which another block of the table shows the form."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


FEES = """
    Region | 2024 | 2025
    Fees by region | |
    North | 31,420 | 33,115
    {row}
    South | 12,604 | 11,870
    Total fees | 120,354 | 126,007
    Cost of fees | 40,118 | 41,602
    {share} of fees by region | |
    North | 26% | 26%
    Middle | 64% | 64%
    South | 10% | 9%"""
MIDDLE = "Middle | 76,330 | 81,022"


def test_a_row_that_another_block_has_is_missing_from_a_total() -> None:
    """The same names stand below for shares; without one the total is short."""
    assert said(FEES.format(row=MIDDLE, share="Share")) == []
    assert said(FEES.format(row="", share="Share")) == [
        "Total fees says “120,354”; its 2 parts add up to 44,024",
        "Total fees says “126,007”; its 2 parts add up to 44,985",
    ]


def test_a_total_of_fewer_rows_than_another_block_has_may_add_up() -> None:
    """One that its rows make lacks nothing."""
    text = FEES.format(row="", share="Share")
    text = text.replace("120,354", "44,024").replace("126,007", "44,985")
    assert said(text) == []


def test_blocks_of_other_names_show_no_form() -> None:
    """A total may be that of more than what is shown of it."""
    text = FEES.format(row="", share="Share").replace("North | 26%", "Arctic | 26%")
    assert said(text) == []


AUDITS = """
    Audit | Major | Minor | Notes
    Bridge | 12 | 35 | 40
    Tunnel | 0 | 21 | 18
    {row}
    Quay | 4 | 16 | 31
    Total ({count} audits) | 16 | 79 | 101"""


def test_a_total_that_says_of_how_many_rows_it_is_lacks_one() -> None:
    """What the columns miss is what the row says, and it may say nothing in one."""
    whole = AUDITS.format(row="Depot | 0 | 7 | 12", count=4)
    assert said(whole) == []
    assert said(AUDITS.format(row="", count=4)) == [
        "Total (4 audits) says “79”; its 3 parts add up to 72",
        "Total (4 audits) says “101”; its 3 parts add up to 89",
    ]


def test_a_total_of_many_more_rows_than_are_shown_is_left_alone() -> None:
    """The table shows some of them."""
    text = AUDITS.format(row="", count=57).replace("| 16 | 79", "| 216 | 379")
    assert said(text) == []
