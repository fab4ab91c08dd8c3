"""Ends: a sentence near a table in; rows that it puts at the wrong place, out.

`Schools slipped most, by £6.5m`, `is the second largest, after Capital financing`, `the
East last with 57.5`. The column may be meant in words that nobody can foresee: a number
beside it or its heading tells it, or else a row has to be at that place in no column of
the table, nor in what its columns make.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from crossfoot.amounts import english, english_ranks
from crossfoot.amounts.model import Amount, ignored
from crossfoot.amounts.nth import nth
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.beside.naming import Name, Table, columns, is_about, named
from crossfoot.numbers.beside.tablelines import Line, without_subtotals
from crossfoot.numbers.stems import roots
from crossfoot.numbers.subjects import YEAR
from crossfoot.numbers.texts.claims import Claim, number

FLAGS = re.IGNORECASE
FEWEST = 3
"""Rows among which an order says something."""
REACH = 60
"""Characters between a row's name and what is said of it, and to the number of it."""
UTMOST = rf"(?P<most>{any_of(english_ranks.UTMOST)})"
LEAST = rf"(?P<least>{any_of(english_ranks.SLIGHTEST)})"
EITHER = rf"(?P<either>{any_of(english_ranks.FOREMOST)})"
END = re.compile(
    rf"(?:\b(?P<place>{any_of(english.ORDINALS)}|[0-9]{{1,3}}[a-z]{{2}})[\s-])?\b(?:{UTMOST}|{LEAST}|{EITHER})\b"
    rf"(?!{english_ranks.NO_MOST})"
    rf"|\b(?P<ended>first|last)\b(?={english_ranks.ENDED})",
    FLAGS,
)
DENIED = re.compile(rf"\b(?:{any_of(english_ranks.NO_ORDER)})\b", FLAGS)
NO_END = re.compile(english_ranks.NO_END, FLAGS)
HOLDS_END = re.compile(english_ranks.HOLDS_END, FLAGS)
IS_END = re.compile(english_ranks.IS_END, FLAGS)
BREAK = re.compile(rf"[;:]|\b(?:{any_of(english_ranks.BREAKS)})\b", FLAGS)
CLAUSE = re.compile(rf"[,;:()]|\b(?:{any_of(english_ranks.BREAKS)})\b|\Z", FLAGS)
STOP = re.compile(rf"[,;:()]|\b(?:{any_of(english_ranks.BREAKS)})\b", FLAGS)
JOINED = re.compile(
    r"(?:\s\([^()]{1,40}\)|\s(?:with|at)\s[^\s,;]{1,12})?"
    r"(?:,?\sand\s(?:the\s|in\s)?|,\s(?:the\s)?)",
    FLAGS,
)
NEXT = re.compile(
    rf"[^.;:]{{0,60}}\b(?:{any_of(english_ranks.NEXT)})\s(?:the\s)?\Z", FLAGS
)
PLACED = re.compile(english_ranks.PLACE_OF, FLAGS)
TAKEN = re.compile(rf"(?:{END.pattern}){english_ranks.PLACE_OF}\Z", FLAGS)
NOUN = re.compile(r"(?:\s[\w’'-]+){0,3}")
WIDER = re.compile(english_ranks.WIDER, FLAGS)
MOVING = re.compile(rf"\b(?:{any_of(english_ranks.MOVING)})\b", FLAGS)
RATED = re.compile(rf"\b(?:{any_of(english_ranks.RATED)})\b", FLAGS)
RATE = re.compile(rf"\s(?:{any_of(english_ranks.RATE)})\b", FLAGS)
NEUTRAL = roots(
    " ".join((*english_ranks.NEUTRAL, *english_ranks.UTMOST, *english_ranks.RATE))
)


class Ranking(NamedTuple):
    """Numbers of the rows of a table by which they have an order."""

    name: str
    values: tuple[Decimal, ...]


class Order(NamedTuple):
    """What a sentence says of the place of rows: those at it or before it."""

    text: str
    span: tuple[int, int]
    cue: re.Match[str]
    names: Sequence[Name]
    first: int
    last: int
    """The places that they may have."""

    @property
    def clause(self) -> tuple[int, int]:
        """The stretch around the rows and the superlative, from stop to stop."""
        first = min(self.cue.start(), self.names[0].start)
        stops = [one.end() for one in STOP.finditer(self.text, self.span[0], first)]
        start = stops[-1] if stops else self.span[0]
        end = CLAUSE.search(self.text, max(self.cue.end(), self.names[-1].end))
        return start, min(self.span[1], end.start() if end else self.span[1])


def ended(
    table: Table, text: str, span: tuple[int, int], every: Sequence[Amount]
) -> Iterator[Claim]:
    """Yield the claims of a sentence on rows at an end of an order that are not."""
    if len(table.parts) < FEWEST or not END.search(text, *span):
        return
    whole, table = table, replace(table, parts=without_subtotals(table.parts))
    if len(table.parts) < FEWEST:
        return
    names = named(table, text, *span)
    for cue in END.finditer(text, *span) if names else ():
        for order in _orders(text, span, cue, names):
            if DENIED.search(text, span[0], order.clause[1]):
                continue
            # A row that two others make by chance may be one like them.
            alike = len(whole.parts) == len(table.parts)
            if alike or any(_misplaced(whole, order, every)):
                yield from _misplaced(table, order, every)


def _orders(
    text: str, span: tuple[int, int], cue: re.Match[str], names: Sequence[Name]
) -> Iterator[Order]:
    """Yield the rows that a superlative puts in an order, and those said to follow."""
    some = _subjects(text, cue, names)
    if not some or NO_END.search(text, span[0], cue.start()):
        return
    place = _ordinal(cue["place"]) if cue["place"] else 1
    yield Order(text, span, cue, some, place, place + len(some) - 1)
    end = max(cue.end(), some[-1].end)
    after = next((one for one in names if one.start >= end), None)
    if after and NEXT.fullmatch(text, cue.end(), after.start):
        later = place + len(some)
        yield Order(text, span, cue, [after], later, later)


def _ordinal(said: str) -> int:
    """Return the place that an ordinal says, in words or digits."""
    return english.ORDINALS.get(said.lower()) or int(said[:-2])


def _subjects(text: str, cue: re.Match[str], names: Sequence[Name]) -> Sequence[Name]:
    """Return the rows that a superlative speaks of: right before it, or after it."""
    before = [one for one in names if one.end <= cue.start()]
    after = [one for one in names if one.start >= cue.end()]
    # `highest at Ash and lowest at Birch`: the row right after it is meant.
    if after and PLACED.fullmatch(text, cue.end(), after[0].start):
        return _joined(text, after)
    if before:
        between = text[before[-1].end : cue.start()]
        # `highest at Ash and lowest abroad`: the first end has taken the row.
        if TAKEN.search(text, max(0, before[-1].start - REACH), before[-1].start):
            return ()
        if not BREAK.search(between):
            near = len(between) <= REACH and not END.search(between)
            return _joined(text, before[::-1])[::-1] if near else ()
    between = text[cue.end() : after[0].start] if after else ""
    held = HOLDS_END.fullmatch(between) or IS_END.fullmatch(between)
    return _joined(text, after) if held else ()


def _joined(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the first of some names with those that are joined to it."""
    out = [names[0]]
    for one in names[1:]:
        low, high = sorted((out[-1], one), key=lambda name: name.start)
        if not JOINED.fullmatch(text, low.end, high.start):
            break
        out.append(one)
    return out


def _misplaced(table: Table, order: Order, every: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim on the first row that is at its place in no order."""
    rankings = _rankings(table, order, every)
    for name in order.names if rankings else ():
        if any(_is_at(one, table, name.line, order) for one in rankings):
            continue
        least = bool(order.cue["least"])
        found = nth("1st", _places(rankings[0], table, name.line, least=least)[0])
        end = "lowest" if least else "highest"
        how = f"“{name.line.label}” is {found} from the {end} by “{rankings[0].name}”"
        span = order.cue.span("place" if order.cue["place"] else 0)
        stated = ignored(order.text, span, "ordinal", "order")
        yield Claim(stated, (), Decimal(0), False, how, "turn", False)
        return


def _rankings(table: Table, order: Order, every: Sequence[Amount]) -> list[Ranking]:
    """Return the orders that may be meant; none where the sentence may mean others."""
    width = range(len(table.names))
    plain = {at: found for at in width if (found := table.column(at))}
    told = _told(table, plain, order, every)
    picked = told or _picked(table, plain, order)
    words = roots(order.text[slice(*order.span)])
    own = frozenset[str]().union(*(one.line.words for one in order.names))
    if not told and (
        _is_other(table, order) or not (picked or is_about(table, words - own))
    ):
        return []
    some = [Ranking(table.names[at], tuple(plain[at])) for at in picked or plain]
    derived = not told and not RATE.match(order.text, order.cue.end())
    said = order.text[slice(*order.clause)]
    made = _made(table, said, [*plain]) if derived else ()
    return [*some, *made]


def _told(
    table: Table,
    plain: Sequence[int] | dict[int, list[Decimal]],
    order: Order,
    every: Sequence[Amount],
) -> list[int]:
    """Return the columns that hold the number right beside the superlative."""
    start, end = order.names[0].start, order.cue.end() + REACH
    near = [one for one in every if min(start, order.cue.start()) <= one.start <= end]
    after = [one for one in near if one.start >= order.cue.end()][:1]
    after = [
        one for one in after if not BREAK.search(order.text, order.cue.end(), one.start)
    ]
    between = [one for one in near if one.end <= order.cue.start()]
    return [
        at for at in plain if any(_holds(table, at, one) for one in (*between, *after))
    ]


def _picked(table: Table, plain: dict[int, list[Decimal]], order: Order) -> list[int]:
    """Return the columns that a clause names, or those of rates where it says so."""
    if RATE.match(order.text, order.cue.end()):
        cells = table.parts[0].numbers
        return [
            at
            for at in plain
            if ((one := cells[at]) and one.unit == "%") or RATED.search(table.names[at])
        ]
    years = YEAR.findall(order.text, *order.span)
    heads = columns(table, roots(order.text[slice(*order.clause)]), years)
    return [at for at in heads if at in plain]


def _is_other(table: Table, order: Order) -> bool:
    """Say whether what a superlative is said of is nothing of the table."""
    after = NOUN.match(order.text, order.cue.end(), order.clause[1])
    noun = re.split(english_ranks.ENDS_NOUN, after[0])[0] if after else ""
    own = frozenset[str]().union(table.head, *(one.words for one in table.parts))
    words = roots(noun) - NEUTRAL - own
    for wider in WIDER.finditer(order.text, order.cue.end(), order.clause[1]):
        words |= roots(wider["of"]) - NEUTRAL - own
    return any(not is_about(table, frozenset({one})) for one in words)


def _holds(table: Table, at: int, one: Amount) -> bool:
    """Say whether a number is what a cell of a column says, rounded as it is."""
    cells = (line.numbers[at] for line in table.parts)
    return any(
        abs(abs(number(cell)) - number(one)) <= one.step / 2
        for cell in cells
        if cell and one.kind == "quantity" and one.unit == cell.unit and one.value
    )


def _made(table: Table, said: str, plain: Sequence[int]) -> Iterator[Ranking]:
    """Yield the orders by what two columns make, where a sentence may speak of them."""
    moving, rated = MOVING.search(said), RATED.search(said)
    for one, two in permutations(plain, 2) if moving or rated else ():
        a, b = table.column(one) or [], table.column(two) or []
        name = f"{table.names[one]}” and “{table.names[two]}"
        units = {line.numbers[at].unit for line in table.parts for at in (one, two)}  # type: ignore[union-attr]
        if moving and len(units) == 1:
            yield Ranking(name, tuple(y - x for x, y in zip(a, b, strict=True)))
        if all(x > 0 for x in a) and "%" not in units:
            yield Ranking(name, tuple(y / x for x, y in zip(a, b, strict=True)))


def _is_at(one: Ranking, table: Table, line: Line, order: Order) -> bool:
    """Say whether a row has a place in an order, from an end that may be meant."""
    cue = order.cue
    signed = any(value < 0 for value in one.values)
    ends = {False} if cue["most"] else {True} if cue["least"] else {False, True}
    if signed:
        ends = {False, True}
    orders = [one, Ranking(one.name, tuple(map(abs, one.values)))] if signed else [one]
    return any(
        order.first <= place <= order.last
        for each in orders
        for least in ends
        for place in _places(each, table, line, least=least)
    )


def _places(one: Ranking, table: Table, line: Line, *, least: bool) -> range:
    """Return the places that a row may have, of which equals share some."""
    own = one.values[table.parts.index(line)]
    ahead = sum((v < own) if least else (v > own) for v in one.values)
    return range(ahead + 1, ahead + one.values.count(own) + 1)
