"""Columns of numbers passing by: texts in, their values, order and extremes out."""

from array import array
from collections.abc import Iterable, Sequence
from decimal import Decimal
from heapq import nlargest
from operator import itemgetter
from typing import Any

from crossfoot.csvfile import Block, Row
from crossfoot.data.definition import Definition
from crossfoot.data.quantity import WIDE, Cell, add, divide
from crossfoot.fields import Field, parse

KEPT = 50_000
"""Most texts of a column whose value is remembered."""
BITS = 2**63
Number = int | Decimal


class UnusableError(ValueError):
    """A cell that is not missing and has no number."""

    def __init__(self, field: Field) -> None:
        super().__init__(field.name)
        self.field = field


class Numbers(dict[str, Number | None]):
    """The values of a column's texts, None for a missing one; each is read once."""

    def __init__(self, field: Field) -> None:
        super().__init__(dict.fromkeys(field.missing))
        self.field = field
        self.last: tuple[Sequence[str], list[Number | None]] = ((), [])
        """The cells that were read last, and their values."""

    def __missing__(self, text: str) -> Number:
        value = None if text in self.field.suppressed else parse(self.field, text)
        if not isinstance(value, int | Decimal) or isinstance(value, bool):
            raise UnusableError(self.field)
        if len(self) < KEPT:
            self[text] = value
        return value

    def of(self, texts: Sequence[str]) -> list[Number | None]:
        """Return the values of some cells; raises UnusableError."""
        if texts is not self.last[0]:
            self.last = texts, list(map(self.__getitem__, texts))
        return self.last[1]

    def bad(self, text: str) -> bool:
        """Say whether a cell is not missing and has no number."""
        try:
            self[text]
        except UnusableError:
            return True
        return False


class Series:
    """Every value of a column, in eight bytes each where it has room there."""

    def __init__(self) -> None:
        self.by_places: dict[int, array[int]] = {}
        """Values without their decimal point, by their number of decimals."""
        self.others: list[Decimal] = []

    def extend(self, values: Iterable[Number | None]) -> None:
        """Take in values, gaps left out."""
        held: list[Any] = [value for value in values if value is not None]
        try:
            whole: array[int] = array("q", held)
        except (TypeError, OverflowError):  # a Decimal among them, or a long number
            for value in held:
                self._take(value)
        else:
            self.by_places.setdefault(0, array("q")).extend(whole)

    def _take(self, value: Number) -> None:
        places = 0
        if isinstance(value, Decimal):
            exponent = value.as_tuple().exponent
            places = max(0, -exponent) if isinstance(exponent, int) else 0
        digits = int(Decimal(value).scaleb(places, WIDE) if places else value)
        if -BITS <= digits < BITS:
            self.by_places.setdefault(places, array("q")).append(digits)
        else:
            self.others.append(Decimal(value))

    def _scaled(self) -> tuple[list[int], int]:
        """Return all values as whole numbers, and the decimals that they then have."""
        own = [-int(one.as_tuple().exponent) for one in self.others]
        places = max([0, *self.by_places, *own])
        found = [int(one.scaleb(places, WIDE)) for one in self.others]
        for own_places, digits in self.by_places.items():
            times = 10 ** (places - own_places)
            found += digits if times == 1 else [one * times for one in digits]
        return found, places

    def median(self) -> Decimal:
        """Return the middle value, or the mean of the two in the middle."""
        digits, places = self._scaled()
        digits.sort()
        low, high = digits[(len(digits) - 1) // 2], digits[len(digits) // 2]
        if low == high:
            return _value(low, places)
        return divide(_value(low + high, places), Decimal(2))

    def rank(self, value: Decimal, *, least: bool) -> Decimal:
        """Return 1 more than the number of values before this one."""
        digits, places = self._scaled()
        own = int(value.scaleb(places, WIDE))
        return Decimal(1 + sum(one < own if least else one > own for one in digits))


def _value(digits: int, places: int) -> Decimal:
    return Decimal(digits).scaleb(-places, WIDE)


class Extremes:
    """The greatest or least cells of a column, the first of equal ones before."""

    def __init__(self, definition: Definition) -> None:
        wanted = {"max": 1, "min": -1}.get(definition.operation, definition.most)
        self.used = wanted != 0
        self.number = abs(wanted)
        self.sign = -1 if wanted < 0 else 1
        self.held: list[tuple[Number, Number, Row, int]] = []
        """Value by its order, value, record and column; the best one first."""

    @property
    def count(self) -> int:
        """How many cells are held."""
        return len(self.held)

    def take(
        self,
        block: Block,
        column: int,
        values: Sequence[Number | None],
        fits: Sequence[int],
    ) -> None:
        """Take in the values of a block's records at `fits`."""
        bar = self.held[-1][0] if len(self.held) == self.number else None
        found = [
            (one * self.sign, one, at)
            for at, one in zip(fits, values, strict=True)
            if one is not None and (bar is None or one * self.sign > bar)
        ]
        if not found:
            return
        best = nlargest(self.number, found, key=itemgetter(0))
        own = [(order, one, block.row(at), column) for order, one, at in best]
        merged = sorted([*self.held, *own], key=itemgetter(0), reverse=True)
        self.held = merged[: self.number]

    def total(self) -> Decimal:
        """Return the sum of the cells."""
        out = Decimal(0)
        for _, one, *_ in self.held:
            out = add(out, Decimal(one))
        return out

    def first(self) -> Decimal:
        """Return the best one."""
        return Decimal(self.held[0][1])

    def cells(self, file: str) -> list[Cell]:
        """Return the cells, the best one first."""
        out = []
        for *_, row, column in self.held:
            out.append(Cell(row.place(file, column), row.written(column)))
        return out
