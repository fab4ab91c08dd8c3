"""Arithmetic written out: what it comes to, and what is left alone."""

import pytest
from reading import known, part

NOTHING = known()


def said(text: str) -> list[str]:
    return [one.message for one in part(text, NOTHING).findings]


TOLD = {
    "He got £400 x 50% (half a year) x 20% (by rank) = £45 then.": (
        "Text says “£45”; £400 x 50% x 20% comes to £40"
    ),
    "It is 50% × 20% = 12% of them.": "Text says “12%”; 50% × 20% comes to 10%",
    "We met 12 (new) + 9 (old) = 22 clerks.": "Text says “22”; 12 + 9 comes to 21",
    "It moved by 310 - 320 = -12 metres.": "Text says “-12”; 310 - 320 comes to -10",
    "It moved by £310,000 - £320,000 = −£10,900 in all.": (
        "Text says “−£10,900”; £310,000 - £320,000 comes to −£10,000"
    ),
    "It holds 2**15 (= 32,76) of them.": "Text says “32,76”; 2**15 comes to 32,768",
    "It holds 2^10 = 1,025 of them.": "Text says “1,025”; 2^10 comes to 1,024",
    "| A | B |\n|--|--|\n| C | 2**11 (= 1,024) |": (
        "Text says “1,024”; 2**11 comes to 2,048"
    ),
    "It is so because 28 = 10 + 7 + 9.": "Text says “28”; 10 + 7 + 9 comes to 26",
    "We met the clerks (12 + 9 = 22).": "Text says “22”; 12 + 9 comes to 21",
    "We met half ((12 + 9) x 2 = 43).": "Text says “43”; (12 + 9) x 2 comes to 42",
    "It left 60,000 - 41,300 = 18,7000 bricks.": (
        "Text says “18,7000”; 60,000 - 41,300 comes to 18,700"
    ),
}


@pytest.mark.parametrize(("text", "message"), TOLD.items())
def test_what_is_written_out_is_worked_out(text: str, message: str) -> None:
    """Words in brackets say what a number is, and a sum may itself stand in some."""
    assert said(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "He got £400 x 50% (half a year) x 20% (by rank) = £40 then.",
        "It is 50% × 20% = 10% of them.",
        "We met 12 (new) + 9 (old) = 21 clerks.",
        "It is 40 + 10 x 50% = 60 of them.",
        "It is 40 / 50% = 60 of them.",
        "It moved by 310 - 320 = -10 metres.",
        "It fell –10 / 2 = –5 points.",
        "Each of the two lost -£10,000 / 2 = -£5,000 that year.",
        "It moved by £310,000 - £320,000 = −£10,000 in all.",
        "It moved by 310 - 320 = - 12 metres.",
        "We met the clerks (12 + 9 = 21).",
        "It is so because 26 = 10 + 7 + 9.",
        "Take option 3 = 12 + 9 of them.",
        "It is so because 28 = 10 + 7 + n.",
        "It is so because 28 = 10 + 7 + 9 + 1 - 1.",
        "It holds 2^10 = 1,024 of them.",
        "It holds 2^20 = 1 million of them, or 2^20 = 1 MB.",
        "It is 3^4 = 4 (mod 7), and 5^3 = 6 in code.",
        "It took 5 * 1000 + 240 = 5.24 kB of it.",
        "It took 30 + 45 + 45 = 2 hours.",
        "It is 22 / 7 = 3,1428 of them.",
        "It is 30,5 - 20,3 = 10,2000 of them.",
    ],
)
def test_what_holds_or_may_mean_two_things_is_left_alone(text: str) -> None:
    """A share in a sum is of nobody knows what; a unit may be that of many others."""
    assert said(text) == []


def test_a_sum_is_read_however_far_down_its_text_it_stands() -> None:
    """Four hundred characters before it, or as many equal signs, make no difference."""
    before = "A long walk led us there and back again. " * 20
    wrong = "In all it was 12 + 9 = 22 miles."
    message = "Text says “22”; 12 + 9 comes to 21"
    assert said(before + wrong) == [message]
    assert said(f"{before} With a = 4, b = 5 and c = 6. {before}{wrong}") == [message]
    assert said(before + wrong.replace("22", "21")) == []


@pytest.mark.parametrize(("one", "many"), [("1", 40), ("123456789012345", 25)])
def test_a_sum_that_is_too_long_to_be_read_is_left_alone(one: str, many: int) -> None:
    """Its last terms alone make something else."""
    assert said(f"In all {' + '.join([one] * many)} = {int(one) * many} miles.") == []
