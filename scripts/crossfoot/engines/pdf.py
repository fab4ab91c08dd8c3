"""PDF files: bytes in, what they say of themselves out."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from crossfoot.engines.plainfacts import plain_facts
from crossfoot.engines.plainpdf import UnusualError
from crossfoot.inspect.facts import Bookmark, Pdf, Tag


def read_pdf(data: bytes) -> Pdf:
    """Return what a PDF says of itself; a file that is none has no pages."""
    facts = pdf_facts(data)
    return replace(facts, texts=page_texts(data)) if facts.pages else facts


def pdf_facts(data: bytes) -> Pdf:
    """Return what a PDF says of itself, but for the texts of its pages."""
    try:
        return plain_facts(data)
    except UnusualError:
        return any_facts(data)


def any_facts(data: bytes) -> Pdf:
    """Return the facts of a PDF of any form; pypdf takes six times as long."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader: Any = PdfReader(io.BytesIO(data))
        root = reader.trailer["/Root"]
        view = root.get("/ViewerPreferences", {})
        return Pdf(
            pages=len(reader.pages),
            title=str((reader.metadata or {}).get("/Title", "")),
            language=str(root.get("/Lang", "")),
            # To Python, pypdf's “false” is as true as its “true”.
            shows_title=getattr(view.get("/DisplayDocTitle"), "value", None) is True,
            tags=tuple(_tags(root.get("/StructTreeRoot", {}))),
            bookmarks=tuple(_bookmarks(reader.outline, 1)),
            broken_links=tuple(_broken_links(reader)),
        )
    except (PyPdfError, KeyError, ValueError):
        return Pdf(0)


def page_texts(data: bytes) -> tuple[str, ...]:
    """Return the text of each page; PDFium reads 130 pages in 0.2 s, pypdf in 4 s."""
    from pypdfium2 import PdfDocument

    out = []
    document = PdfDocument(data)
    for page in document:
        words = page.get_textpage()
        out.append(words.get_text_range())
        words.close()
        page.close()
    document.close()
    return tuple(out)


def _tags(tree: Any) -> list[Tag]:
    """Return the elements of a tag tree in reading order."""
    out: list[Tag | None] = []
    _visit(tree, out)
    return [tag for tag in out if tag]


def _visit(node: Any, out: list[Tag | None]) -> frozenset[str]:
    """Note an element and those below it; return their kinds."""
    here = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(here, list):
        return frozenset().union(*(_visit(kid, out) for kid in here))
    if not isinstance(here, dict):
        return frozenset()
    kind = str(here.get("/S", ""))[1:]
    at = len(out)
    if kind:
        out.append(None)
    below = _visit(here["/K"], out) if "/K" in here else frozenset()
    if not kind:
        return below
    title, alt = (str(here.get(key, "")) for key in ("/T", "/Alt"))
    out[at] = Tag(kind, title, alt, below)
    return below | {kind}


def _bookmarks(outline: Any, level: int) -> Iterator[Bookmark]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _bookmarks(entry, level + 1)
        else:
            yield Bookmark(level, str(entry.title))


def _broken_links(reader: Any) -> Iterator[str]:
    """Yield the named destinations that links ask for in vain."""
    known = reader.named_destinations
    for page in reader.pages:
        for note in page.get("/Annots") or ():
            link = note.get_object()
            action = link.get("/A") or {}
            target = link.get("/Dest") or action.get("/D")
            if isinstance(target, str) and target not in known:
                yield str(target)
