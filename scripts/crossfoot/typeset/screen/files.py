"""Files to take along: what there is of an exhibit or report in, links to it out."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from crossfoot.typeset.screen.marks import escape, quoted

FOLDER = "downloads"
"""The folder of the site that holds them."""
KEPT = "!$&'()*+,;:@/?-._~"
"""Characters that stand for themselves in a data address."""


class File(NamedTuple):
    """A file that readers can take along."""

    name: str
    """As it is saved."""
    kind: str
    """`CSV`."""
    size: int
    """In bytes; 0 when it is not known."""
    address: str
    """Where it is, or an address that holds it."""


def tools(label: str, files: Iterable[File], said: Mapping[str, str]) -> str:
    """Return the line under an exhibit that offers its files; none without any.

    `said` are the phrases of the report's language.
    """
    links = ", ".join(_link(label, one, said) for one in files)
    return f'<p class="tools">{said["download"]} {links}</p>\n' if links else ""


def _link(label: str, one: File, said: Mapping[str, str]) -> str:
    """Return a link whose name says of what it is, and starts with its words."""
    words = f"{one.kind}, {size(one.size, said)}"
    return (
        f"<a download={quoted(one.name)} href={quoted(one.address)}"
        f" aria-label={quoted(f'{words}: {label}')}>{escape(words)}</a>"
    )


def offered(words: str, one: File, said: Mapping[str, str]) -> str:
    """Return a link to a file as a sentence names it: words, format and size."""
    details = f"{one.kind}, {size(one.size, said)}" if one.size else one.kind
    told = escape(f"{words} ({details})")
    return f"<a download={quoted(one.name)} href={quoted(one.address)}>{told}</a>"


def in_page(name: str, table: str) -> File:
    """Return a CSV file that the page itself holds."""
    address = f"data:text/csv;charset=utf-8,{quote(table, safe=KEPT)}"
    return File(f"{name}.csv", "CSV", len(table.encode()), address)


def size(count: int, said: Mapping[str, str]) -> str:
    """Return a number of bytes as readers know it: `12 kB`, `1.2 MB`."""
    if count < 1000:
        return said["bytes"].format(count=count)
    if count < 999_500:
        return f"{count / 1000:.0f} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", said["decimal"])
