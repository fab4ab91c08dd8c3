"""Marks of WordprocessingML: words in, runs, fields and paragraphs out.

Source: ECMA-376, part 1, chapter 17.
"""

import hashlib
import re
from collections.abc import Iterable
from html import escape as _escape

from crossfoot.nodes import Node

FORM = "openxml"
FIRST = 900_000
"""Bookmarks of ours are numbered from here: pandoc counts its own from 1."""
LONGEST = 40
"""Characters of a bookmark's name."""
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that no XML file can hold."""


def clean(words: str) -> str:
    """Return words without what no XML file can hold."""
    return ILLEGAL.sub("\ufffd", words)


def escape(words: str) -> str:
    """Return words as XML."""
    return _escape(clean(words), quote=True)


def inline(xml: str) -> Node:
    """Return XML that stands in a line, as an element."""
    return {"t": "RawInline", "c": [FORM, xml]}


def block(xml: str) -> Node:
    """Return XML that stands by itself, as an element."""
    return {"t": "RawBlock", "c": [FORM, xml]}


def run(words: str, style: str = "") -> str:
    """Return words in a run, of a character style if one is named."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def field(instruction: str, shown: str, style: str = "") -> str:
    """Return a field that Word can update, and what it shows until then."""
    marks = {
        kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    }
    told = escape(f" {instruction} ")
    code = f'<w:r><w:instrText xml:space="preserve">{told}</w:instrText></w:r>'
    shows = run(shown, style)
    return f"{marks['begin']}{code}{marks['separate']}{shows}{marks['end']}"


def bookmarked(index: int, name: str, xml: str) -> str:
    """Return XML with a bookmark round it."""
    number = FIRST + index
    start = f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>'
    return f'{start}{xml}<w:bookmarkEnd w:id="{number}"/>'


def hyperlink(name: str, xml: str) -> str:
    """Return runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{escape(name)}" w:history="1">{xml}</w:hyperlink>'


def bookmark_of(identifier: str) -> str:
    """Return the name that pandoc gives the bookmark of an identifier.

    Source: pandoc 3.9, `Text.Pandoc.Writers.Docx.OpenXML`, `toBookmarkName`.
    """
    if identifier[:1].isalpha() and len(identifier) <= LONGEST:
        return identifier
    digest = hashlib.sha1(identifier.encode(), usedforsecurity=False).hexdigest()
    return f"X{digest[1:]}"


def paragraph(style: str, xml: str, more: str = "") -> str:
    """Return a paragraph; `more` is what its properties hold besides the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{xml}</w:p>'


def styled(style: str, blocks: Iterable[Node]) -> Node:
    """Return blocks in a paragraph style, by its name."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], list(blocks)]}


def told(style: str, inlines: Iterable[Node]) -> Node:
    """Return inlines in a character style, by its name."""
    return {"t": "Span", "c": [["", [], [["custom-style", style]]], list(inlines)]}


NEW_PAGE = block('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
RULE = block(paragraph("Rule", ""))
TAB = inline("<w:r><w:tab/></w:r>")
