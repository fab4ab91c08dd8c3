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
from crossfoot.engines.memory import held, keeps, remembered
from crossfoot.engines.settling import in_checks_of
from crossfoot.findings import several
from crossfoot.fingerprints import code
from crossfoot.places import Text
from crossfoot.repeats import joined
from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.compare import Comparison, IsCommon, compare
from crossfoot.repeats.decisions import Told, parse
from crossfoot.repeats.fingerprint import fingerprint, of_fingerprint
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.units import Unit
from crossfoot.site import Site


def run(site: Site, log: Log) -> None:
    """Write the relations between passages, the cuts, and the findings."""
    settings = read_settings(site)
    cache = Cache(site, "repeats", code("repeats"))
    lexicon = remembered(Lexicon, "lexicon")
    pages = []
    for name in settings.chapters:
        raw = read_bytes(site.build / "chapters" / f"{name}.json")
        kept, made = cache.item(lambda: _fingerprint(raw), raw)  # noqa: B023 - at once
        pages.append(_layout(kept, lexicon))
        log(f"{'took' if made else 'kept'} the fingerprint of {name}")
    product, findings = joined(pages, settings, told(site, settings), _compared)
    cache.sweep()
    write_json(site.build / "repeats.json", product)
    write_findings(site, "repeats", findings)
    relations, cuts = len(product["relations"]), len(product["cuts"])
    found = f"{several(relations, 'relation')} between passages"
    log(f"{found}, {several(cuts, 'cut')}" if relations else "nothing stands twice")


def _layout(kept: bytes, lexicon: Lexicon) -> Layout:
    """Return the layout of a fingerprint."""
    key = "layout", kept, id(lexicon)
    return held(lambda: of_fingerprint(kept, lexicon), *key, of=lexicon)


class _Known:
    """What two units share, and which words were looked up for it."""

    def __init__(self) -> None:
        self.made: Comparison | None = None
        self.asked: dict[str, bool] = {}

    def compared(self, a: Unit, b: Unit, is_common: IsCommon) -> Comparison:
        """Return what units share: anew where a word is a name now that was none."""

        def ask(word: str) -> bool:
            self.asked[word] = is_common(word)
            return self.asked[word]

        if not self.made or any(is_common(w) != yes for w, yes in self.asked.items()):
            self.asked.clear()
            self.made = compare(a, b, ask)
        return self.made


def _compared(a: Unit, b: Unit, is_common: IsCommon) -> Comparison:
    """Return what two units share, which is kept while both stand."""
    if not keeps():
        return compare(a, b, is_common)
    known = held(_Known, "compared", id(a), id(b), of=(a, b))
    return known.compared(a, b, is_common)


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
