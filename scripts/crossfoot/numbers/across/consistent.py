"""Consistency: the numbers of a whole report in, those that do not fit together out.

Inferred, so these are warnings: two totals of one thing (NUM10), and the same digits at
another scale (NUM09). Precision goes before finding everything.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from typing import Any

from crossfoot.amounts.agree import Tolerance, interval, is_money
from crossfoot.amounts.like import like
from crossfoot.amounts.scan import scan
from crossfoot.findings import Finding, Fix, Related, place_of
from crossfoot.numbers.across.again import again
from crossfoot.numbers.across.cellnames import scale_of
from crossfoot.numbers.across.echoed import echoed
from crossfoot.numbers.across.echoes import Echoes
from crossfoot.numbers.across.grown import Grown, grown
from crossfoot.numbers.across.quoted import quoted
from crossfoot.numbers.across.restated import are_cases, restated
from crossfoot.numbers.across.shared import shared
from crossfoot.numbers.across.suggest import Number
from crossfoot.numbers.across.summarised import summarised
from crossfoot.numbers.stems import stems
from crossfoot.numbers.subjects import Claim, claim, counted, noun_after

VARIETY = 3
"""Different numbers of one thing from which each is taken for one of many."""
MANY = 5
"""Different numbers before a noun, parts included, from which the same holds."""
MOST = 5
"""Places that are told of one thing at most."""
OFTEN = 5
"""Sentences of a report from which on a name in them is that of its subject."""
LOOKED_AT = 100
"""Claims of one thing that are compared with each other."""
NEAR = Decimal("0.5")
"""Share of the larger below which two totals are of different things."""
DIGITS = 4
"""Figures that two numbers do not share by chance, their subject being the same."""
SCALES = (3, 6, 9)
BYTES = re.compile(r"\s?(?:[kKMGTP]i?[bB]|bytes|bits)\b")
SHIFTS = (1, 2)
"""Powers of ten by which a point is put in a wrong place."""
AROUND, LEAST = 3, 2
"""Words before and after two numbers that are alike when both are of one thing, and
how many of those before have to tell something."""
BOUND = ("checked", "inserted")
CORRECT = "Correct one of them, or say what makes them differ"


def consistent(numbers: Sequence[Number], tolerance: Tolerance) -> list[Finding]:
    """Return what is inconsistent in the numbers of a report."""
    totals = list(_totals(numbers, tolerance))
    told = {one.place for one in totals}
    more = [_found(one, two) for one, two in again(numbers)]
    more = [one for one in more if one.place not in told]
    told |= {one.place for one in more}
    pairs = (*restated(numbers), *summarised(numbers, tolerance))
    slips = {one.place: one for one in (_found(*pair) for pair in pairs)}
    again_ = [one for place, one in slips.items() if place not in told]
    told |= slips.keys()
    cells = [_quoted(*pair) for pair in (*quoted(numbers), *shared(numbers))]
    cells = [one for one in cells if one.place not in told]
    told |= {one.place for one in cells}
    told |= {note.place for one in (*again_, *more, *totals) for note in one.notes}
    report = Echoes(numbers)
    echoes = [_echoed(*pair) for pair in echoed(report)]
    echoes += [_grown(one) for one in grown(report)]
    echoes = [one for one in echoes if one.place not in told]
    return [*totals, *more, *again_, *cells, *echoes, *_slips(numbers)]


def _totals(numbers: Sequence[Number], tolerance: Tolerance) -> Iterator[Finding]:
    found = [one for one in map(claim, numbers) if one]
    groups: dict[Any, list[Claim]] = {}
    for one in found:
        groups.setdefault(one.key, []).append(one)
    groups = {key: held for key, held in groups.items() if len(held) > 1}
    if not groups:
        return
    spread = _spread(numbers)
    named = Names(numbers)
    pairs: list[tuple[Claim, Claim]] = []
    for key in sorted(groups):
        held = groups[key]
        values = spread.get(noun_after(held[0].number.said.after)[0], set())
        if len({one.value for one in held}) < VARIETY and len(values) < MANY:
            pairs += _clashes(held, named, tolerance)
    often = Counter(map(_tables, pairs))
    # Two tables that differ in more than one row are of two things.
    apart = {key for key, many in often.items() if all(key) and many > 1}
    yield from (_finding(*pair) for pair in pairs if _tables(pair) not in apart)


def _tables(pair: tuple[Claim, Claim]) -> tuple[tuple[str, int] | None, ...]:
    """Return the table in which each of two claims stands, None for a text."""
    numbers = (one.number for one in pair)
    return tuple(
        (one.entry["file"], one.said.table) if one.said.table else None
        for one in numbers
    )


def _spread(numbers: Iterable[Number]) -> dict[tuple[str, ...], set[str]]:
    """Return the different numbers that stand before each noun."""
    out: dict[tuple[str, ...], set[str]] = {}
    for one in numbers:
        noun, _ = noun_after(one.said.after)
        if noun:
            out.setdefault(noun, set()).add(one.entry["value"])
    return out


class Names:
    """The names in the sentences of a report, sought when they are asked for."""

    def __init__(self, numbers: Sequence[Number]) -> None:
        """Take the numbers of the report."""
        self.numbers = numbers

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many numbers have each word that is written as a name beside them."""
        return counted(f"{one.said.before} # {one.said.after}" for one in self.numbers)

    @cached_property
    def common(self) -> frozenset[str]:
        """The names of the report's subject, which many sentences have."""
        return frozenset(name for name, many in self.counts.items() if many >= OFTEN)


def _clashes(
    held: Sequence[Claim],
    named: Names,
    tolerance: Tolerance,
) -> Iterator[tuple[Claim, Claim]]:
    """Yield each claim after the first one that it contradicts."""
    told: set[int] = set()
    for first, other in combinations(range(min(len(held), LOOKED_AT)), 2):
        one, two = held[first], held[other]
        done = other in told or first in told or len(told) == MOST
        if done or not _differ(one, two, tolerance):
            continue
        if _same_scope(one, two, named):
            told.add(other)
            yield one, two


def _differ(one: Claim, two: Claim, tolerance: Tolerance) -> bool:
    """Say whether two claims cannot both be true, and are near enough to be meant."""
    low, high = sorted((one.value, two.value))
    if low < high * NEAR:
        return False
    states = (one.number.entry["state"], two.number.entry["state"])
    if all(state in BOUND for state in states):
        return False
    a, b = (interval(each.number.amount, tolerance) for each in (one, two))
    first, second = sorted((a, b), key=lambda reach: (reach.low, reach.high))
    # 12 and 13 things share no whole number, though both reach 12.5.
    counted = one.number.entry["unit"] == "count"
    return first.high < second.low or (counted and first.high == second.low)


def _same_scope(one: Claim, two: Claim, named: Names) -> bool:
    """Say whether two claims speak of one time, version and place."""
    a, b = one.number, two.number
    beside = a.entry["file"] == b.entry["file"]
    if beside and a.said.sentence[0] == b.said.sentence[0]:
        return False
    if not (one.strong or two.strong) and are_cases(a, b, alike=True):
        return False
    if one.years != two.years:
        return False
    if one.versions != two.versions and one.versions and two.versions:
        return False
    # Where neither is called a total, even names that all share have to be the same.
    called = one.strong or two.strong or one.versions or two.versions
    if not called and one.names != two.names:
        return False
    mine, others = (
        (each.names | _in_heading(each, named.counts)) - named.common
        for each in (one, two)
    )
    return mine <= others or others <= mine


def _in_heading(one: Claim, every: Mapping[str, int]) -> frozenset[str]:
    words = one.number.said.heading.replace("/", " ").split()
    return frozenset(word for word in words if word in every)


def _finding(one: Claim, two: Claim) -> Finding:
    return _found(one.number, two.number)


def _found(first: Number, second: Number) -> Finding:
    here, there = (_said(each) for each in (second, first))
    place = place_of(dict(first.entry))
    key = first.entry["quantity"] or second.entry["quantity"]
    way = f"bind both to {key}" if key else "bind both to one quantity"
    return Finding(
        "NUM10",
        f"“{here}” here; “{there}” in {place.file}:{place.line}",
        place_of(dict(second.entry)),
        notes=(Related(f"it is “{there}” here", place),),
        help=f"{CORRECT}; better, {way}",
        found=second.entry["text"],
        anchor=f"{here} {there}",
    )


def _quoted(one: Number, cell: Number) -> Finding:
    """Return the finding on a number that a table has otherwise."""
    here, there = one.entry["shown"], cell.entry["shown"]
    place = place_of(dict(cell.entry))
    row, column, _ = cell.said.cell
    names = ", ".join(f"“{name}”" for name in (row, column) if name)
    expected = "" if one.said.table else _as_cell(one, cell)
    way = f"Write {expected}, or correct the table" if expected else CORRECT
    return Finding(
        "NUM10",
        f"{'Table' if one.said.table else 'Text'} says “{here}”; the table in"
        f" {place.file}:{place.line} says “{there}” for {names}",
        place_of(dict(one.entry)),
        notes=(Related(f"it is “{there}” here", place),),
        help=f"{way}; better, bind both to one quantity",
        found=one.entry["text"],
        expected=expected,
        fix=Fix(expected) if expected else None,
        anchor=f"{here} {there}",
    )


def _echoed(one: Number, other: Number) -> Finding:
    """Return the finding on a number that stands elsewhere otherwise."""
    return _quoted(one, other) if other.said.table else _found(other, one)


def _grown(one: Grown) -> Finding:
    """Return the finding on a change that a table elsewhere does not show."""
    places = [place_of(dict(each.entry)) for each in (one.first, one.last)]
    cells = [each.entry["shown"] for each in (one.first, one.last)]
    here = one.number.entry["shown"]
    expected = _like(one.number, one.real)
    return Finding(
        "NUM10",
        f"Text says “{here}”; the table in {places[1].file}:{places[1].line} has"
        f" {cells[0]} and {cells[1]}, a change of {expected}",
        place_of(dict(one.number.entry)),
        notes=tuple(
            Related(f"it is “{cell}” here", place)
            for cell, place in zip(cells, places, strict=True)
        ),
        help="Correct the text or the table; better, bind it to a quantity",
        found=one.number.entry["text"],
        expected=expected,
        anchor=f"{here} {cells[0]} {cells[1]}",
    )


def _like(one: Number, real: Decimal) -> str:
    """Return a value as a text writes the number beside it."""
    if one.entry["unit"] == "ratio":
        return f"{real * 100:.0f}%"
    read = scan(one.entry["shown"])
    return like(replace(read[0], comparator=""), real) if read else f"{real:f}"


def _as_cell(one: Number, cell: Number) -> str:
    """Return what a text would write of a cell, or "" where that is not sure."""
    scale, read = scale_of(one, cell), scan(one.entry["text"])
    if scale is None or len(read) != 1 or read[0].text != one.entry["text"]:
        return ""
    value = Decimal(cell.entry["value"]) * scale
    # What a text says without a sign may have it in a word: £4,000 under.
    if value < 0 <= (read[0].value or 0):
        return ""
    said = like(read[0], value)
    return said if said != one.entry["text"] else ""


def _said(number: Number) -> str:
    """Return a number with the words that it counts."""
    noun, _ = noun_after(number.said.after)
    return " ".join((number.entry["shown"], *noun))


def _slips(numbers: Sequence[Number]) -> Iterator[Finding]:
    """Yield numbers of the same digits whose scale differs by thousands."""
    groups: dict[tuple[str, str], list[Number]] = {}
    for one in numbers:
        digits = _digits(one.entry)
        if digits and not one.entry["comparator"]:
            groups.setdefault((one.entry["unit"], digits), []).append(one)
    for (_, digits), held in sorted(groups.items(), key=lambda item: item[0]):
        if len({one.entry["value"] for one in held}) == 2:
            first = held[0]
            other = next(x for x in held if x.entry["value"] != first.entry["value"])
            if _is_slip(first, other, digits):
                yield _slip(first, other)


def _digits(entry: Mapping[str, Any]) -> str:
    """Return the significant figures of a free or bound quantity, or ""."""
    unit, state = entry["unit"], entry["state"]
    if not (unit == "count" or is_money(unit)) or state == "footed":
        return ""
    # A file of data has its numbers in thousands where its heading says so.
    if entry["span"] is None:
        return ""
    digits = str(entry["value"]).replace(".", "").strip("0-")
    return digits if len(digits) >= DIGITS - 1 else ""


def _is_slip(one: Number, other: Number, digits: str) -> bool:
    a, b = (Decimal(each.entry["value"]) for each in (one, other))
    power = abs(a.adjusted() - b.adjusted())
    cells = one.entry["where"] == other.entry["where"] == "cell"
    bound = one.entry["state"] in BOUND and other.entry["state"] in BOUND
    if cells or bound:
        return False
    if power in SHIFTS and len(digits) >= DIGITS:
        return _frame(one) == _frame(other) is not None
    if power not in SCALES:
        return False
    # Of what is measured in bytes, no number counts rows.
    if any(BYTES.match(each.said.after) for each in (one, other)):
        return False
    same_file = one.entry["file"] == other.entry["file"]
    beside = same_file and abs(one.said.sentence[0] - other.said.sentence[0]) <= 1
    shared = len(_words(one) & _words(other))
    if len(digits) >= DIGITS:
        return beside or shared > 0
    return beside and shared > 1


def _frame(one: Number) -> tuple[list[str], ...] | None:
    """Return the words right around a number, where they tell of what it is."""
    before, after = (text.lower().split() for text in (one.said.before, one.said.after))
    near = before[-AROUND:], [word.strip(".,;:)") for word in after[:AROUND]]
    telling = [len(stems(" ".join(words))) for words in near]
    return near if telling[0] >= LEAST and telling[1] else None


def _words(one: Number) -> frozenset[str]:
    return frozenset(stems(f"{one.said.before} {one.said.after} {one.said.labels}"))


def _slip(first: Number, other: Number) -> Finding:
    place = place_of(dict(first.entry))
    here, there = other.entry["shown"], first.entry["shown"]
    return Finding(
        "NUM09",
        f"“{here}” has the digits of “{there}” in {place.file}:{place.line}, at another"
        " scale",
        place_of(dict(other.entry)),
        notes=(Related(f"it is “{there}” here", place),),
        help="Correct the scale of one, or bind both to their quantities",
        found=other.entry["text"],
        anchor=f"{here} {there}",
    )


def numbers_of(
    ledger: Iterable[Mapping[str, Any]], around: Mapping[Any, Any]
) -> list[Number]:
    """Return the quantities of the ledger with what stands around them."""
    keys = (((one["file"], one["line"], one["column"]), one) for one in ledger)
    return [Number(one, around[key]) for key, one in keys if key in around]
