"""Rebuilding: a release and its sources in, how what they make differs out."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from crossfoot.compare import compare
from crossfoot.engines.belt import STAGES, run
from crossfoot.engines.belt.release import hashes_of, installed_tools
from crossfoot.engines.comparing import released
from crossfoot.engines.pagepictures import pages_differ
from crossfoot.publishing import whole
from crossfoot.render import differences
from crossfoot.site import Site

MOST = 20
"""Lines of differences that are shown."""


def rebuild(
    folder: Path, source: Path, documents: Mapping[str, Any], pictures: Path | None
) -> tuple[list[str], list[str]]:
    """Build the sources anew; return what differs from the release, and notes."""
    manifest, wrong = documents[whole.MANIFEST], list[str]()
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as build:
        site = Site.at(source, Path(build))
        for stage in STAGES:
            if run(stage, site, lambda _: None):
                said = f"the sources do not pass: {stage} made no release"
                wrong.append(f"{said}; crossfoot check {source} says why")
                break
        here = installed_tools(site)
        notes = list(whole.versions(manifest["tools"], here))
        made = site.build / "release"
        if not made.is_dir():
            return wrong, notes
        differing = list(_differing(folder, made, pictures, same=not notes))
        notes += _text(folder, made)
    if differing and not notes and differing[0].partition(" ")[0] in hashes_of(folder):
        notes.append("no source and no tool differs; the release was made otherwise")
    return wrong + differing, notes


def _differing(
    folder: Path, made: Path, pictures: Path | None, *, same: bool
) -> Iterator[str]:
    """Yield the sources, then the files that are other ones."""
    sides = [json.loads((one / whole.MANIFEST).read_bytes()) for one in (folder, made)]
    ours, theirs = ({o["path"]: o["sha256"] for o in s["inputs"]} for s in sides)
    yield from whole.inputs_differ(ours, theirs)
    a, b = hashes_of(folder), hashes_of(made)
    late = {*whole.LAST, whole.ENVELOPE}
    names = [n for n in sorted({*a, *b} - late) if a.get(n) != b.get(n)]
    if not names and ours == theirs and same:
        # Of equal files all that is said of them has to be equal, too.
        stated = sorted({*whole.LAST} - {whole.SUMS})
        names = [n for n in stated if a.get(n) != b.get(n)]
    for name in names:
        yield _difference(folder / name, made / name, name, pictures)


def _text(folder: Path, made: Path) -> list[str]:
    """Return what changed in the text, a line each."""
    a, b = (one / "report.json" for one in (folder, made))
    if not a.is_file() or not b.is_file() or a.read_bytes() == b.read_bytes():
        return []
    try:
        old, new = released("release", folder), released("sources", made)
        told = differences.text("the release", "the sources", compare(old, new))
    except (KeyError, TypeError, AttributeError, ValueError):
        return ["the text in report.json cannot be understood"]
    return told.rstrip("\n").split("\n")[:MOST]


def _difference(a: Path, b: Path, name: str, pictures: Path | None) -> str:
    stage = f"{whole.stage_of(name)} makes it"
    if not a.is_file():
        return f"{name} is made of the sources and is not in the release ({stage})"
    if not b.is_file():
        return f"{name} is in the release and is not made of the sources ({stage})"
    where = whole.byte_range(a.read_bytes(), b.read_bytes())
    pages = pages_differ(a, b, pictures) if name == "report.pdf" else ""
    return f"{name} differs, {where} ({stage}){pages}"
