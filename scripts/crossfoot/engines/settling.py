"""Settling: what stages found and the waivers of a report in, settled findings out."""

from crossfoot.codes import OFF, Severity
from crossfoot.dates import report_date
from crossfoot.engines.environment import source_date_epoch
from crossfoot.engines.files import (
    read_bytes,
    read_chapter,
    read_findings,
    read_settings,
    read_text,
)
from crossfoot.engines.memory import remembered
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
    names = read_settings(site).chapters
    out = [one for name in names for one in in_chapter_of(site, name)]
    path = site.source("checks.yml")
    text = read_text(site.root / path)
    return out if text is None else out + in_checks_of(Text(path, text))


def in_chapter_of(site: Site, name: str) -> list[Allowance]:
    """Return the waivers of a chapter; one without any is not parsed for it."""
    raw = read_bytes(site.build / "chapters" / f"{name}.json")

    def found() -> list[Allowance]:
        return in_chapter(read_chapter(site, name)) if b"crossfoot:" in raw else []

    return remembered(found, "waivers", raw)


def in_checks_of(text: Text) -> list[Allowance]:
    """Return the waivers of `checks.yml`."""
    return remembered(lambda: in_checks(text), "checks", text.file, text.text)
