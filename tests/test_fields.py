"""Columns of a table."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.fields import (
    Field,
    Value,
    as_dict,
    canonical,
    from_dict,
    named,
    narrowed,
    parse,
    wanted,
)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (Field("f", "integer"), "1200", 1200),
        (Field("f", "integer"), "-5", -5),
        (Field("f", "integer"), "1,200", None),
        (Field("f", "integer", group=","), "1,200", 1200),
        (Field("f", "integer"), "1.0", None),
        (Field("f", "integer"), "１２", None),
        (Field("f", "integer", bare=False), "£1200", 1200),
        (Field("f", "integer", bare=False), "-£1200", -1200),
        (Field("f", "integer", bare=False), "95%", 95),
        (Field("f", "integer", group=",", bare=False), "(1,200)", -1200),
        (Field("f", "number", bare=False), "£(4.20)", Decimal("-4.20")),
        (Field("f", "integer"), "(1200)", None),
        (Field("f", "number"), "12.50", Decimal("12.50")),
        (Field("f", "number"), "1e3", Decimal("1e3")),
        (Field("f", "number"), "NaN", None),
        (Field("f", "number"), ".5", Decimal("0.5")),
        (Field("f", "number"), "1.2.3", None),
        (Field("f", "number", decimal=",", group="."), "1.234,5", Decimal("1234.5")),
        (Field("f", "number", decimal=","), "1.5", None),
        (Field("f", "boolean"), "TRUE", True),
        (Field("f", "boolean"), "yes", None),
        (Field("f", "boolean", true=("yes",), false=("no",)), "no", False),
        (Field("f", "date"), "2021-02-01", date(2021, 2, 1)),
        (Field("f", "date"), "2021-02-30", None),
        (Field("f", "date"), "01/02/2021", None),
        (Field("f", "date", format="%d/%m/%Y"), "01/02/2021", date(2021, 2, 1)),
        (Field("f", "time"), "09:30:00", time(9, 30)),
        (Field("f", "datetime"), "2021-02-01T09:30:00", datetime(2021, 2, 1, 9, 30)),  # noqa: DTZ001
        (Field("f", "datetime"), "2021-02-01", None),
        (Field("f", "year"), "2021", 2021),
        (Field("f", "year"), "21", None),
        (Field("f", "yearmonth"), "2021-12", "2021-12"),
        (Field("f", "yearmonth"), "2021-13", None),
        (Field("f", "duration"), "P1Y6M", "P1Y6M"),
        (Field("f", "duration"), "P", None),
        (Field("f", "string"), " x ", " x "),
        (Field("f", "string", format="email"), "a@b.org", "a@b.org"),
        (Field("f", "string", format="email"), "a b", None),
        (Field("f", "any"), "", ""),
    ],
)
def test_texts_become_values(field: Field, text: str, value: Value | None) -> None:
    """A text of the field's type becomes its value, any other text none."""
    found = parse(field, text)
    assert (found, type(found)) == (value, type(value))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_numbers_survive_being_written(number: Decimal) -> None:
    """What `canonical` writes is read back, to the last digit."""
    field = Field("f", "number")
    assert str(parse(field, canonical(number))) == f"{number:f}"


@given(st.integers(-(10**12), 10**12))
def test_grouped_numbers_are_read(number: int) -> None:
    """Groups of digits make no difference."""
    field = Field("f", "integer", group=",")
    assert parse(field, f"{number:,}") == number


def kind(texts: list[str]) -> str:
    """Return the type of a column that holds some texts."""
    types: tuple[str, ...] = ("integer", "number", "date")
    for text in texts:
        types = narrowed(types, text)
    return types[0] if types else "string"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1", "-2", "0"], "integer"),
        (["1", "2.5"], "number"),
        (["007"], "string"),
        (["00.5"], "string"),
        (["1e3"], "string"),
        (["1,200"], "string"),
        (["2021-02-01"], "date"),
        (["2021-02-01", "2021-13-01"], "string"),
        (["2021-02-01", "5"], "string"),
        (["+1"], "string"),
    ],
)
def test_types_are_inferred_with_care(texts: list[str], expected: str) -> None:
    """Only plain numbers and ISO dates get a type; codes stay texts."""
    assert kind(texts) == expected


@pytest.mark.parametrize(
    "field",
    [
        Field("a"),
        Field("b", "number", unit="GBP", title="B", decimal=",", group="."),
        Field("c", "boolean", true=("y",), missing=("", "-"), suppressed=("[c]",)),
        Field("d", "date", format="%d/%m/%Y", bare=False),
    ],
)
def test_a_field_is_kept_as_json(field: Field) -> None:
    """What is written for a field is read back as the same field."""
    assert from_dict(as_dict(field)) == field


def test_a_field_says_what_it_wants() -> None:
    """A field's words name an example, or its own format."""
    assert wanted(Field("f", "year")) == "a year such as 2021"
    assert (
        wanted(Field("f", "date", format="%d/%m/%Y")) == "date in the format %d/%m/%Y"
    )


SPACED = ("Town", "Visits in 2024", "Visits", "Ziel  in  %")


@pytest.mark.parametrize(
    ("said", "columns"),
    [
        ("", []),
        ("Town Visits", ["Town", "Visits"]),
        ("Visits in 2024", ["Visits in 2024"]),
        ("Visits Visits in 2024 Town", ["Visits", "Visits in 2024", "Town"]),
        ("Visits in 2023", ["Visits", "in", "2023"]),
        ("Ziel in\n%", ["Ziel in %"]),
        ("spent", ["spent"]),
    ],
)
def test_a_column_s_name_may_have_spaces(said: str, columns: list[str]) -> None:
    """The longest name that some column has counts; other words stand alone."""
    assert named(said, SPACED) == columns


@given(st.lists(st.sampled_from(SPACED)))
def test_columns_are_named_as_they_are_listed(columns: list[str]) -> None:
    """Names put together with spaces are taken apart again, none lost."""
    said = " ".join(columns)
    assert " ".join(named(said, SPACED)) == " ".join(said.split())
    assert {*named(said, SPACED)} <= {" ".join(one.split()) for one in SPACED}


def test_no_column_is_named_of_a_table_without_any() -> None:
    """Each word is then one that no column has."""
    assert named("a b", ()) == ["a", "b"]
