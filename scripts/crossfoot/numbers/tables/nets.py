"""Nets: a table's rows in; what is left of two totals, and whether it is, out.

Accounts end in what the total of their income leaves after that of their expenses:
`Net income`, `Surplus for the year`, `Deficit`. No other column has to prove it, where
the two totals stand right above it and each is known to be the sum of its own rows.
So does a row such as `Receivables, net`, where other columns prove what it is made of.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from crossfoot.numbers.labels import is_left, is_net, is_netted
from crossfoot.numbers.tables.failing import may_tell
from crossfoot.numbers.tables.lines import Sides, label_of
from crossfoot.numbers.tables.sheets import Field, Sheet
from crossfoot.numbers.tables.sums import ASIDE, Sum, Verdict, value_of
from crossfoot.places import Place

LONG = 1000
"""Steps of a number from which two others make it up by no chance."""


def is_nil(rows: Sides, index: int) -> bool:
    """Say whether a total says that there is nothing."""
    return not any(cell and value_of(cell) for cell in rows.lines[index].cells)


def nets(rows: Sides, made: Collection[Place]) -> Iterator[tuple[int, list[Verdict]]]:
    """Yield the rows, and the verdicts on them, that say what two totals leave.

    `made`: cells of totals that are known to be the sum of their rows.
    """
    for index, line in enumerate(rows.lines):
        if line.kind in {"part", "weak"} and is_left(line.label):
            pair = _pair(rows, index)
            if pair:
                yield index, _of(rows, index, pair, made)
                continue
        if line.kind in {"part", "weak"} and is_netted(line.label):
            told = (_proved(rows, index, pair) for pair in _above(rows, index))
            yield index, next(filter(None, told), [])


def _above(rows: Sides, index: int) -> Iterator[tuple[int, int]]:
    """Yield the two rows that a net may be made of: those right above it.

    Or a total right above it, and the last net before that.
    """
    lines = rows.lines
    above = [k for k in range(index) if lines[k].kind not in ASIDE]
    if len(above) < 2:
        return
    yield above[-2], above[-1]
    before = [k for k in above[:-1] if is_netted(lines[k].label)]
    if lines[above[-1]].kind == "total" and before:
        yield before[-1], above[-1]


def _proved(rows: Sides, index: int, pair: tuple[int, int]) -> list[Verdict]:
    """Return the verdicts on a net that two rows make up, as other columns prove."""
    for minus in (frozenset[int](), frozenset(pair[1:])):
        one = Sum(rows, index, pair, minus=minus)
        ats = [at for at in range(len(rows.headings)) if len(one.terms(at)) == 2]
        votes = {at: one.vote(at) for at in ats}
        right = [at for at in ats if votes[at] == "foots"]
        wrong = [at for at in ats if votes[at] == "fails"]
        exact = all(one.said(at) == one.real(at) for at in right)
        long = right and all(one.steps(at) >= LONG for at in right)
        told = exact and len(right) >= len(wrong) and all(map(one.is_slip, wrong))
        if long and told:
            held = [one.verdict(at, foots=True) for at in right]
            off = [one.verdict(at, foots=False, sure=False) for at in wrong]
            return held + [replace(each, backed=True) for each in off]
    return []


def _pair(rows: Sides, index: int) -> tuple[int, int] | None:
    """Return the last two totals, if nothing but notes and headings follows them."""
    lines = rows.lines
    before = [k for k in range(index) if lines[k].kind == "total"][-2:]
    if len(before) < 2:
        return None
    after = lines[before[1] + 1 : index]
    return (before[0], before[1]) if all(one.kind in ASIDE for one in after) else None


def _of(
    rows: Sides, index: int, pair: tuple[int, int], made: Collection[Place]
) -> list[Verdict]:
    """Return the verdicts on one such row, none where another sum may be meant."""
    less = Sum(rows, index, pair, minus=frozenset(pair[1:]))
    more = Sum(rows, index, pair, minus=frozenset(pair[:1]))
    ats = [at for at in range(len(rows.headings)) if len(less.terms(at)) == len(pair)]
    votes = {at: (less.vote(at), more.vote(at)) for at in ats}
    right = [at for at in ats if "foots" in votes[at]]
    wrong = [at for at in ats if votes[at] == ("fails", "fails")]
    known = all(_is_made(rows, k, made) for k in pair)
    told = [at for at in wrong if may_tell(less, at) and (right or known)]
    if len(told) < len(wrong) or (wrong and len(right) < len(wrong) and not known):
        return []
    out = [
        (less if votes[at][0] == "foots" else more).verdict(at, foots=True)
        for at in right
    ]
    failed = [less.verdict(at, foots=False, sure=False) for at in told]
    return out + [replace(one, backed=True) for one in failed]


def _is_made(rows: Sides, index: int, made: Collection[Place]) -> bool:
    """Say whether a total is known to be the sum of its rows, or of the only one."""
    cells = rows.lines[index].cells
    return any(one and one.place in made for one in cells) or rows.is_again(index)


def left_by(sheet: Sheet, verdicts: Sequence[Verdict]) -> dict[Place, Verdict]:
    """Return the totals that fail and that a net right below them holds with.

    It is what they leave of a total above that foots, as both stand.
    """
    out: dict[Place, Verdict] = {}
    for one in verdicts:
        row = next((k for k, line in enumerate(sheet.rows) if one.total in line), None)
        after = (
            sheet.rows[row + 1 : row + 2] if row is not None and not one.foots else ()
        )
        for line in after:
            at = sheet.rows[row or 0].index(one.total)
            net = line[at] if at < len(line) else None
            label = label_of(line, [at])
            if net and (is_net(label) or is_left(label)):
                whole = _whole(sheet, verdicts, one, at, value_of(net))
                if whole:
                    parts = (whole, one.total)
                    held = replace(one, total=net, label=label, parts=parts, foots=True)
                    out[one.total.place] = held
    return out


def _whole(
    sheet: Sheet, verdicts: Sequence[Verdict], one: Verdict, at: int, net: Decimal
) -> Field | None:
    """Return the total in a column of which a failing one leaves a net."""
    column = [line[at] for line in sheet.rows if at < len(line)]
    firsts = (each.total for each in verdicts if each.foots and each.total in column)
    said = value_of(one.total)
    return next((f for f in firsts if abs(value_of(f) - said) == abs(net) != 0), None)
