"""Blame: verdicts on totals in; which of their cells is the wrong one, out.

A wrong cell makes a total of its row and one of its column wrong. What both leave for
the only cell that they share is what it should say, and neither total is touched.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.numbers.sheets import Field
from crossfoot.numbers.sums import Verdict, value_of
from crossfoot.places import Place


@dataclass(frozen=True, slots=True)
class Blame:
    """A cell that is wrong, as several totals tell."""

    cell: Field
    value: Decimal
    """What each of them leaves for it."""
    verdicts: tuple[Verdict, ...]


def blamed(verdicts: Sequence[Verdict]) -> list[Blame]:
    """Return the cells that are all that several failing totals have in common.

    A total that is wrong itself is such a cell where it is a part of another one.
    """
    left: dict[Place, list[tuple[Verdict, Field, Decimal]]] = {}
    for one in verdicts:
        for cell, value in () if one.foots else _leaves(one):
            left.setdefault(cell.place, []).append((one, cell, value))
    out: list[Blame] = []
    gone: set[Place] = set()
    for _, told in sorted(left.items()):
        wrong = tuple(one for one, _, _ in told)
        totals = {one.total.place for one in wrong}
        alike = len({value for _, _, value in told}) == 1
        if len(totals) > 1 and alike and not totals & gone and _is_sole(wrong):
            gone |= totals
            out.append(Blame(told[0][1], told[0][2], wrong))
    return out


def _is_sole(verdicts: Iterable[Verdict]) -> bool:
    """Say whether totals have a single cell in common."""
    cells = [{one.total.place, *(part.place for part in one.parts)} for one in verdicts]
    return len(set.intersection(*cells)) == 1


def _leaves(one: Verdict) -> Iterator[tuple[Field, Decimal]]:
    """Yield each cell of a total, with what the others leave for it."""
    yield one.total, one.sum
    if len(one.parts) != len(one.terms):
        return
    short = value_of(one.total) - one.sum
    for part, (sign, _) in zip(one.parts, one.terms, strict=True):
        yield part, value_of(part) + sign * short


def upheld(verdicts: Iterable[Verdict]) -> Mapping[Place, Verdict]:
    """Return the parts of totals that foot, each with such a total."""
    return {
        part.place: one
        for one in verdicts
        if one.foots and len(one.parts) > 1
        for part in one.parts
    }
