"""Settling: what stages found and the waivers of a report in, settled findings out."""

import json
from collections.abc import Iterator

from crossfoot.chapters import Chapter, chapter_of
from crossfoot.codes import OFF, Severity
from crossfoot.dates import report_date
from crossfoot.engines.environment import source_date_epoch
from crossfoot.engines.files import read_findings, read_settings, read_text
from crossfoot.findings import Finding
from crossfoot.places import Text
from crossfoot.site import Site
from crossfoot.waivers import Allowance, in_chapter, in_checks, settle


def settle_all(site: Site, stages: tuple[str, ...]) -> list[Finding]:
    """Return what stages found, with severities set and waivers applied."""
    settings = read_settings(site)
    told: dict[str, Severity] = settings.get("severity", default={})
    severities = {one: told[one] for one in told if told[one] != OFF}
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
