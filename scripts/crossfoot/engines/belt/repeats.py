"""The repeats stage: chapters and what authors decided in, `build/repeats.json` out."""

from crossfoot.chapters import Settings
from crossfoot.dates import report_date
from crossfoot.engines.belt import Log
from crossfoot.engines.environment import source_date_epoch
from crossfoot.engines.files import (
    decode,
    read_chapters,
    read_settings,
    read_text,
    write_findings,
    write_json,
)
from crossfoot.findings import several
from crossfoot.places import Text
from crossfoot.repeats import find
from crossfoot.repeats.decisions import Told, parse
from crossfoot.site import Site
from crossfoot.waivers import in_checks


def run(site: Site, log: Log) -> None:
    """Write the relations between passages, the cuts, and the findings."""
    settings = read_settings(site)
    product, findings = find(read_chapters(site), settings, told(site, settings))
    write_json(site.build / "repeats.json", product)
    write_findings(site, "repeats", findings)
    relations, cuts = len(product["relations"]), len(product["cuts"])
    log(f"found {several(relations, 'relation')}, planned {several(cuts, 'cut')}")


def told(site: Site, settings: Settings) -> Told:
    """Return what `decisions.yml` and `checks.yml` say about repeats."""
    day = report_date(source_date_epoch(), settings.get("date"))
    checks = site.source("checks.yml")
    waivers = read_text(site.root / checks)
    allowances = in_checks(Text(checks, waivers)) if waivers is not None else []
    name = site.source("decisions.yml")
    path = site.root / name
    if not path.is_file():
        return Told(allowances=tuple(allowances), day=day)
    from crossfoot.read import encoding

    data = path.read_bytes()
    text = Text(name, decode(data)[0])
    decisions, wrong = parse(text)
    findings = *encoding(text, data), *wrong
    return Told(tuple(decisions), findings, tuple(allowances), day)
