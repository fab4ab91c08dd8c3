"""What is worth reading for claims: sought quickly, and never left out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.amounts import english_sums
from crossfoot.numbers.prose import CODED, CUES, NAMED, TWO_NUMBERS, is_worth

PIECES = (
    *english_sums.CALLED,
    *("the other five", "THE REMAINING two", "half", "a third", "in five", "twelve"),
    *("1", "23", "(4", "in total", "of which", "More", "together", "each", "from"),
    *(
        ":",
        "(",
        ")",
        ",",
        ".",
        " and ",
        " or ",
        "\ufffc",
        "\ufffc and \ufffc",
        "=",
        "–",
    ),
    *("things", "leeks", "kale", "First", "Second", "is", "the", " "),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_no_text_that_a_pattern_meets_is_left_out(text: str) -> None:
    """What is sought before a pattern is in every text that the pattern meets."""
    claims = bool(TWO_NUMBERS.search(text) and CUES.search(text))
    listed = bool(CODED.search(text) or ("First" in text and "Second" in text))
    named = bool("," in text and NAMED.search(text))
    assert is_worth(text) == (claims or listed or named)
