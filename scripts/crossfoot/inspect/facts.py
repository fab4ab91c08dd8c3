"""Facts: what was read from a report's outputs."""

from dataclasses import dataclass, field
from typing import Any

from crossfoot.inspect.watch import Watch


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of a PDF's tag tree."""

    kind: str
    """`H1`, `Figure`, `TH` …, as the standard names them."""
    title: str = ""
    alt: str = ""
    kinds: frozenset[str] = frozenset()
    """The kinds of elements below it."""
    depth: int = 0
    """How many elements it is in."""
    lang: str = ""
    id: str = ""
    scope: str = ""
    """`Column`, `Row` or `Both`, of a table's header."""
    headers: tuple[str, ...] = ()
    """Names of the headers of a table's cell."""
    across: int = 1
    """How many columns a table's cell covers."""
    down: int = 1
    """How many rows a table's cell covers."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a PDF's outline."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a PDF."""

    page: int
    """From 1."""
    words: str
    """What is said of where it leads."""
    tagged: bool
    """Whether an element of the tag tree holds it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked on a page of a PDF."""

    numbers: tuple[int, ...] = ()
    """Numbers of the content that elements hold, in the order in which it is drawn."""
    loose: bool = False
    """Whether text is neither content of an element nor an artefact."""
    languages: frozenset[str] = frozenset()


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
    read: tuple[tuple[int, int, int], ...] = ()
    """The marked content of elements in reading order: its page, from 0, its number
    there, and its element's place among the tags."""
    bookmarks: tuple[Bookmark, ...] = ()
    broken_links: tuple[str, ...] = ()
    """Names of destinations that links ask for and the file lacks."""
    links: tuple[Link, ...] = ()
    marked: bool = False
    """Whether the file says that it is tagged throughout."""
    standards: tuple[str, ...] = ()
    """Those that it says it keeps: `pdfuaid 1`, `pdfaid 2A`."""
    drawn: tuple[Marked, ...] = ()
    """What is marked on each page."""
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
    ways: tuple[str, ...] = ()
    """Where other links lead."""
    silent: tuple[str, ...] = ()
    """Pictures without alternative text, as they are written."""
    headings: tuple[tuple[int, str], ...] = ()
    """Levels and texts."""
    text: str = ""
    """Words of the main part: no formulas, drawings or closed details."""
    watch: Watch = field(default_factory=Watch)
    """What of it readers may stumble over."""


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
    site: dict[str, str] = field(default_factory=dict)
    """HTML of the site's pages by their names in it."""
    files: frozenset[str] = frozenset()
    """Names of all files of the site."""
    texts: dict[str, str] = field(default_factory=dict)
    """Words of other outputs, in reading order, by what they are called."""
