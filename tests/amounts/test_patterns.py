"""Patterns that are made of phrases."""

import re

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.amounts.patterns import any_of

PHRASE = st.text("ab Ac.", min_size=1, max_size=4)


@given(phrases=st.lists(PHRASE, min_size=1, max_size=8), text=st.text("aA bBc. ,"))
def test_the_longest_of_the_phrases_is_found(phrases: list[str], text: str) -> None:
    """Wherever phrases start in a text the longest is found, whatever their case."""
    longest = sorted(phrases, key=lambda one: (-len(one), one))
    flat = "|".join(re.escape(one).replace(r"\ ", r"\s{1,2}") for one in longest)
    for flags in (0, re.IGNORECASE):
        found = re.finditer(any_of(phrases), text, flags)
        expected = re.finditer(flat, text, flags)
        assert [one.span() for one in found] == [one.span() for one in expected]


def test_no_phrase_is_found_in_no_text() -> None:
    """A language that has no words of some sort finds nothing by them."""
    assert re.search(any_of(()), "any text at all") is None


def test_phrases_of_one_initial_stand_together() -> None:
    """The pattern asks once for an initial that several phrases have."""
    assert any_of(["in all", "in total", "overall"]) == (
        r"i(?:n\s{1,2}total|n\s{1,2}all)|overall"
    )
