"""Holding tables against their schemas."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.data.check import check
from crossfoot.data.flood import SHOWN
from crossfoot.data.keys import foreign
from crossfoot.data.package import package
from crossfoot.data.schema import Resource
from crossfoot.data.table import Checked, Table, checked_of
from crossfoot.findings import Finding
from crossfoot.places import Text

FILE = "data/t.csv"


def resource(*fields: dict[str, Any], name: str = "t", **schema: Any) -> Resource:
    """Return what a data package with some fields says of a table."""
    entry = {"path": f"{name}.csv", "schema": {"fields": list(fields), **schema}}
    text = json.dumps({"resources": [entry]}, ensure_ascii=False)
    (found,), findings = package(
        Text("data/p.json", text), "data/", [f"data/{name}.csv"]
    )
    assert findings == []
    return found


def table(text: str, described: Resource) -> Table:
    """Return a table that has been looked at."""
    checked = check(described.file, text.encode(), described)
    return Table(
        name=described.name,
        file=described.file,
        source=text.encode(),
        sha256="",
        fields=checked.fields,
        count=checked.count,
        schema=described.schema,
    )


def lines(text: str, found: tuple[Finding, ...] | list[Finding]) -> list[str]:
    """Return findings as code, line, slice and message."""
    source = Text(FILE, text)
    return [
        f"{one.code} {one.place.line} [{source.slice(source.span(one.place))}]"
        f" {one.message}"
        for one in found
    ]


NUMBER = {"name": "n", "type": "integer"}


@pytest.mark.parametrize(
    ("field", "cell", "expected"),
    [
        (
            NUMBER,
            "12x",
            "DAT04 2 [12x] n is “12x”; expected a whole number such as 1200",
        ),
        (
            {"name": "n", "constraints": {"required": True}},
            "",
            "DAT05 2 [] n is empty; expected a value in every row",
        ),
        (
            {**NUMBER, "constraints": {"minimum": 0}},
            "-5",
            "DAT08 2 [-5] n is “-5”; expected 0 or more",
        ),
        (
            {"name": "n", "type": "date", "constraints": {"maximum": "2021-02-01"}},
            "2021-02-02",
            "DAT08 2 [2021-02-02] n is “2021-02-02”; expected 2021-02-01 or less",
        ),
        (
            {"name": "n", "constraints": {"enum": ["rural", "urban"]}},
            "rurel",
            "DAT08 2 [rurel] n is “rurel”; expected “rural” or “urban”",
        ),
        (
            {"name": "n", "constraints": {"pattern": "[A-Z][0-9]"}},
            "A12",
            "DAT08 2 [A12] n is “A12”; expected the pattern [A-Z][0-9]",
        ),
        (
            {"name": "n", "constraints": {"minLength": 3}},
            "ab",
            "DAT08 2 [ab] n is “ab”; expected 3 characters or more",
        ),
        (
            {"name": "n", "constraints": {"maxLength": 1}},
            '"a,b"',
            'DAT08 2 ["a,b"] n is “a,b”; expected 1 character or less',
        ),
    ],
)
def test_a_bad_cell_has_one_finding(
    field: dict[str, Any], cell: str, expected: str
) -> None:
    """A cell that breaks its column's rules is found, at its place."""
    text = f"m,n\nx,{cell}\n"
    found = check(FILE, text.encode(), resource({"name": "m"}, field)).findings
    assert lines(text, found) == [expected]


def test_marks_for_no_value_are_no_bad_cells() -> None:
    """A missing or suppressed cell is held against no type."""
    text = "n\n-\n[c]\n5\n"
    described = resource(NUMBER, missingValues=["-"], suppressed=["[c]"])
    assert check(FILE, text.encode(), described).findings == ()


def test_a_value_that_stands_twice_is_found_with_the_first_one() -> None:
    """DAT06 is about the later row; its note leads to the earlier one."""
    text = "code,n\nA,1\nB,2\nA,+1\n"
    described = resource(
        {"name": "code"}, {**NUMBER, "constraints": {"unique": True}}, primaryKey="code"
    )
    found = check(FILE, text.encode(), described).findings
    assert lines(text, found) == [
        "DAT06 4 [+1] n is “+1” as on line 2; expected once",
        "DAT06 4 [A] code is “A” as on line 2; expected once",
    ]
    assert [(n.place.line, n.place.column) for one in found for n in one.notes] == [
        (2, 3),
        (2, 1),
    ]


def test_a_key_of_two_columns_is_one_value() -> None:
    """Columns of a primary key have to differ together, and be filled."""
    text = "a,b\n1,x\n1,y\n1,x\n,z\n"
    described = resource({"name": "a"}, {"name": "b"}, primaryKey=["a", "b"])
    found = check(FILE, text.encode(), described).findings
    assert lines(text, found) == [
        "DAT05 5 [] a is empty; expected a value in every row",
        "DAT06 4 [1,x] a and b are “1” and “x” as on line 2; expected once",
    ]


def test_columns_of_one_side_only_are_found() -> None:
    """A declared column must be there; one that is not declared is a warning."""
    text = "nam,x\na,1\n"
    found = check(FILE, text.encode(), resource({"name": "name"}, {"name": "x"}))
    assert [(one.level, one.message, one.help) for one in found.findings] == [
        (
            "error",
            "Column “name” is declared, but data/t.csv has no such column",
            "Write nam",
        ),
        (
            "warning",
            "Column “nam” is not declared in data/datapackage.json",
            "Write name",
        ),
    ]


def test_columns_that_are_not_declared_have_the_type_that_they_fit() -> None:
    """Declaring one column leaves the others as they are read without a package."""
    declared = resource(
        {"name": "held", "type": "integer", "suppressed": ["*"]},
        fieldsMatch=["subset"],
        missingValues=["", "-"],
    )
    checked = check(FILE, b"held,area,paid,rate\n*,N,5,-\n2,S,-,0.5\n", declared)
    assert [(one.name, one.type, one.missing) for one in checked.fields] == [
        ("held", "integer", ("", "-")),
        ("area", "string", ("", "-")),
        ("paid", "integer", ("", "-")),
        ("rate", "number", ("", "-")),
    ]
    assert checked.findings == ()


def test_what_is_damaged_is_told_of_columns_that_are_not_declared() -> None:
    """A formula in a column that the package leaves out is an error there, too."""
    declared = resource(NUMBER, fieldsMatch="subset")
    text = "n,m\n1,2\n2,=A2\n"
    assert lines(text, check(FILE, text.encode(), declared).findings) == [
        "DAT12 3 [=A2] m is the formula “=A2”, which is not computed"
    ]


def test_a_schema_of_marks_alone_says_nothing_of_the_columns() -> None:
    """Marks for no value need no fields; every column is read by its cells."""
    marked = resource(fieldsMatch="subset", missingValues=["", "n/a"])
    checked = check(FILE, b"area,paid\nN,n/a\nS,5\n", marked)
    assert checked.findings == ()
    assert [(one.name, one.type) for one in checked.fields] == [
        ("area", "string"),
        ("paid", "integer"),
    ]


def test_types_are_inferred_without_a_schema() -> None:
    """A table that nobody described has the types that all of its cells fit."""
    text = "id,n,x,day,empty\n01,1,2.5,2021-02-01,\n02,,3,2021-02-02,\n"
    found = check(FILE, text.encode(), None)
    assert [(one.name, one.type) for one in found.fields] == [
        ("id", "string"),
        ("n", "integer"),
        ("x", "number"),
        ("day", "date"),
        ("empty", "string"),
    ]
    assert (found.count, found.findings) == (2, ())


def test_a_foreign_key_has_to_lead_somewhere() -> None:
    """A value that the other table lacks is found; a missing one is not."""
    themes = table("code\nA10\nB11\n", resource({"name": "code"}, name="themes"))
    text = 'answers\nA10\nB12\n\n""\n'
    key = {"fields": "answers", "reference": {"resource": "themes", "fields": "code"}}
    entry = {
        "path": "t.csv",
        "schema": {"fields": [{"name": "answers"}], "foreignKeys": [key]},
    }
    package_text = json.dumps({"resources": [{"path": "themes.csv"}, entry]})
    present = ["data/t.csv", "data/themes.csv"]
    (_, described), _ = package(Text("data/p.json", package_text), "data/", present)
    found = foreign([themes, table(text, described)])
    assert lines(text, found) == [
        "DAT07 3 [B12] answers is “B12”, which code in data/themes.csv does not hold"
    ]
    assert found[0].help == "Write “B11”"


def test_a_foreign_key_of_two_columns_names_both() -> None:
    """No value is offered for one of two columns, as either may be wrong."""
    pair = [{"name": "a"}, {"name": "b"}]
    there = table("a,b\nx,1\n", resource(*pair, name="there"))
    key = {"fields": ["a", "b"], "reference": {"resource": "", "fields": ["c", "d"]}}
    more = [{"name": "c"}, {"name": "d"}]
    text = "a,b,c,d\nx,1,x,2\n"
    found = foreign([there, table(text, resource(*pair, *more, foreignKeys=[key]))])
    assert lines(text, found) == [
        "DAT07 2 [x,1] a and b are “x” and “1”, which c and d in data/t.csv do not hold"
    ]
    assert found[0].help == "Correct it, or add it there"


def test_a_foreign_key_may_lead_to_its_own_table() -> None:
    """A parent stands in the same table; a row without one leads nowhere."""
    key = {"fields": "parent", "reference": {"resource": "", "fields": "code"}}
    fields = ({"name": "code"}, {"name": "parent"})
    for reference in (key, {**key, "reference": {"fields": ["code"]}}):
        own = resource(*fields, primaryKey="code", foreignKeys=[reference])
        text = "code,parent\nA,\nA1,A\nB1,B\n"
        assert lines(text, foreign([table(text, own)])) == [
            "DAT07 4 [B] parent is “B”, which code in data/t.csv does not hold"
        ]


def test_a_foreign_key_to_no_column_is_a_fault_of_the_package() -> None:
    """The column that a key leads to has to exist in the file."""
    key = {"fields": "n", "reference": {"resource": "", "fields": "m"}}
    own = table("n\n1\n", resource(NUMBER, foreignKeys=[key]))
    assert [(one.code, one.message) for one in foreign([own])] == [
        ("DAT10", "Foreign key leads to the column “m”, which data/t.csv lacks")
    ]


def test_a_hopeless_table_does_not_flood_the_findings() -> None:
    """Past a limit, problems of one kind in one column are counted."""
    text = "n,m\n" + "x,1\n" * (SHOWN + 5) + "1,\n"
    described = resource(
        NUMBER, {"name": "m", "type": "integer", "constraints": {"required": True}}
    )
    found = check(FILE, text.encode(), described).findings
    assert len(found) == SHOWN + 2
    assert lines(text, found)[-2:] == [
        "DAT04 22 [x] 5 more cells of n have this fault, on lines 22 to 26",
        "DAT05 27 [] m is empty; expected a value in every row",
    ]


@pytest.mark.parametrize("text", ["", "n\n", "n\n1\n2,3\n"])
def test_what_was_found_can_be_kept(text: str) -> None:
    """What a look at a table gave survives being written as JSON."""
    kept = check(FILE, text.encode(), resource(NUMBER)).as_dict()
    assert checked_of(json.loads(json.dumps(kept))).as_dict() == kept


def test_ragged_rows_are_read_as_wide_as_the_header() -> None:
    """A short row gets empty cells, a long one loses what is too much."""
    own = table("a,b\n1\n1,2,3\n", resource({"name": "a"}, {"name": "b"}))
    assert [row.values for row in own.records()] == [("1", ""), ("1", "2")]


def test_an_empty_file_is_one_finding() -> None:
    """A file without a header says so once, whatever is declared of it."""
    found = check(FILE, b"", resource(NUMBER))
    assert found == Checked((), 0, found.findings)
    assert [one.code for one in found.findings] == ["DAT01"]


@given(
    st.binary(max_size=60) | st.text('ab1,;"\n\r\t=#é\0', max_size=60).map(str.encode)
)
def test_no_file_stops_the_check(data: bytes) -> None:
    """Whatever the bytes are, the answer is findings whose places are in the file."""
    for described in (None, resource(NUMBER, {"name": "b", "type": "date"})):
        checked = check(FILE, data, described)
        last = data.count(b"\n") + 1
        own = [one for one in checked.findings if one.place.file == FILE]
        assert all(1 <= one.place.line <= last for one in own)
        assert all("\n" not in one.message for one in checked.findings)


ROWS = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("12+")), max_size=12)


@given(ROWS)
def test_values_that_stand_twice_are_those_of_a_plain_look(
    rows: list[tuple[str, str]],
) -> None:
    """Each later row of an equal key is found, with the line of the first one."""
    text = "k,n\n" + "".join(f"{first},{second}\n" for first, second in rows)
    described = resource({"name": "k"}, {"name": "n"}, uniqueKeys=[["k", "n"]])
    seen: dict[tuple[str, str], int] = {}
    expected = []
    for line, row in enumerate(rows, start=2):
        if row in seen:
            expected.append((line, seen[row]))
        seen.setdefault(row, line)
    found = check(FILE, text.encode(), described).findings
    assert [(one.place.line, one.notes[0].place.line) for one in found] == expected
