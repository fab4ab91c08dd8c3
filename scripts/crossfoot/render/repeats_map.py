"""The map of a report: relations and chapters in, a bar for each chapter out.

A bar is as long as its chapter, and marks on it are where passages stand that stand
elsewhere too. Each mark is a link with a letter for its class, never colour alone; a
table says the same in words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossfoot.findings import listed, several
from crossfoot.places import Place, Span, Text
from crossfoot.render.html import code, folded, safe, table
from crossfoot.render.passages import span_in
from crossfoot.render.relation import NAMES, Relation, lines

LETTERS = {
    "contradiction": "C",
    "exact": "E",
    "near": "N",
    "contained": "P",
    "template": "T",
    "boilerplate": "B",
}
"""Of each class; a contained passage is part of another."""

NARROW, WIDE = 300, 940
"""Pixels of the longest bar, at least, on a small screen and on a large one."""

MARK = 26
"""Pixels of the shortest mark, and the gap after it."""

NAMED = 3
"""Other places that a mark names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A relation, and what links to it lead to."""

    relation: Relation
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of a relation on the bar of its chapter."""

    entry: Entry
    place: Place
    span: Span


def letter(kind: str) -> str:
    """Return the letter of a class, as it stands on the map."""
    return f'<b class="letter {kind}" aria-hidden="true">{LETTERS[kind]}</b>'


def chart(entries: Sequence[Entry], texts: Mapping[str, Text]) -> str:
    """Return the map, and the same as a table; nothing without marks."""
    marks = {file: list(_marks(entries, text)) for file, text in texts.items()}
    if not any(marks.values()):
        return ""
    longest = max(1, *(len(text.text) for text in texts.values()))
    bars = "".join(_bar(text, marks[text.file], longest) for text in texts.values())
    rows = [_row(mark) for found in marks.values() for mark in found]
    heads = ("Chapter and lines", "Class", "Stands also in")
    return (
        '<h3 id="map">Where they stand</h3>\n'
        "<p>Each bar is a chapter, and as long as it. Each mark is a passage that"
        " stands elsewhere too, and leads to both. A short passage has a mark wider"
        " than itself.</p>\n"
        f'<ol class="map">\n{bars}</ol>\n'
        + folded("The same as a table", table("Passages by chapter", heads, rows))
    )


def _marks(entries: Iterable[Entry], text: Text) -> Iterator[Mark]:
    """Yield the marks of a chapter, from its start to its end."""
    found = [
        (span, number, Mark(entry, place, span))
        for number, entry in enumerate(entries)
        for place in _stand(entry.relation)
        if place.file == text.file and (span := span_in(text, place))
    ]
    yield from (mark for _, _, mark in sorted(found, key=lambda one: one[:2]))


def _stand(one: Relation) -> list[Place]:
    """Return where the passages of a relation stand; not what is between them."""
    own = [] if one.sections else list(one.places)
    return own + [place for part in one.passages for place in part.places]


def _bar(text: Text, marks: Sequence[Mark], longest: int) -> str:
    length = max(len(text.text), 1)
    scales = [(length * width // longest, width) for width in (NARROW, WIDE)]
    narrow, wide = ([*_rows(marks, *scale, longest)] for scale in scales)
    drawn = "".join(
        _mark(mark, length, f"--row: {small}; --wide: {large}")
        for mark, small, large in zip(marks, narrow, wide, strict=True)
    )
    share = _covered(marks) * 100 // length
    told = f"{max(share, 1)}% of it stands elsewhere too" if marks else "nothing marked"
    words = several(len(text.text.split()), "word")
    size = f"--long: {_percent(length, longest)}"
    high = f"--rows: {max(narrow, default=0) + 1}; --wide: {max(wide, default=0) + 1}"
    return (
        f"<li>\n<p>{code(text.file)} {words}, {told}</p>\n"
        f'<div class="bar" style="{size}; {high}">{drawn}</div>\n</li>\n'
    )


def _rows(marks: Iterable[Mark], size: int, width: int, longest: int) -> Iterator[int]:
    """Yield for each mark the first row in which it covers no other.

    `size` is that of the bar, `width` that of the longest.
    """
    ends: list[int] = []
    for mark in marks:
        start, end = (at * width // longest for at in mark.span)
        start = min(start, size - MARK)
        row = next((n for n, last in enumerate(ends) if last <= start), len(ends))
        ends[row : row + 1] = [max(start + MARK, end + 2)]
        yield row


def _mark(mark: Mark, length: int, rows: str) -> str:
    one, (start, end) = mark.entry.relation, mark.span
    told = f"{LETTERS[one.kind]}: {NAMES[one.kind][0]}, {_where(mark)}"
    told += f", also in {listed(lines(p, '–') for p in _others(mark))}"
    at = f"--at: {_percent(start, length)}; --long: {_percent(end - start, length)}"
    return (
        f'<a class="mark {one.kind}" href="#{safe(mark.entry.name)}"'
        f' style="{at}; {rows}" aria-label="{safe(told)}" title="{safe(told)}">'
        f"<b>{LETTERS[one.kind]}</b></a>\n"
    )


def _where(mark: Mark) -> str:
    start, end = mark.place.line, mark.place.end_line
    return f"line {start}" if start == end else f"lines {start} to {end}"


def _others(mark: Mark) -> list[Place]:
    """Return the first of the other places of a mark's relation."""
    one = mark.entry.relation
    held = next((p for p in one.passages if mark.place in p.places), one)
    return [place for place in held.places if place != mark.place][:NAMED]


def _row(mark: Mark) -> tuple[str, ...]:
    one = mark.entry.relation
    here = code(lines(mark.place, "–"))
    return (
        f'<a href="#{safe(mark.entry.name)}">{here}</a>',
        NAMES[one.kind][0].capitalize(),
        "<br>".join(code(lines(place, "–")) for place in _others(mark)),
    )


def _covered(marks: Iterable[Mark]) -> int:
    """Return how many characters marks cover, each counted once."""
    total = last = 0
    for start, end in sorted(mark.span for mark in marks):
        total += max(end - max(start, last), 0)
        last = max(last, end)
    return total


def _percent(part: int, whole: int) -> str:
    """Return a share in CSS, to a hundredth of a per cent."""
    points = part * 10_000 // whole
    return f"{points // 100}.{points % 100:02d}%"
