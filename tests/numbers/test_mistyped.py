"""Mistyped: what one slip of the keys makes of a printed number."""

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.numbers.mistyped import (
    is_misprint,
    is_restated,
    slip_between,
    strength,
)

RUNS = st.from_regex(r"\A[1-9][0-9]{1,6}\Z")


def test_a_slip_is_one_figure_or_two_neighbours() -> None:
    """One wrong figure and two exchanged are slips, and nothing else is."""
    pairs = [("203", "230"), ("203", "263"), ("203", "302"), ("203", "2030")]
    found = [slip_between(*pair) for pair in pairs]
    assert found == ["exchange", "figure", "", ""]


def test_each_asker_has_its_own_measure() -> None:
    """Two statements differ by one, a cell is far off, and a print has a nought."""
    assert [is_restated("412", "413"), strength("412", "413")] == [True, 0]
    assert [is_restated("12", "15"), strength("120", "150")] == [False, 0]
    assert [is_restated("1.2", "2.1"), is_restated("12.5", "1235")] == [True, False]
    assert [is_misprint("1,200", "120"), is_misprint("5", "6")] == [True, False]
    assert [strength("46", "64"), strength("146", "164")] == [1, 2]


@given(RUNS, RUNS)
def test_a_slip_is_one_both_ways(one: str, other: str) -> None:
    """What parts two prints does so whichever comes first, and never one from itself."""
    assert slip_between(one, other) == slip_between(other, one)
    assert slip_between(one, one) == ""


@given(RUNS, st.integers(0, 5))
def test_neighbours_exchanged_are_found(one: str, at: int) -> None:
    """Two different figures that are exchanged are told as such, wherever they stand."""
    at %= len(one) - 1
    other = f"{one[:at]}{one[at + 1]}{one[at]}{one[at + 2 :]}"
    assert slip_between(one, other) == ("" if one == other else "exchange")
