"""The findings stage: every stage's findings in, the settled list and pages out."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from crossfoot.chapters import Chapter, chapter_of
from crossfoot.codes import Severity
from crossfoot.dates import report_date
from crossfoot.engines.belt import STAGES, Log
from crossfoot.engines.environment import source_date_epoch
from crossfoot.engines.files import (
    read_findings,
    read_json,
    read_settings,
    read_text,
    write,
)
from crossfoot.findings import Finding, count, from_dict
from crossfoot.places import Text
from crossfoot.render import FORMATS, Sources, as_json
from crossfoot.render.checks import page
from crossfoot.site import Site
from crossfoot.waivers import Allowance, in_chapter, in_checks, settle

BEFORE = STAGES[: STAGES.index("findings")]
FILES = {"sarif": "findings.sarif", "junit": "junit.xml"}


def run(site: Site, log: Log) -> None:
    """Write `findings.json`, its other formats and `checks.html`."""
    settled = settle_all(site, BEFORE)
    write(site.build / "findings.json", as_json(settled))
    for name, file in FILES.items():
        write(site.build / file, FORMATS[name](settled, {}))
    write(site.build / "checks.html", page(settled, *_ledgers(site), _chapters(site)))
    log(f"{count(settled)}")


def settle_all(site: Site, stages: tuple[str, ...]) -> list[Finding]:
    """Return what stages found, with severities set and waivers applied."""
    settings = read_settings(site)
    severities: dict[str, Severity] = settings.get("severity", default={})
    today = report_date(source_date_epoch(), settings.get("date"))
    return settle(read_findings(site, stages), allowances(site), severities, today)


def allowances(site: Site) -> list[Allowance]:
    """Return every waiver of the report: in chapters and in `checks.yml`."""
    out = [one for chapter in _waiving(site) for one in in_chapter(chapter)]
    path = site.source("checks.yml")
    text = read_text(site.root / path)
    return out if text is None else out + in_checks(Text(path, text))


def _waiving(site: Site) -> Iterator[Chapter]:
    """Yield the chapters that may hold a waiver; to parse them all takes long."""
    for name in read_settings(site).chapters:
        raw = (site.build / "chapters" / f"{name}.json").read_bytes()
        if b"crossfoot:" in raw:
            yield chapter_of(json.loads(raw))


def _ledgers(site: Site) -> tuple[Any, Any]:
    names = ("numbers.json", "repeats.json")
    paths = [site.build / name for name in names]
    numbers, repeats = (read_json(path) if path.exists() else {} for path in paths)
    return numbers, repeats


def _chapters(site: Site) -> Sources:
    """Return the texts of the chapters, in reading order."""
    entries = read_json(site.build / "settings.json")["chapters"]
    return texts(site, [entry["file"] for entry in entries])


def read_settled(site: Site) -> list[Finding]:
    """Return the findings of `build/findings.json`."""
    return [
        from_dict(one) for one in read_json(site.build / "findings.json")["findings"]
    ]


def sources_of(site: Site, findings: list[Finding]) -> Sources:
    """Return the texts that findings point into; a missing file is left out."""
    files = {f.place.file for f in findings}
    files |= {note.place.file for f in findings for note in f.notes}
    return texts(site, sorted(files))


def texts(site: Site, files: Iterable[str]) -> Sources:
    """Return the texts of files in their order; a missing file is left out."""
    found = {file: read_text(site.root / file) for file in files}
    return {file: Text(file, text) for file, text in found.items() if text is not None}
