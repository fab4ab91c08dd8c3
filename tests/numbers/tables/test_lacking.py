"""Totals that a row is missing from, and what else only the table round them shows."""

import pytest
from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str, **attributes: str) -> list[tuple[str, str, str]]:
    """Return the code, level and message of each finding but notes."""
    found = footing(sheet(text, **attributes)).findings
    return [(one.code, one.level, one.message) for one in found if one.level != "note"]


GROUPS = """
    Line | 2023 (£) | 2024 (£)
    Transport | |
    Roads | 5,686 | 6,092
    Buses | 1,221 | 1,280
    Total transport | 6,907 | 7,372
    Homes | |
    Repairs | 1,949 | 1,987
    Rent | 1,306 | 1,157
    Heating | 699 | 712
    Total homes | 3,954 | 3,856
    Total | 10,861 | 11,228"""


def without(text: str, label: str) -> str:
    """Return a table without the row of a label."""
    lines = text.strip().splitlines()
    return "\n".join(line for line in lines if not line.strip().startswith(label))


def test_a_row_missing_from_one_of_several_totals_is_told() -> None:
    """Where all other totals foot, one that every column falls short of lacks a row."""
    assert said(GROUPS) == []
    assert said(without(GROUPS, "Repairs")) == [
        ("TAB02", "warning", "Total homes says “3,954”; its 2 parts add up to 2,005"),
        ("TAB02", "warning", "Total homes says “3,856”; its 2 parts add up to 1,869"),
    ]


def test_a_row_missing_from_the_only_total_is_told() -> None:
    """A table of parts and their total that most of them make up lacks a row."""
    text = """
        Charge | 2022 (£000) | 2023 (£000)
        Impairment | 94.2 | 394.0
        Losses | 45.1 | 85.6
        Other | 127.0 | 133.7
        Total other charges | 266.3 | 613.3"""
    assert said(text) == []
    assert said(without(text, "Impairment")) == [
        (
            "TAB02",
            "warning",
            "Total other charges says “266.3”; its 2 parts add up to 172.1",
        ),
        (
            "TAB02",
            "warning",
            "Total other charges says “613.3”; its 2 parts add up to 219.3",
        ),
    ]


def test_one_row_that_is_not_its_total_is_told() -> None:
    """A total of one row is odd in itself, where two columns say so."""
    text = """
        Stock | 2022 (£) | 2023 (£)
        Raw | 3,445 | 2,969
        Made | 6,356 | 6,253
        Total stock | 9,801 | 9,222"""
    assert said(text) == []
    assert [one[2] for one in said(without(text, "Made"))] == [
        "Total stock says “9,801”; its 1 part adds up to 3,445",
        "Total stock says “9,222”; its 1 part adds up to 2,969",
    ]


OPEN = {
    "the first of a long list": """
        Country | Visitors | Nights
        France | 3,560 | 9,120
        Germany | 3,230 | 8,450
        Total world | 40,860 | 99,120""",
    "a total among measures": """
        Measure | 2022 | 2023
        Net income | 11,083 | 3,587
        Working capital | 27,756 | 57,035
        Total assets | 108,709 | 137,851
        Staff | 56,167 | 60,619""",
    "what is taken away from a total": """
        Cost | 2022 | 2023
        Special items, net | (0.28) | (0.26)
        Fuel | (2.86) | (2.22)
        Total cost without fuel | 11.06 | 10.90""",
    "a column of changes": """
        Party | Seats | +/–
        Liberals | 34 | +8
        Greens | 15 | –7
        Farmers | 25 | +1
        Total | 74 | 0""",
    "amounts of one name in two rows of heads": """
        Season | League | League | Cup | Cup | Total | Total
        Season | Games | Goals | Games | Goals | Games | Goals
        2001 | 22 | 5 | 5 | 2 | 27 | 7
        2002 | 12 | 2 | 1 | 0 | 13 | 2
        2003 | 14 | 2 | 3 | 1 | 17 | 3""",
    "rows of another club": """
        Club | Season | Games | Goals
        Leeds | 1960 | 41 | 9
        Hove | 1961 | 21 | 3
        Hove | 1962 | 13 | 4
        Total | | 34 | 7""",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_what_may_be_another_thing_is_left_alone(text: str) -> None:
    """Lists that go on, lists of measures, changes and what is taken away raise nothing."""
    assert said(text) == []


def test_a_sign_on_one_end_of_a_column_signs_it() -> None:
    """A currency on the total alone is that of the parts as well."""
    text = """
        Asset | 2022 | 2023
        Deposits | 3,297 | 3,184
        Other | 3,197 | 3,461
        Total assets | $6,494 | $6,645"""
    assert said(text) == []
    assert said(text.replace("$6,494", "$6,944")) == [
        ("TAB02", "error", "Total assets says “$6,944”; its 2 parts add up to $6,494")
    ]


def test_lines_that_are_taken_away_below_prove_no_total() -> None:
    """What is left and what is taken say the total again: the parts stand above it."""
    text = """
        Line | 2022 (£) | 2023 (£)
        Land | 1,949 | 2,185
        Buildings | 138,755 | 129,582
        Total property | 140,704 | 131,767
        Less: wear | 36,389 | 33,958
        Left | 104,315 | 97,809"""
    assert said(text) == []
    assert said(text.replace("129,582", "129,852")) == [
        (
            "TAB02",
            "error",
            "Total property says “131,767”; its 2 parts add up to 132,037",
        )
    ]


def test_the_same_total_said_again_is_no_sum_of_the_lines_between() -> None:
    """Each breakdown of one whole is held to its own lines."""
    text = """
        Sales | 2022 (£) | 2023 (£)
        By area | |
        North | 2,265 | 2,478
        South | 7,291 | 7,186
        Total sales | 9,556 | 9,664
        By kind | |
        Goods | 6,720 | 6,325
        Work | 2,836 | 3,339
        Total sales | 9,556 | 9,664"""
    assert said(text) == []
    assert said(text.replace("3,339", "3,739")) == [
        ("TAB02", "error", "Total sales says “9,664”; its 2 parts add up to 10,064")
    ]


def test_a_dash_is_no_reason_to_leave_a_share_alone() -> None:
    """Shares of a hundred are held to it beside a column that adds up."""
    text = """
        Party | Votes | %
        Liberals | 1,642 | 62.0
        Greens | 1,005 | 38.0
        Invalid | 18 | –
        Total | 2,665 | 100"""
    assert said(text) == []
    assert [one[2] for one in said(text.replace("38.0", "83.0"))] == [
        "Total says “100”; its 2 parts add up to 145"
    ]


def test_a_share_that_cannot_be_read_is_no_reason_to_tell() -> None:
    """A dash with a percent sign leaves a column open, whatever its other shares."""
    text = """
        Area | Homes | 2023 | 2024
        North | 12 | 46% | 45%
        South | 15 | 54% | 54%
        West | 1 | —% | 1%
        Total | 28 | 100% | 100%"""
    assert said(text) == []


def test_a_row_that_says_what_the_row_above_says_is_told() -> None:
    """Where all other rows have names of their own, no total is needed."""
    text = """
        Area | Homes | People
        Dudley | 12 | 30
        Sandwell | 19 | 25
        Sandwell | 19 | 25
        Walsall | 30 | 77"""
    message = "A row with “Sandwell, 19, 25” stands twice; all other rows have names of their own"
    assert said(text) == [("TAB10", "warning", message)]
    assert said(text.replace("Walsall", "Dudley")) == []
    assert said(without(text, "Sandwell") + "\nHove | 30 | 77") == []


def test_a_row_of_many_numbers_that_stands_twice_needs_no_name_of_its_own() -> None:
    """Blocks of one form have rows of one name, and no two with all their numbers."""
    text = """
        Area | Homes | People | Rooms
        Dudley | | |
        Men | 112 | 130 | 250
        Women | 119 | 125 | 261
        Women | 119 | 125 | 261
        Walsall | | |
        Men | 230 | 177 | 410
        Women | 241 | 190 | 400"""
    message = "A row with “Women, 119, 125, 261” stands twice; all other rows differ"
    assert said(text) == [("TAB10", "warning", message)]
    assert said(text.replace("| 261", "| 3")) == []
    assert said(text + "\nMen | 230 | 177 | 410") == []


def test_a_declared_table_is_tidied_first() -> None:
    """Years and units below the heading make no column of a declared total other."""
    text = """
        | | Year ended
        | 2022 | 2023
        | £ | £
        Gains | 4,227 | 2,573
        Rents | 5,062 | 6,533
        Total | 9,289 | 9,106"""
    assert said(text, foot="cols") == []
    assert said(text.replace("6,533", "6,353"), foot="cols") == [
        ("TAB01", "error", "Total says “9,106”; its 2 parts add up to 8,926")
    ]


def test_a_declared_last_row_may_be_called_net() -> None:
    """The last row is what is declared, whatever it is called."""
    text = """
        Line | Cost (£)
        Cash | 20
        Goods | 7
        Total assets | 27
        Debts | (12)
        Net assets | {}"""
    assert said(text.format(15), total="Cost (£)") == []
    assert [one[0] for one in said(text.format(16), total="Cost (£)")] == ["TAB01"]


def test_columns_above_and_below_their_sums_tell_of_other_lines() -> None:
    """Where no column adds up, and not all fall short, other lines are meant."""
    text = """
        Line | 2021 (£) | 2022 (£) | 2023 (£)
        Roads | 10 | 20 | 30
        Buses | 11 | 21 | 31
        Rails | 12 | 22 | 32
        Total | {} | {} | {}
        Homes | 5 | 6 | 7
        Parks | 6 | 8 | 9
        Total | 11 | 14 | 16"""
    short = [one[2] for one in said(text.format(40, 70, 99))]
    assert short == [
        "Total says “40”; its 3 parts add up to 33",
        "Total says “70”; its 3 parts add up to 63",
        "Total says “99”; its 3 parts add up to 93",
    ]
    assert said(text.format(40, 50, 99)) == []


def test_a_first_total_of_all_rows_above_it_is_held_to_them() -> None:
    """One slip explains the difference, though other totals follow."""
    text = """
        Income | £
        Precept in April | 3,500
        Precept in August | {august}
        Precept in December | 3,500
        TOTAL INCOME | 10,500
        Balance in hand | 4,474
        Less cheques | 225
        Sub Total | 14,749"""
    assert said(text.format(august="3,500")) == []
    message = "TOTAL INCOME says “10,500”; its 3 parts add up to 42,000"
    assert said(text.format(august="35,000"))[0] == ("TAB02", "warning", message)


def test_parts_that_come_to_more_in_every_column_count_something_twice() -> None:
    """People are of several groups, and the total is that of the people."""
    text = """
    Group | 1996 | 2001 | 2006
    Fishing | 10,175 | 11,501 | 13,110
    Sailing | 4,701 | 5,256 | 5,801
    Rowing | 3,139 | 4,071 | 5,047
    Total people | 16,223 | 18,179 | 20,597"""
    assert said(text) == []


def test_means_of_two_rates_are_no_sums() -> None:
    """Both are far below what the rows come to."""
    text = """
    Mode | 2019 | 2020
    Bus | 0.21 | 0.19
    Ferry | 0.10 | 0.09
    Total | 0.17 | 0.15"""
    assert said(text) == []


def test_rates_beside_counts_name_no_group_of_rows() -> None:
    """Rows of one rate belong together no more than others."""
    text = """
    Scheme | Asked | Paid | Success rate
    Leaders | 194 | 38 | 0.2
    Starters | 340 | 34 | 0.1
    Teams | 60 | 12 | 0.2
    Total grants | 594 | 84 | 0.1
    Centres | 36 | 7 | 0.2
    Ideas | 258 | 26 | 0.1
    Total others | 294 | 33 | 0.1"""
    assert said(text) == []


MARKED = """
    Kind | Changes
    New value | {}
    New field | 13
    New type | 4
    Gone | 3
    Total changes | 34
    — with a version | 6
    — without one | 28"""


def test_what_is_marked_below_a_last_total_breaks_it_down_again() -> None:
    """It is no reason to leave the rows above alone; a net below needs them all."""
    assert footing(sheet(MARKED.format(14))).findings == []
    found = footing(sheet(MARKED.format(41))).findings
    assert [(one.found, one.expected) for one in found] == [("34", "61")]
    net = "Line | A\\nPay | 120\\nKit | 30\\nTotal | 150\\n- Discount | 10\\nNet total | 140"
    assert footing(sheet(net)).findings == []


def test_columns_that_add_up_by_noughts_prove_no_total() -> None:
    """Where more columns are far off than add up, the rows are other things."""
    text = """
        Of them | North | South | East | West | Hill | Dale | Lake
        Total people listed | 17 | 211 | 756 | 686 | 1,307 | 405 | 3,036
        Still followed | 17 | 189 | 628 | 470 | 215 | 45 | 1,757
        Seen | 0 | 0 | 28 | 0 | 0 | 45 | 0
        Lost | 0 | 22 | 33 | 0 | 0 | 0 | 15"""
    assert footing(sheet(text)).failed == {}


def test_a_sum_without_the_name_of_one_is_no_part_of_the_total_below() -> None:
    """A group may end in a row of its own name, which says what it comes to."""
    text = """
        Asset | Value
        Software | $9.4
        Other assets: |
        Clients | 19.1
        Names | 1.4
        Agreements | 0.9
        Other assets | 21.4
        Total value | ${}"""
    assert footing(sheet(text.format("30.8"))).failed == {}
    assert footing(sheet(text.format("32.8"))).failed != {}


def test_a_row_that_says_here_and_there_what_another_says_is_no_sum() -> None:
    """`All-Bran` is a name, and so is what a row of a list of things is called."""
    text = """
        Food | Energy | Protein | Salt
        Bran | 212 | 12 | 394
        All-Bran | 212 | 12 | 788
        Flakes | 100 | 2 | 280"""
    out = footing(sheet(text))
    assert (out.totals, out.failed) == (set(), {})


def test_a_total_with_a_name_is_not_that_of_all_rows_below_which_stands_one() -> None:
    """Those outside are in the total of all, and not in that of the country."""
    text = """
        Board | New cases
        North | 91
        South | 85
        Lives elsewhere | {}
        To be confirmed | 6
        Wales total | 182
        Total | 183"""
    assert footing(sheet(text.format(1))).failed == {}
    assert footing(sheet(text.format(11))).failed != {}


CHANGES = """
    Cost | 2024 | Change | | 2023 | Change |
    Research | 31,370 | 5 | % | 29,915 | 14 | %
    Selling | 26,097 | 5 | % | 24,932 | (1) | %
    Total costs | {} | 5 | % | 54,847 | 7 | %"""


def test_the_sign_of_a_share_may_have_a_cell_of_its_own() -> None:
    """Changes in per cent are no parts of a change, wherever their sign stands."""
    assert said(CHANGES.format("57,467")) == []
    assert [one for _, _, one in said(CHANGES.format("54,767"))] == [
        "Total costs says “54,767”; its 2 parts add up to 57,467"
    ]
