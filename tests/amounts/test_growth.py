"""No text makes the grammar slow: work grows in line with length, counted in calls."""

from functools import partial

import pytest
from calls import calls as count
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossfoot.amounts.scan import scan, scanned

TOKENS = (
    *(
        "1",
        "12 ",
        "1,234 ",
        ".5",
        "1-",
        "1/",
        "1–2 ",
        "1:",
        "(1) ",
        "£1m ",
        "£",
        "½",
        "5% ",
    ),
    *("one ", "one-", "a hundred and ", "half ", "a third ", "in ", "to ", "or more "),
    *(
        "over ",
        "between ",
        "a further ",
        "March ",
        "2020 ",
        "2019/20 ",
        "1 May ",
        "9am ",
    ),
    *("Table 3 ", "Chapters 5, ", "stage 2 ", "COVID-", "A-", "a-b-", "ISO ", "#", "@"),
    *(
        "https://",
        "10.1234/",
        "^1",
        "[1]",
        "1)",
        "§ ",
        "020 7946 ",
        "1 128 ",
        "\u2009000",
        "\t",
    ),
)
SIZE = 600
"""Characters of the shorter text: more than any pattern or window looks over."""


def calls(text: str) -> int:
    """Count the calls of functions that scanning a text takes."""
    scanned.cache_clear()
    return count(partial(scan, text))


@pytest.mark.parametrize("token", TOKENS)
def test_twice_a_run_takes_twice_the_work(token: str) -> None:
    """A run of any token that is twice as long takes at most 2.2 times the calls."""
    text = token * (SIZE // len(token))
    assert calls(text * 2) <= 2.2 * calls(text) + 50


@example(["@", "1", "£", "1"])
@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), min_size=2, max_size=12))
def test_each_part_of_a_mixture_takes_the_same_work(few: list[str]) -> None:
    """A mixture of tokens said twice more adds no more calls than the time before."""
    # What begins a text may be taken whole, as a long address is: it is left out. Where
    # one ends depends on the length, so that every other time takes less.
    text = "".join(few)
    text *= SIZE // len(text) + 1
    calls(text)  # What is made once, such as patterns, is made before the count.
    once, thrice, five_times = (calls(text * times) for times in (1, 3, 5))
    assert five_times - thrice <= 1.2 * (thrice - once) + 50
