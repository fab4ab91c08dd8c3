"""Times and ratios: read, printed, read back, and what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossfoot.amounts.agree import agreement, converted
from crossfoot.amounts.like import like
from crossfoot.amounts.model import Amount
from crossfoot.amounts.scan import scan
from crossfoot.amounts.show import FormatError, show

TWELFTH = Decimal(1) / 12
READ = [
    ("It took 1 h 15 min.", "1 h 15 min", "4500", "s", ""),
    ("It took 1h15min.", "1h15min", "4500", "s", ""),
    ("It took 1h 05m.", "1h 05m", "3900", "s", ""),
    ("over 3 hours and 20 minutes", "3 hours and 20 minutes", "12000", "s", "over"),
    ("a 2-hour-30-minute film", "2-hour-30-minute", "9000", "s", ""),
    ("two hours, five minutes", "two hours, five minutes", "7500", "s", ""),
    ("about an hour and 20 minutes", "an hour and 20 minutes", "4800", "s", "about"),
    ("in 7 minutes 37 seconds", "7 minutes 37 seconds", "457", "s", ""),
    ("in a minute and 5 seconds", "a minute and 5 seconds", "65", "s", ""),
    ("in 1 hr 2 mins 3.5 secs", "1 hr 2 mins 3.5 secs", "3723.5", "s", ""),
    ("1,250 hours and 30 minutes", "1,250 hours and 30 minutes", "4501800", "s", ""),
    ("twenty-one hours fifty minutes or more", "", "78600", "s", "at_least"),
    ("A ratio of 1:12 is kept.", "1:12", str(TWELFTH), "ratio", ""),
    ("the ratio in 2019 was 1:12", "1:12", str(TWELFTH), "ratio", ""),
    ("a 1:12 slope", "1:12", str(TWELFTH), "ratio", ""),
    ("The 48:1 estimate is old.", "48:1", "48", "ratio", ""),
    ("outnumbered 10:1", "10:1", "10", "ratio", ""),
    ("cover of 14.3:1", "14.3:1", "14.3", "ratio", ""),
    ("a map at 1:50,000", "1:50,000", "0.00002", "ratio", ""),
    ("odds of over 7:2", "7:2", "3.5", "ratio", "over"),
    ("a ratio of 3 to 2", "3 to 2", "1.5", "ratio", ""),
    ("The vote went three to one in favour", "three to one", "3", "ratio", ""),
    ("outnumber men by two to one", "two to one", "2", "ratio", ""),
    ("by a two-to-one margin", "two-to-one", "2", "ratio", ""),
    ("a ratio of 1:1", "1:1", "1", "ratio", ""),
]
OTHER = [
    ("after 3 hours 90 minutes", ["3", "90"]),
    ("in 4 hours and 30 minutes respectively", ["4", "30"]),
    ("5 hours or 30 minutes", ["5", "30"]),
    ("It opens at 1:12 and closes at 10:15.", []),
    ("1:1 talks", []),
    ("a first or 2:1", []),
    ("John 3:1 says so", ["3", "1"]),
    ("They won 3:1.", ["3", "1"]),
    ("It fell from 3 to 1.", ["3", "1"]),
    ("They voted 3 to 1 for it.", ["3", "1"]),
    ("on a scale of 1 to 10", ["1", "10"]),
    ("a 60:40 split", []),
    ("split 2:1:1", []),
]


@pytest.mark.parametrize(("text", "said", "value", "unit", "comparator"), READ)
def test_a_time_or_ratio_is_one_number(
    text: str, said: str, value: str, unit: str, comparator: str
) -> None:
    """Its parts are read together, with their comparator."""
    [one] = [one for one in scan(text) if one.kind == "quantity"]
    expected = (said or one.text, Decimal(value), unit, comparator)
    assert (one.text, one.value, one.unit, one.comparator) == expected


@pytest.mark.parametrize(("text", "said"), OTHER)
def test_what_only_looks_like_one_is_none(text: str, said: list[str]) -> None:
    """Times of day, scores, verses, degrees and changes stay what they are."""
    assert [one.text for one in scan(text) if one.kind == "quantity"] == said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It took 1.25 hours.", "quantity"),
        ("7.35 hours a week", "quantity"),
        ("12.50 hours a week", "quantity"),
        ("by 18.50hrs", "date"),
        ("at 18.50 hours", "date"),
    ],
)
def test_hours_with_a_point_last_or_tell_the_time(text: str, kind: str) -> None:
    """One digit before the point, or `a week` after it, says how long it was."""
    assert [one.kind for one in scan(text)] == [kind]


def test_ends_of_a_range_may_be_times() -> None:
    """Both have the comparator."""
    found = scan("between 1 hour 10 minutes and 1 hour 20 minutes")
    said = [(one.value, one.unit, one.comparator) for one in found]
    assert said == [(4200, "s", "between"), (4800, "s", "between")]


FORMS = [
    ("75", "min", "h min", "1 h 15 min"),
    ("45", "min", "h min", "45 min"),
    ("60", "min", "h min", "1 h 0 min"),
    ("1.25", "h", "hours minutes", "1 hour 15 minutes"),
    ("457", "s", "minutes seconds", "7 minutes 37 seconds"),
    ("3661", "s", "h min s", "1 h 1 min 1 s"),
    ("75.4", "min", "over h min", "over 1 h 15 min"),
    ("75", "min", "over h min", "1 h 15 min"),
    ("75", "min", "", "75"),
    ("14.3", "ratio", "0:1", "14:1"),
    ("14.3", "ratio", "0.0:1", "14.3:1"),
    ("0.0833", "ratio", "1:0", "1:12"),
    ("3", "ratio", "0 to 1", "3 to 1"),
    ("3.2", "ratio", "over 0:1", "over 3:1"),
    ("0.09", "ratio", "over 1:0", "over 1:12"),
]


@pytest.mark.parametrize(("value", "unit", "pattern", "shown"), FORMS)
def test_formats_print_times_and_ratios(
    value: str, unit: str, pattern: str, shown: str
) -> None:
    """Each format prints its exact text; without one a unit of time has digits only."""
    assert show(Decimal(value), unit, pattern) == shown


@pytest.mark.parametrize(
    ("value", "unit", "pattern"),
    [
        *(("5", "count", "h min"), ("-5", "min", "h min"), ("5", "GBP", "0:1")),
        *(("0", "ratio", "0:1"), ("5", "min", "s h"), ("5", "ratio", "0:0")),
    ],
)
def test_formats_that_do_not_fit_are_refused(
    value: str, unit: str, pattern: str
) -> None:
    """Times are of a unit of time and not below nought, ratios above nought."""
    with pytest.raises(FormatError):
        show(Decimal(value), unit, pattern)


def only(text: str) -> Amount:
    """Return the one quantity of a text."""
    [one] = [one for one in scan(text) if one.kind == "quantity"]
    return one


LIKE = [
    ("1 h 15 min", "4800", "1 h 20 min"),
    ("3 hours and 20 minutes", "12300", "3 hours and 25 minutes"),
    ("an hour and 20 minutes", "7260", "2 hours and 1 minute"),
    ("10:1", "11", "11:1"),
    ("a ratio of 1:12", "0.1", "1:10"),
    ("a two-to-one margin", "3", "three-to-one"),
    ("odds of 7:2", "3.4", "3.4:1"),
]


@pytest.mark.parametrize(("text", "value", "written"), LIKE)
def test_what_to_write_has_the_style_of_what_stands(
    text: str, value: str, written: str
) -> None:
    """Units, words and the side of the one are kept."""
    assert like(only(text), Decimal(value)) == written


TIMES = {
    "h min": (3600, 60),
    "hours minutes": (3600, 60),
    "h min s": (3600, 1),
    "min s": (60, 1),
    "minutes seconds": (60, 1),
}


@given(st.sampled_from(sorted(TIMES)), st.integers(1, 10**6), st.integers(0, 59))
def test_a_time_reads_back_as_printed(pattern: str, whole: int, rest: int) -> None:
    """Printed in any format, a time is read with its value, unit and precision."""
    size, step = TIMES[pattern]
    large = whole % 60 if size == 60 else whole % 99999
    seconds = Decimal((large or 1) * size + rest * step)
    shown = show(seconds, "s", pattern)
    one = only(shown)
    assert (one.text, one.value, one.unit, one.step) == (shown, seconds, "s", step)
    assert like(one, seconds) == shown


RATIOS = {"0:1": "{}", "0.0:1": "{}", "0.00:1": "{}", "0 to 1": "a ratio of {}"}
RATIOS |= {"1:0": "a ratio of {}", "1:0.0": "a ratio of {}", "1 to 0": "a ratio of {}"}


@given(st.sampled_from(sorted(RATIOS)), st.decimals("1.5", "9000", places=3))
@example("0:1", Decimal("98.5"))
def test_a_ratio_reads_back_as_printed(pattern: str, value: Decimal) -> None:
    """Printed in any format, a ratio is read with its unit and agrees with its value."""
    value = value if pattern[-1] == "1" else 1 / value
    shown = show(value, "ratio", pattern)
    one = only(RATIOS[pattern].format(shown))
    assert (one.text, one.unit) == (shown, "ratio")
    assert one.value is not None
    assert abs(one.value - value) <= one.step
    assert show(one.value, "ratio", pattern) == shown
    assert like(one, one.value) == shown


@given(st.integers(1, 10**5), st.sampled_from(["h", "min", "s"]))
def test_a_time_agrees_in_any_unit_of_time(seconds: int, unit: str) -> None:
    """A time in minutes agrees with itself in hours, and not with one more of its step."""
    size = {"h": 3600, "min": 60, "s": 1}[unit]
    one = only(show(Decimal(seconds), "s", "h min s")) if seconds >= 3600 else None
    same = converted(one, unit) if one else None
    if same:
        assert agreement(same, Decimal(seconds) / size) == "yes"
        assert agreement(same, Decimal(seconds + 1) / size) == "no"
