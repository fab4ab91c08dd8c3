"""Whole outputs: a PDF that validators pass, a page that needs nothing else."""

import re
from pathlib import Path

import page
import pytest
from setting import Made, elsewhere, lay, made, set_in

from crossfoot.findings import Finding
from crossfoot.places import Place

TEXT = """# First chapter {#first number=1}

Words with *emphasis*, [a link](https://example.org) and [Figure 1](#fig-asks){.ref}.[^a]

[^a]: The first note.

![Asks](figures/asks.svg){#fig-asks number=1 label="Figure 1"}

## Part {#part number=1.1}

| Item | Sum |
|------|----:|
| One  | 1   |

: Sums {#tbl-sums number=1 label="Table 1"}

- a list
- of two

[$$a^2 = b$$]{#eq-a number=1 label="Equation 1" alt="a squared is b"}

![A dot](sources/images/dot.png)

# Data {#data .appendix number=A}

> Quoted.[^b]

[^b]: The second note.

Term
:   Meaning

```
code
```

# References {#references .unnumbered}

::: {#refs}
::: {#ref-x .csl-entry}
Author, *Title*.
:::
:::
"""

RECORD = {
    "title": "A title & more",
    "subtitle": "Below it",
    "authors": [{"name": "A. Author", "affiliation": "A Body"}],
    "publisher": "A Press",
    "date": "2021-02-01",
    "licence": "CC BY 4.0",
    "keywords": ["one", "two words"],
    "description": "What it is about.",
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return what comes of a report that has a bit of everything."""
    return set_in(tmp_path_factory.mktemp("whole"), TEXT, **RECORD)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_an_independent_validator_passes_the_pdf(whole: Made, profile: str) -> None:
    """No rule of PDF/UA-1 and PDF/A-2a fails."""
    report = page.validate_pdf_bytes(whole.pdf, profile=profile)
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert whole.findings == []


def test_a_page_of_the_bold_theme_passes_as_well(tmp_path: Path) -> None:
    """A theme with another cover and other fonts fails no rule either."""
    site = lay(tmp_path, TEXT, **RECORD)
    (tmp_path / "sources" / "report.yml").write_text("theme: bold\n", encoding="utf-8")
    out = made(site)
    for profile in ("ua1", "2a"):
        report = page.validate_pdf_bytes(out.pdf, profile=profile)
        assert [(one.rule_id, one.message) for one in report.failures] == []
    assert out.findings == []
    assert "--heavy:700" in out.html
    assert "--accent:#4a1783" in out.html
    assert (
        "font-family:'Crossfoot Display';font-style:normal;font-weight:700" in out.html
    )


def test_headings_are_tagged_as_in_the_report(whole: Made) -> None:
    """Front matter and chapters are headings of the first level, and bookmarks."""
    heads = [(t.kind, t.title) for t in whole.facts.tags if re.match(r"H\d", t.kind)]
    assert heads == [
        ("H1", "About this publication"),
        ("H1", "Contents"),
        ("H1", "Figures"),
        ("H1", "Tables"),
        ("H1", "First chapter"),
        ("H2", "Part"),
        ("H1", "Data"),
        ("H1", "References"),
    ]
    assert [(m.level, m.title) for m in whole.facts.bookmarks[4:]] == [
        (1, "1 First chapter"),
        (2, "1.1 Part"),
        (1, "Appendix A Data"),
        (1, "References"),
    ]


def test_everything_has_the_tag_that_it_is(whole: Made) -> None:
    """One title, figures and formulas with words, tables with headers, notes, lists."""
    tags = whole.facts.tags
    count = {kind: sum(tag.kind == kind for tag in tags) for kind in ("Title", "Note")}
    assert count == {"Title": 1, "Note": 2}
    spoken = [(tag.kind, tag.alt) for tag in tags if tag.alt]
    assert spoken == [
        ("Figure", "Bars of two asks"),
        ("Formula", "a squared is b"),
        ("Figure", "A dot"),
    ]
    (table,) = (tag for tag in tags if tag.kind == "Table")
    assert table.kinds >= {"Caption", "THead", "TH", "TBody", "TR", "TD"}
    assert {"L", "BlockQuote", "Code", "TOC"} <= {tag.kind for tag in tags}


def test_the_pdf_names_itself(whole: Made) -> None:
    """Title, language and the wish to show the title are set."""
    facts = whole.facts
    assert (facts.title, facts.language, facts.shows_title, facts.broken_links) == (
        "A title & more",
        "en-GB",
        True,
        (),
    )


def test_the_page_needs_nothing_else(whole: Made) -> None:
    """Nothing is loaded: addresses are of links, of identifiers, or hold the data."""
    loaded = re.findall(r"""(?:src|srcset|poster|data|action)="([^"]*)\"""", whole.html)
    assert [one for one in loaded if not one.startswith("data:")] == []
    assert re.findall(r"url\((?!data:|#)", whole.html) == []
    assert "<link" not in whole.html
    assert "default-src 'none'" in whole.html


def test_notes_are_numbered_through_the_page(whole: Made) -> None:
    """Each note and each mark of one has a number of its own, in both outputs."""
    assert re.findall(r'href="#_note-(\d+)"', whole.html) == ["1", "2"]
    assert re.findall(r'<li id="_note-(\d+)" value="\1">', whole.html) == ["1", "2"]
    text = "".join(whole.facts.texts)
    assert "1 The first note." in text
    assert "2 The second note." in text


def test_the_data_of_a_figure_stands_beside_it(whole: Made) -> None:
    """A figure's description and data are in the page, and its drawing is named."""
    assert '<td>New</td><td class="right">203</td>' in whole.html
    assert '<svg role="img" aria-label="Bars of two asks"' in whole.html
    assert re.search(r'<rect id="_\d+-[0-9a-f]+-r"', whole.html)


def test_the_record_is_there_for_machines(whole: Made) -> None:
    """The page describes itself as a report, with title, author and date."""
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', whole.html)
    assert data
    assert data[1] == (
        '{"@context": "https://schema.org", "@type": "Report", "alternativeHeadline":'
        ' "Below it", "author": [{"@type": "Person", "affiliation": {"@type":'
        ' "Organization", "name": "A Body"}, "name": "A. Author"}], "datePublished":'
        ' "2021-02-01", "description": "What it is about.", "inLanguage": "en-GB",'
        ' "keywords": ["one", "two words"], "license":'
        ' "https://creativecommons.org/licenses/by/4.0/", "name": "A title & more",'
        ' "publisher": [{"@type": "Organization", "name": "A Press"}]}'
    )


def test_a_draft_says_so_on_every_page(tmp_path: Path) -> None:
    """The number of errors stands on each page of the PDF and at the page's top."""
    errors = [Finding("NUM01", f"Wrong {n}", Place("sources/01.md")) for n in range(2)]
    found = made(lay(tmp_path, "# One\n\nText.\n\n# Two\n\nText.\n", errors))
    assert all("Draft: 2 errors" in text for text in found.facts.texts)
    assert '<p class="draft">Draft: 2 errors</p>' in found.html


def test_the_same_bytes_come_out_anywhere(tmp_path: Path) -> None:
    """Folder, time zone, locale and hash seed leave no trace in PDF and page."""
    first, second = (lay(tmp_path / name, TEXT, **RECORD) for name in ("a", "b/c"))
    elsewhere(first.root, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    elsewhere(
        second.root, TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", PYTHONHASHSEED="77"
    )
    for name in ("report.pdf", "report.html"):
        assert (first.build / name).read_bytes() == (second.build / name).read_bytes()


def test_a_second_run_gives_the_same_bytes(tmp_path: Path) -> None:
    """What a run leaves behind changes nothing in the next."""
    site = lay(tmp_path, TEXT, **RECORD)
    first, second = made(site), made(site)
    assert (first.pdf, first.html) == (second.pdf, second.html)


def test_a_report_without_record_or_headings_is_set(tmp_path: Path) -> None:
    """Plain words make a PDF and a page, without contents."""
    found = set_in(tmp_path, "Only words.\n", title="Words")
    assert found.findings == []
    assert found.facts.pages == 2
    assert "Contents" not in "".join(found.facts.texts)


def test_chapters_of_one_title_are_not_landmarks_of_one_name(tmp_path: Path) -> None:
    """The first has its name; the notes of the second are told from those of it."""
    chapter = "# Introduction {{#{0} .unnumbered}}\n\nSo.[^{0}]\n\n[^{0}]: A note.\n\n"
    found = set_in(tmp_path, chapter.format("a") + chapter.format("b"), title="Two")
    assert re.findall(r'<section aria-labelledby="(\w)"', found.html) == ["a"]
    notes = re.findall(r'role="doc-endnotes" aria-label="([^"]*)"', found.html)
    assert notes == ["Notes to “Introduction”", "Notes to “Introduction” (2)"]


def test_an_empty_report_is_set(tmp_path: Path) -> None:
    """Without a single block there still is a title page."""
    found = set_in(tmp_path, "", title="Nothing yet")
    assert found.facts.pages == 1
    assert "<h1>Nothing yet</h1>" in found.html
