"""Verifying: a release in, and its sources where given; what is wrong with it out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crossfoot.engines.belt.release import faults, hashes_of
from crossfoot.engines.files import sha256
from crossfoot.engines.opened import Opened, opened
from crossfoot.engines.rebuilding import rebuild
from crossfoot.engines.sealing import SealError, signed
from crossfoot.fingerprints import PACKAGE
from crossfoot.publishing import whole
from crossfoot.release import read_sums

STRANGE = (KeyError, TypeError, AttributeError, ValueError, IndexError)
"""What a document of another form may raise."""
SCHEMAS = {
    "manifest.json": "manifest",
    "findings.json": "findings",
    "numbers.json": "numbers",
    "repeats.json": "repeats",
}
SAID = 160
"""Characters of what a schema says that are shown."""


@dataclass(slots=True)
class Verdict:
    """What was found of a release."""

    wrong: list[str] = field(default_factory=list)
    """Sentences; a release with one of them is not what it says."""
    notes: list[str] = field(default_factory=list)


def verify(
    folder: Path, key: Path | None, source: Path | None, pictures: Path | None = None
) -> Verdict:
    """Return what is wrong with a release, and what else there is to know.

    Pages that look otherwise than those of the sources are drawn in `pictures`.
    """
    archive, verdict = opened(folder), Verdict()
    hashes = hashes_of(folder)
    found = [*_odd(folder), *_outside(folder), *faults(folder), *archive.wrong]
    documents = dict(_documents(folder, found))
    if len(documents) == len(whole.LAST) - 2:
        packed = {name: sha256(data) for name, data in archive.files.items()}
        inner = read_sums(archive.sums)
        try:
            found += whole.contradictions(hashes, documents, packed, inner)
        except STRANGE:
            said = "the release's own documents cannot be understood"
            found.append((whole.MANIFEST, said))
    found += _seal(folder, key, verdict)
    found += _schemas(folder, {name for name, _ in found})
    verdict.wrong = list(_told(folder, archive, found))
    if source is not None and not verdict.wrong:
        differing, more = rebuild(folder, source, documents, pictures)
        verdict.wrong += differing
        verdict.notes += more
    return verdict


def _told(
    folder: Path, archive: Opened, found: Iterable[tuple[str, str]]
) -> Iterator[str]:
    """Yield the first sentence for each file, and where it is another one."""
    first: dict[str, str] = {}
    for name, sentence in found:
        first.setdefault(name, sentence)
    for name in sorted(first):
        path, kept = folder / name, archive.files.get(name)
        there = path.is_file() and not path.is_symlink()
        data = path.read_bytes() if kept and there else b""
        if not kept or not data or kept == data:
            yield first[name]
            continue
        where = whole.byte_range(data, kept)
        yield f"{first[name]}; it and the one in {whole.ARCHIVE} differ, {where}"


def _odd(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what is neither a file nor a folder."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield name, f"{name} is a link to {path.readlink()}; a release holds files"
        elif not path.is_file() and not path.is_dir():
            yield name, f"{name} is neither a file nor a folder"


def _outside(folder: Path) -> Iterator[tuple[str, str]]:
    text = (folder / whole.SUMS).read_text("utf-8", "replace")
    yield from whole.outside(read_sums(text))


def _documents(folder: Path, found: list[tuple[str, str]]) -> Iterator[tuple[str, Any]]:
    for name in whole.LAST[:3]:
        path = folder / name
        try:
            yield name, json.loads(path.read_bytes())
        except OSError:
            found.append((name, f"{name} is missing"))
        except (ValueError, RecursionError):
            found.append((name, f"{name} is no JSON"))


def _seal(
    folder: Path, key: Path | None, verdict: Verdict
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the signature; note what it is worth."""
    name, path = whole.ENVELOPE, folder / whole.ENVELOPE
    if not path.is_file():
        if key is not None:
            yield name, f"the release is not signed: no {name}"
        return
    try:
        payload, worth = signed(path.read_text("utf-8", "replace"), key)
    except SealError as problem:
        yield name, f"{name}: {problem}"
        return
    stated = folder / whole.PROVENANCE
    if not stated.is_file() or payload != stated.read_bytes():
        yield name, f"{name} seals another {whole.PROVENANCE}"
    verdict.notes.append(worth)


def _schemas(folder: Path, known: set[str]) -> Iterator[tuple[str, str]]:
    """Yield which documents, of those nothing was said of, have another form."""
    for name, schema in SCHEMAS.items():
        if name not in known and (folder / name).is_file():
            said = _against(folder / name, schema)
            if said:
                yield name, f"{name} has another form than its schema gives: {said}"


def _against(path: Path, schema: str) -> str:
    """Return how a document breaks a schema, in one line; "" where it does not."""
    from jsonschema import Draft202012Validator

    told: Mapping[str, Any] = json.loads(
        (PACKAGE / "schemas" / f"{schema}.schema.json").read_bytes()
    )
    try:
        value = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return "it is no JSON"
    fault = next(Draft202012Validator(told).iter_errors(value), None)
    if fault is None:
        return ""
    place = "/".join(map(str, fault.absolute_path)) or "the whole"
    said = " ".join(fault.message.split())
    return f"{place}: {said[:SAID]}{'…' if len(said) > SAID else ''}"
