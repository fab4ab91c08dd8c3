"""Parts said: a sentence near a table in; shares of its rows that are none, out.

`Central did the most, which is a third of the statewide total` where it is a quarter in
each column; `76% of everything`. The sentence names the rows, and what it says they are
a part of is called as the table's numbers are, or is all of it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.amounts import english_rows, english_turns
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.beside.cellsmade import Made, lines_of_names, of_line, shares
from crossfoot.numbers.beside.naming import Name, Table, is_about
from crossfoot.numbers.beside.tablelines import Line
from crossfoot.numbers.stems import roots
from crossfoot.numbers.texts.claims import HUNDRED, Claim, number
from crossfoot.numbers.texts.kinds import Kind

FLAGS = re.IGNORECASE
LOOSE = Decimal("0.12")
"""How far a share in words may be off, as a share of it."""
BOUND = Decimal("0.35")
"""How far beyond one that is said to be more, or less, it may be."""
FAR = Decimal("2.5")
"""How many times a share may be off and still be meant."""
MOST_OFF = 12
"""Percentage points by which a share in figures may be off and still be meant."""
STEP = Decimal("0.6")
"""Percentage points that a share in figures is off by rounding its parts."""
OVER = frozenset({"over", "at_least"})
UNDER = frozenset({"under", "at_most", "nearly"})
OF = re.compile(r"\sof\s(?P<whole>(?:[\w’'-]+\s?){1,5})", FLAGS)
NOUN = re.compile(r"\s(?P<whole>[\w’'-]+)", FLAGS)
ALL = re.compile(rf"(?:{any_of(english_rows.EVERYTHING)})\b", FLAGS)
GROWN = re.compile(
    rf"(?P<cause>\b(?:{any_of(english_turns.BROUGHT_BY)})\s(?:the|an?)\s(?:\w+\s)?)?"
    rf"\b(?:{any_of((*english_turns.A_RISE, *english_turns.A_FALL))})\sof\s\Z",
    FLAGS,
)
REACH = 48


def parts_said(
    table: Table, text: str, names: Sequence[Name], every: Sequence[Amount]
) -> Iterator[Claim]:
    """Yield the claims of a sentence on what part its rows are, which hold nowhere."""
    for stated in every if names else ():
        lead = text[max(0, stated.lead - REACH) : stated.lead]
        found = GROWN.search(lead)
        grown = found is not None and not found["cause"]
        if stated.value and (grown or _is_of_all(table, text, stated)):
            near = [one for one in names if one.start < stated.start]
            yield from _claim(table, lines_of_names(near or names), stated, grown=grown)


def _is_of_all(table: Table, text: str, stated: Amount) -> bool:
    """Say whether a number is a share of what the table is of."""
    one_in = stated.worded and stated.unit == "ratio" and " in " in stated.text
    said = (NOUN if one_in else OF).match(text, stated.tail)
    if said is None or stated.unit not in {"ratio", "%"}:
        return False
    if stated.unit == "ratio" and not stated.worded:
        return False
    whole = said["whole"]
    return ALL.match(whole) is not None or is_about(table, roots(whole))


def _claim(
    table: Table, lines: Sequence[Line], stated: Amount, *, grown: bool
) -> Iterator[Claim]:
    """Yield the claim that some rows are a share, where they are none like it."""
    groups = [lines, *([one] for one in lines)] if len(lines) > 1 else [lines]
    meant = [one for group in groups for one in shares(table, group)]
    others = [one for line in lines for one in of_line(line) if one.unit == "%"]
    if grown:
        meant = [one for one in others if one.kind == "change"]
    fits = _fits if stated.unit == "ratio" else _is_printed
    if any(fits(stated, one.real) for one in (*meant, *others)):
        return
    near = [one for one in meant if _is_near(stated, one)]
    if near:
        best = min(near, key=lambda one: abs(one.real - _percent(stated)))
        kind: Kind = "part" if stated.unit == "ratio" else "share"
        sure = len(near) == 1
        yield Claim(stated, (), best.real, False, best.how, kind, sure)


def _percent(stated: Amount) -> Decimal:
    return number(stated) * (HUNDRED if stated.unit == "ratio" else 1)


def _fits(stated: Amount, real: Decimal) -> bool:
    """Say whether a share in words is what a percentage may be called."""
    said = _percent(stated)
    if stated.comparator in OVER:
        return said * (1 - LOOSE / 4) <= real <= said * (1 + BOUND)
    if stated.comparator in UNDER:
        return said * (1 - BOUND) <= real <= said * (1 + LOOSE / 4)
    return abs(real - said) <= said * LOOSE


def _is_printed(stated: Amount, real: Decimal) -> bool:
    return abs(real - _percent(stated)) <= max(stated.step / 2, STEP * stated.step)


def _is_near(stated: Amount, made: Made) -> bool:
    """Say whether a share may be the one that was meant."""
    said = _percent(stated)
    if stated.unit == "ratio":
        return said / FAR <= made.real <= said * FAR
    return abs(made.real - said) <= MOST_OFF
