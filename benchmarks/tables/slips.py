"""Slips: a sheet in; the same sheet with one slip of the keys in it, out.

The five kinds that proof-readers and auditors name: one wrong digit, two neighbours
exchanged, a nought too many, a row left out, a row entered twice.
"""

import random
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from crossfoot.amounts.cells import Cell, headed
from crossfoot.numbers.tables.footing import Footing
from crossfoot.numbers.tables.sheets import Field, Row, Sheet, of_text
from crossfoot.places import Place

KINDS = ("digit", "transposed", "nought", "dropped", "doubled")
DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True)
class Slip:
    """A sheet with one slip, and which."""

    kind: str
    what: str
    sheet: Sheet
    column: int
    """Where the slip is, or -1 for a whole row."""
    change: Decimal
    """By how much the largest changed number changed."""
    places: frozenset[Place]
    """The cells that it is in, where they stand on the sheet as it was."""


def slips(
    sheet: Sheet, result: Footing, chance: random.Random, each: int
) -> Iterator[Slip]:
    """Yield up to `each` slips of each kind in numbers that foot."""
    cells = [
        (i, j)
        for i, row in enumerate(sheet.rows)
        for j, one in enumerate(row)
        if one and one.place in result.totals | result.parts and one.cell.amount
    ]
    totals = {i for i, row in enumerate(sheet.rows) if _any(row, result.totals)}
    parts = [i for i, row in enumerate(sheet.rows) if _any(row, result.parts)]
    parts = [i for i in parts if i not in totals]
    for kind in KINDS:
        choices: list[tuple[int, int]] = (
            [(i, -1) for i in parts] if kind in {"dropped", "doubled"} else cells
        )
        for at in chance.sample(choices, min(each, len(choices))):
            made = _made(kind, sheet, at, chance, result.parts)
            if made:
                yield made


def _any(row: Row, places: set[Place]) -> bool:
    return any(one and one.place in places for one in row)


def _made(
    kind: str,
    sheet: Sheet,
    at: tuple[int, int],
    chance: random.Random,
    parts: Collection[Place],
) -> Slip | None:
    row, column = at
    if column < 0:
        return _row(kind, sheet, row, parts)
    one = sheet.rows[row][column]
    if one is None or one.cell.amount is None:
        return None
    edit: Callable[[str, random.Random], str] = EDITS[kind]
    figures = one.cell.amount.text
    text = one.text.replace(figures, edit(figures, chance), 1)
    found = _read(text, sheet, column)
    before = one.cell.amount.value
    after = found.amount.value if found.amount else None
    if before is None or after is None or before == after or not before:
        return None
    new = replace(one, text=text, cell=found)
    cells = tuple(new if k == column else old for k, old in enumerate(sheet.rows[row]))
    rows = tuple(cells if k == row else old for k, old in enumerate(sheet.rows))
    what = f"{one.text} became {text}"
    made = replace(sheet, rows=rows)
    held = frozenset({one.place})
    return Slip(kind, what, made, column, abs(after - before), held)


def _read(text: str, sheet: Sheet, column: int) -> Cell:
    found = of_text(text)
    if found.amount is None or text[found.amount.end :].lstrip()[:1] == "(":
        return found
    heading = sheet.headings[column] if column < len(sheet.headings) else ""
    return Cell(found.kind, headed(found.amount, heading))


def digit(text: str, chance: random.Random) -> str:
    """Return a number with one digit changed."""
    at = chance.choice([found.start() for found in DIGIT.finditer(text)])
    other = chance.choice([one for one in "0123456789" if one != text[at]])
    return text[:at] + other + text[at + 1 :]


def transposed(text: str, chance: random.Random) -> str:
    """Return a number with two unequal neighbouring digits exchanged, if it has any."""
    places = [found.start() for found in DIGIT.finditer(text)]
    pairs = [(a, b) for a, b in pairwise(places) if text[a] != text[b]]
    if not pairs:
        return text
    first, second = chance.choice(pairs)
    signs = list(text)
    signs[first], signs[second] = signs[second], signs[first]
    return "".join(signs)


def nought(text: str, _: random.Random) -> str:
    """Return a number with a nought too many before its point, marks moved."""
    found = re.search(r"[0-9](?:[0-9,]|[ \u00a0\u202f](?=[0-9]{3}(?![0-9])))*", text)
    if not found:
        return text
    bare = re.sub(r"[^0-9]", "", found[0]) + "0"
    mark = next((sign for sign in found[0] if not sign.isdigit()), ",")
    marked = mark in found[0] or len(bare) > 4
    said = f"{int(bare):,}".replace(",", mark) if marked else bare
    return text[: found.start()] + said + text[found.end() :]


EDITS = {"digit": digit, "transposed": transposed, "nought": nought}


def _row(kind: str, sheet: Sheet, row: int, parts: Collection[Place]) -> Slip | None:
    """Leave a row out or enter it twice, where it brings something to a sum."""
    cells: Row = sheet.rows[row]
    values = [
        abs(one.cell.amount.value)
        for one in cells
        if one and one.place in parts and one.cell.amount and one.cell.amount.value
    ]
    if not values:
        return None
    after = [] if kind == "dropped" else [cells, _copied(cells)]
    rows = (*sheet.rows[:row], *after, *sheet.rows[row + 1 :])
    label = next((one.text for one in cells if one), "")
    made = replace(sheet, rows=rows)
    held = frozenset(one.place for one in cells if one)
    return Slip(kind, label, made, -1, max(values), held)


def _copied(cells: Row) -> Row:
    """Return a row again, in places of its own."""

    def moved(one: Field | None) -> Field | None:
        place = one and replace(one.place, line=one.place.line + 100_000)
        return replace(one, place=place) if one and place else None

    return tuple(moved(one) for one in cells)
