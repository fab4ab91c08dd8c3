"""A chapter on screen: a part of the report in, a section of HTML out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from crossfoot.nodes import identifier
from crossfoot.parts import Part
from crossfoot.typeset.book import Book
from crossfoot.typeset.pen import NOTE, Pen
from crossfoot.typeset.screen.blocks import SCREEN, parted
from crossfoot.typeset.screen.marks import attribute, escape, quoted

MARK = re.compile(f"{NOTE}(\\d+){NOTE}")


class Section(NamedTuple):
    """A chapter's HTML, its notes not yet numbered."""

    markup: str
    notes: int


def chapter(part: Part, book: Book) -> Section:
    """Return a part as a section, its notes at its end."""
    pen = Pen(book, SCREEN, escape)
    body = pen.write(parted(part.blocks))
    name = identifier(part.heading) if part.heading else ""
    marks = attribute("aria-labelledby", name)
    notes = _notes(pen.notes, f"Notes to “{part.title}”" if part.title else "Notes")
    return Section(f"<section{marks}>\n{body}{notes}</section>\n", len(pen.notes))


def _notes(notes: list[str], name: str) -> str:
    """Return a chapter's notes; each list of them has a name of its own."""
    if not notes:
        return ""
    entries = "".join(_entry(index, body) for index, body in enumerate(notes))
    return (
        f'<section class="notes" role="doc-endnotes" aria-label={quoted(name)}>\n'
        f"<h3>Notes</h3>\n<ol>\n{entries}</ol>\n</section>\n"
    )


def _entry(index: int, body: str) -> str:
    place = f"{NOTE}{index}{NOTE}"
    back = (
        f'<a class="back" href="#_back-{place}" role="doc-backlink"'
        f' aria-label="Back to note {place} in the text">↩\ufe0e</a>'
    )
    inside = body.rstrip()
    if inside.endswith("</p>"):
        inside = f"{inside[:-4]} {back}</p>"
    else:
        inside = f"{inside} {back}"
    return f'<li id="_note-{place}" value="{place}">{inside}</li>\n'


def numbered(section: Section, start: int) -> str:
    """Return a chapter's HTML with its notes numbered from `start` + 1."""
    return MARK.sub(lambda found: str(start + int(found[1]) + 1), section.markup)


def sections(parts: Iterable[Part], book: Book) -> list[str]:
    """Return the parts of a report as sections, notes numbered through it."""
    out: list[str] = []
    start = 0
    for part in parts:
        section = chapter(part, book)
        out.append(numbered(section, start))
        start += section.notes
    return out
