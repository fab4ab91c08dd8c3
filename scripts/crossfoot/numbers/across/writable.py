"""Writable: findings in; out, the same, without a fix where writing it would tear.

A number split by markup cannot be written over without its signs, and in a table that
is drawn by its columns only as many signs can be written as stood there. In a file of
data, what holds a comma stands in quotes.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from crossfoot.findings import Finding

Place = tuple[str, int, int]
"""A file, a line and a column."""
SEPARATES = frozenset(',;|\t"')


def writable(
    findings: Iterable[Finding],
    ledger: Iterable[Mapping[str, Any]],
    torn: Collection[Place],
    tables: Collection[str],
) -> list[Finding]:
    """Return the findings in order; each fix can be written as it stands.

    `torn` are the numbers of texts that nothing longer or shorter fits into, and
    `tables` are the files of data.
    """
    typed = {
        place: one
        for one in (ledger if torn else ())
        if (place := (one["file"], one["line"], one["column"])) in torn and one["span"]
    }
    return [
        _celled(one) if one.place.file in tables else _kept(one, typed)
        for one in findings
    ]


def _celled(finding: Finding) -> Finding:
    """Return the finding on a cell of a file, whose fix is one cell as well.

    Where the cell has no mark between thousands, neither has what is written.
    """
    fix = finding.fix
    if fix is None or not SEPARATES.intersection(fix.replacement):
        return finding
    said, text = finding.expected, fix.replacement
    if "," in text and "," not in finding.found:
        return replace(
            finding,
            message=finding.message.replace(said, said.replace(",", "")),
            help=finding.help.replace(said, said.replace(",", "")),
            expected=said.replace(",", ""),
            fix=replace(fix, replacement=text.replace(",", "")),
        )
    quoted = text.replace('"', '""')
    return replace(finding, fix=replace(fix, replacement=f'"{quoted}"'))


def _kept(finding: Finding, typed: Mapping[Place, Mapping[str, Any]]) -> Finding:
    place = finding.place
    width = place.end_column - place.column
    if finding.fix and place.line == place.end_line and width != len(finding.found):
        # A backslash or a sign of markup stands among what is read.
        return replace(finding, fix=None)
    entry = typed.get((place.file, place.line, place.column))
    if not (entry and finding.fix) or entry["end_column"] != place.end_column:
        return finding
    as_long = len(entry["text"]) == len(finding.fix.replacement)
    if entry["text"] == entry["shown"] and (entry["where"] != "cell" or as_long):
        return finding
    return replace(finding, fix=None)
