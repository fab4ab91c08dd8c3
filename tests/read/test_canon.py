"""A text as pandoc sees it, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.read.canon import canon


def test_tabs_and_carriage_returns_are_replaced() -> None:
    """A tab reaches to the next of every four columns; carriage returns vanish."""
    whole = canon("a\tb\r\n\tc\r")
    assert whole.text == "a   b\n    c"
    at = whole.text.index("b")
    assert (whole.start(at), whole.end(at + 1)) == (2, 3)
    at = whole.text.index("c")
    assert (whole.start(at), whole.end(at + 1)) == (6, 7)


def test_a_plain_text_is_left_alone() -> None:
    """Without tabs and carriage returns offsets are what they were."""
    whole = canon("a\nb")
    assert (whole.text, whole.start(2), whole.end(3)) == ("a\nb", 2, 3)


@given(st.text(alphabet="ab\t\r\n ", max_size=30))
def test_every_visible_character_finds_its_way_back(text: str) -> None:
    """Each letter's place in the canonical text leads to that letter."""
    whole = canon(text)
    assert "\t" not in whole.text
    letters = [at for at, char in enumerate(whole.text) if char in "ab"]
    back = [(whole.start(at), whole.end(at + 1)) for at in letters]
    assert back == [(at, at + 1) for at, char in enumerate(text) if char in "ab"]
