"""Failing totals: a sum and its votes in; what is told of what fails, out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from crossfoot.numbers.labels import counted, is_bare, is_periodic, measure_of
from crossfoot.numbers.mistyped import LEAST_FIGURES, figures_at, slip_between
from crossfoot.numbers.tables.candidates import Candidate
from crossfoot.numbers.tables.lines import Sides
from crossfoot.numbers.tables.sums import NEAR, ZERO, Sum, Verdict, value_of

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
MANY = 5
"""Rows of small counts that foot, for each that does not, in a column of totals."""
FEWEST = 3
"""Rows of which a first total is the sum, where one slip explains the difference."""
CHANCE = 1000
"""Steps of a difference from which one part too many explains it by no chance."""
LEAST = 20
"""The same where that part is the sum of others right above it."""
SEVERAL = 3
"""Columns that prove a total before one other figure is no chance in another one."""
SINGLE = 2
"""Cells of a total that foot with one part from which another may be told."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What other lines of a table say of a total."""

    mixed: bool = True
    """Its cells may be of different kinds, averages among them."""
    proved: frozenset[int] = frozenset()
    """Places in which other total lines foot."""
    settled: bool = False
    """All other totals foot, or say again what one line says."""
    used: bool = False
    """It is itself a part of a total that foots."""


def of(votes: Sequence[str], kind: str) -> list[int]:
    """Return the places of the votes of a kind."""
    return [at for at, vote in enumerate(votes) if vote == kind]


def may_tell(one: Sum, at: int) -> bool:
    """Say whether a total is near its sum, or one slip of the keys away."""
    return one.is_near(at) or one.is_slip(at)


def failed(
    one: Sum, option: Candidate, votes: list[str], proof: Proof
) -> list[Verdict]:
    """Return the verdicts when not every column foots."""
    right, wrong = of(votes, "foots"), of(votes, "fails")
    solid = [at for at in right if one.proves(at)]
    if not proof.mixed and len(right) >= MANY * len(wrong):
        solid = solid or [at for at in right if len(one.brought(at)) > 1][1:]
        # Everywhere else the total says what is all there is.
        solid = solid or ([] if any(one.brought(at)[1:] for at in right) else right)
    line = one.sides.lines[one.index]
    bare = is_bare(line.label)
    lone = len(one.parts) < 2 and not (bare and option.loose)
    if lone and not bare:
        # One other row that says the same here and there is no sum of it.
        return []
    denied = _denied(one, right, wrong)
    apart = _is_inside(one, votes, right) or _is_elsewhere(one, right, denied)
    if lone or apart:
        return [one.verdict(at, foots=True) for at in right]
    if _is_gone(one, wrong) or _is_doubtful(one, right, denied):
        return []
    if solid:
        return _beside(one, right, wrong, len(solid), mixed=proof.mixed)
    if option.named and all(may_tell(one, at) for at in wrong):
        return _backed(one, wrong)
    if _is_unnamed(one, option) and all(map(one.is_over, wrong)):
        return [one.verdict(at, foots=False, sure=False) for at in wrong]
    if line.kind != "total" or option.minus or counted(line.label) > len(one.parts):
        return []
    if _is_of_others(one, option, wrong, proof):
        return []
    return _unproved(one, option, wrong, proof)


def _unproved(
    one: Sum, option: Candidate, wrong: list[int], proof: Proof
) -> list[Verdict]:
    """Return the verdicts on a total that no column of its own proves."""
    proof = proof if option.loose else replace(proof, proved=frozenset())
    # Where nothing is left in a column, the others have to tell.
    wrong = [at for at in wrong if one.real(at) or not one.said(at)] or wrong
    few = any(len(one.terms(at)) < min(2, len(one.parts)) for at in wrong)
    meant = all(_is_meant(one, at, wrong, proof) for at in wrong)
    if few or not meant or _overlaps(one, option, wrong):
        return []
    return [
        replace(one.verdict(at, foots=False, sure=False), backed=at in proof.proved)
        for at in wrong
    ]


def _denied(one: Sum, right: Sequence[int], wrong: Sequence[int]) -> list[int]:
    """Return the columns that speak against a sum: no means, if one foots for sure.

    Means and medians lie among their parts, and stand beside sums in a row of all.
    """
    sure = any(one.proves(at) and one.steps(at) >= CHANCE for at in right)
    return [at for at in wrong if not (sure and one.averages(at))]


def _is_of_others(
    one: Sum, option: Candidate, wrong: Sequence[int], proof: Proof
) -> bool:
    """Say whether a total that fails may be that of other rows than these."""
    label = one.sides.lines[one.index].label
    listed = one.sides.measures and not all(map(one.is_near, wrong))
    below = option.below and not _is_upheld(one, wrong, proof)
    if is_periodic(label) and len(_sums(one.sides)) > 1:
        return True
    if (unit := measure_of(label)) and _measures(one) - {unit, ""}:
        return True
    if not is_bare(label) and (below or listed):
        return True
    return bool(one.index) and not option.below and _is_first(one.sides)


def _measures(one: Sum) -> set[str]:
    """Return what the parts say in brackets that they are in."""
    return {measure_of(one.sides.lines[part].label) for part in one.parts}


def _is_upheld(one: Sum, wrong: Sequence[int], proof: Proof) -> bool:
    """Say whether a total that heads its block is told by the total over it.

    That one foots with it, or with what its rows come to, which is near.
    """
    known = proof.used or all(at in proof.proved for at in wrong)
    return known and all(may_tell(one, at) for at in wrong)


def _is_gone(one: Sum, wrong: Sequence[int]) -> bool:
    """Say whether one part too many explains each column, by no chance.

    It is a sum of some of them without the name of one, or a row of another total.
    """
    offs = {at: abs(one.said(at) - one.real(at)) for at in wrong}
    large = all(
        off * one.steps(at) >= CHANCE * abs(one.said(at)) for at, off in offs.items()
    )
    large = large or all(_is_summed(one, at) for at in wrong)
    held = large and all(map(one.leaves_out, wrong))
    return bool(wrong) and held and len(one.parts) >= FEWEST


def _is_summed(one: Sum, at: int) -> bool:
    """Say whether the part too many is what some right above it come to."""
    values, over = one.values(at), one.real(at) - one.said(at)
    runs = (accumulate(reversed(values[:k])) for k in _places(values, over))
    large = over * one.steps(at) >= LEAST * abs(one.said(at))
    return large and any(over in [*run][1:] for run in runs)


def _places(values: Sequence[Decimal], value: Decimal) -> list[int]:
    return [k for k, one in enumerate(values) if one == value]


def _is_inside(one: Sum, votes: Sequence[str], right: Sequence[int]) -> bool:
    """Say whether in more columns than add up the largest part is all of the total.

    There some parts are of which others are, and no sum is meant.
    """
    inside = (
        at
        for at in of(votes, "skip")
        if one.total(at) and len(one.brought(at)) > 1 and one.is_within(at)
    )
    return sum(1 for _ in inside) > len(right)


def _is_doubtful(one: Sum, right: Sequence[int], wrong: Sequence[int]) -> bool:
    """Say whether more columns fail than foot of a row named `All` or `Net`."""
    line = one.sides.lines[one.index]
    named = line.kind == "weak" and bool(line.label)
    return named and len(wrong) > max(1, len(right))


def _is_elsewhere(one: Sum, right: Sequence[int], wrong: Sequence[int]) -> bool:
    """Say whether more columns are nowhere near their sums than are, or add up.

    What adds up does so by chance, as sums of noughts do.
    """
    far = sum(not may_tell(one, at) for at in wrong)
    return bool(right) and far > max(1, len(right), len(wrong) - far)


def _backed(one: Sum, wrong: Sequence[int]) -> list[Verdict]:
    """Return the verdicts on cells of which the label says what they are made of."""
    told = (one.verdict(at, foots=False, sure=False) for at in wrong)
    return [replace(each, backed=True) for each in told]


def _is_unnamed(one: Sum, option: Candidate) -> bool:
    """Say whether a row without a name ends rows that have one, as in accounts."""
    line = one.sides.lines[one.index]
    return not line.label and line.kind == "weak" and option.loose and not option.minus


def _is_meant(one: Sum, at: int, wrong: Sequence[int], proof: Proof) -> bool:
    """Say whether a total that no other column proves is the sum of its parts."""
    sole = is_bare(one.sides.lines[one.index].label) or len(_labelled(one.sides)) == 1
    alone = len(wrong) == 1
    most = sum(map(one.is_near, wrong)) * 2 > len(wrong)
    alike = one.is_alike(at, proved=at in proof.proved or (most and not alone))
    return (
        (one.is_slip(at) and (sole or one.is_plain(at) or _is_whole(one)))
        or one.is_nought(at)
        or ((at in proof.proved or one.is_plain(at, alone=alone)) and alike)
        or (
            one.is_near(at)
            and not one.averages(at)
            and (alone or sole or proof.settled)
        )
        or (one.is_near(at) and one.is_plain(at))
    )


def _is_whole(one: Sum) -> bool:
    """Say whether a first total has all rows above it, from the first one on."""
    lines = one.sides.lines[: one.index]
    rest = [k for k, line in enumerate(lines) if line.kind != "section"]
    plain = all(lines[k].kind == "part" for k in rest)
    return plain and list(one.parts) == rest and len(rest) >= FEWEST


def _overlaps(one: Sum, option: Candidate, wrong: Sequence[int]) -> bool:
    """Say whether some of the parts alone make up the total, so that others overlap."""
    bare = is_bare(one.sides.lines[one.index].label)
    listed = one.sides.measures
    return all(
        one.leaves_out(at)
        if option.below
        else not bare and (one.ends_in(at) or (listed and one.holds_run(at)))
        for at in wrong
    )


def _sums(sides: Sides) -> list[int]:
    kinds = [line.kind for line in sides.lines]
    return [k for k, kind in enumerate(kinds) if kind in {"total", "weak"}]


def _labelled(sides: Sides) -> list[int]:
    return [k for k, line in enumerate(sides.lines) if line.kind == "total"]


def _is_first(sides: Sides) -> bool:
    """Say whether the totals of a table stand above their parts."""
    first = next((line for line in sides.lines if line.kind != "section"), None)
    return first is not None and first.kind == "total"


def _beside(
    one: Sum, right: list[int], wrong: list[int], solid: int, *, mixed: bool
) -> list[Verdict]:
    """Return the verdicts where other columns prove how the total is made.

    A column in the middle of its parts may be an average; where two others foot it is
    more likely wrong, but that is no proof. One that is far off may be anything.
    """
    doubted = {
        at
        for at in wrong
        if mixed and one.averages(at) and not any(_are_alike(one, at, k) for k in right)
    }
    # Elsewhere too a single part is all there is.
    single = sum(len(one.terms(at)) == 1 for at in right) >= SINGLE
    most = len(right) >= len(wrong)
    told = [
        at
        for at in wrong
        if (single or len(one.terms(at)) > 1 or _is_dashed(one, at))
        and (
            one.is_slip(at)
            or _is_mistyped(one, at, right)
            or _is_within(one, at)
            or (
                one.is_alike(at)
                and not (mixed and _is_rate(one, at, right))
                and (at not in doubted or (solid > 1 and one.is_near(at)))
                and (most or one.is_near(at))
            )
        )
    ]
    out = [one.verdict(at, foots=True) for at in right]
    for at in told:
        sure = may_tell(one, at) and not (mixed and one.averages(at))
        sure = sure and (single or len(one.terms(at)) > 1)
        out.append(replace(one.verdict(at, foots=False, sure=sure), backed=True))
    return out


def _is_mistyped(one: Sum, at: int, right: Sequence[int]) -> bool:
    """Say whether two figures exchanged in a number are all that is wrong.

    One other figure will do where a row that is all `Total` foots in several columns of
    numbers that are printed alike.
    """
    step, over = _step(one, at), one.real(at) - one.said(at)
    alike = [k for k in right if one.proves(k) and _step(one, k) == step]
    plain = len(alike) >= SEVERAL and is_bare(one.sides.lines[one.index].label)
    slips = {"exchange", "figure"} if plain else {"exchange"}
    pairs = [(one.said(at), one.real(at))]
    pairs += [(value, value - over) for value in one.values(at)]
    figures = (
        [figures_at(abs(value), step).zfill(LEAST_FIGURES) for value in pair]
        for pair in pairs
        if pair[0] * pair[1] > 0
    )
    return any(slip_between(a, b) in slips for a, b in figures)


def _is_within(one: Sum, at: int) -> bool:
    """Say whether parts of both signs miss the total by little of what they are."""
    values = [*one.values(at), one.said(at)]
    whole = sum(map(abs, values), ZERO)
    off = abs(one.said(at) - one.real(at))
    return min(values) < 0 < max(values) and off <= NEAR * whole


def _is_rate(one: Sum, at: int, right: Sequence[int]) -> bool:
    """Say whether decimals lie among their parts, beside whole numbers that add up.

    Changes in per cent and rates of a whole do, near those of its largest part.
    """
    values = [value_of(cell) for cell in one.terms(at)]
    among = ZERO <= min(values) <= one.said(at) <= max(values)
    whole = all(_step(one, k) >= 1 for k in right)
    return among and whole and _step(one, at) < 1


def _step(one: Sum, at: int) -> Decimal:
    """Return the finest step to which numbers of a column are printed."""
    amounts = [cell.cell.amount for cell in one.terms(at) if cell.cell.amount]
    return min((amount.step for amount in amounts), default=Decimal(1))


def _is_dashed(one: Sum, at: int) -> bool:
    """Say whether dashes stand for nothing beside the only part, a slip away.

    Blanks may where the total says no more than that it is one.
    """
    filled = all(cell and cell.text for cell in one.cells(at))
    filled = filled or is_bare(one.sides.lines[one.index].label)
    return one.is_slip(at) and filled


def _are_alike(one: Sum, at: int, other: int) -> bool:
    """Say whether two columns hold the same of two years, by headings and unit."""
    totals = [cell for k in (at, other) if (cell := one.total(k))]
    units = {cell.cell.amount.unit for cell in totals if cell.cell.amount}
    dated = [YEAR.search(one.sides.headings[k]) for k in (at, other)]
    return len(units) == 1 and all(dated)
