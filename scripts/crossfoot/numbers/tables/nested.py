"""Nested parts: a sum in; the same without what it counts twice, out.

Lists of regions and of accounts give a group and, right below it, what it is made of,
with no mark that tells the two apart. Then the groups alone make up the total. Lists
of offences and of kinds of fuel say what some of the lines above come to, with no mark
either.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, pairwise, takewhile
from math import prod

from crossfoot.numbers.tables.lines import Sides
from crossfoot.numbers.tables.sums import LEAST_STEPS, Sum, Verdict, value_of

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
"""The same for a row without a name, or beside rows that a total leaves out."""
LEFT = frozenset({"part", "weak"})
"""Kinds of row that a total may leave out, as another of its parts holds them."""


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


def made_of(rows: Sides, known: Iterable[Verdict]) -> Iterator[Verdict]:
    """Yield the verdicts on parts of totals that rows beside them make.

    A total that foots without some rows among its parts shows that these are in one of
    them, the next one or the last; a column in which they are proves in which.
    """
    seen: set[frozenset[int]] = set()
    for one in known:
        if one.foots and one.lines not in seen and _is_of(rows, one.lines):
            seen.add(one.lines)
            for k, gap in _gaps(rows, sorted(one.lines)):
                yield from _made(Sum(rows, k, gap))


def _is_of(rows: Sides, lines: Collection[int]) -> bool:
    """Say whether lines are rows of a table, of which there are several."""
    return len(lines) > 1 and max(lines) < len(rows.lines)


def _gaps(rows: Sides, kept: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each part of a total with the rows beside it that the total leaves out."""
    for before, after in pairwise(kept):
        gap = tuple(range(before + 1, after))
        if len(gap) > 1 and all(rows.lines[k].kind in LEFT for k in gap):
            yield before, gap
            yield after, gap
    head = tuple(
        takewhile(lambda k: rows.lines[k].kind in LEFT, range(kept[0] - 1, -1, -1))
    )
    if len(head) > 1:
        yield kept[0], tuple(reversed(head))


def _made(one: Sum) -> list[Verdict]:
    """Return the verdicts on a row that others make in a column, by no chance."""
    votes = {at: one.vote(at) for at in range(len(one.sides.headings))}
    right = [at for at, vote in votes.items() if vote == "foots" and one.proves(at)]
    wrong = [at for at, vote in votes.items() if vote == "fails"]
    sure = any(one.steps(at) >= BARE for at in right) and len(right) >= len(wrong)
    if not sure or not all(one.is_near(at) or one.is_slip(at) for at in wrong):
        return []
    failed = (one.verdict(at, foots=False, sure=False) for at in wrong)
    held = [one.verdict(at, foots=True) for at in right]
    return [*held, *(replace(each, backed=True) for each in failed)]


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
