"""The finding: its JSON, order, counts and small words."""

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.codes import CODES
from crossfoot.findings import (
    Finding,
    Fix,
    Related,
    Waiver,
    as_dict,
    count,
    from_lines,
    listed,
    nearest,
    several,
    to_lines,
)
from crossfoot.places import Place

ONE = Finding(
    "NUM01",
    "Text says “£203m”; asks.recovery is £205m",
    Place("sources/01-summary.md", 14, 38, 14, 43),
    notes=(
        Related(
            "the value comes from here", Place("sources/data/asks.csv", 3, 3, 3, 12)
        ),
    ),
    help="Write £205m, or bind another quantity",
    found="£203m",
    expected="£205m",
    fix=Fix("£205m", safe=True),
)


def test_json_of_a_finding_is_the_contract() -> None:
    """A finding's JSON has the keys and values that others read."""
    entry = as_dict(ONE)
    fingerprint = entry.pop("fingerprint")
    assert len(fingerprint) == 16
    assert entry == {
        "code": "NUM01",
        "rule": "number-matches-data",
        "severity": "error",
        "message": "Text says “£203m”; asks.recovery is £205m",
        "file": "sources/01-summary.md",
        "line": 14,
        "column": 38,
        "end_line": 14,
        "end_column": 43,
        "notes": [
            {
                "message": "the value comes from here",
                "file": "sources/data/asks.csv",
                "line": 3,
                "column": 3,
                "end_line": 3,
                "end_column": 12,
            }
        ],
        "help": "Write £205m, or bind another quantity",
        "found": "£203m",
        "expected": "£205m",
        "fix": {"safe": True, "replacement": "£205m"},
    }


def test_fingerprint_survives_other_lines() -> None:
    """A finding that only moved keeps its fingerprint; another message does not."""
    moved = Finding(ONE.code, ONE.message, Place(ONE.place.file, 99, 1, 99, 6))
    other = Finding(ONE.code, "Text says “£1m”; it is £2m", ONE.place)
    assert moved.fingerprint == ONE.fingerprint != other.fingerprint


FINDINGS = st.builds(
    Finding,
    st.sampled_from(sorted(CODES)),
    st.text(min_size=1),
    st.builds(Place, st.text(min_size=1), st.integers(1, 9), st.integers(1, 9)),
    help=st.text(),
    found=st.text(),
    fix=st.none() | st.builds(Fix, st.text(), st.booleans()),
    severity=st.sampled_from(["error", "warning", "note"]),
    waiver=st.none() | st.builds(Waiver, st.text(min_size=1), st.text()),
)


@given(st.lists(FINDINGS, max_size=5))
def test_json_lines_give_the_same_findings_back(found: list[Finding]) -> None:
    """Whatever its texts hold, a finding is read as it was written."""
    lines = to_lines(found)
    again = from_lines(lines)
    assert to_lines(again) == lines
    assert sorted(map(str, again)) == sorted(map(str, found))


def test_counts_keep_waived_findings_apart() -> None:
    """A waived error is counted as waived, not as an error."""
    waived = Finding("NUM01", "m", Place("a"), waiver=Waiver("quoted"))
    warning = Finding("REP01", "m", Place("a"))
    assert str(count([ONE, waived, warning, ONE])) == "2 errors, 1 warning, 1 waived"


def test_small_words_read_right() -> None:
    """Plurals, lists and near names read as a sentence does."""
    assert [several(n, "value") for n in (0, 1, 2)] == [
        "0 values",
        "1 value",
        "2 values",
    ]
    assert [listed("abc"[:n]) for n in (0, 1, 2, 3)] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert nearest("asks.totl", ["asks.total", "x"]) == "asks.total"
    assert nearest("zzz", ["asks.total"]) == ""
