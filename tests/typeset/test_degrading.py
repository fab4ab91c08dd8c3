"""What cannot be shown: visible words and a finding, never no report."""

from pathlib import Path

import page
import pytest
from setting import DRAWING, lay, made, set_in

from crossfoot.engines.typst import folder_of
from crossfoot.nodes import meta

HERE = "sources/01.md"


@pytest.mark.parametrize(
    ("text", "found", "shown"),
    [
        (
            "A sign 𐎀 and 𐎀.",
            [
                (
                    f"TYP02 {HERE}:3:8 The fonts have no glyph for “𐎀”;"
                    " the PDF shows [U+10380]"
                )
            ],
            "A sign [U+10380] and [U+10380].",
        ),
        (
            "Names: 𐎅𐎆𐎇, `𐎅`.",
            [
                (
                    f"TYP02 {HERE}:3:8 The fonts have no glyph for “𐎅”;"
                    " the PDF shows [U+10385]"
                ),
                (
                    f"TYP02 {HERE}:3:8 The fonts have no glyph for “𐎅𐎆𐎇”;"
                    " the PDF shows [U+10385][U+10386][U+10387]"
                ),
            ],
            "Names: [U+10385][U+10386][U+10387], [U+10385].",
        ),
        (
            r"Rate $\undefined{x}$ here.",
            [
                (
                    rf"TYP03 {HERE}:3:7 Formula “\undefined{{x}}” cannot be set;"
                    " its source is shown"
                )
            ],
            r"Rate \undefined{x} here.",
        ),
        (
            "Glyph $𐎅$ here.",
            [
                f"TYP03 {HERE}:3:8 Formula “𐎅” cannot be set; its source is shown",
            ],
            "Glyph [U+10385] here.",
        ),
        (
            "Raw `#nothing(1)`{=typst} here.",
            [
                (
                    f"TYP01 {HERE}:3:6 Raw Typst “#nothing(1)” cannot be set;"
                    " its source is shown"
                )
            ],
            "Raw #nothing(1) here.",
        ),
        (
            'An <iframe src="x"></iframe> here.',
            [
                (
                    f'TYP05 {HERE}:3:4 Raw HTML “<iframe src="x">” has no form in print'
                    " and on screen; it is not shown"
                )
            ],
            "An here.",
        ),
        (
            r"A \LaTeX{} word.",
            [
                (
                    rf"TYP05 {HERE}:3:3 Raw TeX “\LaTeX{{}}” has no form in print and on"
                    " screen; its source is shown"
                )
            ],
            r"A \LaTeX{} word.",
        ),
        ("[dangling](#nowhere) link", [], "dangling link"),
        ("[#tools](#tools) link", [], "#tools link"),
        ("![A lost picture](gone.png)", [], "[Picture: A lost picture]"),
        ("::: {.strange k=v}\nStrange.\n:::", [], "Strange."),
    ],
)
def test_it_is_shown_in_words(
    text: str, found: list[str], shown: str, tmp_path: Path
) -> None:
    """What paper has no form for stands as words; the finding is at its place."""
    out = set_in(tmp_path, f"# One\n\n{text}\n\nAfter it.\n")
    assert out.lines == found
    words = " ".join(" ".join(out.facts.texts).split())
    assert shown in words
    assert "After it." in words
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(out.pdf, profile=profile).is_compliant


def test_a_picture_that_typst_refuses_is_its_words(tmp_path: Path) -> None:
    """A drawing that asks for another file is left out, and the others stay."""
    text = "# One\n\n![Far](sources/images/far.svg)\n\n![A](figures/asks.svg)\n"
    site = lay(tmp_path, text)
    far = DRAWING.replace("<rect", '<image href="https://example.org/x.png"/><rect')
    (tmp_path / "sources/images/far.svg").write_text(far, encoding="utf-8")
    found = made(site)
    assert found.lines == [
        (
            f"TYP01 {HERE}:3:23 Picture sources/images/far.svg cannot be shown on paper;"
            " its alternative text is"
        )
    ]
    assert "[Picture: Far]" in "".join(found.facts.texts)
    alts = [tag.alt for tag in found.facts.tags if tag.kind == "Figure"]
    assert alts == ["Far", "Bars of two asks"]


def test_words_of_the_record_degrade_too(tmp_path: Path) -> None:
    """A title that the fonts cannot show is spelled out, and said."""
    site = lay(tmp_path, "# One\n\nText.\n", title="Title 𐎀")
    (tmp_path / "sources/report.yml").write_text("title: Title 𐎀\n", "utf-8")
    found = made(site)
    assert found.lines == [
        (
            "TYP02 sources/report.yml:1:14 The fonts have no glyph for “𐎀”;"
            " the PDF shows [U+10380]"
        )
    ]
    assert "Title [U+10380]" in found.facts.texts[0]
    assert "<h1>Title 𐎀</h1>" in found.html


def test_a_block_that_typst_refuses_is_plain_text(tmp_path: Path) -> None:
    """Two places of one name are no reason to print nothing."""
    text = "# One\n\n[a]{#x} [b]{#x} and [to it](#x).\n\n[c](#x) too.\n\nAfter.\n"
    found = set_in(tmp_path, text)
    assert [one.code for one in found.findings] == ["TYP01", "TYP01"]
    words = " ".join("".join(found.facts.texts).split())
    assert "a b and to it. c too. After." in words


def test_a_report_that_nothing_helps_is_plain_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When no fault can be found the words are printed all the same."""
    monkeypatch.setattr("crossfoot.engines.paper.ROUNDS", 0)
    found = set_in(tmp_path, "# One\n\n*Words* of $x$ it.\n")
    assert "Words of x it." in "".join(found.facts.texts)
    assert page.validate_pdf_bytes(found.pdf, profile="ua1").is_compliant


def test_fonts_that_are_missing_are_named() -> None:
    """Fonts of the system never take their place, so the package is asked for."""
    with pytest.raises(FileNotFoundError, match="fonts are missing; install no_fonts"):
        folder_of("no_fonts")


def test_a_long_table_repeats_its_header(tmp_path: Path) -> None:
    """Six hundred rows run over pages, each with the header, and none is lost."""
    rows = "".join(f"| row {n} | {n} |\n" for n in range(600))
    found = set_in(tmp_path, f"# One\n\n| Name | Sum |\n|------|----:|\n{rows}")
    pages = [text for text in found.facts.texts if "row " in text]
    assert len(pages) > 10
    assert all("Name Sum" in text for text in pages)
    words = " ".join("".join(found.facts.texts).split())
    assert all(f"row {n} {n}" in words for n in range(600))
    assert sum(tag.kind == "Table" for tag in found.facts.tags) == 1


def test_deep_lists_and_long_words_are_set(tmp_path: Path) -> None:
    """Lists twenty deep, a heading of 500 characters and 200 notes are set."""
    deep = "".join("    " * n + f"- level {n}\n" for n in range(20))
    notes = " ".join(f"Word{n}.[^{n}]" for n in range(200))
    texts = "\n\n".join(f"[^{n}]: Note {n}." for n in range(200))
    head = "Heading " * 62
    found = set_in(tmp_path, f"# One\n\n{deep}\n## {head}\n\n{notes}\n\n{texts}\n")
    assert found.findings == []
    words = "".join("".join(found.facts.texts).split())
    assert "level19" in words
    assert "Note199." in words
    assert page.validate_pdf_bytes(found.pdf, profile="ua1").is_compliant


def test_marked_up_titles_are_plain(tmp_path: Path) -> None:
    """A title that pandoc read as markup shows its words."""
    site = lay(tmp_path, "# One\n\nText.\n")
    path = site.build / "report.json"
    inlines = '{"t":"MetaInlines","c":[{"t":"Emph","c":[{"t":"Str","c":"Set"}]}]}'
    text = path.read_text("utf-8")
    plain = '{"t": "MetaString", "c": "A report"}'
    assert meta("A report") == {"t": "MetaString", "c": "A report"}
    assert plain in text
    path.write_text(text.replace(plain, inlines), "utf-8")
    assert made(site).facts.title == "Set"
