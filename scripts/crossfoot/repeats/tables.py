"""Tables: the rows of a report in, copies of one table and what disagrees in them out.

Tables of one header are compared row by row, the first cell being the row's name. Two
tables of which most cells are equal are copies; in tables for other years or places
most cells differ.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crossfoot.places import Span
from crossfoot.repeats.clashes import Clash, Statement
from crossfoot.repeats.compare import Edit, is_contrary
from crossfoot.repeats.titles import are_on_days, are_parallel, editions_apart
from crossfoot.repeats.units import Unit
from crossfoot.repeats.values import same

OFTEN = 12
"""Tables of one header up to which all pairs are compared, and not just neighbours."""
CHANGED = 4
"""One cell in so many may differ in two copies of one table."""
MANY = 3
"""Rows that differ, and are most of them, from which on they are no slips."""
FORM = 5
"""Tables of one header from which on it is a form."""
EQUAL = 2
"""Cells that must agree …"""
DAYS = 8
"""… in forms, and in tables below two dates, where one alone may differ: the rest is no
news."""
LEAST = 3
"""Rows that two tables have in common that are told of as copies."""

Rows = Sequence[Unit]
Cells = tuple[str, ...]


def disagreeing(units: Iterable[Unit]) -> Iterator[Clash]:
    """Yield the rows of copied tables of which cells disagree."""
    for one, other, many in _couples(units):
        yield from _compared(one, other, form=many >= FORM)


def copied(units: Iterable[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Yield the tables that hold the same rows, in any order, each as one unit."""
    for one, other, _ in _couples(units):
        rows = max(len(one), len(other)) - 1
        if rows >= LEAST and len(one) == len(other) and not _are_apart(one, other):
            pairs = list(_aligned(one, other))
            if len(pairs) == rows and not any(any(_changed(*pair)) for pair in pairs):
                yield _whole(one), _whole(other)


def _whole(rows: Rows) -> Unit:
    return replace(rows[0], words=tuple(w for row in rows for w in row.words), parts=())


def _couples(units: Iterable[Unit]) -> Iterator[tuple[Rows, Rows, int]]:
    """Yield the tables of one header that are worth comparing, and how many have it."""
    tables: dict[object, list[Unit]] = {}
    for unit in units:
        if unit.kind == "row":
            tables.setdefault(unit.block, []).append(unit)
    alike: dict[tuple[Cells, ...], list[Rows]] = {}
    for rows in tables.values():
        if rows[0].row == 0:
            header = tuple(
                _cell(rows[0], number) for number in range(len(rows[0].parts))
            )
            alike.setdefault(header, []).append(rows)
    for group in alike.values():
        for one, other in _pairs(group):
            yield one, other, len(group)


def _pairs(group: Sequence[Rows]) -> Iterator[tuple[Rows, Rows]]:
    """Yield the tables of one header to compare.

    Of many, those that are neighbours or have a whole row in common, which is no row
    of many.
    """
    every = range(len(group))
    if len(group) <= OFTEN:
        found = {(one, other) for other in every for one in range(other)}
    else:
        found = {*pairwise(every)}
        for held in _by_row(group).values():
            if len(held) <= OFTEN:
                found |= {(one, other) for other in held for one in held if one < other}
    yield from ((group[one], group[other]) for one, other in sorted(found))


def _by_row(group: Sequence[Rows]) -> dict[tuple[Cells, ...], list[int]]:
    """Return which tables hold a row, by all that its cells say."""
    out: dict[tuple[Cells, ...], list[int]] = {}
    for number, rows in enumerate(group):
        said = {tuple(_cell(row, at) for at in range(len(row.parts))) for row in rows}
        for cells in said:
            out.setdefault(cells, []).append(number)
    return out


def _compared(one: Rows, other: Rows, *, form: bool) -> Iterator[Clash]:
    """Yield the rows that disagree, when most cells of two tables agree.

    Many tables of one header are a form, in which little may be equal by chance.
    """
    dated = are_on_days(one[0], other[0])
    if _are_apart(one, other):
        return
    pairs = list(_aligned(one, other))
    if len(pairs) * 2 < min(len(one), len(other)) - 1:
        return
    cells = changed = 0
    found: list[Clash] = []
    for a, b in pairs:
        edits = list(_changed(a, b))
        cells += len(a.parts) - 1
        changed += len(edits)
        turned = tuple(edit for edit in edits if edit.kind != "words")
        if turned:
            sides = Statement(a, 0, len(a.words)), Statement(b, 0, len(b.words))
            found.append(Clash(*sides, turned, near=True))
    if len(found) >= MANY and len(found) * 2 > len(pairs):
        return  # The values of another case, row after row.
    if _are_answers(found) and (changed > 1 or _figures(pairs) < DAYS):
        return
    most = 1 if dated else max(1, cells // CHANGED)
    if changed <= most and cells - changed >= (DAYS if dated or form else EQUAL):
        yield from found


def _are_answers(found: Iterable[Clash]) -> bool:
    """Say whether words alone disagree, of which many are equal by chance."""
    return all(edit.kind == "direction" for one in found for edit in one.edits)


def _figures(pairs: Iterable[tuple[Unit, Unit]]) -> int:
    """Return how many figures stand in the first of each two rows."""
    return sum(bool(one.figure) for row, _ in pairs for one in row.readings)


def _are_apart(one: Rows, other: Rows) -> bool:
    """Say whether captions or headings tell two tables apart."""
    dated = are_on_days(one[0], other[0])
    named = _captions_differ(one[0], other[0])
    return named or (not dated and _headings_differ(one[0], other[0]))


def _captions_differ(one: Unit, other: Unit) -> bool:
    """Say whether the captions name other places, periods or figures."""
    sides = [_told(unit) for unit in (one, other)]
    return bool(sides[0] and sides[1]) and sides[0] != sides[1]


def _headings_differ(one: Unit, other: Unit) -> bool:
    """Say whether tables stand in editions of two years, or under parallel headings."""
    headings = one.block.under, other.block.under
    return bool(editions_apart(one, other)) or are_parallel(*headings)


def _told(unit: Unit) -> list[str]:
    inside = {word[1] for row in unit.block.rows for cell in row for word in cell}
    caption = [word[0] for word in unit.block.words if word[1] not in inside]
    return [
        w for at, w in enumerate(caption) if w[:1].isdigit() or (at and w[:1].isupper())
    ]


def _aligned(one: Rows, other: Rows) -> Iterator[tuple[Unit, Unit]]:
    """Yield the rows of one name, where a name stands once in each table.

    Where both name the same rows in one order, places tell which is which.
    """
    heads = [[_cell(row, 0) for row in rows] for rows in (one, other)]
    if heads[0] == heads[1] and all(heads[0]):
        same = zip(one[1:], other[1:], strict=True)
        yield from (pair for pair in same if len(pair[0].parts) == len(pair[1].parts))
        return
    names = [_named(rows) for rows in (one, other)]
    for name, row in names[0].items():
        twin = names[1].get(name)
        if row and twin and len(row.parts) == len(twin.parts):
            yield row, twin


def _named(rows: Rows) -> dict[Cells, Unit | None]:
    out: dict[Cells, Unit | None] = {}
    for row in rows:
        name = _cell(row, 0)
        if row.row and name:
            out[name] = None if name in out else row
    return out


def _changed(a: Unit, b: Unit) -> Iterator[Edit]:
    """Yield an edit for each cell that differs: a figure, a contrary, other words."""
    for number in range(1, len(a.parts)):
        here, there = a.parts[number], b.parts[number]
        if _cell(a, number) == _cell(b, number):
            continue
        if a.mask[slice(*here)] != b.mask[slice(*there)]:
            words = a.norms[slice(*here)], b.norms[slice(*there)]
            contrary = list(map(len, words)) == [1, 1] and is_contrary(*sum(words, ()))
            yield Edit(here, there, "direction" if contrary else "words")
        elif figure := _differ(a, b, here, there):
            yield figure


def _differ(a: Unit, b: Unit, here: Span, there: Span) -> Edit | None:
    """Return the first figure of two cells that says another amount."""
    for at in range(here[1] - here[0]):
        i, j = here[0] + at, there[0] + at
        other = a.readings[i].figure != b.readings[j].figure
        if other and not same(a, b, (here, there), (i, j)):
            return Edit((i, i + 1), (j, j + 1), "figure")
    return None


def _cell(unit: Unit, number: int) -> Cells:
    """Return what a cell says: its words, and its figures by their values."""
    lo, hi = unit.parts[number]
    return tuple(one.figure or one.norm for one in unit.readings[lo:hi])
