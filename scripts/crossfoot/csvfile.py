"""CSV with places: the bytes of a file in, its records and the place of each cell out.

RFC 4180 with a line feed or CR LF at a record's end, UTF-8 with or without a byte
order mark. Records come one by one, so that a table of a million rows needs no more
memory than its bytes; lines without a quote take a short way. Where a cell stands is
worked out only when it is asked for.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from crossfoot.findings import Finding, listed, several
from crossfoot.places import Place, Span

BOM = b"\xef\xbb\xbf"


class Row(NamedTuple):
    """One record of a table."""

    line: int
    """The line of the file that the record starts on, 1-based."""
    raw: str
    """The record as written, without its line ending."""
    values: tuple[str, ...]
    """The cells' texts, without the quotes around them."""
    delimiter: str = ","

    def written(self, index: int) -> str:
        """Return a cell as it is written, quotes included."""
        start, end = self.span(index)
        return self.raw[start:end]

    def span(self, index: int) -> Span:
        """Return a cell's start and end in `raw`; past the last one, the end."""
        found = spans(self.raw, self.delimiter)
        if index < len(found):
            return found[index]
        return len(self.raw), len(self.raw)

    def place(self, file: str, index: int) -> Place:
        """Return the place of a cell in the file."""
        start, end = self.span(index)
        return Place(file, *self._position(start), *self._position(end))

    def places(self, file: str) -> list[Place]:
        """Return the places of all cells in the file."""
        return [
            Place(file, *self._position(start), *self._position(end))
            for start, end in spans(self.raw, self.delimiter)
        ]

    def whole(self, file: str) -> Place:
        """Return the place of the record in the file."""
        return Place(file, self.line, 1, *self._position(len(self.raw)))

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.raw.count("\n", 0, offset)
        column = offset - (self.raw.rfind("\n", 0, offset) + 1) + 1
        return self.line + before, column


def spans(raw: str, delimiter: str = ",") -> list[Span]:
    """Return the start and end of each cell of a record, quotes included."""
    out, start = [], 0
    while True:
        end = _end(raw, start, delimiter)
        out.append((start, end))
        if end >= len(raw):
            return out
        start = end + 1


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
    inside = written[1:] if end < 0 else written[1 : end - 1] + written[end:]
    if end < 0:
        return inside.replace('""', '"')
    return written[1 : end - 1].replace('""', '"') + written[end:]


def rows(data: bytes, delimiter: str = ",") -> Iterator[Row]:
    """Yield the records of a file, the header first; blank lines are left out.

    Bytes that are not UTF-8 stand in a text as U+FFFD; see `undecodable`.
    """
    lines = enumerate(_lines(data), start=1)
    for number, line in lines:
        if '"' in line:
            rest = (text for _, text in lines)
            raw = _joined(line, rest, delimiter)
            cells = (unquote(raw[a:b]) for a, b in spans(raw, delimiter))
            yield Row(number, raw, tuple(cells), delimiter)
            continue
        raw = _strip(line)
        if raw.strip(" "):
            yield Row(number, raw, tuple(raw.split(delimiter)), delimiter)


def _lines(data: bytes) -> Iterator[str]:
    """Yield the lines of a file with their endings."""
    start = len(BOM) if data.startswith(BOM) else 0
    stream = BytesIO(data)
    stream.seek(start)
    for line in stream:
        yield line.decode("utf-8", errors="replace")


def _strip(line: str) -> str:
    if line.endswith("\r\n"):
        return line[:-2]
    return line.removesuffix("\n")


def _joined(line: str, rest: Iterator[str], delimiter: str) -> str:
    """Return a record's lines as one text: more are taken while a quote is open.

    The last line's ending is left out, unless the file ends inside a quote.
    """
    parts, inside = [line], _open(line, delimiter, inside=False)
    while inside:
        line = next(rest, "")
        if not line:
            return "".join(parts)
        parts.append(line)
        inside = _open(line, delimiter, inside=True)
    return _strip("".join(parts))


def _open(line: str, delimiter: str, *, inside: bool) -> bool:
    """Say whether a quote is open at the end of a line."""
    at = 0
    while at <= len(line):
        if not inside and not line.startswith('"', at):
            at = line.find(delimiter, at) + 1
            if not at:
                return False
            continue
        end = closing(line, at if inside else at + 1)
        if end < 0:
            return True
        inside, at = False, line.find(delimiter, end) + 1
        if not at:
            return False
    return False


def file_faults(file: str, data: bytes) -> list[Finding]:
    """Return what is wrong with a file as a whole: SRC06, DAT01."""
    found = []
    if data.startswith(BOM):
        found.append(
            Finding(
                "SRC06",
                "File starts with a byte order mark; expected plain UTF-8",
                Place(file),
                help="Save it as UTF-8 without a byte order mark",
                anchor="BOM",
            )
        )
    if not data.removeprefix(BOM).strip():
        found.append(
            Finding(
                "DAT01",
                "Table is empty; expected a header and rows",
                Place(file),
                help="Write the column names on the first line, or delete the file",
            )
        )
    return found + undecodable(file, data)


def undecodable(file: str, data: bytes) -> list[Finding]:
    """Return DAT01 at the first byte that is not UTF-8, or nothing."""
    body = data.removeprefix(BOM)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = body[: problem.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        bad = " ".join(f"{byte:02X}" for byte in body[problem.start : problem.end])
        return [
            Finding(
                "DAT01",
                f"Byte {bad} is not UTF-8",
                Place(file, line, column, line, column + 1),
                help="Save the table as UTF-8",
                found=bad,
                expected="UTF-8",
            )
        ]
    return []


def header_faults(file: str, header: Row) -> list[Finding]:
    """Return what is wrong with the column names: DAT01, DAT03."""
    found = quote_faults(file, header)
    seen: dict[str, int] = {}
    for index, name in enumerate(header.values):
        place = header.place(file, index)
        if "\r" in name and not header.written(index).startswith('"'):
            # The whole file is one line then; its cells say nothing more.
            return [*found, _bare_return(place)]
        if not name.strip():
            found.append(_nameless(place, index))
        elif name in seen:
            found.append(_twice(file, header, seen[name], index))
        seen.setdefault(name, index)
    return found


def _bare_return(place: Place) -> Finding:
    return Finding(
        "DAT01",
        "Line ends with a bare carriage return; expected a line feed or CR LF",
        place,
        help="Save the table with line feeds",
    )


def _nameless(place: Place, index: int) -> Finding:
    return Finding(
        "DAT03",
        f"Column {index + 1} has no name",
        place,
        help="Name the column, or delete it",
    )


def _twice(file: str, header: Row, first: int, second: int) -> Finding:
    name = header.values[second]
    numbers = listed([str(first + 1), str(second + 1)])
    return Finding(
        "DAT03",
        f"Columns {numbers} are both called “{name}”",
        header.place(file, second),
        help="Give one of them another name",
        found=name,
    )


def row_faults(file: str, header: Row, row: Row) -> list[Finding]:
    """Return what is wrong with a record's shape: DAT01, DAT02."""
    found = quote_faults(file, row) if '"' in row.raw else []
    expected, cells = len(header.values), len(row.values)
    # A quote in the wrong place shifts cells; their number says nothing more then.
    if found or cells == expected:
        return found
    place = row.place(file, min(cells, expected))
    if cells > expected:
        last = row.place(file, cells - 1)
        place = Place(file, place.line, place.column, last.end_line, last.end_column)
    return [_ragged(place, row, expected)]


def _ragged(place: Place, row: Row, expected: int) -> Finding:
    cells = len(row.values)
    return Finding(
        "DAT02",
        f"Row has {several(cells, 'cell')}; the header has {expected}",
        place,
        help="Add what is missing, or quote a cell that holds a comma"
        if cells > expected
        else "Add what is missing; an empty cell still needs its comma",
        found=str(cells),
        expected=str(expected),
        anchor=row.raw[:80],
    )


def quote_faults(file: str, row: Row) -> list[Finding]:
    """Return DAT01 for each quote that is never closed, or closed too early."""
    found = []
    for index in range(len(row.values)):
        written = row.written(index)
        if not written.startswith('"'):
            continue
        end = closing(written, 1)
        if end < 0:
            place = row.place(file, index)
            opening = Place(
                file, place.line, place.column, place.line, place.column + 1
            )
            found.append(_unclosed(opening))
        elif end < len(written):
            found.append(_trailing(row.place(file, index), written[end:]))
    return found


def _unclosed(cell: Place) -> Finding:
    return Finding(
        "DAT01",
        "Quote is never closed; the rest of the file became one cell",
        Place(cell.file, cell.line, cell.column, cell.line, cell.column + 1),
        help='Close the quote, or write "" for a quote inside a quoted cell',
    )


def _trailing(place: Place, rest: str) -> Finding:
    return Finding(
        "DAT01",
        f"“{rest}” follows a closing quote; expected the end of the cell",
        place,
        help='Write "" for a quote inside a quoted cell',
        found=rest,
    )
