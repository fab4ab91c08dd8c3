"""Table lines: the cells of a table in; its rows by name, and its total, out."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.amounts.cells import headed, heading
from crossfoot.amounts.model import Amount
from crossfoot.numbers.cellsaid import Rows, cell_number
from crossfoot.numbers.claims import half, number
from crossfoot.numbers.labels import WHOLES, kind_of
from crossfoot.numbers.stems import roots


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its label, the words of it, and the number of each column."""

    label: str
    first: str
    """The first telling word of the label, where it names no other row; or ""."""
    words: frozenset[str]
    numbers: tuple[Amount | None, ...]
    texts: tuple[str, ...]


def lines_of(rows: Rows, units: Sequence[str]) -> list[Line]:
    """Return the rows; a unit above them all is that of columns without one."""
    out = []
    for row in rows:
        label = row[0].text.strip() if row and row[0] else ""
        if label:
            texts = tuple(one.text.strip() if one else "" for one in row[1:])
            numbers = tuple(_headed(cell_number(one), units) for one in row[1:])
            out.append(Line(label, "", roots(label), numbers, texts))
    return out


def _headed(one: Amount | None, units: Sequence[str]) -> Amount | None:
    for unit in units if one else ():
        one = headed(one, unit) if one and heading(unit)[0] != "%" else one
    return one


def adds_up(one: Line, lines: Sequence[Line]) -> bool:
    """Say whether a row is what all others make, in each column that says so of one."""
    for at, total in enumerate(one.numbers):
        parts = [line.numbers[at : at + 1] for line in lines if line is not one]
        known = [cell[0] for cell in parts if cell and cell[0]]
        if total is None or len(known) < len(parts):
            continue
        reach = sum(map(half, known), half(total))
        if number(total) and abs(sum(map(number, known)) - number(total)) <= reach:
            return True
    return False


def ends_in_sum(rows: Rows) -> bool:
    """Say whether the last row of a table is the total of the others, however called.

    A table with a row that is called a total has no other one.
    """
    last = rows[-1] if len(rows) > 2 else ()
    labels = [row[0].text for row in rows if row and row[0]]
    if not last or any(kind_of(label) in WHOLES for label in labels):
        return False
    return any(_is_sum(rows, at) for at in range(1, len(last)))


def _is_sum(rows: Rows, at: int) -> bool:
    """Say whether the last number of a column is what all others make."""
    total = cell_number(rows[-1][at])
    if total is None or not number(total):
        return False
    parts = [cell_number(row[at]) for row in rows[:-1] if at < len(row)]
    known = [one for one in parts if one]
    reach = sum(map(half, known), half(total))
    full = len(known) == len(rows) - 1
    return full and abs(sum(map(number, known)) - number(total)) <= reach
