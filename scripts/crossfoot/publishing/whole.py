"""Whole: the documents of a release and the hashes of its files in, contradictions out.

SHA256SUMS alone can be written anew with the file it covers. The manifest, the
provenance statement, the crate and the archive name the same files again; whoever
alters one of them has to alter all, and then the signature no longer fits.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from crossfoot.publishing.crate import METADATA

MANIFEST = "manifest.json"
PROVENANCE = "provenance.json"
ENVELOPE = "provenance.intoto.jsonl"
SUMS = "SHA256SUMS"
ARCHIVE = "release.zip"
LAST = (MANIFEST, PROVENANCE, METADATA, SUMS, ARCHIVE)
"""Files that are written after the manifest, in order."""


def contradictions(
    found: Mapping[str, str],
    documents: Mapping[str, Any],
    packed: Mapping[str, str],
    inner: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield each file on which two of them disagree, and a sentence.

    `found` are the hashes of the files that are there, `packed` those in the archive,
    `inner` those that the archive's own checksums state, all by name.
    """
    manifest = documents[MANIFEST]
    listed = {one["path"]: one["sha256"] for one in manifest["outputs"]}
    plain = {name for name in found if name not in (*LAST, ENVELOPE)}
    yield from _held(MANIFEST, listed, {name: found[name] for name in plain})
    subjects = documents[PROVENANCE]["subject"]
    made = {one["name"]: one["digest"]["sha256"] for one in subjects}
    told = {name: found[name] for name in (*plain, MANIFEST) if name in found}
    yield from _held(PROVENANCE, made, told)
    graph = documents[METADATA]["@graph"]
    files = {one["@id"]: one["sha256"] for one in graph if one["@type"] == "File"}
    told |= {PROVENANCE: found[PROVENANCE]} if PROVENANCE in found else {}
    yield from _held(METADATA, files, told)
    told |= {METADATA: found[METADATA]} if METADATA in found else {}
    held = {name: digest for name, digest in packed.items() if name != SUMS}
    yield from _held(ARCHIVE, held, told)
    yield from _held(f"{SUMS} in {ARCHIVE}", inner, told)
    yield from _sources(documents)


def _held(
    where: str, listed: Mapping[str, str], found: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for name in sorted({*listed, *found}):
        if name not in found:
            yield name, f"{where} names {name}, which is not there"
        elif name not in listed:
            yield name, f"{where} does not name {name}"
        elif listed[name] != found[name]:
            yield name, f"{where} has another {name} than the one that is there"


def _sources(documents: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield where manifest and provenance name other sources."""
    inputs = {one["path"]: one["sha256"] for one in documents[MANIFEST]["inputs"]}
    build = documents[PROVENANCE]["predicate"]["buildDefinition"]
    stated = {
        one["uri"].removeprefix("file:"): one["digest"]["sha256"]
        for one in build["resolvedDependencies"]
        if one["uri"].startswith("file:")
    }
    for name in sorted({*inputs, *stated}):
        if inputs.get(name) != stated.get(name):
            yield name, f"{PROVENANCE} and {MANIFEST} name another source {name}"


def outside(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name that leads out of the folder, and a sentence."""
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            yield name, f"{name} in {SUMS} leads out of the release"


def versions(made: Mapping[str, str], here: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each tool of which another version is installed here."""
    for name in sorted({*made, *here}):
        if made.get(name, "") != here.get(name, ""):
            before, now = made.get(name) or "none", here.get(name) or "none"
            yield f"made with {name} {before}; here is {now}"


def inputs_differ(made: Mapping[str, str], here: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each source that is another one than the release's."""
    for name in sorted({*made, *here}):
        if name not in here:
            yield f"{name} is not in the sources; the release was made with it"
        elif name not in made:
            yield f"{name} is in the sources; the release was made without it"
        elif made[name] != here[name]:
            yield f"{name} is another file than the one the release was made of"


STAGES = {
    "report.pdf": "typeset",
    "report.html": "typeset",
    "report.docx": "office",
    "report.epub": "office",
    "report.ods": "office",
    "report.xlsx": "office",
    "report.json": "assemble",
    "numbers.json": "numbers",
    "repeats.json": "repeats",
    "findings.json": "findings",
    "accessibility.html": "findings",
    "assurance.json": "assurance",
    "qa.html": "pack",
    "qa.pdf": "pack",
    "corrections.html": "pack",
}
FOLDERS = {"site": "typeset", "figures": "figures", "data": "release"}


def stage_of(name: str) -> str:
    """Return the stage that makes a file of a release."""
    return STAGES.get(name) or FOLDERS.get(name.partition("/")[0], "release")


def byte_range(a: bytes, b: bytes) -> str:
    """Return in words where two files differ: the bytes of the first, from 0."""
    start = next(
        (at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y),
        min(len(a), len(b)),
    )
    end, last = 0, min(len(a), len(b)) - start
    while end < last and a[-1 - end] == b[-1 - end]:
        end += 1
    stop = len(a) - end
    span = f"bytes {start:,} to {stop:,}" if stop > start else f"at byte {start:,}"
    return f"{span} of {len(a):,}{_line(a, start)}"


def _line(data: bytes, at: int) -> str:
    """Return the line of a text that a byte is in, in words; "" for other files."""
    if b"\0" in data or not data:
        return ""
    return f", line {data.count(bytes([10]), 0, at) + 1}"
