"""Nested parts: a sum in; the same without what it counts twice, out.

Lists of regions and of accounts give a group and, right below it, what it is made of,
with no mark that tells the two apart. Then the groups alone make up the total. Lists
of offences and of kinds of fuel say what some of the lines above come to, with no mark
either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from math import prod

from crossfoot.numbers.tables.sums import LEAST_STEPS, Sum, value_of

FEWEST = 5
"""Parts among which a group may stand above its own."""
LONGEST = 60
"""Parts among which they are looked for."""
MOST_TOTALS = 12
"""Totals of a table in which sums that are not called so are looked for."""
CLEAR = 2
"""Columns, of as many or more, in which a group has to be the sum of rows below it."""

NO_CHANCE = 10_000_000
"""Product of a row's amounts from which they are no sums of other rows by chance."""

BARE = 1000
"""The same for a row without a name."""


def outer(one: Sum) -> Sum | None:
    """Return a sum without the rows that make up a row right above them, if any do."""
    parts = one.parts
    if not FEWEST <= len(parts) <= LONGEST or one.minus:
        return None
    width = range(len(one.sides.headings))
    ats = [at for at in width if len(one.terms(at)) > 1 and one.vote(at) != "skip"]
    kept: list[int] = []
    start = 0
    while start < len(parts):
        kept.append(parts[start])
        start = _end(one, start, ats)
    return replace(one, parts=tuple(kept)) if 1 < len(kept) < len(parts) else None


def summed(one: Sum) -> Sum | None:
    """Return a sum without the rows that say what rows above them come to, if any."""
    parts = one.parts
    width = len(one.sides.headings)
    if not FEWEST <= len(parts) <= LONGEST or one.minus:
        return None
    # Tables of many totals call their sums so, and would take long.
    totals = sum(line.kind == "total" for line in one.sides.lines)
    if totals > MOST_TOTALS or not one.sides.work.may(len(parts) * width):
        return None
    ats = [at for at in range(width) if one.vote(at) == "fails"]
    said = {at: _values(one, at) for at in ats}
    ahead = {at: [Decimal(0), *accumulate(said[at])] for at in ats}
    # Of one column the total itself has to come out, to the last digit.
    bare = [len(ats) == 1 or not one.sides.lines[k].label for k in parts]
    kept = [k for k, b in enumerate(bare) if not _is_run(k, said, ahead, bare=b)]
    left = tuple(parts[k] for k in kept)
    return replace(one, parts=left) if 1 < len(left) < len(parts) else None


def _is_run(
    row: int,
    said: dict[int, list[Decimal]],
    ahead: dict[int, list[Decimal]],
    *,
    bare: bool,
) -> bool:
    """Say whether a row is the sum of two or more that follow each other above it.

    It is so in some columns where it says something, and by no chance: many runs are
    tried. Shares beside the amounts say nothing of it. `bare`: the row has no name, as
    sums in accounts have none, or the column is the only one.
    """
    least, fewest = (BARE, 1) if bare else (NO_CHANCE, CLEAR)
    told = [at for at in said if said[at][row]]
    runs: dict[tuple[int, int], list[int]] = {}
    for at in told:
        for run in _runs(ahead[at][: row + 1], said[at][row]):
            runs.setdefault(run, []).append(at)
    return any(
        len(right) * 3 > len(told)
        and len(right) >= fewest
        and prod(abs(said[at][row]) for at in right) >= least
        for right in runs.values()
    )


def _runs(ahead: Sequence[Decimal], said: Decimal) -> Iterator[tuple[int, int]]:
    """Yield the places between which two rows or more come to an amount.

    `ahead`: what the rows before each place come to.
    """
    starts: dict[Decimal, int] = {}
    for end in range(2, len(ahead)):
        # Rows of nothing before a run are no matter.
        starts[ahead[end - 2]] = end - 2
        if (start := starts.get(ahead[end] - said)) is not None:
            yield start, end


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
