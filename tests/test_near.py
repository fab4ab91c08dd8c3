"""Names that are near each other, and those that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.findings import nearest
from crossfoot.near import is_near, slips

NEAR = [
    ("asks.csv", "ask.csv"),
    ("data/aks.csv", "data/asks.csv"),
    ("asks.csv", "data/asks.csv"),
    ("Asks.csv", "asks.csv"),
    ("map.jpg", "map.png"),
    ("asks.totl", "asks.total"),
    ("total", "asks.total"),
    ("recovery.asks", "asks.recovery"),
    ("tbl-waste", "tbl-watse"),
    ("fig-waste", "tbl-waste"),
    ("fig-x", "fig-xy"),
    ("chpater", "chapter"),
    ("organisation", "organization"),
    ("keyword", "keywords"),
]
FAR = [
    ("gone.csv", "lonecr.csv"),
    ("plan.csv", "plans.png"),
    ("tbl-a", "tbl-b"),
    ("sec-cost", "sec-coast-line"),
    ("asks.mean", "asks.share"),
    ("2019.csv", "2109-rates.csv"),
    ("launches 2025", "launches 2024"),
    ("2024", "2025"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_a_slip_or_the_same_words_are_near(one: str, other: str) -> None:
    """A letter, two letters swapped, a folder, an ending, a word more."""
    assert nearest(one, [other, "something-else"]) == other
    assert is_near(other, one)


@pytest.mark.parametrize(("one", "other"), FAR)
def test_names_of_other_things_are_not_offered(one: str, other: str) -> None:
    """Equal endings do not make names alike, nor does one letter of two."""
    assert nearest(one, [other]) == ""


def test_the_nearest_comes_first() -> None:
    """Of names that are near the one most like it is offered."""
    assert nearest("ask.csv", ["asked.csv", "asks.csv"]) == "asks.csv"


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_counted_alike_from_both_sides(one: str, other: str) -> None:
    """No letters differ in equal names, and at most all of them in others."""
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)
    assert slips(one, other) <= max(len(one), len(other))
