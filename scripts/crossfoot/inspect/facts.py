"""Facts: what was read from a report's outputs."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of a PDF's tag tree."""

    kind: str
    """`H1`, `Figure`, `TH` …, as the standard names them."""
    title: str = ""
    alt: str = ""
    kinds: frozenset[str] = frozenset()
    """The kinds of elements below it."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a PDF's outline."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a PDF says of itself."""

    pages: int
    title: str = ""
    language: str = ""
    shows_title: bool = False
    """Whether viewers show the title in place of the file's name."""
    tags: tuple[Tag, ...] = ()
    """In reading order."""
    bookmarks: tuple[Bookmark, ...] = ()
    broken_links: tuple[str, ...] = ()
    """Names of destinations that links ask for and the file lacks."""
    texts: tuple[str, ...] = ()
    """Text of each page, as extracted."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page holds."""

    title: str = ""
    language: str = ""
    ids: tuple[str, ...] = ()
    """In order, repeated ones as often as they stand."""
    links: tuple[str, ...] = ()
    """Identifiers that links ask for."""
    silent: tuple[str, ...] = ()
    """Pictures without alternative text, as they are written."""
    headings: tuple[tuple[int, str], ...] = ()
    """Levels and texts."""
    text: str = ""
    """Words of the main part: no formulas, drawings or closed details."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """All that is inspected."""

    report: dict[str, Any]
    """`build/report.json`."""
    pdf: Pdf
    page: str
    """The page's HTML."""
    absent: str = field(default="")
    """Characters that typesetting reported as replaced on paper."""
    numbers: dict[str, Any] = field(default_factory=dict)
    """`build/numbers.json`."""
