"""No text makes the checks of prose slow: work grows in line with length."""

import sys
from types import FrameType
from typing import Any

import pytest

from crossfoot.engines.memory import uncollected
from crossfoot.numbers.prose import claims_in, is_worth

TOKENS = (
    *(
        "5 km (5,000 m) ",
        "from 3 to 4, 1 more than ",
        "85 a, of whom 5 ",
        "5 (",
        "1 and ",
    ),
    *(
        "one in five (20%), ",
        "£1m for x, ",
        "3 of 4 (75%) and ",
        "12 a month, or 144 a year ",
    ),
    *("between 2001 and 2002, that is 1 year ", "half of the 6 (3) ", "7/20 (35%), "),
    *(
        "half ",
        "aa ",
        "an average of 5, ",
        "the other 5% ",
        "2 + 3 = 5, ",
        "three of us: a, b ",
    ),
)
TIMES = 150
"""How often the shorter text says it."""


def calls(text: str) -> int:
    """Count the calls of functions that the claims of a text take."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        del frame, argument
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    with uncollected():
        sys.setprofile(note)
        try:
            _ = is_worth(text) and list(claims_in(text))
        finally:
            sys.setprofile(before)
    return count


@pytest.mark.parametrize("token", TOKENS)
def test_claims_grow_in_line_with_a_text(token: str) -> None:
    """Four times as much of the same takes little more than four times the calls."""
    once, again = (calls(f"Of 9: {token * (TIMES * n)}(4 in all).") for n in (1, 4))
    assert again <= 5 * once
