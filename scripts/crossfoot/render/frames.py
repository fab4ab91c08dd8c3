"""Code frames: findings in, the author's own lines with marks beneath them out."""

from collections.abc import Mapping, Sequence

from crossfoot.codes import CODES
from crossfoot.findings import Finding, Related
from crossfoot.places import Place, Text
from crossfoot.render.marked import marked
from crossfoot.render.passages import around, difference, span_in
from crossfoot.render.plain import one_line, position, printable
from crossfoot.render.terminal import Style, columns, paint

LEGEND = "[-here-] {+there+}: "
MOST = 2
"""Lines that show what differs between two places: on most terminals, one change."""
CONTEXT = 4
"""Equal words shown on each side of what differs between two places."""


def render(
    findings: Sequence[Finding], sources: Mapping[str, Text], style: Style | None = None
) -> str:
    """Return findings as frames; waived ones and notes are left out."""
    style = style or Style()
    shown = [f for f in findings if not f.waiver and f.level != "note"]
    return "".join(_frame(finding, sources, style) + "\n" for finding in shown)


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
    lines += _compared(finding, sources, gutter, style)
    if finding.help:
        way = f"{paint('help', 'help', style)}: {one_line(finding.help)}"
        lines.append(f"{' ' * gutter} = {way}")
    return "\n".join(lines) + "\n"


def _compared(
    finding: Finding, sources: Mapping[str, Text], gutter: int, style: Style
) -> list[str]:
    """Return lines with the words that differ between two places, if any do."""
    if not CODES[finding.code].compares or not finding.notes:
        return []
    places = finding.place, finding.notes[0].place
    here, there = (sources.get(place.file) for place in places)
    one, other = span_in(here, places[0]), span_in(there, places[1])
    if not (here and there and one and other):
        return []
    one, other = around(here, one, there, other, 3 * CONTEXT)
    parts = difference(here.slice(one), there.slice(other))
    if all(part.same for part in parts):
        return []
    room = max(style.width - gutter - 3 - len(LEGEND), 40)
    lines, _ = marked(parts, Style(room, style.colour), MOST, CONTEXT)
    legend = f"{paint('[-here-]', 'gone', style)} {paint('{+there+}', 'new', style)}"
    margin = " " * gutter
    under = f"{margin} |{' ' * (len(LEGEND) + 1)}"
    return [f"{margin} = {legend}: {lines[0]}", *(under + line for line in lines[1:])]


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


def framed(message: str, file: str, number: int, line: str, style: Style) -> str:
    """Return what is said about a whole line, as a frame without a code.

    Without colour, as in a pipe, it is a sentence.
    """
    if not style.colour:
        return f"{printable(file)}:{number}: error: {one_line(message)}.\n"
    start = len(line) - len(line.lstrip()) + 1
    here = Place(file, number, start, number, len(line.rstrip()) + 1)
    head = f"{paint('error', 'error', style)} {one_line(message)}"
    gutter = len(str(number))
    return "\n".join([head, *_excerpt(Related("", here), line, "^", gutter, style), ""])


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
