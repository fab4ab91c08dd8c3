"""Links between pages: HTML with links inside a report in, the same across pages out.

Text never holds a `<`, as it is escaped, so a tag can be told by its look.
"""

import re
from collections.abc import Iterable, Mapping

ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]*)"')
INNER = re.compile(r'(<a\b[^<>]*?\shref=")#([^"]+)"')
HEADING = re.compile(r"(</?h)([2-6])(?=[\s>])")


def homes(pages: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the page of each identifier; `pages` are names and HTML."""
    out: dict[str, str] = {}
    for name, markup in pages:
        for one in ID.findall(markup):
            out.setdefault(one, name)
    return out


def relinked(markup: str, page: str, home: Mapping[str, str]) -> str:
    """Return a page's HTML with links to what stands on other pages."""

    def led(found: re.Match[str]) -> str:
        where = home.get(found[2], page)
        return found[0] if where == page else f'{found[1]}{where}#{found[2]}"'

    return INNER.sub(led, markup)


def raised(markup: str) -> str:
    """Return HTML with its headings one level up: a page's own title is the first."""
    return HEADING.sub(lambda found: f"{found[1]}{int(found[2]) - 1}", markup)
