"""Coverage: counts by state, and shares rounded down."""

from crossfoot.numbers.ledger import coverage, number, share, tally


def entry(
    state: str, file: str = "a.md", kind: str = "quantity", rule: str = ""
) -> dict[str, str]:
    return {"state": state, "kind": kind, "file": file, "rule": rule}


def test_coverage_counts_what_is_backed() -> None:
    """Inserted, checked, footed and waived count; ignored ones are told by rule."""
    states = ("inserted", "checked", "footed", "waived", "unbound", "failed")
    ledger = [
        *(entry(state) for state in states),
        entry("ignored", kind="date", rule="date"),
        *(entry("ignored", kind="ordinal", rule="idiom") for _ in range(2)),
        entry("unbound", "b.md"),
    ]
    one = {
        "quantities": 6,
        "inserted": 1,
        "checked": 1,
        "footed": 1,
        "waived": 1,
        "unbound": 1,
        "failed": 1,
        "ignored": {"date": 1, "idiom": 2},
        "share": "0.66",
        "verified": "0.50",
    }
    other = {**dict.fromkeys(one, 0), "quantities": 1, "unbound": 1}
    other |= {"ignored": {}, "share": "0.00", "verified": "0.00"}
    total = {**one, "quantities": 7, "unbound": 2, "share": "0.57", "verified": "0.42"}
    assert coverage(ledger) == {**total, "by_chapter": {"a.md": one, "b.md": other}}


def test_only_a_full_ledger_is_full() -> None:
    """Shares are rounded down, and nothing of nothing is everything."""
    assert [share(*one) for one in ((999, 1000), (1000, 1000), (0, 0))] == [
        "0.99",
        "1.00",
        "1.00",
    ]
    assert tally([])["share"] == "1.00"


def test_values_are_plain_decimals() -> None:
    """No exponent and no needless noughts stand in the file."""
    from decimal import Decimal

    values = (Decimal("3.20E9"), Decimal("0.50"), None)
    assert [number(one) for one in values] == ["3200000000", "0.5", ""]
