"""Totals that fail in several columns or rows, and whether one mistake explains it."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


DEPOSITS = """
    Instrument | 2006 | 2007
    Currency | 251 | 499
    Deposits | 1,647 | 2,403
    Bonds | 1,404 | 673
    Shares | 852 | 1,042
    Total | {} | {}"""


def test_totals_above_and_below_their_rows_are_made_of_others() -> None:
    """One row left out leaves all columns short, and one slip is in one of them."""
    assert said(DEPOSITS.format("4,154", "4,617")) == []
    assert said(DEPOSITS.format("4,287", "4,402")) == []


def test_one_column_that_does_not_add_up_beside_one_that_does_is_told() -> None:
    """A slip of the keys is in one column."""
    told = ["Total says “4,287”; its 4 parts add up to 4,154"]
    assert said(DEPOSITS.format("4,287", "4,617")) == told


def test_totals_that_all_columns_fall_short_of_are_told() -> None:
    """A row may be missing."""
    text = DEPOSITS.format("4,154", "4,617").replace("    Bonds | 1,404 | 673\n", "")
    assert said(text) == [
        "Total says “4,154”; its 3 parts add up to 2,750",
        "Total says “4,617”; its 3 parts add up to 3,944",
    ]


def test_two_totals_with_a_slip_each_are_told() -> None:
    """Two slips of the keys are rarer than one, but have the shape of slips."""
    assert said(DEPOSITS.format("4,514", "4,167")) == [
        "Total says “4,514”; its 4 parts add up to 4,154",
        "Total says “4,167”; its 4 parts add up to 4,617",
    ]


WARDS = """
    Ward | Men | Women | Total
    Abbey | 413 | 398 | 811
    Castle | 520 | 547 | 1,067
    Docks | 218 | 205 | 423
    Elms | 337 | 361 | 698
    Fields | 129 | 140 | 269
    Grange | 452 | 438 | 890
    Heath | 611 | 590 | 1,201
    Island | 84 | 79 | {}
    Jubilee | 273 | 266 | {}
    Kings | 395 | 402 | {}"""


def test_a_column_that_three_rows_do_not_add_up_to_is_another() -> None:
    """One slip is in one row; three that have no shape of one are estimates."""
    assert said(WARDS.format("163", "539", "797")) == []
    assert said(WARDS.format("176", "522", "831")) == []


def test_a_column_that_one_row_does_not_add_up_to_is_told() -> None:
    """Most rows prove what the column is."""
    told = ["Total says “831”; its 2 parts add up to 797"]
    assert said(WARDS.format("163", "539", "831")) == told


AGES = """
    Age | Men | Women
    18-24 | 33,300 | 1,200
    25-34 | 199,600 | 7,800
    35-44 | 232,300 | 14,700
    45 or over | 128,900 | 8,300
    Total | {} | {}"""


def test_a_rest_of_estimates_far_smaller_than_a_row_is_not_shown() -> None:
    """A row that was left out is seldom a tenth of the others in each column."""
    assert said(AGES.format("599,269", "32,469")) == []


def test_a_rest_of_the_size_of_the_rows_is_a_row_left_out() -> None:
    """It is more than a tenth of an average row in a column."""
    assert said(AGES.format("640,300", "35,500")) == [
        "Total says “640,300”; its 4 parts add up to 594,100",
        "Total says “35,500”; its 4 parts add up to 32,000",
    ]


def test_a_small_row_left_out_of_what_is_counted_is_told() -> None:
    """Numbers that are not rounded to hundreds are those of all there is."""
    text = AGES.replace("33,300", "33,317").replace("1,200", "1,204")
    assert said(text.format("599,269", "32,469")) == [
        "Total says “599,269”; its 4 parts add up to 594,117",
        "Total says “32,469”; its 4 parts add up to 32,004",
    ]


def test_totals_far_above_their_rows_are_made_of_others() -> None:
    """A row left out is seldom twice all others together in each column."""
    text = """
    Award | 2025 | 2026
    Rent | 46,910 | 52,964
    Places | 82,452 | 97,905
    Total | {} | {}"""
    assert said(text.format("824,530", "1,001,720")) == []
    assert said(text.format("204,530", "231,720")) == [
        "Total says “204,530”; its 2 parts add up to 129,362",
        "Total says “231,720”; its 2 parts add up to 150,869",
    ]


def test_several_rows_of_many_are_told() -> None:
    """A column that far more rows add up to is a total, whatever is wrong in the rest."""
    off = {3: 61, 17: 402, 30: 75}
    rows = [(101 + 3 * at, 57 + 5 * at) for at in range(60)]
    body = "\n".join(
        f"Ward {at} | {a} | {b} | {a + b + off.get(at, 0)}"
        for at, (a, b) in enumerate(rows)
    )
    told = [
        f"Total says “{sum(rows[at]) + more}”; its 2 parts add up to {sum(rows[at])}"
        for at, more in off.items()
    ]
    assert said(f"Ward | Men | Women | Total\n{body}") == told


def test_a_total_far_above_all_its_rows_is_that_of_others() -> None:
    """A row left out is seldom more than twice as large as all others."""
    text = """
    Grant | Paid
    Libraries | 1,412
    Museums | 1,288
    Choirs | 967
    Festivals | 1,530
    Total | {}"""
    assert said(text.format("8,743")) == []
    assert said(text.format("6,381")) == [
        "Total says “6,381”; its 4 parts add up to 5,197"
    ]


def test_a_total_far_above_its_rows_that_has_a_slip_s_shape_is_told() -> None:
    """A nought too many makes it ten times as much."""
    text = """
    Grant | Paid
    Libraries | 1,412
    Museums | 1,288
    Choirs | 967
    Total | 36,670"""
    assert said(text) == ["Total says “36,670”; its 3 parts add up to 3,667"]


TURNOUT = """
    Ward | Voters | Votes | Turnout
    Abbey | 2,913 | 1,804 | 61.9%
    Castle | 3,120 | 1,622 | 52.0%
    Docks | 2,218 | 1,003 | 45.2%
    Elms | 2,337 | 1,361 | 58.2%
    Fields | 2,129 | 1,140 | 53.5%
    Grange | 2,452 | 1,438 | 58.6%
    Heath | 3,611 | 1,590 | 44.0%
    Island | 2,084 | 1,179 | 56.6%
    Jubilee | 2,673 | 1,266 | 47.4%
    Kings | 2,395 | 1,402 | 58.5%
    Lawns | 2,101 | 1,007 | 47.9%
    Mead | 2,240 | 1,118 | 49.9%
    North | 2,512 | 1,301 | {}
    Orchard | 2,618 | 1,407 | {}
    Park | 2,705 | 1,298 | {}"""


def test_shares_that_three_rows_deny_are_those_of_something_else() -> None:
    """A column that others make is denied by one slip in one row."""
    assert said(TURNOUT.format("49.1%", "51.2%", "44.4%")) == []
    assert said(TURNOUT.format("51.8%", "53.7%", "44.4%")) == [
        "Turnout says “44.4%”; Votes / Voters is 48.0%, as in 14 other rows"
    ]


def test_totals_off_by_one_and_the_same_have_a_base_that_is_not_shown() -> None:
    """A row left out is seldom the same in three columns where the others differ."""
    text = """
    Size | 1 | 8 | 16 | 32
    Store | 6.7 | 53.6 | 107.2 | 214.4
    Total memory | {} | {} | {} | {}"""
    assert said(text.format("32.7", "79.6", "133.2", "240.4")) == []
    assert said(text.format("12.9", "79.6", "133.2", "258.4")) == [
        "Total memory says “12.9”; its 1 part adds up to 6.7",
        "Total memory says “79.6”; its 1 part adds up to 53.6",
        "Total memory says “133.2”; its 1 part adds up to 107.2",
        "Total memory says “258.4”; its 1 part adds up to 214.4",
    ]


HEADED = """
    Item | 2023
    Total | {}
    Rooms, total | {}
    Rent | 120
    Heat | 30
    Staff, total | 450
    Pay | 400
    Pensions | 50"""


def test_a_wrong_total_of_a_block_is_told_by_the_total_over_all() -> None:
    """That one adds up with what the rows of the block come to, or with the wrong one."""
    told = ["Rooms, total says “160”; its 2 parts add up to 150"]
    assert said(HEADED.format(600, 150)) == []
    assert said(HEADED.format(600, 160)) == told
    assert said(HEADED.format(610, 160)) == told
    [one] = footing(sheet(HEADED.format(610, 160))).findings
    assert one.help == "Correct a part: Total adds up with “160”"


def test_a_total_of_a_block_that_none_upholds_is_left_alone() -> None:
    """Rows below it may be others, or not all."""
    told = ["Total says “700”; its 4 parts add up to 600"]
    assert said(HEADED.format(700, 240)) == told


NEEDS = """
    band | kind | people
    Low | total | {low}
    Low | sight | 1,551
    Low | hearing | 1,880
    Low | walking | 3,498
    Low | care | 4,876
    Mid | total | {mid}
    Mid | sight | 1,008
    Mid | hearing | 1,492
    Mid | walking | 2,213
    Mid | care | 2,954
    High | total | {high}
    High | sight | 852
    High | hearing | 1,377
    High | walking | 1,904
    High | care | 2,305"""


def test_totals_of_one_name_of_which_none_adds_up_count_something_else() -> None:
    """People have several needs or none, so that no block makes up its total."""
    assert said(NEEDS.format(low="14,730", mid="15,680", high="21,759")) == []
    assert said(NEEDS.format(low="11,805", mid="7,667", high="6,438")) == []
    assert said(NEEDS.format(low="11,508", mid="7,667", high="6,438")) == [
        "total says “11,508”; its 4 parts add up to 11,805"
    ]


REGIONS = """
    Region | 2024 | 2023 | Variance
    North | 8,173 | 7,982 | 191
    {row}
    South | 2,854 | 2,754 | 100
    Total | 12,899 | 12,621 | 278"""


def test_a_row_left_out_may_take_a_change_with_it_of_either_sign() -> None:
    """Two years are short of it, and their difference is over by what it fell."""
    assert said(REGIONS.format(row="West | 1,872 | 1,885 | (13)")) == []
    told = [
        "Total says “12,899”; its 2 parts add up to 11,027",
        "Total says “12,621”; its 2 parts add up to 10,736",
        "Total says “278”; its 2 parts add up to 291",
    ]
    assert said(REGIONS.format(row="")) == told


FILES = """
    Kind | Files
    Notes | 3
    Plans | 5
    Maps | 4
    Forms | 4
    Total | {}"""


def test_two_figures_exchanged_in_a_total_are_told_however_far_it_is_off() -> None:
    """A rest that is not shown has no such shape."""
    assert said(FILES.format("16")) == []
    assert said(FILES.format("61")) == ["Total says “61”; its 4 parts add up to 16"]
    assert said(FILES.format("72")) == []


def test_a_nought_too_many_in_a_total_is_told_beside_its_rounding() -> None:
    """The last figure of the total is rounded, and the nought is not."""
    text = """
    Machine | Cost ($)
    Small | 1,204.137
    Middle | 2,310.55
    Large | 3,160.93
    Spare | 2,000
    Total | {}"""
    assert said(text.format("8,675.62")) == []
    assert said(text.format("86,750.62")) == [
        "Total says “86,750.62”; its 4 parts add up to 8,675.62"
    ]


GROUPS = """
    Income | 2024 | 2023
    {row}
    Hire of vans | 1,041 | 1,120
    Hire of carts | 980 | 1,078
    Total hire | 7,821 | 8,290
    Fields | 2,005 | 1,911
    Halls | 1,949 | 1,945
    Total rents | 3,954 | 3,856
    Member fees | 1,102 | 1,213
    Guest fees | 571 | 629
    Total fees | 1,673 | 1,842
    Total | 13,448 | 13,988"""


def test_a_row_left_out_of_one_group_is_told_where_all_others_are_whole() -> None:
    """However large it is: a table that shows every other group whole has no rest."""
    assert said(GROUPS.format(row="Hire of rooms | 5,800 | 6,092")) == []
    assert said(GROUPS.format(row="")) == [
        "Total hire says “7,821”; its 2 parts add up to 2,021",
        "Total hire says “8,290”; its 2 parts add up to 2,198",
    ]
