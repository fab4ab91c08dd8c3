"""Word documents and e-books: files in, their words in reading order out.

Both are archives of XML: ECMA-376 part 1, and EPUB 3.3.
"""

import io
from collections.abc import Iterator
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTAINER = ".//{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
PACKAGE = "{http://www.idpf.org/2007/opf}"
PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
"""The text of a Word document, then its notes."""
UNSAID = frozenset({"head", "script", "style", "svg", "math"})
Told = list[tuple[str, str | None]]
FAULTS = (BadZipFile, KeyError, ET.ParseError, UnicodeDecodeError)


def docx_words(data: bytes) -> str:
    """Return the words of a Word document; what is none has no words."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in PARTS if name in archive.namelist()]
            return "\n".join(_part(archive.read(name)) for name in names)
    except FAULTS:
        return ""


def _part(data: bytes) -> str:
    """Return the text of a part: runs as they stand, paragraphs on lines."""
    # Word's files have no document type: there are no entities to expand.
    root = ET.fromstring(data)  # noqa: S314 - the build wrote the file itself
    out = []
    for one in root.iter():
        if one.tag == f"{WORD}t":
            out.append(one.text or "")
        elif one.tag in {f"{WORD}p", f"{WORD}br", f"{WORD}tab"}:
            out.append("\n")
    return "".join(out)


def epub_words(data: bytes) -> str:
    """Return the words of an e-book, chapter by chapter; what is none has no words."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = list(_spine(archive))
            return "\n".join(_words(archive.read(name).decode()) for name in names)
    except FAULTS:
        return ""


def _spine(archive: ZipFile) -> Iterator[str]:
    """Yield the names of an e-book's chapters in reading order."""
    container = _tree(archive, "META-INF/container.xml").find(CONTAINER)
    if container is None:
        return
    path = container.attrib["full-path"]
    package = _tree(archive, path)
    items = {
        one.attrib["id"]: one.attrib["href"] for one in package.iter(f"{PACKAGE}item")
    }
    for one in package.iter(f"{PACKAGE}itemref"):
        yield normpath(join(dirname(path), unquote(items[one.attrib["idref"]])))


def _tree(archive: ZipFile, name: str) -> ET.Element:
    return ET.fromstring(archive.read(name))  # noqa: S314 - as above


def _words(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.words)


class _Reader(HTMLParser):
    """Collects the words of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.unsaid = 0

    def handle_starttag(self, tag: str, attrs: Told) -> None:  # noqa: ARG002
        # Only Python's parser says what is handed on.
        self.unsaid += tag in UNSAID

    def handle_startendtag(self, tag: str, attrs: Told) -> None:
        """Leave out what ends where it begins."""

    def handle_endtag(self, tag: str) -> None:
        self.unsaid -= tag in UNSAID

    def handle_data(self, data: str) -> None:
        if not self.unsaid:
            self.words.append(data)
