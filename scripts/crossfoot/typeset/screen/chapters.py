"""A chapter on screen: a part of the report in, a section of HTML out.

The same section stands in the report of one file and on a page of the site; what
differs between them, the links and the files beside an exhibit, is put in later.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from crossfoot.nodes import Node, identifier
from crossfoot.parts import Part, number_of
from crossfoot.phrases import phrases
from crossfoot.typeset.book import Book
from crossfoot.typeset.pen import EXHIBIT, NOTE, Pen
from crossfoot.typeset.screen.blocks import SCREEN, parted
from crossfoot.typeset.screen.inlines import tongue
from crossfoot.typeset.screen.marks import attribute, escape, quoted

MARK = re.compile(f"{NOTE}(\\d+){NOTE}")
PLACE = re.compile(f"{EXHIBIT}(\\d+){EXHIBIT}")


class Section(NamedTuple):
    """A chapter's HTML, its notes not yet numbered."""

    markup: str
    notes: int
    exhibits: Sequence[Node] = ()
    """The tables and figures that have a place for downloads in the markup."""


def chapter(part: Part, book: Book) -> Section:
    """Return a part as a section, its notes at its end."""
    name = identifier(part.heading) if part.heading else ""
    pen = Pen(book, SCREEN, escape, name)
    body = pen.write(parted(part.blocks))
    marks = attribute("aria-labelledby", name)
    title = " ".join(part.title.split())
    said = phrases(book.language)
    # Chapters of one title are told apart by their numbers.
    numbered_ = f"{number_of(part.heading) if part.heading else ''} {title}".strip()
    whole = said["notes to"].replace("{title}", numbered_) if title else said["notes"]
    notes = _notes(pen.notes, whole, said)
    marks += tongue({"lang": part.language}) + _kind(part)
    markup = f"<section{marks}>\n{body}{notes}</section>\n"
    return Section(markup, len(pen.notes), pen.exhibits)


def _kind(part: Part) -> str:
    return ' class="part"' if part.opens else ""


def _notes(notes: list[str], name: str, said: Mapping[str, str]) -> str:
    """Return a chapter's notes; each list of them has a name of its own."""
    if not notes:
        return ""
    entries = "".join(_entry(index, body, said) for index, body in enumerate(notes))
    return (
        f'<section class="notes" role="doc-endnotes" aria-label={quoted(name)}>\n'
        f"<h3>{said['notes']}</h3>\n<ol>\n{entries}</ol>\n</section>\n"
    )


def _entry(index: int, body: str, said: Mapping[str, str]) -> str:
    """Return a note with its ways back: one from the list, one from the card.

    The theme shows a note that a link leads to as a card over the text, and then the
    second way only. It leads to a place that is always in view, so that the text
    stays where the reader left it.
    """
    place = f"{NOTE}{index}{NOTE}"
    return_, shut = (
        quoted(said[one]).replace("{number}", place)
        for one in ("note back", "note shut")
    )
    back = (
        f'<a class="back" href="#_back-{place}" role="doc-backlink"'
        f" aria-label={return_}>↩\ufe0e</a>"
        f'<a class="shut" href="#_at-{place}" role="doc-backlink"'
        f" aria-label={shut}></a>"
    )
    inside = body.rstrip()
    if inside.endswith("</p>"):
        inside = f"{inside[:-4]} {back}</p>"
    else:
        inside = f"{inside} {back}"
    return f'<li id="_note-{place}" value="{place}">{inside}</li>\n'


def numbered(section: Section, start: int) -> Section:
    """Return a chapter with its notes numbered from `start` + 1."""
    markup = MARK.sub(lambda found: str(start + int(found[1]) + 1), section.markup)
    return section._replace(markup=markup)


def sections(parts: Iterable[Part], book: Book) -> list[Section]:
    """Return the parts of a report as sections, notes numbered through it."""
    out: list[Section] = []
    start = 0
    for part in parts:
        section = chapter(part, book)
        out.append(numbered(section, start))
        start += section.notes
    return out


def filled(section: Section, downloads: Sequence[str]) -> str:
    """Return a chapter's HTML with the downloads of each of its exhibits."""
    return PLACE.sub(lambda found: downloads[int(found[1])], section.markup)
