"""The site: its pages in, what is wrong with them and lost on the way out."""

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from crossfoot.findings import Finding
from crossfoot.inspect.document import REPORT
from crossfoot.inspect.facts import Outputs, Page
from crossfoot.inspect.page import page_facts, screen
from crossfoot.inspect.passages import Passage, squeezed
from crossfoot.inspect.rules import rules
from crossfoot.inspect.words import missing
from crossfoot.places import Place

FIRST = "index.html"
ASTRAY = "404.html"
"""A page that is shown in place of one that is not there: its links start anywhere."""


def pages(outputs: Outputs, expected: list[Passage], start: Place) -> list[Finding]:
    """Return what is wrong with the pages of a site."""
    facts = {name: page_facts(html) for name, html in sorted(outputs.site.items())}
    out = []
    for name, page in facts.items():
        called = f"page {name}"
        out += screen(page, [], start, called)
        out += rules(page, start, called, [])
        out += _ways(name, page, facts, outputs.files, start)
    texts = [squeezed(facts[name].text) for name in in_order(facts)]
    return out + (missing(expected, "".join(texts), "site") if texts else [])


def in_order(facts: Mapping[str, Page]) -> list[str]:
    """Return pages as the first of them lists them, then the others by name."""
    first = facts.get(FIRST)
    linked = [target(FIRST, way)[0] for way in first.ways] if first else []
    known = dict.fromkeys([FIRST, *linked, *sorted(facts)])
    return [name for name in known if name in facts and name != ASTRAY]


def target(page: str, way: str) -> tuple[str, str]:
    """Return the file of the site and the identifier that a link leads to."""
    parts = urlsplit(way)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return "", ""
    path = normpath(join(dirname(page), unquote(parts.path))) if parts.path else page
    return path, unquote(parts.fragment)


def _ways(
    name: str,
    page: Page,
    facts: Mapping[str, Page],
    files: frozenset[str],
    start: Place,
) -> Iterator[Finding]:
    """Yield the first link that leads to no file or no place of the site."""
    for way in page.ways if name != ASTRAY else ():
        file, ident = target(name, way)
        there = facts.get(file)
        if file.startswith("../") or not file:
            continue
        if file not in files or (ident and there and ident not in there.ids):
            message = f"A link of the page {name} leads to “{way}”, which is not there"
            yield Finding("ACC07", message, start, help=REPORT, found=way)
            return
