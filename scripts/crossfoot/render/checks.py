"""The page of checks: findings, numbers and repeats in, `build/checks.html` out.

A plain page without scripts: headings, tables with scoped headers, and marks that
do not rest on colour alone (WCAG 2.2, 1.3.1 and 1.4.1).
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from crossfoot.findings import Finding, count
from crossfoot.places import Text
from crossfoot.render import numbers_page, repeats_page
from crossfoot.render.html import path, safe, section, table
from crossfoot.render.plain import position

WORDS = {"error": "Error", "warning": "Warning", "note": "Note"}


def page(
    findings: Sequence[Finding],
    numbers: Mapping[str, Any],
    repeats: Mapping[str, Any],
    texts: Mapping[str, Text] | None = None,
    printed: frozenset[str] = frozenset(),
) -> str:
    """Return the page as HTML; `texts` holds the chapters in reading order.

    `printed` are the names of the numbers that the report shows.
    """
    style = Path(__file__).with_name("checks.css").read_text(encoding="utf-8")
    links = repeats_page.links(repeats)
    parts = {
        "Findings": _findings(findings, links),
        "Numbers": numbers_page.body(numbers, printed, findings),
        "Repeats": repeats_page.body(repeats, texts or {}),
    }
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Checks of this report</title>\n<style>\n{style}</style>\n</head>\n"
        "<body>\n<main>\n<h1>Checks of this report</h1>\n"
        f"<p>{safe(count(findings))}.</p>\n{_contents(parts)}"
        f"{''.join(section(name.lower(), name, parts[name]) for name in parts)}"
        "</main>\n</body>\n</html>\n"
    )


def _contents(names: Iterable[str]) -> str:
    rows = "".join(f'<li><a href="#{name.lower()}">{name}</a></li>\n' for name in names)
    return f'<nav aria-label="On this page">\n<ul>\n{rows}</ul>\n</nav>\n'


def _findings(findings: Sequence[Finding], links: Mapping[str, str]) -> str:
    if not findings:
        return "<p>Nothing was found.</p>\n"
    ranked = sorted(
        findings, key=lambda f: (bool(f.waiver), list(WORDS).index(f.level))
    )
    heads = ("Severity", "Code", "Place", "What was found", "Way out")
    rows = (_finding(finding, links) for finding in ranked)
    return table("All findings, worst first", heads, rows)


def _finding(finding: Finding, links: Mapping[str, str]) -> tuple[str, ...]:
    severity = WORDS[finding.level]
    way = safe(finding.help)
    if finding.waiver:
        severity = f"Waived {severity.lower()}"
        owner = f" ({finding.waiver.owner})" if finding.waiver.owner else ""
        way = f"Because {safe(finding.waiver.reason + owner)}"
    notes = "".join(
        f"<br>{safe(note.message)}: {path(position(note.place))}"
        for note in finding.notes
    )
    named = (finding.anchor.partition(" ")[0], *finding.help.split())
    if link := next((links[word] for word in named if word in links), ""):
        notes += f'<br><a href="#{safe(link)}">The passages</a>'
    place = path(position(finding.place))
    return severity, finding.code, place, safe(finding.message) + notes, way
