"""The structure stage: chapters in, findings on headings, links and images out."""

from pathlib import PurePosixPath

from crossfoot.engines.belt import Log
from crossfoot.engines.files import (
    read_bytes,
    read_chapter,
    read_json,
    read_settings,
    write_findings,
)
from crossfoot.engines.memory import remembered
from crossfoot.findings import several
from crossfoot.places import Span
from crossfoot.site import Site
from crossfoot.structure import Survey, World, check, named, survey


def run(site: Site, log: Log) -> None:
    """Write the findings."""
    findings = check(world(site))
    write_findings(site, "structure", findings)
    log(f"found {several(len(findings), 'problem')} of structure")


def world(site: Site) -> World:
    """Return what the chapters of a report may refer to."""
    settings = read_settings(site)
    surveys = [surveyed(site, name) for name in settings.chapters]
    references = read_json(site.build / "references.json")
    present = {path for path in named(surveys) if (site.root / path).is_file()}
    return World(
        surveys,
        cited=frozenset(str(entry["id"]) for entry in references),
        present=frozenset(present),
        pictures=_pictures(site),
        recipes=frozenset(PurePosixPath(path).stem for path in site.recipes()),
        bibliography=str(settings.get("bibliography", default="references.bib")),
        cuts=_cuts(site),
    )


def surveyed(site: Site, name: str) -> Survey:
    """Return the survey of a chapter."""
    raw = read_bytes(site.build / "chapters" / f"{name}.json")
    return remembered(lambda: survey(read_chapter(site, name)), "survey", raw)


def _cuts(site: Site) -> dict[str, list[Span]]:
    """Return what is cut of each chapter; nothing where repeats were not looked for."""
    path = site.build / "repeats.json"
    found: dict[str, list[Span]] = {}
    for cut in read_json(path)["cuts"] if path.exists() else ():
        found.setdefault(cut["file"], []).append((cut["span"][0], cut["span"][1]))
    return found


def _pictures(site: Site) -> tuple[str, ...]:
    found = (site.sources / "images").rglob("*")
    paths = (path.relative_to(site.sources) for path in found if path.is_file())
    return tuple(sorted(path.as_posix() for path in paths))
