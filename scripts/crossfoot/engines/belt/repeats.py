"""The repeats stage: chapters and what authors decided in, `build/repeats.json` out.

The cache keeps the fingerprint of each chapter; they are joined anew each time.
"""

import json

from crossfoot.chapters import Settings, chapter_of
from crossfoot.dates import report_date
from crossfoot.engines.belt import Log
from crossfoot.engines.cache import Cache
from crossfoot.engines.environment import source_date_epoch
from crossfoot.engines.files import (
    decode,
    read_bytes,
    read_settings,
    read_text,
    write_findings,
    write_json,
)
from crossfoot.engines.settling import in_checks_of
from crossfoot.findings import several
from crossfoot.fingerprints import code
from crossfoot.places import Text
from crossfoot.repeats import joined
from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.decisions import Told, parse
from crossfoot.repeats.fingerprint import fingerprint, of_fingerprint
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.site import Site


def run(site: Site, log: Log) -> None:
    """Write the relations between passages, the cuts, and the findings."""
    settings = read_settings(site)
    cache = Cache(site, "repeats", code("repeats"))
    lexicon = Lexicon()
    pages = []
    for name in settings.chapters:
        raw = read_bytes(site.build / "chapters" / f"{name}.json")
        kept, made = cache.item(lambda: _fingerprint(raw), raw)  # noqa: B023 - at once
        pages.append(of_fingerprint(kept, lexicon))
        log(f"{'took' if made else 'kept'} the fingerprint of {name}")
    product, findings = joined(pages, settings, told(site, settings))
    cache.sweep()
    write_json(site.build / "repeats.json", product)
    write_findings(site, "repeats", findings)
    relations, cuts = len(product["relations"]), len(product["cuts"])
    log(f"found {several(relations, 'relation')}, planned {several(cuts, 'cut')}")


def _fingerprint(raw: bytes) -> bytes:
    return fingerprint(lay_out(chapter_of(json.loads(raw)), Lexicon())).encode()


def told(site: Site, settings: Settings) -> Told:
    """Return what `decisions.yml` and `checks.yml` say about repeats."""
    day = report_date(source_date_epoch(), settings.get("date"))
    checks = site.source("checks.yml")
    waivers = read_text(site.root / checks)
    allowances = in_checks_of(Text(checks, waivers)) if waivers is not None else []
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
