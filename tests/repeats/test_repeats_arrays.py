"""Arrays: numbers as text, and which of them differ."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.repeats.arrays import distinct, kinds, packed, unpacked

SIZES = (0xFF, 0xFFFF, 0xFFFF_FFFF)
NUMBERS = st.sampled_from(SIZES).flatmap(lambda most: st.lists(st.integers(0, most)))


@given(NUMBERS)
def test_numbers_come_back_from_text(numbers: list[int]) -> None:
    """Numbers of any width, and none at all, are what they were."""
    assert unpacked(packed(np.array(numbers, np.int64))).tolist() == numbers


def test_small_numbers_take_little_text() -> None:
    """As few bytes are told as the greatest number needs."""
    numbers = np.array([0, 1, 2], np.int64)
    shifts = (0, 8, 16)
    assert [packed(numbers << shift)[0] for shift in shifts] == ["1", "2", "4"]


@given(st.lists(st.integers(0, 50)))
def test_numbers_are_told_apart(numbers: list[int]) -> None:
    """Each different number is named once, in order, and found at its place."""
    given = np.array(numbers, np.int32)
    found, places = kinds(given)
    assert found.tolist() == distinct(given).tolist() == sorted(set(numbers))
    assert found[places].tolist() == numbers
