"""Identities of a table's rows: declared arithmetic and records in, DAT14 out."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from crossfoot.csvfile import Row
from crossfoot.data.expression import Interval, value
from crossfoot.data.schema import Identity
from crossfoot.fields import Field, parse
from crossfoot.findings import Finding
from crossfoot.places import Place

HALF = Fraction(1, 2)


class RowIdentity:
    """One identity, held against row after row."""

    def __init__(self, identity: Identity, at: Mapping[str, tuple[int, Field]]) -> None:
        """`at` gives the position and the field of each column by name."""
        self.identity = identity
        names = (*identity.left.names, *identity.right.names)
        self.columns = [(name, *at[name]) for name in dict.fromkeys(names)]

    def holds(self, row: Row) -> bool:
        """Say whether a row agrees; one with a cell that has no number does."""
        cells = {name: _interval(row, at, field) for name, at, field in self.columns}
        known = {name: one for name, one in cells.items() if one is not None}
        left = value(self.identity.left.tree, known)
        right = value(self.identity.right.tree, known)
        if left is None or right is None:
            return True
        return left[0] <= right[1] and right[0] <= left[1]

    def broken(self, file: str, row: Row) -> Finding:
        """Return DAT14 for a row that does not agree."""
        exact = {
            name: _interval(row, at, field, exact=True)
            for name, at, field in self.columns
        }
        known = {name: one for name, one in exact.items() if one is not None}
        found = [
            _number(value(side.tree, known))
            for side in (self.identity.left, self.identity.right)
        ]
        place = self._place(file, row)
        return Finding(
            "DAT14",
            f"{self.identity.written} does not hold: {found[0]} against {found[1]}",
            place,
            help="Correct one of the cells",
            found=found[0],
            expected=found[1],
            anchor=f"{self.identity.written}: {row.raw[:80]}",
        )

    def _place(self, file: str, row: Row) -> Place:
        """Return the cell of the left side when it is one, else the whole row."""
        names = self.identity.left.names
        at = next((at for name, at, _ in self.columns if (name,) == names), None)
        return row.whole(file) if at is None else row.place(file, at)


def _interval(
    row: Row, at: int, field: Field, *, exact: bool = False
) -> Interval | None:
    text = row.values[at] if at < len(row.values) else ""
    if text in field.missing or text in field.suppressed:
        return None
    number = parse(field, text)
    if not isinstance(number, int | Decimal):
        return None
    middle = Fraction(number)
    half = Fraction(0) if exact or field.step is None else Fraction(field.step) * HALF
    return middle - half, middle + half


def _number(interval: Interval | None) -> str:
    """Return the value of a side as text, a long fraction to six places."""
    if interval is None:
        return "nothing"
    whole = interval[0]
    if whole.denominator == 1:
        return str(whole.numerator)
    quotient = Decimal(whole.numerator) / Decimal(whole.denominator)
    return f"{quotient:.6f}".rstrip("0").rstrip(".")
