"""What to write instead of a wrong number."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crossfoot.amounts.agree import agreement
from crossfoot.amounts.cells import cell, headed
from crossfoot.amounts.like import instead, like
from crossfoot.amounts.scan import scan

CASES = [
    ("£203m", "205000000", "£205m"),
    ("203 million", "205000000", "205 million"),
    ("£3.2bn", "3310000000", "£3.3bn"),
    ("£2bn", "203000000", "£203m"),
    ("thirteen", "12", "twelve"),
    ("Thirteen", "12", "Twelve"),
    ("twelve", "140", "140"),
    ("Four (4)", "5", "Five (5)"),
    ("two thousand", "3000", "three thousand"),
    ("Two thousand", "3500", "3,500"),
    ("two thousand", "0", "zero"),
    ("two thousand and five", "3000", "3,000"),
    ("a million pounds", "1950000000", "1,950 million pounds"),
    ("half a billion pounds", "2000000000", "two billion pounds"),
    ("four thousand (4,000)", "5000", "five thousand (5,000)"),
    ("41st", "12", "12th"),
    ("third", "2", "second"),
    ("twenty-first", "12", "twelfth"),
    ("thirty-second", "21", "twenty-first"),
    ("twelfth", "21", "21st"),
    ("Twelfth", "40", "Fortieth"),
    ("twenty-first", "121", "121st"),
    ("35 per cent", "36", "36 per cent"),
    ("1,234", "22345", "22,345"),
    ("1234", "1235", "1235"),
    ("£1234m", "1235000000", "£1235m"),
    ("904", "1204", "1,204"),
    ("1234", "22345", "22,345"),
    ("137865", "135865", "135865"),
    ("over 900", "1304", "over 1,300"),
    ("€50 000", "61234", "€61 234"),
    ("4,000 €", "61234", "61,234 €"),
    ("1\u202f128", "2000", "2\u202f000"),
    ("over £2bn", "3200000000", "over £3bn"),
    ("more than £2bn", "3200000000", "more than £3bn"),
    ("over £2bn", "2000000000", "£2bn"),
    ("nearly 50%", "58", "nearly 60%"),
    ("about 200", "290", "about 300"),
    ("two thirds", "0.5", "50%"),
    ("a further £203m", "205000000", "a further £205m"),
    ("200 or more", "312", "300 or more"),
]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("-1500", "999", "999"),
        ("(1,500)", "2000", "2,000"),
        ("−£3.2m", "3310000", "£3.3m"),
        ("-15%", "0", "0%"),
        ("-1500", "-999", "-999"),
        ("(1,500)", "-2000", "(2,000)"),
        ("−£3.2m", "-3310000", "−£3.3m"),
        ("1,500", "-300", "−300"),
        ("−0.0", "-0.9", "−0.9"),
        ("-0", "3", "3"),
        ("£3.2m", "-3310000", "−£3.3m"),
    ],
)
def test_a_minus_is_written_as_typed_and_only_where_the_value_has_one(
    text: str, value: str, expected: str
) -> None:
    """Brackets for a minus stay brackets, and go with it."""
    amount = cell(text).amount
    assert amount is not None
    assert like(amount, Decimal(value)) == expected


@pytest.mark.parametrize(
    ("heading", "text", "value", "expected"),
    [
        ("Change (%)", "0.2", "0.4523", "0.5"),
        ("Change (%)", "0.2", "0.0123", "0.01"),
        ("Change (%)", "0.2%", "0.4523", "0.5%"),
        ("Spent (£m)", "3", "2400000", "2"),
        ("Spent (£m)", "3", "240000", "0.2"),
        ("Spent (£m)", "433", "433400000", "433.4"),
        ("Spent (£m)", "15", "-15000000", "−15"),
        ("Spent (£m)", "(0.3)", "-40000", "(0.04)"),
        ("Spent (£m)", "£3m", "240000", "£240,000"),
        ("Change", "-9%", "-4.7", "-5%"),
        ("Change", "-5%", "-4.7", "−4.7%"),
        ("Trips per mile", "0.01", "0.0743", "0.07"),
    ],
)
def test_a_cell_below_a_unit_is_rewritten_without_it(
    heading: str, text: str, value: str, expected: str
) -> None:
    """It keeps the places of its column, but where nothing would be left of it."""
    amount = cell(text).amount
    assert amount is not None
    found = like(headed(amount, heading), Decimal(value), inside=True)
    assert found == expected


@pytest.mark.parametrize(("text", "value", "expected"), CASES)
def test_a_number_is_rewritten_in_its_own_style(
    text: str, value: str, expected: str
) -> None:
    """Currency, scale, places, words, capitals and comparator are kept if they hold."""
    [one] = scan(text)
    assert instead(text, one, Decimal(value)) == expected


PREFIXES = st.sampled_from(["", "over ", "at least ", "under ", "nearly ", "about "])
FORMS = st.sampled_from(["{}", "£{}", "£{}m", "{}%", "{} million", "£{}.5bn"])


@given(PREFIXES, FORMS, st.integers(1, 999), st.integers(1, 10**10))
def test_what_is_written_instead_agrees(
    prefix: str, form: str, printed: int, value: int
) -> None:
    """The text to write always agrees with the value it was written for."""
    text = prefix + form.format(printed)
    [one] = scan(text)
    assume(agreement(one, Decimal(value)) == "no")
    new = instead(text, one, Decimal(value))
    [again] = scan(new)
    assert again.unit == one.unit
    assert agreement(again, Decimal(value)) == "yes", new
