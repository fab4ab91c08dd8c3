"""Totals: a sheet in; which totals foot, which do not, and how sure that is, out.

For a line that is labelled a total, candidate sets of parts are tried in order; the
columns vote. A column that does not foot is an error only when another of the same
line foots with the same parts.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from crossfoot.numbers.sheets import Sheet
from crossfoot.numbers.sums import Line, Sides, Sum, Verdict, columns_of, rows_of

MOST_LINES = 14
"""Lines among which some may be left out of a sum."""
CHANCE = 100
"""A total from which lines picked freely do not add up to it by chance."""


def verdicts(sheet: Sheet) -> list[Verdict]:
    """Return what is known of the totals that nobody declared."""
    rows, columns = rows_of(sheet), columns_of(sheet)
    out = _all(rows)
    for index in _totals(columns):
        found = judged(columns, index, mixed=False)
        right = sum(one.foots for one in found)
        # One row of many may be wrong; where most do not foot it is no total.
        out += found if right > len(found) - right else []
    return out


def _all(rows: Sides) -> list[Verdict]:
    """Return the verdicts on all total rows.

    Where one total of a column foots, another of it is a total too, however far off.
    """
    found = {index: judged(rows, index) for index in _totals(rows)}
    proved = frozenset(
        at
        for verdicts in found.values()
        for one in verdicts
        for at, heading in enumerate(rows.headings)
        if one.foots and one.heading == heading
    )
    for index, verdicts in found.items():
        if not verdicts and proved:
            found[index] = judged(rows, index, proved=proved)
    return [one for verdicts in found.values() for one in verdicts]


def _totals(sides: Sides) -> list[int]:
    kinds = [line.kind for line in sides.lines]
    return [index for index, kind in enumerate(kinds) if kind in {"total", "weak"}]


def judged(
    sides: Sides,
    index: int,
    *,
    mixed: bool = True,
    proved: frozenset[int] = frozenset(),
) -> list[Verdict]:
    """Return the verdicts on one total line's cells; none when nothing is known.

    `mixed`: the cells of a line may be of different kinds, averages among them.
    `proved`: places in which other total lines foot.
    """
    best: Sum | None = None
    most = -len(sides.headings) - 1
    for parts, needed in candidates(sides.lines, index):
        one = Sum(sides, index, tuple(parts))
        votes = one.votes()
        foots, fails = votes.count("foots"), votes.count("fails")
        if foots >= needed and not fails:
            return [one.verdict(at, foots=True) for at in _of(votes, "foots")]
        # Among many choices some fit by chance, so they must win clearly.
        enough = needed == 1 or (foots > fails and _is_large(one, votes))
        if enough and fails and foots - fails > most:
            best, most = one, foots - fails
    return _failed(best, mixed=mixed, proved=proved) if best else []


def _of(votes: list[str], kind: str) -> list[int]:
    return [at for at, vote in enumerate(votes) if vote == kind]


def _is_large(one: Sum, votes: list[str]) -> bool:
    """Say whether two totals foot that are too large to do so by chance."""
    large = [at for at in _of(votes, "foots") if abs(one.said(at)) >= CHANCE]
    return len(large) >= 2


def _failed(one: Sum, *, mixed: bool, proved: frozenset[int]) -> list[Verdict]:
    """Return the verdicts when not every column foots."""
    votes = one.votes()
    right, wrong = _of(votes, "foots"), _of(votes, "fails")
    if right:
        # A column in the middle of its parts may be an average; where two others
        # foot it is more likely wrong, but that is no proof.
        doubted = [at for at in wrong if mixed and one.averages(at)]
        told = [at for at in wrong if at not in doubted or len(right) > 1]
        return [
            one.verdict(at, foots=at in right, sure=at not in doubted)
            for at in (*right, *told)
        ]
    near = all(at in proved or one.is_near(at) for at in wrong)
    labelled = one.sides.lines[one.index].kind == "total"
    if not labelled or not near or len(one.parts) < 2:
        return []
    return [one.verdict(at, foots=False, sure=False) for at in wrong]


def candidates(lines: Sequence[Line], index: int) -> Iterator[tuple[list[int], int]]:
    """Yield sets of lines that a total may be the sum of, and the votes it needs."""
    seen: set[tuple[int, ...]] = set()
    for parts, votes in _candidates(lines, index):
        if parts and tuple(parts) not in seen:
            seen.add(tuple(parts))
            yield parts, votes


def _candidates(lines: Sequence[Line], index: int) -> Iterator[tuple[list[int], int]]:
    kinds = [line.kind for line in lines]
    above = [k for k in range(index) if kinds[k] in {"part", "weak"}]
    totals = [k for k in range(index) if kinds[k] == "total"]
    last = totals[-1] if totals else -1
    section = max((k for k in range(index) if kinds[k] == "section"), default=-1)
    loose = [k for k in above if k > last]
    yield loose, 1
    yield [k for k in above if k > section], 1
    yield above, 1
    yield sorted(totals + loose), 1
    yield totals, 1
    below = []
    for k in range(index + 1, len(lines)):
        if kinds[k] in {"total", "section"}:
            break
        below += [k] if kinds[k] in {"part", "weak"} else []
    yield below, 1
    for length in range(2, len(above)):
        yield above[-length:], 2
    yield from _with_gaps(above)


def _with_gaps(above: list[int]) -> Iterator[tuple[list[int], int]]:
    """Yield the lines above without one, two or three of them."""
    if 3 <= len(above) <= MOST_LINES:
        for missing in range(1, min(4, len(above) - 1)):
            for gone in combinations(above, missing):
                yield [k for k in above if k not in gone], 2
