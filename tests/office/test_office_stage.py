"""The office stage: what is asked for, whatever pandoc takes, same bytes, words kept."""

import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from officing import (
    FILES,
    elsewhere,
    first_missing,
    made,
    pieces,
    words_of_book,
    words_of_word,
    written,
)
from setting import lay

from crossfoot.engines import docx as writer
from crossfoot.engines import epub
from crossfoot.findings import Finding
from crossfoot.nodes import Node
from crossfoot.outputs import ALWAYS, NAMES, asked, office_files
from crossfoot.places import Place

TORTURE = (Path(__file__).parent / "torture.md").read_text(encoding="utf-8")


def test_whatever_pandoc_takes_is_taken(tmp_path: Path) -> None:
    """No construct stops an office file or breaks its XML, and no word is lost."""
    site = written(tmp_path, TORTURE, title="Torture & <more>")
    assert site.findings == []
    for name in FILES[:3]:
        for path, text in site.files(name).items():
            if path.endswith((".xml", ".xhtml", ".opf")):
                ET.fromstring(text)
    expected = pieces(site.site)
    assert len(expected) > 60
    assert first_missing(expected, words_of_word(site.files("report.docx"))) == ""
    assert first_missing(expected, words_of_book(site.chapters)) == ""


def test_other_surroundings_change_no_byte(tmp_path: Path) -> None:
    """Another folder, time zone, locale and hash seed give the same files."""
    one, other = tmp_path / "one", tmp_path / "other é"
    lay(one, TORTURE, date="2021-02-01")
    shutil.copytree(one, other)
    elsewhere(one, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")
    elsewhere(other, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7")
    for name in FILES:
        assert (one / "build" / name).read_bytes() == (
            other / "build" / name
        ).read_bytes()


def test_only_what_is_asked_for_is_made(tmp_path: Path) -> None:
    """A file that `outputs:` does not list is not made, and an older one goes."""
    site = written(tmp_path, "# One\n\nText.\n").site
    settings = tmp_path / "sources" / "report.yml"
    settings.write_text("outputs: [docx]\n")
    made(site)
    assert [name for name in FILES if (site.build / name).exists()] == ["report.docx"]


def test_a_draft_is_marked(tmp_path: Path) -> None:
    """With errors in the report each office file says how many, on its first page."""
    site = made(lay(tmp_path, "# One\n\nText.\n", [Finding("NUM01", "x", Place("a"))]))
    assert "Draft: 1 error" in words_of_word(site.files("report.docx"))
    assert "Draft: 1 error" in site.files("report.docx")["word/header1.xml"]
    files = site.files("report.epub")
    assert "Draft: 1 error" in files["EPUB/title.xhtml"]
    assert "conformsTo" not in files["EPUB/package.opf"]
    assert "Draft: 1 error" in site.files("report.ods")["content.xml"]


def test_a_chapter_that_pandoc_refuses_is_shown_as_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TYP14: one chapter in plain text and a finding, the others as they are."""
    real = writer._written

    def refuse(blocks: list[Node], *rest: object) -> bytes:
        if "Emph" in str(blocks):
            raise writer.RefusedError("no")
        return real(blocks, *rest)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(writer, "_written", refuse)
    monkeypatch.setattr(
        epub, "_written", lambda blocks: "<p>" if "Emph" in str(blocks) else "<p>ok</p>"
    )
    site = written(tmp_path, "# One\n\nText.\n\n# Two\n\nSome *words*.\n")
    shown = "cannot be put into the {} and is shown there as plain text: {}"
    book = shown.format("e-book", "its markup is not XML")
    assert sorted(f"{one.code} {one.message}" for one in site.findings) == [
        f"TYP14 “One” {book}",
        f"TYP14 “Two” {shown.format('Word document', 'no')}",
        f"TYP14 “Two” {book}",
    ]
    assert "Some words." in words_of_word(site.files("report.docx"))
    assert "Some words." in site.chapters


def test_a_cell_too_long_for_a_worksheet_is_told(tmp_path: Path) -> None:
    """TYP15: the workbook holds the beginning of a cell that is too long for it."""
    site = written(tmp_path, f"# One\n\n| a |\n|---|\n| {'x' * 33_000} |\n")
    assert [(one.code, one.place.file) for one in site.findings] == [
        ("TYP15", "sources/01.md")
    ]
    assert "x" * 32_767 + "<" in site.files("report.ods")["content.xml"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", NAMES),
        ("title: x\noutputs: [docx, epub]\n", (*ALWAYS, "docx", "epub")),
        ("outputs:\n  - workbook # and\n\n  # no\n  - site\ntitle: x\n", None),
        ("outputs:\n- docx\n", (*ALWAYS, "docx")),
        ("outputs: []\n", NAMES),
        ("outputs: [pdf]\n", ALWAYS),
        ("outputs: [\n  docx,\n  epub, # yes\n]\n", (*ALWAYS, "docx", "epub")),
        ("  outputs: [pdf]\n", NAMES),
        ("outputs: all\n", NAMES),
    ],
)
def test_outputs_are_read_as_yaml_writes_them(
    text: str, expected: tuple[str, ...] | None
) -> None:
    """A list in a line or an entry a line is taken, anything else means everything."""
    assert asked(text) == (expected or ("pdf", "html", "site", "workbook"))


@given(st.text())
def test_any_settings_give_an_answer(text: str) -> None:
    """Whatever stands in `report.yml`, PDF and page are made, and names are known."""
    found = asked(text)
    assert set(ALWAYS) <= set(found) <= set(NAMES)
    assert set(office_files(text)) <= set(FILES)
