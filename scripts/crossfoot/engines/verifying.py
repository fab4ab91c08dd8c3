"""Verifying: a release in, and its sources where given; what is wrong with it out."""

import json
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from crossfoot.compare import compare
from crossfoot.engines.belt import STAGES, run
from crossfoot.engines.belt.release import faults, hashes_of, installed_tools
from crossfoot.engines.comparing import released
from crossfoot.engines.files import sha256
from crossfoot.engines.sealing import SealError, signed
from crossfoot.engines.zipped import read
from crossfoot.publishing import whole
from crossfoot.render import differences
from crossfoot.site import Site

UNREADABLE = (OSError, BadZipFile, ValueError, RuntimeError, EOFError, zlib.error)
"""What a damaged archive may raise."""
MOST = 20
"""Lines of differences, and pages, that are shown."""


@dataclass(slots=True)
class Verdict:
    """What was found of a release."""

    wrong: list[str] = field(default_factory=list)
    """Sentences; a release with one of them is not what it says."""
    notes: list[str] = field(default_factory=list)


def verify(folder: Path, key: Path | None, source: Path | None) -> Verdict:
    """Return what is wrong with a release, and what else there is to know."""
    verdict = Verdict(wrong=faults(folder))
    documents = dict(_documents(folder, verdict))
    if len(documents) == len(whole.LAST) - 2:
        packed = _packed(folder, verdict)
        try:
            found = whole.contradictions(hashes_of(folder), documents, packed)
            verdict.wrong += _new(found, verdict.wrong)
        except (KeyError, TypeError, AttributeError):
            verdict.wrong.append("the release's own documents cannot be understood")
    _check_seal(folder, key, verdict)
    if source is not None and not verdict.wrong:
        _rebuild(folder, source, documents[whole.MANIFEST], verdict)
    return verdict


def _new(found: Iterable[tuple[str, str]], wrong: Sequence[str]) -> list[str]:
    """Return one sentence for each file that nothing was said of."""
    first: dict[str, str] = {}
    for name, sentence in found:
        first.setdefault(name, sentence)
    starts = tuple(one.partition(" ")[0] for one in wrong)
    return [first[name] for name in sorted(first) if name.split(" ")[0] not in starts]


def _documents(folder: Path, verdict: Verdict) -> Iterator[tuple[str, Any]]:
    for name in whole.LAST[:3]:
        path = folder / name
        try:
            yield name, json.loads(path.read_bytes())
        except FileNotFoundError:
            verdict.wrong.append(f"{name} is missing")
        except ValueError:
            verdict.wrong.append(f"{name} is no JSON")


def _packed(folder: Path, verdict: Verdict) -> dict[str, str]:
    """Return the hashes of the files in the archive, by name."""
    try:
        files = read((folder / whole.ARCHIVE).read_bytes())
    except UNREADABLE:
        verdict.wrong.append(f"{whole.ARCHIVE} cannot be read")
        return {}
    return {name: sha256(data) for name, data in files.items()}


def _check_seal(folder: Path, key: Path | None, verdict: Verdict) -> None:
    path = folder / whole.ENVELOPE
    if not path.is_file():
        if key is not None:
            verdict.wrong.append(f"the release is not signed: no {whole.ENVELOPE}")
        return
    try:
        payload, worth = signed(path.read_text("utf-8", "replace"), key)
    except SealError as problem:
        verdict.wrong.append(f"{whole.ENVELOPE}: {problem}")
        return
    stated = folder / whole.PROVENANCE
    if not stated.is_file() or payload != stated.read_bytes():
        verdict.wrong.append(f"{whole.ENVELOPE} seals another {whole.PROVENANCE}")
    verdict.notes.append(worth)


def _rebuild(folder: Path, source: Path, manifest: Any, verdict: Verdict) -> None:
    """Build the sources anew and compare what comes out with the release."""
    verdict.notes += whole.versions(manifest["tools"], installed_tools())
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as build:
        site = Site.at(source, Path(build))
        for stage in STAGES:
            if run(stage, site, lambda _: None):
                verdict.wrong.append(
                    f"the sources do not pass: {stage} made no release"
                )
                break
        made = site.build / "release"
        if made.is_dir():
            _compare(folder, made, verdict)


def _compare(folder: Path, made: Path, verdict: Verdict) -> None:
    sides = [json.loads((one / whole.MANIFEST).read_bytes()) for one in (folder, made)]
    ours, theirs = ({o["path"]: o["sha256"] for o in s["inputs"]} for s in sides)
    verdict.wrong += whole.inputs_differ(ours, theirs)
    a, b = hashes_of(folder), hashes_of(made)
    late = {*whole.LAST, whole.ENVELOPE}
    for name in sorted({*a, *b} - late):
        if a.get(name) != b.get(name):
            verdict.wrong.append(_difference(folder / name, made / name, name))
    if a.get("report.json") != b.get("report.json"):
        old, new = released("release", folder), released("sources", made)
        told = differences.text("the release", "the sources", compare(old, new))
        verdict.notes += told.rstrip("\n").split("\n")[:MOST]


def _difference(a: Path, b: Path, name: str) -> str:
    stage = f"{whole.stage_of(name)} makes it"
    if not a.is_file():
        return f"{name} is made of the sources and is not in the release ({stage})"
    if not b.is_file():
        return f"{name} is in the release and is not made of the sources ({stage})"
    where = whole.byte_range(a.read_bytes(), b.read_bytes())
    pages = _pages(a, b) if name == "report.pdf" else ""
    return f"{name} differs, {where} ({stage}){pages}"


def _pages(a: Path, b: Path) -> str:
    """Return which pages of two PDFs look otherwise, in words."""
    import pypdfium2

    with pypdfium2.PdfDocument(a) as old, pypdfium2.PdfDocument(b) as new:
        if len(old) != len(new):
            return f": {len(old)} pages in the release, {len(new)} of the sources"
        looks = (
            [page.render(scale=0.5).to_numpy().tobytes() for page in side]
            for side in (old, new)
        )
        pages = [n for n, (x, y) in enumerate(zip(*looks, strict=True), 1) if x != y]
    named = ", ".join(map(str, pages[:10])) + (
        " …" if len(pages) > len(pages[:10]) else ""
    )
    return f": pages {named} look otherwise" if pages else ": all pages look the same"
