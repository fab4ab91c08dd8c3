"""Shares, averages and multiples in words: what holds, and what is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import known, part

NOTHING = known()

TOLD = {
    "Only 10 of every 36 seeds (37%) came up.": ("Text says “37%”; 10 of 36 is 28%"),
    "Only one seed out of every 36, or 2% of them, came up.": (
        "Text says “2%”; one of 36 is 2.8%"
    ),
    "Of the 250 replies, 175 (72%) agreed and 75 (30%) did not.": (
        "Text says “72%”; 175 of 250 is 70%"
    ),
    "Of the 250 replies, 72% (175) agreed and 30% (75) did not.": (
        "Text says “72%”; 175 of 250 is 70%"
    ),
    "We saw 72% of the 250 replies (175).": "Text says “72%”; 175 of 250 is 70%",
    "Some said that 175 of 250 replies agreed, or 72%.": (
        "Text says “72%”; 175 of 250 is 70%"
    ),
    "We saw that of the 250 replies to it, 175 agreed with most, or 72%.": (
        "Text says “72%”; 175 of 250 is 70%"
    ),
    "In all, 175 of 250 agreed. That is 72%.": "Text says “72%”; 175 of 250 is 70%",
    "Of the 250 asked, 175 agreed. That is 72%.": "Text says “72%”; 175 of 250 is 70%",
    "More than half of the replies (24 of 50) agreed.": (
        "Text says “More than half”; 24 of 50 is 48%"
    ),
    "A third of replies (12 of 30) agreed.": "Text says “A third”; 12 of 30 is 40%",
    "Visits more than doubled from 40 to 75.": (
        "Text says “75”; “more than doubled” from 40 is 80"
    ),
    "Visits halved from 40 to 28.": "Text says “28”; “halved” from 40 is 20",
    "We met 120 people, twice the 40 of last year.": (
        "Text says “120”; “twice” from 40 is 80"
    ),
    "We spent £48,000 on 120 homes, an average of £410 each.": (
        "Text says “£410”; £48,000 by 120 is £400 each"
    ),
    "The 120 homes got £48,000, an average of £410 per home.": (
        "Text says “£410”; £48,000 by 120 is £400 each"
    ),
    "Visits rose 30% to 50 from 40.": ("Text says “30%”; 40 to 50 is a change of 25%"),
    "Visits rose from 40 to 50, a 20% increase.": (
        "Text says “20%”; 40 to 50 is a change of 25%"
    ),
    "Of the 120 people, 70 came by bus and the remaining 40 walked.": (
        "Text says “40”; 120 less the others leaves 50"
    ),
    "There were 12 sites. Of these, 7 are open and the other 4 are shut.": (
        "Text says “4”; 12 less the others leaves 5"
    ),
    "We had 191 replies. Of these, 7 (3.6%) came too late.": (
        "Text says “3.6%”; 7 of 191 is 3.7%"
    ),
    "We had 250 replies. Of these, 175 (70%) agreed and 70 (30%) did not.": (
        "Text says “30%”; 70 of 250 is 28%"
    ),
}


@pytest.mark.parametrize(("text", "message"), TOLD.items())
def test_numbers_that_deny_each_other_are_told(text: str, message: str) -> None:
    """One warning stands on the number that the others make."""
    found = part(text, NOTHING).findings
    assert [(one.code, one.level, one.message) for one in found] == [
        ("TAB05", "warning", message)
    ]


HOLDS = (
    "Only one seed out of every 36, or 3% of them, came up.",
    "Of the 250 replies, 175 (70%) agreed and 75 (30%) did not.",
    "We saw 70% of the 250 replies (175).",
    "We saw that of the 250 replies to it, 175 agreed with most, or 70%.",
    "In all, 175 of 250 agreed. That is 70%.",
    "More than half of the replies (26 of 50) agreed.",
    "A third of replies (10 of 30) agreed.",
    "Visits more than doubled from 40 to 85.",
    "Visits nearly doubled from 40 to 76.",
    "Visits doubled from 40 to 82.",
    "We met 80 people, twice the 40 of last year.",
    "We spent £48,000 on 120 homes, an average of £400 each.",
    "Visits rose 25% to 50 from 40.",
    "Visits rose from 40 to 50 (a 25% increase).",
    "Of the 120 people, 70 came by bus and the remaining 50 walked.",
    "There were 12 sites. Of these, 7 are open and the other 5 are shut.",
    "We had 191 replies. Of these, 7 (3.7%) came too late.",
)


@pytest.mark.parametrize("text", HOLDS)
def test_numbers_that_agree_are_proved(text: str) -> None:
    """They back each other, and nothing is said."""
    found = part(text, NOTHING)
    assert found.findings == []
    assert "footed" in {one["state"] for one in found.numbers}


OTHER = (
    "It draws the town in one map (60 streets, 341 houses).",
    "Ten of 36 came, or 70% of those asked by hand came late.",
    "Of the 250 replies, 175 agreed, and of those 50 (29%) wrote more.",
    "We spent £48,000 on 120 homes, an average of £410 per month.",
    "We spent £48,000 on 120 homes in 3 years, an average of £410 each.",
    "Costs doubled from £40m to £300m, with inflation and new sites.",
    "There were 12 sites. Of these, 7 are open.",
    "We had 191 replies. Of these, 7 (2%) and 12 (4%) are of other years.",
    "We asked 191 of them. Later 7 (3.6%) wrote again.",
    "Of the 120 people, 70 came by bus and the remaining 10 of the staff walked.",
    "Visits rose from 40 to 50, a 5% increase a year.",
    "In 2019, 40 of 60 agreed. That is 3% of all.",
)


@pytest.mark.parametrize("text", OTHER)
def test_what_may_mean_something_else_is_left_alone(text: str) -> None:
    """Parts of parts, periods, and numbers far apart are no claims."""
    assert part(text, NOTHING).findings == []


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 900), st.data())
def test_a_share_as_rounded_always_holds(whole: int, data: st.DataObject) -> None:
    """Whatever the part, its percentage to one place agrees with it."""
    some = data.draw(st.integers(1, whole))
    share = f"{100 * some / whole:.1f}"
    text = f"Of the {whole} people, {some} ({share}%) came by bus."
    assert part(text, NOTHING).findings == []
