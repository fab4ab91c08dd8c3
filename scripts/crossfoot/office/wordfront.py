"""What stands around the chapters of a Word document: cover, contents, page edges."""

from collections.abc import Mapping, Sequence
from typing import Any

from crossfoot.nodes import Node, attributes, identifier, link, para, text, walk, words
from crossfoot.office.marks import (
    NEW_PAGE,
    block,
    bookmark_of,
    escape,
    hyperlink,
    paragraph,
    run,
    styled,
)
from crossfoot.office.publication import Publication
from crossfoot.office.style import SPACE
from crossfoot.parts import Entry, Part
from crossfoot.phrases import phrases

DEPTH = 2
"""Levels of headings in the contents."""
SIZES = {"a4": (210.0, 297.0), "a5": (148.0, 210.0), "us-letter": (215.9, 279.4)}
"""Width and height of paper in millimetres."""
TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
LISTED = ("Figure", "Table")


def front(
    publication: Publication, parts: Sequence[Part], entries: Sequence[Entry]
) -> list[Node]:
    """Return the blocks before the first chapter."""
    blocks = [_styled(style, said) for style, said in _cover(publication)]
    about = _about(publication)
    blocks += [NEW_PAGE, *about] if about else []
    tables = [
        contents(publication, entries),
        *(exhibits(parts, kind) for kind in LISTED),
    ]
    listed = [one for one in tables if one]
    blocks += [NEW_PAGE, *map(block, listed)] if listed else []
    return [*blocks, *([] if _starts_page(parts) else [NEW_PAGE])]


def _starts_page(parts: Sequence[Part]) -> bool:
    """Say whether the first chapter's heading starts a page by itself."""
    return bool(parts and parts[0].heading)


def _cover(publication: Publication) -> list[tuple[str, str]]:
    people = [
        f"{name}, {where}" if where else name for name, where in publication.authors
    ]
    lines = [
        ("Draft", publication.draft),
        ("Publisher", publication.publisher),
        ("Title", publication.title),
        ("Subtitle", publication.subtitle),
        *(("Author", person) for person in people),
        *(("Cover Line", line) for line in publication.lines),
    ]
    return [(style, said) for style, said in lines if said]


def _styled(style: str, said: str) -> Node:
    return styled(style, [para(words(said))])


def _about(publication: Publication) -> list[Node]:
    rows = [
        para([{"t": "Strong", "c": words(f"{name}:")}, {"t": "Space"}, *_value(*rest)])
        for name, *rest in publication.rows
    ]
    body = [para(words(said)) for said in publication.texts] + rows
    head = _styled("TOC Heading", publication.headings.get("about", ""))
    return [head, *body] if body else []


def _value(said: str, where: str) -> list[Node]:
    return [link(words(said), where)] if where else words(said)


def contents(publication: Publication, entries: Sequence[Entry]) -> str:
    """Return the table of contents, filled in; empty for a single heading."""
    shown = [
        one
        for one in entries
        if one.listed and one.level <= DEPTH and one.id and one.title
    ]
    if len(shown) < 2:
        return ""
    rows = [
        (f"TOC{one.level}", bookmark_of(one.id), f"{one.number} {one.title}".strip())
        for one in shown
    ]
    head = publication.headings.get("contents", "")
    return _listing(head, f'TOC \\o "1-{DEPTH}" \\h \\z \\u', rows)


def exhibits(parts: Sequence[Part], kind: str) -> str:
    """Return the list of the figures or of the tables; empty without any."""
    rows = []
    for part in parts:
        for node in walk(part.blocks, frozenset({"Para", "Plain", "Header"})):
            told = attributes(node) if node["t"] == kind else {}
            said = " ".join(text(node["c"][1][1]).split()) if told else ""
            if (
                told.get("label", "").startswith(f"{kind} ")
                and said
                and identifier(node)
            ):
                name = bookmark_of(identifier(node))
                rows.append(("TableofFigures", name, f"{told['label']} {said}"))
    return _listing(f"{kind}s", f'TOC \\h \\z \\c "{kind}"', rows) if rows else ""


def _listing(head: str, instruction: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """Return a field of entries that Word can make anew, with page numbers."""
    code = escape(f" {instruction} ")
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    last = len(rows) - 1
    body = "".join(
        paragraph(
            style,
            (start if at == 0 else "")
            + hyperlink(name, run(said))
            + (end if at == last else ""),
        )
        for at, (style, name, said) in enumerate(rows)
    )
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{paragraph('TOCHeading', run(head))}{body}</w:sdtContent></w:sdt>"
    )


def header(publication: Publication) -> str:
    """Return the head of every page but the first."""
    mark = paragraph("DraftHeader", run(publication.draft)) if publication.draft else ""
    return _edge("hdr", mark + paragraph("Header", run(publication.title)))


def first_header(publication: Publication) -> str:
    """Return the head of the first page."""
    return _edge("hdr", paragraph("DraftHeader", run(publication.draft)))


def footer(publication: Publication) -> str:
    """Return the foot of every page: `Page 2 of 9`, which Word counts."""
    from crossfoot.office.marks import field

    before, _, rest = phrases(publication.language)["pages"].partition("{page}")
    between, _, after = rest.partition("{pages}")
    parts = (run(before), field("PAGE", "1"), run(between), field("NUMPAGES", "1"))
    shown = "".join(parts) + (run(after) if after else "")
    return _edge("ftr", paragraph("Footer", shown))


def _edge(kind: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:{kind} xmlns:w="{SPACE}">{body}</w:{kind}>'
    )


def page(tokens: Mapping[str, Any], *, sideways: bool = False) -> str:
    """Return the size and margins of a page, for the properties of a section."""
    paper = tokens["paper"]
    wide, high = SIZES[paper["size"]]
    margin = paper["margin"]
    turned = ' w:orient="landscape"' if sideways else ""
    size = (high, wide) if sideways else (wide, high)
    width, height = (round(side * TWIPS) for side in size)
    top, bottom, side = (
        round(margin[key] * TWIPS) for key in ("top", "bottom", "side")
    )
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}"'
        ' w:header="708" w:footer="708" w:gutter="0"/>'
    )


def room(tokens: Mapping[str, Any]) -> tuple[float, float]:
    """Return the width and height, in millimetres, that a picture may fill."""
    paper = tokens["paper"]
    wide, high = SIZES[paper["size"]]
    margin = paper["margin"]
    inside = high - margin["top"] - margin["bottom"]
    return wide - 2 * margin["side"], inside * 0.86
