"""Printing, and reading back what was printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.amounts.agree import agreement, converted
from crossfoot.amounts.scan import scan
from crossfoot.amounts.show import (
    PHRASES,
    FormatError,
    Style,
    house,
    phrased,
    show,
    significant,
)

CASES = [
    ("3200000000", "GBP", "", "£3.2bn"),
    ("203000000", "GBP", "", "£203m"),
    ("2203000000", "GBP", "", "£2,203m"),
    ("600000", "GBP", "", "£600,000"),
    ("1234.5", "GBP", "", "£1,234.50"),
    ("-145377", "GBP", "", "−£145,377"),
    ("5000000", "CHF", "", "CHF 5m"),
    ("7", "count", "", "seven"),
    ("2021", "year", "", "2021"),
    ("1200", "FTE", "", "1,200"),
    ("12", "count", "", "12"),
    ("21000", "count", "", "21,000"),
    ("2.5", "count", "", "2.5"),
    ("9.2147", "%", "", "9.2%"),
    ("33.3333", "%", "", "33%"),
    ("0.3333", "ratio", "", "33%"),
    ("1", "pp", "", "1 percentage point"),
    ("-5.2", "pp", "", "−5.2 percentage points"),
    ("25", "bp", "", "25 basis points"),
    ("41", "count", "words", "forty-one"),
    ("41", "count", "0", "41"),
    ("41", "count", "0.0", "41.0"),
    ("9.2147", "%", "0%", "9%"),
    ("0.35", "ratio", "0%", "35%"),
    ("9.2147", "%", "0.0", "9.2"),
    ("10", "%", "words", "ten per cent"),
    ("203000000", "GBP", "£m", "£203m"),
    ("3200000000", "GBP", "£m", "£3,200m"),
    ("3200000000", "GBP", "£bn", "£3.2bn"),
    ("2000000000", "GBP", "£bn", "£2bn"),
    ("3249000000", "GBP", "£0.0bn", "£3.2bn"),
    ("3249000000", "GBP", "£0bn", "£3bn"),
    ("600000", "GBP", "£k", "£600k"),
    ("21300", "count", "sf2", "21,000"),
    ("2000000000", "GBP", "sf2", "£2.0bn"),
    ("3249000000", "GBP", "sf3", "£3.25bn"),
    ("1234", "GBP", "sf2", "£1,200"),
    ("0.092147", "ratio", "sf2", "9.2%"),
    ("0.01234", "count", "sf2", "0.012"),
    ("1.234", "pp", "sf2", "1.2 percentage points"),
    ("21300", "count", "over", "over 21,000"),
    ("3200000000", "GBP", "over", "over £3bn"),
    ("2000000000", "GBP", "over", "£2bn"),
    ("21300", "count", "about", "about 21,000"),
    ("21300", "count", "just over", "just over 21,000"),
    ("29900", "count", "just over", "just over 29,000"),
    ("29900", "count", "just over sf1", "30,000"),
    ("29900", "count", "nearly sf1", "nearly 30,000"),
    ("1950000", "GBP", "just under £m", "just under £2m"),
    ("3249000000", "GBP", "more than £0bn", "more than £3bn"),
    ("3200000000", "GBP", "about £0.0bn", "about £3.2bn"),
    ("40", "count", "at least", "at least 40"),
    ("45", "count", "up to", "up to 45"),
    ("0.573", "ratio", "nearly 0%", "nearly 58%"),
    ("1234.56", "GBP", "£", "£1,234.56"),
    ("1234", "GBP", "£", "£1,234"),
]


@pytest.mark.parametrize(("value", "unit", "pattern", "shown"), CASES)
def test_a_format_prints_as_the_manual_says(
    value: str, unit: str, pattern: str, shown: str
) -> None:
    """Each format, and the house style without one, prints its exact text."""
    assert show(Decimal(value), unit, pattern) == shown


@pytest.mark.parametrize(
    ("unit", "pattern"),
    [
        ("GBP", "£bm"),
        ("count", "£m"),
        ("GBP", "$m"),
        ("count", "0%"),
        ("GBP", "words"),
        ("count", "m"),
        ("count", "percent"),
        ("count", "well over"),
        ("count", "over £m"),
        ("count", "a further"),
    ],
)
def test_a_format_that_is_unknown_or_unfit_is_refused(unit: str, pattern: str) -> None:
    """A format nobody knows, or of another unit, raises FormatError."""
    with pytest.raises(FormatError):
        show(Decimal(5), unit, pattern)


def test_the_style_decides_how_far_counts_are_words() -> None:
    """Counts up to `words_to` are words."""
    shown = [house(Decimal(10), "count", Style(bound)) for bound in (9, 10)]
    assert shown == ["10", "ten"]


PATTERNS = {
    "GBP": ("£", "£0", "£0.00", "£k", "£0k", "£m", "£0.0m", "£0.00m", "£bn", "£0.0bn"),
    "count": ("0", "0.0", "0.00", "0.0k", "0.0m", "0.00bn"),
    "%": ("0%", "0.0%", "0.00%"),
    "ratio": ("0%", "0.0%"),
    "EUR": ("€m", "€0.0bn", "€0.00"),
}
BARE = [(unit, one) for unit, every in PATTERNS.items() for one in every]
FIGURED = [(unit, f"sf{count}") for unit in ("GBP", "count") for count in range(1, 10)]
SAID = [
    (unit, f"{phrase} {inner}".strip())
    for phrase in ("over", "just over", "at least", "under", "up to", "nearly", "about")
    for unit, inner in [*BARE, *FIGURED, ("GBP", ""), ("count", "")]
]
EXACT = st.decimals(-(10**11), 10**12, places=4)


@given(st.sampled_from(BARE), EXACT)
def test_a_pattern_reads_back_as_printed(form: tuple[str, str], value: Decimal) -> None:
    """Printed by any pattern, a number is read with its unit, step and exact digits."""
    unit, pattern = form
    shown = show(value, unit, pattern)
    [one] = scan(shown)
    same = converted(one, unit)
    assert same is not None
    assert same.value is not None
    assert agreement(same, value) == "yes"
    places = pattern.count("0") - 1
    assert one.places == places or "0" not in pattern
    assert same.step == one.scale.scaleb(-one.places - 2 * (unit == "ratio"))
    assert show(same.value, unit, pattern) == shown


@given(st.sampled_from(FIGURED), EXACT)
def test_figures_read_back(form: tuple[str, str], value: Decimal) -> None:
    """Printed to significant figures, a number has that precision and no less."""
    unit, pattern = form
    [one] = scan(show(value, unit, pattern))
    assert (one.unit, one.comparator) == (unit, "")
    assert one.value == significant(value, int(pattern[2:]))


@given(st.sampled_from(SAID), st.decimals(1, 10**12, places=2))
def test_a_comparator_is_true_of_what_it_is_printed_for(
    form: tuple[str, str], value: Decimal
) -> None:
    """A printed comparator is read as itself and holds; where none can, none is."""
    unit, pattern = form
    [one] = scan(show(value, unit, pattern))
    same = converted(one, unit)
    assert same is not None
    if one.comparator:
        assert one.comparator == PHRASES[phrased(pattern)[0]]
        assert agreement(same, value) == "yes"
    else:
        assert show(value, unit, phrased(pattern)[1], Style(0)) == one.text


COUNTS = st.integers(0, 9999)
UNITS = st.sampled_from(["GBP", "USD", "EUR", "count", "%", "pp", "bp"])


@given(COUNTS)
def test_words_read_back(value: int) -> None:
    """A number printed in words is read as itself."""
    [one] = scan(show(Decimal(value), "count", "words"))
    assert (one.value, one.unit, one.worded) == (value, "count", True)


@given(
    st.integers(0, 10**12),
    st.sampled_from(["£m", "£bn", "£0.0bn", "£0.00m", "£k", "£0", "£0.00"]),
)
def test_money_reads_back_within_its_printed_step(value: int, pattern: str) -> None:
    """Money printed in any format is read with its unit and agrees with its value."""
    [one] = scan(show(Decimal(value), "GBP", pattern))
    assert one.unit == "GBP"
    assert agreement(one, Decimal(value)) == "yes"


@given(st.decimals(-(10**7), 10**10, places=2), UNITS)
def test_house_style_reads_back(value: Decimal, unit: str) -> None:
    """The house style keeps unit and sign, and what it prints agrees or is rounder."""
    [one] = scan(house(value, unit))
    assert one.unit == unit
    assert one.value is not None
    assert abs(one.value - value) <= max(one.step, abs(value) / 100)


@given(st.integers(1, 10**11), st.sampled_from(["GBP", "count"]))
def test_over_is_true_of_what_it_is_printed_for(value: int, unit: str) -> None:
    """`over` prints a bound that the value keeps, or the value itself."""
    [one] = scan(show(Decimal(value), unit, "over"))
    assert agreement(one, Decimal(value)) == "yes"


@given(st.integers(1, 10**11), st.sampled_from(["GBP", "count"]))
def test_about_is_true_of_what_it_is_printed_for(value: int, unit: str) -> None:
    """`about` prints a value within a tenth."""
    [one] = scan(show(Decimal(value), unit, "about"))
    assert one.comparator == "about"
    assert agreement(one, Decimal(value)) == "yes"
