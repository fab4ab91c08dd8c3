"""Summarised numbers: a report's numbers in; those that its summary has otherwise, out.

What stands under `Summary` or `Key findings` says again what a chapter says. Where a
statement there is that of one sentence of the report, and of no other, and the numbers
differ by a little, one of the two is out of date.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from crossfoot.amounts.agree import Tolerance, interval
from crossfoot.numbers.language import SUMMARY
from crossfoot.numbers.restated import (
    BOUND,
    HELPERS,
    Statement,
    is_form,
    is_prose,
    say_the_same,
    statement,
)
from crossfoot.numbers.suggest import Number

LEAST_WORDS = 3
"""Telling words that a statement shares with the one it sums up."""
NEAR = Decimal("0.75")
"""Share of the larger number from which the smaller is the same one, out of date."""
LEAST = 10
"""Figures of a number below which it is said of too many things."""
MOST = 400
"""Numbers of summaries, or of one word, that are looked at."""


def summarised(
    numbers: Sequence[Number], tolerance: Tolerance
) -> Iterator[tuple[Number, Number]]:
    """Yield each number of a summary with the one that the report has for it."""
    prose = [one for one in numbers if is_prose(one)]
    inside = [one for one in prose if SUMMARY.search(one.said.heading)]
    if not inside or len(inside) == len(prose) or len(inside) > MOST:
        return
    index = _index(one for one in prose if not SUMMARY.search(one.said.heading))
    for one in map(statement, inside):
        found = list(_same(one, index))
        values = {each.number.entry["value"] for each in found}
        if len(values) != 1 or not _differ(one.number, found[0].number, tolerance):
            continue
        if not is_form(numbers, one, found[0]):
            yield one.number, found[0].number


Index = Mapping[tuple[str, str], Sequence[Statement]]


def _index(numbers: Iterator[Number]) -> Index:
    """Return the statements of each unit by their words."""
    out: dict[tuple[str, str], list[Statement]] = {}
    for one in map(statement, numbers):
        for word in one.sentence:
            out.setdefault((one.number.entry["unit"], word), []).append(one)
    return out


def _same(one: Statement, index: Index) -> Iterator[Statement]:
    """Yield the statements that say what one of the summary says."""
    unit, words = one.number.entry["unit"], one.clause - HELPERS
    found = [index.get((unit, word), ()) for word in sorted(words)]
    rarest = min((some for some in found if some), key=len, default=())
    for other in rarest[:MOST]:
        if _is_told(one, other) and say_the_same(one, other):
            yield other


def _is_told(one: Statement, other: Statement) -> bool:
    """Say whether two statements share enough words, or all that they have."""
    shared = one.clause & other.sentence | other.clause & one.sentence
    rest = (one.clause ^ other.clause) - HELPERS
    return len(shared) >= LEAST_WORDS or (len(shared) == LEAST_WORDS - 1 and not rest)


def _differ(one: Number, other: Number, tolerance: Tolerance) -> bool:
    """Say whether two numbers cannot both be true, and are near enough to be meant."""
    low, high = sorted(abs(Decimal(each.entry["value"])) for each in (one, other))
    figures = [str(each.entry["value"]).replace(".", "") for each in (one, other)]
    if low < NEAR * high or any(int(each.strip("-")) < LEAST for each in figures):
        return False
    if {one.entry["state"], other.entry["state"]} <= BOUND:
        return False
    first, second = (interval(each.amount, tolerance) for each in (one, other))
    return first.high < second.low or second.high < first.low
