"""What a text says of the order of the rows of the table beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_worked import told

from crossfoot.amounts import english
from crossfoot.amounts.nth import nth

WORDS = ("first", "second", "third", "fourth")
CLUBS = """| Town | Clubs |
|:--|--:|
| Ely | 48 |
| Ware | 73 |
| Diss | 61 |
| Bude | 22 |
"""
CLUBS_TOTAL = f"{CLUBS}| Total | 204 |\n"
TREES = """| Year | Trees |
|:--|--:|
| 2018 | 120 |
| 2019 | 150 |
| 2020 | 180 |
| 2021 | 90 |
"""
CLAIMS = [
    (
        CLUBS,
        "Diss has the {} largest number of clubs.",
        ("second", "third"),
        ("TAB05", "Text says “third”; “Diss” by “Clubs” is second"),
    ),
    (
        CLUBS,
        "Ely had the {} fewest clubs.",
        ("2nd", "3rd"),
        ("TAB05", "Text says “3rd”; “Ely” by “Clubs” is 2nd"),
    ),
    (
        CLUBS,
        "With 61 clubs, Diss came {} of the four towns.",
        ("second", "fourth"),
        ("TAB05", "Text says “fourth”; “Diss” by “Clubs” is second"),
    ),
    (
        CLUBS,
        "The largest number of clubs in a town is {}.",
        ("73", "37"),
        ("TAB05", "Text says “37”; the largest “Clubs” is 73"),
    ),
    (
        CLUBS,
        "The highest number of clubs in any one town was {}.",
        ("73", "61"),
        ("TAB05", "Text says “61”; the highest “Clubs” is 73"),
    ),
    (
        CLUBS,
        "The three largest towns have {} clubs between them.",
        ("182", "128"),
        (
            "TAB05",
            "Text says “128”; the three largest rows of the table add up to 182",
        ),
    ),
    (
        CLUBS_TOTAL,
        "The two largest towns together have {} of all clubs.",
        ("66%", "60%"),
        (
            "TAB05",
            "Text says “60%”; the two largest rows of the table, of all, is 66%",
        ),
    ),
    (
        CLUBS_TOTAL,
        "The two largest towns run {} of all clubs.",
        ("66%", "60%"),
        (
            "TAB05",
            "Text says “60%”; the two largest rows of the table, of all, is 66%",
        ),
    ),
    (
        TREES,
        "In the first three years {} trees were planted.",
        ("450", "540"),
        ("TAB05", "Text says “540”; the first three rows of the table add up to 450"),
    ),
    (
        TREES,
        "Over the last two years {} trees were planted.",
        ("270", "720"),
        ("TAB05", "Text says “720”; the last two rows of the table add up to 270"),
    ),
]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("table", "form", "numbers", "message"), CLAIMS)
def test_an_order_is_held_to_the_cells(
    table: str,
    form: str,
    numbers: tuple[str, str],
    message: tuple[str, str],
    after: bool,
) -> None:
    """The right number is not told of, and the wrong one with what the cells say."""
    right, wrong = (told(table, form.format(number), after=after) for number in numbers)
    assert (right, wrong) == ([], [message])


QUIET = [
    # A wider order, another measure, a town left out, a tie, a mean, other years.
    (CLUBS, "Diss has the third largest number of clubs in the county."),
    (CLUBS, "Diss is the third largest town."),
    (CLUBS, "After Ware, Diss has the largest number of clubs and the third pool."),
    (f"{CLUBS}| Hay | 61 |\n", "Diss has the third largest number of clubs."),
    (CLUBS, "The largest number of clubs in Kent is 37."),
    (CLUBS, "The three largest towns have 128 members between them."),
    (CLUBS, "The three largest towns have 52 clubs between them."),
    (TREES, "In the first three years an average of 540 trees were planted."),
    (TREES, "In the first three years 504 trees were planted in 2018 alone."),
    (TREES, "In the first three years 160 trees died."),
    (TREES, f"In the first {'9' * 40} years 540 trees were planted."),
    (TREES.replace("2021", "2025"), "In the last two years 720 trees were planted."),
]


@pytest.mark.parametrize(("table", "text"), QUIET)
def test_an_order_of_something_else_is_left_alone(table: str, text: str) -> None:
    """An order of more than the table shows, or by something else, is not told of."""
    assert told(table, text) == []


def test_a_row_that_two_others_make_by_chance_has_its_place() -> None:
    """A row may be a sum of those above it, or one like them."""
    rows = "| Ash | 10 |\n| Birch | 11 |\n| Cole | 12 |\n| Dean | 23 |\n"
    table = f"| Town | Clubs |\n|:--|--:|\n{rows}"
    assert told(table, "Ash has the 4th largest number of clubs.") == []
    assert told(table, "Ash has the 2nd largest number of clubs.") != []


@given(st.lists(st.integers(10, 9999), min_size=4, max_size=9, unique=True), st.data())
def test_the_right_place_is_never_told_of(
    values: list[int], data: st.DataObject
) -> None:
    """A row's own place is right whatever its cells are, from either end."""
    rows = "".join(f"| Town{chr(65 + at)} | {one} |\n" for at, one in enumerate(values))
    table = f"| Town | Clubs |\n|:--|--:|\n{rows}"
    at = data.draw(st.integers(0, len(values) - 1))
    place = 1 + sum(one > values[at] for one in values)
    text = f"Town{chr(65 + at)} has the {nth('1', place)} largest number of clubs."
    assert told(table, text) == []


def test_a_row_that_may_be_a_subtotal_is_counted_as_well() -> None:
    """Where 23 is 11 and 12 by chance, the town of 10 clubs is the fourth."""
    counts = {"Ely": 10, "Ware": 11, "Diss": 12, "Bude": 23}
    rows = "".join(f"| {town} | {count} |\n" for town, count in counts.items())
    table = f"| Town | Clubs |\n|:--|--:|\n{rows}"
    wrong = [told(table, f"Ely has the {n} largest number of clubs.") for n in WORDS]
    assert [found == [] for found in wrong] == [False, False, False, True]


def test_a_place_is_written_as_another_is() -> None:
    """Words stay words, digits stay digits, and the teens have their own ending."""
    made = [nth("first", 2), nth("Third", 4), nth("1st", 22), nth("2nd", 12)]
    assert made == ["second", "Fourth", "22nd", "12th"]
    assert nth("first", 25) == "25th"
    assert english.ORDINALS["twelfth"] == 12
