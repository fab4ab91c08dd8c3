"""Corrections: what `crossfoot diff` offers, and what a corrected report says."""

import json
import re
import zipfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from published import validator

from crossfoot import cli
from crossfoot.compare.numbers import NumberChange
from crossfoot.compare.recording import entry
from crossfoot.corrections import Correction
from crossfoot.engines.belt import STAGES, run
from crossfoot.engines.checking import check
from crossfoot.render.corrections_page import Edition, page
from crossfoot.site import Site

OLD = {
    "sources/report.yml": "title: Visits\nversion: 1.0.0\ndate: 2026-01-02\n",
    "sources/quantities.yml": "all: {from: data/v.csv, sum: visits}\n",
    "sources/data/v.csv": "place,visits\nNorth,10\nSouth,20\n",
    "sources/01-visits.md": "# Visits\n\nWe counted [30]{value=all} visits in all.\n",
}
NEW = {
    **OLD,
    "sources/report.yml": "title: Visits\nversion: 1.0.1\ndate: 2026-02-03\n",
    "sources/data/v.csv": "place,visits\nNorth,10\nSouth,25\n",
    "sources/01-visits.md": "# Visits\n\nWe counted [35]{value=all} visits in all.\n",
}
OFFERED = """\
corrections:
  - date: "2026-02-03"
    what: "all"
    number: "all"
    old: "30"
    new: "35"
    scale: "+5 (+16.7%)"
    nature: ""
    cause: "v.csv:3, visits: 20 → 25"
    where: ["sources/01-visits.md:3"]
"""
LINE = (
    "QAP08 all was 30, is 35, and corrections.yml has no entry for all; --format"
    " corrections writes it"
)
TEXTS = st.text(st.characters(codec="utf-8"))


def report(root: Path, files: dict[str, str]) -> Path:
    """Write the files of a report; return its folder."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what `crossfoot diff` prints."""
    capsys.readouterr()
    assert cli.main(["diff", *words]) == 0
    return capsys.readouterr().out


def test_an_entry_is_offered_for_each_changed_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It can be pasted as it stands; only what a person has to say is missing."""
    old, new = report(tmp_path / "old", OLD), report(tmp_path / "new", NEW)
    assert said(capsys, str(old), str(new), "--format", "corrections") == OFFERED
    (new / "sources" / "corrections.yml").write_text(OFFERED, encoding="utf-8")
    found = [one.message for one in check(new).findings if one.code == "QAP02"]
    assert found == ["corrections.1.nature is “”; expected the form of some words"]
    told = OFFERED.replace('nature: ""', "nature: A day was missing")
    (new / "sources" / "corrections.yml").write_text(told, encoding="utf-8")
    assert [one for one in check(new).findings if one.code[:3] == "QAP"] == []
    nothing = "# Every number that changed has an entry\n"
    assert said(capsys, str(old), str(new), "--format", "corrections") == nothing


def test_a_correction_without_an_entry_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In text, in a comment and for programs; a new edition may change what it likes."""
    old, new = report(tmp_path / "old", OLD), report(tmp_path / "new", NEW)
    sides = str(old), str(new)
    assert f"Corrections without an entry\n  {LINE}\n" in said(capsys, *sides)
    comment = said(capsys, *sides, "--format", "markdown").replace("\\", "")
    assert f"**Corrections without an entry:**\n\n- {LINE}\n" in comment
    told = json.loads(said(capsys, *sides, "--format", "json"))
    assert told["unrecorded"] == ["all"]
    assert list(validator("diff").iter_errors(told)) == []
    report(new, {"sources/report.yml": "title: Visits\nversion: 1.1.0\n"})
    assert LINE not in said(capsys, *sides)


@given(TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=2))
def test_any_number_can_be_pasted(
    label: str, old: str, reason: str, uses: list[str]
) -> None:
    """YAML gives back the words of an entry, whatever they are."""
    one = NumberChange("a.b", label, old, "2", "+1", "", "", reason, tuple(uses))
    told = yaml.safe_load("corrections:\n" + entry(one, "2026-01-02"))
    (made,) = told["corrections"]
    assert (made["what"], made["cause"]) == (label or "a.b", reason)
    assert made["old"] == (old or "not stated")
    assert made.get("where", []) == uses


def test_a_corrected_report_says_so_in_every_output(tmp_path: Path) -> None:
    """Title page, chapter, page and Word document tell what was wrong."""
    told = OFFERED.replace('nature: ""', "nature: A day was missing")
    files = {**NEW, "sources/corrections.yml": f"corrects: 1.0.0\n{told}"}
    site = Site.at(report(tmp_path, files))
    for stage in STAGES:
        assert not run(stage, site, lambda _: None), stage
    from pypdf import PdfReader

    with (site.build / "report.pdf").open("rb") as file:
        pages = [" ".join(one.extract_text().split()) for one in PdfReader(file).pages]
    line = "Corrected on 3 February 2026; replaces version 1.0.0"
    assert line in pages[0]
    assert any("Corrections" in one and "Published: 30" in one for one in pages)
    html = (site.build / "report.html").read_text(encoding="utf-8")
    assert line in html
    assert "Nature: A day was missing" in re.sub(r"<[^>]*>", "", html)
    assert (site.build / "site" / "corrections-list.html").is_file()
    with zipfile.ZipFile(site.build / "report.docx") as word:
        xml = word.read("word/document.xml").decode()
    assert "Corrected on 3 February 2026" in re.sub(r"<[^>]*>", "", xml)
    shown = (site.build / "release" / "corrections.html").read_text(encoding="utf-8")
    assert "<dt>Published</dt><dd>30</dd>\n<dt>Right</dt><dd>35</dd>" in shown


def test_the_page_tells_corrections_and_policy() -> None:
    """Each part of an entry is there, texts are no markup, and the contact is a link."""
    one = Correction("2026-02-03", "<Visits>", "a tenth", "Slip", "Haste", "1", "2", "k", ("a.md",))  # fmt: skip
    edition = Edition("V & W", "1.1", "1 March 2026", "a@example.org")
    made = page(edition, [one], "Ours is this.\n\nAnd that.")
    body = made[made.index("<main>") :]
    assert body == (
        "<main>\n<h1>Corrections of V &amp; W</h1>\n"
        "<p>This page is about the edition at hand (version 1.1, 1 March 2026).</p>\n"
        '<p class="notice">1 correction in this edition, the latest on 3 February 2026.'
        '</p>\n<section aria-labelledby="made">\n<h2 id="made">Corrections</h2>\n'
        '<div class="correction">\n<h3>&lt;Visits&gt;</h3>\n<dl>\n'
        "<dt>Corrected on</dt><dd>3 February 2026</dd>\n"
        "<dt>Published</dt><dd>1</dd>\n<dt>Right</dt><dd>2</dd>\n"
        "<dt>Scale</dt><dd>a tenth</dd>\n<dt>Nature</dt><dd>Slip</dd>\n"
        "<dt>Cause</dt><dd>Haste</dd>\n<dt>Where it stood</dt><dd>a.md</dd>\n"
        '</dl>\n</div>\n</section>\n<section aria-labelledby="policy">\n'
        '<h2 id="policy">How errors are corrected</h2>\n<p>Ours is this.</p>\n'
        "<p>And that.</p>\n<p>If you find an error, write to"
        ' <a href="mailto:a@example.org">a@example.org</a>.</p>\n</section>\n'
        "</main>\n</body>\n</html>\n"
    )
    assert "<p>No correction is recorded.</p>" in page(Edition("T"), [])
