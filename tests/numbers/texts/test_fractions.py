"""Fractions in words beside the two numbers that make them."""

import pytest
from reading import known, part

NOTHING = known()


def told(text: str) -> list[str]:
    """Return what is found in a text but what is unbound."""
    found = part(text, NOTHING).findings
    return [one.message for one in found if one.code == "TAB05"]


TOLD = [
    (
        "Text says “just over two thirds”; £8.1m of £10.5m is 77%",
        "Services made £8.1m of the £10.5m of savings in the plan, just over {}.",
        ("three quarters", "two thirds"),
    ),
    (
        "Text says “About three quarters”; 3.5 of 5.3 is 66%",
        "About {} of the rise in the group, 3.5 of 5.3 points, came early.",
        ("two thirds", "three quarters"),
    ),
    (
        "Text says “one quarter”; 532 to 352 is 34%",
        "Offices with a contract fell from 532 to 352, a drop of {}.",
        ("one third", "one quarter"),
    ),
]


@pytest.mark.parametrize(("message", "text", "words"), TOLD)
def test_a_fraction_is_told_that_its_numbers_deny(
    message: str, text: str, words: tuple[str, str]
) -> None:
    """A fraction in words is told where the numbers right beside it make another."""
    assert told(text.format(words[0])) == []
    assert told(text.format(words[1])) == [message]


LEFT = [
    # Roughly so.
    "The shop sold 31 of its 40 bikes, almost four fifths.",
    "Sales went from 90 to 120, a rise of a third.",
    # Of something else.
    "They sold 31 of the 40 bikes, and a quarter of the helmets.",
    "It fell from 40% to 30%, a drop of one tenth.",
    "It fell from 532 to 500, a drop of one third of what was feared.",
    # So far off that another thing is meant.
    "The shop sold 31 of its 40 bikes, half.",
]


@pytest.mark.parametrize("text", LEFT)
def test_a_fraction_of_something_else_is_let_be(text: str) -> None:
    """A fraction that may be of other numbers, or is so roughly, is no claim."""
    assert told(text) == []
