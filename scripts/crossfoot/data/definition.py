"""Definitions of quantities: what an entry of `quantities.yml` says, as values.

Each entry has one operation:

| written | is |
|---|---|
| `from: data/x.csv, count: rows` | the number of records |
| `from: …, distinct: column` | the number of different values in a column |
| `from: …, sum: column` (`mean`, `median`, `min`, `max`) | of the filled cells |
| `from: …, value: column, where: {…}` | the one cell of the one record that fits |
| `value: 12, source: "…"` | a published figure |
| `at_least: 2000000000, source: "…"` (`at_most`) | a published bound |
| `share: KEY, of: KEY` | in per cent: 12.5 stands for 12.5 % |
| `ratio: KEY, to: KEY` | the first divided by the second |
| `difference: KEY, minus: KEY` | the first less the second |
| `total: KEY, plus: KEY` | both together |
| `percent_change: NEW, from: OLD` | in per cent of the old value |

and may have `where`, `unit`, `label`, `source` and `rounded`, the step to which a
published figure is rounded. `where: {column: a}`, `{column: [a, b]}`,
`{column: {min: 1, max: 9, not: 5}}`; null stands for a missing cell.
"""

from dataclasses import dataclass
from decimal import Decimal

from crossfoot.places import Place

OF_COLUMN = ("distinct", "max", "mean", "median", "min", "sum")
"""Operations on a column of a table."""
PARTNERS = {
    "difference": "minus",
    "percent_change": "from",
    "ratio": "to",
    "share": "of",
    "total": "plus",
}
"""Operations on two quantities, and the word before the second one."""
BOUNDS = ("at_least", "at_most")
"""Operations that take a published figure and say on which side the true one is."""
OPERATIONS = ("count", *OF_COLUMN, "value", *BOUNDS, *PARTNERS)
"""Every operation there is."""

Wanted = tuple[str | None, ...]
"""Texts of cells as written in YAML; None stands for a missing cell."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a record's cell in one column has to be."""

    column: str
    place: Place
    """Where the column is named."""
    only: Wanted | None = None
    minimum: str | None = None
    maximum: str | None = None
    without: Wanted = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """One entry of `quantities.yml`."""

    key: str
    operation: str
    place: Place
    """Where the key stands."""
    places: dict[str, Place]
    """Where the value of each option stands."""
    table: str = ""
    """Path of a table as written, such as `data/asks.csv`."""
    column: str = ""
    """The operand's column; empty when records are counted."""
    where: tuple[Condition, ...] = ()
    operands: tuple[str, ...] = ()
    """Keys of the two quantities that it is made of."""
    literal: Decimal | None = None
    unit: str | None = None
    label: str | None = None
    source: str | None = None
    step: Decimal | None = None

    def at(self, option: str) -> Place:
        """Return the place of an option's value, or of the key without one."""
        return self.places.get(option, self.place)
