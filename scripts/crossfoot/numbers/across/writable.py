"""Writable: findings in; out, the same, without a fix where writing it would tear.

A number split by markup cannot be written over without its signs, and in a table that
is drawn by its columns only as many signs can be written as stood there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from crossfoot.findings import Finding
from crossfoot.numbers.across.said import Said


def writable(
    findings: Iterable[Finding],
    ledger: Iterable[Mapping[str, Any]],
    around: Mapping[tuple[str, int, int], Said],
) -> list[Finding]:
    """Return the findings in order; each fix can be written as it stands."""
    typed = {
        place: one
        for one in ledger
        if one["span"]
        and (place := (one["file"], one["line"], one["column"])) in around
        and not around[place].fits
    }
    return [_kept(one, typed) for one in findings]


def _kept(
    finding: Finding, typed: Mapping[tuple[str, int, int], Mapping[str, Any]]
) -> Finding:
    place = finding.place
    entry = typed.get((place.file, place.line, place.column))
    if not (entry and finding.fix) or entry["end_column"] != place.end_column:
        return finding
    as_long = len(entry["text"]) == len(finding.fix.replacement)
    if entry["text"] == entry["shown"] and (entry["where"] != "cell" or as_long):
        return finding
    return replace(finding, fix=None)
