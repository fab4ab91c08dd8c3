"""Words as typed and as shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.read.strings import fold, same, spelled, unescape


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain", "plain"),
        ("It's", "It’s"),
        ("a---b--c...", "a—b–c…"),
        ("----", "—-"),
        (r"\$5", "$5"),
        (r"\\", "\\"),
        (r"a\ b", "a\u00a0b"),
        ("e.g. this", "e.g.\u00a0this"),
        ("&amp;&#8211;&#x20ac;", "&–€"),
        ("&nosuch;", "&nosuch;"),
        ("[ ]", "☐"),
        ("[X]", "☒"),
        ("\\u00e9", "\\u00e9"),
    ],
)
def test_a_word_as_typed_is_the_word_as_shown(typed: str, shown: str) -> None:
    """What is typed unescapes to what is shown, and is matched to its end."""
    assert unescape(typed) == fold(shown)
    assert same(typed, shown)
    assert spelled(f"({typed} x", 1, shown) == 1 + len(typed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("its", "it’s"), ("a-b", "a–b"), ("&lt;", "&amp;"), (r"\*", "**"), ("ab", "abc")],
)
def test_other_words_are_not_the_same(typed: str, shown: str) -> None:
    """A word that is typed otherwise matches nowhere."""
    assert not same(typed, shown)
    assert spelled(typed, 0, shown) == -1


def test_a_number_may_stand_for_an_example() -> None:
    """`(@good)` is passed for “(12)”, though it does not say so."""
    assert spelled("(@good) x", 0, "(12)") == 7
    assert not same("(@good)", "(12)")


def test_leading_spaces_of_a_line_are_one_each() -> None:
    """In a line block each space is shown; after an abbreviation all are one."""
    assert spelled("  two", 0, "\u00a0\u00a0two") == 5
    assert spelled("e.g.   two", 0, "e.g.\u00a0two") == 10


def test_a_line_s_end_before_a_bracket_is_dropped() -> None:
    """Pandoc joins a closing bracket to the line before."""
    assert spelled("x\n> ]", 0, "x]") == 5
    assert same("x\n> ]", "x]")


@given(st.text(max_size=20))
def test_any_text_is_the_same_as_itself(text: str) -> None:
    """What is typed as it is shown is matched as a whole, unless it is escaped."""
    assert same(text, text)
    if text and not set(text) & set("\\&\u00a0") and "\n" not in text:
        assert spelled(text, 0, text) == len(text)
