"""The repeats stage: chapters and settings in, `build/repeats.json` out."""

from crossfoot.engines.belt import Log
from crossfoot.engines.files import (
    read_chapters,
    read_settings,
    write_findings,
    write_json,
)
from crossfoot.findings import several
from crossfoot.repeats import find
from crossfoot.site import Site


def run(site: Site, log: Log) -> None:
    """Write the relations between passages, the cuts, and the findings."""
    product, findings = find(read_chapters(site), read_settings(site))
    write_json(site.build / "repeats.json", product)
    write_findings(site, "repeats", findings)
    relations, cuts = len(product["relations"]), len(product["cuts"])
    log(f"found {several(relations, 'relation')}, planned {several(cuts, 'cut')}")
