"""Marked words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.render.marked import marked
from crossfoot.render.passages import difference
from crossfoot.render.terminal import Style, columns

NUMBERS = " ".join(f"word{n}" for n in range(60))


def test_changes_stand_in_brackets_with_words_around_them() -> None:
    """Long equal stretches are left out, and so is the middle of a long change."""
    a = f"Start here. {NUMBERS} A further £203m is asked {NUMBERS} at last"
    b = f"Start there. {NUMBERS} A further £230m is asked at last"
    assert marked(difference(a, b), Style(60)) == (
        [
            "Start [-here-]{+there+}. word0 word1 word2 word3 word4 …",
            "word56 word57 word58 word59 A further [-£203m-]{+£230m+} is",
            "asked [-word0 word1 word2 word3 word4 word5 word6 word7",
            "word8 word9 word10 word11 … (36 words) … word48 word49",
            "word50 word51 word52 word53 word54 word55 word56 word57",
            "word58 word59-] at last",
        ],
        0,
    )


def test_lines_beyond_the_most_are_counted_not_shown() -> None:
    """A cut end is marked, and the changes after it are counted."""
    parts = difference("one two three four five", "1 two 3 four 5")
    assert marked(parts, Style(24), 1) == (["[-one-]{+1+} two …"], 2)
    assert marked(parts, Style(24), 9) == (
        ["[-one-]{+1+} two", "[-three-]{+3+} four", "[-five-]{+5+}"],
        0,
    )


def test_a_change_is_painted_as_one_on_each_line() -> None:
    """Colour starts and ends with the brackets, or with the line."""
    parts = difference("It was much worse, he said", "It was better, he said")
    assert marked(parts, Style(33, colour=True))[0] == [
        "It was \x1b[9;31m[-much worse-]\x1b[0m\x1b[4;32m{+better+}\x1b[0m,",
        "he said",
    ]
    assert marked(parts, Style(22, colour=True))[0] == [
        "It was \x1b[9;31m[-much\x1b[0m",
        "\x1b[9;31mworse-]\x1b[0m\x1b[4;32m{+better+}\x1b[0m, he",
        "said",
    ]


def test_a_word_that_only_one_side_has_keeps_its_spaces() -> None:
    """A word put in or taken out stands with a space on both sides."""
    told = [
        marked(difference(*pair), Style())[0]
        for pair in (
            ("a b", "a new b"),
            ("a old b", "a b"),
            ("a", "a\nb"),
            ("b", "a b"),
        )
    ]
    assert told == [["a {+new+} b"], ["a [-old-] b"], ["a {+b+}"], ["{+a+} b"]]


def test_control_characters_are_made_visible() -> None:
    """What authors wrote moves no cursor and turns no text around."""
    parts = difference("red \x1b[31m x", "red \u202eevil x")
    assert marked(parts, Style())[0] == ["red [-·[31m-]{+·evil+} x"]


TEXTS = st.text(alphabet="ab £3,.\n\t >漢", max_size=80)


@given(TEXTS, TEXTS, st.integers(10, 60))
def test_lines_keep_to_their_width(a: str, b: str, width: int) -> None:
    """A line is wider only where one word is, and colour changes no character."""
    parts = difference(a, b)
    plain, _ = marked(parts, Style(width))
    painted, _ = marked(parts, Style(width, colour=True))
    assert [re.sub(r"\x1b\[[\d;]*m", "", line) for line in painted] == plain
    assert all(columns(line) <= width or " " not in line for line in plain)
