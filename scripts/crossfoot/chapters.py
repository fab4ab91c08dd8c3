"""Chapters and settings as the stages see them: JSON of `read` in, values out."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from crossfoot.nodes import Node, span
from crossfoot.places import Place, Span, Text

Role = str
"""`chapter`, `summary` or `appendix`."""


@dataclass(frozen=True)
class Chapter:
    """One chapter: its text, its pandoc AST, and where each element stands."""

    name: str
    """The file's name without `.md`."""
    file: str
    """Path relative to the report's root."""
    role: Role
    sha256: str
    """Hash of the file's bytes."""
    source: str
    """The file's text, without byte order mark."""
    meta: dict[str, Any]
    """Front matter as plain JSON."""
    ast: dict[str, Any]
    """`pandoc -t json`, elements with `"s"` where they could be placed."""

    @cached_property
    def text(self) -> Text:
        """The file's text with its lines indexed."""
        return Text(self.file, self.source)

    @property
    def blocks(self) -> list[Node]:
        """The chapter's blocks."""
        return list(self.ast["blocks"])

    def place(self, where: Node | Span | None) -> Place:
        """Return the place of an element or a span (the file's start without)."""
        found = span(where) if isinstance(where, dict) else where
        return self.text.place(found) if found else Place(self.file)

    def as_dict(self) -> dict[str, Any]:
        """Return the chapter as the JSON of `build/chapters/NAME.json`."""
        return {
            "schema": "crossfoot/chapter/1",
            "name": self.name,
            "file": self.file,
            "role": self.role,
            "sha256": self.sha256,
            "text": self.source,
            "meta": self.meta,
            "ast": self.ast,
        }


def chapter_of(entry: dict[str, Any]) -> Chapter:
    """Return the chapter of its JSON; the inverse of `Chapter.as_dict`."""
    return Chapter(
        name=entry["name"],
        file=entry["file"],
        role=entry["role"],
        sha256=entry["sha256"],
        source=entry["text"],
        meta=entry["meta"],
        ast=entry["ast"],
    )


def beside(chapter: Chapter, address: str) -> str:
    """Return the path, from the report's root, of a file that a chapter names."""
    folder = posixpath.dirname(chapter.file)
    return posixpath.normpath(posixpath.join(folder, unquote(address)))


def as_printed(chapters: Iterable[Chapter]) -> list[Chapter]:
    """Return chapters in the order in which they are printed: appendices last."""
    return sorted(chapters, key=lambda chapter: chapter.role == "appendix")


@dataclass(frozen=True, slots=True)
class Settings:
    """`report.yml` with its defaults, and the chapters in reading order."""

    report: dict[str, Any]
    chapters: tuple[str, ...]
    """Names of the chapters, in reading order."""
    read: dict[str, str]
    """SHA-256 of every source file that `read` saw, by path."""

    def get(self, *keys: str, default: Any = None) -> Any:
        """Return a setting by its path of keys, or the default."""
        here: Any = self.report
        for key in keys:
            if not isinstance(here, dict) or key not in here:
                return default
            here = here[key]
        return here
