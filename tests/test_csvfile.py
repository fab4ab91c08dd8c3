"""CSV with places."""

import csv
import io
from collections.abc import Iterable
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot import csvfile
from crossfoot.csvfile import Dialect, Row, rows, spans, unquote
from crossfoot.data.encoding import text_faults
from crossfoot.data.shape import header_faults, row_faults
from crossfoot.findings import Finding
from crossfoot.places import Place, Text

FILE = "data/t.csv"


def read(text: str) -> list[Row]:
    """Return the records of a text."""
    return [row._replace(values=tuple(row.values)) for row in rows(text.encode())]


def faults(data: bytes) -> list[Finding]:
    """Return everything that the reader says about a file."""
    found = text_faults(FILE, data)
    for header in islice(rows(data), 1):
        found += header_faults(FILE, header)
        body, width = islice(rows(data), 1, None), len(header.values)
        found += [one for row in body for one in row_faults(FILE, width, row)]
    return found


def filled(records: Iterable[list[str]]) -> list[list[str]]:
    """Return records without those of one blank cell, which Python reads too."""
    return [row for row in records if len(row) > 1 or "".join(row).strip(" ")]


def brief(found: list[Finding]) -> list[tuple[object, ...]]:
    """Return code, line, column, end and message of findings."""
    return [
        (
            one.code,
            one.place.line,
            one.place.column,
            one.place.end_line,
            one.place.end_column,
            one.message,
        )
        for one in found
    ]


def test_cells_have_their_texts_and_places() -> None:
    """A quoted cell may hold commas, quotes and line ends; its place covers it all."""
    text = 'name,note\n"Smith, A","said ""no""\nand left"\nB,\n'
    got = read(text)
    assert [row.values for row in got] == [
        ("name", "note"),
        ("Smith, A", 'said "no"\nand left'),
        ("B", ""),
    ]
    assert [row.line for row in got] == [1, 2, 4]
    assert got[1].places(FILE) == [
        Place(FILE, 2, 1, 2, 11),
        Place(FILE, 2, 12, 3, 10),
    ]
    assert got[1].written(1) == '"said ""no""\nand left"'
    assert got[2].place(FILE, 1) == Place(FILE, 4, 3, 4, 3)
    assert got[1].whole(FILE) == Place(FILE, 2, 1, 3, 10)


def test_a_byte_order_mark_and_crlf_change_no_place() -> None:
    """What comes from a spreadsheet reads like any other table."""
    plain = read("a,b\n1,2\n")
    marked = read("\ufeffa,b\r\n1,2\r\n")
    assert marked == plain


def test_blank_lines_are_no_records() -> None:
    """A line without a character stands for nothing, but it is counted."""
    assert [(row.line, row.values) for row in read("a\n\n1\n\r\n2")] == [
        (1, ("a",)),
        (3, ("1",)),
        (5, ("2",)),
    ]


def test_another_delimiter_is_obeyed() -> None:
    """With a semicolon between cells a comma is a character like others."""
    got = list(rows(b'a;b\n1,5;"x;y"\n', Dialect(";")))
    assert got[1].values == ["1,5", "x;y"]
    assert got[1].written(1) == '"x;y"'


CELLS = st.text(st.sampled_from('ab1 ,"\n\r;é𝄞'), max_size=6)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5)


@given(TABLES, st.sampled_from(["\n", "\r\n"]))
def test_what_python_writes_is_read_back(table: list[list[str]], end: str) -> None:
    """The reader gives what `csv.writer` was given."""
    out = io.StringIO()
    csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(table)
    assert [list(row.values) for row in read(out.getvalue())] == table


@given(st.text(st.sampled_from('ab,"\n é'), max_size=30))
def test_any_text_is_read_as_python_reads_it(text: str) -> None:
    """Also where quotes stand wrong, records and cells are those of `csv.reader`."""
    expected = csv.reader(io.StringIO(text, newline=""))
    assert filled(list(row.values) for row in read(text)) == filled(expected)


@given(st.text(st.sampled_from('ab,"\n\r é'), max_size=30))
def test_slices_are_the_cells_as_written(text: str) -> None:
    """The slice of the file at a cell's place is the cell, quotes included."""
    source = Text(FILE, text)
    for row in read(text):
        for at, place in enumerate(row.places(FILE)):
            assert source.slice(source.span(place)) == row.written(at)
            assert unquote(row.written(at)) == row.values[at]


@given(st.text(st.sampled_from('ab,"\n'), max_size=30))
def test_cells_and_delimiters_make_up_the_record(raw: str) -> None:
    """No character of a record is lost between its cells."""
    assert ",".join(raw[start:end] for start, end in spans(raw)) == raw


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("DAT01", 1, 1, 1, 1, "Table is empty; expected a header and rows")),
        (b" \n\n", ("DAT01", 1, 1, 1, 1, "Table is empty; expected a header and rows")),
        (
            b"a,b\n1,caf\xe9\n",
            ("DAT01", 2, 6, 2, 7, "Byte E9 is not UTF-8; in Windows-1252 it is “é”"),
        ),
        (
            "a,é\n".encode() + b"\xff,1\n",
            ("DAT01", 2, 1, 2, 2, "Byte FF is not UTF-8; in Windows-1252 it is “ÿ”"),
        ),
        (
            b"\xef\xbb\xbfa\n1\n",
            (
                "SRC06",
                1,
                1,
                1,
                1,
                "File starts with a byte order mark; expected plain UTF-8",
            ),
        ),
        (b"a,b\n1\n", ("DAT02", 2, 2, 2, 2, "Row has 1 cell; the header has 2")),
        (
            b"a,b\n1,2,3,4\n",
            ("DAT02", 2, 5, 2, 8, "Row has 4 cells; the header has 2"),
        ),
        (
            b'a,b\n"x\ny"\n',
            ("DAT02", 3, 3, 3, 3, "Row has 1 cell; the header has 2"),
        ),
        (b"a,b,a\n", ("DAT03", 1, 5, 1, 6, "Columns 1 and 3 are both called “a”")),
        (b"a,,b\n", ("DAT03", 1, 3, 1, 3, "Column 2 has no name")),
        (
            b'a,b\n1,"x\n2,y\n',
            (
                "DAT01",
                2,
                3,
                2,
                4,
                "Quote is never closed; the rest of the file became one cell",
            ),
        ),
        (
            b'a,b\n"x"y,2\n',
            (
                "DAT01",
                2,
                1,
                2,
                5,
                "“y” follows a closing quote; expected the end of the cell",
            ),
        ),
        (
            b"a,b\r1,2\r",
            (
                "DAT01",
                1,
                3,
                1,
                6,
                "Line ends with a bare carriage return; expected a line feed or CR LF",
            ),
        ),
    ],
)
def test_each_fault_has_one_finding_at_its_place(
    data: bytes, expected: tuple[object, ...]
) -> None:
    """A table with one thing wrong gives one finding, where it is wrong."""
    found = [one for one in faults(data) if one.code != "DAT02"] or faults(data)
    assert brief(found) == [expected]


def test_bytes_that_are_no_utf_8_do_not_hide_the_rest() -> None:
    """A file in Latin-1 is still read, a replacement in the place of each letter."""
    assert [row.values for row in rows(b"a\ncaf\xe9\n")] == [["a"], ["caf\ufffd"]]


@given(st.text(st.sampled_from('ab,"\n\r é𝄞'), max_size=40), st.integers(1, 9))
def test_where_a_file_is_cut_while_it_is_read_changes_nothing(
    text: str, size: int
) -> None:
    """Records, lines and places are the same however little is read at a time."""
    whole = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csvfile, "CHUNK", size)
        assert read(text) == whole
        body = [row for block in csvfile.blocks(text.encode()) for row in block.rows()]
    assert [(row.line, row.raw) for row in body] == [
        (row.line, row.raw) for row in whole[1:]
    ]


@given(
    st.text(st.sampled_from('ab;# "\n\r'), max_size=40),
    st.sampled_from([Dialect(";"), Dialect(";", comment="#"), Dialect(";", skip=True)]),
)
def test_slices_are_the_cells_in_every_dialect(text: str, dialect: Dialect) -> None:
    """With comments or spaces left out, a place still covers exactly its cell."""
    source = Text(FILE, text)
    for row in rows(text.encode(), dialect):
        places = row.places(FILE)
        assert len(places) == len(row.values)
        for at, place in enumerate(places):
            assert source.slice(source.span(place)) == row.written(at)
            assert unquote(row.written(at)) == row.values[at]


@given(st.lists(st.sampled_from(["a", "b", "ab", ""]), max_size=30))
def test_ragged_rows_are_cut_or_filled(cells: list[str]) -> None:
    """Columns are as long as the block and hold each row's cells in their order."""
    text = "".join(f"{','.join(cells[:at])}\n" for at in range(len(cells)))
    for block in csvfile.blocks(b"h\n" + text.encode()):
        columns = block.columns(3)
        assert [list(row)[:3] for row in block.values] == [
            [column[at] for column in columns][: len(row)]
            for at, row in enumerate(block.values)
        ]
