"""What totals leave: surpluses, balance sheets, and rows that say sums again."""

import pytest
from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


ACCOUNTS = """
    Income | £
    Gifts | 780.00
    Fees | 250.00
    Total income | 1,030.00
    Expenditure |
    Hall | 412.50
    Printing | 96.35
    Total expenditure | {spent}
    {label} | {left}"""


@pytest.mark.parametrize(
    "label", ["Net income", "Surplus for the year", "Net movement in funds"]
)
def test_what_two_totals_leave_foots(label: str) -> None:
    """Total income less total expenditure makes up the row that says what is left."""
    text = ACCOUNTS.format(spent="508.85", label=label, left="521.15")
    result = footing(sheet(text))
    assert [one.message for one in result.findings] == []
    assert f"{label} = Total income - Total expenditure" in result.made.values()


def test_a_surplus_that_two_totals_do_not_leave_is_told() -> None:
    """One column is enough, where both totals are the sums of their own rows."""
    text = ACCOUNTS.format(spent="508.85", label="Net income", left="512.15")
    assert said(text) == [
        "Net income says “512.15”; Total income - Total expenditure is 521.15"
    ]


def test_a_surplus_far_from_what_two_totals_leave_is_left_alone() -> None:
    """Something else may be taken away that is not shown."""
    text = ACCOUNTS.format(spent="508.85", label="Net income", left="-64.20")
    assert said(text) == []


def test_a_row_missing_from_a_total_that_leaves_a_surplus_is_told() -> None:
    """The surplus shows that the total is right, so that a row is missing from it."""
    text = ACCOUNTS.format(spent="508.85", label="Net income", left="521.15")
    short = "\n".join(line for line in text.splitlines() if "Gifts" not in line)
    assert said(short) == ["Total income says “1,030.00”; its 1 part adds up to 250.00"]


SHEET = """
    Assets | £
    Bank | {bank}
    Stock | 758.90
    Total assets | 4,414.51
    Liabilities |
    Loans | {loans}
    Total liabilities | 726.90
    Funds |
    General fund | 3,687.61
    Total funds | 3,687.61
    Total liabilities and funds | {both}"""


def test_a_balance_sheet_foots() -> None:
    """The last total of two sides is the sum of the two totals before it."""
    text = SHEET.format(bank="3,655.61", loans="726.90", both="4,414.51")
    result = footing(sheet(text))
    assert [one for one in result.findings if one.level != "note"] == []
    made = "Total liabilities and funds = Total liabilities + Total funds"
    assert made in result.made.values()


@pytest.mark.parametrize(
    ("bank", "loans", "both", "told"),
    [
        (
            "36,550.61",
            "726.90",
            "4,414.51",
            "Total assets says “4,414.51”; its 2 parts add up to 37,309.51",
        ),
        (
            "3,655.61",
            "726.90",
            "4,441.51",
            "Total liabilities and funds says “4,441.51”; its 2 parts add up to 4,414.51",
        ),
        (
            "3,655.61",
            "762.90",
            "4,414.51",
            "Total liabilities says “726.90”; its 1 part adds up to 762.90",
        ),
    ],
)
def test_a_slip_in_a_balance_sheet_is_told(
    bank: str, loans: str, both: str, told: str
) -> None:
    """Each side is held to its rows, and the last total to the two before it."""
    assert said(SHEET.format(bank=bank, loans=loans, both=both)) == [told]


OFFENCES = """
    Offence | 2022 | 2023
    Total | 24,153 | 22,900
    Robbery | 1,204 | 1,118
    Assault | 3,307 | 3,295
    Burglary | 2,212 | 2,043
    Theft | 9,518 | 9,020
    Arson | 75 | 88
    Violence | 4,511 | 4,413
    Property crime | 11,805 | 11,151
    Fraud | 6,130 | 5,642
    Other | {other} | 1,694"""


def test_rows_that_say_sums_of_rows_above_again_are_no_parts() -> None:
    """A list with sums that nothing calls so is counted without them."""
    text = OFFENCES.format(other="1,707")
    result = footing(sheet(text))
    assert result.findings == []
    assert len(result.totals) == 2
    assert said(OFFENCES.format(other="1,770")) == [
        "Total says “24,153”; its 7 parts add up to 24,216"
    ]


def test_a_row_of_dashes_heads_no_rows() -> None:
    """What stands below a row with nothing in it is no group of its own."""
    text = """
        Place | Gas (MMBtu) | Oil (MMBtu)
        Leeds | 8,052 | 412
        Hove | 2,423 | 306
        Cork | - | -
        Ryde | 5,844 | 218
        Total | 16,319 | 936"""
    result = footing(sheet(text))
    assert (result.findings, len(result.totals)) == ([], 2)


def test_a_row_that_stands_twice_is_told_by_one_long_number() -> None:
    """Among labels of their own one number of four digits tells that a row is again."""
    text = """
        Fund | £
        General | 3,687.61
        Repairs | 726.90
        Repairs | 726.90
        Roof | 51.20"""
    told = said(text)
    assert [one.partition(";")[0] for one in told] == [
        "A row with “Repairs, 726.90” stands twice"
    ]


MIXED = """
    Group | Energy | Industry
    North | 2.7 | 1.2
    East | 0.49 | 0.35
    South | 4.1 | 2.7
    Total | {} | 4.3"""


def test_a_total_as_coarse_as_most_of_its_parts_is_rounded_as_they_are() -> None:
    """Small numbers with more decimals make a total no finer."""
    assert said(MIXED.format("7.2")) == []
    assert said(MIXED.format("6.2")) == ["Total says “6.2”; its 3 parts add up to 7.3"]


ARMS = """
    Year | All | All arms | Rifles | Pistols | Knives
    2019 | 315 | 218 | 20 | 198 | 97
    2020 | 286 | 180 | 6 | 174 | 106
    2021 | {} | 227 | 8 | 219 | 111
    2022 | 337 | 213 | 11 | 202 | 124
    2023 | 353 | 237 | 6 | 231 | 116
    2024 | 341 | 230 | 9 | 221 | 111"""


def test_a_column_of_totals_ahead_of_its_parts_is_held_to_them() -> None:
    """Where most rows show what a first column is the sum of, the other one is told."""
    text = ARMS.replace("All arms", "Total arms").replace("| All |", "| Total |")
    assert said(text.format("338")) == []
    assert said(text.format("383")) == ["Total says “383”; its 3 parts add up to 338"]


def test_shares_between_rows_of_counts_have_no_totals() -> None:
    """A column of totals is one of the rows of counts alone."""
    text = """
        Group | Unit | Total | Large | Small
        Cities | Number | 92 | 51 | 41
         | Percent | 1.0 | 0.9 | 1.3
        Towns | Number | 434 | 301 | 133
         | Percent | 4.9 | 5.2 | 4.1
        Parishes | Number | 518 | 290 | 228
         | Percent | 5.8 | 5.0 | 7.1"""
    assert said(text) == []


def test_a_total_of_trade_and_other_things_may_be_of_all_totals_above() -> None:
    """`A and B` in a label names the last two totals, where nothing else makes it up."""
    text = """
        Receivables | 2025 | 2024
        Goods | 3,838 | 623
        Total goods | 3,838 | 623
        Programs | 15,167 | 9,266
        Total programs | 15,167 | 9,266
        Statutory | 317 | 399
        Refunds | 1,807 | 163
        Total other | 2,124 | 562
        Total trade and other receivables | 21,129 | 10,451"""
    assert said(text) == []


def test_a_total_said_again_with_other_parts_of_it_is_no_row_twice() -> None:
    """Suppliers by what they do, then by goods and services, come to the same."""
    text = """
        Suppliers | 2025 | 2024
        Consultants | 24,725 | 9,037
        Travel | 13,117 | 10,057
        Total supplied | 37,842 | 19,094
        Goods | 414 | 739
        Services | 37,428 | 18,355
        Total supplied | 37,842 | 19,094
        Leases | 1,665 | 1,261
        Levies | 53 | 21
        Total others | 1,718 | 1,282
        Total suppliers | 39,560 | 20,376"""
    assert said(text) == []


def test_columns_of_small_shares_are_parts_of_their_total() -> None:
    """Shares below one beside others with the same decimals are no fractions."""
    text = """
        District | Total | Low | High | Coast | Rare
        Hill | 100.0 | 60.4 | 27.1 | 12.2 | 0.3
        Dale | 100.0 | 55.0 | 29.6 | 15.0 | 0.4
        Moor | 100.0 | 88.2 | 9.0 | 2.7 | 0.1
        Vale | 100.0 | 70.5 | 20.3 | 8.5 | 0.7"""
    assert said(text) == []
    wrong = said(text.replace("88.2", "82.8"))
    assert wrong == ["Total says “100.0”; its 4 parts add up to 94.6"]


def test_a_label_of_two_totals_means_no_rows_of_theirs() -> None:
    """Where a total above is wrong, its own rows do not make up the sum instead."""
    text = """
        Assets | £
        Bank | 2,968
        Total assets | 2,968
        Liabilities |
        Donations | 707
        Total liabilities | 707
        Equity |
        Earnings | 2,261
        Total equity | {equity}
        Total liabilities and equity | 2,968"""
    assert said(text.format(equity="2,261")) == []
    told = ["Total equity says “3,261”; 2 checks that fail hold with 2,261"]
    assert said(text.format(equity="3,261")) == told


TAXES = """
    October | 2019 | 2018
    Plant | 148,505 | 88,351
    Prepaid | 1,911 | 1,751
    Total deferred tax liabilities | 150,416 | 90,102
    Inventory | 1,155 | 2,862
    Credits | 9,333 | 12,235
    Other | 1,272 | 654
    Total deferred tax assets | 11,760 | {}
    Net deferred tax liabilities | 138,656 | {}"""


def test_a_total_that_a_net_below_holds_with_is_given_no_fix() -> None:
    """A part is wrong then: to write what the parts come to would make the net wrong."""
    [one] = footing(sheet(TAXES.format("15,781", "74,321"))).findings
    assert (one.message, one.fix, one.help) == (
        "Total deferred tax assets says “15,781”; its 3 parts add up to 15,751",
        None,
        "Correct a part: Net deferred tax liabilities adds up with “15,781”",
    )
    [other] = footing(sheet(TAXES.format("15,781", "74,351"))).findings
    assert other.help == "Write 15,751, or correct a part"


NETTED = """
    Item | 2023 | 2024
    Bills sent | 213,654 | 239,275
    Doubtful bills | (5,149) | (3,912)
    Bills, net | 208,505 | 235,363
    Stock | 4,120 | 5,218
    Tools | 1,214 | 1,190
    Total goods | 5,334 | 6,408
    Net assets | 213,839 | 241,771"""


def test_a_net_of_the_two_rows_above_it_foots() -> None:
    """A row that is called net is what two rows, or a net and a total, make up."""
    result = footing(sheet(NETTED))
    assert [one.message for one in result.findings] == []
    assert "Bills, net = Bills sent + Doubtful bills" in result.made.values()


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (
            "| 208,505",
            "| 280,505",
            "Bills, net says “280,505”; its 2 parts add up to 208,505",
        ),
        (
            "| 239,275",
            "| 2,392,750",
            "Bills, net says “235,363”; its 2 parts add up to 2,388,838",
        ),
        (
            "| 213,839",
            "| 218,339",
            "Net assets says “218,339”; its 2 parts add up to 213,839",
        ),
    ],
)
def test_a_slip_in_a_net_that_the_other_column_proves_is_told(
    right: str, wrong: str, message: str
) -> None:
    """Where one year is exact, the other is told if a slip of the keys explains it."""
    assert message in said(NETTED.replace(right, wrong))


def test_a_net_far_from_two_rows_is_left_alone() -> None:
    """Rows that are not shown may be taken away in one year and not in the other."""
    short = NETTED.partition("    Stock")[0]
    assert said(short.replace("| 208,505", "| 280,505")) != []
    assert said(short.replace("| 208,505", "| 196,311")) == []
