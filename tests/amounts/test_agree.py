"""Agreement of printed numbers with exact values."""

from dataclasses import replace
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.amounts.agree import Tolerance, agreement, converted, interval
from crossfoot.amounts.scan import scan

CASES = [
    ("£203m", "203400000", "yes"),
    ("£203m", "203500000", "yes"),
    ("£203m", "203500001", "no"),
    ("twelve", "12", "yes"),
    ("thirteen", "12", "no"),
    ("over £2bn", "2000000000", "no"),
    ("over £2bn", "2000000001", "yes"),
    ("over £2bn", "2999999999", "yes"),
    ("over £2bn", "3000000000", "no"),
    ("over £2bn", "11900000000", "no"),
    ("over 21,000", "21300", "yes"),
    ("over 21,000", "22000", "no"),
    ("over 1", "1.4", "yes"),
    ("over 1", "1.5", "no"),
    ("at least 30", "30", "yes"),
    ("at least 30", "39", "yes"),
    ("at least 30", "29", "no"),
    ("under 100", "99", "yes"),
    ("under 100", "100", "no"),
    ("under 100", "50", "no"),
    ("up to 45", "45", "yes"),
    ("up to 45", "44", "no"),
    ("nearly 9,000", "8100", "yes"),
    ("nearly 9,000", "9000", "no"),
    ("nearly 9,000", "8099", "no"),
    ("about 250", "275", "yes"),
    ("about 250", "276", "no"),
    ("a further £203m", "203000000", "yes"),
    ("21,000", "21300", "close"),
    ("21,000", "21500", "no"),
    ("£200m", "203000000", "close"),
    ("30", "29", "no"),
    ("two thirds", "0.66", "yes"),
    ("two thirds", "0.63", "no"),
    ("nearly two thirds", "0.63", "yes"),
    ("over half", "0.51", "yes"),
]


@pytest.mark.parametrize(("text", "value", "verdict"), CASES)
def test_agreement_is_what_the_design_says(text: str, value: str, verdict: str) -> None:
    """Comparators reach as far as the last significant figure; others half a step."""
    [one] = scan(text)
    assert agreement(one, Decimal(value)) == verdict


def test_a_setting_narrows_a_comparator() -> None:
    """`about: 5%` leaves out what lies between five and ten per cent."""
    [one] = scan("about 100")
    verdicts = [
        agreement(one, Decimal(value), Tolerance(about=Decimal("0.05")))
        for value in (105, 106)
    ]
    assert verdicts == ["yes", "no"]


PLACES = st.integers(0, 4)
VALUES = st.decimals(-(10**9), 10**9, places=6)


@given(VALUES, PLACES, st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
def test_a_rounded_value_agrees_with_the_true_one(
    value: Decimal, places: int, mode: str
) -> None:
    """Whatever is printed by rounding to its last place agrees."""
    printed = value.quantize(Decimal(1).scaleb(-places), mode)
    [one] = scan(f"{printed:,f}")
    assert agreement(one, value) == "yes"


@given(VALUES, PLACES, st.decimals("0.001", 1, places=3))
def test_a_value_beyond_half_a_step_does_not_agree(
    value: Decimal, places: int, more: Decimal
) -> None:
    """Past half the printed step, in either direction, a number disagrees."""
    step = Decimal(1).scaleb(-places)
    [one] = scan(f"{value.quantize(step):,f}")
    assert one.value is not None
    beyond = step / 2 + step * more
    exact = replace(one, figure=one.step)
    assert agreement(exact, one.value + beyond) == "no"
    assert agreement(exact, one.value - beyond) == "no"


@given(
    st.sampled_from(["over", "under", "at_least", "at_most", "nearly", "about"]),
    st.integers(1, 10**6),
)
def test_an_interval_touches_the_printed_value(comparator: str, value: int) -> None:
    """Every comparator admits values beside the printed one, and never all values."""
    [one] = scan(f"{value:,}")
    found = interval(replace(one, comparator=comparator))  # type: ignore[arg-type]
    assert found.low <= value <= found.high
    assert Decimal(value) / 2 <= found.low < found.high <= Decimal(value) * 3 / 2


ADMITTED = {
    "over": lambda v, u, x: v < x < v + min(u, v / 2),
    "at least": lambda v, u, x: v <= x < v + min(u, v / 2),
    "under": lambda v, u, x: v - min(u, v / 2) < x < v,
    "up to": lambda v, u, x: v - min(u, v / 2) < x <= v,
    "nearly": lambda v, _, x: v * 9 / 10 <= x < v,
    "about": lambda v, _, x: abs(x - v) * 10 <= v,
}
"""The sentences of the design, of printed v, last significant step u and true x."""
SHAPES = [("£{}bn", 9), ("£{}m", 6), ("{}", 0), ("{}%", 0), ("{},000", 3)]


@given(
    st.sampled_from(sorted(ADMITTED)),
    st.sampled_from(SHAPES),
    st.integers(1, 999),
    st.decimals("-1.2", "1.2", places=4),
)
def test_a_comparator_admits_what_the_design_says_and_no_more(
    phrase: str, shape: tuple[str, int], printed: int, away: Decimal
) -> None:
    """Within the tolerance every value passes, beyond it every value fails."""
    form, power = shape
    [one] = scan(f"{phrase} {form.format(printed)}")
    value = Decimal(printed).scaleb(power)
    step = Decimal(1).scaleb(len(str(printed)) - len(str(printed).rstrip("0")) + power)
    true = value + away * min(step, value / 2)
    assert one.value == value
    admitted = ADMITTED[phrase](value, step, true)
    assert agreement(one, true) == ("yes" if admitted else "no")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("35%", "ratio", "0.35"),
        ("one in five", "%", "20.0"),
        ("25 basis points", "pp", "0.25"),
        ("0.5 percentage points", "bp", "50"),
        ("£5", "GBP", "5"),
        ("12", "people", "12"),
    ],
)
def test_units_of_one_kind_convert(text: str, unit: str, value: str) -> None:
    """Shares and points are brought to the quantity's unit; counts count anything."""
    [one] = scan(text)
    same = converted(one, unit)
    assert same is not None
    assert (same.value, same.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("£5", "EUR"), ("5", "GBP"), ("5", "%"), ("5%", "pp"), ("5 pp", "%")],
)
def test_other_units_do_not_convert(text: str, unit: str) -> None:
    """A bare number is no money, and per cent are no points."""
    [one] = scan(text)
    assert converted(one, unit) is None


def test_a_cell_may_leave_its_unit_to_the_heading() -> None:
    """In a table a bare number may be money."""
    [one] = scan("5")
    same = converted(one, "GBP", cell=True)
    assert same is not None
    assert same.unit == "GBP"
