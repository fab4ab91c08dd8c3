"""CSV with places: a file's bytes in, its records and the place of each cell out.

RFC 4180 with a line feed or CR LF at a record's end, UTF-8 with or without a byte
order mark. Records come in blocks, so that a table of a million rows needs no more
memory than one of a thousand; blocks and lines without a quote take a short way.
Where a cell stands is worked out only when it is asked for.
"""

import csv
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any, BinaryIO, NamedTuple

from crossfoot.places import Place, Span

BOM = b"\xef\xbb\xbf"
CHUNK = 1 << 17
"""Bytes that are read at a time, and then up to a line's end."""

Source = bytes | Callable[[], BinaryIO]
"""A file's bytes, or what opens it anew."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written; see https://specs.frictionlessdata.io/csv-dialect/."""

    delimiter: str = ","
    header: bool = True
    """Whether the first record holds the columns' names."""
    comment: str = ""
    """What a line starts with that is no record; empty: every line is one."""
    skip: bool = False
    """Whether spaces after a delimiter belong to no cell."""

    def as_dict(self) -> dict[str, Any]:
        """Return this as JSON."""
        return asdict(self)


PLAIN = Dialect()
"""Commas between cells, and a header."""


class Row(NamedTuple):
    """One record of a table."""

    line: int
    """The line of the file that the record starts on, 1-based."""
    raw: str
    """The record as written, without its line ending."""
    values: Sequence[str]
    """The cells' texts, without the quotes around them."""
    dialect: Dialect = PLAIN

    def written(self, index: int) -> str:
        """Return a cell as it is written, quotes included."""
        start, end = self.span(index)
        return self.raw[start:end]

    def span(self, index: int) -> Span:
        """Return a cell's start and end in `raw`; past the last one, the end."""
        found = spans(self.raw, self.dialect)
        if index < len(found):
            return found[index]
        return len(self.raw), len(self.raw)

    def place(self, file: str, index: int) -> Place:
        """Return the place of a cell in the file."""
        return self.at(file, *self.span(index))

    def at(self, file: str, start: int, end: int) -> Place:
        """Return the place of a slice of `raw` in the file."""
        return Place(file, *self._position(start), *self._position(end))

    def places(self, file: str) -> list[Place]:
        """Return the places of all cells in the file."""
        return [
            self.at(file, start, end) for start, end in spans(self.raw, self.dialect)
        ]

    def whole(self, file: str) -> Place:
        """Return the place of the record in the file."""
        return Place(file, self.line, 1, *self._position(len(self.raw)))

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.raw.count("\n", 0, offset)
        column = offset - (self.raw.rfind("\n", 0, offset) + 1) + 1
        return self.line + before, column


class Block(NamedTuple):
    """Some records of a table, one after the other."""

    lines: Sequence[int]
    """The line that each record starts on."""
    raws: Sequence[str]
    values: Sequence[Sequence[str]]
    dialect: Dialect = PLAIN
    doubtful: bool = False
    """Whether a quote in any of them may stand wrong."""

    def row(self, at: int) -> Row:
        """Return one of the records."""
        return Row(self.lines[at], self.raws[at], self.values[at], self.dialect)

    def rows(self) -> Iterator[Row]:
        """Yield the records."""
        for line, raw, values in zip(self.lines, self.raws, self.values, strict=True):
            yield Row(line, raw, values, self.dialect)

    def columns(self, width: int) -> list[Sequence[str]]:
        """Return the cells' texts by column: cut short, or with empty ones behind."""
        values = self.values
        if {*map(len, values)} - {width}:
            values = [(*one, *[""] * width)[:width] for one in values]
        return list(zip(*values, strict=True)) or [()] * width


def spans(raw: str, dialect: Dialect = PLAIN) -> list[Span]:
    """Return the start and end of each cell of a record, quotes included."""
    out, start = [], 0
    while True:
        start = _start(raw, start, dialect)
        end = _end(raw, start, dialect.delimiter)
        out.append((start, end))
        if end >= len(raw):
            return out
        start = end + 1


def _start(raw: str, at: int, dialect: Dialect) -> int:
    """Return the offset at which the cell behind a delimiter at `at` starts."""
    while dialect.skip and raw.startswith(" ", at):
        at += 1
    return at


def _end(raw: str, start: int, delimiter: str) -> int:
    """Return the offset at which the cell that starts at `start` ends."""
    at = start
    if raw.startswith('"', start):
        at = closing(raw, start + 1)
        if at < 0:
            return len(raw)
    found = raw.find(delimiter, at)
    return len(raw) if found < 0 else found


def closing(raw: str, start: int) -> int:
    """Return the offset behind the quote that closes a cell, or -1 without one.

    `start` is an offset inside the quotes; a doubled quote stands for one.
    """
    at = raw.find('"', start)
    while at >= 0 and raw.startswith('"', at + 1):
        at = raw.find('"', at + 2)
    return at + 1 if at >= 0 else -1


def unquote(written: str) -> str:
    """Return the text of a cell as written: without quotes, doubled ones single."""
    if not written.startswith('"'):
        return written
    end = closing(written, 1)
    if end < 0:
        return written[1:].replace('""', '"')
    return written[1 : end - 1].replace('""', '"') + written[end:]


def opened(source: Source) -> BinaryIO:
    """Return a file from its start, behind a byte order mark."""
    stream = BytesIO(source) if isinstance(source, bytes) else source()
    if stream.read(len(BOM)) != BOM:
        stream.seek(0)
    return stream


def rows(source: Source, dialect: Dialect = PLAIN) -> Iterator[Row]:
    """Yield all records of a file, the header first; blank lines are left out.

    Bytes that are not UTF-8 stand in a text as U+FFFD.
    """
    for block in _blocks(source, dialect):
        yield from block.rows()


def header(source: Source, dialect: Dialect = PLAIN) -> Row | None:
    """Return the first record of a file, or None when it has none."""
    return next(rows(source, dialect), None)


def blocks(source: Source, dialect: Dialect = PLAIN) -> Iterator[Block]:
    """Yield the records of a file in blocks, without the header."""
    rest = int(dialect.header)
    for block in _blocks(source, dialect):
        first, rest = rest, 0
        if first:
            parts = (block.lines[1:], block.raws[1:], block.values[1:])
            block = Block(*parts, dialect, block.doubtful)  # noqa: PLW2901 - the same block, cut
        if block.values:
            yield block


def _blocks(source: Source, dialect: Dialect) -> Iterator[Block]:
    with opened(source) as stream:
        line = 1
        while data := stream.read(CHUNK):
            if not data.endswith(b"\n"):
                data += stream.readline()
            text = data.decode("utf-8", errors="replace")
            if '"' in text:
                quick = _well_quoted(text, line, dialect)
                block, line = quick or _quoted(text, line, stream, dialect)
            else:
                block, line = _plain(text, line, dialect)
            if block.values:
                yield block


def _plain(text: str, line: int, dialect: Dialect) -> tuple[Block, int]:
    """Return the records of a text without quotes, and the line behind them."""
    raws = text.split("\n")
    if "\r" in text:
        raws = [one.removesuffix("\r") for one in raws[:-1]] + raws[-1:]
    if not raws[-1]:
        raws.pop()
    behind = line + len(raws)
    lines: Sequence[int] = range(line, behind)
    if dialect.comment or not all(map(str.strip, raws)):
        kept = [at for at, raw in enumerate(raws) if is_record(raw, dialect)]
        lines, raws = [line + at for at in kept], [raws[at] for at in kept]
    values = [_split(raw, dialect) for raw in raws]
    return Block(lines, raws, values, dialect), behind


def is_record(raw: str, dialect: Dialect = PLAIN) -> bool:
    """Say whether a line without quotes is a record, not blank and no comment."""
    if dialect.comment and raw.startswith(dialect.comment):
        return False
    return bool(raw.strip(" "))


def _well_quoted(text: str, line: int, dialect: Dialect) -> tuple[Block, int] | None:
    """Return what `_quoted` does, or None where a quote stands wrong or open."""
    if dialect.skip or dialect.comment:
        return None
    lines = list(_lines(text))
    reader = csv.reader(lines, delimiter=dialect.delimiter, strict=True)
    starts, raws, found, start = [], [], [], 0
    try:
        for values in reader:
            end = reader.line_num
            raw = lines[start] if end == start + 1 else "".join(lines[start:end])
            raw = _strip(raw)
            if "\r" in raw:
                return None
            if len(values) > 1 or is_record(raw, dialect):
                starts.append(line + start)
                raws.append(raw)
                found.append(values)
            start = end
    except csv.Error:
        return None
    return Block(starts, raws, found, dialect), line + len(lines)


def _quoted(
    text: str, line: int, stream: BinaryIO, dialect: Dialect
) -> tuple[Block, int]:
    """Return the records of a text, and the line behind them.

    The last record may go on in lines that are read from the stream.
    """
    pending = deque(_lines(text))
    rest = _rest(pending, stream)
    found: list[tuple[int, str, Sequence[str]]] = []
    while pending:
        start, written = line, pending.popleft()
        line += 1
        raw = _strip(written)
        if '"' not in written or (dialect.comment and raw.startswith(dialect.comment)):
            if is_record(raw, dialect):
                found.append((start, raw, _split(raw, dialect)))
            continue
        raw = _joined(written, rest, dialect)
        line += raw.count("\n")
        found.append((start, raw, _values(raw, dialect)))
    starts, raws, values = zip(*found, strict=True) if found else ((), (), ())
    return Block(starts, raws, values, dialect, doubtful=True), line


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text with their endings."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _rest(pending: deque[str], stream: BinaryIO) -> Iterator[str]:
    """Yield the lines that are left, of the text at hand and then of the stream."""
    while True:
        while pending:
            yield pending.popleft()
        more = stream.readline()
        if not more:
            return
        yield more.decode("utf-8", errors="replace")


def _split(raw: str, dialect: Dialect) -> Sequence[str]:
    """Return the cells of a record without quotes."""
    cells = raw.split(dialect.delimiter)
    return [one.lstrip(" ") for one in cells] if dialect.skip else cells


def _values(raw: str, dialect: Dialect) -> Sequence[str]:
    """Return the cells of a record with quotes; what stands wrong is kept as it is."""
    if not dialect.skip and "\r" not in raw:
        try:
            return next(csv.reader((raw,), delimiter=dialect.delimiter, strict=True))
        except (csv.Error, StopIteration):
            pass  # a quote in the wrong place, which the module and we read apart
    return [unquote(raw[start:end]) for start, end in spans(raw, dialect)]


def _strip(line: str) -> str:
    if line.endswith("\r\n"):
        return line[:-2]
    return line.removesuffix("\n")


def _joined(line: str, rest: Iterator[str], dialect: Dialect) -> str:
    """Return a record's lines as one text: more are taken while a quote is open.

    The last line's ending is left out, unless the file ends inside a quote.
    """
    parts, inside = [line], _open(line, dialect, inside=False)
    while inside:
        line = next(rest, "")
        if not line:
            return "".join(parts)
        parts.append(line)
        inside = _open(line, dialect, inside=True)
    return _strip("".join(parts))


def _open(line: str, dialect: Dialect, *, inside: bool) -> bool:
    """Say whether a quote is open at the end of a line."""
    at = 0
    while at <= len(line):
        if not inside:
            at = _start(line, at, dialect)
            if not line.startswith('"', at):
                at = line.find(dialect.delimiter, at) + 1
                if not at:
                    return False
                continue
        end = closing(line, at if inside else at + 1)
        if end < 0:
            return True
        inside, at = False, line.find(dialect.delimiter, end) + 1
        if not at:
            return False
    return False
