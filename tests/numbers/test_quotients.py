"""Columns of shares and changes: what proves them, and what they prove of totals."""

from sheeting import sheet

from crossfoot.numbers.footing import footing


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


HOMES = """
    Region | Rented | Households | Mean share (%)
    North | 1,000 | 3,000 | 28.4
    South | 2,000 | 5,000 | 45.1
    East | 1,000 | 2,000 | 61.7
    West | 2,000 | 4,000 | 38.2
    Coast | 1,000 | 2,000 | 44.9
    Hills | 3,000 | 7,000 | 35.6
    Lakes | 1,000 | 3,000 | 47.3
    Plains | 2,000 | 6,000 | 29.9
    Islands | 2,000 | 5,000 | 33.8
    City | 41,000 | 86,000 | 34.1"""


def test_rows_that_any_share_would_follow_prove_no_share() -> None:
    """One thousand of three thousand, rounded, may be a sixth or a half."""
    assert said(HOMES) == []


def test_rows_that_few_shares_would_follow_prove_it() -> None:
    """The same, of counts that are large beside the step that they are rounded to."""
    text = """
        Region | Rented | Households | Share (%)
        North | 121,000 | 311,000 | 38.9
        South | 242,000 | 508,000 | 47.6
        East | 139,000 | 204,000 | 68.1
        West | 212,000 | 426,000 | 49.8
        Coast | 188,000 | 277,000 | 67.9
        Hills | 311,000 | 702,000 | 44.3
        Lakes | 143,000 | 366,000 | 39.1
        City | 410,000 | 861,000 | 74.6"""
    told = "Share (%) says “74.6”; Rented / Households is 47.6, as in 7 other rows"
    assert said(text) == [told]


FORCES = """
    Branch | 2000 | 1999 | Change
    Air | 413 | 409 | 1.0
    Army | 789 | 761 | 3.7
    Marines | 730 | 565 | 29.2
    Navy | 474 | 523 | −9.4
    Coast | 14 | 21 | −33.3
    Total | 2,420 | 2,279 | {}"""


def test_a_total_that_follows_as_a_share_from_its_row_is_no_sum() -> None:
    """A column of changes in per cent does not add up, whatever it is called."""
    assert said(FORCES.format("6.2")) == []


def test_a_total_that_follows_from_nothing_in_its_row_is_told() -> None:
    """Rows above follow a formula, and the last one does not."""
    told = ["Change says “2.6”; 2000 / 1999 * 100 - 100 is 6.2, as in 5 other rows"]
    assert said(FORCES.format("2.6")) == told


def test_changes_of_which_the_first_has_its_sign_are_all_in_per_cent() -> None:
    """Accounts sign the first of a column, and leave the others bare."""
    text = """
    Item | 2025 | 2024 | Change
    Income | 123 | 103 | 19%
    Interest | 335 | 319 | 5
    Tax | 437 | 511 | −14
    Rent | 212 | 187 | 13"""
    assert said(text) == []
