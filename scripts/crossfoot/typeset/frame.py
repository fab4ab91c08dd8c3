"""The frame: what stands around the chapters, on paper as on screen."""

from dataclasses import dataclass

from crossfoot.parts import Entry
from crossfoot.record import Record
from crossfoot.typeset.book import Picture
from crossfoot.typeset.survey import Survey


@dataclass(frozen=True, slots=True)
class Frame:
    """What title page, contents and running heads are made of."""

    record: Record
    entries: list[Entry]
    """The report's headings."""
    seen: Survey
    """Its figures and tables, among others."""
    draft: str = ""
    """What marks every page of a draft; empty for a final report."""
    logo: Picture | None = None
    """The picture that the record names, when it can be shown."""
