"""A page of the web: HTML in, its main content and the words of all of it out.

The main content is `main`, else an only `article`, else all of the body. Navigation,
headers and footers of the page are set aside and listed; nothing hidden is lost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from crossfoot.importing.draft import Entry, Passage, RefusedError
from crossfoot.importing.wordxml import Element

SILENT = frozenset({"script", "style", "template", "head", "noscript", "svg", "math"})
"""What holds no text for readers, or text that is dealt with apart."""
APART = ("nav", "aside", "footer", "header", "dialog", "menu")
NOTES = ("doc-endnotes", "doc-footnote")
"""Roles of what holds notes: https://www.w3.org/TR/dpub-aria-1.1/."""
ROLES = ("navigation", "banner", "contentinfo", "complementary", "search", "dialog")
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center"),
        *(
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
        ),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre"),
        *("section", "select", "summary", "table", "tbody", "td", "tfoot", "th"),
        *(
            "thead",
            "tr",
            "ul",
            "button",
            "iframe",
            "video",
            "audio",
            "object",
            "canvas",
        ),
    }
)
UNREAD = ("textarea", "canvas", "datalist", "map", "noframes", "progress", "meter")
"""What pandoc makes nothing of."""
LATE = ("data-src", "data-original", "data-lazy-src", "data-srcset", "srcset")
DEPTH = 150


@dataclass(slots=True)
class WebPage:
    """A page of the web, read."""

    main: str
    """HTML of the main content."""
    title: str = ""
    language: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def read(text: str) -> WebPage:
    """Return a page's main content, its words, and what is set aside."""
    try:
        root = html.document_fromstring(_without_declaration(text))
    except (etree.ParserError, ValueError):
        raise RefusedError("holds no page of HTML") from None
    _clean(root)
    _settle_pictures(root)
    body = root.find("body") if root.find("body") is not None else root
    if (
        max((sum(1 for _ in one.iterancestors()) for one in _leaves(body)), default=0)
        > DEPTH
    ):
        raise RefusedError(f"is nested more than {DEPTH} levels deep")
    main = _main(body)
    page = WebPage("", _title(root), root.get("lang", ""), _meta(root))
    for one in [*_outside(body, main), *main.iter(*UNREAD)]:
        _set_aside(one, page)
    page.passages += [
        Passage(said, f"paragraph {number}", running)
        for number, (said, running) in enumerate(_lines(main), 1)
    ]
    page.passages += [
        Passage(one.get("alt", ""), "alternative text", running=False)
        for one in main.iter("img")
    ]
    page.main = etree.tostring(main, encoding="unicode", method="html")
    return page


def _without_declaration(text: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _clean(root: Element) -> None:
    """Take out comments and scripts; what shows only without scripts stays."""
    etree.strip_tags(root, "noscript")
    for one in list(root.iter("script", "style", "template", etree.Comment)):
        if one.getparent() is not None:
            one.drop_tree()


def _settle_pictures(root: Element) -> None:
    """Give each picture the address that a script would have given it."""
    for one in root.iter("img"):
        others = (one.get(name, "") for name in LATE)
        late = next((word.split()[0] for word in others if word.strip()), "")
        if not one.get("src", "").strip():
            one.set("src", late or "missing.png")


def _leaves(body: Element) -> Iterator[Element]:
    return (one for one in body.iter() if not len(one))


def _title(root: Element) -> str:
    found = root.find(".//head/title")
    return " ".join((found.text_content() if found is not None else "").split())


def _meta(root: Element) -> dict[str, str]:
    """Return what the page's head says of author, date and description."""
    names = {
        "author": "author",
        "description": "description",
        "date": "date",
        "dc.date": "date",
        "article:published_time": "date",
    }
    out: dict[str, str] = {}
    for one in root.iter("meta"):
        key = names.get((one.get("name") or one.get("property") or "").lower())
        if key and one.get("content", "").strip():
            out.setdefault(key, " ".join(one.get("content", "").split()))
    return out


def _main(body: Element) -> Element:
    for query in (".//main", ".//*[@role='main']"):
        found = body.findall(query)
        if len(found) == 1 and found[0].text_content().strip():
            return found[0]
    articles = body.findall(".//article")
    return articles[0] if len(articles) == 1 else body


def _outside(body: Element, main: Element) -> Iterator[Element]:
    """Yield what belongs to the page and not to its content, outermost first."""
    held = {main, *main.iterancestors()}
    stack = [body]
    while stack:
        here = stack.pop()
        if here not in held:
            yield here
        elif here is not main:
            stack += reversed([one for one in here if isinstance(one.tag, str)])
    for one in list(main.iter(*APART)):
        if one is not main and not _belongs(one):
            yield one
    for role in ROLES:
        yield from main.findall(f".//*[@role='{role}']")


def _belongs(element: Element) -> bool:
    """Say whether a header or footer is that of a section, and so part of the text."""
    inside = {"article", "section", "main", "blockquote", "figure"}
    if element.tag in {"nav", "dialog", "menu"}:
        return bool(element.tag == "menu")
    if any(up.tag in inside for up in element.iterancestors()):
        return True
    return element.find(".//h1") is not None


def _set_aside(element: Element, page: WebPage) -> None:
    if element.getparent() is None:
        return
    said = " / ".join(" ".join(one.split()) for one, _ in _lines(element))
    if said:
        page.entries.append(Entry("aside", said, where=f"{element.tag}", holds=True))
        page.passages.append(Passage(said, f"{element.tag}", running=False))
    element.drop_tree()


def _lines(element: Element) -> Iterator[tuple[str, bool]]:
    """Yield the text of an element, a line for each block that has any.

    With each, whether it is read from top to bottom: in tables and in notes, which
    come to stand where they are called, it is not.
    """
    parts: list[str] = []
    depth = 0
    for text, edge in _pieces(element):
        if edge and "".join(parts).strip():
            yield "".join(parts), not depth
        if edge:
            parts = []
        depth += {"table": 1, "/table": -1, "note": 1, "/note": -1}.get(edge, 0)
        parts.append(text)
    if "".join(parts).strip():
        yield "".join(parts), not depth


def _pieces(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the texts of an element; with the edges of blocks, their names."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    # The signs that lead to a note and back are made anew.
    if element.get("role") in {"doc-noteref", "doc-backlink"}:
        return
    edge = element.tag if element.tag in BLOCKS else ""
    edge = "note" if element.get("role") in NOTES else edge
    yield (" " if element.tag == "br" else ""), edge
    yield element.text or "", ""
    for part in element:
        yield from _pieces(part)
        yield part.tail or "", ""
    yield "", f"/{edge}" if edge else ""
