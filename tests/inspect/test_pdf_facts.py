"""PDF files: what they say of themselves is read."""

import pytest
from written import pdf

from crossfoot.engines.pdf import read_pdf
from crossfoot.inspect.facts import Marked, Pdf


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
    data = pdf(
        b"<</Type/Catalog/Pages 2 0 R/ViewerPreferences %s>>" % asked,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</DisplayDocTitle true>>",
        b"true",
    )
    assert read_pdf(data) == Pdf(1, shows_title=shown, drawn=(Marked(),), texts=("",))
