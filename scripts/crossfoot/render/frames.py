"""Code frames: findings in, the author's own lines with marks beneath them out."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossfoot.findings import Finding, Related
from crossfoot.places import Text
from crossfoot.render.plain import one_line, position, printable

COLOURS = {"error": "31", "warning": "33", "note": "36", "help": "32", "place": "34"}


@dataclass(frozen=True, slots=True)
class Style:
    """How a frame is drawn."""

    width: int = 100
    """Columns of the terminal; longer source lines are cropped around the mark."""
    colour: bool = False


def render(
    findings: Sequence[Finding], sources: Mapping[str, Text], style: Style | None = None
) -> str:
    """Return findings as frames; waived ones and notes are left out."""
    style = style or Style()
    shown = [f for f in findings if not f.waiver and f.level != "note"]
    return "".join(_frame(finding, sources, style) + "\n" for finding in shown)


def paint(text: str, kind: str, style: Style) -> str:
    """Return text in the colour of its kind, where colour is wanted."""
    return f"\x1b[1;{COLOURS[kind]}m{text}\x1b[0m" if style.colour else text


def _frame(finding: Finding, sources: Mapping[str, Text], style: Style) -> str:
    head = paint(f"{finding.level}[{finding.code}]", finding.level, style)
    lines = [f"{head} {one_line(finding.message)}"]
    here = Related("", finding.place)
    gutter = max(len(str(one.place.line)) for one in (here, *finding.notes))
    for one in (here, *finding.notes):
        source = sources.get(one.place.file)
        line = source.line(one.place.line) if source else ""
        mark = "^" if one is here else "-"
        lines += _excerpt(one, line, mark, gutter, style)
    if finding.help:
        way = f"{paint('help', 'help', style)}: {one_line(finding.help)}"
        lines.append(f"{' ' * gutter} = {way}")
    return "\n".join(lines) + "\n"


def _excerpt(
    one: Related, line: str, mark: str, gutter: int, style: Style
) -> list[str]:
    place, margin = one.place, " " * gutter
    where = paint(position(place), "place", style)
    said = f"  {one_line(one.message)}" if one.message else ""
    lines = [f"{margin}--> {where}{said}"]
    if not line:
        return lines
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    shown, before, marked = crop(line, start, max(end, start), style.width - gutter - 3)
    marks = paint(mark * max(marked, 1), "error" if mark == "^" else "place", style)
    lines.append(f"{margin} |")
    lines.append(f"{place.line:>{gutter}} | {shown}")
    lines.append(f"{margin} | {' ' * before}{marks}")
    return lines


def crop(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """Return the part of a line around a span that fits into `width` columns.

    With it come the columns before the span and the columns of the span, for a
    terminal on which a character may take none, one or two of them.
    """
    width = max(width, 20)
    first, last = 0, len(line)
    if columns(line) > width:
        lead = max((width - min(end - start, width)) // 3, 0)
        first = max(min(start - lead, len(line) - width), 0)
        last = min(first + width - 1, len(line))
    shown = printable(line[first:last])
    ahead = "…" if first else ""
    before = columns(ahead + printable(line[first:start]))
    marked = columns(printable(line[start : min(end, last)]))
    return ahead + shown + ("…" if last < len(line) else ""), before, marked


def columns(text: str) -> int:
    """Return how many terminal columns a text takes."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
