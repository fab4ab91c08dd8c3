"""Markup: HTML in, what a parser hands on of it out.

Python's parser looks at every tag several times, for any tag may be malformed. A page
whose tags are all written plainly is cut into them with one search; at the first that
is not, the whole page is left to Python's parser.
"""

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from typing import TypeVar

PART = re.compile(
    r"""
    <(?: !DOCTYPE\ html
    | (?P<end>/)? (?P<tag>[a-zA-Z][a-zA-Z0-9]*+)
      (?P<attributes>(?:\s++[a-zA-Z][a-zA-Z0-9:-]*+="(?:[^"&]|&(?:amp|lt|gt|quot|\#\d++);)*+")*+)
      \ ?(?P<alone>/)?
    )>
    (?P<words>[^<]*+)
    """,
    re.VERBOSE,
)
"""A tag and the words up to the next."""
ATTRIBUTE = re.compile(r'([a-zA-Z0-9:-]+)="([^"]*)"')
LITERAL = frozenset({"script", "style"})
"""Elements in which no character stands for another."""
CLOSED = LITERAL | {"title"}
"""Elements in which no other can be, whatever is written."""
STRANGE = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext", "textarea", "xmp"}
)
"""Elements whose content parsers read in different ways."""

Parser = TypeVar("Parser", bound=HTMLParser)


def parsed(html: str, make: Callable[[], Parser]) -> Parser:
    """Return a parser that was handed the tags and words of a page."""
    parser = make()
    if _plain(html, parser):
        return parser
    parser = make()
    parser.feed(html)
    parser.close()
    return parser


def _plain(html: str, parser: HTMLParser) -> bool:
    """Hand a plain page on; say whether all of it was plain."""
    at, within = 0, ""
    for found in PART.finditer(html):
        end, name, attributes, alone, words = found.groups()
        tag = name.lower() if name else ""
        if found.start() != at or tag in STRANGE or (end and (attributes or alone)):
            return False
        if (within and not (end and tag == within)) or (alone and tag in CLOSED):
            return False
        at, within = found.end(), tag if tag in CLOSED and not end else ""
        if end:
            parser.handle_endtag(tag)
        elif tag:
            told = _told(attributes) if attributes else []
            (parser.handle_startendtag if alone else parser.handle_starttag)(tag, told)
        if words:
            raw = "&" not in words or within in LITERAL
            parser.handle_data(words if raw else unescape(words))
    return at == len(html) and not within


def _told(attributes: str) -> list[tuple[str, str | None]]:
    pairs = ATTRIBUTE.findall(attributes)
    if "&" in attributes:
        return [(key.lower(), unescape(value)) for key, value in pairs]
    return [(key.lower(), value) for key, value in pairs]
