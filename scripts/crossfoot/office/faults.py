"""Faults: what an office file could not show in, findings out."""

from crossfoot.findings import Finding
from crossfoot.parts import Part
from crossfoot.places import Place

SHORT = 60


def plain(part: Part, output: str, reason: str) -> Finding:
    """Return the finding for a chapter that is shown as plain text."""
    name = part.title or part.file
    why = " ".join(reason.split())[:200]
    return Finding(
        "TYP14",
        f"“{_short(name)}” cannot be put into the {output} and is shown there as plain"
        f" text: {why}",
        Place(part.file or "report.yml"),
        help="Report this, with the chapter; the PDF and the page are not affected",
        anchor=f"{output} {part.index}",
    )


def cut(file: str, title: str) -> Finding:
    """Return the finding for a table with a cell that a spreadsheet cannot hold."""
    return Finding(
        "TYP15",
        f"“{_short(title)}” has a cell of more than 32,767 characters; the workbook"
        " holds its beginning",
        Place(file or "report.yml"),
        help="Put long text into paragraphs, not into a table",
        anchor=title,
    )


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 3].rstrip()}…"
