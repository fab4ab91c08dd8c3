"""Totals that what their sum leaves out makes whole."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


CASES = """
    Stage | Civil | Criminal | Index unknown | Total
    Lodged | 27,776 | 948 | 31 | {}
    Reached | 16,975 | 790 | - | 17,765
    Without merit | 4,397 | 177 | - | 4,574
    With merit | 23,294 | 767 | - | 24,061"""


def test_a_column_between_parts_and_total_that_is_the_difference_is_a_part() -> None:
    """Its name says that it does not add up, and its number that it does."""
    assert said(CASES.format("28,755")) == []


def test_a_difference_that_no_column_between_says_is_told() -> None:
    """A slip in the total is no number of the row."""
    told = ["Total says “28,857”; its 2 parts add up to 28,724"]
    assert said(CASES.format("28,857")) == told


STAKES = """
    Member | Votes | Own stake | Voter stake
    Abbot | 2 | 1,000,120 | 4,230,000
    Brown | 8 | 100,340 | 4,231,000
    Cole | 7 | 6,000,000 | 250,700
    Drew | 7 | 1,000 | 5,065,000
    Total stake | | | {}"""


def test_a_total_of_two_columns_in_one_cell_is_the_sum_of_both() -> None:
    """What it is more than its column is exactly what the other column comes to."""
    assert said(STAKES.format("20,878,160")) == []


def test_a_total_of_one_column_of_two_is_held_to_it() -> None:
    """A slip is not what another column comes to."""
    told = ["Total stake says “13,767,700”; its 4 parts add up to 13,776,700"]
    assert said(STAKES.format("13,767,700")) == told


STATES = """
    Region | 1990 | 2000 | Difference
    Country | 747,108 | 1,320,960 | {}
    Federal | 50,403 | 125,044 | 74,641
    State | 696,705 | 1,195,916 | 499,211
    North | 119,063 | 166,631 | 47,568
    Maine | 41,480 | 51,635 | 10,155
    Vermont | 77,583 | 114,996 | 37,413
    South | 577,642 | 1,029,285 | 451,643
    Texas | 377,642 | 700,285 | 322,643
    Georgia | 200,000 | 329,000 | 129,000"""


def test_a_total_that_the_first_rows_below_it_make_is_their_sum() -> None:
    """The rows below those break them down again."""
    text = STATES.replace("Country", "Total")
    assert said(text.format("573,852")) == []


ITEMS = """
    Item | Estimate | After rounding
    Income | $25,000 | $25,650
    Total fringe benefits | $5,000 | $5,130
    Contributions | $8,000 | $8,208
    Total losses | $3,000 | $3,078
    Pensions | $2,225 | $2,283
    Maintenance | Less $3,000 | Less $3,078
    Total | $40,225 | $41,271"""


def test_totals_among_rows_are_not_all_that_a_total_is_made_of() -> None:
    """Where rows stand between them, one that nobody can read leaves it unknown."""
    assert said(ITEMS) == []


HOGS = """
    State | Sold | Value
    Iowa | 8,021.4 | 8,073.5
    Ohio | 874.0 | 298.1
    Kansas | 799.9 | {}
    Texas | 721.5 | {}
    Total | 10,416.8 | 9,712.3"""


def test_a_whole_number_in_brackets_among_decimals_is_a_note() -> None:
    """It tells why the number is not given, and is no amount below nothing."""
    assert said(HOGS.format("(3)", "(3)")) == []
    told = ["Total says “9,712.3”; its 4 parts add up to 9,384.9"]
    assert said(HOGS.format("91.8", "921.5")) == told


def test_a_total_in_the_midst_that_the_totals_below_it_make_is_their_sum() -> None:
    """Sponsors of all kinds stand above those of each kind."""
    text = """
    Category | Rating | 2011 | 2012
    Registered | | 2,370 | 2,126
    All kinds | Total | {} | {}
    General | Total | 1,986 | 1,794
    Child | Total | 935 | 903
    Students | Total | 88 | 46
    General | A | 1,186 | 994
    General | B | 800 | 800"""
    assert said(text.format("3,009", "2,743")) == []


def test_a_column_that_is_empty_where_rows_add_up_is_no_part() -> None:
    """The last row says what the others leave out, and adds up without it."""
    text = """
    Voters | Total | North | North voted | South | South voted | Late
    Blue | 6,517 | 3,633 | | 2,884 | |
    Red | 2,502 | 1,322 | | 1,180 | |
    Green | 3,709 | 1,964 | | 1,745 | |
    Others | 63 | 37 | | 26 | |
    Voters | {} | 6,956 | 3,608 | 5,835 | 2,968 | 74"""
    assert said(text.format("12,791")) == []


def test_a_row_that_stands_for_several_leaves_its_sum_unknown() -> None:
    """How many it stands for is said elsewhere, if at all."""
    text = """
    Item | Cost
    Desks ({}) | 395,264
    Hall | 148,995
    Kitchen | 10,248
    Total | 949,771"""
    assert said(text.format("2, each")) == []
    assert said(text.format("all")) == [
        "Total says “949,771”; its 3 parts add up to 554,507"
    ]


def test_parts_that_are_of_others_make_up_no_total() -> None:
    """In more rows than add up the largest part is the total, and the others are in it."""
    text = """
    Group | Total | Not counted | Put off | Counted | Covered
    Talk | 7 | 0 | 0 | 7 | 7
    Lines | 4 | 1 | 3 | 0 | 0
    Files | 5 | 0 | 0 | 5 | 5
    Tasks | 14 | 0 | 0 | 14 | 1
    Search | 3 | 0 | 0 | 3 | 0
    Code | 5 | 0 | 4 | 1 | 0
    Plans | 15 | 0 | 0 | 15 | 3
    Later | 11 | 0 | 0 | 11 | 7
    Setup | 17 | 0 | 4 | 13 | 10"""
    assert said(text) == []


def test_scores_of_which_some_are_fractions_make_no_sum() -> None:
    """A fifth is a number, and three of five tests are not."""
    text = """
    Set | First | Second
    Short | 3/3 | 3/3
    Hard | 3/5 | 5/5
    Long | 11/16 | 11/16
    Total passed | 17/24 | 19/24"""
    assert said(text) == []


def test_what_has_no_total_of_its_own_may_be_in_the_total_below() -> None:
    """The row without one says what is left, and half a step of each number more."""
    text = """
    Country | Grants | Loans | Both
    North | 2.3 | 3.2 | 5.5
    South | 8.8 | 13.4 | 22.2
    West | 1.1 | 1.9 | 3.0
    Help | | 0.87 | {}
    Total | 12.20 | 19.37 | 31.56"""
    assert said(text.format("")) == []
    assert said(text.format("0.37")) == [
        "Total says “31.56”; its 4 parts add up to 31.07"
    ]


def test_shares_of_which_the_largest_is_the_total_make_no_sum() -> None:
    """How much of a body answered is said beside what it answered."""
    text = """
    Waste | Covered | 2023 | 2022
    Total | 99% | 931.3 | 1,321.5
    of which paper | 99% | 874.0 | 1,274.0
    of which metal | 87% | 57.3 | 47.5"""
    assert said(text) == []


def test_a_share_with_a_nought_too_many_is_told() -> None:
    """It is as large as the total then, and the others are the rest of it."""
    text = """
    Class | Score | Weight
    Upkeep | 0.80 | 20%
    People | 1.25 | 70%
    Licence | 0.50 | {}
    Total | 2.55 | 100%"""
    assert said(text.format("10%")) == []
    assert said(text.format("100%")) == [
        "Total says “100%”; its 3 parts add up to 190%"
    ]


def test_a_total_whose_name_lost_its_spaces_is_one() -> None:
    """Texts that programs took from pages say `TotalNorth`."""
    text = """
    Town | Calls
    Ash | 91
    Elm | 85
    TotalNorth | 176
    Oak | 56
    Yew | 46
    TotalSouth | 102
    Unknown | 40
    GrandTotal | {}"""
    assert said(text.format("318")) == []
    assert said(text.format("381")) == [
        "GrandTotal says “381”; its 5 parts add up to 318"
    ]


def test_round_numbers_that_stand_for_withheld_ones_leave_a_total_unknown() -> None:
    """The total holds what they stand for, which is less, or leaves them out."""
    text = """
    Product | Traded | Cleared
    Swaps | 33,535 | 1,749
    Loans | 100 | 416
    Bonds | 100 | 502
    Other | 2,084 | 100
    Total | {} | 2,767"""
    assert said(text.format("35,619")) == []
    assert said(text.format("35,741")) == []
    assert said(text.format("35,419")) == [
        "Total says “35,419”; its 4 parts add up to 35,819"
    ]


POWER = """
    Emissions | 2023 | 2022 | 2021
    Losses (location-based) | {} | 3.14 | 3.67
    Losses (market-based) | 5.85 | 5.52 | 5.56
    Power (location-based) | 0.27 | 0.25 | 0.23
    Power (market-based) | 0.32 | 0.31 | 0.17
    Total (location-based) | 3.46 | 3.39 | 3.90
    Total (market-based) | 6.17 | 5.83 | 5.73"""


def test_rows_that_say_in_brackets_what_their_total_says_make_it_up() -> None:
    """One table counts the same by two methods."""
    assert said(POWER.format("3.19")) == []
    assert said(POWER.format("3.91")) == [
        "Total (location-based) says “3.46”; its 2 parts add up to 4.18"
    ]


def test_rows_thereof_are_no_parts() -> None:
    """Reports that were translated say so where others say of which."""
    text = """
    Class | Value | Cost
    Firms | 294.2 | {}
    thereof: listed | 192.2 | 26.1
    Homes | 110.6 | 15.0
    States | 165.4 | 22.4
    Others | 166.6 | 22.6
    Total | 736.8 | 99.9"""
    assert said(text.format("39.9")) == []
    assert said(text.format("93.9")) == [
        "Total says “99.9”; its 4 parts add up to 153.9"
    ]


BUDGET = """
    Function | Budget | Share
    General services | 12,040.18 | 38.2%
    Public affairs | 98.12 |
    Debt interest | 5,287.84 |
    Defence | 3,247.21 | 10.3%
    Economic affairs | 12,746.64 | 40.4%
    Roads | 5,626.51 |
    Housing | 798.71 | 2.5%
    Recreation | 2,730.50 | 8.7%
    Grand total | {} | {}"""


def test_rows_that_fill_the_columns_of_the_total_alone_make_it() -> None:
    """A row without a share beside rows with one breaks one of those down."""
    assert said(BUDGET.format("31,563.24", "100.0%")) == []
    assert said(BUDGET.format("31,563.24", "")) != []


def test_a_total_of_full_rows_that_is_wrong_is_told() -> None:
    """A slip is neither what all rows come to nor what the full ones do."""
    assert said(BUDGET.format("36,513.24", "100.0%")) != []


QUARTERS = """
    Item | First | Second | Third | Fourth | Fifth | Total
    Salary | 11,800 | 17,700 | 17,700 | 17,700 | 5,900 | 70,800
    Moving in | 6,000 | | | | |
    Moving out | | | | | 5,000 |
    Trip | | 6,298 | | | |
    TOTAL | 17,800 | 23,998 | 17,700 | 17,700 | 10,900 | {}"""


def test_rows_with_nothing_in_the_column_of_totals_are_in_its_total() -> None:
    """Their own totals were left blank; what they say together is the difference."""
    assert said(QUARTERS.format("88,098")) == []
    assert said(QUARTERS.format("80,898")) != []


CODES = """
    B221 | Nonresidents | {}
    B222 | Hispanic | 5,266
    B223 | Black | 1,944
    B224 | White | 13,824
    B229 | Unknown | 618
    B230 | TOTAL | 27,185"""


def test_a_row_that_stands_as_the_heading_is_a_part() -> None:
    """A table without headings is written with its first row as one."""
    assert said(CODES.format("5,533")) == []
    assert said(CODES.format("Students")) != []


COHORT = """
    Cohort | Grants | Loans | Neither | Total
    A. Initial cohort of students | 1,224 | 1,026 | 3,892 | 6,142
    - Deceased | 0 | | |
    - Disabled | | 1 | |
    - Abroad | | | 9 |
    C. Final cohort, without those | 1,224 | 1,025 | 3,883 | 6,132"""


def test_blank_cells_below_a_total_that_stands_first_are_in_it() -> None:
    """What is between it and what is left is the difference, in any column."""
    assert said(COHORT) == []


def test_a_number_of_one_figure_in_a_row_without_a_total_is_chance() -> None:
    """Many numbers are three, and few are what a column lacks."""
    text = """
    Shed | Authors | Reports | Merges
    North | 6 | 15 | 12
    South | 8 | 21 | 18
    East | {} | 17 | 15
    West | | 4 | 3
    Total | 21 | 57 | 48"""
    assert said(text.format("7")) == []
    assert said(text.format("4")) == ["Total says “21”; its 3 parts add up to 18"]


def test_a_total_that_is_off_by_pence_is_told() -> None:
    """No row is blank, so that nothing is left out."""
    text = """
    Fund | £
    Gifts | £1,220.{}
    Fees | £2,750.00
    Sales | £4,544.00
    Total | £8,514.00"""
    assert said(text.format("00")) == []
    assert said(text.format("20")) == [
        "Total says “£8,514.00”; its 3 parts add up to £8,514.20"
    ]
