"""Told: the ledger and what was found in; the state of each number told of, out.

A number that a finding talks about does not stand as if nothing had been said of it,
whatever check it was: a run of numbers, a time, a ratio, a reference.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from crossfoot.findings import Finding
from crossfoot.places import Place
from crossfoot.waivers import Allowance, Covering

STAND = frozenset({"checked", "inserted", "waived", "failed"})
"""States that a check of their own gave: what the data say goes before the rest."""


def fail(ledger: list[dict[str, Any]], findings: Iterable[Finding]) -> None:
    """Mark the numbers that warnings and errors talk about as failed."""
    told: dict[tuple[str, int], list[Finding]] = {}
    for one in findings:
        if one.level != "note" and one.found:
            for line in range(one.place.line, one.place.end_line + 1):
                told.setdefault((one.place.file, line), []).append(one)
    for at, entry in enumerate(ledger if told else ()):
        near = told.get((entry["file"], entry["line"]))
        if near and entry["state"] not in STAND:
            by = next((one for one in near if _is_about(one, entry)), None)
            if by:
                right = by.expected if by.found == entry["text"] else ""
                expected = entry["expected"] or right
                ledger[at] = {**entry, "state": "failed", "expected": expected}


def _is_about(finding: Finding, entry: dict[str, Any]) -> bool:
    """Say whether a finding is about a number, or about what it stands in."""
    text, found = entry["text"], finding.found
    same = text in found or found in text
    return same and overlap(place_of(entry), finding.place)


def waive(
    ledger: list[dict[str, Any]],
    findings: Iterable[Finding],
    allowances: Sequence[Allowance],
) -> None:
    """Mark the failed numbers whose finding is waived, with the reason."""
    waivers = Covering(allowances)
    waived = [
        (finding.place, one.reason)
        for finding in (findings if allowances else ())
        for one in waivers.of(finding)
    ]
    by_line: dict[tuple[str, int], list[int]] = {}
    for index, (place, _) in enumerate(waived):
        for line in range(place.line, place.end_line + 1):
            by_line.setdefault((place.file, line), []).append(index)
    for at, entry in enumerate(ledger if waived else ()):
        if entry["state"] == "failed":
            place = place_of(entry)
            lines = range(place.line, place.end_line + 1)
            near = {k for line in lines for k in by_line.get((place.file, line), ())}
            by = next((k for k in sorted(near) if overlap(place, waived[k][0])), None)
            if by is not None:
                reason = waived[by][1]
                ledger[at] = {**entry, "state": "waived", "reason": reason}


def overlap(one: Place, other: Place) -> bool:
    """Say whether two places have a character in common."""
    starts = (one.line, one.column) < (other.end_line, other.end_column)
    ends = (other.line, other.column) < (one.end_line, one.end_column)
    return one.file == other.file and starts and ends


def place_of(entry: dict[str, Any]) -> Place:
    """Return where a number of the ledger stands."""
    names = ("file", "line", "column", "end_line", "end_column")
    return Place(*(entry[name] for name in names))
