"""The findings stage: every stage's findings in, the settled list and pages out."""

import re
from typing import Any

from crossfoot.byhand import questions
from crossfoot.engines.belt import STAGES, Log
from crossfoot.engines.files import read_json, read_text, texts, write
from crossfoot.engines.settling import settle_all
from crossfoot.findings import count
from crossfoot.parts import parts_of
from crossfoot.record import record_of
from crossfoot.render import FORMATS, Sources, accessibility, as_json, junit
from crossfoot.render.checks import page
from crossfoot.site import Site

BEFORE = STAGES[: STAGES.index("findings")]
MADE = {
    "report.pdf": "the PDF",
    "report.html": "the HTML page",
    "site": "the site",
    "report.docx": "the Word document",
    "report.epub": "the e-book",
}
"""What readers call what is made."""
NUMBER = re.compile(r'\bid="_n-([0-9a-f]+)"')
"""A number in the report's page."""


def run(site: Site, log: Log) -> None:
    """Write `findings.json`, its other formats and the pages on the checks."""
    settled = settle_all(site, BEFORE)
    write(site.build / "findings.json", as_json(settled))
    numbers, repeats = _ledgers(site)
    write(site.build / "findings.sarif", FORMATS["sarif"](settled, {}))
    write(site.build / "junit.xml", junit.render(settled, numbers))
    checks = page(settled, numbers, repeats, _chapters(site), _printed(site))
    write(site.build / "checks.html", checks)
    write(site.build / "accessibility.html", accessibility.page(stated(site), settled))
    log(f"{count(settled)}")


def stated(site: Site) -> accessibility.Statement:
    """Return what the accessibility statement is made of."""
    report = read_json(site.build / "report.json")
    title = next((one.title for one in parts_of(report) if one.title), "")
    record = record_of(report["meta"], title)
    made = (what for name, what in MADE.items() if (site.build / name).exists())
    emails = (author.email for author in record.authors if author.email)
    return accessibility.Statement(
        title=record.title,
        date=record.published,
        contact=record.contact or next(emails, ""),
        publisher=record.publisher,
        outputs=tuple(made),
        asked=tuple(questions(report["blocks"])),
    )


def _ledgers(site: Site) -> tuple[Any, Any]:
    names = ("numbers.json", "repeats.json")
    paths = [site.build / name for name in names]
    numbers, repeats = (read_json(path) if path.exists() else {} for path in paths)
    return numbers, repeats


def _printed(site: Site) -> frozenset[str]:
    """Return the names of the numbers that the report's page shows."""
    text = read_text(site.build / "report.html")
    return frozenset(NUMBER.findall(text or ""))


def _chapters(site: Site) -> Sources:
    """Return the texts of the chapters, in reading order."""
    entries = read_json(site.build / "settings.json")["chapters"]
    return texts(site, [entry["file"] for entry in entries])
