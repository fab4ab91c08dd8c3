"""Definitions of quantities: what an entry of `quantities.yml` says, as values.

Each entry has one operation:

| written | is |
|---|---|
| `from: data/x.csv, count: rows` | the number of records |
| `from: …, distinct: column` | the number of different values in a column |
| `from: …, sum: column` (`mean`, `median`, `min`, `max`) | of the filled cells |
| `from: …, sum: [column, column]` | of the filled cells of several columns |
| `from: …, sum: column, top: 3` (`bottom`) | of the three greatest cells |
| `from: …, mean: column, weights: column` | each value counts as its weight says |
| `from: …, rank: column, where: {…}` | the place of the one record that fits |
| `from: …, value: column, where: {…}` | the one cell of the one record that fits |
| `value: 12, source: "…"` | a published figure |
| `at_least: 2000000000, source: "…"` (`at_most`) | a published bound |
| `total: KEY, plus: KEY`, `total: [KEY, KEY, KEY]` | the sum of quantities |
| `share: KEY, of: KEY` | in per cent: 12.5 stands for 12.5 % |
| `ratio: KEY, to: KEY` | the first divided by the second |
| `ratio: KEY, to: KEY, per: 1000` | that number for each thousand |
| `product: KEY, times: KEY` | the first multiplied by the second |
| `difference: KEY, minus: KEY` | the first less the second |
| `total: KEY, plus: KEY` | both together |
| `percent_change: NEW, from: OLD` | in per cent of the old value |
| `percent_change: NEW, from: OLD, periods: 5` | the even growth of each period |

and may have `where`, `unit`, `label`, `source` and `rounded`, the step to which a
published figure is rounded. `where: {column: a}`, `{column: [a, b]}`,
`{column: {min: 1, max: 9, not: 5}}`, `{column: {over: 1, under: 9}}`,
`{column: {is: latest}}`; null stands for a missing cell.
"""

from dataclasses import dataclass
from decimal import Decimal

from crossfoot.places import Place

OF_COLUMN = ("distinct", "max", "mean", "median", "min", "rank", "sum")
"""Operations on a column of a table."""
PARTNERS = {
    "difference": "minus",
    "percent_change": "from",
    "product": "times",
    "ratio": "to",
    "share": "of",
    "total": "plus",
}
"""Operations on two quantities, and the word before the second one."""
BOUNDS = ("at_least", "at_most")
"""Operations that take a published figure and say on which side the true one is."""
OPERATIONS = ("count", *OF_COLUMN, "value", *BOUNDS, *PARTNERS)
"""Every operation there is."""
OPTIONS = {
    "mean": ("bottom", "top", "weights"),
    "percent_change": ("periods",),
    "rank": ("order",),
    "ratio": ("per",),
    "sum": ("bottom", "top"),
}
"""Options that go with one operation only."""
ENDS = ("earliest", "latest", "previous")
"""Periods that a condition may ask for by their order; the second is the last one."""

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
    above: str | None = None
    """The cell is greater than this: `over`."""
    below: str | None = None
    """It is less than this: `under`."""
    end: str = ""
    """One of `ENDS`, or nothing."""


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
    columns: tuple[str, ...] = ()
    """The operand's columns; none when records are counted."""
    where: tuple[Condition, ...] = ()
    operands: tuple[str, ...] = ()
    """Keys of the quantities that it is made of."""
    literal: Decimal | None = None
    unit: str | None = None
    label: str | None = None
    source: str | None = None
    step: Decimal | None = None
    weights: str = ""
    """The column that weighs a mean; empty: each value counts once."""
    most: int = 0
    """How many of the greatest cells count, or of the least when below 0; 0: all."""
    number: Decimal | None = None
    """What `per` or `periods` says."""
    least: bool = False
    """Whether the least value has rank 1."""

    @property
    def column(self) -> str:
        """The operand's first column; empty when records are counted."""
        return self.columns[0] if self.columns else ""

    def at(self, option: str) -> Place:
        """Return the place of an option's value, or of the key without one."""
        return self.places.get(option, self.place)
