"""How long a text says it is from one date to another."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import known, part

NOTHING = known()


def told(text: str) -> list[tuple[str, str]]:
    """Return what is told of a text."""
    found = part(f"# A\n\n{text}\n", NOTHING).findings
    return [(one.code, one.message) for one in found]


CLAIMS = [
    (
        "The survey ran for {} days, from 1 March 2024 to 31 March 2024.",
        ("31", "41"),
        "“41”; the number of days from 1 March 2024 to 31 March 2024 is 31",
    ),
    (
        "It was open for {} days, from 3 to 14 July 2024.",
        ("12", "15"),
        "“15”; the number of days from 3 to 14 July 2024 is 12",
    ),
    (
        "We held a {}-week consultation (3 June to 14 July 2024).",
        ("six", "five"),
        "“five”; the number of weeks from 3 June to 14 July 2024 is six",
    ),
    (
        "The trial lasted {} months, from January 2022 to the end of June 2023.",
        ("18", "16"),
        ("“16”; the number of months from January 2022 to the end of June 2023 is 18"),
    ),
    (
        "From May 1, 2019 to April 30, 2021, a period of {} years, it stood empty.",
        ("two", "three"),
        "“three”; the number of years from May 1, 2019 to April 30, 2021 is two",
    ),
    (
        "Set up in 2008, the trust closed in 2020 after {} years.",
        ("12", "21"),
        "“21”; the number of years from 2008 to 2020 is 12",
    ),
    (
        "The strike began on 2 April 2019 and ended on 15 April 2019, so it lasted {} days.",
        ("14", "16"),
        "“16”; the number of days from 2 April 2019 to 15 April 2019 is 14",
    ),
    (
        "Numbers rose in all {} seasons from 2019/20 to 2023/24.",
        ("five", "four"),
        "“four”; the number of years from 2019 to 2023 is five",
    ),
    (
        "Born in March 1960, she became director in June 1994 at the age of {}.",
        ("34", "43"),
        "“43”; the age from March 1960 to June 1994 is 34",
    ),
]


@pytest.mark.parametrize(("form", "numbers", "message"), CLAIMS)
def test_a_length_is_held_to_its_two_dates(
    form: str, numbers: tuple[str, str], message: str
) -> None:
    """The right length is not told of, and the wrong one with what the dates make."""
    right, wrong = (told(form.format(number)) for number in numbers)
    assert (right, wrong) == ([], [("TAB05", f"Text says {message}")])


@pytest.mark.parametrize(
    "text",
    [
        # Both ends or one, a part of a month, breaks, some of the days, no such day.
        "The survey ran for 30 days, from 1 March 2024 to 31 March 2024.",
        "The trial lasted 17 months, from January 2022 to June 2023.",
        "Set up in 2008, the trust closed in 2020 after 11 years.",
        "A ten-week course (2 February to 30 April 2024) followed.",
        "We spent two days a week from 1 March 2024 to 31 March 2024 there.",
        "They met for three days between 1 March and 31 March 2024.",
        "It was open for 5 days, from 30 February 2024 to 2 March 2024.",
        "It was open for 75 days, from 1 March 2024 to 31 March 2024.",
        "The lease ran for three years, from 31 May 2024 to 1 May 2019.",
        "Between 2008 and 2020 it moved after 21 years.",
        "Numbers rose in four seasons from 2019/20 to 2023/24.",
        "Born in March 1960, she left in 1994 for a house of 43 rooms.",
        f"It ran for {'9' * 40} days, from 1 March 2024 to 31 March 2024.",
    ],
)
def test_what_may_mean_another_time_is_left_alone(text: str) -> None:
    """A length that may be part of the range, or of something else, is not told of."""
    assert told(text) == []


DAYS = st.dates(date(1900, 1, 1), date(2090, 1, 1))


@given(DAYS, st.integers(2, 900), st.booleans())
def test_the_days_between_two_dates_are_never_told_of(
    first: date, days: int, both: bool
) -> None:
    """The days from one date to another are right with one end counted, or both."""
    last = first + timedelta(days=days)
    start, end = (f"{one.day} {one:%B %Y}" for one in (first, last))
    assert told(f"It ran for {days + both} days, from {start} to {end}.") == []


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2023-10-24", "2023-10-26"),
        ("24 October 2023", "2 November 2023"),
        ("October 24, 2023", "January 2, 2024"),
    ],
)
def test_what_ends_before_it_starts_is_told(first: str, last: str) -> None:
    """Both dates are said in full; one of a meeting may be moved forward."""
    said = f"Text says “{first}”; it is before {last}"
    for form in ("It runs from {} until {} as planned.", "It ran ({} – {}) in all."):
        assert told(form.format(first, last)) == []
        assert told(form.format(last, first)) == [("TAB05", said)]
    assert told(f"It was moved from {last} to {first} by us.") == []
    row = f"| When | What |\n|--|--|\n| Soon | Pay (from {last} until **{first}**) |"
    assert told(row) == [("TAB05", said)]
