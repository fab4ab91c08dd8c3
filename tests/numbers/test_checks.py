"""`checks.yml`: what it may say, and whether it holds."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from reading import quantity

from crossfoot.findings import Finding
from crossfoot.numbers.checks import checks_of, held
from crossfoot.numbers.identities import Identity, IdentityError, read
from crossfoot.places import Text
from crossfoot.workflow import PACKAGE

SCHEMA = json.loads((PACKAGE / "schemas" / "checks.schema.json").read_text("utf-8"))
VALUES = {"a": Decimal(5), "b.c": Decimal(2), "d-e": Decimal(3)}


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("a = b.c + d-e", 5, 5),
        ("a - b.c = d-e", 3, 3),
        ("2 * b.c + 1 = a", 5, 5),
        ("a = -(b.c - 2.5 * 2)", 5, 3),
    ],
)
def test_an_identity_has_two_sides(text: str, left: int, right: int) -> None:
    """Keys, numbers, signs and brackets are read as in arithmetic."""
    found = read(text, VALUES)
    assert (found.left, found.right) == (left, right)


@pytest.mark.parametrize(
    ("text", "message", "at"),
    [
        ("a", "“=” was expected, not the end", 1),
        ("a = ", "a key was expected, not the end", 3),
        ("a = b.c +", "a key was expected, not the end", 9),
        ("a = (b.c", "“)” was expected, not the end", 8),
        ("a = b.c d-e", "“d-e” stands after its end", 8),
        ("a / b = 1", "“/” is no key", 2),
        ("a = __import__('os')", "“'os')” is no key", 15),
    ],
)
def test_what_is_no_identity_says_where(text: str, message: str, at: int) -> None:
    """The first thing that cannot be read is named, and nothing is evaluated."""
    with pytest.raises(IdentityError) as caught:
        read(text, VALUES)
    assert (caught.value.message, caught.value.at) == (message, at)


@given(st.text(alphabet="ab.+-*=() 12", max_size=40))
def test_any_text_is_an_identity_or_none(text: str) -> None:
    """Reading ends with values or with IdentityError, whatever the text."""
    try:
        found = read(text, VALUES)
    except IdentityError as problem:
        at = problem.at
    else:
        at = len(found.text)
    assert 0 <= at <= len(text)


def brief(findings: list[Finding]) -> list[tuple[str, int, int, str]]:
    return [
        (one.code, one.place.line, one.place.column, one.message) for one in findings
    ]


def faults(text: str) -> list[tuple[str, int, int, str]]:
    return brief(checks_of(Text("checks.yml", text)).findings)


INVALID = [
    ("a: [1\n", 2, 1, "checks.yml is no YAML"),
    ("- a\n", 1, 1, "checks.yml holds no keys"),
    ("identity: []\n", 1, 1, "“identity” is no key here"),
    ("identities: a = b\n", 1, 13, "“identities” is a list"),
    ("identities:\n  - {a: 1}\n", 2, 5, "An identity is a text"),
    ("agree:\n  - a\n", 2, 5, "A group is a list"),
    ("tables: 4\n", 1, 9, "“tables” names tables"),
    ("tables: {t: 4}\n", 1, 13, "“t” holds no rules"),
    ("tables: {t: {totl: a}}\n", 1, 14, "“totl” is no key here"),
    ("coverage: high\n", 1, 11, "Coverage is a share from 0 to 1"),
    ("coverage: {minimum: 2}\n", 1, 21, "Coverage is a share from 0 to 1"),
    ("coverage: nan\n", 1, 11, "Coverage is a share from 0 to 1"),
    ("coverage: sNaN\n", 1, 11, "Coverage is a share from 0 to 1"),
    ("coverage: {minimal: 0.9}\n", 1, 12, "“minimal” is no key here"),
    ("coverage: {chapters: 0.9}\n", 1, 22, "“chapters” names chapters"),
    ("coverage: {chapters: {a: 9}}\n", 1, 26, "Coverage is a share from 0 to 1"),
    ("coverage: {verified: x}\n", 1, 22, "Coverage is a share from 0 to 1"),
    ("waivers: none\n", 1, 10, "“waivers” is a list"),
    ("waivers: [NUM05]\n", 1, 11, "A waiver names a code and a reason"),
    (
        "waivers:\n- {code: NUM05, because: x, file: a.md}\n",
        *(2, 29, "“file” is no key here"),
    ),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), INVALID)
def test_a_broken_file_says_where(
    text: str, line: int, column: int, message: str
) -> None:
    """Each fault is NUM08 at its own line and column, and the schema agrees."""
    [(code, at_line, at_column, said)] = faults(text)
    assert (code, at_line, at_column) == ("NUM08", line, column)
    assert said.startswith(message)
    if "YAML" not in message:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(yaml.safe_load(text), SCHEMA)


VALID = """
identities: ["a = b"]
agree: [[a, b]]
tables: {tbl-a: {total: [x, y], foot: rows, rounded: true, skip: false}}
waivers: [{code: NUM05, because: quoted}]
coverage: {minimum: 0.9, verified: 0.85, chapters: {03-method: 0.8}}
"""


@pytest.mark.parametrize("text", ["", "identities:\n", VALID])
def test_a_valid_file_has_no_fault(text: str) -> None:
    """An empty file, empty keys and every known key are fine, for the schema too."""
    assert faults(text) == []
    jsonschema.validate(yaml.safe_load(text), SCHEMA)


QUANTITIES = {
    one.key: one
    for one in (
        quantity("total", "460", "GBP"),
        quantity("capital", "300", "GBP"),
        quantity("revenue", "150", "GBP"),
        quantity("rounded", "450.4", "GBP", step="1"),
        quantity("plan", "460", "GBP"),
    )
}


def holds(text: str) -> list[tuple[str, int, int, str]]:
    checks = checks_of(Text("checks.yml", text))
    return brief(held(checks, QUANTITIES, frozenset({"lost"})))


def test_an_identity_that_fails_names_both_sides() -> None:
    """The message gives both values in their unit, at the identity's line."""
    assert holds('identities:\n  - "total = capital + revenue"\n') == [
        ("NUM06", 2, 5, "total is £460; capital + revenue is £450")
    ]


def test_an_identity_that_holds_is_silent() -> None:
    """Exact sums hold, and a rounded source may differ by half its step."""
    assert holds('identities: ["total - 10 = capital + revenue"]') == []
    assert holds('identities: ["rounded = capital + revenue"]') == []


def test_an_identity_of_unknown_keys_names_them() -> None:
    """A key nobody defined is NUM02; one whose value failed is reported elsewhere."""
    assert holds('identities: ["totl = capital"]') == [
        ("NUM02", 1, 14, "No quantity is called “totl”")
    ]
    assert holds('identities: ["lost = capital"]') == []


def test_an_identity_that_cannot_be_read_is_a_fault_of_the_file() -> None:
    """Its message says what was expected."""
    assert holds('identities: ["total / 2 = capital"]') == [
        ("NUM08", 1, 14, "“total / 2 = capital” is no identity: “/” is no key")
    ]


def test_groups_agree_or_are_named() -> None:
    """Keys and texts are held against the group's first key."""
    assert holds("agree: [[total, plan, £460]]") == []
    assert holds("agree: [[total, capital, £461, nonsense]]") == [
        ("NUM06", 1, 17, "capital is £300; total is £460"),
        ("NUM06", 1, 26, "Text says “£461”; total is £460"),
        ("NUM02", 1, 32, "No quantity is called “nonsense”"),
    ]


def test_the_sample_report_s_file_is_valid() -> None:
    """The file that ships with the sample has no fault."""
    path = Path(__file__).parents[2] / "sources" / "checks.yml"
    assert faults(path.read_text("utf-8")) == []


def test_quantities_are_looked_through_once_for_a_thousand_identities(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All identities are read with the same values, which are made once."""
    seen = []

    def noted(text: str, values: Mapping[str, Decimal]) -> Identity:
        seen.append(values)
        return read(text, values)

    monkeypatch.setattr("crossfoot.numbers.checks.read", noted)
    text = "identities:\n" + '  - "total = total"\n' * 1_000
    checks = checks_of(Text("sources/checks.yml", text))
    assert held(checks, {"total": quantity("total", "460")}, frozenset()) == []
    assert len(seen) == 1_000
    assert all(one is seen[0] for one in seen)
