"""What people record of quality: read, and held against the report."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from published import validator

from crossfoot.assurance import SCHEMA, Report, Told, assured, read
from crossfoot.corrections import corrects
from crossfoot.findings import Finding
from crossfoot.places import Text
from crossfoot.workflow import PACKAGE

SCHEMAS = {
    name: json.loads((PACKAGE / "schemas" / f"{file}-file.schema.json").read_bytes())
    for name, file in (("records", "assurance"), ("corrections", "corrections"))
}
VISITS = {
    "key": "visits",
    "label": "Visits",
    "value": "100",
    "unit": "count",
    "bound": None,
    "shown": "100",
    "formula": "sum of visits",
    "filter": "",
    "source": None,
    "citation": "",
}
LEDGER = {"schema": "crossfoot/numbers/1", "quantities": [VISITS], "numbers": []}
MONEY = {**VISITS, "key": "money", "value": "203000000", "unit": "GBP", "shown": "£203m"}  # fmt: skip
ENTRY = {
    "date": "2026-03-01",
    "what": "Visits",
    "number": "visits",
    "old": "110",
    "new": "100",
    "scale": "10",
    "nature": "Counted twice",
    "cause": "Two lists were joined",
}


def looked(
    records: str | None = None,
    corrections: str | None = None,
    *,
    version: str = "",
    ledger: dict | None = None,
    earlier: str | None = None,
) -> tuple[dict, list[Finding]]:
    """Return the record and the findings of two files."""
    told = Told(
        None if records is None else Text("assurance.yml", records),
        None if corrections is None else Text("corrections.yml", corrections),
        SCHEMAS,
    )
    held = ledger or LEDGER
    report = Report(
        version,
        held,
        frozenset(one["key"] for one in held["quantities"]),
        None if earlier is None else Text("earlier/numbers.json", earlier),
    )
    product, findings = assured(*read(told), report)
    errors = validator("assurance").iter_errors({**product, "read": {}})
    assert [one.message for one in errors] == []
    return product, findings


def said(findings: list[Finding]) -> list[str]:
    """Return findings as a line each."""
    return [f"{one.code} {one.place.line}: {one.message}" for one in findings]


def correction(**changes: str) -> str:
    """Return a file with one correction."""
    return json.dumps({"corrections": [ENTRY | changes]})


def test_without_files_nothing_is_recorded_and_nothing_found() -> None:
    """A report that records nothing is no worse for it."""
    product, findings = looked()
    assert product == {
        "schema": SCHEMA,
        "records": {},
        "corrections": {"corrects": "", "policy": "", "corrections": []},
        "unrecorded": [],
    }
    assert findings == []


def test_an_empty_file_records_nothing() -> None:
    """A file that was only begun is no error."""
    assert said(looked("", "")[1]) == []
    assert looked("roles:\n", "corrections:\n")[0]["records"] == {}


def test_a_wrong_entry_is_left_out_and_the_others_count() -> None:
    """One bad entry takes no other with it, and places stay those of the file."""
    product, findings = looked(
        "signed:\n  - {check: whole-1}\n  - {check: whole-9, name: A, date: 2026-01-02}\n"
        "assumptions:\n  - {assumption: 3}\n"
    )
    assert said(findings) == [
        "QAP01 2: signed.1 has no name and date",
        "QAP03 3: “whole-9” is no check that a person makes",
    ]
    assert product["records"] == {
        "signed": [{"check": "whole-9", "name": "A", "date": "2026-01-02"}],
        "assumptions": [{"assumption": "3"}],
    }


def test_a_day_is_one_of_the_calendar() -> None:
    """The 30th of February is found, and the entry of that day does not count."""
    text = "signed:\n  - {check: whole-1, name: A, date: 2026-02-30}\n"
    product, findings = looked(text)
    assert said(findings) == [
        "QAP01 2: signed.1.date is “2026-02-30”; expected a day of the calendar"
    ]
    assert product["records"] == {"signed": []}


def test_what_is_no_yaml_is_found_once() -> None:
    """A file that cannot be read counts for nothing."""
    product, findings = looked("a: [", "b: [")
    assert [one.code for one in findings] == ["QAP01", "QAP02"]
    assert product["records"] == {}


def test_a_file_of_another_kind_counts_for_nothing() -> None:
    """A list where keys are expected is one finding."""
    assert [one.code for one in looked("- a\n", "text\n")[1]] == ["QAP01", "QAP02"]


def test_signatures_are_of_a_version() -> None:
    """A signature on another version is found, one without a version never."""
    text = (
        "signed:\n"
        "  - {check: whole-1, name: A, date: 2026-01-02, version: '1.0'}\n"
        "  - {check: whole-1, name: B, date: 2026-01-02}\n"
    )
    assert said(looked(text, version="1.0")[1]) == []
    assert said(looked(text, version="")[1]) == []
    assert said(looked(text, version="1.1")[1]) == [
        "QAP04 2: A signed whole-1 for version 1.0; this is 1.1"
    ]


def test_an_assurer_took_no_part() -> None:
    """The same person is found whatever the case and the body that is named."""
    text = "roles: {analyst: [Ada  byron, M. S.], assurer: ['Ada Byron, A Body', C]}"
    assert said(looked(text)[1]) == [
        "QAP05 1: Ada Byron, A Body is named as analyst and as assurer of the same analysis"
    ]
    assert said(looked("roles: {analyst: A, assurer: B}")[1]) == []


@pytest.mark.parametrize("new", ["100", "100 visits", "about 100", " 100 "])
def test_a_correction_may_say_the_number_in_its_own_words(new: str) -> None:
    """What counts is the value, not the style."""
    assert said(looked(corrections=correction(new=new))[1]) == []


@pytest.mark.parametrize("new", ["105", "withdrawn", "£100", "100%"])
def test_a_correction_that_is_wrong_itself_is_found(new: str) -> None:
    """Another value, another unit and no value are all found."""
    assert said(looked(corrections=correction(new=new))[1]) == [
        f"QAP07 1: Correction says “{new}”; visits is 100 now"
    ]


def test_money_is_compared_with_its_unit() -> None:
    """£203m and £203 million are one amount; $203m is another."""
    ledger = {**LEDGER, "quantities": [MONEY]}
    for new, found in (("£203 million", []), ("$203m", ["QAP07"])):
        text = correction(number="money", new=new)
        assert [one.code for one in looked(corrections=text, ledger=ledger)[1]] == found


def test_only_the_latest_correction_of_a_number_counts() -> None:
    """An earlier correction stays as it was, however the entries stand."""
    first, last = ENTRY | {"new": "105"}, ENTRY | {"date": "2026-04-01"}
    for entries in ([first, last], [last, first]):
        text = json.dumps({"corrections": entries})
        assert said(looked(corrections=text)[1]) == []


def test_a_correction_of_no_number_names_none() -> None:
    """A word can be corrected, too; a key that there is none of is found."""
    entry = {key: value for key, value in ENTRY.items() if key != "number"}
    text = json.dumps({"corrections": [entry]})
    assert said(looked(corrections=text)[1]) == []
    assert said(looked(corrections=correction(number="visit"))[1]) == [
        "QAP06 1: “visit” is no quantity of this report or of the earlier one"
    ]


def test_each_changed_number_of_a_correction_has_an_entry() -> None:
    """Numbers are held against the ledger of the release that is corrected."""
    before = [{**VISITS, "value": "110", "shown": "110"}, {**MONEY, "key": "gone"}]
    earlier = json.dumps({**LEDGER, "quantities": before})
    product, findings = looked(earlier=earlier)
    assert product["unrecorded"] == ["gone", "visits"]
    assert said(findings) == [
        "QAP08 1: Visits was £203m, is gone, and corrections.yml has no entry for gone",
        "QAP08 1: Visits was 110, is 100, and corrections.yml has no entry for visits",
    ]
    entries = [ENTRY, ENTRY | {"number": "gone", "new": "withdrawn"}]
    text = json.dumps({"corrections": entries})
    assert said(looked(corrections=text, earlier=earlier)[1]) == []


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": "crossfoot/numbers/1", "quantities": [{}]}', "[" * 20000])  # fmt: skip
def test_what_is_no_ledger_is_found(text: str) -> None:
    """Any other file in its place is one finding."""
    assert said(looked(earlier=text)[1]) == [
        "QAP09 1: earlier/numbers.json is no ledger of numbers"
    ]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["roles", "analyst", "signed", "check", "corrections", "date", "number", "new", "practice"]), inner, max_size=3), max_leaves=12))  # fmt: skip
def test_any_file_gives_a_record_and_findings(value: object) -> None:
    """Whatever the two files hold, there is a record of the published form."""
    text = json.dumps(value)
    product, findings = looked(text, text)
    assert product["schema"] == SCHEMA
    assert all(one.code[:3] == "QAP" for one in findings)


@pytest.mark.parametrize(
    ("old", "new", "stated", "yes"),
    [
        ("1.0.1", "1.0.2", "", True),
        ("v1.0.1", "1.0.10", "", True),
        ("1.0.2", "1.0.1", "", False),
        ("1.0", "1.1", "", False),
        ("1.0.0", "1.1.0", "", False),
        ("", "", "", False),
        ("1.0", "1.1", "1.0", True),
        ("0.9", "1.1", "1.0", False),
        ("", "1.1", "1.0", True),
    ],
)
def test_an_edition_is_a_correction_of_another(
    old: str, new: str, stated: str, yes: bool
) -> None:
    """It says so, or only the last of three numbers is higher."""
    assert corrects(old, new, stated) == yes
