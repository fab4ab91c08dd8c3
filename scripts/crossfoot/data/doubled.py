"""Doubled sums: values that are added in; the one that is the total of the others, out.

A file that was exported from a spreadsheet often ends with its own total, and a sum of
the column is then twice what it should be.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from crossfoot.amounts import english_sums
from crossfoot.amounts.patterns import any_of
from crossfoot.csvfile import Block
from crossfoot.data.definition import Definition
from crossfoot.data.quantity import add
from crossfoot.data.table import Table
from crossfoot.findings import Finding, Related

FEWEST = 3
"""Values of which one may be the total of the others."""
TOTAL = re.compile(
    rf"\W*(?:{english_sums.TOTAL}|{any_of(english_sums.TOTAL_ALSO)}|all)\b"
    r"(?:\s\w+)?\W*\Z",
    re.IGNORECASE,
)
"""What a row is called that is the total of the others."""


class Largest:
    """The largest value that is added, and where it stands."""

    def __init__(self) -> None:
        self.value: int | Decimal | None = None
        self.at: tuple[Block, int, int] | None = None
        """The block, the row in it, and the column."""

    def take(
        self,
        block: Block,
        column: int,
        values: Sequence[int | Decimal | None],
        fits: Sequence[int],
    ) -> None:
        """Look at the values of the rows of a block that fit; some may be missing."""
        held = [one for one in values if one is not None] if None in values else values
        most = max(held, default=None)  # type: ignore[type-var]  # gaps are left out
        if most is not None and (self.value is None or most > self.value):
            self.value, self.at = most, (block, fits[values.index(most)], column)

    def twice(
        self, table: Table, definition: Definition, total: int | Decimal
    ) -> list[Finding]:
        """Return DAT17 where the largest value is as much as all others together.

        One that is called a total besides is so by no chance.
        """
        if self.value is None or self.at is None:
            return []
        block, at, column = self.at
        row = block.row(at)
        names = [text for text in row.values if TOTAL.match(text)]
        if not names or not total or add(self.value, self.value) != total:
            return []
        return [
            Finding(
                "DAT17",
                f"{definition.key} adds up {definition.columns[0]} with line {row.line}"
                f" of {table.file}, which is the total of the others",
                definition.place,
                notes=(Related("the total is here", row.place(table.file, column)),),
                help="Take the row out of the file, or leave it out with where",
                found=names[0].strip(),
            )
        ]
