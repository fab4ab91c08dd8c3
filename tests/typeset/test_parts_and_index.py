"""Parts, languages of chapters, the index and the logo: on paper and on screen."""

import re
from pathlib import Path

import page
import pytest
from setting import DRAWING, Made, lay, made

TEXT = """\
# The response {.part number=I}

# One {#one number=1}

The [plan]{#index-place .index} and [a term]{.term}.

## Section {#sec number=1.1}

\\newpage

Again the [plan]{#index-place-1 .index}.

\\newpage

Once more the [plan]{#index-place-2 .index}.

# Cymru {#cymru number=2 lang=cy}

Mae'r bennod hon yn Gymraeg.

# Urdu {#urdu number=3 lang=ur}

یہ باب اردو میں ہے۔

# Index {#index-list .unnumbered}

::: {#index}
- [plan]{#index-of-plan}, [[1](#index-place), [1.1](#index-place-1)]{.pages at="index-place index-place-1 index-place-2"}
- [later]{#index-of-later}, [[1.1](#index-place-1)]{.pages at="index-place-1 index-place-2 index-place-2"}
- [roadmap]{#index-of-roadmap}, *see* [plan](#index-of-plan)
:::
"""
RECORD = {
    "title": "A report",
    "publisher": "A Press",
    "authors": [{"name": f"Author {n}", "affiliation": f"Body {n}"} for n in range(5)],
    "logo": "images/logo.svg",
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return what comes of a report with parts, an index and a logo."""
    site = lay(tmp_path_factory.mktemp("parts"), TEXT, **RECORD)
    (site.sources / "images" / "logo.svg").write_text(DRAWING)
    return made(site)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_an_independent_validator_passes_it(whole: Made, profile: str) -> None:
    """No rule of PDF/UA-1 and PDF/A-2a fails."""
    report = page.validate_pdf_bytes(whole.pdf, profile=profile)
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert whole.findings == []


def test_a_part_has_a_page_a_bookmark_and_an_entry(whole: Made) -> None:
    """Its title is alone on its page, and listed with its number."""
    marks = [(m.level, m.title) for m in whole.facts.bookmarks]
    assert (1, "Part I The response") in marks
    pages = [" ".join(text.split()) for text in whole.facts.texts]
    assert any(text.startswith("Part I The response A report Page") for text in pages)
    assert '<section aria-labelledby="the-response" class="part">' in whole.html
    assert '<span class="number">Part I</span> The response</a>' in whole.html


def test_a_chapter_is_tagged_with_its_language(whole: Made) -> None:
    """A reader hears Welsh as Welsh; what is written from the right starts there."""
    assert b"/Lang(cy)" in whole.pdf.replace(b" ", b"")
    assert '<section aria-labelledby="cymru" lang="cy">' in whole.html
    assert '<section aria-labelledby="urdu" lang="ur" dir="rtl">' in whole.html


def test_the_index_names_pages_on_paper_and_sections_on_screen(whole: Made) -> None:
    """Each page is named once, three in a row are a range, and all are links."""
    texts = [" ".join(text.split()) for text in whole.facts.texts]
    (index,) = (text for text in texts if "roadmap, see plan" in text)
    first, second, third = (
        at for at, text in enumerate(texts, 1) if "the plan" in text.lower()[:60]
    )
    assert f"plan, {first}–{third} " in index
    assert f"later, {second}, {third} " in index
    assert whole.facts.broken_links == ()
    assert (
        '<a href="#index-place">1</a>, <a href="#index-place-1">1.1</a>' in whole.html
    )


def test_the_logo_is_shown_and_named(whole: Made) -> None:
    """It stands on the title page and at the page's top, with its words and size."""
    assert [tag.alt for tag in whole.facts.tags if tag.alt] == ["Logo of A Press"]
    logo = re.search(
        r'<p class="logo"><img src="data:image/svg[^"]*" ([^>]*)>', whole.html
    )
    assert logo
    assert logo[1] == 'alt="Logo of A Press" width="144" height="64"'


@pytest.mark.parametrize(
    "content", [b"no picture", b'<svg xmlns="http://www.w3.org/2000/svg"><g></svg>']
)
def test_a_broken_logo_stops_no_report(tmp_path: Path, content: bytes) -> None:
    """The title page is printed without it, and the finding names the file."""
    site = lay(tmp_path, "# One\n\nText.\n", logo="images/logo.svg")
    (site.sources / "report.yml").write_text("logo: images/logo.svg\n")
    (site.sources / "images" / "logo.svg").write_bytes(content)
    found = made(site)
    assert found.lines == [
        (
            "TYP01 sources/report.yml:1:7 Logo images/logo.svg cannot be shown;"
            " the title page is printed without it"
        )
    ]
    assert found.facts.pages == 2


@pytest.mark.parametrize(("words", "pages"), [(200, 2), (240, 4)])
def test_short_chapters_follow_each_other(
    tmp_path: Path, words: int, pages: int
) -> None:
    """Chapters start new pages unless they are of a paragraph or two on average."""
    text = "".join(f"# No. {n}\n\n{'word ' * words}\n\n" for n in range(2))
    found = made(lay(tmp_path, text))
    assert found.facts.pages == 2 + pages // 2
