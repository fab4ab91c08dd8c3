"""The e-book: package, notes, anchors, figures and what no reading program takes."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from officing import written

from crossfoot.office.ebook import outside

TEXT = """
# One {#sec:one number=1}

A note^[First.] and a link to [two](#two). See [itself](#sec:one).

![Asks](figures/asks.svg){figure=asks number=1 label="Figure 1"}

# Two {#two number=2}

Another^[Second, with a [link](https://example.org).]. Maths: $x^2$.

| Year | £m |
|------|----|
| 2019 | 203 |
"""


def package(root: Path, text: str = "# One\n\nText.\n", **record: object) -> str:
    return written(root, text, **record).files("report.epub")["EPUB/package.opf"]


def test_every_file_is_xml_and_listed(tmp_path: Path) -> None:
    """All files are well-formed, and each is in the manifest once."""
    files = written(tmp_path, TEXT).files("report.epub")
    for name, text in files.items():
        if name.endswith((".xml", ".xhtml", ".opf")):
            ET.fromstring(text)
    listed = re.findall(r'<item [^>]*href="([^"]+)"', files["EPUB/package.opf"])
    assert len(listed) == len(set(listed))
    pages = {name.removeprefix("EPUB/") for name in files if name.endswith(".xhtml")}
    assert pages <= set(listed)


def test_every_link_leads_somewhere(tmp_path: Path) -> None:
    """Each link inside the book names a file and an anchor that are there."""
    files = written(tmp_path, TEXT).files("report.epub")
    pages = {k.removeprefix("EPUB/"): v for k, v in files.items() if "xhtml" in k}
    for name, text in pages.items():
        for target in re.findall(r'<a [^>]*href="([^":]+)"', text):
            file, _, place = target.partition("#")
            there = pages[file or name]
            assert not place or f'id="{place}"' in there, target


def test_notes_are_marked_and_counted_through(tmp_path: Path) -> None:
    """Notes are references and footnotes to reading programs, numbered in order."""
    text = written(tmp_path, TEXT).chapters
    assert re.findall(r'epub:type="noteref"[^>]*href="#_note-(\d)">(\d)', text) == [
        ("1", "1"),
        ("2", "2"),
    ]
    assert text.count('<aside epub:type="footnote" role="doc-footnote"') == 2


def test_header_cells_say_what_they_head(tmp_path: Path) -> None:
    """Every header cell has a scope."""
    text = written(tmp_path, TEXT).chapters
    cells = re.findall(r"<th[ >][^>]*>?", text)
    assert cells
    assert all('scope="col"' in cell for cell in cells)


def test_a_figure_has_its_words_and_data(tmp_path: Path) -> None:
    """A recipe's figure has alternative text, description and data table."""
    text = written(tmp_path, TEXT).chapters
    assert 'alt="Asks"' in text
    assert "<summary>Data and description of Figure 1</summary>" in text
    assert "<td>203</td>" in text


def test_access_is_told_as_it_is(tmp_path: Path) -> None:
    """The metadata name what there is, and a draft claims no conformance."""
    text = package(tmp_path, TEXT)
    for words in ("MathML", "alternativeText", "longDescription", "tableOfContents"):
        assert f'accessibilityFeature">{words}<' in text
    assert "EPUB Accessibility 1.1 - WCAG 2.2 Level AA" in text
    assert 'accessibilityHazard">none<' in text


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"isbn": "978-1-78655-000-1"}, "urn:isbn:9781786550001"),
        ({"doi": "10.5281/zenodo.1"}, "https://doi.org/10.5281/zenodo.1"),
        ({}, "urn:uuid:d17b5e3f-a96f-592f-bc6c-dd0798600703"),
    ],
)
def test_a_book_has_one_name_for_ever(
    tmp_path: Path, record: dict[str, str], expected: str
) -> None:
    """The identifier is the ISBN or DOI, else it follows from the record."""
    found = re.search(r'id="book">([^<]+)<', package(tmp_path, **record))
    assert found
    assert found[1] == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/%zz", "https://example.org/%25zz"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("https://[::1", ""),
        ("https://example.org:port/", ""),
        ("https://", ""),
        ("javascript:alert(1)", ""),
        ("data/asks.csv", ""),
    ],
)
def test_only_addresses_are_links(target: str, expected: str) -> None:
    """An address is such that checkers take it; any other is words."""
    assert outside(target) == expected
