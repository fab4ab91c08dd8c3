"""Times and ratios that are bound: what agrees, what does not, what is inserted."""

import pytest
from reading import faults, known, part, quantity, states

TIMED = known(
    quantity("wait.mean", "75", "min"),
    quantity("wait.most", "3.5", "h"),
    quantity("calls.mean", "457.2", "s"),
    quantity("staff.ratio", "0.0833", "ratio"),
    quantity("cover", "14.3", "ratio"),
)
AGREE = [
    "[1 h 15 min]{value=wait.mean}",
    "[an hour and 15 minutes]{value=wait.mean}",
    "[75 minutes]{value=wait.mean}",
    "[75]{value=wait.mean} minutes",
    "[1.25 hours]{value=wait.mean}",
    "[about 1 h 20 min]{value=wait.mean}",
    "[3 hours and 30 minutes]{value=wait.most}",
    "[3.5 hours]{value=wait.most}",
    "[210 minutes]{value=wait.most}",
    "[7 minutes 37 seconds]{value=calls.mean}",
    "a ratio of [1:12]{value=staff.ratio}",
    "[1:12]{value=staff.ratio} pupils",
    "[about 1:12]{value=staff.ratio}",
    "[1 to 12]{value=staff.ratio}",
    "[14:1]{value=cover}",
    "[14.3:1]{value=cover}",
    "[over 14 to 1]{value=cover}",
]
DISAGREE = [
    ("[1 h 20 min]{value=wait.mean}", "1 h 20 min", "1 h 15 min"),
    ("[80 minutes]{value=wait.mean}", "80", "75"),
    ("[3 hours and 20 minutes]{value=wait.most}", "", "3 hours and 30 minutes"),
    ("[7 minutes 30 seconds]{value=calls.mean}", "", "7 minutes 37 seconds"),
    ("a ratio of [1:15]{value=staff.ratio}", "1:15", "1:12"),
    ("[15:1]{value=cover}", "15:1", "14:1"),
]
INSERTED = [
    ("It took `=wait.mean|h min`.", "1 h 15 min"),
    ("It took `=wait.mean|hours minutes`.", "1 hour 15 minutes"),
    ("It took `=wait.mean` minutes.", "75"),
    ("It took `=wait.most|min s`.", "210 min 0 s"),
    ("There is `=staff.ratio|1:0` of them.", "1:12"),
    ("There is `=cover|0.0:1` of them.", "14.3:1"),
]


@pytest.mark.parametrize("text", AGREE)
def test_a_time_or_ratio_that_agrees_is_checked(text: str) -> None:
    """In any unit of time, in words, and a ratio that alone would be a time of day."""
    assert faults(text, TIMED) == []
    assert {state for _, state in states(text, TIMED)} == {"checked"}


@pytest.mark.parametrize(("text", "found", "expected"), DISAGREE)
def test_another_time_or_ratio_is_told(text: str, found: str, expected: str) -> None:
    """What to write has the units and the style of what stands."""
    [finding] = part(text, TIMED).findings
    assert (finding.code, finding.expected) == ("NUM01", expected)
    assert finding.found == (found or text.partition("]")[0][1:])


@pytest.mark.parametrize(("text", "shown"), INSERTED)
def test_formats_of_times_and_ratios_are_inserted(text: str, shown: str) -> None:
    """A unit of time without a format has digits only, as its unit stands in the text."""
    made = part(text, TIMED)
    [entry] = [one for one in made.numbers if one["state"] == "inserted"]
    assert (entry["expected"], entry["kind"]) == (shown, "quantity")
    assert made.findings == []


def test_a_format_that_does_not_fit_is_told() -> None:
    """A ratio is no time."""
    [finding] = part("It took `=cover|h min`.", TIMED).findings
    assert finding.code == "NUM04"
