"""What is printed: Markdown in, whole Typst and HTML out."""

import pytest
from printing import CASES, Case, cases, html, typst

ALL = [case for path in sorted(CASES.glob("*.txt")) for case in cases(path)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_paper_is_as_written_down(case: Case) -> None:
    """A text gives the Typst that stands beside it."""
    assert typst(case.text) == case.typst


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_screen_is_as_written_down(case: Case) -> None:
    """A text gives the HTML that stands beside it."""
    assert html(case.text) == case.html
