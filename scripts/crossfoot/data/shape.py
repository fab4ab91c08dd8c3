"""The shape of a table: its header and records in, what is wrong with them out."""

from itertools import islice

from crossfoot.csvfile import PLAIN, Block, Row, Source, closing, header, rows, spans
from crossfoot.data.schema import Resource
from crossfoot.findings import Finding, listed, several
from crossfoot.places import Place

SEPARATORS = {
    ",": ("a comma", "commas"),
    ";": ("a semicolon", "semicolons"),
    "\t": ("a tab", "tabs"),
    "|": ("a bar", "bars"),
}
"""Characters between cells: one of them and several, in words."""
PROBE = 20
"""Records that are looked at for another delimiter."""


def separator(delimiter: str) -> tuple[str, str]:
    """Return what a delimiter is called, one of them and several."""
    return SEPARATORS.get(delimiter, (f"“{delimiter}”",) * 2)


def delimiter_faults(
    file: str, source: Source, resource: Resource | None
) -> list[Finding]:
    """Return DAT16 for a table of one column whose lines another delimiter divides."""
    dialect = resource.dialect if resource else PLAIN
    first = header(source, dialect)
    if first is None or dialect.delimiter in first.raw:
        return []
    near = [row.raw for row in islice(rows(source, dialect), PROBE)]
    for other, (_, names) in SEPARATORS.items():
        often = first.raw.count(other)
        if other == dialect.delimiter or not often or len(near) < 2:
            continue
        if all(raw.count(other) == often for raw in near):
            wanted = separator(dialect.delimiter)[1]
            written = "\\t" if other == "\t" else other
            return [
                Finding(
                    "DAT16",
                    f"Cells are separated by {names}; expected {wanted}",
                    first.whole(file),
                    help="Declare it in data/datapackage.json:"
                    f' "dialect": {{"delimiter": "{written}"}}',
                    found=names,
                    expected=wanted,
                )
            ]
    return []


def shown(text: str) -> str:
    """Return a cell's text as a message shows it: one line, cut when it is long."""
    line = " ".join(text[: 4 * LONGEST].split()) if text.strip() else text[:LONGEST]
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


LONGEST = 60
"""Most characters of a cell that a message shows."""


def header_faults(file: str, header: Row) -> list[Finding]:
    """Return what is wrong with the column names: DAT01, DAT03."""
    found = quote_faults(file, header)
    names = header.values
    last = max((at for at, name in enumerate(names) if name.strip()), default=-1)
    seen: dict[str, int] = {}
    for index, name in enumerate(names[: last + 1]):
        if "\r" in name and not header.written(index).startswith('"'):
            # The whole file is one line then; its cells say nothing more.
            return [*found, _bare_return(header.place(file, index))]
        if not name.strip():
            found.append(_nameless(file, header, index, index))
        elif name in seen:
            found.append(_twice(file, header, seen[name], index))
        seen.setdefault(name, index)
    if last + 1 < len(names):
        found.append(_nameless(file, header, last + 1, len(names) - 1))
    return found


def _bare_return(place: Place) -> Finding:
    return Finding(
        "DAT01",
        "Line ends with a bare carriage return; expected a line feed or CR LF",
        place,
        help="Save the table with line feeds",
    )


def _nameless(file: str, header: Row, first: int, last: int) -> Finding:
    start, end = header.place(file, first), header.place(file, last)
    place = Place(file, start.line, start.column, end.end_line, end.end_column)
    many = int(last > first)
    what = (
        f"Columns {first + 1} to {last + 1} have" if many else f"Column {last + 1} has"
    )
    way = f"{('it', 'them')[many]}"
    if last + 1 == len(header.values):
        way = f"the {separator(header.dialect.delimiter)[1]} at the end of each line"
    return Finding(
        "DAT03",
        f"{what} no name",
        place,
        help=f"Name {('it', 'them')[many]}, or delete {way}",
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


def row_faults(file: str, width: int, row: Row) -> list[Finding]:
    """Return what is wrong with a record's shape: DAT01, DAT02, DAT15."""
    found = quote_faults(file, row) if '"' in row.raw else []
    if "\r" in row.raw:
        found += _bare_returns(file, row)
    cells = len(row.values)
    # A quote in the wrong place shifts cells; their number says nothing more then.
    if found:
        return found
    if cells == width:
        return [] if any(row.values) else [_empty(row.whole(file))]
    return [_ragged(file, row, width)]


def suspects(block: Block, width: int) -> list[int]:
    """Return which records of a block `row_faults` may find something in."""
    if block.doubtful or any("\r" in raw for raw in block.raws):
        return list(range(len(block.raws)))
    return [
        at
        for at, values in enumerate(block.values)
        if len(values) != width or not any(values)
    ]


def blank_lines(file: str, gaps: list[int]) -> list[Finding]:
    """Return a note for the lines without a character between records."""
    if not gaps:
        return []
    more = len(gaps) - 1
    also = f"; so {'is' if more == 1 else 'are'} {several(more, 'line')} more"
    return [
        Finding(
            "DAT15",
            f"Line is blank, and is left out{also if more else ''}",
            Place(file, gaps[0], 1, gaps[0], 1),
            help="Delete it",
            severity="note",
            anchor="blank",
        )
    ]


def gaps(block: Block, expected: int) -> list[int]:
    """Return the blank lines before and between the records of a block.

    `expected` is the line behind the block before.
    """
    found: list[int] = []
    for line, raw in zip(block.lines, block.raws, strict=True):
        found += range(expected, line)
        expected = line + raw.count("\n") + 1
    return found


def _empty(place: Place) -> Finding:
    return Finding(
        "DAT15",
        "Row has no filled cell, and counts as a row",
        place,
        help="Delete the row",
        anchor=f"empty {place.line}",
    )


def _bare_returns(file: str, row: Row) -> list[Finding]:
    cells = [
        at
        for at, (start, end) in enumerate(spans(row.raw, row.dialect))
        if "\r" in row.raw[start:end] and not row.raw.startswith('"', start)
    ]
    return [_bare_return(row.place(file, at)) for at in cells[:1]]


def _ragged(file: str, row: Row, width: int) -> Finding:
    cells, mark = len(row.values), separator(row.dialect.delimiter)[0]
    place = row.place(file, min(cells, width))
    if cells < width:
        advice = f"Add what is missing; an empty cell still needs {mark}"
    elif any(row.values[width:]):
        advice = f"Add what is missing, or quote a cell that holds {mark}"
    else:
        advice = "Take out what follows the last cell"
    if cells > width:
        last = row.place(file, cells - 1)
        place = Place(file, place.line, place.column, last.end_line, last.end_column)
    return Finding(
        "DAT02",
        f"Row has {several(cells, 'cell')}; the header has {width}",
        place,
        help=advice,
        found=str(cells),
        expected=str(width),
        anchor=row.raw[:80],
    )


def quote_faults(file: str, row: Row) -> list[Finding]:
    """Return DAT01 for each quote that is never closed, or closed too early."""
    found = []
    for start, stop in spans(row.raw, row.dialect):
        if not row.raw.startswith('"', start):
            continue
        end = closing(row.raw, start + 1)
        if end < 0:
            found.append(_unclosed(row.at(file, start, stop)))
        elif end < stop:
            found.append(_trailing(row.at(file, start, stop), row.raw[end:stop]))
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
        f"“{shown(rest)}” follows a closing quote; expected the end of the cell",
        place,
        help='Write "" for a quote inside a quoted cell',
        found=rest,
    )
