"""The numbers stage: chapters, quantities and figures in, the ledger out.

`chapter_part` reads one chapter, `chart_numbers` one figure; `report` adds CSV tables
and `checks.yml`, names the numbers that nothing backs, and counts the coverage.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from crossfoot.amounts.marks import KEY
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, listed
from crossfoot.numbers.bind import numbers
from crossfoot.numbers.charts import entries as chart_entries
from crossfoot.numbers.checks import Checks, checks_of, held
from crossfoot.numbers.csvtables import shown_table
from crossfoot.numbers.exhibits import exhibit, figures, place_charts
from crossfoot.numbers.footing import Footing, footing
from crossfoot.numbers.known import Known, known_of
from crossfoot.numbers.labels import TOTAL
from crossfoot.numbers.ledger import Entry, coverage
from crossfoot.numbers.passages import walked
from crossfoot.numbers.prose import Proved, prose
from crossfoot.numbers.provenance import quantities, settle
from crossfoot.numbers.ratchet import ratchet
from crossfoot.numbers.sheets import of_csv, of_grid
from crossfoot.numbers.unread import unread
from crossfoot.places import Place, Text
from crossfoot.waivers import Allowance

__all__ = [
    "KEY",
    "Checks",
    "Known",
    "Part",
    "chapter_part",
    "chart_numbers",
    "checks_of",
    "known_of",
    "report",
]

SCHEMA = "crossfoot/numbers/1"
MOST_NAMED = 3
"""Quantities that a note on an unbound number offers at most."""


@dataclass(slots=True)
class Part:
    """The numbers of one chapter (JSON of the contract) and what is wrong."""

    numbers: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)
    """Identifier of each figure made by a recipe, by the recipe's path."""
    apart: list[dict[str, Any]] = field(default_factory=list)
    """Numbers in what is printed and not read as text."""


def chapter_part(chapter: Chapter, known: Known) -> Part:
    """Read the numbers of one chapter."""
    walk = walked(chapter)
    entries: list[Entry] = []
    findings: list[Finding] = []
    for passage in walk.passages:
        found, wrong = numbers(chapter, passage, known)
        entries += found
        findings += wrong
    sheets = [of_grid(chapter, grid, known) for grid in walk.grids]
    proved = prose(chapter, walk.passages, walk.lists)
    findings += _footed(entries, [*map(footing, sheets), proved])
    for shown in walk.shown:
        found, wrong = shown_table(chapter, shown, known)
        entries += found
        findings += wrong
    entries.sort(key=lambda entry: (entry.place.file != chapter.file, entry.place))
    exhibit(entries, walk)
    ledger = [one.as_dict() for one in _once(entries)]
    apart = [one.as_dict() for one in unread(chapter, known)]
    return Part(ledger, _distinct(findings), figures(walk), apart)


def chart_numbers(
    figure: Mapping[str, Any], recipe: Text | None, known: Known
) -> list[dict[str, Any]]:
    """Read the numbers of one figure: its JSON, and its recipe's text."""
    return [one.as_dict() for one in chart_entries(figure, recipe, known)]


def _footed(
    entries: Iterable[Entry], results: Sequence[Footing | Proved]
) -> list[Finding]:
    """Set the states of numbers that add up or do not; return the findings."""
    footed = {(at.line, at.column) for one in results for at in one.footed}
    failed = {
        (at.line, at.column): text for one in results for at, text in one.failed.items()
    }
    for entry in entries:
        at = (entry.place.line, entry.place.column)
        if entry.state != "unbound":
            continue
        if at in failed:
            entry.state, entry.expected = "failed", failed[at]
        elif at in footed:
            entry.state = "footed"
    return [finding for one in results for finding in one.findings]


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out numbers met twice: notes and captions that stand in two places."""
    seen: dict[Any, Entry] = {}
    for entry in entries:
        seen.setdefault((entry.place, entry.quantity, entry.shown), entry)
    return list(seen.values())


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out findings met twice, and tell equal ones at two places apart."""
    seen = {(one.code, one.place, one.message): one for one in findings}
    counts: dict[tuple[str, str, str], int] = {}
    out = []
    for one in sorted(seen.values(), key=lambda one: (one.place, one.code)):
        key = (one.code, one.place.file, one.anchor or one.message)
        counts[key] = number = counts.get(key, 0) + 1
        anchor = one.anchor if number == 1 else f"{one.anchor} {number}"
        out.append(replace(one, anchor=anchor))
    return out


def report(
    parts: Sequence[Part],
    charts: Iterable[list[dict[str, Any]]],
    known: Known,
    checks: Checks,
    allowances: Sequence[Allowance],
) -> tuple[dict[str, Any], list[Finding]]:
    """Return the content of `build/numbers.json` and all findings of the stage.

    `charts` are the numbers of each figure; `allowances` are the waivers in force.
    """
    ledger = [one for part in parts for one in part.numbers]
    ledger += [one for chart in charts for one in chart]
    # Two chapters may show one table: its cells are listed once.
    ledger = _listed_once(ledger)
    findings = [one for part in parts for one in part.findings]
    findings += _csv_totals(known, checks)
    findings += [*checks.findings, *held(checks, known.quantities, known.failed)]
    _waive(ledger, findings, allowances)
    findings += _unbound(ledger, known, allowances)
    place_charts(ledger, [part.figures for part in parts])
    apart = [one for part in parts for one in part.apart]
    settle([*ledger, *apart], known)
    stands = coverage(ledger)
    findings += ratchet(checks.floors, stands)
    product = {
        "schema": SCHEMA,
        "numbers": ledger,
        "apart": apart,
        "quantities": quantities(ledger, known),
        "coverage": stands,
    }
    return product, _distinct(findings)


def _listed_once(ledger: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out cells of a CSV table that two chapters show."""
    names = ("file", "line", "column", "end_line", "end_column", "text", "shown")
    seen: dict[Any, dict[str, Any]] = {}
    for one in ledger:
        seen.setdefault(tuple(one[name] for name in (*names, "quantity")), one)
    return list(seen.values())


def _csv_totals(known: Known, checks: Checks) -> list[Finding]:
    """Check the totals that stand inside CSV tables."""
    out: list[Finding] = []
    for file in sorted(known.tables):
        table = known.tables[file]
        rules = checks.tables.get(table["name"], {})
        names = [column["name"] for column in table["columns"]]
        texts = (c["text"] for r in table.get("records") or () for c in r["cells"])
        if rules or any(TOTAL.match(text) for text in (*names, *texts)):
            out += footing(of_csv(table, rules)).findings
    return out


def _waive(
    ledger: Iterable[dict[str, Any]],
    findings: Iterable[Finding],
    allowances: Sequence[Allowance],
) -> None:
    """Mark the failed numbers whose finding is waived, with the reason."""
    waived = [
        (finding.place, one.reason)
        for finding in findings
        for one in allowances
        if one.covers(finding)
    ]
    for entry in ledger if waived else ():
        if entry["state"] == "failed":
            place = _place(entry)
            for by, reason in waived:
                if _overlap(place, by):
                    entry["state"], entry["reason"] = "waived", reason
                    break


def _overlap(one: Place, other: Place) -> bool:
    starts = (one.line, one.column) < (other.end_line, other.end_column)
    ends = (other.line, other.column) < (one.end_line, one.end_column)
    return one.file == other.file and starts and ends


def _place(entry: Mapping[str, Any]) -> Place:
    names = ("file", "line", "column", "end_line", "end_column")
    return Place(*(entry[name] for name in names))


def _unbound(
    ledger: Iterable[dict[str, Any]], known: Known, allowances: Sequence[Allowance]
) -> list[Finding]:
    """Return a note for each number that nothing backs; mark those that are waived."""
    by_value: dict[tuple[str, Decimal], list[str]] = {}
    for key in sorted(known.quantities):
        one = known.quantities[key]
        by_value.setdefault((one.unit, one.value), []).append(key)
    relevant = [one for one in allowances if "NUM05" in one.codes]
    out = []
    for entry in ledger:
        if entry["state"] == "unbound":
            finding = _note(entry, by_value)
            out.append(finding)
            by = next((one for one in relevant if one.covers(finding)), None)
            if by:
                entry["state"], entry["reason"] = "waived", by.reason
    return out


def _note(
    entry: Mapping[str, Any], by_value: Mapping[tuple[str, Decimal], list[str]]
) -> Finding:
    text = entry["text"]
    value = Decimal(entry["value"])
    keys = by_value.get((entry["unit"], value), [])
    way = "Bind it to a quantity, or allow NUM05 with a reason"
    few = len(keys) == 1 or (len(keys) <= MOST_NAMED and abs(value) > 10)
    if keys and few and entry["where"] != "chart":
        named = listed(keys, "or")
        way = f"Write [{text}]{{value=…}} with {named}, if it is meant"
    return Finding(
        "NUM05",
        f"“{text}” is bound to no quantity",
        _place(entry),
        help=way,
        found=text,
        anchor=f"{text} {entry['context']}",
    )
