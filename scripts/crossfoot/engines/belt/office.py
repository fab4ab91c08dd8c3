"""The office stage: `build/report.json` in, Word document, e-book, workbook out.

What `outputs:` of `report.yml` does not list is not made, and what an earlier run made
of it is taken away.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from crossfoot.csvfile import Dialect, rows
from crossfoot.dates import report_date, timestamp
from crossfoot.engines.belt import STAGES, Log
from crossfoot.engines.cache import Cache
from crossfoot.engines.environment import source_date_epoch
from crossfoot.engines.files import (
    prune,
    read_text,
    write,
    write_changed,
    write_findings,
)
from crossfoot.engines.fontfiles import typefaces
from crossfoot.engines.officepictures import shown
from crossfoot.engines.pictures import FOLDER
from crossfoot.engines.record import publication, readable
from crossfoot.engines.settling import settle_all
from crossfoot.engines.theming import folder as own_fonts
from crossfoot.engines.theming import theme_of
from crossfoot.findings import Finding, count, listed
from crossfoot.fingerprints import code
from crossfoot.nodes import Node, attributes, identifier, text, walk
from crossfoot.office.faults import cut, plain
from crossfoot.office.numbering import targets
from crossfoot.office.pictures import Data, Shown
from crossfoot.office.publication import Publication
from crossfoot.office.sheets import LEAVES, Book
from crossfoot.office.word import Word
from crossfoot.office.wordfront import front, room
from crossfoot.office.workbook import worksheets
from crossfoot.outputs import DOWNLOADS, FILES, SITE, office_files, site_copies
from crossfoot.parts import Part, outline
from crossfoot.site import Site

BEFORE = STAGES[: STAGES.index("typeset")]
WORK = Path(".cache", "office-files")
"""The folder that writers read, in the build."""
MOST = 10_000
"""Rows of a table up to which the workbook holds one that is too long to print."""


@dataclass(frozen=True, slots=True)
class Job:
    """What all writers of one run share."""

    site: Site
    cache: Cache
    parts: list[Part]
    told: Publication
    pictures: dict[str, Shown]
    tokens: dict[str, Any]
    """Of the theme."""
    described: bool
    """Whether no picture lacks an alternative text."""

    @property
    def folder(self) -> Path:
        """Where pictures are."""
        return self.site.build / WORK


def run(site: Site, log: Log) -> None:
    """Write the files that are asked for, and the findings."""
    told = read_text(site.root / site.source("report.yml")) or ""
    wanted = office_files(told)
    for name in (name for names in FILES.values() for name in names):
        if name not in wanted:
            (site.build / name).unlink(missing_ok=True)
    findings: list[Finding] = []
    if wanted:
        job = job_of(site)
        for name, make in WRITERS.items():
            if set(FILES[name]) & set(wanted):
                findings += make(job)
        job.cache.sweep()
        kept = [job.folder / one.path for one in job.pictures.values()]
        prune(job.folder / FOLDER, kept)
    _copy(site, site_copies(told))
    write_findings(site, "office", findings)
    log(listed(wanted) if wanted else "nothing is asked for")


def _copy(site: Site, wanted: tuple[str, ...]) -> None:
    """Put copies of the files where the site offers them; delete all others."""
    for name in (name for names in FILES.values() for name in names):
        copy = site.build / SITE / DOWNLOADS / name
        if name in wanted:
            write_changed(copy, (site.build / name).read_bytes())
        else:
            copy.unlink(missing_ok=True)


def job_of(site: Site) -> Job:
    """Return what the writers need."""
    report = json.loads((site.build / "report.json").read_bytes())
    parts = readable(report)
    settled = settle_all(site, BEFORE)
    date = {"t": "MetaString", "c": ""}
    written = report["meta"].get("date", date)["c"]
    day = report_date(source_date_epoch(), written if isinstance(written, str) else "")
    title = parts[0].title if parts else ""
    told = publication(report["meta"], title, count(settled).errors, day)
    images = (
        node["c"][2][0]
        for part in parts
        for node in walk(part.blocks)
        if node["t"] == "Image"
    )
    (site.build / WORK).mkdir(parents=True, exist_ok=True)
    made = shown(site, site.build / WORK, dict.fromkeys(images))
    lacking = {one.code for one in settled} & {"ACC01", "FIG03"}
    cache = Cache(site, "office", code("office"))
    tokens = theme_of(site, cache).tokens
    return Job(site, cache, parts, told, made, tokens, described=not lacking)


def word(job: Job) -> list[Finding]:
    """Write the Word document."""
    from crossfoot.engines.docx import RefusedError, docx

    tokens = job.tokens
    blocks = [block for part in job.parts for block in part.blocks]
    writer = Word(targets(blocks), job.pictures, room(tokens), job.told.language)
    groups = [writer.part(part) for part in job.parts]
    first = front(job.told, job.parts, outline(job.parts))
    stamp = timestamp(report_date(None, job.told.day))

    def made(held: list[list[Node]]) -> bytes:
        inside = [block for group in (first, *held) for block in group]
        return docx(inside, job.told, tokens, job.folder, stamp)

    findings = []
    try:
        data, _ = job.cache.item(lambda: made(groups), *_parts_of(job, groups, stamp))
    except RefusedError:
        for at, part in enumerate(job.parts):
            alone: list[list[Node]] = [[] for _ in groups]
            alone[at] = groups[at]
            try:
                made(alone)
            except RefusedError as refused:
                groups[at] = as_words(part)
                findings.append(plain(part, "Word document", str(refused)))
        data = made(groups)
    write(job.site.build / "report.docx", data)
    return findings


def _parts_of(job: Job, groups: list[list[Node]], stamp: int) -> Iterator[str | bytes]:
    """Yield all that a Word document is made of."""
    yield json.dumps(groups)
    yield json.dumps(asdict(job.told))
    yield json.dumps(job.tokens)
    yield str(stamp)
    for one in job.pictures.values():
        yield (job.folder / one.path).read_bytes()


def as_words(part: Part) -> list[Node]:
    """Return a part as paragraphs of its words."""
    return [
        {"t": "Para", "c": [{"t": "Str", "c": said}]}
        for block in part.blocks
        if (said := " ".join(text(block).split()))
    ]


def ebook(job: Job) -> list[Finding]:
    """Write the e-book."""
    from crossfoot.engines.covers import cover
    from crossfoot.engines.epub import Shows, Volume, epub

    files = {
        one.path: (job.folder / one.path).read_bytes() for one in job.pictures.values()
    }
    printed = typefaces(job.tokens, own_fonts(job.site), job.folder)
    files["cover.png"] = cover(job.told, printed, job.folder, job.cache)
    volume = Volume(
        job.parts,
        outline(job.parts),
        exhibits(job.parts),
        job.told,
        Shows(job.pictures, dict(figures(job))),
        files,
        job.described,
    )
    made = epub(volume, job.cache)
    write(job.site.build / "report.epub", made.data)
    return [plain(part, "e-book", "its markup is not XML") for part in made.plain]


def exhibits(parts: list[Part]) -> dict[str, list[tuple[str, str]]]:
    """Return identifier and caption of labelled figures and tables."""
    out: dict[str, list[tuple[str, str]]] = {"Figure": [], "Table": []}
    for part in parts:
        for node in walk(part.blocks, LEAVES):
            label = attributes(node).get("label", "") if node["t"] in out else ""
            said = " ".join(text(node["c"][1][1]).split()) if label else ""
            if said and identifier(node):
                out[node["t"]].append((identifier(node), f"{label} {said}"))
    return out


def workbook(job: Job) -> list[Finding]:
    """Write the workbook in both formats."""
    from crossfoot.engines.workbook import ods, xlsx

    book = Book(dict(long_tables(job)), dict(figures(job)))
    sheets = book.sheets(job.parts)
    made = worksheets(job.told, sheets, book.notes)
    write(job.site.build / "report.ods", ods(job.told, made))
    write(job.site.build / "report.xlsx", xlsx(job.told, made))
    return [cut(one.file, one.title) for one in sheets if one.cut]


def figures(job: Job) -> Iterator[tuple[str, Data]]:
    """Yield name and data of each figure that a recipe drew."""
    for path in sorted((job.site.build / "figures").glob("*.json")):
        entry: dict[str, Any] = json.loads(path.read_bytes())
        table = entry.get("table")
        if table:
            told = entry.get("description", "")
            yield entry["name"], (table["columns"], table["rows"], told)


def long_tables(job: Job) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the records of CSV files that the report only names, by path."""
    path = job.site.build / "quantities.json"
    known = json.loads(path.read_bytes())["tables"] if path.is_file() else []
    written = {one["file"]: one["delimiter"] for one in known if one["rows"] <= MOST}
    for part in job.parts:
        for node in walk(part.blocks, LEAVES):
            source = attributes(node).get("source", "") if node["t"] == "Table" else ""
            if source in written and len(node["c"][2]) == 1 and _rows(node) == 1:
                data = (job.site.root / source).read_bytes()
                form = Dialect(delimiter=written[source])
                yield source, [list(row.values) for row in rows(data, form)]


def _rows(table: Node) -> int:
    """Return how many rows a table has, its header among them."""
    _, _, _, head, bodies, foot = table["c"]
    inside = sum(len(body[2]) + len(body[3]) for body in bodies)
    return len(head[1]) + inside + len(foot[1])


WRITERS = {"docx": word, "epub": ebook, "workbook": workbook}
"""What writes each output."""
