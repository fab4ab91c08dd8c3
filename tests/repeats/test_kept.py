"""Kept text and cut records: together they are the file."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repeating import bare

from crossfoot.chapters import Chapter
from crossfoot.cuts import kept, records, restore, stored


def made(text: str, mark: bytes = b"") -> Chapter:
    digest = hashlib.sha256(mark + text.encode()).hexdigest()
    return replace(bare("x"), source=text, sha256=digest)


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    ends = draw(st.lists(st.integers(0, len(text)), max_size=8).map(sorted))
    return text, list(zip(ends[::2], ends[1::2], strict=False))


@given(cut_texts(), st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_kept_and_records_are_the_file(
    parts: tuple[str, list[tuple[int, int]]], mark: bytes
) -> None:
    """Whatever is cut from whatever text, the file comes back byte for byte."""
    text, spans = parts
    chapter = made(text, mark)
    data = stored(chapter)
    assert data == mark + text.encode()
    cuts = list(records(chapter, data, spans))
    remains = kept(data, cuts)
    assert restore(remains, cuts) == data
    assert len(remains) + sum(len(cut["text"].encode()) for cut in cuts) == len(data)
    assert [cut["text"] for cut in cuts] == [text[a:b] for a, b in spans]


def test_a_record_says_what_stood_where() -> None:
    """A record holds the file, the byte and character range, the text and its hash."""
    chapter = made("£5 and £6", b"\xef\xbb\xbf")
    data = stored(chapter) or b""
    assert list(records(chapter, data, [(3, 7)])) == [
        {
            "file": "sources/01.md",
            "name": "01",
            "start": 7,
            "end": 11,
            "span": [3, 7],
            "text": "and ",
            "sha256": hashlib.sha256(b"and ").hexdigest(),
        }
    ]


def test_a_file_that_is_not_utf_8_cannot_be_told_from_its_text() -> None:
    """Without the file's bytes there is nothing to prove a cut with."""
    assert stored(replace(bare("a \ufffd b"), sha256="0" * 64)) is None


def test_records_that_do_not_fit_are_refused() -> None:
    """Records of another text, altered or overlapping, cut nothing."""
    chapter = made("one two three")
    first, second = records(chapter, b"one two three", [(0, 4), (4, 8)])
    with pytest.raises(ValueError, match="cut at byte 0 does not fit the file"):
        kept(b"two one three", [first])
    with pytest.raises(ValueError, match="cut at byte 2 does not fit the file"):
        kept(b"one two three", [first, {**second, "start": 2}])
    with pytest.raises(ValueError, match="cut at byte 4: text and sha256 differ"):
        restore(b"three", [{**second, "text": "2"}])
