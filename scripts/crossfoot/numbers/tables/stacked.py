"""Stacked totals: the totals of a long table in; those that alone do not foot, out.

Where a dozen totals of a column are each the sum of the rows of their key, the next is
one as well, however small it is and however far off. Where another block of a table has
the rows of a block, and one more, a total of that block that is short lacks it; so does
one that says of how many rows it is the total, one more than there are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from crossfoot.numbers.labels import counted, plain
from crossfoot.numbers.tables.failing import of
from crossfoot.numbers.tables.lines import Line, Sides
from crossfoot.numbers.tables.sums import Sum, Verdict

DOZEN = 12
"""Totals of a column that foot by their keys before another is held to its own."""
EACH = 10
"""Totals that have to foot for each that does not."""
FEWEST = 2
"""Rows of a block by which another one is known to be of its form."""


def stacked(rows: Sides, known: Iterable[Verdict]) -> Iterator[Verdict]:
    """Yield a verdict for each total with a key that nothing is known of and fails."""
    if len(rows.keyed) <= DOZEN:
        return
    settled = {one.total.place: one for one in known}
    for at in range(len(rows.headings)):
        foots, wrong = 0, []
        for index in rows.keyed:
            total = rows.lines[index].cells[at]
            one = settled.get(total.place) if total else None
            if one is None:
                wrong += _wrong(rows, index, at)
            else:
                foots += one.foots and len(one.parts) > 1
        if foots >= DOZEN and len(wrong) * EACH <= foots:
            yield from wrong


def _wrong(rows: Sides, index: int, at: int) -> list[Verdict]:
    """Return the verdict on a total that foots by none of its groups."""
    groups = rows.keyed[index]
    if not rows.work.may(sum(map(len, groups))):
        return []
    sums = [Sum(rows, index, group, strict=True) for group in groups]
    votes = Counter(one.vote(at) for one in sums)
    if not sums or votes["fails"] < len(sums):
        return []
    failed = sums[0].verdict(at, foots=False, sure=False)
    return [replace(failed, backed=True)]


def formed(rows: Sides, known: Sequence[Verdict]) -> Iterator[Verdict]:
    """Yield the verdicts on totals that are short of a row that another block has.

    `known`: what is known of totals; one that some of its rows make lacks nothing.
    """
    blocks = _blocks(rows.lines)
    names = [[plain(rows.lines[k].label) for k in block] for block in blocks]
    for block, own in zip(blocks, names, strict=True):
        index = block[-1] + 1
        total = rows.lines[index].label if index < len(rows.lines) else ""
        if not total or rows.lines[index].kind != "total":
            continue
        if counted(total) == len(block) + 1 or any(_is_without(own, x) for x in names):
            held = {
                one.total.place
                for one in known
                if not one.foots or one.lines & {*block}
            }
            found = _short(Sum(rows, index, block))
            yield from (one for one in found if one.total.place not in held)


def _blocks(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """Return the rows between totals and headings."""
    runs = groupby(range(len(lines)), key=lambda k: lines[k].kind in {"part", "aside"})
    return [tuple(run) for is_block, run in runs if is_block]


def _is_without(names: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether rows are those of another block, in order, but for one of those."""
    few = len({*names}) < max(FEWEST, len(names)) or len(other) != len(names) + 1
    return not few and any(
        [*other[:k], *other[k + 1 :]] == [*names] for k in range(len(other))
    )


def _short(one: Sum) -> list[Verdict]:
    """Return the verdicts on a total that its rows are less than where they miss it."""
    votes = [one.vote(at) for at in range(len(one.sides.headings))]
    wrong = of(votes, "fails")
    plain_ = [at for at in wrong if min(one.values(at)) >= 0]
    short = all(one.real(at) < one.said(at) for at in plain_)
    if not (plain_ and short):
        return []
    failed = (one.verdict(at, foots=False, sure=False) for at in wrong)
    return [replace(each, backed=True) for each in failed]
