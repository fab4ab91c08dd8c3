"""The page of checks: findings, numbers and repeats in, `build/checks.html` out.

A plain page without scripts: headings, tables with scoped headers, and marks that
do not rest on colour alone (WCAG 2.2, 1.3.1 and 1.4.1).
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from crossfoot.findings import Finding, count, several

WORDS = {"error": "Error", "warning": "Warning", "note": "Note"}


def page(
    findings: Sequence[Finding], numbers: Mapping[str, Any], repeats: Mapping[str, Any]
) -> str:
    """Return the page as HTML."""
    style = Path(__file__).with_name("checks.css").read_text(encoding="utf-8")
    sections = [
        _section("findings", "Findings", _findings(findings)),
        _section("numbers", "Numbers", _numbers(numbers)),
        _section("repeats", "Repeats", _repeats(repeats)),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Checks of this report</title>\n<style>\n{style}</style>\n</head>\n"
        "<body>\n<main>\n<h1>Checks of this report</h1>\n"
        f"<p>{escape(str(count(findings)))}.</p>\n{''.join(sections)}"
        "</main>\n</body>\n</html>\n"
    )


def _section(name: str, title: str, body: str) -> str:
    head = f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title}</h2>\n'
    return f"{head}{body}</section>\n"


def _findings(findings: Sequence[Finding]) -> str:
    if not findings:
        return "<p>Nothing was found.</p>\n"
    ranked = sorted(
        findings, key=lambda f: (bool(f.waiver), list(WORDS).index(f.level))
    )
    heads = ("Severity", "Code", "Place", "What was found", "Way out")
    return _table("All findings, worst first", heads, map(_finding, ranked))


def _finding(finding: Finding) -> tuple[str, ...]:
    severity = WORDS[finding.level]
    way = escape(finding.help)
    if finding.waiver:
        severity = f"Waived {severity.lower()}"
        owner = f" ({finding.waiver.owner})" if finding.waiver.owner else ""
        way = f"Because {escape(finding.waiver.reason + owner)}"
    place = f"{finding.place.file}:{finding.place.line}:{finding.place.column}"
    notes = "".join(
        f"<br>{escape(note.message)}: <code>{escape(note.place.file)}:"
        f"{note.place.line}:{note.place.column}</code>"
        for note in finding.notes
    )
    return (
        severity,
        finding.code,
        f"<code>{escape(place)}</code>",
        escape(finding.message) + notes,
        way,
    )


def _numbers(numbers: Mapping[str, Any]) -> str:
    rows = numbers.get("numbers", [])
    if not rows:
        return "<p>No number was read.</p>\n"
    coverage = numbers.get("coverage", {})
    heads = ("Place", "Written", "Value", "Unit", "State", "Rests on")
    total = several(int(coverage.get("quantities", 0)), "quantity", "quantities")
    share = escape(str(coverage.get("share", "")))
    lead = f"<p>{total} in the text; coverage {share}.</p>\n"
    return lead + _table("Every number of the report", heads, map(_number, rows))


def _number(number: Mapping[str, Any]) -> tuple[str, ...]:
    place = f"{number['file']}:{number['line']}:{number['column']}"
    return (
        f"<code>{escape(place)}</code>",
        escape(str(number["text"])),
        escape(str(number["value"] or "")),
        escape(str(number["unit"] or "")),
        escape(str(number["state"])),
        escape(_basis(number)),
    )


def _basis(number: Mapping[str, Any]) -> str:
    source = number.get("source") or {}
    parts = [number.get("quantity"), source.get("file"), number.get("rule")]
    return ", ".join(str(part) for part in parts if part)


def _repeats(repeats: Mapping[str, Any]) -> str:
    relations = repeats.get("relations", [])
    if not relations:
        return "<p>No passage stands twice.</p>\n"
    heads = ("Class", "Action", "First place", "Second place", "Words", "Differences")
    return _table("Every relation between passages", heads, map(_relation, relations))


def _relation(relation: Mapping[str, Any]) -> tuple[str, ...]:
    differences = "; ".join(
        f"“{one.get('a', '')}” against “{one.get('b', '')}”"
        for one in relation.get("differences", [])
    )
    return (
        escape(relation["class"]),
        escape(relation["action"]),
        _lines(relation["a"]),
        _lines(relation["b"]),
        str(relation["words"]),
        escape(differences),
    )


def _lines(places: Sequence[Mapping[str, Any]]) -> str:
    spans = [f"{one['file']}:{one['start']}–{one['end']}" for one in places]
    return "<br>".join(f"<code>{escape(span)}</code>" for span in spans)


def _table(caption: str, heads: Sequence[str], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(
        f'<tr class="{row[0].split()[0].lower() if row[0] in _MARKED else ""}">'
        + "".join(f"<td>{cell}</td>" for cell in row)
        + "</tr>\n"
        for row in rows
    )
    return (
        f'<div role="region" aria-label="{caption}" tabindex="0">\n<table>\n'
        f"<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n</div>\n"
    )


_MARKED = frozenset(WORDS.values())
