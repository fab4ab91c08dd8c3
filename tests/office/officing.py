"""Makes office files of small reports for the tests, and reads them again."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
from attributed import with_attributes
from setting import lay

from crossfoot.engines.belt.office import run
from crossfoot.engines.files import read_findings, read_json
from crossfoot.findings import Finding
from crossfoot.nodes import Node, rewrite, walk
from crossfoot.parts import parts_of
from crossfoot.site import Site

FILES = ("report.docx", "report.epub", "report.ods", "report.xlsx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
LEAVES = frozenset({"Para", "Plain", "Header"})
BREAKS = frozenset({"Note", "Math", "Image", "RawInline"})


@dataclass(frozen=True)
class Made:
    """What came of a report."""

    site: Site
    findings: list[Finding]

    def data(self, name: str) -> bytes:
        """Return the bytes of an output."""
        return (self.site.build / name).read_bytes()

    def files(self, name: str) -> dict[str, str]:
        """Return the text files of an output, by path."""
        with zipfile.ZipFile(io.BytesIO(self.data(name))) as archive:
            return {
                one: archive.read(one).decode("utf-8")
                for one in archive.namelist()
                if one.endswith((".xml", ".xhtml", ".opf", ".css", "mimetype"))
            }

    @property
    def word(self) -> Any:
        """The Word document as python-docx reads it."""
        return docx.Document(io.BytesIO(self.data("report.docx")))

    @property
    def chapters(self) -> str:
        """The e-book's chapters, one after the other."""
        files = self.files("report.epub")
        return "".join(text for name, text in files.items() if "chapter-" in name)

    def sheet(self, name: str) -> list[list[tuple[str, str, str]]]:
        """Return a sheet's rows: value type, value and words of each cell."""
        tree = ET.fromstring(self.files("report.ods")["content.xml"])
        found = next(
            one for one in tree.iter(f"{TABLE}table") if one.get(f"{TABLE}name") == name
        )
        return [
            [
                (
                    cell.get(f"{OFFICE}value-type", ""),
                    cell.get(f"{OFFICE}value", ""),
                    "".join(cell.itertext()),
                )
                for cell in row.iter(f"{TABLE}table-cell")
            ]
            for row in found.iter(f"{TABLE}table-row")
        ]


def made(site: Site) -> Made:
    """Run the stage and return what it made."""
    run(site, lambda _: None)
    return Made(site, read_findings(site, ("office",)))


def written(root: Path, text: str, **record: Any) -> Made:
    """Return what comes of a text."""
    site = lay(root, text, **record)
    path = site.build / "report.json"
    report = read_json(path)
    report["blocks"] = rewrite(report["blocks"], _drawn)
    path.write_text(json.dumps(report), encoding="utf-8")
    return made(site)


def _drawn(node: Node) -> list[Node] | None:
    """Name a recipe's figure, as assemble does."""
    if node["t"] != "Figure":
        return None
    images = [one for one in walk(node["c"][2]) if one["t"] == "Image"]
    name = Path(images[0]["c"][2][0])
    is_recipe = name.parent.name == "figures"
    return [with_attributes(node, figure=name.stem)] if is_recipe else None


def elsewhere(root: Path, **variables: str) -> None:
    """Run the stage in another process, in other surroundings."""
    subprocess.run(
        [sys.executable, "-m", "crossfoot", "stage", "office"],
        cwd=root,
        env={**os.environ, **variables},
        check=True,
        capture_output=True,
    )


def squeezed(words: str) -> str:
    """Letters and figures alone: how a program breaks and spaces does not matter."""
    return re.sub(r"[\W_]+", "", words)


def pieces(site: Site) -> list[str]:
    """Return the words of a report in order; notes, formulas and pictures break them."""
    out: list[str] = []
    parts = parts_of(read_json(site.build / "report.json"))
    for node in walk([part.blocks for part in parts], LEAVES | {"Note"}):
        if node["t"] in LEAVES:
            out += "".join(_said(node)).split("\x00")
    return [found for piece in out if (found := squeezed(piece))]


def _said(node: Node) -> list[str]:
    out = []
    for one in walk(node["c"], BREAKS | {"Code"}):
        if one["t"] == "Str":
            out.append(one["c"])
        elif one["t"] == "Code":
            out.append(one["c"][1])
        elif one["t"] in BREAKS:
            out.append("\x00")
    return out


def first_missing(expected: list[str], output: str) -> str:
    """Return the first piece that an output does not hold in its order, or ""."""
    text, at = squeezed(output), 0
    for piece in expected:
        found = text.find(piece, at)
        if found < 0:
            return piece
        at = found + len(piece)
    return ""


def words_of_word(files: dict[str, str]) -> str:
    """Return the words of a Word document's body."""
    tree = ET.fromstring(files["word/document.xml"])
    return "".join(one.text or "" for one in tree.iter(f"{W}t"))


def words_of_book(markup: str) -> str:
    """Return the words of XHTML."""
    import html

    return html.unescape(re.sub(r"<[^>]+>", " ", markup))
