"""E-books: the parts of a report in, the bytes of an .epub out.

Each part goes through pandoc and is kept in the cache; a part that pandoc or XML
refuses is shown as plain text.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

from crossfoot.engines.cache import Cache
from crossfoot.engines.pandoc import program
from crossfoot.engines.zipped import packed
from crossfoot.fingerprints import PACKAGE
from crossfoot.nodes import Node, text
from crossfoot.office.bookfiles import (
    CONTAINER,
    Item,
    Page,
    cover,
    navigation,
    package,
    page,
    scoped,
    title_page,
)
from crossfoot.office.ebook import Anchor, Ebook, anchors, file_of
from crossfoot.office.pictures import Data, Shown
from crossfoot.office.publication import Publication
from crossfoot.parts import Entry, Part

API = [1, 23, 1]
SECONDS = 300
FENCE = "crossfoot-end-of-part"
DEPTH = 3
"""Levels of headings in the contents."""


@dataclass(frozen=True, slots=True)
class Shows:
    """What figures show."""

    pictures: Mapping[str, Shown]
    """By target of the image."""
    data: Mapping[str, Data]
    """By the figure's name."""


@dataclass(frozen=True, slots=True)
class Volume:
    """What a book is made of."""

    parts: list[Part]
    entries: Sequence[Entry]
    """The headings."""
    exhibits: Mapping[str, Sequence[tuple[str, str]]]
    """Identifier and caption of the labelled floats, by `Figure` and `Table`."""
    publication: Publication
    shown: Shows
    files: Mapping[str, bytes]
    """Pictures by their paths in the book, the cover among them."""
    described: bool
    """Whether every picture has words for it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A book and what of it had to be shown as plain text."""

    data: bytes
    plain: list[Part]


def epub(volume: Volume, cache: Cache) -> Made:
    """Return the book."""
    parts, publication = volume.parts, volume.publication
    known = anchors(parts)
    bodies, plain = converted(parts, known, volume.shown, publication.language, cache)
    pages = [
        page(publication, file_of(part.index), part.title, scoped(body))
        for part, body in zip(parts, bodies, strict=True)
    ]
    listed = [
        Item(one.level, f"{one.number} {one.title}".strip(), _address(known, one.id))
        for one in volume.entries
        if one.listed and one.level <= DEPTH and one.title and one.id in known
    ]
    whole = [Item(1, one.title, one.name) for one in pages if not listed]
    figures, tables = (
        [
            Item(1, said, _address(known, name))
            for name, said in volume.exhibits.get(kind, ())
        ]
        for kind in ("Figure", "Table")
    )
    start = pages[0].name if pages else "title.xhtml"
    inside = [
        cover(publication),
        title_page(publication),
        navigation(publication, listed or whole, figures, tables, start),
        *pages,
    ]
    return Made(_packed(inside, volume), plain)


def _address(known: Mapping[str, Anchor], name: str) -> str:
    return f"{known[name].file}#{known[name].name}"


def _packed(pages: Sequence[Page], volume: Volume) -> bytes:
    files = volume.files
    others = [name for name in files if name != "cover.png"]
    described = volume.described
    opf = package(volume.publication, pages, others, described=described)
    out: dict[str, bytes] = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "EPUB/package.opf": opf.encode(),
        "EPUB/style.css": (PACKAGE / "themes" / "epub.css").read_bytes(),
    }
    out |= {f"EPUB/{one.name}": one.markup.encode() for one in pages}
    out |= {f"EPUB/{name}": files[name] for name in sorted(files)}
    return packed(out, plain="mimetype")


def converted(
    parts: Sequence[Part],
    known: Mapping[str, Anchor],
    shown: Shows,
    language: str,
    cache: Cache,
) -> tuple[list[str], list[Part]]:
    """Return each part's XHTML, and the parts that had to be shown as plain text."""
    prepared, start = [], 0
    for part in parts:
        book = Ebook(
            file_of(part.index),
            known,
            shown.pictures,
            shown.data,
            start,
            language,
        )
        prepared.append(json.dumps(book.part(part), ensure_ascii=False))
        start += len(book.notes)
    places = [cache.address("xhtml", one) for one in prepared]
    found = [cache.get(place) for place in places]
    todo = [at for at, data in enumerate(found) if data is None]
    made = _bodies([json.loads(prepared[at]) for at in todo])
    plain = []
    for at, body in zip(todo, made, strict=True):
        if body:
            found[at] = body.encode()
            cache.put(places[at], body.encode())
        else:
            plain.append(parts[at])
            found[at] = as_plain(parts[at], known).encode()
    return [(data or b"").decode("utf-8") for data in found], plain


def _bodies(groups: Sequence[list[Node]]) -> list[str]:
    """Return the XHTML of groups of blocks; "" for one that cannot be written."""
    if not groups:
        return []
    fence = {"t": "RawBlock", "c": ["html", f"<!--{FENCE}-->"]}
    made = _written([block for group in groups for block in (*group, fence)])
    bodies = made.split(f"<!--{FENCE}-->")[:-1]
    if len(bodies) == len(groups):
        return [body if _is_whole(body) else "" for body in bodies]
    if len(groups) == 1:
        return [""]
    return [body for group in groups for body in _bodies([group])]


def _is_whole(body: str) -> bool:
    """Say whether markup is well-formed."""
    try:
        ET.fromstring(  # noqa: S314 - pandoc made it, of elements that we checked
            f'<body xmlns:epub="http://www.idpf.org/2007/ops">{body}</body>'
        )
    except ET.ParseError:
        return False
    return True


def _written(blocks: list[Node]) -> str:
    document = {"pandoc-api-version": API, "meta": {}, "blocks": blocks}
    words = ["--from=json", "--to=html5-task_lists", "--mathml", "--wrap=none"]
    more = ["--syntax-highlighting=none", "--email-obfuscation=none", "--quiet"]
    done = subprocess.run(
        [program(), *words, *more],
        input=json.dumps(document).encode(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return "" if done.returncode else done.stdout.decode("utf-8", "replace")


def as_plain(part: Part, known: Mapping[str, Anchor]) -> str:
    """Return a part as paragraphs of its words, with every anchor that others name."""
    names = [one.name for one in known.values() if one.file == file_of(part.index)]
    places = "".join(f'<span id="{name}"></span>' for name in names)
    title = escape(part.title)
    head = f"<h1>{title}</h1>\n" if title else ""
    blocks = part.blocks[1:] if part.heading else part.blocks
    said = [" ".join(text(block).split()) for block in blocks]
    body = "\n".join(f"<p>{escape(words)}</p>" for words in said if words)
    return f"{head}<div>{places}</div>\n{body}"
