"""The repeats stage: chapters and what authors decided in, `build/repeats.json` out.

The cache keeps of each chapter its fingerprint and what a join made of it, and of the
report what its pairs of units came to. They are joined anew each time.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from crossfoot.chapters import Settings, as_printed
from crossfoot.dates import report_date
from crossfoot.engines.belt import Log
from crossfoot.engines.cache import Cache
from crossfoot.engines.environment import source_date_epoch
from crossfoot.engines.files import (
    decode,
    read_bytes,
    read_chapter,
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
from crossfoot.repeats.compare import Comparison, compare
from crossfoot.repeats.decisions import Told, parse
from crossfoot.repeats.derived import derived, enter
from crossfoot.repeats.echoes import Kept
from crossfoot.repeats.fingerprint import fingerprint, of_fingerprint
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.recalled import Recalled
from crossfoot.repeats.spellings import Spellings
from crossfoot.repeats.statements import By, Compare
from crossfoot.repeats.units import Unit
from crossfoot.repeats.vocabulary import Vocabulary
from crossfoot.site import Site


def run(site: Site, log: Log) -> None:
    """Write the relations between passages, the cuts, and the findings."""
    settings = read_settings(site)
    cache = Cache(site, "repeats", code("repeats"))
    lexicon = remembered(Lexicon, "lexicon")
    pages = {}
    for name in settings.chapters:
        raw = read_bytes(site.build / "chapters" / f"{name}.json")
        kept, made = cache.item(lambda: _fingerprint(site, name), raw)  # noqa: B023 - at once
        pages[cache.address("derived", kept)] = _layout(kept, lexicon)
        log(f"{'took' if made else 'kept'} the fingerprint of {name}")
    with _recalled(cache, pages) as by:
        product, findings = joined(pages.values(), settings, told(site, settings), by)
    cache.sweep()
    write_json(site.build / "repeats.json", product)
    write_findings(site, "repeats", findings)
    relations, cuts = len(product["relations"]), len(product["cuts"])
    found = f"{several(relations, 'pair')} of passages alike, {cuts} taken out"
    log(found if relations else "nothing stands twice")


def _layout(kept: bytes, lexicon: Lexicon) -> Layout:
    """Return the layout of a fingerprint."""
    key = "layout", kept, id(lexicon)
    return held(lambda: of_fingerprint(kept, lexicon), *key, of=lexicon)


@dataclass(slots=True)
class _Known:
    """What two units share, and which words were looked up for it."""

    made: Comparison
    asked: set[str]


class _Comparisons:
    """What the units of a report share, for who compares most of them again."""

    def __init__(self) -> None:
        self.old: dict[tuple[int, int], _Known] = {}
        self.new: dict[tuple[int, int], _Known] = {}
        self.known = Vocabulary(Spellings())
        self.faces: dict[tuple[str, str], _Known] = {}
        """The same by what two units look like, wherever they stand."""
        self.other: set[str] = set()
        """Words that are names now and were none, or the other way round."""

    def of(self, known: Vocabulary) -> Compare:
        """Return what compares units of a report with this vocabulary."""
        self.old, self.new = self.new, {}
        self.other = known.differing(self.known)
        self.known = known
        # Others hold units of chapters that were edited since, and all of those.
        every = self.old.values()
        self.faces = {(one.made.a.face, one.made.b.face): one for one in every}
        return self.compared

    def compared(self, a: Unit, b: Unit) -> Comparison:
        """Return what units share: anew where a word is a name now that was none."""
        name = id(a), id(b)
        found = self.new.get(name) or self.old.get(name)
        # Comparisons hold their units, so that no other ones get their names.
        if found is None or not found.asked.isdisjoint(self.other):
            found = self._alike(a, b) or self._made(a, b)
            self.faces[a.face, b.face] = found
        self.new[name] = found
        return found.made

    def _alike(self, a: Unit, b: Unit) -> _Known | None:
        """Return what units share, as others of the same words that were compared do.

        An edit makes all units of its chapter new, and most of them say what they said.
        """
        found = self.faces.get((a.face, b.face))
        if found is None or not self._holds(found):
            return None
        return _Known(Comparison(a, b, found.made.matches), found.asked)

    def _holds(self, one: _Known) -> bool:
        """Say whether all that was looked up for a comparison is as it was."""
        name = id(one.made.a), id(one.made.b)
        if self.new.get(name) is one:
            return True
        return self.old.get(name) is one and one.asked.isdisjoint(self.other)

    def _made(self, a: Unit, b: Unit) -> _Known:
        asked: set[str] = set()

        def ask(word: str) -> bool:
            asked.add(word)
            return self.known.is_common(word)

        return _Known(compare(a, b, ask), asked)


LARGE = 1_000_000
"""Tokens of a report up to which the cache keeps what was found in pairs of units."""


@contextmanager
def _recalled(cache: Cache, pages: Mapping[str, Layout]) -> Iterator[By | None]:
    """Give what was found before, in this process or another; keep what is found now.

    The cache has one entry for all pairs of a report, by the code alone: each pair in
    it says itself what it hangs on.
    """
    if keeps():
        kept = remembered(Kept, "echoes")
        yield By(remembered(_Comparisons, "comparisons").of, kept)
    elif sum(map(len, pages.values())) > LARGE:
        yield None
    else:
        address = cache.address("pairs")
        pairs = Recalled(cache.get(address))
        printed = as_printed(page.chapter for page in pages.values())
        places = {one.name: number for number, one in enumerate(printed)}
        new = [one for one in pages.items() if not _entered(cache, places, *one)]
        yield By(pairs.of, Kept(in_order=pairs.in_order))
        for name, made in ((address, pairs.kept()), *_derived(new)):
            if made is not None:
                cache.put(name, made)


def _entered(
    cache: Cache, places: Mapping[str, int], address: str, page: Layout
) -> bool:
    """Enter what the cache has of a chapter besides its layout, and say whether."""
    found = cache.get(address)
    if found is not None:
        enter(page, places[page.chapter.name], found)
    return found is not None


def _derived(pages: Iterable[tuple[str, Layout]]) -> Iterator[tuple[str, bytes | None]]:
    return ((address, derived(page)) for address, page in pages)


def _fingerprint(site: Site, name: str) -> bytes:
    return fingerprint(lay_out(read_chapter(site, name), Lexicon())).encode()


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
    from crossfoot.utf8 import encoding

    data = path.read_bytes()
    text = Text(name, decode(data)[0])
    decisions, wrong = parse(text)
    findings = *encoding(text, data), *wrong
    return Told(tuple(decisions), findings, tuple(allowances), day)
