"""Plain sentences: findings in, one line each out, for pipes and screen readers."""

from collections.abc import Sequence

from crossfoot.findings import Finding


def render(findings: Sequence[Finding]) -> str:
    """Return findings as sentences; waived ones and notes are left out."""
    shown = [f for f in findings if not f.waiver and f.level != "note"]
    return "".join(sentence(finding) + "\n" for finding in shown)


def sentence(finding: Finding) -> str:
    """Return one finding as `file:line:column: severity CODE: message. Help.`."""
    place = finding.place
    where = f"{place.file}:{place.line}:{place.column}"
    parts = [f"{where}: {finding.level} {finding.code}: {one_line(finding.message)}."]
    for note in finding.notes:
        there = f"{note.place.file}:{note.place.line}:{note.place.column}"
        parts.append(f"See {there}, {one_line(note.message)}.")
    if finding.help:
        parts.append(f"{one_line(finding.help)}.")
    return " ".join(parts)


def one_line(text: str) -> str:
    """Return a text with its line breaks as spaces."""
    return " ".join(text.split())
