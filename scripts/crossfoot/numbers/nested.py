"""Nested parts: a sum in; the same without the parts of its own parts, out.

Lists of regions and of accounts give a group and, right below it, what it is made of,
with no mark that tells the two apart. Then the groups alone make up the total.
"""

from dataclasses import replace
from decimal import Decimal

from crossfoot.numbers.sums import LEAST_STEPS, Sum, value_of

FEWEST = 5
"""Parts among which a group may stand above its own."""
LONGEST = 60
"""Parts among which they are looked for."""
CLEAR = 2
"""Columns, of as many or more, in which a group has to be the sum of rows below it."""


def outer(one: Sum) -> Sum | None:
    """Return a sum without the rows that make up a row right above them, if any do."""
    parts = one.parts
    if not FEWEST <= len(parts) <= LONGEST or one.minus:
        return None
    ats = [at for at in range(len(one.sides.headings)) if len(one.terms(at)) > 1]
    kept: list[int] = []
    start = 0
    while start < len(parts):
        kept.append(parts[start])
        start = _end(one, start, ats)
    return replace(one, parts=tuple(kept)) if 1 < len(kept) < len(parts) else None


def _end(one: Sum, start: int, ats: list[int]) -> int:
    """Return where the rows end that make up a row, or the place behind it."""
    values = {at: _values(one, at) for at in ats}
    sums = dict.fromkeys(ats, Decimal(0))
    for end in range(start + 1, len(one.parts)):
        sums = {at: sums[at] + values[at][end] for at in ats}
        right = [at for at in ats if sums[at] == values[at][start]]
        clear = [at for at in right if abs(values[at][start]) >= LEAST_STEPS]
        told = min(CLEAR, len(ats))
        if end > start + 1 and len(clear) >= told and len(right) * 2 > len(ats):
            return end + 1
    return start + 1


def _values(one: Sum, at: int) -> list[Decimal]:
    return [value_of(cell) if cell else Decimal(0) for cell in one.cells(at)]
