"""Sums in prose and lists: what holds, what is told, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import known, part

from crossfoot.numbers.arithmetic import sums
from crossfoot.numbers.prose import is_worth, sentences

NOTHING = known()

TOLD = {
    "Text says “£108m”; £89m + £16m comes to £105m": "It costs £108m: £89m and £16m.",
    "Text says “36”; 20 + 15 comes to 35": "There were 36 people (20 women and 15 men).",
    "Text says “22”; 12 + 9 comes to 21": "We met 12 chairs and 9 clerks, a total of 22.",
    "Text says “22”; 9 + 12 + 11 - 11 comes to 21": "So 9 + 12 + 11 - 11 = 22 in all.",
    "Text says “3.6 %”; 7 of 191 is 3.7 %": "Only 7 of 191 (3.6 %) objected.",
    "Text says “59%”; 120 of 191 is 63%": "Then 59% (120 of 191) replied.",
    "Text says “69%”; “nearly two thirds” is 67%": "It is nearly two thirds (69%).",
    "Text says “48%”; “more than half” is 50%": "Those were more than half (48%).",
    "Text says “20%”; 40 to 50 is a change of 25%": (
        "Visits rose from 40 to 50, an increase of 20%."
    ),
    "Text says “£12m”; £40m to £50m is a change of £10m": (
        "Costs rose from £40m to £50m, a rise of £12m."
    ),
}


@pytest.mark.parametrize(("message", "text"), TOLD.items())
def test_a_sentence_that_its_own_numbers_deny_is_told(message: str, text: str) -> None:
    """One warning stands on the number that the others make."""
    found = part(text, NOTHING).findings
    assert [(one.code, one.level, one.message) for one in found] == [
        ("TAB05", "warning", message)
    ]


TRUE = (
    "The pressure is £108m: £89m and £19m.",
    "They hold £10.17m (49%) of £20.6m.",
    "Of the sites, 9 + 12 + 11 - 11 = 21 and 4 + 8 + 1 = 13.",
    "Only 7 of 191 (3.7 %) objected.",
    "It is nearly two thirds (63 %).",
    "A total of 36, of which 20 were women and 16 men.",
    "Visits rose from 40 to 50, an increase of 25%.",
    "They asked for £20m plus £30m, £50m in total.",
    "We met 12 chairs and 9 clerks, a total of 21.",
)


@pytest.mark.parametrize("text", TRUE)
def test_a_sentence_that_adds_up_is_footed(text: str) -> None:
    """Nothing is said, and the numbers that were compared are backed."""
    made = part(text, NOTHING)
    states = {one["state"] for one in made.numbers}
    assert made.findings == []
    assert "footed" in states


LEFT_ALONE = (
    "A total of 36, of which 20 were women and 25 students.",
    "There were 12 chapters: 3 on health and 4 on work.",
    "Of the 13 sites, 2 had rooms 11 and 12.",
    "Costs rose from £40m to £50m, an average increase of 3% a year.",
    "About £100m: about £60m and about £20m.",
    "The share fell from 40% to 30%, a fall of 10 percentage points.",
    "It was half (CI 45% to 55%).",
    "The 60 schools (12%) and 5 others took part in 2020.",
    "PR 102884 came after (PR 111946 merge + 1 week).",
    "In 2020 there were 12 schools and 5 nurseries, a total of 300 pupils.",
)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_sentence_that_may_mean_something_else_is_left_alone(text: str) -> None:
    """Overlaps, partial lists, averages, estimates and labels give no finding."""
    assert part(text, NOTHING).findings == []


def listed(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in part(text, NOTHING).findings]


def test_a_list_is_held_to_the_number_that_announces_it() -> None:
    """Three themes are three items; a list that goes on is left alone."""
    four = "We found three themes:\n\n- trust\n- time\n- money\n- place\n"
    three = four.replace("- place\n", "")
    split = "There are three reasons:\n\n- time\n- trust\n\nAnd then:\n\n- money\n"
    message = "Text says “three”; the list after it has 4 items"
    assert listed(four) == [("TAB07", message)]
    assert listed(three) == listed(split) == []
    assert listed(four.replace("three", "at least three")) == []
    assert listed(four.replace("three themes", "the next 12 months")) == []


def test_a_list_is_held_to_the_total_it_makes_up() -> None:
    """The total may stand before the list or at its end."""
    before = "The £500 is split as follows:\n\n- Pay: £300\n- Rent: £150\n- Food: £{}\n"
    after = "Costs:\n\n- Pay: £300\n- Rent: £150\n- Total: £{}\n"
    assert listed(before.format(50)) == listed(after.format(450)) == []
    assert listed(before.format(40)) == [
        ("TAB05", "Text says “£500”; the 3 items of the list add up to £490")
    ]
    assert listed(after.format(460)) == [
        ("TAB05", "Text says “£460”; the 2 items of the list add up to £450")
    ]


def test_a_list_that_adds_up_is_footed() -> None:
    """Its items and the total are backed."""
    text = "The £500 is split as follows:\n\n- Pay: £300\n- Rent: £200\n"
    assert {one["state"] for one in part(text, NOTHING).numbers} == {"footed"}


NUMBERS = st.lists(st.integers(1, 9999), min_size=2, max_size=8)


@given(NUMBERS, st.integers(-99, 99))
def test_arithmetic_of_whole_numbers_is_exact(values: list[int], shift: int) -> None:
    """A sum written out holds when it is right, and only then."""
    total = sum(values) + shift
    text = f"so {' + '.join(map(str, values))} = {total} in the end"
    found = [one.holds for one in sums(text)] if total >= 0 else []
    assert found == ([shift == 0] if total >= 0 else [])


@given(st.text("1 +-=%£.,()abc:", max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever the signs, sums are read or not, and sentences cover the text."""
    assert all(one.parts for one in sums(text))
    stretches = list(sentences(text))
    assert stretches[0][0] == 0
    assert stretches[-1][1] == len(text)
    assert isinstance(is_worth(text), bool)
