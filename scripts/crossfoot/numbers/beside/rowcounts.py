"""Row counts: a sentence near a table in; how many rows it says there are, out.

`Two of our seven services overspent`, `all eight bands`, `We missed two targets`,
`Three districts did more than planned and two did less`. What is counted is called as
the column of labels is; what is said of the rows is true of as many as some column has
of one sign, or of yes and no, or some two columns of one larger than the other.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from crossfoot.amounts import english_ranks, english_rows, english_turns
from crossfoot.amounts.model import Amount, is_integral
from crossfoot.amounts.patterns import any_of
from crossfoot.findings import several
from crossfoot.numbers.beside.naming import Table
from crossfoot.numbers.stems import roots
from crossfoot.numbers.texts.claims import Claim, number

FLAGS = re.IGNORECASE
FEWEST = 3
"""Rows, and a number of them that is hardly that of some."""
MOST = 40
"""Rows of a table that a sentence counts."""
OFF = 1
"""How far a count may be off and still be meant."""
REACH = 24
ALL_OF = re.compile(rf"\b(?:{any_of(english_rows.ALL_OF)})\s\Z", FLAGS)
NARROWED = re.compile(english_rows.NARROWED, FLAGS)
IN_TITLE = re.compile(
    rf"(?:[,:;–—(]\s?|\b(?:{any_of(english_rows.IN_TITLE)})\s)\Z", FLAGS
)
PART_OF = re.compile(r"\sof\b")
ENDS = re.compile(r"\W*\Z|\s?[,;:)]|\sof\s\w+\W*\Z")
"""After what a caption counts, where that is not some of it."""
NOUN = re.compile(r"(?:\s[^\W\d_][\w’'-]*){1,3}")
SOME = roots(" ".join(english_rows.SOME))
MET = re.compile(rf"\b(?:{any_of(english_rows.MET)})\b", FLAGS)
MISSED = re.compile(rf"\b(?:{any_of(english_rows.MISSED)})\b", FLAGS)
MOVES = re.compile(
    rf"\b(?:{any_of((*english_rows.MOVES, *english_turns.ROSE))}"
    rf"|{any_of(english_turns.FELL)})\b",
    FLAGS,
)
OF = re.compile(r"\sof\s(?:the\s|our\s|its\s|these\s|their\s|all\s)?\Z", FLAGS)
EVENTS = roots(" ".join(english_rows.EVENTS))
NEUTRAL = roots(" ".join((*english_ranks.NEUTRAL, *english_turns.PLAIN)))


class Split(NamedTuple):
    """How many rows of a table are of one kind, of its opposite, and of neither."""

    more: int
    less: int
    same: int
    name: str


def row_counts(
    table: Table,
    text: str,
    span: tuple[int, int],
    every: Sequence[Amount],
    *,
    is_title: bool,
) -> Iterator[Claim]:
    """Yield the claims of a sentence on the number of rows of a table.

    `is_title`: the sentence is the table's caption.
    """
    many = len(table.parts)
    labels = {one.label for one in table.parts}
    if not FEWEST <= many <= MOST or len(labels) < many:
        return
    if not table.head or table.head & EVENTS:
        return
    counts = [one for one in every if _is_count(one, many)]
    if not counts:
        return
    opens = counts[0] if is_title and counts[0].start == 0 else None
    if all_of := _all_of(table, text, span, counts, opens):
        yield from _whole(table, all_of, counts)
    elif is_title and not (roots(text) | table.topic) & SOME:
        yield from _titled(table, text, span, counts)
    yield from _sides(table, text, span, counts)


def _is_count(one: Amount, many: int) -> bool:
    plain = one.kind == "quantity" and one.unit == "count" and not one.comparator
    value = number(one)
    return plain and is_integral(value) and 0 < value <= many + OFF


def _is_of_rows(table: Table, text: str, one: Amount, end: int) -> int:
    """Return where the name of rows ends that follows a number right away, or 0.

    It is called as the column of labels is, with words of the table.
    """
    found = NOUN.match(text, one.tail, end)
    words = found[0].split() if found else []
    for many in range(1, len(words) + 1):
        said = [roots(word) for word in words[:many]]
        known = all(word <= table.head | table.topic for word in said)
        if known and table.head <= frozenset[str]().union(*said):
            return one.tail + len(" ".join(["", *words[:many]]))
    return 0


def _all_of(
    table: Table,
    text: str,
    span: tuple[int, int],
    counts: Sequence[Amount],
    opens: Amount | None,
) -> Amount | None:
    """Return the number that a sentence gives of all rows of a table.

    `opens`: the number that a caption starts with.
    """
    if (roots(text[slice(*span)]) | table.topic) & SOME:
        return None
    for one in counts:
        few = number(one) < FEWEST and one is not opens
        end = 0 if few else _is_of_rows(table, text, one, span[1])
        before = text[max(span[0], one.lead - REACH) : one.lead]
        if end and ALL_OF.search(before) and not NARROWED.match(text, end):
            return one
        if end and one is opens:
            return one
    return None


def _whole(table: Table, one: Amount, counts: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim that a table has so many rows."""
    many = len(table.parts)
    # `Two of the three regions` may be some of more.
    apart = {number(each) for each in counts if each is not one}
    if abs(number(one) - many) <= OFF and many - number(one) not in apart:
        how = f"the table has {many} rows"
        yield Claim(one, (), Decimal(many), number(one) == many, how, "named")


def _titled(
    table: Table, text: str, span: tuple[int, int], counts: Sequence[Amount]
) -> Iterator[Claim]:
    """Yield the claim of a caption: `Emissions in five sectors`.

    A row more may be one for all of them, unless the table is known to have that one.
    """
    for one in counts:
        end = _is_of_rows(table, text, one, span[1])
        before = text[max(span[0], one.lead - REACH) : one.lead]
        some = PART_OF.match(text, one.tail) or number(one) < FEWEST
        if not end or some or not IN_TITLE.search(before):
            continue
        if ENDS.match(text, end) and (table.whole or number(one) >= len(table.parts)):
            yield from _whole(table, one, counts)


def _sides(
    table: Table, text: str, span: tuple[int, int], counts: Sequence[Amount]
) -> Iterator[Claim]:
    """Yield the claim on how many rows are of a kind, and how many of its opposite."""
    said = text[slice(*span)]
    splits = _answers(table) if MET.search(said) or MISSED.search(said) else []
    answered = bool(splits)
    if not splits and MOVES.search(said):
        splits = _splits(table)
    whole = [one for one in counts if _is_whole(text, one, counts)]
    told = [one for one in counts if one not in whole]
    if any(number(one) != len(table.parts) for one in whole) or not splits:
        return
    named = [one for one in (*told, *whole) if _is_of_rows(table, text, one, span[1])]
    named += [one for one in told if answered and _is_of_table(table, text, one)]
    if len(told) == 2 and named:
        yield from _both(splits, told)
    elif len(told) == 1 and named and answered:
        yield from _answered(splits[0], said, told[0], many=len(splits))
    elif len(told) == 1 and named and _is_plain(table, said, counts, span[0]):
        yield from _one_sided(splits, told[0])


def _is_of_table(table: Table, text: str, one: Amount) -> bool:
    """Say whether the word right after a number is one of a table's headings."""
    found = NOUN.match(text, one.tail)
    words = roots(found[0].split()[0]) if found else frozenset[str]()
    return bool(words) and words <= table.topic


def _is_whole(text: str, one: Amount, counts: Sequence[Amount]) -> bool:
    """Say whether a number is the whole of which another one is a part."""
    return any(
        each.end <= one.start and OF.fullmatch(text, each.end, one.start)
        for each in counts
    )


def _both(splits: Sequence[Split], told: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim on two numbers of rows, one of which is that of some split."""
    one, two = map(number, told)
    pairs = [
        ((a, b), split)
        for split in splits
        for a, b in ((split.more, split.less), (split.less, split.more))
        if a or b
    ]
    if any(one == a and two == b for (a, b), _ in pairs):
        return
    if any(one + two <= sum(split[:3]) for split in splits):
        return
    for pair, split in pairs:
        for at in (0, 1):
            near = abs(pair[at] - (one, two)[at]) == OFF
            if near and pair[1 - at] == (two, one)[at]:
                how = f"{several(pair[at], 'row')} of the table are so by {split.name}"
                real = Decimal(pair[at])
                yield Claim(told[at], (), real, False, how, "named", False)
                return


def _answered(split: Split, said: str, told: Amount, *, many: int) -> Iterator[Claim]:
    """Yield the claim on how many rows a column says yes of, or no."""
    denied = MISSED.search(said) is not None
    real = split.less if denied else split.more
    if many == 1 and number(told) != real and abs(number(told) - real) <= OFF:
        how = f"{several(real, 'row')} of the table are so by {split.name}"
        yield Claim(told, (), Decimal(real), False, how, "named")


def _is_plain(table: Table, said: str, counts: Sequence[Amount], start: int) -> bool:
    """Say whether a sentence has no word but the table's, of a move and of numbers."""
    for one in reversed(counts):
        said = f"{said[: one.start - start]}{said[one.end - start :]}"
    return roots(MOVES.sub("", said)) <= table.topic | table.head | NEUTRAL


def _one_sided(splits: Sequence[Split], told: Amount) -> Iterator[Claim]:
    """Yield the claim on how many rows went one way, which none of two columns says."""
    ways = {
        way
        for one in splits
        for way in (one.more, one.less, one.more + one.same, one.less + one.same)
    }
    real = [way for way in sorted(ways) if abs(way - number(told)) == OFF]
    if number(told) not in ways and len(real) == 1:
        rows = several(real[0], "row")
        how = f"{rows} of the table are so by {splits[0].name}"
        yield Claim(told, (), Decimal(real[0]), False, how, "named", False)


def _answers(table: Table) -> list[Split]:
    """Return how many rows have yes and how many no, of each column of such cells."""
    out = []
    for at, name in enumerate(table.names):
        cells = [one.texts[at].strip(" .*_").lower() for one in table.parts]
        more = sum(cell in english_rows.YES for cell in cells)
        less = sum(cell in english_rows.NO for cell in cells)
        if more + less == len(cells):
            out.append(Split(more, less, 0, f"“{name}”"))
    return out


def _splits(table: Table) -> list[Split]:
    """Return how many rows are above and below nothing, or another column."""
    width = range(len(table.names))
    plain = {at: found for at in width if (found := table.column(at))}
    out = [
        _split(found, f"“{table.names[at]}”")
        for at, found in plain.items()
        if any(value < 0 for value in found)
    ]
    cells = table.parts[0].numbers
    for one, two in combinations(plain, 2):
        a, b = cells[one], cells[two]
        if a and b and a.unit == b.unit:
            apart = [y - x for x, y in zip(plain[one], plain[two], strict=True)]
            name = f"“{table.names[one]}” and “{table.names[two]}”"
            out.append(_split(apart, name))
    return out


def _split(values: Sequence[Decimal], name: str) -> Split:
    more, less = sum(v > 0 for v in values), sum(v < 0 for v in values)
    return Split(more, less, len(values) - more - less, name)
