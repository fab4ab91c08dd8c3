"""Cells of tables."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.amounts.cells import Cell, cell, heading
from crossfoot.amounts.scan import scan

NUMBERS = [
    ("1,234", "1234", "count"),
    ("(1,234)", "-1234", "count"),
    ("(£5m)", "-5000000", "GBP"),
    ("-5", "-5", "count"),
    ("−5.0", "-5.0", "count"),
    ("£-145,377", "-145377", "GBP"),
    ("215k", "215000", "count"),
    ("£785bn", "785000000000", "GBP"),
    ("5 EUR", "5", "EUR"),
    ("5 €", "5", "EUR"),
    ("-1,240.50€", "-1240.50", "EUR"),
    ("2,019 €", "2019", "EUR"),
    ("5%", "5", "%"),
    ("2020", "2020", "count"),
    ("one", "1", "count"),
    ("12 (3%)", "12", "count"),
    ("1,234*", "1234", "count"),
    ("12 [r]", "12", "count"),
    ("7^a", "7", "count"),
    ("3/5", "3", "count"),
    ("7/20", "7", "count"),
    ("½", "0.5", "ratio"),
    ("*–0.5", "-0.5", "count"),
    ("**3,571", "3571", "count"),
    ("† £12", "12", "GBP"),
]


@pytest.mark.parametrize(("text", "value", "unit"), NUMBERS)
def test_a_cell_that_is_a_number_is_read_whole(
    text: str, value: str, unit: str
) -> None:
    """Brackets mean minus, note marks are left out, years are plain numbers."""
    found = cell(text)
    assert found.kind == "number"
    assert found.amount is not None
    assert (found.amount.value, found.amount.unit) == (Decimal(value), unit)
    assert text[found.amount.start : found.amount.end] == found.amount.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, "blank") for text in ("", " ", "-", "–", "..", "n/a", "nil")),
        *((text, "unknown") for text in ("c", "*", "[x]", "[c]", "~", "<5", "over 9")),
        *((text, "text") for text in ("Total", "41 of 50", "Table 3", "12 homes")),
        *((text, "text") for text in ("2019 €", "2019 €m")),
    ],
)
def test_other_cells_are_blank_unknown_or_text(text: str, kind: str) -> None:
    """Dashes are nothing, withheld values and bounds unknown, the rest text."""
    assert cell(text).kind == kind


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("Amount (£m)", "GBP", "1000000"),
        ("£000", "GBP", "1000"),
        ("Cost (£ million)", "GBP", "1000000"),
        ("GBP bn", "GBP", "1000000000"),
        ("People (thousands)", "", "1000"),
        ("2024 (thousand euros)", "EUR", "1000"),
        ("(thousands of pounds)", "GBP", "1000"),
        ("Spent, million euros", "EUR", "1000000"),
        ("Costs in thousands of dollars", "USD", "1000"),
        ("in millions of €", "EUR", "1000000"),
        ("($ in thousands)", "USD", "1000"),
        ("(£ thousand)", "GBP", "1000"),
        ("(brillion euros)", "", "1"),
        ("Firms with two million pounds", "", "1"),
        ("Gifts of 2 million pounds, number", "", "1"),
        ("Share (%)", "%", "1"),
        ("Staff", "", "1"),
        ("Less than $100 million", "", "1"),
        ("£5,000 to £9,999", "", "1"),
        ("£1m–£5m", "", "1"),
        ("$250,000 or more", "", "1"),
        ("£1,000s", "GBP", "1"),
    ],
)
def test_a_heading_gives_unit_and_scale(text: str, unit: str, scale: str) -> None:
    """Headings say what bare numbers below them mean."""
    assert heading(text) == (unit, Decimal(scale))


@given(number=st.integers(0, 999) | st.integers(10**3, 10**15 - 1))
def test_a_plain_count_is_read_as_in_a_text(number: int) -> None:
    """A cell of nothing but a count holds the number that a text of it has."""
    assert cell(f"{number:,}") == Cell("number", scan(f"{number:,}")[0])
