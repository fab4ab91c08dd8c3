"""NUM13: the number of pages that the text states, against the PDF."""

from typing import Any

import pytest

from crossfoot.inspect.stated import stated


def entry(text: str, comparator: str = "", **more: str) -> dict[str, Any]:
    """Return a ledger with one number bound to the pages."""
    one = {
        "file": "sources/01.md",
        "line": 3,
        "column": 7,
        "end_line": 3,
        "end_column": 7 + len(text),
        "text": text,
        "shown": text,
        "comparator": comparator,
        "state": "checked",
        "quantity": "report.pages",
        "rule": "",
        "value": "",
        "context": "",
    }
    return {"numbers": [one | more]}


AGREE = [("105", ""), ("one hundred and five", ""), ("100", "over"), ("110", "nearly")]


@pytest.mark.parametrize(("text", "comparator"), AGREE)
def test_a_number_of_pages_that_agrees_is_silent(text: str, comparator: str) -> None:
    """Words and comparators hold as anywhere else."""
    assert list(stated(entry(text, comparator), 105)) == []


DISAGREE = [
    ("105", "", "104"),
    ("one hundred and five", "", "104"),
    ("110", "over", "100"),
]


@pytest.mark.parametrize(("text", "comparator", "expected"), DISAGREE)
def test_a_number_of_pages_that_is_another_is_an_error(
    text: str, comparator: str, expected: str
) -> None:
    """The finding is where the number stands and says what to write."""
    [finding] = stated(entry(text, comparator), 104)
    assert (finding.code, finding.level, finding.found) == ("NUM13", "error", text)
    assert finding.message == f"Text says “{text}”; the PDF has 104 pages"
    assert finding.expected == expected
    assert (finding.place.file, finding.place.line, finding.place.column) == (
        "sources/01.md",
        3,
        7,
    )


def test_other_numbers_and_a_pdf_that_cannot_be_read_say_nothing() -> None:
    """Only what is bound to the pages counts, and a PDF without pages has its finding."""
    assert list(stated(entry("105", quantity="cases"), 104)) == []
    assert list(stated(entry("105", state="failed"), 104)) == []
    assert list(stated(entry("105"), 0)) == []
    assert list(stated({}, 104)) == []


PAGES = [
    ("as we said, see page 43.", 1),
    ("told on page 43 of this report", 1),
    ("see page 43 of the plan", 0),
    ("Smith (2020), page 43", 0),
    ("see page 43–44", 0),
    ("see page 12", 0),
]


@pytest.mark.parametrize(("context", "count"), PAGES)
def test_a_page_beyond_the_last_is_a_warning(context: str, count: int) -> None:
    """A reference to a page of this report has to be one of its pages."""
    page = "43" if "43" in context else "12"
    more = {"rule": "reference", "value": page, "quantity": "", "state": "ignored"}
    found = list(stated(entry(f"page {page}", context=context, **more), 20))
    assert [(one.code, one.message) for one in found] == [
        ("NUM12", "“page 43” leads nowhere: the PDF has 20 pages")
    ] * count
