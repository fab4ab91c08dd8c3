"""The book: what a chapter's pen has to know of the rest of the report.

Values only: which places links can reach, what pictures and formulas became, which
characters the fonts lack.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from crossfoot.typeset.origins import Origins

NOTHING = Origins()


class Formula(NamedTuple):
    """A formula as converted; an empty part could not be."""

    typst: str
    """Inside of Typst's `$…$`."""
    mathml: str
    """A `<math>` element."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a report shows, by the target its image element names."""

    path: str
    """Where Typst finds it, from its root; empty: there is none to show."""
    address: str = ""
    """What HTML's `src` holds: a data address."""
    svg: str = ""
    """Markup of a picture that stands in the page itself; see `pen.DRAWING`."""
    width: float = 0
    """Natural size in millimetres; 0 when unknown."""
    height: float = 0
    alt: str = ""
    """What a figure's recipe says it shows."""
    description: str = ""
    table: Mapping[str, Any] | None = None
    """`columns` and `rows` of the data behind a figure."""
    files: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each file that a figure was drawn from, by path."""


@dataclass(frozen=True, slots=True)
class Book:
    """What chapters share."""

    targets: frozenset[str] = frozenset()
    """Every identifier in the report."""
    formulas: Mapping[tuple[str, bool], Formula] = field(default_factory=dict)
    """By TeX source and whether it is displayed."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """By target."""
    room: tuple[float, float] = (150.0, 220.0)
    """Width and height on paper that a picture may fill, in millimetres."""
    refused: frozenset[str] = frozenset()
    """Raw Typst that Typst refuses: its source is shown."""
    origins: Origins = NOTHING
    """Where numbers come from, as a section at the end tells."""
    language: str = "en-GB"
    """Of the report, and so of its frame."""
    lacking: Mapping[int, str] = field(default_factory=dict)
    """Characters that no font of the paper has, and what stands in their place."""


SAFE = ("http://", "https://", "mailto:", "tel:", "ftp://")
"""How addresses begin that a report may link to."""


def address(target: str) -> str:
    """Return a link's address when readers can follow it, else ""."""
    return target if target.lower().startswith(SAFE) else ""
