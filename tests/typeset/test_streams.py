"""Streams of PDF files: the end of every stream is made certain."""

import re
import zlib

from written import pdf

from crossfoot.engines.streams import clear_ends


def of_streams(*streams: bytes) -> bytes:
    """Return a small PDF whose objects from 3 on are streams."""
    kids = b"<</Type/Pages/Count 0/Kids[]>>"
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", kids]
    bodies += [
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(one), one) for one in streams
    ]
    return pdf(*bodies)


def offsets(data: bytes) -> list[int]:
    return [int(one) for one in re.findall(rb"(\d{10}) 00000 n", data)]


def test_a_stream_that_ends_in_a_carriage_return_is_made_certain() -> None:
    """The line end before `endstream` gets two bytes, and the table is right again."""
    before = of_streams(b"one\r", b"two", b"three\r", b"four")
    after = clear_ends(before)
    assert after.count(b"\r\r\nendstream") == 2
    assert len(after) == len(before) + 2
    for number, offset in enumerate(offsets(after), 1):
        assert after[offset:].startswith(b"%d 0 obj" % number)
    start = int(re.findall(rb"startxref\n(\d+)", after)[0])
    assert after[start:].startswith(b"xref")


def test_other_files_stay_as_they_are() -> None:
    """Without such a stream, or without a plain table, nothing is touched."""
    sound = of_streams(b"one", zlib.compress(b"two"))
    assert clear_ends(sound) == sound
    assert clear_ends(b"no PDF\r\nendstream") == b"no PDF\r\nendstream"
