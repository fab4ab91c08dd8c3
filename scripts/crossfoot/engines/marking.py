"""Marking: two states and what changed in, pages and documents in a folder out."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from crossfoot.compare import Differences, State
from crossfoot.compare.marking import Lists, Marks, marked
from crossfoot.compare.recording import without_entry
from crossfoot.dates import report_date
from crossfoot.engines.belt import run
from crossfoot.engines.environment import source_date_epoch
from crossfoot.engines.files import read_json, write, write_json
from crossfoot.nodes import meta
from crossfoot.record import record_of
from crossfoot.render import changes_page, corrections_page, differences
from crossfoot.render.corrections_page import edition_of
from crossfoot.site import Site

MADE = {
    "report.pdf": "marked.pdf",
    "report.html": "marked.html",
    "report.docx": "tracked.docx",
}
"""What is made of the marked report, and what it is called."""
AUTHOR = "Crossfoot"


def write_all(
    folder: Path, sides: tuple[State, State], found: Differences, site: Site | None
) -> list[str]:
    """Write what changed as page and JSON, and the new report with changes marked.

    Return the names of the files. A release cannot be set anew, for lack of its
    sources: without a site there is no marked report.
    """
    old, new = sides
    folder.mkdir(parents=True, exist_ok=True)
    names = (old.name, new.name)
    page = changes_page.render(*names, found, (old.figures, new.figures))
    write(folder / "changes.html", page)
    write(folder / "changes.json", differences.as_json(*names, found))
    record = record_of(dict(new.meta))
    left = without_entry(found.numbers, record.corrections)
    told = corrections_page.page(
        edition_of(record), record.corrections, new.policy, left, record.date
    )
    write(folder / "corrections.html", told)
    made = _mark(folder, sides, found, site) if site else []
    return ["changes.html", "changes.json", "corrections.html", *made]


def _mark(
    folder: Path, sides: tuple[State, State], found: Differences, site: Site
) -> list[str]:
    old, new = sides
    path = site.build / "report.json"
    report = read_json(path)
    written = str(report["meta"].get("date", {}).get("c", ""))
    day = report_date(source_date_epoch(), written)
    marks = Marks(AUTHOR, f"{day.isoformat()}T00:00:00Z")
    report["blocks"] = marked(new.blocks, Lists(old.blocks), found.text, marks)
    report["meta"] = _told(report["meta"], old.name, new.name)
    write_json(path, report)
    for stage in ("typeset", "office"):
        run(stage, site, lambda _: None)
    out = []
    for name, copy in MADE.items():
        if (site.build / name).is_file():
            shutil.copyfile(site.build / name, folder / copy)
            out.append(copy)
    return out


def _told(record: Mapping[str, object], old: str, new: str) -> dict[str, object]:
    """Return the record with what is compared in the subtitle's place."""
    said = f"Changes from {old} to {new}: [+put in+], [−taken out−]"
    return {**record, "subtitle": meta(said)}
