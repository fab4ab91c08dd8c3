"""PDF files: facts are read, and the end of every stream is made certain."""

import re
import zlib

import pytest

from crossfoot.engines.pdf import clear_ends, read_pdf
from crossfoot.inspect.facts import Pdf


def pdf(*streams: bytes) -> bytes:
    """Return a small PDF whose objects from 3 on are streams."""
    kids = b"<</Type/Pages/Count 0/Kids[]>>"
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", kids]
    bodies += [
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(one), one) for one in streams
    ]
    return of_objects(*bodies)


def of_objects(*bodies: bytes) -> bytes:
    """Return a PDF of these objects; the first is its catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n\r\n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(bodies) + 1)
    return out + b"startxref\n%d\n%%%%EOF" % table


def offsets(data: bytes) -> list[int]:
    return [int(one) for one in re.findall(rb"(\d{10}) 00000 n", data)]


def test_a_stream_that_ends_in_a_carriage_return_is_made_certain() -> None:
    """The line end before `endstream` gets two bytes, and the table is right again."""
    before = pdf(b"one\r", b"two", b"three\r", b"four")
    after = clear_ends(before)
    assert after.count(b"\r\r\nendstream") == 2
    assert len(after) == len(before) + 2
    for number, offset in enumerate(offsets(after), 1):
        assert after[offset:].startswith(b"%d 0 obj" % number)
    start = int(re.findall(rb"startxref\n(\d+)", after)[0])
    assert after[start:].startswith(b"xref")


def test_other_files_stay_as_they_are() -> None:
    """Without such a stream, or without a plain table, nothing is touched."""
    sound = pdf(b"one", zlib.compress(b"two"))
    assert clear_ends(sound) == sound
    assert clear_ends(b"no PDF\r\nendstream") == b"no PDF\r\nendstream"


def test_what_is_no_pdf_has_no_pages() -> None:
    """A file that cannot be read has no pages and says nothing."""
    assert read_pdf(b"") == Pdf(0)
    assert read_pdf(b"%PDF-1.7 and no more") == Pdf(0)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (b"<<>>", False),
        (b"<</DisplayDocTitle false>>", False),
        (b"<</DisplayDocTitle true>>", True),
        (b"4 0 R", True),
        (b"<</DisplayDocTitle 5 0 R>>", True),
    ],
)
def test_a_title_is_shown_when_the_file_says_so(asked: bytes, shown: bool) -> None:
    """Viewers are asked to show the title by the word true alone."""
    data = of_objects(
        b"<</Type/Catalog/Pages 2 0 R/ViewerPreferences %s>>" % asked,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</DisplayDocTitle true>>",
        b"true",
    )
    assert read_pdf(data) == Pdf(1, shows_title=shown, texts=("",))
