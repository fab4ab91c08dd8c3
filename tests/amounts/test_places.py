"""Places: what stands around a number changes neither its text nor its value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.amounts import words
from crossfoot.amounts.scan import scan

NUMBERS = st.sampled_from(
    [
        ("£2.4m", "2400000", "GBP"),
        ("35%", "35", "%"),
        ("35 per cent", "35", "%"),
        ("1,234", "1234", "count"),
        ("12\u00a0500", "12500", "count"),
        ("1.5 percentage points", "1.5", "pp"),
        ("twenty-one", "21", "count"),
        ("one in five", "0.2", "ratio"),
        ("half a million", "500000", "count"),
        ("US$3bn", "3000000000", "USD"),
    ]
)
GAPS = st.sampled_from(
    [
        *(
            " ",
            "\n",
            "\r\n",
            "\t",
            "\u00a0",
            "  ",
            " – ",
            " — ",
            " 😀 ",
            " cafe\u0301 ",
        ),
        *(
            " £ ",
            " “",
            "” ",
            " (sic) ",
            " naïve ",
            " 👩‍👩‍👧 ",
            "\u2009",
            ";\r\n",
            ":\t",
        ),
    ]
)
TEXTS = st.lists(st.tuples(GAPS, NUMBERS), min_size=1, max_size=6)


@given(TEXTS, GAPS)
def test_marks_around_numbers_change_nothing(
    parts: list[tuple[str, tuple[str, str, str]]], last: str
) -> None:
    """Between words, numbers keep text, value and unit under any white space and mark."""
    text, wanted = "We", []
    for gap, (shown, value, unit) in parts:
        text += f"{gap}saw {shown} there"
        wanted.append((shown, Decimal(value), unit))
    text += last
    found = scan(text)
    assert [(one.text, one.value, one.unit) for one in found] == wanted
    for one in found:
        assert text[one.start : one.end] == one.text


@given(st.integers(0, 9_999))
def test_a_number_in_words_is_read_in_a_sentence(value: int) -> None:
    """Every number up to 9,999, in words with and without `and`, is read back."""
    said = words.write(value)
    american = said.replace(" and ", " ")
    for spelt in (said, said.capitalize(), american, said.upper()):
        found = scan(f"There were {spelt} homes in the area.")
        assert [(one.text, one.value) for one in found] == [(spelt, value)]


@pytest.mark.parametrize("start", range(0, 10_000, 2_500))
def test_every_number_in_words_reads_back(start: int) -> None:
    """All numbers from 0 to 9,999 in words are read as themselves, and as all of it."""
    wrong = []
    for value in range(start, start + 2_500):
        said = words.write(value)
        found = scan(f"We met {said} people.")
        if [(one.text, one.value) for one in found] != [(said, value)]:
            wrong.append(said)
    assert wrong == []


@given(
    st.integers(1, 999), st.sampled_from(["k", "m", "bn", " million", ""]), st.data()
)
def test_a_range_shares_unit_and_scale(
    low: int, scale: str, data: st.DataObject
) -> None:
    """Of `£2–3m` and `£2m to £3m` both ends have the same value and comparator."""
    high = data.draw(st.integers(low + 1, 1_000))
    join = data.draw(st.sampled_from(["–", "-", " to "]))
    full = scan(f"It costs £{low}{scale}{join}£{high}{scale} now.")
    between = scan(f"It costs between £{low}{scale} and £{high}{scale} now.")
    assert [one.comparator for one in full] == ["between"] * 2
    assert [one.value for one in full] == [one.value for one in between]
    assert {one.unit for one in full} == {"GBP"}


SHORT = [
    ("£(1,200)", "-1200", "GBP"),
    ("£(1.2)m", "-1200000", "GBP"),
    ("(4.2)%", "-4.2", "%"),
    ("½ a million", "500000", "count"),
    ("¾ of a million", "750000", "count"),
    ("–4%", "-4", "%"),
    ("2 ½", "2.5", "count"),
    ("1,23,456", "123456", "count"),
    ("1 in 2,300", "0.0004347826086956521739130434783", "ratio"),
]


@pytest.mark.parametrize(("text", "value", "unit"), SHORT)
def test_short_forms_are_read_whole(text: str, value: str, unit: str) -> None:
    """Brackets of accounts, fractions of a million and odds are one number each."""
    [one] = scan(f"It is {text} here.")
    assert (one.text, one.value, one.unit) == (text, Decimal(value), unit)
