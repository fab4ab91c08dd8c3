"""Enumerations: what a sentence names after a number, and what is left alone."""

import pytest
from reading import known, part

NOTHING = known()


def listed(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in part(text, NOTHING).findings]


TOLD = {
    "Make three files called `a`, `b`, `c`, and `d`.": ("three", 4),
    "Draw up three tables, call them `one` and `two`, from it.": ("three", 2),
    "It holds two files, `a`, `b`, and `c`, each of which is short.": ("two", 3),
    "We sent the four keys `a`, `b` and `c` to each of them.": ("four", 3),
    "They live in four towns called Hove, Rye and Lewes.": ("four", 3),
    "It was made by two authors (Ann, Bob and Kim).": ("two", 3),
    "We speak five tongues: Ido (new), Volapuk (old) and Novial (odd).": ("five", 3),
    "It left out five old keys (`a`, `b`, `c`, `d`) while it was on.": ("five", 4),
}


@pytest.mark.parametrize(("text", "found"), TOLD.items())
def test_names_right_after_a_number_are_counted(
    text: str, found: tuple[str, int]
) -> None:
    """Code after its noun, what things are called, and names with a capital."""
    said = f"Text says “{found[0]}”; {found[1]} are named after it"
    assert listed(text) == [("TAB07", said)]


@pytest.mark.parametrize(
    "text",
    [
        "Make four files called `a`, `b`, `c`, and `d`.",
        "It was made by three authors (Ann, Bob and Kim).",
        "We sent four keys, `a` and `b` among them.",
        "It has six pens, three books, `a`, and `b`.",
        "It left out four keys (`a`, `b`, `c`, `d`) while it was on.",
        "It left out nine keys (`a`, `b`, `c`) while it was on.",
        "It left out four keys (`a`, `b`, `c`, for one).",
        "It left out the other four keys (`a`, `b`, `c`).",
        "We sent the other four keys, `a` and `b`.",
        "We sent three keys, `a` and `b` or `c`.",
        "We sent three keys, `a` and `b`, and the one of last year.",
        "We sent four keys: `a` and `b` are old, and `c` and `d` are new.",
        "It has five columns, `a` and `b` to `d`.",
        "We sent them in four weeks, `a` and `b`.",
        "It has three vans (Red and white, Blue and green).",
        "We speak three tongues: Ido (new), Volapuk (old, but odd) and Novial (odd).",
    ],
)
def test_names_that_may_not_be_all_are_left_alone(text: str) -> None:
    """Examples, choices, ranges and the rest of a sentence are not counted."""
    assert listed(text) == []
