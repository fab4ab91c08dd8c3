"""The tag tree: a PDF's elements and marks in, what readers would miss out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.findings import Finding, several
from crossfoot.inspect.document import REPORT
from crossfoot.inspect.facts import Pdf, Tag
from crossfoot.inspect.grid import Cell, even
from crossfoot.nodes import Node, attributes, beside_words, text
from crossfoot.places import Place

STANDARDS = ("pdfaid 2A", "pdfuaid 1")
ASIDE = frozenset({"Note", "Caption", "Table", "Figure", "Formula", "TOC", "Aside"})
"""Elements that may stand elsewhere on the page than in the order of reading."""
PARTS = {
    "L": frozenset({"LI", "L", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "TR": frozenset({"TH", "TD"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
}
"""What an element may hold at once, of those that are lists or tables."""
TOGETHER = {"LI": "L", "LBody": "LI", "TR": "Table", "TH": "TR", "TD": "TR"}
"""What an element stands in."""
LANGUAGED = frozenset({"Div", "Span"})
"""Elements that authors may mark with a language."""
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)


def tagging(
    pdf: Pdf, blocks: list[Node], spoken: list[str], start: Place
) -> list[Finding]:
    """Return what is wrong with how a PDF is tagged.

    `spoken` are the languages that parts of the report are in.
    """
    checks = (
        _declared(pdf),
        _held(pdf),
        _order(pdf),
        _nested(pdf.tags),
        _cells(pdf.tags),
        _notes(pdf, blocks),
        _links(pdf),
        _languages(pdf, spoken),
    )
    return [
        Finding(code, message, start, help=REPORT)
        for check in (checks if pdf.pages else ())
        for code, message in check
    ]


Told = Iterator[tuple[str, str]]
"""Codes and messages."""


def _declared(pdf: Pdf) -> Told:
    lacking = [one for one in STANDARDS if one not in pdf.standards]
    if lacking or not pdf.marked:
        what = "PDF/A-2a" if "pdfaid 2A" in lacking else "PDF/UA-1"
        said = f"declare {what}" if lacking else "say that it is tagged throughout"
        yield "ACC28", f"The PDF does not {said}"


def _held(pdf: Pdf) -> Told:
    """Find text that no element holds, and elements whose text is not drawn."""
    held = {(at, number) for at, number, _ in pdf.read}
    drawn = {(at, one) for at, page in enumerate(pdf.drawn) for one in page.numbers}
    loose = {at for at, page in enumerate(pdf.drawn) if page.loose}
    pages = sorted(loose | {at for at, _ in drawn - held})
    if pages:
        yield "ACC16", f"Text on page {pages[0] + 1} of the PDF is not in its tag tree"
    elif held - drawn:
        page = min(held - drawn)[0] + 1
        yield "ACC16", f"An element of the tag tree holds nothing on page {page}"


def _order(pdf: Pdf) -> Told:
    """Compare the order of elements with that of the running text on the pages.

    That the running text is in the order of the report is found by its words.
    """
    places = {
        (at, number): (at, order)
        for at, page in enumerate(pdf.drawn)
        for order, number in enumerate(page.numbers)
    }
    aside = _aside(pdf.tags)
    running = [
        (places[at, number], pdf.tags[tag])
        for at, number, tag in pdf.read
        if (at, number) in places and not aside[tag]
    ]
    for (before, _), (after, tag) in pairwise(running):
        if after < before:
            yield "ACC17", f"The tag tree reads {_shown(tag)} out of its order"
            return


def _shown(tag: Tag) -> str:
    return f"{tag.kind} “{tag.title}”" if tag.title else f"an element {tag.kind}"


def _aside(tags: tuple[Tag, ...]) -> list[bool]:
    """Say of each element whether it is in a float or a note."""
    captioned = _captioned(tags)
    out: list[bool] = []
    above = None
    for at, tag in enumerate(tags):
        if above is None or tag.depth <= above:
            apart = tag.kind in ASIDE or at in captioned
            above = tag.depth if apart else None
        out.append(above is not None)
    return out


def _captioned(tags: tuple[Tag, ...]) -> set[int]:
    """Return the places of the elements that hold a caption themselves."""
    out, around = set(), list[int]()
    for at, tag in enumerate(tags):
        del around[tag.depth :]
        if tag.kind == "Caption" and around:
            out.add(around[-1])
        around.append(at)
    return out


def _nested(tags: tuple[Tag, ...]) -> Told:
    """Check that lists and tables hold their parts, and parts stand in them."""
    around: list[Tag] = []
    for tag in tags:
        del around[tag.depth :]
        parent = around[-1].kind if around else ""
        allowed = PARTS.get(parent)
        wanted = TOGETHER.get(tag.kind)
        if allowed is not None and tag.kind not in allowed:
            yield "ACC18", f"A {parent} of the tag tree holds a {tag.kind}"
            return
        if wanted and parent != wanted and not parent.startswith(wanted[:1]):
            yield "ACC18", f"A {tag.kind} of the tag tree is in no {wanted}"
            return
        around.append(tag)
    if any(tag.kind == "L" and "LI" not in tag.kinds for tag in tags):
        yield "ACC18", "A list of the tag tree has no item"


def _cells(tags: tuple[Tag, ...]) -> Told:
    """Check that headers say what they head and cells name headers that exist."""
    silent = sum(tag.kind == "TH" and not tag.scope for tag in tags)
    if silent:
        count = several(silent, "header cell")
        yield "ACC21", f"The PDF has {count} without a scope"
    known = {tag.id for tag in tags if tag.id}
    asked = (name for tag in tags for name in tag.headers)
    lost = next((name for name in asked if name not in known), "")
    if lost:
        yield "ACC21", f"A cell of the PDF names a header “{lost}”, which is not in it"
    uneven = next((number for number, ok in enumerate(_even(tags), 1) if not ok), 0)
    if uneven:
        yield "ACC21", f"Rows of table {uneven} of the PDF have different widths"


def _even(tags: tuple[Tag, ...]) -> Iterator[bool]:
    """Say of each table whether its rows, spans included, are equally wide."""
    tables: list[tuple[int, list[list[Cell]]]] = []
    ended: list[list[list[Cell]]] = []
    for tag in tags:
        while tables and tag.depth <= tables[-1][0]:
            ended.append(tables.pop()[1])
        if tag.kind == "Table":
            tables.append((tag.depth, []))
        elif tag.kind == "TR" and tables:
            tables[-1][1].append([])
        elif tag.kind in {"TH", "TD"} and tables and tables[-1][1]:
            tables[-1][1][-1].append(Cell(tag.across, tag.down))
    ended += [rows for _, rows in tables]
    return map(even, ended)


def _notes(pdf: Pdf, blocks: list[Node]) -> Told:
    filled = {at for _, _, at in pdf.read}
    notes = [(at, tag) for at, tag in enumerate(pdf.tags) if tag.kind == "Note"]
    found = [tag for _, tag in notes]
    wanted = sum(node["t"] == "Note" for node in beside_words(blocks))
    if len(found) < wanted:
        count = several(wanted, "note")
        yield "ACC19", f"The report has {count}; the PDF tags {len(found)}"
    elif any(not tag.kinds and at not in filled for at, tag in notes):
        yield "ACC19", "A note of the PDF is empty"
    elif len({tag.id for tag in found}) < len(found):
        yield "ACC19", "Two notes of the PDF have one identifier"


def _links(pdf: Pdf) -> Told:
    for link in pdf.links:
        if not link.tagged:
            yield "ACC20", f"A link on page {link.page} of the PDF is in no Link tag"
            return
        if not link.words.strip():
            yield (
                "ACC20",
                f"A link on page {link.page} of the PDF does not say where to",
            )
            return


def _languages(pdf: Pdf, spoken: list[str]) -> Told:
    """Check that words in another language are marked as in that language."""
    found = {tag.lang for tag in pdf.tags} | {
        one for page in pdf.drawn for one in page.languages
    }
    marked = {primary(one) for one in found}
    for name in spoken:
        if primary(name) not in marked | {primary(pdf.language)}:
            yield "ACC15", f"The PDF does not mark what is in language “{name}”"
            return


def primary(language: str) -> str:
    """Return the language itself of a tag: `ar` of `ar-EG`."""
    return language.split("-", maxsplit=1)[0].lower()


def languages(blocks: list[Node]) -> list[str]:
    """Return the languages that parts of a report with words are marked with."""
    return list(
        dict.fromkeys(
            attributes(node)["lang"]
            for node in beside_words(blocks)
            if node["t"] in LANGUAGED
            and LANGUAGE.fullmatch(attributes(node).get("lang", ""))
            and any(map(str.isalpha, text(node)))
        )
    )
