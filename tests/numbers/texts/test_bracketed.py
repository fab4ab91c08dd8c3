"""Counts in brackets that the counts of their kinds, in brackets too, make up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import known, part

from crossfoot.amounts.scan import scan
from crossfoot.numbers.texts.bracketed import bracketed


def told(text: str) -> list[tuple[str, str]]:
    """Return code and message of what is found in a text."""
    found = part(f"# A\n\n{text}\n", known()).findings
    return [(one.code, one.message) for one in found]


TREES = (
    "A, needle trees (N = 100): firs (N = 60), spruces (N = 40); B, other trees"
    " (N = {}): oaks (N = 60), elms (N = 31) and limes (N = 17){} C, shrubs (N = 30):"
    " hazels (N = 20), sloes (N = 10)."
)
SAID = "Text says “{}”; 60 + 31 + 17 comes to 108"


@pytest.mark.parametrize("wrong", ["118", "180", "150", "80"])
def test_a_total_beside_two_that_hold_is_told(wrong: str) -> None:
    """The others show that all kinds are named, however far it is off."""
    assert told(TREES.format(108, ";")) == []
    assert told(TREES.format(wrong, ";")) == [("TAB05", SAID.format(wrong))]


@pytest.mark.parametrize("form", ["{}", "n = {}", "n={}"])
def test_one_that_stands_alone_is_told_when_its_kinds_are_more(form: str) -> None:
    """They may be some of all, and then they are fewer."""
    text = "There were trees ({}): oaks ({}), elms ({}) and limes ({})."
    for total, found in ((108, []), (150, []), (100, [("TAB05", SAID.format(100))])):
        counts = [form.format(one) for one in (total, 60, 31, 17)]
        assert told(text.format(*counts)) == found


@pytest.mark.parametrize(
    "text",
    [
        TREES.format(150, " and others;"),
        TREES.format(150, ", most of them old;"),
        TREES.format(150, ";").replace("(N = 20)", "(N = 2)"),
        TREES.format("over 80", ";"),
        "There were trees (98): oaks (60), elms (31) and limes, of 17 kinds (17).",
        "There were trees (2019): oaks (1990), elms (2001) and limes (2010).",
    ],
)
def test_what_may_be_some_of_all_is_left_alone(text: str) -> None:
    """Others may be meant, and years are no counts."""
    assert told(text) == []


@given(st.text("(n=1): ,;.a and", max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever the marks, claims have parts."""
    assert all(one.parts for one in bracketed(text, scan(text)))
