"""One statement made twice, in other words and with another number."""

import re
from dataclasses import replace

import pytest
from reading import chapter, known, quantity

from crossfoot.numbers import Known, chapter_part, checks_of, report
from crossfoot.numbers.across import restated
from crossfoot.numbers.across.suggest import Number


def told(*texts: str, against: Known | None = None) -> list[tuple[str, str]]:
    """Return code and message of what is found in chapters, but what is unbound."""
    against = against or known()
    parts = [
        chapter_part(replace(chapter(text), file=f"sources/{at:02}.md"), against)
        for at, text in enumerate(texts, 1)
    ]
    every = report(parts, [], against, checks_of(None), [])[1]
    return [(one.code, one.message) for one in every if one.code != "NUM05"]


def pair(one: str, other: str, *, heads: tuple[str, str] = ("One", "Two")) -> list[str]:
    """Return the messages on two chapters of a sentence each."""
    texts = [
        f"# {head}\n\n{text}\n" for head, text in zip(heads, (one, other), strict=True)
    ]
    return [message for _, message in told(*texts)]


QUOTED = re.compile("“([^”]+)”")
SLIPS = [
    (
        "A further £230m is requested for roads.",
        "For roads, a further £203m is requested this year.",
        "“£203m” here; “£230m” in sources/01.md:3",
    ),
    (
        "The trust has 85 members.",
        "At the end of the year there were 58 members in the trust.",
        "“58 members” here; “85 members” in sources/01.md:3",
    ),
    (
        "26% of schools met the standard.",
        "In 2025, 62% of schools met the standard.",
        "“62%” here; “26%” in sources/01.md:3",
    ),
    (
        "The bridge cost £21 million to build.",
        "Building the bridge cost £12m.",
        "“£12m” here; “£21 million” in sources/01.md:3",
    ),
    (
        "The city recycled 43,100 tonnes of waste.",
        "In all, 41,300 tonnes of waste were recycled by the city.",
        "“41,300 tonnes” here; “43,100 tonnes” in sources/01.md:3",
    ),
    (
        "We studied 384 patients in nine clinics.",
        "The sample had 348 patients from nine clinics.",
        "“348 patients” here; “384 patients” in sources/01.md:3",
    ),
    (
        "The council spent £7.4m on adult social care, more than on any other service.",
        "Spending on adult social care came to £4.7m.",
        "“£4.7m” here; “£7.4m” in sources/01.md:3",
    ),
    (
        "The vacancy rate for nurses was 8.9%.",
        "Nurses had a vacancy rate of 9.8%.",
        "“9.8%” here; “8.9%” in sources/01.md:3",
    ),
]


@pytest.mark.parametrize(("one", "other", "message"), SLIPS)
def test_a_statement_in_other_words_has_the_same_number(
    one: str, other: str, message: str
) -> None:
    """A slip of the keys apart, in statements that say the same, is told once."""
    assert pair(one, other) == [message]
    right, wrong = (one.split(maxsplit=1)[0] for one in QUOTED.findall(message))
    assert pair(one.replace(wrong, right), other) == []


ALIKE = [
    ("In 2023, 412 pupils took the test.", "In 2024, 421 pupils took the test."),
    ("412 pupils took the test.", "Last spring 421 pupils took the test."),
    ("412 pupils took the test.", "421 pupils in Leeds took the test."),
    ("412 pupils took the test.", "421 teachers took the test."),
    ("412 pupils took the test.", "Nearly 500 pupils took the test."),
    ("412 pupils took the test.", "A further 421 pupils took the test."),
    ("412 pupils took the test.", "417 boats crossed the bay."),
    ("The north had 41 pupils.", "The south had 14 pupils."),
    ("The plan has 88 steps.", "The plan has 80 steps."),
    ("Version 2.1 has 412 rules.", "Version 2.2 has 421 rules."),
    ("Net spending was £412m.", "Gross spending was £421m."),
    ("The clinic saw 412 people daily.", "The clinic saw 421 people weekly."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_other_times_places_and_measures_have_their_own_numbers(
    one: str, other: str
) -> None:
    """Nothing is told where each of two statements has a word of its own."""
    assert pair(one, other) == []
    assert pair(other, one) == []


def test_two_cases_under_one_heading_are_two_cases() -> None:
    """Items of one list say the same of several things."""
    days = "# One\n\n- Monday: 412 visitors\n- Tuesday: 421 visitors\n"
    assert told(days) == []
    assert told(days.replace("421", "414")) == []


def test_a_note_says_what_its_text_says() -> None:
    """A note under the heading of its text has the same number, or is told of."""
    text = (
        "# A\n\nWe sent the survey to 312 schools.[^a]\n\n[^a]: The survey was sent to "
    )
    wrong = [("NUM10", "“321 schools” here; “312 schools” in sources/01.md:3")]
    found = [
        told(f"{text}{many} schools, of which nine closed.") for many in (312, 321)
    ]
    assert found == [[], wrong]


def test_a_form_that_is_filled_in_more_often_is_no_statement() -> None:
    """Three towns with three numbers are three towns."""
    texts = [
        f"# Town {at}\n\nThe town has {n} shops.\n"
        for at, n in enumerate((412, 421, 377))
    ]
    assert told(*texts) == []


def test_what_stands_beside_both_is_no_other_case() -> None:
    """The 60 stops of a third sentence are those that stand beside each length."""
    texts = (
        "# One\n\nThat is all: 60 stops, 342 lines.\n\nOf the 60 stops few end lines.\n",
        "# Two\n\nIt fits on a page (60 stops, 341 lines) and is drawn by hand.\n",
    )
    assert told(*texts) == [
        ("NUM10", "“341 lines” here; “342 lines” in sources/01.md:3")
    ]
    assert told(texts[0], texts[1].replace("341", "342")) == []


def test_numbers_that_are_bound_agree_with_their_data() -> None:
    """What two chapters take from the data differs by what the data say."""
    against = known(quantity("a", "412"), quantity("b", "421"))
    texts = [
        "# One\n\n[412]{value=a} pupils took the test.\n",
        "# Two\n\n[421]{value=b} pupils took the test.\n",
    ]
    assert told(*texts, against=against) == []


SUMMED = [
    (
        "Libraries opened on Sundays, and 36% of schools have no library at all.",
        "Of all schools, 38% have no library.",
        "“38%” here; “36%” in sources/01.md:3",
    ),
    (
        "The council built 450 affordable homes.",
        "During the year 480 affordable homes were built by the council.",
        "“480 affordable homes” here; “450 affordable homes” in sources/01.md:3",
    ),
    (
        "We found that 36% of schools have no library.",
        "Of all schools, 38% have no library.",
        "“38%” here; “36%” in sources/01.md:3",
    ),
    (
        "The trust ended the year with a deficit of £3.1m.",
        "The trust had a deficit of £3.4m at the end of the year.",
        "“£3.4m” here; “£3.1m” in sources/01.md:3",
    ),
]


@pytest.mark.parametrize(("one", "other", "message"), SUMMED)
def test_a_summary_says_what_the_chapter_says(
    one: str, other: str, message: str
) -> None:
    """There a number that is a little off is out of date, and no slip of the keys."""
    assert pair(one, other, heads=("Key findings", "Two")) == [message]


NOT_SUMMED = [
    (
        "The state resurfaced 2,164 lane miles, beating the plan by 14.",
        "We plan to resurface 2,200 lane miles, 36 more than this year.",
    ),
    (
        "It cut the number of bridges in poor condition by 42, to 349.",
        "We plan to bring the number of bridges in poor condition below 320.",
    ),
    ("The council built 450 homes.", "The council plans 480 homes."),
    (
        "The council built about 450 affordable homes.",
        "The council built 454 affordable homes.",
    ),
    (
        "The council built 450 affordable homes.",
        "The council built 120 affordable homes.",
    ),
    (
        "The council built 450 homes for 120 families.",
        "The council built 450 homes for 118 pupils.",
    ),
]


@pytest.mark.parametrize(("one", "other"), NOT_SUMMED)
def test_a_summary_may_speak_of_something_else(one: str, other: str) -> None:
    """Other things, other places, rounded numbers and far ones say nothing."""
    assert pair(one, other, heads=("Summary", "Two")) == []


def test_a_summary_is_held_to_the_only_sentence_that_it_sums_up() -> None:
    """Of two chapters with two numbers nobody knows which is meant."""
    texts = (
        "# Summary\n\nThe council built 450 affordable homes.\n",
        "# Two\n\nThe council built 480 affordable homes.\n",
        "# Three\n\nThe council built 470 affordable homes.\n",
    )
    assert told(*texts) == []


def test_a_form_of_many_sentences_is_not_looked_through_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first few sentences tell that it is one, for each pair of its numbers."""
    asked = 0
    statement = restated.statement

    def counted(number: Number) -> restated.Statement:
        nonlocal asked
        asked += 1
        return statement(number)

    monkeypatch.setattr(restated, "statement", counted)
    many = 300
    texts = [
        f"# Town {at}\n\nThe market of the town had {4000 + 7 * at} visitors.\n"
        for at in range(many)
    ]
    assert told(*texts) == []
    assert 0 < asked <= 2 * many
