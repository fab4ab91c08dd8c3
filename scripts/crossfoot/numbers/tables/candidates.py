"""Candidates: the lines of a table in, the sets that a total may be the sum of, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from crossfoot.amounts import english_sums
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.labels import is_less, is_net, name_of, plain
from crossfoot.numbers.tables.lines import Line
from crossfoot.numbers.tables.timed import of_one_time

BRACKETED = re.compile(r"\([^()]*\)")
BOTH = re.compile(rf"[^,]*\s(?:{any_of(english_sums.BOTH)})\s[^,]*", re.IGNORECASE)
"""`Total liabilities and equity`, the sum of the last two totals, and not of three."""
MOST_LINES = 14
"""Lines among which some may be left out of a sum."""
LONGEST_RUN = 40
"""Lines right above a total that are tried as its only parts."""
FEWEST = 2
"""Lines since the last total that make it no total of that one alone."""
IN_BRACKETS = re.compile(r"\(([^()]*[^\W\d_]{3}[^()]*)\)\W*\Z")
"""What a label says last, in brackets."""
MOST_NAMES = 400
"""Lines of a table in which those of one name are looked for."""
PARTS = frozenset({"part", "weak"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Lines that a total may be the sum of."""

    parts: tuple[int, ...]
    votes: int = 1
    """How many columns have to foot: two where many sets are tried."""
    below: bool = False
    loose: bool = False
    """They are the lines since the last total."""
    whole: bool = False
    """Rows that are no parts are among them: most columns have to foot."""
    minus: frozenset[int] = frozenset()
    """The lines that are taken away."""
    named: bool = False
    """The label of the total says that they are what it is made of."""


def candidates(
    lines: Sequence[Line], index: int, covered: frozenset[int] = frozenset()
) -> Iterator[Candidate]:
    """Yield each set of lines that a total may be the sum of, the likeliest first.

    `covered`: lines that an earlier total is known to be the sum of.
    """
    seen: set[tuple[tuple[int, ...], frozenset[int]]] = set()
    for one in _candidates(lines, index, covered):
        key = (one.parts, one.minus)
        if one.parts and key not in seen:
            seen.add(key)
            yield one


def _candidates(
    lines: Sequence[Line], index: int, covered: frozenset[int]
) -> Iterator[Candidate]:
    kinds = [line.kind for line in lines[:index]]
    above = [k for k in range(index) if kinds[k] in PARTS]
    totals = [k for k in range(index) if kinds[k] == "total"]
    last = totals[-1] if totals else -1
    section = max((k for k in range(index) if kinds[k] == "section"), default=-1)
    loose = [k for k in above if k > last]
    if len(totals) > 2 and not loose and BOTH.fullmatch(lines[index].label):
        yield Candidate(tuple(totals[-2:]), named=True)
    yield Candidate(_named(lines, above, index), loose=True)
    yield from _less(lines, loose, last)
    recent = _recent(lines, loose)
    if not lines[index].label:
        yield Candidate(recent, loose=True)
    yield Candidate(tuple(loose), loose=True)
    yield from _of_one_kind(lines, loose)
    yield Candidate(recent)
    yield Candidate(tuple(k for k in above if k > section))
    yield Candidate(tuple(above))
    yield Candidate(tuple(sorted(totals + loose)))
    if len(totals) > 1 or len(loose) < FEWEST:
        yield Candidate(tuple(totals))
    tops = tuple(k for k in sorted(totals + above) if k not in covered)
    less = frozenset(k for k in tops if is_less(lines[k].label))
    if less and len(less) < len(tops):
        yield Candidate(tops, minus=less)
    yield Candidate(tops)
    sides = [k for k in range(last + 1, index) if kinds[k] == "aside"]
    yield Candidate(tuple(sorted(loose + sides)), whole=True)
    yield from _below(lines, index)
    if is_net(lines[index].label):
        yield from _net(sorted(totals + above))
    yield from _runs(above, named=bool(lines[index].label))
    for one in _with_gaps(above):
        # What another total is made of is no sum of the lines since it.
        if not loose or one.parts[-1] > last:
            yield one


def _recent(lines: Sequence[Line], loose: Sequence[int]) -> tuple[int, ...]:
    """Return the lines since the last sum, whatever it is called, or none.

    Accounts leave the sums of their groups without a name.
    """
    sums = [k for k in loose if lines[k].kind == "weak"]
    found = tuple(k for k in loose if sums and k > sums[-1])
    return found if len(found) > 1 else ()


def _less(lines: Sequence[Line], loose: list[int], last: int) -> Iterator[Candidate]:
    """Yield the lines since the last total with those taken away that say so.

    `last`: the last total, from which they are taken where all are, or -1.
    """
    less = frozenset(k for k in loose if is_less(lines[k].label))
    if less and len(less) < len(loose):
        yield Candidate(tuple(loose), loose=True, minus=less)
    elif less and last >= 0:
        yield Candidate((last, *loose), minus=less)


def _of_one_kind(lines: Sequence[Line], loose: Sequence[int]) -> Iterator[Candidate]:
    """Yield the lines of one name among others, and those that are all times."""
    yield Candidate(_of_one_name(lines, loose))
    yield from _of_times(lines, loose)


def _of_times(
    lines: Sequence[Line], rows: Sequence[int], *, below: bool = False
) -> Iterator[Candidate]:
    """Yield the days, months or quarters that stand among other lines."""
    for found in of_one_time([lines[k].label for k in rows]):
        yield Candidate(tuple(rows[k] for k in found), below=below)


def _of_one_name(lines: Sequence[Line], loose: Sequence[int]) -> tuple[int, ...]:
    """Return the lines of the name that stands right above a total, if not all have it.

    `Leeds`, `Hove`, `Hove (loan)`, `Hove` and `Total`.
    """
    names = [plain(BRACKETED.sub("", lines[k].label)) for k in loose]
    found = tuple(k for k, name in zip(loose, names, strict=True) if name == names[-1])
    return found if 1 < len(found) < len(loose) else ()


def _named(lines: Sequence[Line], above: Sequence[int], index: int) -> tuple[int, ...]:
    """Return several lines whose label is that of what a total is called the sum of."""
    name = name_of(lines[index].label) if len(lines) <= MOST_NAMES else ""
    found = tuple(
        k
        for k in above
        if name and (plain(lines[k].label) == name or _is_of(lines[k], name))
    )
    return found if len(found) > 1 else ()


def _is_of(line: Line, name: str) -> bool:
    """Say whether a column is one of several of a name: `League Goals`, `Cup Goals`.

    A row may say in brackets what it is of, as its total does: `Power (by market)`.
    """
    said = IN_BRACKETS.search(line.label)
    if said and plain(said[1]) == name:
        return True
    return line.column and plain(line.label).endswith(f" {name}")


def _below(lines: Sequence[Line], index: int) -> Iterator[Candidate]:
    """Yield the lines that follow a total which stands first.

    Where some of them are taken away, they and what is left say the total again.
    """
    below: list[int] = []
    for k in range(index + 1, len(lines)):
        if lines[k].kind in {"total", "section"}:
            break
        below += [k] if lines[k].kind in PARTS else []
    last = lines[below[-1]] if below else None
    less = any(is_less(lines[k].label) for k in below)
    left = index > 1 and last and (last.kind == "weak" or not last.label)
    if not (less or left):
        yield Candidate(tuple(below), below=True)
    if index == 0:
        rest = range(1, len(lines))
        leaves = [k for k in rest if lines[k].kind in PARTS]
        if not any(is_less(lines[k].label) for k in leaves):
            yield Candidate(tuple(leaves), below=True)
        yield from _of_times(lines, leaves, below=True)
        tops = [k for k in rest if lines[k].kind == "total"]
        yield Candidate(tuple(tops), below=True)


def _net(above: list[int]) -> Iterator[Candidate]:
    """Yield one line less others: the last two, and the first less the rest."""
    if len(above) < 2:
        return
    pairs = list(combinations(above[-4:], 2))
    for first, second in sorted(pairs, key=lambda pair: -pair[1]):
        yield Candidate((first, second), 2, minus=frozenset({second}))
    yield Candidate(tuple(above), 2, minus=frozenset(above[1:]))


def _runs(above: list[int], *, named: bool) -> Iterator[Candidate]:
    """Yield the lines right above a total; one without a name may be a sum of any."""
    votes = 2 if named else 1
    for length in range(2, min(len(above), LONGEST_RUN)):
        yield Candidate(tuple(above[-length:]), votes, whole=not named)


def _with_gaps(above: list[int]) -> Iterator[Candidate]:
    """Yield the lines above without one, two or three of them."""
    if 3 <= len(above) <= MOST_LINES:
        for missing in range(1, min(4, len(above) - 1)):
            for gone in combinations(above, missing):
                yield Candidate(tuple(k for k in above if k not in gone), 2)
