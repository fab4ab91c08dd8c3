"""What spreadsheets, encodings and dialects do to tables."""

import json
from typing import Any

import pytest

from crossfoot.data.check import check
from crossfoot.data.damage import damage
from crossfoot.data.flood import SHOWN
from crossfoot.data.package import package
from crossfoot.data.schema import Resource
from crossfoot.places import Text

FILE = "data/t.csv"


def declared(entry: dict[str, Any]) -> Resource:
    """Return what a data package says of a table."""
    text = json.dumps({"resources": [{"path": "t.csv", **entry}]})
    (found,), findings = package(Text("data/p.json", text), "data/", [FILE])
    assert findings == []
    return found


def lines(data: str | bytes, resource: Resource | None = None) -> list[str]:
    """Return what is wrong with a table: code, level, line, column and message."""
    raw = data if isinstance(data, bytes) else data.encode()
    return [
        f"{one.code} {one.level} {one.place.line}:{one.place.column} {one.message}"
        for one in check(FILE, raw, resource).findings
    ]


@pytest.mark.parametrize(
    "text",
    [
        "=SUM(A1:A3)",
        "=A1",
        "=A1+B2",
        "=$A$1*2",
        '="0012"',
        "=1+2",
        "=-B2",
        "=Plan!B2",
        "='Plan 2'!B2",
        "=cmd|' /C calc'!A0",
        "+SUM(A1)",
        "-SUM(A1)",
        "@SUM(A1:A2)",
        "-A1+B2",
        "+cmd|' /C calc'!A0",
        "=IF(A1>0,\n1,2)",
    ],
)
def test_formulas_are_known(text: str) -> None:
    """What a spreadsheet would run is a formula, also after a plus, minus or at."""
    found = damage(text, numeric=True)
    assert found is not None
    assert (found.code, found.severity) == ("DAT12", "error")


@pytest.mark.parametrize(
    "text",
    [
        *("-5", "+5", "-", "--", "-1.5%", "+44 20 7946 0000", "-5 to 10", "=", "==>"),
        *("@team", "@home ", "- none", "-A1", "+B", "= see note", "#1", "# of homes"),
        *("###", "E. coli", "Err", "café", "Ärzte", "São Paulo", "â", "naïve Â"),
        *("a=SUM(A1)", "N/A", "#N/A here"),
    ],
)
def test_what_only_looks_like_damage_is_none(text: str) -> None:
    """Numbers, telephone numbers, names and dashes are left alone."""
    assert damage(text, numeric=False) is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            "1 =A1+1 3",
            ["DAT12 error 3:1 n is the formula “=A1+1”, which is not computed"],
        ),
        (
            "a =A1+1 b",
            ["DAT12 warning 3:1 n is the formula “=A1+1”, which is not computed"],
        ),
        (
            "1 #DIV/0! ######## Err:502",
            [
                f"DAT13 error {at}:1 n is “{text}”, which a spreadsheet shows in the place"
                " of a value"
                for at, text in ((3, "#DIV/0!"), (4, "########"), (5, "Err:502"))
            ],
        ),
        (
            "12345678901 1.23E+11",
            [
                (
                    "DAT13 error 3:1 n is “1.23E+11”, a long number that a spreadsheet has cut"
                    " short"
                )
            ],
        ),
        (
            "5.01E+12 5.02E+12",
            [
                f"DAT13 warning {at}:1 n is “{text}”, a long number that a spreadsheet has"
                " cut short"
                for at, text in ((2, "5.01E+12"), (3, "5.02E+12"))
            ],
        ),
        (
            "0-4 05-Sep 15-19 20-24",
            [
                (
                    "DAT13 warning 3:1 n is “05-Sep”, which a spreadsheet may have made of a"
                    " code or a range"
                )
            ],
        ),
        (
            "SEPT1 2-Mar BRCA2",
            [
                (
                    "DAT13 warning 3:1 n is “2-Mar”, which a spreadsheet may have made of a"
                    " code or a range"
                )
            ],
        ),
        (
            "Â£203 £4",
            [
                (
                    "DAT13 warning 2:1 n is “Â£203”, which was saved in one encoding and read"
                    " in another"
                )
            ],
        ),
        ("Mar-21 Apr-21 May-21", []),
        ("Spring 2-Mar Autumn", []),
        ("1.5E-05 2.5E+02", []),
        ("0012 0123", []),
    ],
)
def test_a_damaged_cell_is_named_and_the_rest_is_left_alone(
    cells: str, expected: list[str]
) -> None:
    """Of a column that nobody declared, the odd cell is found by what the others are."""
    assert lines("n\n" + "".join(f"{one}\n" for one in cells.split())) == expected


@pytest.mark.parametrize(
    "text", ["=" + " " * 50_000, "=" + "a " * 50_000, "-(" * 50_000]
)
def test_no_cell_makes_the_look_slow(text: str) -> None:
    """A cell of a hundred thousand signs is read once, not once for each of them."""
    assert damage(text, numeric=False) is None


def test_damage_does_not_make_a_column_of_numbers_one_of_texts() -> None:
    """One formula among numbers leaves the column's type as the others have it."""
    found = check(FILE, b"n,m\n1,1\n=A2,#REF!\n3,2.5\n", None)
    assert [one.type for one in found.fields] == ["integer", "number"]


def test_a_mark_that_is_declared_is_no_damage() -> None:
    """`#N/A` may stand for no value."""
    number = {"name": "n", "type": "integer", "missingValues": ["#N/A"]}
    assert lines("n\n1\n#N/A\n", declared({"schema": {"fields": [number]}})) == []


def test_a_code_declared_as_a_number_is_a_warning() -> None:
    """Leading zeros of four digits and more are no part of a number."""
    described = declared({"schema": {"fields": [{"name": "n", "type": "integer"}]}})
    assert lines("n\n0042\n07\n0\n", described) == [
        "DAT04 warning 2:1 n is “0042”, of type integer; a number has no leading zeros"
    ]


UTF_16 = "File is in UTF-16 ({}); expected UTF-8"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a,b\n1,2\n".encode("utf-16"), UTF_16.format("little-endian")),
        (
            b"\xfe\xff" + "a,b\n1,2\n".encode("utf-16-be"),
            UTF_16.format("big-endian"),
        ),
        (
            "name,b\n1,2\n".encode("utf-16-le"),
            UTF_16.format("little-endian, without a byte order mark"),
        ),
        (
            "name,b\n1,2\n".encode("utf-16-be"),
            UTF_16.format("big-endian, without a byte order mark"),
        ),
        (
            "a\n1\n".encode("utf-32"),
            "File is in UTF-32 (little-endian); expected UTF-8",
        ),
    ],
)
def test_wide_encodings_are_named(data: bytes, expected: str) -> None:
    """A file of two or four bytes a letter gives one finding, and no other."""
    assert lines(data) == [f"DAT01 error 1:1 {expected}"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            "a,b\n1,£203m\n2,café\n3,x\n".encode("cp1252"),
            [
                (
                    "DAT01 error 2:3 Byte A3 is not UTF-8; in Windows-1252 it is “£”, and 1"
                    " more line has one"
                )
            ],
        ),
        (
            b"a,b\n1,\x81\n",
            ["DAT01 error 2:3 Byte 81 is not UTF-8"],
        ),
        (
            b"a,b\n1,x\0\n2,\0\n3,\0\n",
            ["DAT01 error 2:4 Cell holds a NUL byte, and 2 more lines have one"],
        ),
        (
            b"a,b\n1,2\r3,4\n",
            [
                (
                    "DAT01 error 2:3 Line ends with a bare carriage return; expected a line feed"
                    " or CR LF"
                )
            ],
        ),
        (
            b"a,b,,\n1,2,,\n",
            ["DAT03 error 1:5 Columns 3 to 4 have no name"],
        ),
        (
            b"a,b,a\nx,1,2\ny,3,4\n",
            ["DAT03 error 1:5 Columns 1 and 3 are both called “a”"],
        ),
        (
            b"a,b\n1,2,,\n",
            ["DAT02 error 2:5 Row has 4 cells; the header has 2"],
        ),
        (
            b"a,b\n1,2\n,\n3,4\n,\n",
            [
                f"DAT15 error {at}:1 Row has no filled cell, and counts as a row"
                for at in (3, 5)
            ],
        ),
        (
            b"a,b\n\n1,2\n\n\n3,4\n\n",
            ["DAT15 note 2:1 Line is blank, and is left out; so are 2 lines more"],
        ),
        (
            b"a;b\n1,5;2\n",
            ["DAT16 error 1:1 Cells are separated by semicolons; expected commas"],
        ),
        (
            b"a\tb\n1\t2\n",
            ["DAT16 error 1:1 Cells are separated by tabs; expected commas"],
        ),
        (b"a;b\n1\n", []),
        (b"note\nyes; no\n", []),
    ],
)
def test_what_is_wrong_with_a_file_is_said_once(
    data: bytes, expected: list[str]
) -> None:
    """Encodings, line ends, surplus columns and delimiters have one finding each."""
    assert lines(data) == expected


def test_a_declared_dialect_is_read() -> None:
    """Comments, spaces behind delimiters and a file without header are understood."""
    fields = [{"name": "a", "type": "integer"}, {"name": "b", "type": "number"}]
    entry = {
        "dialect": {
            "delimiter": ";",
            "header": False,
            "commentChar": "#",
            "skipInitialSpace": True,
        },
        "schema": {"fields": [fields[0], {**fields[1], "decimalChar": ","}]},
    }
    text = '# from the old system; unchecked\n1; 2,5\n2;  "3,x"\n"3"; 4\n'
    found = check(FILE, text.encode(), declared(entry))
    assert found.count == 3
    assert [
        (one.code, one.place.line, one.place.column, one.place.end_column, one.found)
        for one in found.findings
    ] == [("DAT04", 3, 5, 10, "3,x")]


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [
        ({"quoteChar": "'"}, "quoteChar is “'”, which is not read here"),
        ({"doubleQuote": False}, "doubleQuote is “False”, which is not read here"),
        ({"delimeter": ";"}, "“delimeter” is no part of a dialect, and does nothing"),
        ({"header": "no"}, "header is “no”; expected true or false"),
        (
            {"headerRows": [1, 2]},
            "headerRows is “[1, 2]”; expected one header, on the first line",
        ),
        ("dialect.json", "Dialect is not an object; expected its keys here"),
    ],
)
def test_a_dialect_that_is_not_read_is_named(dialect: Any, expected: str) -> None:
    """No table is read in another way than its package says."""
    text = json.dumps({"resources": [{"path": "t.csv", "dialect": dialect}]})
    _, (found,) = package(Text("data/p.json", text), "data/", [FILE])
    assert found.message == expected


TOTAL = {
    "fields": [
        {"name": "met", "type": "integer"},
        {"name": "on hold", "type": "integer"},
        {"name": "total", "type": "integer"},
        {"name": "share", "type": "number", "step": "0.1"},
    ],
    "identity": ["total = met + `on hold`", "share = 100 * met / total"],
}


def test_a_row_that_does_not_add_up_is_found() -> None:
    """Identities hold in each row; steps widen them, and gaps leave a row out."""
    text = (
        "met,on hold,total,share\n"
        "1,2,3,33.3\n"
        "209,1,218,95.9\n"
        "1,,5,20.0\n"
        "0,0,0,\n"
        "2,1,3,66.6\n"
    )
    assert lines(text, declared({"schema": TOTAL})) == [
        "DAT14 error 3:7 total = met + `on hold` does not hold: 218 against 210",
        "DAT14 error 6:7 share = 100 * met / total does not hold: 66.6 against 66.666667",
    ]


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ("total", "“total” is no identity: expected one = between two sides"),
        (
            "total = met +",
            "“total = met +” is no identity: expected a column or a number",
        ),
        ("total = sum(met)", "“total = sum(met)” is no identity: did not expect ("),
        ("total = mett", "“mett” is not a column; columns are met"),
        ("total = (met", "“total = (met” is no identity: expected )"),
    ],
)
def test_an_identity_that_means_nothing_is_named(identity: str, expected: str) -> None:
    """What cannot be read is a fault of the data package, not an exception."""
    entry = {"path": "t.csv", "schema": {**TOTAL, "identity": identity}}
    text = json.dumps({"resources": [entry]})
    _, (found,) = package(Text("data/p.json", text), "data/", [FILE])
    assert found.message.startswith(expected)


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ({"type": "number", "decimalChar": ",", "groupChar": "."}, '"1.200,50"', "1;5"),
        ({"type": "integer", "bareNumber": False}, "£12", "£a"),
        ({"type": "boolean", "trueValues": ["Y"], "falseValues": ["N"]}, "Y", "true"),
        ({"type": "date", "format": "%d/%m/%Y"}, "28/02/2021", "30/02/2021"),
        ({"type": "date"}, "2024-02-29", "2023-02-29"),
        ({"type": "time", "format": "%H:%M"}, "09:30", "24:30"),
        ({"type": "datetime"}, "2021-02-01T09:30:00Z", "2021-02-01"),
        ({"type": "year"}, "2021", "21"),
        ({"type": "yearmonth"}, "2021-02", "2021-13"),
        ({"type": "duration"}, "P1Y6M", "1 year"),
        ({"type": "array"}, '"[1, 2]"', "{}"),
        ({"type": "object"}, "{}", "[]"),
        ({"type": "geopoint"}, '"-1.9, 52.5"', '"200, 1"'),
        ({"type": "geopoint", "format": "object"}, '"{""lon"": 1, ""lat"": 2}"', "{}"),
        ({"type": "string", "format": "binary"}, "YQ==", "Y*=="),
        ({"type": "number", "constraints": {"exclusiveMinimum": 0}}, "0.1", "0"),
        ({"type": "integer", "constraints": {"exclusiveMaximum": 9}}, "8", "9"),
        ({"type": "year", "constraints": {"minimum": 2000}}, "2000", "1999"),
        ({"type": "number", "step": 0.5}, "1.5", "1.25"),
        ({"categories": [{"value": "a", "label": "A"}, {"value": "b"}]}, "b", "c"),
        ({"type": "integer", "missingValues": ["-9"]}, "-9", "x"),
    ],
)
def test_types_formats_and_constraints_are_those_of_the_standard(
    field: dict[str, Any], good: str, bad: str
) -> None:
    """A cell that fits has no finding; one that does not has one, at its place."""
    described = declared(
        {"schema": {"fields": [{"name": "k"}, {"name": "n", **field}]}}
    )
    found = check(FILE, f"k,n\nx,{good}\ny,{bad}\n".encode(), described).findings
    assert [(one.code[:3], one.place.line, one.place.column) for one in found] == [
        ("DAT", 3, 3)
    ]


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (None, ["a", "c"]),
        ("equal", ["a", "c"]),
        ("subset", ["a"]),
        (["superset"], ["c"]),
        ("partial", []),
    ],
)
def test_columns_go_together_as_declared(match: Any, expected: list[str]) -> None:
    """`fieldsMatch` says whether columns may be more or fewer than declared."""
    schema: dict[str, Any] = {"fields": [{"name": "a"}, {"name": "b"}]}
    if match:
        schema["fieldsMatch"] = match
    found = check(FILE, b"b,c\n1,2\n", declared({"schema": schema})).findings
    assert [one.message.split("”")[0][-1] for one in found] == expected


def test_unique_keys_are_kept() -> None:
    """Version 2 of the standard has keys beside the primary one."""
    schema = {
        "fields": [{"name": "a"}, {"name": "b"}],
        "uniqueKeys": [["a", "b"], ["b"]],
    }
    assert lines("a,b\n1,x\n1,y\n2,x\n1,y\n", declared({"schema": schema})) == [
        "DAT06 error 5:1 a and b are “1” and “y” as on line 3; expected once",
        "DAT06 error 4:3 b is “x” as on line 2; expected once",
        "DAT06 error 5:3 b is “y” as on line 3; expected once",
    ]


def test_a_long_cell_stays_short_in_a_message() -> None:
    """A quote that is never closed does not pour the file into a finding."""
    described = declared(
        {"schema": {"fields": [{"name": "a", "type": "integer"}, {"name": "b"}]}}
    )
    text = 'a,b\n"1,x\n' + "2,y\n" * 50
    found = check(FILE, text.encode(), described).findings
    assert max(len(one.message) for one in found) < 160


def test_a_flood_has_one_line_for_the_rest() -> None:
    """Ragged rows by the thousand are listed up to a limit and then counted."""
    text = "a,b\n" + "1\n" * 4232
    found = check(FILE, text.encode(), None).findings
    assert len(found) == SHOWN + 1
    assert found[-1].message == ("4,212 more rows have this fault, on lines 22 to 4233")
