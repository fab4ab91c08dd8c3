"""Positions: lines and code units against offsets, both ways."""

import re

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.editor.positions import BREAK, Buffer, span_of
from crossfoot.places import Place, Text

CHARACTERS = "ab é e\u0301 😀 👩‍👩‍👧 ünïcode £ \u2028 \x0b \x0c \x85 \t"
TEXTS = st.text(alphabet=st.sampled_from([*CHARACTERS, "\n", "\r"]), max_size=60)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])
CODEC = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTH = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def said(text: str, offset: int, encoding: str) -> tuple[int, int]:
    """Return a position in the slowest way: split, and encode."""
    rows = re.split(r"\r\n|\n|\r", text[:offset])
    if text[:offset].endswith("\r") and text[offset : offset + 1] == "\n":
        rows = re.split(r"\r\n|\n|\r(?!\Z)", text[:offset])
    return len(rows) - 1, len(rows[-1].encode(CODEC[encoding])) // WIDTH[encoding]


@given(TEXTS, ENCODINGS, st.data())
def test_a_position_leads_back_to_its_offset(
    text: str, encoding: str, data: st.DataObject
) -> None:
    """Every offset outside of a line's ending is found again from its position."""
    offset = data.draw(st.integers(0, len(text)))
    buffer = Buffer(text, encoding)
    position = buffer.position(offset)
    assert position == said(text, offset, encoding)
    inside = any(
        a < offset <= b - 1 for a, b in (m.span() for m in BREAK.finditer(text))
    )
    if not inside:
        assert buffer.offset(position) == offset


@given(TEXTS, ENCODINGS, st.integers(0, 99), st.integers(0, 999))
def test_any_position_leads_into_the_text(
    text: str, encoding: str, line: int, column: int
) -> None:
    """A position past the end of a line or of the text stands at that end."""
    offset = Buffer(text, encoding).offset((line, column))
    assert 0 <= offset <= len(text)
    found = Buffer(text, encoding).position(offset)
    assert found[0] <= line
    assert found[0] < line or found[1] <= column


def test_an_emoji_is_two_units_of_utf_16_and_four_of_utf_8() -> None:
    """Columns count code units, and an accent that combines is one of its own."""
    text = "😀 e\u0301 £2bn"
    at = text.index("£")
    assert Buffer(text, "utf-16").position(at) == (0, 6)
    assert Buffer(text, "utf-8").position(at) == (0, 9)
    assert Buffer(text, "utf-32").position(at) == (0, 5)
    assert Buffer(text, "utf-16").offset((0, 1)) == 0  # inside of the pair


def test_half_of_a_surrogate_pair_does_no_harm() -> None:
    """A buffer that holds half a pair is counted as it is stored."""
    assert Buffer("\ud83d b", "utf-16").position(2) == (0, 2)
    assert Buffer("\ud83d b", "utf-8").position(2) == (0, 4)


def test_a_place_past_the_end_is_cut_off() -> None:
    """A place of an older text that was longer stays within the new one."""
    text = Text("a.md", "one\ntwo")
    assert span_of(text, Place("a.md", 1, 2, 1, 3)) == (1, 2)
    assert span_of(text, Place("a.md", 1, 3, 1, 99)) == (2, 3)
    assert span_of(text, Place("a.md", 2, 1, 9, 4)) == (4, 7)
    assert span_of(text, Place("a.md", 9, 1, 9, 4)) == (7, 7)
