"""Encodings: a file's bytes in, what is wrong with them as a text out (DAT01, SRC06).

A table is UTF-8. Another encoding is named, with what it would make of the first
letter that shows it, and never used: a wrong guess changes names without a word.
"""

from collections.abc import Iterator

from crossfoot.csvfile import BOM, CHUNK, Source, opened
from crossfoot.findings import Finding, several
from crossfoot.places import Place
from crossfoot.utf8 import PROBE, wide_encoding

ADVICE = "Save it as UTF-8: in a spreadsheet, choose the format “CSV UTF-8”"


def wide(file: str, source: Source) -> list[Finding]:
    """Return DAT01 for a file in UTF-16 or UTF-32, which cannot be read at all."""
    with opened(source) as stream:
        stream.seek(0)
        start = stream.read(PROBE)
    found = wide_encoding(start)
    if not found:
        return []
    message = f"File is in {found}; expected UTF-8"
    return [
        Finding(
            "DAT01", message, Place(file), (), ADVICE, found, "UTF-8", anchor="wide"
        )
    ]


def text_faults(file: str, source: Source) -> list[Finding]:
    """Return what is wrong with a file's bytes: SRC06, DAT01; takes one pass."""
    found, empty = [], True
    look = _Look(file)
    if _marked(source):
        found.append(
            Finding(
                "SRC06",
                "File starts with a byte order mark; expected plain UTF-8",
                Place(file),
                help="Save it as UTF-8 without a byte order mark",
                anchor="BOM",
            )
        )
    for chunk in _chunks(source):
        empty = empty and not chunk.strip()
        look.take(chunk)
    if empty:
        found.append(
            Finding(
                "DAT01",
                "Table is empty; expected a header and rows",
                Place(file),
                help="Write the column names on the first line, or delete the file",
            )
        )
    return found + look.findings()


def _marked(source: Source) -> bool:
    with opened(source) as stream:
        stream.seek(0)
        return stream.read(len(BOM)) == BOM


def _chunks(source: Source) -> Iterator[bytes]:
    """Yield a file in pieces of whole lines."""
    with opened(source) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk if chunk.endswith(b"\n") else chunk + stream.readline()


class _Look:
    """A file's bytes passing by; keeps the first that is no text."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.line = 1
        self.bad: tuple[Place, bytes, str] | None = None
        self.null: Place | None = None
        self.more = {"bad": 0, "null": 0}
        """Lines with such a byte, after the first one."""

    def take(self, chunk: bytes) -> None:
        """Look at some whole lines."""
        if b"\0" in chunk or not _decodes(chunk):
            for at, line in enumerate(chunk.split(b"\n")):
                self._line(line, self.line + at)
        self.line += chunk.count(b"\n")

    def _line(self, line: bytes, number: int) -> None:
        if b"\0" in line:
            before = line[: line.index(b"\0")].decode("utf-8", errors="replace")
            column = len(before) + 1
            place = Place(self.file, number, column, number, column + 1)
            self.more["null"] += self.null is not None
            self.null = self.null or place
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as problem:
            column = len(line[: problem.start].decode("utf-8")) + 1
            place = Place(self.file, number, column, number, column + 1)
            self.more["bad"] += self.bad is not None
            letter = _as_windows(line[problem.start : problem.start + 1])
            self.bad = self.bad or (place, line[problem.start : problem.end], letter)

    def findings(self) -> list[Finding]:
        """Return DAT01 for the first byte of each kind."""
        out = []
        if self.bad:
            place, bad, letter = self.bad
            code = " ".join(f"{byte:02X}" for byte in bad)
            said = f"; in Windows-1252 it is “{letter}”" if letter else ""
            message = f"Byte {code} is not UTF-8{said}{_also(self.more['bad'])}"
            found = Finding("DAT01", message, place, (), ADVICE, code, "UTF-8")
            out.append(found)
        if self.null:
            message = f"Cell holds a NUL byte{_also(self.more['null'])}"
            advice = "Delete it; a text has none"
            out.append(Finding("DAT01", message, self.null, (), advice))
        return out


def _decodes(chunk: bytes) -> bool:
    try:
        chunk.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as_windows(byte: bytes) -> str:
    """Return the letter of a byte in Windows-1252, of which Latin-1 is a part."""
    try:
        letter = byte.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return letter if letter.isprintable() and letter != "\xa0" else ""


def _also(more: int) -> str:
    return (
        f", and {several(more, 'more line has', 'more lines have')} one" if more else ""
    )
