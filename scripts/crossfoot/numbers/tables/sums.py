"""Sums: a table's lines in; what a total says and what its parts add up to, out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from crossfoot.amounts.model import ONE, is_integral, is_scientific
from crossfoot.numbers.labels import ends_so, is_bare, is_total_of, measures
from crossfoot.numbers.slips import has_nought, is_nought, is_slip
from crossfoot.numbers.tables.folds import is_manifold
from crossfoot.numbers.tables.lines import Line, Sides
from crossfoot.numbers.tables.rounding import (
    FULL,
    NEARLY_FULL,
    Numbers,
    is_finer,
    of_all,
    of_shares,
    printed,
    slack,
    steps_of,
)
from crossfoot.numbers.tables.sheets import Field, is_unavailable
from crossfoot.numbers.tables.summable import are_one

ZERO = Decimal(0)
MOST_SHARES = Decimal(150)
MIDDLE = Decimal("0.35")
"""How far from the mean an average may lie, as a share of the range of its parts."""
NEAR = Decimal("0.25")
"""How far a total that nothing proves may be from its sum, as a share of them."""
RELATIVE = frozenset({"", "count", "%", "ratio", "pp", "bp"})
"""Units of which a total may be that of something else."""
ASIDE = frozenset({"aside", "section"})
KNOWN = frozenset({"number", "blank"})
MOST_APART = 11
"""How far a bare total may be from its sum: a nought too many in the largest part."""
TWICE = 2
NO_CHANCE = 20
LONGEST_RUN = 40
CENT = Decimal("0.01")
NAMED = re.compile(r"\A[^\ufffc]*[^\W_][^\ufffc]*\Z")
"""A label that tells its row from others: code and formulas are not read."""
LEAST_STEPS = 5
"""Steps of a total from which it foots by no chance."""
CROWD = 1000
"""A count from which figures are rounded for secrecy."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one total."""

    total: Field
    parts: tuple[Field, ...]
    foots: bool
    sure: bool
    """It is declared, or another column proves how the total is made."""
    sum: Decimal
    label: str
    heading: str
    terms: tuple[tuple[int, str], ...] = ()
    """The signs and labels of the lines that it is the sum of."""
    lines: frozenset[int] = frozenset()
    """Those lines."""
    backed: bool = False
    """Another column of the line foots, or another total of the column."""
    again: tuple[Field, ...] = ()
    """A row among the parts that stands twice; without it the total foots."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A total line and the lines that it may be the sum of."""

    sides: Sides
    index: int
    parts: tuple[int, ...]
    strict: bool = False
    """It is declared: whole numbers are exact, however round they look."""
    minus: frozenset[int] = frozenset()
    """The parts that are taken away."""

    def total(self, at: int) -> Field | None:
        """Return the total's cell."""
        return self.sides.lines[self.index].cells[at]

    def said(self, at: int) -> Decimal:
        """Return what the total says."""
        return value_of(total) if (total := self.total(at)) else ZERO

    def steps(self, at: int) -> Decimal:
        """Return how many of its printed steps the total is."""
        amount = total.cell.amount if (total := self.total(at)) else None
        return abs(self.said(at)) / amount.step if amount and amount.step else ZERO

    def cells(self, at: int) -> list[Field | None]:
        """Return the cells of the parts."""
        return [self.sides.lines[part].cells[at] for part in self.parts]

    def terms(self, at: int) -> tuple[Field, ...]:
        """Return the parts that are numbers."""
        return tuple(one for one in self.cells(at) if one and one.cell.kind == "number")

    def values(self, at: int) -> list[Decimal]:
        """Return what each part brings to the sum."""
        return [
            -value_of(one) if part in self.minus else value_of(one)
            for part, one in zip(self.parts, self.cells(at), strict=True)
            if one and one.cell.kind == "number"
        ]

    def brought(self, at: int) -> list[Decimal]:
        """Return what the parts bring that are not nothing."""
        return [one for one in self.values(at) if one]

    def real(self, at: int) -> Decimal:
        """Return what the parts add up to."""
        return sum(self.values(at), ZERO)

    def vote(self, at: int) -> str:
        """Say of one cell: `foots`, `fails`, or `skip` when nobody can know."""
        total, cells = self.total(at), self.cells(at)
        if total is None or total.cell.kind != "number":
            return "skip"
        if {one.cell.kind if one else "unknown" for one in cells} - KNOWN:
            return "skip"
        terms = self.terms(at)
        units = {one.cell.amount.unit for one in (total, *terms) if one.cell.amount}
        said, real = self.said(at), self.real(at)
        if not are_one(units) or not terms or not (said or real):
            return "skip"
        share = units == {"%"}
        amounts = [one.cell.amount for one in terms if one.cell.amount]
        reach = max(self.reach(at), of_shares(amounts) if share else ZERO)
        if abs(said - real) <= reach and not self._is_finer(at):
            return "skip" if share and not self._is_full(at) else "foots"
        # A dash says that there is no share of it; a blank may stand for one.
        gaps = any(one and not one.text for one in cells)
        return "skip" if self._is_another(at, share, gaps) else "fails"

    def _is_finer(self, at: int) -> bool:
        """Say whether one whole number, finer than all others, is off by the rest."""
        numbers = [abs(one) for one in (*self.values(at), self.said(at)) if one]
        whole = all(map(is_integral, numbers)) and not self.minus
        return whole and is_finer(numbers, abs(self.said(at) - self.real(at)))

    def is_share(self, at: int) -> bool:
        """Say whether a column holds nothing but shares of a hundred, or says so."""
        cells = [self.total(at), *self.cells(at)]
        units = {one.cell.amount.unit for one in cells if one and one.cell.amount}
        said, off = self.said(at), abs(self.said(at) - self.real(at)) > NEARLY_FULL
        full = self._is_full(at) and said >= FULL - NEARLY_FULL
        known = all(one and one.text and one.cell.kind in KNOWN for one in cells)
        # The largest may have a nought too many, of which the others are the rest.
        over = self.real(at) - self.said(at) * 19 / 10
        apart = abs(over) <= NEARLY_FULL or not self.is_within(at)
        return units == {"%"} and off and full and known and apart

    def _is_full(self, at: int) -> bool:
        """Say whether percentages are those of a whole."""
        sides = (self.said(at), self.real(at))
        return self.strict or any(abs(one - FULL) <= NEARLY_FULL for one in sides)

    def _is_another(self, at: int, share: bool, gaps: bool) -> bool:
        """Say whether a total that does not foot is something else than a sum.

        Opposite signs are a convention, far larger is another thing, and percentages
        that come to far more than a hundred are rates.
        """
        if self.strict:
            return False
        said, real = self.said(at), self.real(at)
        values = self.values(at)
        signs = said == -real or abs(said) > 500 * abs(real) > 0
        many = real > MOST_SHARES and not has_nought(said, values, ONE)
        # Parts that are whole below a total that is not are shares of it.
        bare = is_bare(self.sides.lines[self.index].label)
        based = abs(real - FULL) <= NEARLY_FULL and not bare
        rates = share and (gaps or not self._is_full(at) or many or based)
        # What is not available may be all that a total has more than its parts.
        lacks = ZERO < real < said and any(map(is_unavailable, self.cells(at)))
        return lacks or rates or signs or self.is_within(at) or self._is_manifold(at)

    def is_within(self, at: int) -> bool:
        """Say whether the largest part is the total, so that the others are in it."""
        values, said = self.values(at), self.said(at)
        within = len(values) > 1 and said == max(values) and min(values) >= 0
        return within and not has_nought(said, values, ONE)

    def is_manifold(self) -> bool:
        """Say whether the parts of some column come to a multiple of the total."""
        return any(
            self._is_manifold(at)
            for at in range(len(self.sides.headings))
            if (total := self.total(at)) and total.cell.kind == "number"
        )

    def _is_manifold(self, at: int) -> bool:
        return is_manifold(self.values(at), self.said(at), self.reach(at))

    def reach(self, at: int) -> Decimal:
        """Return how far the total may be from the sum of its parts as printed.

        Whole numbers and cents are exact, but where all end in noughts. A number
        printed with step u stands for v - u/2 to v + u/2: half steps add up.
        """
        total, terms = self.total(at), self.terms(at)
        fields = (*terms, total) if total else terms
        amounts = [one.cell.amount for one in fields if one.cell.amount]
        steps = steps_of(amounts)
        if {amount.unit for amount in amounts} <= RELATIVE and total:
            steps = of_all(steps, self.values(at), self.said(at))
        money = all(amount.unit.isupper() for amount in amounts)
        exact = all(amount.scale == 1 for amount in amounts) and (
            set(steps) == {Decimal(1)} or (money and set(steps) == {CENT})
        )
        # The only part says what its total says, however both were rounded.
        sole = self.strict and len(self.parts) == 1 and len(set(steps)) == 1
        if self.sides.exact or not steps or sole:
            return ZERO
        slack = ZERO if self.strict else self._slack(at, steps, money)
        if self.sides.rounded or not exact:
            plain = self.sides.rounded or money or any(map(is_scientific, amounts))
            told = printed(steps, total=total is not None, plain=plain)
            return max(told, slack if exact else ZERO)
        return slack

    def _slack(self, at: int, steps: list[Decimal], money: bool) -> Decimal:
        """Return how far exact looking numbers may be off that were rounded."""
        if len(self.terms(at)) < (2 if self.sides.scaled else 3):
            return ZERO
        sized = measures(self.sides.headings[at])
        kind = Numbers(money, self._counts(at), sized, min(steps), self.sides.scaled)
        return slack(self.values(at), self.said(at), kind)

    def _counts(self, at: int) -> bool:
        """Say whether the numbers count what may be, or is said to be, rounded."""
        amount = total.cell.amount if (total := self.total(at)) else None
        count = amount is not None and amount.unit == "count"
        return count and (self.sides.rounded or abs(self.said(at)) >= CROWD)

    def verdict(self, at: int, *, foots: bool, sure: bool = True) -> Verdict:
        """Return the verdict on one cell of the total line, which must be there."""
        if (total := self.total(at)) is None:
            raise LookupError("a vote is cast only where there is a total")
        share = total.cell.amount is not None and total.cell.amount.unit == "%"
        lines = self.sides.lines
        return Verdict(
            total,
            self.terms(at),
            foots,
            sure and not (share and not self.strict),
            self.real(at),
            lines[self.index].label,
            self.sides.headings[at],
            tuple((-1 if k in self.minus else 1, lines[k].label) for k in self.parts),
            frozenset(self.parts),
        )

    def averages(self, at: int) -> bool:
        """Say whether the total lies in the middle of its parts, as an average does."""
        values = [value_of(one) for one in self.terms(at)]
        share = any(
            one.cell.amount.unit == "%" for one in self.terms(at) if one.cell.amount
        )
        if len(values) < 2 or not 0 <= min(values) <= self.said(at) <= max(values):
            return False
        full = share and abs(self.said(at) - FULL) <= NEARLY_FULL
        off = abs(self.said(at) - self.real(at) / len(values))
        return not full and off <= MIDDLE * (max(values) - min(values))

    def is_near(self, at: int) -> bool:
        """Say whether a total that nothing proves is so near its sum that it is one."""
        said, real = self.said(at), self.real(at)
        if said * real <= 0:
            return False
        return abs(said - real) <= NEAR * max(abs(said), abs(real))

    def is_over(self, at: int) -> bool:
        """Say whether a total is near its sum, or a slip off, and above each part."""
        least = max(map(abs, self.values(at)), default=ZERO)
        told = self.is_near(at) or self.is_slip(at)
        return told and len(self.terms(at)) > 1 and abs(self.said(at)) > least

    def is_plain(self, at: int, *, alone: bool = False) -> bool:
        """Say whether the total is plainly the sum of what stands above it.

        It says `total` and no more, or names what the rows stand under; or it is the
        only one, at the end, and is called so last or sums amounts of money or of one
        unit. `alone`: in the only column with a total counts will do, but for a list
        of measures.
        """
        lines, total = self.sides.lines, self.total(at)
        if max(self.parts, default=0) > self.index:
            return False
        label = lines[self.index].label
        if is_bare(label) or self.is_headed():
            return True
        unit = total.cell.amount.unit if total and total.cell.amount else ""
        others = [k for k, line in enumerate(lines) if line.kind == "total"]
        last = all(line.kind in ASIDE for line in lines[self.index + 1 :])
        units = {one.cell.amount.unit for one in self.terms(at) if one.cell.amount}
        kept = (unit not in RELATIVE and units == {unit}) or ends_so(label)
        counts = alone and unit == "count" and not self.sides.measures
        kept = kept or (counts and self.said(at) <= TWICE * self.real(at))
        return kept and last and others == [self.index]

    def is_headed(self) -> bool:
        """Say whether the parts stand under a heading that the total names."""
        lines = self.sides.lines
        above = [k for k in range(self.index) if lines[k].kind == "section"]
        heading = lines[above[-1]].label if above else self.sides.title
        return is_total_of(lines[self.index].label, heading)

    def is_alike(self, at: int, *, proved: bool = True) -> bool:
        """Say whether a total is of the size of its sum, one slip of a key apart.

        Where nothing proves it, parts of more than twice a total count something else:
        votes of people who have several.
        """
        said, real = self.said(at), self.real(at)
        if said * real <= 0 or max(said / real, real / said) > MOST_APART:
            return False
        return proved or real <= TWICE * said

    def leaves_out(self, at: int) -> bool:
        """Say whether one part too many, which no other row repeats, explains it."""
        lines = self.sides.lines
        over = self.real(at) - self.said(at)
        seen = [_texts(lines[part]) for part in self.parts]
        return any(
            cell is not None
            and over == value_of(cell) != 0
            and seen.count(_texts(lines[part])) == 1
            for part, cell in zip(self.parts, self.cells(at), strict=True)
        )

    def without_repeats(self) -> "tuple[Sum, int] | None":
        """Return the sum without parts that repeat another, and the first of those."""
        seen: set[tuple[str, ...]] = set()
        kept: list[int] = []
        for part in self.parts:
            line = self.sides.lines[part]
            whole = (line.label, *line.key, *_texts(line))
            # A total that is said again, with other parts of it between, is meant.
            above = self.sides.lines[part - 1]
            meant = line.kind == "total" and _texts(above) != _texts(line)
            if whole not in seen or meant or not NAMED.search(line.label):
                kept.append(part)
            seen.add(whole)
        gone = sorted(set(self.parts) - set(kept))
        # One row left is no sum.
        alone = not gone or len(kept) < TWICE
        return None if alone else (replace(self, parts=tuple(kept)), gone[0])

    def ends_in(self, at: int) -> bool:
        """Say whether the last parts alone make up a total too large for chance."""
        values = self.values(at)
        tails = accumulate(reversed(values))
        ends = list(tails)[1:-1]
        return abs(self.said(at)) >= NO_CHANCE and self.said(at) in ends

    def holds_run(self, at: int) -> bool:
        """Say whether neighbours among the parts, whatever their signs, make it up."""
        values = [abs(one) for one in self.values(at)][:LONGEST_RUN]
        said = abs(self.said(at))
        runs = (accumulate(values[start:]) for start in range(len(values)))
        return said >= NO_CHANCE and any(said in list(run)[1:] for run in runs)

    def repeats(self, others: Sequence[int]) -> bool:
        """Say whether another line has the same numbers as one of the parts."""
        lines = self.sides.lines
        own = {_texts(lines[k]) for k in self.parts}
        return any(k not in self.parts and _texts(lines[k]) in own for k in others)

    def is_slip(self, at: int) -> bool:
        """Say whether one digit, two exchanged or a nought explain the difference."""
        amount = total.cell.amount if (total := self.total(at)) else None
        step, scale = (amount.step, amount.scale) if amount else (ONE, ONE)
        return is_slip(self.said(at), self.values(at), step, scale, self.reach(at))

    def is_nought(self, at: int) -> bool:
        """Say whether a nought too many explains a total, and by no chance."""
        return len(self.brought(at)) > 1 and is_nought(self.said(at), self.values(at))

    def proves(self, at: int) -> bool:
        """Say whether a total that foots does so with parts enough to mean it."""
        return len(self.brought(at)) > 1 and self.steps(at) >= LEAST_STEPS


def _texts(line: Line) -> tuple[str, ...]:
    return tuple(one.text if one else "" for one in line.cells)


def value_of(one: Field) -> Decimal:
    """Return the value of a cell; a blank is nothing."""
    return (one.cell.amount and one.cell.amount.value) or ZERO
