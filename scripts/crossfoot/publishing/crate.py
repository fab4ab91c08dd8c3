"""RO-Crate: what a release holds and was made of in, its JSON-LD out.

Source: RO-Crate Metadata Specification 1.2 and Workflow Run Crate, profile Process Run
0.5. The document is written here, not by the `rocrate` package, which takes 0.3 s to
load and asks the clock; its own validator checks it in the tests.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import dirname
from typing import Any
from urllib.parse import quote

from crossfoot.record import Author, Record

CONTEXT = "https://w3id.org/ro/crate/1.2/context"
SPECIFICATION = "https://w3id.org/ro/crate/1.2"
PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
METADATA = "ro-crate-metadata.json"
TYPES = {
    "pdf": "application/pdf",
    "html": "text/html",
    "json": "application/json",
    "csv": "text/csv",
    "svg": "image/svg+xml",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "epub": "application/epub+zip",
    "css": "text/css",
    "js": "text/javascript",
    "cff": "text/yaml",
}
SAID = {
    "report.pdf": "The report in print: PDF/UA-1 and PDF/A-2a",
    "report.html": "The report on screen, in one file",
    "report.docx": "The report as a Word document",
    "report.epub": "The report as an e-book",
    "report.ods": "Every table of the report, as a workbook",
    "report.xlsx": "Every table of the report, as a workbook",
    "report.json": "The whole report as one pandoc document",
    "numbers.json": "Every number of the report and what it rests on",
    "repeats.json": "Passages that stand more than once, and what was cut",
    "findings.json": "What the checks found, and what was waived and why",
    "accessibility.html": "The accessibility statement",
    "qa.html": "What was done for the quality of the report, on screen",
    "qa.pdf": "The same in print: PDF/UA-1 and PDF/A-2a",
    "corrections.html": "What was corrected, and how errors are dealt with",
    "assurance.json": "What people recorded of quality and of corrections",
    "manifest.json": "Inputs, outputs and tools with their hashes and versions",
    "provenance.json": "Where the release comes from: an in-toto statement",
    "CITATION.cff": "How to cite the report",
    "datacite.json": "The record for a DOI",
    ".zenodo.json": "The record for Zenodo",
}
FOLDERS = {
    "site": "A part of the report as a site",
    "figures": "A figure of the report, its picture or what it shows",
    "data": "A table that the report is made of, or what its columns mean",
}
SOFTWARE = "https://crossfoot.example/"
MADE = frozenset({"report.pdf", "report.html", "report.docx", "report.epub"})
"""The files that are the report itself."""
Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """A file of the release."""

    path: str
    sha256: str
    size: int


def crate(
    work: Record,
    held: Iterable[Held],
    inputs: Mapping[str, str],
    tools: Mapping[str, str],
) -> dict[str, Any]:
    """Return the content of `ro-crate-metadata.json`, entities by their ids."""
    files = sorted(held, key=lambda one: one.path)
    sources = [_source(path, digest) for path, digest in sorted(inputs.items())]
    people = [_author(number, one) for number, one in enumerate(work.authors, 1)]
    graph = [
        _descriptor(),
        _root(work, files, people),
        *map(_file, files),
        *sources,
        *people,
        *_places(work),
        _software(tools),
        _action(work, files, sources, people),
        *_licence(work),
        *_publisher(work),
        {
            "@id": PROFILE,
            "@type": ["CreativeWork", "Profile"],
            "name": "Process Run Crate",
            "version": "0.5",
        },
    ]
    return {"@context": CONTEXT, "@graph": graph}


def _descriptor() -> Entity:
    return {
        "@id": METADATA,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": SPECIFICATION},
    }


def _root(work: Record, files: list[Held], people: list[Entity]) -> Entity:
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": work.title,
        "description": work.description or work.title,
        "datePublished": work.date or "2000-01-01",
        "conformsTo": {"@id": PROFILE},
        "publisher": {"@id": "#publisher"} if work.publisher else "",
        "hasPart": [{"@id": one.path} for one in files],
        "mentions": {"@id": "#build"},
        "keywords": ", ".join(work.keywords),
        "inLanguage": work.language,
        "version": work.version,
        "author": _refer(people),
        "license": {"@id": _licence_id(work)} if work.licence else "not stated",
        "identifier": f"https://doi.org/{work.doi}" if work.doi else "",
    }
    return {key: value for key, value in root.items() if value}


def _refer(entities: list[Entity]) -> Any:
    """Return references to entities: one stands by itself."""
    refer = [{"@id": one["@id"]} for one in entities]
    return refer[0] if len(refer) == 1 else refer


def _file(one: Held) -> Entity:
    kind = TYPES.get(one.path.rpartition(".")[2], "application/octet-stream")
    return {
        "@id": one.path,
        "@type": "File",
        "name": one.path,
        "description": _said(one.path),
        "encodingFormat": kind,
        "contentSize": str(one.size),
        "sha256": one.sha256,
    }


def _said(path: str) -> str:
    """Return what a file of a release is, in a few words."""
    if path in SAID:
        return SAID[path]
    folder = path.partition("/")[0] if "/" in path else ""
    return FOLDERS.get(folder, "A file of the release")


def _source(path: str, digest: str) -> Entity:
    kinds = {"figures": "recipe of a figure", "data": "table", "sources": "source"}
    return {
        "@id": f"#source/{path}",
        "@type": "CreativeWork",
        "name": path,
        "description": kinds.get(dirname(path).rpartition("/")[2], "source"),
        "sha256": digest,
    }


def _author(number: int, one: Author) -> Entity:
    ident = f"https://orcid.org/{one.orcid}" if one.orcid else f"#author-{number}"
    told: Entity = {
        "@id": ident,
        "@type": "Organization" if one.is_body else "Person",
        "name": one.name,
    }
    if one.affiliations:
        told["affiliation"] = _refer([_place(name) for name in one.affiliations])
    return told


def _place(name: str) -> Entity:
    """Return where an author works."""
    return {"@id": f"#at/{quote(name)}", "@type": "Organization", "name": name}


def _places(work: Record) -> list[Entity]:
    names = {name for one in work.authors for name in one.affiliations}
    return [_place(name) for name in sorted(names)]


def _software(tools: Mapping[str, str]) -> Entity:
    parts = [f"{name} {version}" for name, version in sorted(tools.items()) if version]
    return {
        "@id": SOFTWARE,
        "@type": "SoftwareApplication",
        "name": "Crossfoot",
        "version": tools.get("crossfoot", ""),
        "softwareRequirements": ", ".join(parts),
        "url": SOFTWARE,
    }


def _action(
    work: Record, files: list[Held], sources: list[Entity], people: list[Entity]
) -> Entity:
    told = {
        "@id": "#build",
        "@type": "CreateAction",
        "name": f"Build of {work.title}",
        "description": "All stages of the belt, from the sources to the release",
        "instrument": {"@id": SOFTWARE},
        "agent": _refer(people or _publisher(work)),
        "object": [{"@id": one["@id"]} for one in sources],
        "result": [{"@id": one.path} for one in files if one.path in MADE],
        "actionStatus": "http://schema.org/CompletedActionStatus",
        "endTime": work.date or "2000-01-01",
    }
    return {key: value for key, value in told.items() if value}


def _licence_id(work: Record) -> str:
    spdx = work.spdx
    return f"https://spdx.org/licenses/{spdx}" if spdx else "#licence"


def _publisher(work: Record) -> list[Entity]:
    if not work.publisher:
        return []
    return [{"@id": "#publisher", "@type": "Organization", "name": work.publisher}]


def _licence(work: Record) -> list[Entity]:
    if not work.licence:
        return []
    said = f"The licence of the report, {work.licence}"
    told = {"@type": "CreativeWork", "name": work.licence, "description": said}
    return [{"@id": _licence_id(work), **told}]
