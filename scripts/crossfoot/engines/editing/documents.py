"""What the editor has open, and the reports that it belongs to."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crossfoot.editor.names import holding
from crossfoot.editor.world import World
from crossfoot.engines.editing.folders import report_of
from crossfoot.engines.files import decode, read_text
from crossfoot.places import Text

MADE = (("build",), (".snakemake",), (".git",))
"""Folders in a report's folder that builds and others write to."""


@dataclass
class Document:
    """An open file."""

    uri: str
    """As the editor writes it."""
    path: Path
    text: str
    version: int
    saved: bool
    """Whether there was a file when the document was opened, or last saved."""

    def stands(self) -> bool:
        """Say whether the document counts: not when its file has been deleted."""
        return not self.saved or self.path.is_file()


@dataclass
class Report:
    """A report of which something is open."""

    root: Path
    serial: int = 0
    """Number of the newest check asked for."""
    done: int = 0
    """Number of the newest check that was made."""
    world: World | None = None
    seen: dict[int, dict[str, str]] = field(default_factory=dict)
    """Texts of the open documents that each check was asked for with."""
    checked: dict[str, str] = field(default_factory=dict)
    """Those of the newest check that was made."""
    published: dict[str, list[Any]] = field(default_factory=dict)
    """What was last published, by path from the root."""
    timer: asyncio.TimerHandle | None = None
    waiting: list[tuple[int, asyncio.Future[None]]] = field(default_factory=list)
    """Who waits for a check with at least this number."""

    def holds(self, path: Path) -> bool:
        """Say whether a file may matter to the report: what a build makes does not."""
        if not path.is_relative_to(self.root):
            return False
        return path.relative_to(self.root).parts[:1] not in MADE

    def file(self, path: Path) -> str:
        """Return a file's path from the report's root, as findings name it."""
        return path.relative_to(self.root).as_posix()


class Desk:
    """The open documents and their reports."""

    def __init__(self) -> None:
        self.documents: dict[Path, Document] = {}
        self.reports: dict[Path, Report] = {}

    def report(self, path: Path) -> Report | None:
        """Return the report that a file belongs to; None when it belongs to none."""
        root = report_of(path)
        if root is None:
            return None
        return self.reports.setdefault(root, Report(root))

    def open_in(self, report: Report) -> Iterator[Document]:
        """Yield the open documents of a report."""
        for one in self.documents.values():
            if one.path.is_relative_to(report.root) and self.report(one.path) is report:
                yield one

    def texts_of(self, report: Report) -> dict[str, str]:
        """Return the texts that a check of a report is made with, by path."""
        return {
            report.file(one.path): one.text
            for one in self.open_in(report)
            if one.stands()
        }

    def text(self, report: Report, file: str) -> Text | None:
        """Return a file as the editor has it, or else as it is saved, or None."""
        path = report.root / file
        document = self.documents.get(path)
        if document is not None:
            return Text(file, document.text)
        try:
            found = read_text(path)
        except OSError:
            return None
        return None if found is None else Text(file, found)

    def texts(self, report: Report) -> dict[str, Text]:
        """Return every file whose names belong together."""
        files = holding(report.world or World())
        found = ((file, self.text(report, file)) for file in files)
        return {file: text for file, text in found if text is not None}

    def is_fresh(self, report: Report, file: str) -> bool:
        """Say whether the last check saw a file as the editor has it now."""
        document = self.documents.get(report.root / file)
        if document is None or not document.stands():
            return True
        if is_code(file):
            return document.text == saved_text(document.path)
        return report.checked.get(file) == document.text


def is_code(file: str) -> bool:
    """Say whether a file is run: it is checked as saved, never half typed."""
    return file.endswith(".py")


def saved_text(path: Path) -> str:
    """Return a file's text as it is saved; empty without one."""
    try:
        return decode(path.read_bytes())[0]
    except OSError:
        return ""
