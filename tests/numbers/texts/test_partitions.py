"""Wholes and the parts that a text says they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import chapter, known

from crossfoot.numbers import chapter_part
from crossfoot.numbers.texts.partitions import partitions
from crossfoot.numbers.texts.sisters import sister_shares


def told(text: str) -> list[tuple[str, str]]:
    """Return message and way out of what is found in a paragraph."""
    part = chapter_part(chapter(f"# One\n\n{text}\n"), known())
    return [(one.message, one.help) for one in part.findings if one.code == "TAB05"]


PARTS = [
    (
        "The city spent £214.6m on it, of which £96.3m was aid and £118.3m its own money.",
        ("£118.3m", "£113.8m"),
        (
            "Text says “£113.8m”; £214.6m less £96.3m leaves £118.3m",
            "Correct one of them",
        ),
    ),
    (
        "The fleet has 3,184 vans. Of these 1,143 (36%) are new, 1,275 old and 766 lent.",
        ("1,275", "1,257"),
        (
            "Text says “1,257”; 3,184 less 1,143 and 766 leaves 1,275",
            "Correct one of them",
        ),
    ),
    (
        "Of the 317 people, 274 received one grant and 43 received two.",
        ("274", "247"),
        ("Text says “247”; 317 less 43 leaves 274", "Correct one of them"),
    ),
    # A list is of all parts; whether one of them or the whole slipped, nobody knows.
    (
        "Works of £108m are planned: £89m in services and £19m in buildings.",
        ("£19m", "£91m"),
        ("Text says “£108m”; £89m + £91m comes to £180m", "Correct one of them"),
    ),
    (
        (
            "We asked 1,500 people. Of these, 1,380 were glad, which is 92%. The other"
            " 120 were not sure."
        ),
        ("120", "210"),
        (
            "Text says “210”; 1,500 less 1,380 leaves 120",
            "Write 120, or correct what it is said with",
        ),
    ),
    # The last part is said to be what the others are not.
    (
        "Of 2,746 callers, 1,198 rang once within 30 days and 1,548 did not.",
        ("1,548", "1,458"),
        (
            "Text says “1,458”; 2,746 less 1,198 leaves 1,548",
            "Write 1,548, or correct what it is said with",
        ),
    ),
    # Weeks are no part, nor are some of a part.
    (
        (
            "Of the 4,253 cases, 3,417 were closed within 26 weeks and 836 took longer;"
            " 45 of those were complex."
        ),
        ("836", "863"),
        ("Text says “863”; 4,253 less 3,417 leaves 836", "Correct one of them"),
    ),
    # Three up to an `and` are likely all.
    (
        "Of the 127 patients, 54 went home, 46 to a ward and 27 to another town.",
        ("54", "45"),
        ("Text says “45”; 127 less 46 and 27 leaves 54", "Correct one of them"),
    ),
    (
        "The 470 prizes comprised 241 medals, 163 cups and 66 plates.",
        ("163", "136"),
        (
            "Text says “136”; 470 less 241 and 66 leaves 163",
            "Write 163, or correct what it is said with",
        ),
    ),
    # Two parts that stand apart.
    (
        "In all 2,214 people answered us, 1,630 online and 584 on paper.",
        ("2,214", "2,124"),
        ("Text says “2,124”; 1,630 + 584 comes to 2,214", "Correct one of them"),
    ),
    # Either of two slips may have been made.
    (
        (
            "They sent 26,541 letters, of which 25,980 (98%) came in time, 510 late and"
            " 51 not at all."
        ),
        ("25,980", "25,890"),
        (
            "Text says “26,541”; 25,890 + 510 + 51 comes to 26,451",
            "Correct one of them",
        ),
    ),
]


@pytest.mark.parametrize(("text", "slip", "said"), PARTS)
def test_a_slip_in_a_part_is_told(
    text: str, slip: tuple[str, str], said: tuple[str, str]
) -> None:
    """Parts that miss their whole by one slip of the keys are told of, where it is."""
    assert told(text) == []
    assert told(text.replace(*slip)) == [said]


LEFT = [
    # Some of all.
    "It spent £214.6m, of which £96.3m was aid and £13.8m was lent.",
    "Of the 3,184 vans, 1,143 are new and 766 are lent.",
    # One wrong figure is no sign where the parts may be some.
    "Of the 970 pairs, 670 stay within a town and 400 cross the river.",
    # A list of examples is not of all.
    "We saw 312 birds: 31 in Ash, 42 in Birch, 55 in Cole.",
    # Other things.
    "Of the 317 people, 274 had £43 and 34 had less.",
    "In words: of the twelve councils, nine replied and four did not.",
]


@pytest.mark.parametrize("text", LEFT)
def test_parts_that_may_be_some_of_all_are_let_be(text: str) -> None:
    """A text need not name every part of a whole."""
    assert [one for one in partitions(text) if not one.holds] == []


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6))
def test_parts_that_add_up_hold(parts: list[int]) -> None:
    """A whole with all its parts is proved, however many they are."""
    said = " and ".join(f"{one:,} in one" for one in parts[:-1])
    text = f"We saw {sum(parts):,} birds, of which {said}, and {parts[-1]:,} were lost."
    found = [*partitions(text)]
    assert all(one.holds for one in found)


LONG = "9" * 31


@pytest.mark.parametrize(
    "text",
    [
        f"We saw {LONG} birds, of which {LONG} flew and 5 did not.",
        "They saw 5 × 10^45 birds, of which 6,547 flew and 12 did not.",
        f"Of {LONG} birds {LONG[:-1]} (50.0%) flew and {LONG[2:]} (40.0%) did not.",
        f"Of 8 birds {LONG} (50.0%) flew and 0.{LONG} (40.0%) did not.",
    ],
)
def test_numbers_that_nobody_types_stop_nothing(text: str) -> None:
    """A number of thirty figures, or a step of as many places, has no slip."""
    assert [*partitions(text), *sister_shares(text)] == []
