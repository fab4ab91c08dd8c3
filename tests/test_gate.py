"""The gate's judgement."""

from crossfoot.findings import Finding, Waiver
from crossfoot.gate import changed, opens
from crossfoot.places import Place


def test_only_errors_shut_the_gate() -> None:
    """Warnings and waived errors let a report pass."""
    error = Finding("NUM01", "m", Place("a"))
    waived = Finding("NUM01", "m", Place("a"), waiver=Waiver("r"))
    warning = Finding("REP01", "m", Place("a"))
    assert opens([waived, warning])
    assert not opens([warning, error])


def test_a_source_that_moved_is_named() -> None:
    """A file edited, added or deleted during the build shuts the gate."""
    before = {"a.md": "1", "b.md": "1", "gone.md": "1", "-.md": "-"}
    now = {"a.md": "1", "b.md": "2", "new.md": "1", "gone.md": "-"}
    found = changed(before, now)
    assert [f.place.file for f in found] == ["b.md", "gone.md", "new.md"]
    assert {f.code for f in found} == {"SRC09"}
