"""Naming: a table in; where a text names its rows and columns, out.

A row is named by all telling words of its label, or by the first of them where no
other row, heading or caption has it: `the highways underspend` names `Highways and
transport`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.numbers.beside.cellsaid import FEWEST, MOST, Spoken
from crossfoot.numbers.beside.spoken import heading_of
from crossfoot.numbers.beside.tablelines import Line, adds_up, lines_of
from crossfoot.numbers.labels import WHOLES, kind_of
from crossfoot.numbers.stems import WORD, roots
from crossfoot.numbers.subjects import YEAR
from crossfoot.numbers.texts.claims import number

SHORTEST = 4
"""Letters of a word that names a row alone, and of a stem that two words share."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that a text speaks of, without the column of its labels."""

    names: tuple[str, ...]
    head: frozenset[str]
    """The words of the heading above the labels, which says what the rows are."""
    topic: frozenset[str]
    """The words of the other headings, of the caption and of the total's label."""
    parts: tuple[Line, ...]
    whole: Line | None
    """The row that is the total of the others."""
    years: frozenset[str]
    """The years that its caption, headings and labels say, if any."""

    def column(self, at: int) -> list[Decimal] | None:
        """Return the values of the parts in a column, or None where one has none."""
        found = [one.numbers[at] for one in self.parts]
        known = [number(one) for one in found if one]
        return known if len(known) == len(found) else None


@dataclass(frozen=True, slots=True)
class Name:
    """Where a text names a row."""

    start: int
    end: int
    line: Line


def table_of(one: Spoken, caption: str = "") -> Table | None:
    """Return the table of a text near it, or None where it is of no use for names."""
    if not FEWEST <= len(one.rows) <= MOST:
        return None
    lines = lines_of(one.rows, ("".join(one.names[:1]), caption))
    width = min((len(line.numbers) for line in lines), default=0)
    if len(lines) < FEWEST or not width or len(one.names) <= width:
        return None
    whole = _whole(lines)
    names = tuple(one.names[1 : width + 1])
    about = roots(" ".join((*names, caption, whole.label if whole else "")))
    parts = tuple(line for line in lines if line is not whole)
    if any(kind_of(line.label) != "part" for line in parts):
        return None
    parts = _told(parts, about)
    head = heading_of("".join(one.names[:1]))
    said = " ".join((caption, *one.names, *(line.label for line in lines)))
    return Table(names, head, about, parts, whole, years_of(said))


def years_of(text: str) -> frozenset[str]:
    """Return the years that a text speaks of, both of `2021/22`."""
    found = YEAR.findall(text)
    ends = ((one[:4], re.sub(r"\D", "", one[4:])) for one in found)
    return frozenset(
        year for first, last in ends for year in (first, first[: 4 - len(last)] + last)
    )


def _told(parts: Sequence[Line], about: frozenset[str]) -> tuple[Line, ...]:
    """Return rows with the first word of each, where no other one has it."""
    out = []
    for line in parts:
        words = [(one, roots(one)) for one in WORD.findall(line.label)]
        word, first = next(((a, next(iter(b))) for a, b in words if b), ("", ""))
        others = (one.words for one in parts if one is not line)
        alone = len(word) >= SHORTEST and first not in about.union(*others)
        first = first if alone else ""
        out.append(Line(line.label, first, line.words, line.numbers, line.texts))
    return tuple(out)


def _whole(lines: Sequence[Line]) -> Line | None:
    """Return the total: the one row that is called so, or that adds up the others."""
    called = [line for line in lines if kind_of(line.label) in WHOLES]
    if len(called) == 1:
        return called[0]
    ends = () if called or len(lines) < 3 else (lines[-1], lines[0])
    return next((one for one in ends if adds_up(one, lines)), None)


def named(table: Table, text: str, start: int, end: int) -> list[Name]:
    """Return where a stretch of a text names rows of a table, in order."""
    words = [
        (one.start(), one.end(), roots(one[0]))
        for one in WORD.finditer(text, start, end)
    ]
    every = frozenset[str]().union(*(one for _, _, one in words))
    lines = [
        one
        for one in table.parts
        if one.words and (one.words <= every or one.first in every)
    ]
    # `Adult social care` names no `Social care`.
    lines = [
        one for one in lines if not any(one.words < two.words <= every for two in lines)
    ]
    return [*_names(lines, words)]


def _names(
    lines: Sequence[Line], words: Sequence[tuple[int, int, frozenset[str]]]
) -> Iterator[Name]:
    """Yield each run of words that are those of one row's label."""
    last: Name | None = None
    for start, end, root in words:
        line = last.line if last and root and root <= last.line.words else None
        if line is None:
            line = next((one for one in lines if root and _starts(one, root)), None)
        if last and line is last.line:
            last = Name(last.start, end, last.line)
        elif root and last:
            yield last
            last = Name(start, end, line) if line else None
        elif line:
            last = Name(start, end, line)
    if last:
        yield last


def _starts(line: Line, root: frozenset[str]) -> bool:
    return line.first in root if line.first else root <= line.words


def columns(table: Table, words: frozenset[str], years: Iterable[str]) -> list[int]:
    """Return the columns whose headings stand in a text of some words.

    Of those that years head it means the ones of its `years`, if any.
    """
    heads = [heading_of(name) for name in table.names]
    found = [at for at, head in enumerate(heads) if head <= words]
    dated = [at for at in found if any(year in table.names[at] for year in years)]
    return dated or [at for at in found if heads[at]]


def is_about(table: Table, words: frozenset[str]) -> bool:
    """Say whether a text has a word of a table's headings or caption, or one so."""
    starts = {one[:SHORTEST] for one in table.topic if len(one) >= SHORTEST}
    return any(one in table.topic or one[:SHORTEST] in starts for one in words)
