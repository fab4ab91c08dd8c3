"""The pages of the site: chapters as written in, whole HTML files out.

Each chapter is a page; the first page holds record and contents. All are read without
a script: search alone needs one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from crossfoot.phrases import phrases
from crossfoot.typeset.frame import Frame
from crossfoot.typeset.screen import head
from crossfoot.typeset.screen.contents import (
    Stop,
    contents,
    in_turn,
    link,
    lists,
    shown,
    words,
)
from crossfoot.typeset.screen.inlines import tongue
from crossfoot.typeset.screen.links import homes, page_of, placed, raised, relinked
from crossfoot.typeset.screen.marks import HOW, attribute, escape, quoted
from crossfoot.typeset.screen.page import fill, imprinted, line, masthead

FIRST = "index.html"
FILES = "downloads.html"
MISSING = "404.html"
TAKEN = ("index", "downloads", "404")
"""Names that no chapter's page can have."""
NUMBERS = "_numbers"
"""Identifier of the section on where numbers come from."""


class Leaf(NamedTuple):
    """A chapter that is a page of its own."""

    name: str
    """Of its file, `summary.html`."""
    stop: Stop
    markup: str


class Sheet(NamedTuple):
    """What is on one page."""

    name: str
    title: str
    """Its own, beside the report's; empty on the first page."""
    main: str
    contents: str
    data: Mapping[str, Any] = {}
    """What it says of itself to machines."""
    marks: str = ""
    """Attributes of its main part."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pages of a site are made of."""

    frame: Frame
    leaves: Sequence[Leaf]
    template: str
    """HTML with slots, `{{name}}`."""
    searchable: bool = True
    """Whether there is an index for search."""
    home: Mapping[str, str] = field(default_factory=dict)
    """Where each identifier stands: its page, or a place on it."""

    @classmethod
    def of(
        cls, frame: Frame, leaves: Sequence[Leaf], template: str, *, searchable: bool
    ) -> "Pages":
        """Return pages that know where everything stands."""
        home = homes((one.name, one.markup, escape(one.stop.id)) for one in leaves)
        return cls(frame, leaves, template, searchable, home)

    @property
    def said(self) -> Mapping[str, str]:
        """What the frame says, in the report's language."""
        return phrases(self.frame.record.language)

    @property
    def sources(self) -> str:
        """The page on where numbers come from, or ""."""
        return page_of(self.home.get(NUMBERS, ""))

    def chapters(self) -> Iterator[tuple[str, str]]:
        """Yield the names and the HTML of the chapters' pages."""
        sections: dict[str, list[Stop]] = {}
        for entry in self.frame.entries:
            if shown(entry) and entry.level > 1:
                stop = Stop(entry.id, entry.number, entry.title)
                page = page_of(self.home.get(escape(entry.id), ""))
                sections.setdefault(page, []).append(stop)
        record = self.frame.record
        for at, (before, leaf, after) in enumerate(in_turn(self.leaves), 1):
            title = " ".join(f"{leaf.stop.number} {leaf.stop.title}".split())
            body = raised(relinked(leaf.markup, leaf.name, self.home))
            sheet = Sheet(
                leaf.name,
                title,
                body + self._how(leaf) + self._turn(before, after),
                self._nav(leaf, sections.get(leaf.name, [])),
                head.chapter(record, leaf.stop.title, at, leaf.name),
                # pagefind reads what is in an element with this mark.
                marks=" data-pagefind-body",
            )
            yield leaf.name, self._page(sheet)

    def first(self, offers: Sequence[str]) -> str:
        """Return the first page; `offers` are links to the whole report as files."""
        frame, record = self.frame, self.frame.record
        listed = contents(frame.entries, self.said, sources=bool(self.sources))
        listed += lists(frame.seen, self.said)
        start = _start(self.leaves, self.said)
        main = (
            start
            + imprinted(record)
            + _offers(offers, self.said["downloads"])
            + self._all_files()
        )
        nav = f'<nav class="contents" aria-labelledby="_contents">\n{listed}</nav>\n'
        data = head.report(record, frame.draft, record.address)
        return self._page(Sheet(FIRST, "", main, relinked(nav, FIRST, self.home), data))

    def files(self, offers: Sequence[str], exhibits: Iterable[str]) -> str:
        """Return the page of all files; `exhibits` are lines on tables and figures."""
        rows = "".join(f"<li>{one}</li>\n" for one in exhibits)
        more = f'<h2>{self.said["exhibits"]}</h2>\n<ul class="files">\n{rows}</ul>\n'
        title = self.said["downloads"]
        main = f"<h1>{title}</h1>\n{_offers(offers, self.said['whole'])}"
        body = f"{main}{more if rows else ''}"
        return self._page(Sheet(FILES, title, body, self._nav(None, [])))

    def missing(self) -> str:
        """Return the page that a server shows in place of one that is not there."""
        title, why = self.said["missing"], self.said["missing why"]
        home = f'<a href="{FIRST}">{self.said["contents"]}</a>'
        words = f"<h1>{title}</h1>\n<p>{why}</p>\n<p>{home}</p>\n"
        page = self._page(Sheet(MISSING, title, words, self._nav(None, [])))
        # A server shows it in place of pages in other folders too.
        return placed(page, urlsplit(self.frame.record.address).path)

    def _page(self, sheet: Sheet) -> str:
        record, title, first = self.frame.record, sheet.title, sheet.name == FIRST
        whole = f"{title} – {record.title}" if title else record.title
        missing = sheet.name == MISSING
        address = head.addressed(record, "" if first else sheet.name)
        cover = masthead(record, self.frame.draft, self.frame.logo) if first else ""
        slots = {
            "lang": tongue({"lang": record.language}),
            "title": escape(whole),
            "skip": self.said["skip"],
            "search": self.said["search"],
            "answers": _answers(self.said),
            "meta": head.described(record, title, "" if missing else address),
            "links": _found(sheet.name, address),
            "data": _script(sheet.data),
            "kind": "first" if first else "leaf",
            "bar": self._bar(sheet.name),
            "cover": f'<div class="masthead">\n{cover}</div>\n' if cover else "",
            "contents": sheet.contents,
            "marks": sheet.marks,
            "main": sheet.main,
            "foot": self._foot(),
        }
        return fill(self.template, slots)

    def _bar(self, name: str) -> str:
        record = self.frame.record
        draft = line("draft", self.frame.draft) if name != FIRST else ""
        home = f'<a href="{FIRST}">{escape(record.title)}</a>'
        title = f'<p class="home">{home}</p>\n' if name != FIRST else ""
        return f"{draft}{title}{search(self.said) if self.searchable else ''}"

    def _nav(self, leaf: Leaf | None, sections: Sequence[Stop]) -> str:
        """Return the chapters, and the sections of the one that is shown."""
        rows, top = [], self.said["contents"]
        for one in self.leaves:
            here = one == leaf
            mark = ' aria-current="page"' if here else ""
            inner = "".join(f"<li>{link(stop)}</li>\n" for stop in sections)
            below = f"\n<ol>\n{inner}</ol>\n" if here and inner else ""
            rows.append(f"<li>{link(one.stop, one.name, mark)}{below}</li>\n")
        return (
            f'<nav class="contents" aria-label={quoted(top)}>\n'
            f'<p class="top"><a href="{FIRST}#_contents">{top}</a></p>\n'
            f"<ol>\n{''.join(rows)}</ol>\n"
            f'<p><a href="{FILES}">{self.said["downloads"]}</a></p>\n</nav>\n'
        )

    def _how(self, leaf: Leaf) -> str:
        """Return what says where the numbers of a page lead."""
        if f'aria-describedby="{HOW}"' not in leaf.markup or leaf.name == self.sources:
            return ""
        where = f'<a href="{self.sources}">{self.said["sources"]}</a>'
        return f'<p class="how" id="{HOW}">{self.said["sources how"]} {where}.</p>\n'

    def _turn(self, before: Leaf | None, after: Leaf | None) -> str:
        """Return the ways to the pages before and after, or nothing without any."""
        pairs = (
            (self.said["previous"], "prev", before),
            (self.said["next"], "next", after),
        )
        ways = "".join(
            f'<a class="{kind}" rel="{kind}" href="{leaf.name}"><span>{name}</span>'
            f" {words(leaf.stop)}</a>\n"
            for name, kind, leaf in pairs
            if leaf
        )
        name = quoted(self.said["chapters"].capitalize())
        nav = f'<nav class="turn" aria-label={name}>\n{ways}</nav>\n'
        return nav if ways else ""

    def _all_files(self) -> str:
        return f'<p><a href="{FILES}">{self.said["every file"]}</a></p>\n'

    def _foot(self) -> str:
        record = self.frame.record
        parts = (record.publisher, record.published, record.licence)
        told = ". ".join(part.rstrip(".") for part in (record.title, *parts) if part)
        return f"<p>{escape(told)}.</p>\n"


def _found(name: str, address: str) -> str:
    """Return what tells search engines where a page is, or that it is none."""
    if name == MISSING:
        return '<meta name="robots" content="noindex">\n'
    return f'<link rel="canonical" href={quoted(address)}>\n' if address else ""


def _start(leaves: Sequence[Leaf], said: Mapping[str, str]) -> str:
    """Return the way from the first page into the report."""
    if not leaves:
        return ""
    first = leaves[0]
    way = f'<a href="{first.name}">{words(first.stop)}</a>'
    return f'<p class="start">{said["start"]} {way}</p>\n'


def _script(data: Mapping[str, Any]) -> str:
    made = head.as_json(data)
    return f'<script type="application/ld+json">{made}</script>\n' if data else ""


def _offers(offers: Sequence[str], title: str) -> str:
    rows = "".join(f"<li>{one}</li>\n" for one in offers)
    return f'<h2>{title}</h2>\n<ul class="files">\n{rows}</ul>\n' if rows else ""


def search(said: Mapping[str, str]) -> str:
    """Return the form of search, shown where scripts run.

    A page that is not served says that it cannot search.
    """
    return (
        '<form id="_search" role="search">\n'
        f'<label for="_query">{said["search label"]}</label>\n'
        '<input id="_query" type="search" name="q" autocomplete="off"'
        ' maxlength="200">\n'
        f"<button>{said['search']}</button>\n</form>\n"
        f'<p id="_unserved" hidden>{said["unserved"]}</p>\n'
    )


def _answers(said: Mapping[str, str]) -> str:
    """Return what search says of its results, as attributes."""
    names = ("found one", "found more", "found most", "found none", "unread")
    marks = ((name.rpartition(" ")[2], said[name]) for name in names)
    return "".join(attribute(f"data-{name}", words) for name, words in marks)
