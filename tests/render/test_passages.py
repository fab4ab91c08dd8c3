"""Passages and what differs between them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.places import Place, Text
from crossfoot.render import passages
from crossfoot.render.passages import (
    Part,
    around,
    clip,
    cut_out,
    difference,
    span_in,
    words,
)

Shape = list[str | tuple[str, str]]


def shape(a: str, b: str) -> Shape:
    """Return a difference: equal stretches as one text, changes as two."""
    return [part.a if part.same else (part.a, part.b) for part in difference(a, b)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", []),
        ("one", "", [("one", "")]),
        (
            "A further £203m is asked.",
            "A further £230m is asked.",
            ["A further ", ("£203m ", "£230m "), "is asked."],
        ),
        ("for £203m, and", "for £230m; and", ["for ", ("£203m, ", "£230m; "), "and"]),
        ("(for £203m), and", "(for £203m) and", ["(for £203m", ("), ", ") "), "and"]),
        ("far worse", "worse by far", [("", "worse by "), "far ", ("worse", "")]),
        ("one a two b", "1 a 2 b", [("one ", "1 "), "a ", ("two ", "2 "), "b"]),
        (
            "home early today at six by rail",
            "back late again at ten on foot",
            [("home early today at six by rail", "back late again at ten on foot")],
        ),
        ("a b", "ab", [("a b", "ab")]),
        (
            "[over £2bn]{value=asks.floor}, and",
            "[over £3bn]{value=asks.sum} and",
            [
                "[over ",
                ("£2bn]{value=asks.floor}, ", "£3bn]{value=asks.sum} "),
                "and",
            ],
        ),
        (
            "[£2bn]{value=asks.floor}, and",
            "[£3bn]{value=asks.floor}, and",
            ["[", ("£2bn", "£3bn"), "]{value=asks.floor}, and"],
        ),
        ("漢字は良い", "漢字が良い", ["漢字", ("は", "が"), "良い"]),
    ],
)
def test_a_difference_is_of_words(a: str, b: str, expected: Shape) -> None:
    """Punctuation stands apart, and an equal word among many changes tells nothing."""
    assert shape(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a wrapped line\nof words", "a wrapped  line of\twords"),
        ("one\r\ntwo\r\n\r\nthree", "one two\n\nthree"),
        ("a quote\nof two lines", "> a quote\n> of two lines"),
        ("a quote\n> > in a quote", "a quote in a quote"),
        ("caf\u00e9", "cafe\u0301"),
        ("a\u00a0b", " a b "),
    ],
)
def test_white_space_is_no_difference(a: str, b: str) -> None:
    """Wrap, line ends, tabs, marks of quotes and how an accent is coded are not shown."""
    assert [part.same for part in difference(a, b.removeprefix("> "))] == [True]


TEXTS = st.text(alphabet="ab £3,.(\n\t\r >é漢\u0301\u202e", max_size=60)


@given(TEXTS, TEXTS)
def test_both_sides_can_be_rebuilt(a: str, b: str) -> None:
    """The parts, joined, are the sides, and equal and changed ones take turns."""
    parts = difference(a, b)
    assert "".join(part.a for part in parts) == a
    assert "".join(part.b for part in parts) == b
    assert all(one.same != two.same for one, two in pairwise(parts))
    for part in parts:
        keys = [[passages._key(w) for w in words(side)] for side in (part.a, part.b)]
        plain = [[key for key in side if key] for side in keys]
        assert not part.same or plain[0] == plain[1]


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    """One part holds all of it."""
    assert difference(text, text) == ((Part(True, text, text),) if text else ())


@given(TEXTS, TEXTS)
def test_what_is_too_long_is_compared_in_pieces(a: str, b: str) -> None:
    """However few words are compared at a time, both sides can be rebuilt."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passages, "MANY", 3)
        parts = difference(a, b)
    assert "".join(part.a for part in parts) == a
    assert "".join(part.b for part in parts) == b


@given(TEXTS)
def test_words_are_the_text(text: str) -> None:
    """Cut into words, a text loses nothing."""
    assert "".join(words(text)) == text


def test_a_clipped_text_has_its_ends() -> None:
    """What is left out is counted; few words are not left out."""
    text = "one two three four five six seven\n"
    assert clip(text, 1, 1) == ("one", 5, "seven\n")
    assert clip(text, 0, 2) == ("", 5, "six seven\n")
    assert clip(text, 2, 0) == ("one two", 5, "")
    assert clip(text, 2, 2) == (text, 0, "")


def test_a_place_that_is_not_there_has_no_text() -> None:
    """A text that changed since it was read is not cut anywhere else."""
    text = Text("a.md", "one\ntwo\n")
    assert cut_out({"a.md": text}, Place("a.md", 1, 2, 2, 3)) == "ne\ntw"
    assert span_in(text, Place("a.md", 2, 1, 4, 1)) is None
    assert span_in(text, Place("a.md", 3, 9, 3, 12)) is None
    assert cut_out({"a.md": text}, Place("b.md")) == ""


def test_places_are_widened_by_what_both_share() -> None:
    """Words around two figures are added as far as they agree, in one paragraph."""
    a = Text("a.md", "# Asks\n\nThe sum is £203m in all, says the record.\n\nMore.\n")
    b = Text("b.md", "He says: the sum is £230m in all, says nobody.\n\nMore.\n")
    one, other = (text.text.index("£") for text in (a, b))
    spans = around(a, (one, one + 5), b, (other, other + 5), 9)
    assert [text.slice(span) for text, span in zip((a, b), spans, strict=True)] == [
        "sum is £203m in all, says ",
        "sum is £230m in all, says ",
    ]
    near = around(a, (one, one + 5), b, (other, other + 5), 1)
    assert a.slice(near[0]) == "is £203m "
    whole = Text("c.md", "Before.\n\nThe same.\n\nAfter.\n")
    at = whole.text.index("same")
    assert around(whole, (at, at + 4), whole, (at, at + 4), 9)[0] == (9, 18)
