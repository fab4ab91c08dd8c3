"""The watch: a page's elements as they are parsed in, what readers stumble over out.

What is watched needs no browser: landmarks, names of what can be used, headers of
tables, languages, and what moves by itself.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from crossfoot.inspect.grid import Cell

LANDMARKS = {
    **{tag: tag for tag in ("main", "nav", "aside", "dialog", "search")},
    "header": "banner",
    "footer": "contentinfo",
}
ROLES = frozenset({"main", "navigation", "banner", "contentinfo", "complementary"})
ROLES |= {"region", "search", "form", "dialog"}
SECTIONING = ("article", "aside", "main", "nav", "section")
"""Elements in which a header or footer is not the page's."""
NAMED = frozenset({"a", "button", "summary", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements that say nothing when they hold no words."""
FIELDS = frozenset({"input", "select", "textarea"})
UNNAMED = frozenset({"hidden", "submit", "button", "reset", "image"})
"""Kinds of fields that are not seen or say themselves what they are."""
POINTING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for")
"""Attributes that name other elements."""
UNHEARD = frozenset({"script", "style", "template", "noscript", "title"})
MOVING = frozenset({"marquee", "blink"})
SCROLLS = frozenset({"pre"})
ZOOM = re.compile(r"user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*1(\.0*)?\b")
TAG = re.compile(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*")
"""A language tag (BCP 47)."""

Told = dict[str, str]


@dataclass(slots=True)
class Opened:
    """An element that is open."""

    tag: str
    told: Told
    landmark: str = ""
    words: bool = False
    """Whether it holds words or a picture that speaks."""


@dataclass(slots=True)
class Grid:
    """A table, as it is met."""

    rows: list[list[Cell]] = field(default_factory=list)
    headers: int = 0
    unscoped: int = 0
    cells: int = 0


@dataclass(slots=True)
class Watch:
    """What was met so far."""

    open: list[Opened] = field(default_factory=list)
    landmarks: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    """Landmarks of one kind by their names, `nav Contents`."""
    outside: str = ""
    """The first words that stand in no landmark."""
    unnamed: list[str] = field(default_factory=list)
    """Links, buttons, fields and regions without a name, as they are written."""
    pointed: list[str] = field(default_factory=list)
    """Identifiers that attributes name."""
    labelled: set[str] = field(default_factory=set)
    """Identifiers of fields that a label names."""
    fields: list[Told] = field(default_factory=list)
    """Fields without a name of their own."""
    tables: list[Grid] = field(default_factory=list)
    """Tables that were closed."""
    nested: list[Grid] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    moving: list[str] = field(default_factory=list)
    """What moves, sounds or leads away by itself, or hinders."""
    unreached: list[str] = field(default_factory=list)
    """Regions that scroll and that the keyboard cannot reach."""

    @property
    def hidden(self) -> bool:
        """Say whether what is met now is hidden until a script shows it."""
        return any("hidden" in one.told for one in self.open)

    def start(self, tag: str, told: Told, *, void: bool) -> None:
        """Note an element that begins."""
        element = Opened(tag, told, self.landmark(tag, told))
        self.kept(tag, told)
        self.named(element)
        if tag in {"img", "svg", "math"}:
            self.heard(told.get("alt", told.get("aria-label", "")))
        if not void:
            self.open.append(element)
        self.cell(tag, told)

    def landmark(self, tag: str, told: Told) -> str:
        """Return the landmark that an element is, and count it."""
        role = told.get("role", "")
        name = told.get("aria-label") or told.get("aria-labelledby") or ""
        kind = role if role in ROLES else "" if role else LANDMARKS.get(tag, "")
        if tag == "section" and not role and name:
            kind = "region"
        if kind in {"banner", "contentinfo"} and not role:
            inner = (one.tag in SECTIONING for one in self.open)
            kind = "" if any(inner) else kind
        if kind:
            self.landmarks[kind] += 1
            self.names[f"{kind} {name}".strip()] += 1
        return kind

    def kept(self, tag: str, told: Told) -> None:
        """Note languages, what is pointed at, and what moves or hinders."""
        if not told and tag not in MOVING:
            return
        for key in POINTING:
            if key in told:
                self.pointed += told[key].split()
        if tag == "label" and "for" in told:
            self.labelled.add(told["for"])
        if "lang" in told:
            self.languages.append(told["lang"])
        if tag in MOVING or "autoplay" in told:
            self.moving.append(f"<{tag}>")
        if tag == "meta" and told.get("http-equiv", "").lower() == "refresh":
            self.moving.append('<meta http-equiv="refresh">')
        if tag == "meta" and ZOOM.search(told.get("content", "")):
            self.moving.append("<meta> that forbids to zoom")
        if (
            "tabindex" in told
            and told["tabindex"].isdecimal()
            and int(told["tabindex"])
        ):
            self.moving.append(f'<{tag} tabindex="{told["tabindex"]}">')

    def named(self, element: Opened) -> None:
        """Note regions, frames and fields that have no name."""
        tag, told = element.tag, element.told
        name = told.get("aria-label", "").strip() or told.get("aria-labelledby", "")
        if element.landmark in {"region", "form"} and not name:
            self.unnamed.append(written(element))
        if tag == "iframe" and not told.get("title", "").strip():
            self.unnamed.append(written(element))
        if tag in FIELDS and not (name or told.get("title")):
            within = any(one.tag == "label" for one in self.open)
            if not within and told.get("type") not in UNNAMED:
                self.fields.append(told)
        if tag in SCROLLS and "tabindex" not in told and not self.reached():
            self.unreached.append(written(element))

    def reached(self) -> bool:
        """Say whether something around can be reached by keyboard."""
        return any("tabindex" in one.told for one in self.open)

    def cell(self, tag: str, told: Told) -> None:
        """Note the cells of tables."""
        if tag == "table":
            self.nested.append(Grid())
        elif tag == "tr" and self.nested:
            self.nested[-1].rows.append([])
        elif tag in {"td", "th"} and self.nested and self.nested[-1].rows:
            grid = self.nested[-1]
            spans = (told.get(key, "1") for key in ("colspan", "rowspan"))
            grid.rows[-1].append(Cell(*(int(n) if n.isdecimal() else 1 for n in spans)))
            grid.cells += 1
            grid.headers += tag == "th"
            grid.unscoped += tag == "th" and not (told.get("scope") or told.get("id"))

    def heard(self, words: str) -> None:
        """Note words that are read out where the reader stands."""
        if not words.strip():
            return
        for one in reversed(self.open):
            if one.words:
                break  # and so does all that it is in
            one.words = True
        if self.outside or any(one.landmark for one in self.open):
            return
        tags = {one.tag for one in self.open}
        if self.hidden or not tags.isdisjoint(UNHEARD) or "body" not in tags:
            return
        if not any(one.tag == "a" and self.skips(one) for one in self.open):
            self.outside = " ".join(words.split())

    def skips(self, link: Opened) -> bool:
        """Say whether a link leads past what stands before the main part."""
        return link.told.get("href", "").startswith("#") and not self.landmarks["main"]

    def end(self, tag: str) -> None:
        """Note an element that ends."""
        if not any(one.tag == tag for one in self.open):
            return
        while self.open:
            element = self.open.pop()
            self.closed(element)
            if element.tag == tag:
                return

    def closed(self, element: Opened) -> None:
        """Note an element that turned out to say nothing, and tables."""
        tag, told = element.tag, element.told
        if tag == "table" and self.nested:
            self.tables.append(self.nested.pop())
        used = tag != "a" or "href" in told
        name = (
            told.get("aria-label") or told.get("aria-labelledby") or told.get("title")
        )
        hidden = told.get("aria-hidden") == "true"
        if tag in NAMED and used and not (element.words or name or hidden):
            self.unnamed.append(written(element))


def written(element: Opened) -> str:
    """Return an element's first tag, shortened."""
    shown = [
        f' {key}="{element.told[key]}"'
        for key in ("id", "href", "class", "role")
        if element.told.get(key)
    ]
    return f"<{element.tag}{''.join(shown[:2])}>"
