"""The ratchet: shares that coverage may not fall below, for the report and chapters."""

from decimal import Decimal
from typing import Any

from crossfoot.findings import Finding
from crossfoot.numbers.checks import checks_of
from crossfoot.numbers.ledger import coverage
from crossfoot.numbers.ratchet import exact, ratchet, recorded
from crossfoot.places import Text


def ledger(**states: int) -> list[dict[str, Any]]:
    """Return entries of two chapters; `states` count those of the first."""
    entries = [
        {"state": state, "kind": "quantity", "file": "sources/01-a.md", "rule": ""}
        for state, count in states.items()
        for _ in range(count)
    ]
    other = {"state": "checked", "kind": "quantity", "file": "sources/02-b.md"}
    return [*entries, {**other, "rule": ""}]


def fallen(text: str, **states: int) -> list[tuple[str, int, int, str]]:
    """Return the findings of `checks.yml` on a ledger."""
    checks = checks_of(Text("checks.yml", text))
    found: list[Finding] = ratchet(checks.floors, coverage(ledger(**states)))
    return [(one.code, one.place.line, one.place.column, one.message) for one in found]


def test_a_share_that_fell_is_an_error_where_it_is_asked_for() -> None:
    """The message gives what stands and what is asked for; an equal share is fine."""
    assert fallen("coverage: 0.90\n", checked=8, unbound=1) == []
    assert fallen("coverage: {minimum: 0.90}\n", checked=7, unbound=1) == [
        ("NUM07", 1, 21, "88% of the quantities are backed; checks.yml asks for 90%")
    ]


def test_one_number_in_thousands_is_noticed() -> None:
    """Shares are compared exactly, so a record of four places holds every number."""
    before = coverage(ledger(checked=2999, unbound=0))
    record = f"coverage: {recorded(before)}\n"
    assert fallen(record, checked=2999) == []
    assert fallen(record, checked=2998, unbound=1) == [
        (
            "NUM07",
            1,
            11,
            "99.96% of the quantities are backed; checks.yml asks for 100%",
        )
    ]


def test_waivers_do_not_raise_the_verified_share() -> None:
    """With `verified`, a waiver instead of a binding is a fall."""
    text = "coverage: {minimum: 1, verified: 0.8}\n"
    assert fallen(text, checked=3, waived=1) == []
    assert fallen(text, checked=2, waived=2) == [
        ("NUM07", 1, 34, "60% of the quantities are verified; checks.yml asks for 80%")
    ]


def test_without_waivers_a_fall_is_told_once() -> None:
    """Both shares are the same then, so one error says all."""
    found = fallen("coverage: {verified: 1, minimum: 1}\n", checked=3, unbound=1)
    assert [(code, column) for code, _, column, _ in found] == [("NUM07", 34)]


def test_a_chapter_has_a_share_of_its_own() -> None:
    """A chapter is named by its file or without folder and ending."""
    text = "coverage:\n  chapters:\n    {}: 0.75\n"
    for name in ("01-a", "01-a.md", "sources/01-a.md"):
        [(code, line, _, message)] = fallen(text.format(name), checked=1, unbound=1)
        assert (code, line) == ("NUM07", 3)
        assert message == (
            "50% of the quantities of sources/01-a.md are backed; checks.yml asks for"
            " 75%"
        )
        assert fallen(text.format(name), checked=3, unbound=1) == []


def test_a_chapter_that_is_not_there_is_named() -> None:
    """A share asked of a chapter that was renamed does not pass in silence."""
    checks = checks_of(Text("checks.yml", "coverage: {chapters: {01-aa: 0.5}}\n"))
    [found] = ratchet(checks.floors, coverage(ledger(checked=1)))
    assert (found.code, found.place.column, found.message, found.help) == (
        "NUM08",
        23,
        "Coverage is asked of “01-aa”, which is no chapter with numbers",
        "Write 01-a",
    )


def test_nothing_of_nothing_is_everything() -> None:
    """A report without quantities has nothing to fall from."""
    assert exact(coverage([])) == Decimal(1)
