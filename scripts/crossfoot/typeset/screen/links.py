"""Links between pages: HTML with links inside a report in, the same across pages out.

Text never holds a `<`, as it is escaped, so a tag can be told by its look.
"""

import re
from collections.abc import Iterable, Mapping

ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]*)"')
INNER = re.compile(r'(<a\b[^<>]*?\shref=")#([^"]+)"')
BESIDE = re.compile(r'(<[a-z][^<>]*?\s(?:href|src)=")(?![a-z]+:|#)')
HEADING = re.compile(r"(</?h)([2-6])(?=[\s>])")


def homes(pages: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Return where each identifier is; `pages` are names, HTML and what heads each.

    What heads a page is at its top: a link there needs the page's name alone.
    """
    out: dict[str, str] = {}
    for name, markup, top in pages:
        for one in ID.findall(markup):
            out.setdefault(one, name if one == top else f"{name}#{one}")
    return out


def relinked(markup: str, page: str, home: Mapping[str, str]) -> str:
    """Return a page's HTML with links to what stands on other pages."""

    def led(found: re.Match[str]) -> str:
        where = home.get(found[2], page)
        return found[0] if page_of(where) == page else f'{found[1]}{where}"'

    return INNER.sub(led, markup)


def page_of(where: str) -> str:
    """Return the page of a place."""
    return where.partition("#")[0]


def placed(markup: str, folder: str) -> str:
    """Return a page whose links start at a web address: it can stand anywhere."""
    return BESIDE.sub(lambda found: f"{found[1]}{folder}", markup)


def raised(markup: str) -> str:
    """Return HTML with its headings one level up: a page's own title is the first."""
    return HEADING.sub(lambda found: f"{found[1]}{int(found[2]) - 1}", markup)
