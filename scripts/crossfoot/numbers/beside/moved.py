"""Moved: a sentence near a table in; rows that it says went the other way, out.

`Income went up by £400,000` where the table has less by as much, `44 more than in 2022`
where it is fewer, `The number of fires rose` where each column says that it fell,
`Leith lent more books than Gorgie`. A number that the cells make exactly shows that
they are meant; without one the sentence may say nothing that is not the table's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from crossfoot.amounts import english_ranks, english_turns
from crossfoot.amounts.model import Amount, ignored
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.beside.naming import Name, Table, columns, is_about, named
from crossfoot.numbers.beside.tablelines import Line
from crossfoot.numbers.mistyped import NO_DIGITS
from crossfoot.numbers.stems import roots
from crossfoot.numbers.subjects import YEAR
from crossfoot.numbers.texts.claims import Claim, half, number
from crossfoot.numbers.texts.contrary import BY, DOWN, DOWNWARD, UP, UPWARD

FLAGS = re.IGNORECASE
REACH = 40
LEAST = 2
"""Figures of a difference that is hardly that of other cells by chance."""
THAN = re.compile(
    rf"\s?(?:[a-z’'-]+\s){{0,3}}?(?:(?P<up>{any_of(english_turns.HIGHER)})"
    rf"|(?P<down>{any_of(english_turns.LOWER)}))\b",
    FLAGS,
)
VERB = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", FLAGS)
MORE = re.compile(
    rf"\b(?:(?P<up>{any_of(english_turns.HIGHER)})|(?P<down>{any_of(english_turns.LOWER)}))\b"
    r"[^.;:,()0-9]{0,40}\bthan\s(?:in\s|at\s|for\s)?(?:the\s)?\Z",
    FLAGS,
)
MORE_THAN = re.compile(
    rf"\b(?:{any_of((*english_turns.HIGHER, *english_turns.LOWER))})\b[^.;:]*?\bthan\b",
    FLAGS,
)
SHARE = re.compile(rf"\b(?:{any_of(english_ranks.RATED)})\b", FLAGS)
DENIED = re.compile(rf"\b(?:{any_of(english_ranks.NO_ORDER)})\b", FLAGS)
STOP = re.compile(r"[,;:()]\s|\b(?:and|but|while)\s", FLAGS)
NEUTRAL = roots(" ".join((*english_ranks.NEUTRAL, *english_turns.PLAIN)))


def moved(
    table: Table, text: str, span: tuple[int, int], every: Sequence[Amount]
) -> Iterator[Claim]:
    """Yield the claims of a sentence on rows that went the other way."""
    changes = [one for one in every if _said_of(text, span, one)]
    went, than = VERB.search(text, *span), MORE_THAN.search(text, *span)
    if not (changes or went or than) or DENIED.search(text, *span):
        return
    names = named(table, text, *span)
    for change in changes:
        others = [one for one in every if one is not change]
        yield from _by(table, text, (span, names), change, others)
    yield from _went(table, text, span, names) if went else ()
    yield from _than(table, text, span, names) if than else ()


def _said_of(
    text: str, span: tuple[int, int], change: Amount
) -> tuple[str, tuple[int, int]] | None:
    """Return the way that a number says something went, and where it says so."""
    if change.kind != "quantity" or change.comparator or not change.value:
        return None
    after = THAN.match(text, change.tail, span[1])
    if after:
        way = "up" if after["up"] else "down"
        return way, after.span(way)
    before = BY.search(text, max(span[0], change.lead - REACH), change.lead)
    if before is None:
        return None
    name = next(one for one in (*UPWARD, *DOWNWARD) if before[one])
    return ("up" if name in UPWARD else "down"), before.span(name)


def _by(
    table: Table,
    text: str,
    said: tuple[tuple[int, int], Sequence[Name]],
    change: Amount,
    every: Sequence[Amount],
) -> Iterator[Claim]:
    """Yield the claim that a row, or two, are a number apart, the other way round."""
    span, names = said
    way = _said_of(text, span, change)
    lines = [one.line for one in names] or _unnamed(table, every)
    moves = [move for line in lines for move in _moves(table, line)]
    found = [one for one in (*moves, *_apart(names)) if _is_by(change, *one)]
    figures = len(NO_DIGITS.sub("", change.text).strip("0"))
    known = any(_is_said(every, cell) for pair in found for cell in pair)
    ways = {number(new) > number(old) for old, new in found}
    if way is None or not (known or figures >= LEAST + (not names)):
        return
    if len(ways) == 1 and (way[0] == "up") not in ways:
        yield _claim(text, way[1], *found[0])


def _unnamed(table: Table, every: Sequence[Amount]) -> list[Line]:
    """Return the rows of which a sentence without names says a cell, or else the total.

    A cell of few figures is said by chance.
    """
    said = [
        line
        for line in table.parts
        if any(one and one.value and _is_told(every, one) for one in line.numbers)
    ]
    return said or ([table.whole] if table.whole else [])


def _is_told(every: Sequence[Amount], cell: Amount) -> bool:
    return len(NO_DIGITS.sub("", cell.text)) > LEAST and _is_said(every, cell)


def _is_said(every: Sequence[Amount], cell: Amount) -> bool:
    """Say whether a sentence says what a cell does, rounded as it may be."""
    return any(
        one.unit == cell.unit and abs(number(one) - number(cell)) <= one.step / 2
        for one in every
        if one.kind == "quantity"
    )


def _is_by(change: Amount, old: Amount, new: Amount) -> bool:
    """Say whether two numbers are as far apart as a third says."""
    off = abs(abs(number(new) - number(old)) - abs(number(change)))
    same = old.unit == new.unit and change.unit in {old.unit, "pp"}
    return same and off <= half(old) + half(new) + change.step / 2


def _moves(table: Table, line: Line) -> list[tuple[Amount, Amount]]:
    """Return the numbers of a row at each two times, the earlier first."""
    pairs = combinations(_dated(table), 2)
    cells = ((line.numbers[one], line.numbers[two]) for one, two in pairs)
    same = [(old, new) for old, new in cells if old and new and old.unit == new.unit]
    return _signed(same)


def _dated(table: Table) -> list[int]:
    """Return the columns that years head, the earliest first; none if they are few."""
    found = [(YEAR.findall(name), at) for at, name in enumerate(table.names)]
    years = [(years[0], at) for years, at in found if len(years) == 1]
    heads = {re.sub(r"[\W\d_]+", "", table.names[at]) for _, at in years}
    if len(heads) != 1 or len({year for year, _ in years}) < len(years):
        return []
    return [at for _, at in sorted(years)]


def _apart(names: Sequence[Name]) -> list[tuple[Amount, Amount]]:
    """Return the cells of two rows in each column, the row named last first."""
    if len(names) != 2 or names[0].line is names[1].line:
        return []
    pairs = zip(names[1].line.numbers, names[0].line.numbers, strict=False)
    cells = [(old, new) for old, new in pairs if old and new and old.unit == new.unit]
    return _signed(cells)


def _signed(
    pairs: Iterable[tuple[Amount, Amount]],
) -> list[tuple[Amount, Amount]]:
    """Return the pairs of which it is clear which is more.

    Costs in brackets rose where the result fell.
    """
    return [(a, b) for a, b in pairs if number(a) >= 0 or number(b) >= 0]


def _went(
    table: Table, text: str, span: tuple[int, int], names: Sequence[Name]
) -> Iterator[Claim]:
    """Yield the claim that a row rose or fell, where it did not in any two columns."""
    for said in VERB.finditer(text, *span):
        stops = [one.end() for one in STOP.finditer(text, span[0], said.start())]
        start = stops[-1] if stops else span[0]
        inside = [one.line for one in names if start <= one.start < said.start()]
        rest = STOP.search(text, said.end(), span[1])
        clause = text[start : rest.start() if rest else span[1]]
        if len({id(one) for one in inside}) != 1 or not _is_plain(table, clause):
            continue
        pairs = _steps(table, inside[0])
        if wrong := _all_against(pairs, up=bool(said["up"])):
            yield _claim(text, said.span("up" if said["up"] else "down"), *wrong)


def _is_plain(table: Table, clause: str) -> bool:
    """Say whether a clause has no word that is neither the table's nor of a move."""
    own = frozenset[str]().union(*(one.words for one in table.parts))
    words = roots(VERB.sub("", clause))
    known = table.topic | table.head | own | NEUTRAL
    return not SHARE.search(clause) and words <= known


def _steps(table: Table, line: Line) -> list[tuple[Amount, Amount]]:
    """Return the numbers of a row at each two times that follow, and at the ends."""
    every = [one for at in _dated(table) if (one := line.numbers[at])]
    ends = [(every[0], every[-1])] if len(every) > 2 else []
    return _signed((*pairwise(every), *ends))


def _all_against(
    pairs: Sequence[tuple[Amount, Amount]], *, up: bool
) -> tuple[Amount, Amount] | None:
    """Return the last of some pairs where all went the other way, else None."""
    ways = {
        number(new) > number(old) for old, new in pairs if number(new) != number(old)
    }
    return pairs[-1] if ways == {not up} else None


def _than(
    table: Table, text: str, span: tuple[int, int], names: Sequence[Name]
) -> Iterator[Claim]:
    """Yield the claim that one row has more than another, where it has so nowhere."""
    for one, two in pairwise(names):
        said = MORE.search(text, one.end, two.start)
        start = span[0] if one is names[0] else one.start
        clause = text[start : two.start]
        if said is None or one.line is two.line or SHARE.search(clause):
            continue
        pairs = _compared(table, text, span, (one, two), clause)
        plain = not STOP.search(text, one.end, two.start)
        if plain and (wrong := _all_against(pairs, up=bool(said["up"]))):
            yield _claim(text, said.span("up" if said["up"] else "down"), *wrong)


def _compared(
    table: Table,
    text: str,
    span: tuple[int, int],
    two: tuple[Name, Name],
    clause: str,
) -> list[tuple[Amount, Amount]]:
    """Return the numbers of two rows in the columns that a clause may mean."""
    one, other = two[0].line, two[1].line
    words = roots(clause)
    heads = columns(table, words, YEAR.findall(text, *span))
    if not heads and not is_about(table, words - one.words - other.words):
        return []
    cells = (
        (other.numbers[at], one.numbers[at]) for at in heads or range(len(table.names))
    )
    return [(old, new) for old, new in cells if old and new]


def _claim(text: str, span: tuple[int, int], old: Amount, new: Amount) -> Claim:
    went = "more" if number(new) > number(old) else "less"
    how = f"the table goes from {old.text} to {new.text}, which is {went}"
    stated = ignored(text, span, "ordinal", "order")
    return Claim(stated, (), Decimal(0), False, how, "turn", False)
