"""Slips of the keys beside figures that are rounded, and where nothing else proves."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


ASSETS = """
    Asset | £
    Land | 152,310
    Stock | {}
    Vans | 61,207
    Tools | 18,944
    Cash | 255,149
    Total assets | 570,370"""


def test_a_nought_too_many_is_told_beside_a_total_off_by_rounding() -> None:
    """What it adds is far more than what rounding leaves open."""
    assert said(ASSETS.format("82,759")) == []
    assert said(ASSETS.format("827,590")) == [
        "Total assets says “570,370”; its 5 parts add up to 1,315,200"
    ]


HALLS = """
    Fund | 2025
    Halls | 12,000
    Fields | 7,400
    Paths | {}
    Trees | 23,000
    Hedges | 9,000
    Total | 55,000"""


def test_a_digit_that_alone_ends_in_no_nought_is_no_rounding() -> None:
    """All other numbers are rounded to tens, and the total is off by its last digit."""
    assert said(HALLS.format("3,600")) == []
    assert said(HALLS.format("3,601")) == [
        "Total says “55,000”; its 5 parts add up to 55,001"
    ]


def test_a_nought_too_many_proves_a_total_by_whatever_name() -> None:
    """Without it the sum is exact to four figures."""
    text = """
    Provision | 2024
    Leave | 1,573
    Total provisions | 1,573
    Due |
    Within a year | {}
    Later | 898
    Total provisions | 1,573"""
    assert said(text.format("675")) == []
    assert said(text.format("6750")) == [
        "Total provisions says “1,573”; its 2 parts add up to 7,648"
    ]


def test_a_total_column_that_most_rows_prove_is_one_whatever_else_might_be() -> None:
    """In one row the columns of another breakdown come to the total as well."""
    rows = [
        (310 + 7 * at, 101 + 4 * at, 199 + 6 * at, 300 + 2 * at) for at in range(12)
    ]
    lines = [
        f"Q{at} | {men} | {a + b + c - men - 3 * (at != 7)} | {a} | {b} | {c}"
        f" | {a + b + c}"
        for at, (men, a, b, c) in enumerate(rows)
    ]
    text = "Quarter | Men | Women | Under 40 | 40 to 60 | Over 60 | Total\n"
    assert said(text + "\n".join(lines)) == []
    lines[4] = lines[4].replace(" | 308 |", " | 398 |")
    assert said(text + "\n".join(lines)) == [
        "Total says “648”; its 3 parts add up to 738"
    ]


GRANT = """
    Paid on | Amount
    1 June | 257.31
    1 July | 128.65
    1 August | {}
    1 September | 128.65
    1 October | 128.65
    Total | {}"""


def test_a_nought_before_the_point_of_rounded_decimals_is_told() -> None:
    """The total is off by a hundredth, and the nought stands before the point."""
    assert said(GRANT.format("128.65", "771.92")) == []
    assert said(GRANT.format("1280.65", "771.92")) == [
        "Total says “771.92”; its 5 parts add up to 1,923.91"
    ]
    assert said(GRANT.format("128.65", "7710.92")) == [
        "Total says “7710.92”; its 5 parts add up to 771.91"
    ]


TAXES = """
    Deferred tax | 2019 | 2018
    Assets, gross | 7,694 | 4,731
    Valuation allowance | (4,970) | (2,191)
    Assets, net | 2,724 | 2,540
    Liabilities | (104) | (603)
    Net tax assets | 2,620 | {}"""


def test_two_figures_exchanged_are_told_however_near_they_are() -> None:
    """Of a total itself; a difference as small may have any other cause."""
    assert said(TAXES.format("1,937")) == []
    assert said(TAXES.format("1,973")) == [
        "Net tax assets says “1,973”; its 2 parts add up to 1,937"
    ]
    assert said(TAXES.format("1,961")) == []


LEASES = """
    Lease | Shops | Vans
    Next year | 138 | 26
    Later | 996 | 42
    Total payments | 1,134 | 68
    Less interest | (279) | ({})
    Total liability | 855 | 59"""


def test_a_nought_too_many_is_told_in_what_is_taken_away() -> None:
    """It makes the sum too small, as one in a part makes it too large."""
    assert said(LEASES.format("9")) == []
    assert said(LEASES.format("90")) == [
        "Total liability says “59”; its 3 parts add up to (22)"
    ]


WHOLES = """
    Weather | Chance
    Rain | 0.514
    Cloud | {}
    Sun | 0.366
    Total | 1"""


def test_a_whole_of_one_is_exact() -> None:
    """It is printed without decimals as it has none, and its parts are rounded."""
    assert said(WHOLES.format("0.120")) == []
    assert said(WHOLES.format("0.121")) == []
    assert said(WHOLES.format("0.210")) == [
        "Total says “1”; its 3 parts add up to 1.09"
    ]


QUOTAS = """
    Team | Points | 2024 (%) | 2025 (%)
    Red | 214 | 41.4 | 33.3
    Blue | 377 | 20.2 | 33.3
    Green | 196 | 30.2 | {}
    White | 103 | 8.2 | 11.1
    Total | 890 | 100 | 100"""


def test_shares_with_a_decimal_may_be_off_by_it_for_each() -> None:
    """A whole percentage more or less is no rounding of theirs."""
    assert said(QUOTAS.format("22.2")) == []
    assert said(QUOTAS.format("22.4")) == []
    assert said(QUOTAS.format("22.9")) == [
        "Total says “100”; its 4 parts add up to 101"
    ]


def test_a_whole_of_shares_is_told_with_the_decimals_that_it_misses() -> None:
    """What 99.5% is nobody can tell from 100%."""
    text = QUOTAS.format("22.2").replace(" (%)", "").replace("41.4", "41.1")
    text = text.replace("| 100 | 100", "| 100% | 100%")
    for one in ("41.1", "20.2", "30.2", "8.2", "33.3", "22.2", "11.1"):
        text = text.replace(f"| {one}", f"| {one}%")
    assert said(text.replace("8.2%", "8.0%")) == [
        "Total says “100%”; its 4 parts add up to 99.5%"
    ]
