"""Number words, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.amounts import words


@given(st.integers(0, 10**15 - 1))
def test_a_number_in_words_reads_back(value: int) -> None:
    """Writing a whole number in words and reading it gives the number."""
    said = words.write(value).replace("-", " ").split()
    assert words.read(said) == (value, len(said))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "zero"),
        (21, "twenty-one"),
        (105, "one hundred and five"),
        (1_005, "one thousand and five"),
        (2_300_000, "two million three hundred thousand"),
        (-7, "minus seven"),
    ],
)
def test_words_are_british(value: int, said: str) -> None:
    """Tens take a hyphen, and `and` stands after hundreds."""
    assert words.write(value) == said


@pytest.mark.parametrize(
    ("said", "value", "used"),
    [
        ("a dozen eggs", 12, 2),
        ("two dozen", 24, 2),
        ("one hundred and they", 100, 2),
        ("three and four", 3, 1),
        ("twenty eleven", 20, 1),
        ("one million two hundred thousand and six", 1_200_006, 7),
    ],
)
def test_a_number_ends_where_its_grammar_does(said: str, value: int, used: int) -> None:
    """Words that cannot belong to the number are left for the next one."""
    assert words.read(said.split()) == (value, used)


def test_words_that_are_no_number_are_none() -> None:
    """A magnitude alone, or another word, is no number."""
    assert [words.read([word]) for word in ("million", "many", "and")] == [None] * 3
