"""Parts of totals that rows beside them make, which the totals leave out."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


INCOME = """
    Income | 2024 | 2023
    Hall hire | 41,260 | 38,945
    Lottery | 12,318 | 11,204
    Appeals | {} | 6,871
    Fundraising | 20,053 | 18,075
    Grants | 65,400 | 58,250
    Total income | 126,713 | 115,270"""


def test_rows_that_a_total_leaves_out_make_the_part_behind_them() -> None:
    """The other year proves which, so that a slip among them is told."""
    assert said(INCOME.format("7,735")) == []
    assert said(INCOME.format("7,375")) == [
        "Fundraising says “20,053”; its 2 parts add up to 19,693"
    ]


def test_rows_that_a_total_leaves_out_make_the_part_before_them() -> None:
    """So do parts that stand below what they are parts of."""
    text = """
    Spending | 2024 | 2023
    Premises | 31,406 | 29,870
    Rent | 22,150 | 21,300
    Repairs | {} | 8,570
    Staff | 84,118 | 79,962
    Total spending | 115,524 | 109,832"""
    assert said(text.format("9,256")) == []
    assert said(text.format("9,526")) == [
        "Premises says “31,406”; its 2 parts add up to 31,676"
    ]


def test_rows_that_make_no_part_in_any_column_are_left_alone() -> None:
    """They say something else of it."""
    text = """
    Visits | 2024 | 2023
    Pools | 41,260 | 38,945
    Adults | 12,318 | 11,204
    Clubs | 7,735 | 6,871
    Gyms | 21,053 | 19,075
    Parks | 65,400 | 58,250
    Total visits | 127,713 | 116,270"""
    assert said(text) == []
