"""The numbers stage: chapters, quantities and figures in, the ledger out.

`chapter_part` reads one chapter, `chart_numbers` one figure; `report` adds CSV tables
and `checks.yml`, names the numbers that nothing backs, and counts the coverage.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any

from crossfoot.amounts.marks import KEY
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding
from crossfoot.nodes import beside_words
from crossfoot.numbers.across.agreed import agreed
from crossfoot.numbers.across.consistent import consistent, numbers_of
from crossfoot.numbers.across.elsewhere import Tally, elsewhere
from crossfoot.numbers.across.explained import explained
from crossfoot.numbers.across.facts import facts
from crossfoot.numbers.across.said import Said, said
from crossfoot.numbers.across.stated import stated
from crossfoot.numbers.across.twice import twice
from crossfoot.numbers.across.unbound import unbound
from crossfoot.numbers.across.writable import writable
from crossfoot.numbers.bind import numbers
from crossfoot.numbers.charts import entries as chart_entries
from crossfoot.numbers.checks import Checks, checks_of, held, uncounted
from crossfoot.numbers.csvtables import beside_shown, shown_table
from crossfoot.numbers.exhibits import exhibit, figures, place_charts
from crossfoot.numbers.known import Fact, Known, known_of
from crossfoot.numbers.labels import TOTAL
from crossfoot.numbers.ledger import Entry, coverage
from crossfoot.numbers.loose import loose
from crossfoot.numbers.outline import (
    Outline,
    as_row,
    facts_of_report,
    labels,
    outline,
    outline_of,
    standing,
)
from crossfoot.numbers.passages import walked
from crossfoot.numbers.prose import prose
from crossfoot.numbers.provenance import quantities, settle, tell_apart
from crossfoot.numbers.ratchet import ratchet
from crossfoot.numbers.showncells import shown_said
from crossfoot.numbers.tables.drawn import outgrown
from crossfoot.numbers.tables.footing import Footing, footing
from crossfoot.numbers.tables.makings import may_relate
from crossfoot.numbers.tables.repeated import LONGEST, twins
from crossfoot.numbers.tables.sheets import of_csv, of_grid
from crossfoot.numbers.texts.proved import Proved
from crossfoot.numbers.texts.tallied import tallies
from crossfoot.numbers.titles import as_chapter, record
from crossfoot.numbers.told import fail, overlap, waive
from crossfoot.numbers.unread import RULES, unread
from crossfoot.places import Text
from crossfoot.waivers import Allowance

__all__ = [
    "KEY",
    "Checks",
    "Fact",
    "Known",
    "Outline",
    "Part",
    "Said",
    "as_row",
    "chapter_part",
    "chart_numbers",
    "checks_of",
    "csv_totals",
    "facts",
    "known_of",
    "outline",
    "outline_of",
    "record_part",
    "report",
    "standing",
    "with_report",
]

SCHEMA = "crossfoot/numbers/1"


@dataclass(slots=True)
class Part:
    """The numbers of one chapter (JSON of the contract) and what is wrong."""

    numbers: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)
    """Identifier of each figure made by a recipe, by the recipe's path."""
    apart: list[dict[str, Any]] = field(default_factory=list)
    """Numbers in what is printed and not read as text."""
    said: list[Said] = field(default_factory=list)
    """What stands around its quantities."""
    tallies: list[Tally] = field(default_factory=list)
    """What it has of the things that reports count of themselves."""


def chapter_part(chapter: Chapter, known: Known) -> Part:
    """Read the numbers of one chapter."""
    walk = walked(chapter)
    read = [numbers(chapter, passage, known) for passage in walk.passages]
    entries = [entry for found, _ in read for entry in found]
    findings = [finding for _, wrong in read for finding in wrong]
    others = [*beside_words(chapter.blocks, frozenset(RULES))]
    findings += loose(chapter, others, walk.passages, known.quantities)
    around = said(chapter, walk.passages, walk.grids, [found for found, _ in read])
    sheets = [of_grid(chapter, grid, known) for grid in walk.grids]
    spoken = [*walk.spoken, *beside_shown(chapter, walk.awaited, known)]
    proved = prose(chapter, walk.passages, walk.lists, walk.grids, spoken)
    findings += _footed(entries, [*map(footing, sheets), proved])
    findings += outgrown(chapter, walk.grids)
    for shown in walk.shown:
        found, wrong = shown_table(chapter, shown, known)
        entries += found
        findings += wrong
    around += shown_said(chapter, walk.shown, walk.awaited, known, entries)
    entries.sort(key=lambda entry: (entry.place.file != chapter.file, entry.place))
    exhibit(entries, walk)
    ledger = [one.as_dict() for one in _once(entries)]
    apart = [one.as_dict() for one in unread(chapter, others, known)]
    settle([*ledger, *apart], known)
    runs = [(chapter.file, *one) for one in tallies(chapter.blocks)]
    return Part(ledger, _distinct(findings), figures(walk), apart, around, runs)


def record_part(text: Text, known: Known) -> Part:
    """Read the numbers of what `report.yml` has printed, such as the title."""
    holder, passages = as_chapter(text), record(text)
    read = [numbers(holder, passage, known) for passage in passages]
    found = [one for one, _ in read]
    around = said(holder, passages, [], found)
    ledger = [one.as_dict() for entries in found for one in entries]
    settle(ledger, known)
    return Part(ledger, [one for _, wrong in read for one in wrong], said=around)


def with_report(
    known: Known,
    checks: Checks,
    outlines: Sequence[Outline],
    cited: frozenset[str],
) -> Known:
    """Return what chapters are checked against, with what the report counts of itself.

    A quantity of `quantities.yml` goes before a fact of the same key.
    """
    counted = {key: (what, ident) for key, (what, ident, _) in checks.counted.items()}
    own = facts_of_report(outlines, cited, counted)
    every = {**own, **known.quantities}
    loose = sum(one.loose for one in outlines)
    return replace(known, quantities=every, carried=labels(outlines), loose=loose)


def chart_numbers(
    figure: Mapping[str, Any], recipe: Text | None, known: Known
) -> list[dict[str, Any]]:
    """Read the numbers of one figure: its JSON, and its recipe's text."""
    ledger = [one.as_dict() for one in chart_entries(figure, recipe, known)]
    settle(ledger, known)
    return ledger


def _footed(
    entries: Iterable[Entry], results: Sequence[Footing | Proved]
) -> list[Finding]:
    """Set the states of numbers that add up or do not; return the findings."""
    footed = {(at.line, at.column) for one in results for at in one.footed}
    failed = {
        (at.line, at.column): text for one in results for at, text in one.failed.items()
    }
    made = {
        (at.line, at.column): text for one in results for at, text in one.made.items()
    }
    for entry in entries:
        at = (entry.place.line, entry.place.column)
        if entry.state != "unbound":
            continue
        if at in failed:
            entry.state, entry.expected = "failed", failed[at]
        elif at in footed:
            entry.state, entry.formula = "footed", made.get(at, entry.formula)
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
        again = f"{one.anchor} {number}"
        out.append(one if number == 1 else replace(one, anchor=again))
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
    told = known.csv_findings
    findings += csv_totals(known, checks) if told is None else told
    findings += [*checks.findings, *held(checks, known.quantities, known.failed)]
    fail(ledger, findings)
    waive(ledger, findings, allowances)
    findings += _consistency(ledger, parts, known, checks, allowances)
    place_charts(ledger, [part.figures for part in parts])
    apart = [one for part in parts for one in part.apart]
    tell_apart(ledger, apart)
    stands = coverage(ledger)
    findings += ratchet(checks.floors, stands)
    product = {
        "schema": SCHEMA,
        "numbers": ledger,
        "apart": apart,
        "quantities": quantities(ledger, known),
        "coverage": stands,
    }
    torn = {_at(one) for part in parts for one in part.said if not one.fits}
    findings = writable(explained(findings, ledger), ledger, torn, known.tables)
    return product, _distinct(findings)


def _consistency(
    ledger: list[dict[str, Any]],
    parts: Sequence[Part],
    known: Known,
    checks: Checks,
    allowances: Sequence[Allowance],
) -> list[Finding]:
    """Return what numbers of the whole report say of each other and of the report.

    Those that nothing backs come last, each with the binding to offer.
    """
    around = {_at(one): one for part in parts for one in part.said}
    told = numbers_of(ledger, around)
    references = [one for one in told if one.entry["rule"] == "reference"]
    told = [one for one in told if one.entry["kind"] == "quantity"]
    findings = uncounted(checks, known.quantities)
    findings += twice(checks, known.quantities)
    findings += stated(references, known.carried, known.loose) if known.carried else []
    declared = agreed(checks.agree, told, known.quantities, known.tolerance)
    inferred = consistent(told, known.tolerance)
    findings += elsewhere(told, (one for part in parts for one in part.tallies))
    findings += [*declared, *_untold(inferred, declared, known)]
    fail(ledger, findings)
    waive(ledger, findings, allowances)
    return [*findings, *unbound(ledger, told, known, allowances)]


def _at(one: Said) -> tuple[str, int, int]:
    return one.file, one.line, one.column


def _listed_once(ledger: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out cells of a CSV table that two chapters show."""
    place_of = itemgetter(
        *("file", "line", "column", "end_line", "end_column"),
        *("text", "shown", "quantity"),
    )
    seen: set[Any] = set()
    out = []
    for one in ledger:
        # What stands in a chapter is its own: only a table's file has no span.
        place = None if one["span"] else place_of(one)
        if place not in seen:
            out.append(one)
        if place:
            seen.add(place)
    return out


def csv_totals(known: Known, checks: Checks) -> list[Finding]:
    """Check totals, columns made of others, and rows entered twice, of CSV tables."""
    out: list[Finding] = []
    for file in sorted(known.tables):
        table = known.tables[file]
        rules = checks.tables.get(table["name"], {})
        names = [column["name"] for column in table["columns"]]
        records = table.get("records") or ()
        texts = (cell["text"] for record in records for cell in record["cells"])
        totals = any(TOTAL.match(text) for text in (*names, *texts))
        if rules or totals or may_relate(names):
            out += footing(of_csv(table, rules)).findings
        elif len(records) <= LONGEST:
            out += twins(of_csv(table, rules), ())
    return out


def _untold(
    inferred: Iterable[Finding], declared: Iterable[Finding], known: Known
) -> list[Finding]:
    """Leave out what a declared group or a contradiction of copies tells already."""
    places = {one.place for one in declared}
    return [
        one
        for one in inferred
        if one.place not in places
        and not any(
            any(overlap(one.place, by) for by in (*a, *b))
            and any(overlap(one.notes[0].place, by) for by in (*a, *b))
            for a, b in known.contradictions
        )
    ]
