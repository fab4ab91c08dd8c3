"""The data package."""

import json
from decimal import Decimal
from typing import Any

import pytest

from crossfoot.data.jsonfile import Json
from crossfoot.data.package import package
from crossfoot.data.schema import Resource
from crossfoot.findings import Finding
from crossfoot.places import Text

FILE = "sources/data/datapackage.json"
FOLDER = "sources/data/"
PRESENT = [FOLDER + "asks.csv", FOLDER + "themes.csv", FOLDER + "notes.txt"]


def read(text: str) -> tuple[list[Resource], list[Finding]]:
    """Return what is read of a package's text."""
    return package(Text(FILE, text), FOLDER, PRESENT)


def lines(text: str) -> list[str]:
    """Return what is wrong with a package, with the slice that it is about."""
    source = Text(FILE, text)
    return [
        f"{one.level}: {one.message} [{source.slice(source.span(one.place))}]"
        for one in read(text)[1]
    ]


def of(field: dict[str, Any], **schema: Any) -> str:
    """Return the text of a package with one table and one field."""
    schema = {"fields": [field], **schema}
    entry = {"name": "asks", "path": "asks.csv", "schema": schema}
    return json.dumps({"resources": [entry]}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("written", "held"),
    [
        (r"\ud800", "\ufffd"),
        (r"\udc00\uD800", "\ufffd\ufffd"),
        (r"\ud83c\udf33", "\U0001f333"),
        (r"\\ud800", r"\ud800"),
        (r"\n", "\n"),
    ],
)
def test_half_of_a_character_is_none(written: str, held: str) -> None:
    """What no file can hold is shown as an unknown character; all else is as written."""
    value = Json(Text(FILE, f'{{"path": "{written}", "size": 1.50}}')).value
    assert value == {"path": held, "size": Decimal("1.50")}


def test_a_whole_package_is_read() -> None:
    """Fields, constraints, keys and marks become columns and keys."""
    text = json.dumps(
        {
            "resources": [
                {
                    "name": "spending",
                    "path": "asks.csv",
                    "dialect": {"delimiter": ";"},
                    "schema": {
                        "fields": [
                            {
                                "name": "amount",
                                "type": "number",
                                "unit": "GBP",
                                "title": "Amount (£)",
                                "groupChar": ",",
                                "constraints": {"minimum": 0.5, "required": True},
                            },
                            {"name": "theme", "constraints": {"enum": ["A", "B"]}},
                        ],
                        "missingValues": ["", "-"],
                        "suppressed": ["[c]"],
                        "primaryKey": "theme",
                        "foreignKeys": [
                            {
                                "fields": "theme",
                                "reference": {"resource": "themes", "fields": "code"},
                            }
                        ],
                    },
                },
                {"path": "themes.csv"},
                {"path": "notes.txt"},
            ]
        }
    )
    (spending, themes), findings = read(text)
    assert findings == []
    assert (themes.name, themes.file, themes.schema) == ("themes", PRESENT[1], None)
    assert (spending.name, spending.dialect.delimiter) == ("spending", ";")
    schema = spending.schema
    assert schema is not None
    amount, theme = schema.columns
    assert (amount.field.unit, amount.field.group) == ("GBP", ",")
    assert (str(amount.minimum), amount.required) == ("0.5", True)
    assert (amount.field.missing, amount.field.suppressed) == (("", "-"), ("[c]",))
    assert theme.enum == ("A", "B")
    assert schema.primary == ("theme",)
    assert [(key.resource, key.reference) for key in schema.foreign] == [
        ("themes", ("code",))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "error: Data package is not JSON: expecting property name"),
        ('{"a": 1, "a": 2}', 'error: Data package is not JSON: `a` stands twice ["a"]'),
        ("[]", "error: Data package names no tables; expected a list called resources"),
        (
            '{"resources": [{}]}',
            "error: Table has no path; expected one CSV file [{}]",
        ),
        (
            '{"resources": [{"path": "ask.csv"}]}',
            'error: ask.csv is not in sources/data ["ask.csv"]',
        ),
        (
            '{"resources": [{"path": "asks.csv"}, {"path": "asks.csv"}]}',
            'error: Two tables have the name “asks” ["asks.csv"]',
        ),
        (
            '{"resources": [{"path": "asks.csv", "encoding": "cp1252"}]}',
            'error: Encoding is cp1252; expected utf-8 ["cp1252"]',
        ),
        (
            '{"resources": [{"path": "asks.csv", "dialect": {"delimiter": ""}}]}',
            'error: Delimiter is “”; expected one character [""]',
        ),
        (of({"type": "integer"}), 'error: Field has no name [{"type": "integer"}]'),
        (
            of({"name": "a", "type": "int"}),
            'error: Type “int” of a is not known ["int"]',
        ),
        (
            of({"name": "a", "constraints": {"requird": True}}),
            "error: Constraint “requird” is not known [true]",
        ),
        (
            of({"name": "a", "constraints": {"minimum": 1}}),
            "error: minimum of a column of type string says nothing [1]",
        ),
        (
            of({"name": "a", "type": "integer", "constraints": {"maximum": "x"}}),
            "error: maximum holds “x”; expected a whole number such as 1200",
        ),
        (
            of({"name": "a", "constraints": {"pattern": "["}}),
            "error: Pattern “[” is not a regular expression",
        ),
        (
            of({"name": "a", "constraints": {"required": "yes"}}),
            'error: required is “yes”; expected true or false ["yes"]',
        ),
        (
            of({"name": "a", "constraints": {"minLength": -1}}),
            "error: minLength is “-1”; expected a whole number [-1]",
        ),
        (
            of({"name": "a", "type": "date", "format": "dd/mm"}),
            "warning: Format “dd/mm” is not known for the type date",
        ),
        (
            of({"name": "a"}, primaryKey="b"),
            'error: “b” is not a column; columns are a ["b"]',
        ),
        (
            of({"name": "a"}, missingValues="-"),
            'error: missingValues is not a list of texts ["-"]',
        ),
        (
            of({"name": "a"}, primarykey="a"),
            'warning: “primarykey” is no part of a schema, and does nothing ["a"]',
        ),
        (
            of({"name": "a"}, foreignKeys=[{"fields": "a"}]),
            "error: Foreign key has no reference",
        ),
        (
            of(
                {"name": "a"},
                foreignKeys=[
                    {"fields": "a", "reference": {"resource": "x", "fields": "b"}}
                ],
            ),
            "error: Foreign key leads to “x”, which is no table here",
        ),
    ],
)
def test_each_fault_of_a_package_is_found_where_it_is(text: str, expected: str) -> None:
    """A package with one thing wrong gives one finding, about that thing."""
    (found,) = lines(text)
    assert found.startswith(expected)


def test_tabs_between_values_are_read() -> None:
    """JSON set out with tabs has its places too."""
    text = '{\n\t"resources": [\n\t\t{"path": "x.csv"}\n\t]\n}'
    assert lines(text) == ['error: x.csv is not in sources/data ["x.csv"]']


def test_a_file_that_is_not_there_is_no_file_that_is_described() -> None:
    """Only a file without an entry is offered instead of one that is not there."""
    text = '{"resources": [{"path": "wrong.csv"}, {"path": "gone.csv"}]}'
    for more, way in (
        ([], "Add the file, or take out the entry"),
        (["gon.csv"], "Write gon.csv"),
    ):
        present = ["d/wrong.csv", *(f"d/{one}" for one in more)]
        _, (found,) = package(Text("d/p.json", text), "d/", present)
        assert (found.message, found.help) == ("gone.csv is not in d", way)


def test_a_table_with_a_fault_is_still_read() -> None:
    """What can be understood of a field counts, whatever else is wrong."""
    entry = {"name": "a", "type": "intger", "constraints": {"unique": True}}
    (resource,), findings = read(of(entry))
    assert len(findings) == 1
    assert resource.schema is not None
    (column,) = resource.schema.columns
    assert (column.field.type, column.unique) == ("string", True)


def test_a_schema_without_fields_is_told_what_it_does_not_do() -> None:
    """Marks beside no list of fields would be read over; an empty schema says nothing."""
    entry = {"path": "asks.csv", "schema": {"missingValues": ["-"], "suppressed": "*"}}
    [line] = lines(json.dumps({"resources": [entry]}))
    assert line == (
        "warning: Schema has no fields, so missingValues and suppressed do nothing"
        ' [["-"]]'
    )
    assert lines('{"resources": [{"path": "asks.csv", "schema": {}}]}') == []
