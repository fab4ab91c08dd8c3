"""Worked out: a text beside a table in; what it makes of the cells, and whether, out.

`Ashby had 2,910 more visits than in 2023`, `waste accounts for 55 % of all complaints`,
`together waste and planning make 1,033`, `in three councils the rate is above 50 %`.
Rows and columns have to be named so that one reading is left; a wrong number is told
where it is near what the cells make, or a slip of the keys away.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.amounts import english_ranks, english_sums, english_terms
from crossfoot.amounts.like import like
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.beside.cellsaid import TOTAL
from crossfoot.numbers.beside.spoken import (
    Row,
    Said,
    column_of,
    heading_of,
    told_near,
    whole_of,
)
from crossfoot.numbers.changes import is_change
from crossfoot.numbers.labels import is_bare
from crossfoot.numbers.mistyped import is_misprint, slipped
from crossfoot.numbers.stems import roots
from crossfoot.numbers.subjects import YEAR
from crossfoot.numbers.texts.claims import HUNDRED, Claim, half, number

OF_ALL = re.compile(rf"\b(?:{any_of(english_terms.OF_ALL)})\b", re.IGNORECASE)
TESTS = frozenset({"over", "under", "at_least", "at_most"})
AVERAGE = re.compile(r"\b(?:average|mean)\b", re.IGNORECASE)
TOGETHER = re.compile(rf"\b(?:{any_of(english_ranks.TOGETHER)})\b", re.IGNORECASE)
TOTALLING = re.compile(
    rf"\b(?:{any_of((*english_sums.TOTALLING, *english_sums.IN_TOTAL))})"
    r"(?:\s(?:of|is|was))?[:,]?\s\Z",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"(?P<noun>(?:\s[\w’'-]+){0,3}?)"
    rf"(?P<all>\s(?:{any_of(english_sums.IN_TOTAL)}))?\s?(?:[.,;:)]|\Z)",
    re.IGNORECASE,
)
LISTED = re.compile(r"\(([^()0-9]{5,120})\)\s(?:was|were|came\sto|cost|made)\b")
"""Names in brackets of which a number is said."""
OF_WHICH = re.compile(rf"\b(?:{any_of(english_sums.OF_WHICH)})\b", re.IGNORECASE)
AFTER = 30
"""Characters after a number in which what it counts stands."""
WHEN = frozenset({"year", "month"})
"""Words after a count that leave it the count of the table."""
MOST_OFF = 12
"""Percentage points by which a share may be off and still be meant."""


def worked(said: Said) -> Iterator[Claim]:
    """Yield the claims of a sentence on what the cells of the table beside it make."""
    for way in (_together, _share, _change, _counted, _whole_of, _title, _mean):
        yield from way(said)


def _together(said: Said) -> Iterator[Claim]:
    """Yield the claim that some rows, not all, make a number together."""
    parts = sum(row.is_part for row in said.rows)
    cued = TOTAL.search(said.text, *said.span) or _are_listed(said)
    if not 2 <= len(said.named) < parts or not cued:
        return
    for stated in said.told if len(said.told) == 1 else ():
        at = column_of(said, stated.unit)
        found = [row.numbers[at] for row in said.named] if at is not None else [None]
        known = [a for a in found if a]
        if len(known) == len(found) and not stated.comparator:
            real = sum(map(number, known), Decimal(0))
            slack = sum(map(half, known), half(stated))
            how = " + ".join(f"“{row.label}”" for row in said.named)
            yield from told_near(stated, real, slack, how, "sum")


def _are_listed(said: Said) -> bool:
    """Say whether brackets hold the rows that a sentence names, and nothing else."""
    found = LISTED.search(said.text, *said.span)
    named = frozenset[str]().union(*(row.words for row in said.named))
    return found is not None and roots(found[1]) == named


def _share(said: Said) -> Iterator[Claim]:
    """Yield the claim that one row is a share of all, or several named with `and`."""
    cue = OF_ALL.search(said.text, *said.span)
    if not said.named or not cue or _is_own(said, cue):
        return
    shares = [a for a in said.told if a.unit == "%" and not a.comparator]
    at = column_of(said)
    parts = [row.numbers[at] for row in said.named] if at is not None else []
    known = [a for a in parts if a and a.unit != "%"]
    if len(shares) != 1 or at is None or len(known) != len(said.named):
        return
    whole = whole_of(said.rows, at)
    part = sum(map(number, known), Decimal(0))
    # “Together with the 84 who declined” adds to one row what has no name here.
    if (len(known) > 1) != bool(TOGETHER.search(said.text, *said.span)):
        return
    if whole is None or not 0 < part < whole:
        return
    yield from _part_of(shares[0], part * HUNDRED / whole, said)


def _is_own(said: Said, cue: re.Match[str]) -> bool:
    """Say whether a share is one of what a row itself has: `Waste … of its budget`."""
    before = roots(said.text[said.span[0] : cue.start()])
    own = any(row.words <= before for row in said.named)
    return own and cue[0].lower() in english_terms.OF_OWN


def _part_of(stated: Amount, real: Decimal, said: Said) -> Iterator[Claim]:
    """Yield the claim that rows are a share, where it is near or a slip away."""
    off = abs(real - number(stated))
    if off <= MOST_OFF or slipped(stated, real):
        names = " + ".join(f"“{row.label}”" for row in said.named)
        yield Claim(
            stated, (), real, off <= stated.step / 2, f"{names} of all", "share"
        )


def _change(said: Said) -> Iterator[Claim]:
    """Yield the claim on how a number differs between two years."""
    old, new = _two(said)
    if old is None or new is None or old.unit != new.unit or number(old) <= 0:
        return
    off = abs(number(new) - number(old))
    how = f"from {old.text} to {new.text}"
    start, end = said.span
    for stated in said.told:
        around = said.text[start : stated.lead], said.text[stated.tail : end]
        if stated.comparator or not is_change(*around):
            continue
        if stated.unit == "%" != old.unit:
            real = off * HUNDRED / number(old)
            yield from told_near(stated, real, stated.step / 2, how, "change")
        elif stated.unit == old.unit:
            slack = half(old) + half(new) + half(stated)
            yield from told_near(stated, off, slack, how, "change")


def _two(said: Said) -> tuple[Amount | None, Amount | None]:
    """Return the two numbers that a sentence compares, the one of the first year first.

    The years head two columns of the row that it names, or two rows of one column.
    """
    row, at = _row(said), column_of(said)
    columns = _years(said, said.names)
    if row and columns:
        return row.numbers[columns[0]], row.numbers[columns[1]]
    rows = _years(said, [one.label for one in said.rows])
    if rows and at is not None and not said.named:
        return said.rows[rows[0]].numbers[at], said.rows[rows[1]].numbers[at]
    return None, None


def _row(said: Said) -> Row | None:
    """Return the row that a sentence names, or the total where it names none."""
    if len(said.named) == 1:
        return said.named[0]
    totals = [row for row in said.rows if is_bare(row.label)]
    named = not said.named and TOTAL.search(said.text, *said.span)
    return totals[0] if named and len(totals) == 1 else None


def _years(said: Said, labels: Sequence[str]) -> tuple[int, int] | None:
    """Return the places of the two labels of years that a sentence compares."""
    dated = [(YEAR.findall(label), at) for at, label in enumerate(labels)]
    years = {found[0]: at for found, at in dated if len(found) == 1}
    if len(years) != len([1 for found, _ in dated if found]):
        return None
    if len(years) > 2:
        years = {year: at for year, at in years.items() if year in said.years}
    if len(years) != 2 or not said.years <= years.keys():
        return None
    first, last = sorted(years)
    return years[first], years[last]


def _counted(said: Said) -> Iterator[Claim]:
    """Yield the claim on how many rows pass a test: `three councils … above 50 %`."""
    tests = [a for a in said.told if a.comparator in TESTS]
    counts = [a for a in said.told if a.unit == "count" and not a.comparator]
    if len(tests) != 1 or len(counts) != 1 or len(said.told) != 2 or not said.head:
        return
    after = roots(said.text[counts[0].end : said.span[1]][:AFTER])
    at = column_of(said, tests[0].unit)
    if at is None or not said.head <= after or said.named:
        return
    cells = [row.numbers[at] for row in said.rows if row.is_part]
    if not all(cells):
        return
    real = sum(_passes(a, tests[0]) for a in cells if a)
    stated = counts[0]
    holds = number(stated) == real
    if holds or abs(number(stated) - real) <= 1:
        words = said.text[tests[0].lead : tests[0].tail]
        how = f"{real} rows of the table have {words}"
        yield Claim(stated, (), Decimal(real), holds, how, "named")


def _whole_of(said: Said) -> Iterator[Claim]:
    """Yield the claim that a column comes to a number: `we trained 126 people`."""
    at, stated = _counting(said)
    if at is None or stated is None or said.years:
        return
    if AVERAGE.search(said.text, *said.span) or _has_place(said, stated, at):
        return
    cells = [row.numbers[at] for row in said.rows if row.is_part]
    known = [a for a in cells if a]
    if len(known) == len(said.rows) and stated.text not in {a.text for a in known}:
        real = sum(map(number, known), Decimal(0))
        slack = sum(map(half, known), half(stated))
        off = abs(number(stated) - real)
        if off <= slack or is_misprint(stated.text, like(stated, real)):
            how = f"the {len(known)} rows of the table"
            yield Claim(stated, (), real, off <= slack, how, "list")


def _title(said: Said) -> Iterator[Claim]:
    """Yield the claim of a caption on the total: `Road deaths, 97 in all`."""
    stated = said.told[0] if said.is_title and len(said.told) == 1 else None
    if stated is None or said.named or stated.comparator:
        return
    before = said.text[said.span[0] : stated.lead]
    after = ENDS.match(said.rest(stated))
    at = column_of(said, stated.unit) if after else None
    if after is None or at is None or OF_WHICH.search(before):
        return
    if not (after["all"] or TOTALLING.search(before)):
        return
    real = whole_of(said.rows, at)
    if real is not None and roots(after["noun"]) <= heading_of(said.names[at]):
        cells = [a for row in said.rows if (a := row.numbers[at])]
        slack = sum(map(half, cells), half(stated))
        how = f"the {len(said.parts)} rows of the table"
        yield from told_near(stated, real, slack, how, "list")


def _has_place(said: Said, stated: Amount, at: int) -> bool:
    """Say whether more than what is counted follows: `312 homes stand in the county`.

    That may be more than the rows of the table.
    """
    after = roots(said.text[stated.tail : said.span[1]])
    return bool(after - roots(said.names[at]) - WHEN)


def _mean(said: Said) -> Iterator[Claim]:
    """Yield the claim on the mean of a column: `the average class has 31 pupils`."""
    stated = said.told[0] if len(said.told) == 1 else None
    at = column_of(said, stated.unit) if stated else None
    if stated is None or at is None or not AVERAGE.search(said.text, *said.span):
        return
    heading = roots(said.names[at])
    named = heading and said.head and (heading | said.head) <= said.words
    cells = [row.numbers[at] for row in said.rows if row.is_part]
    known = [a for a in cells if a]
    alone = named and not said.named and not stated.comparator
    if alone and known and len(known) == len(cells):
        real = sum(map(number, known), Decimal(0)) / len(known)
        how = f"the mean of {len(known)} rows"
        yield from told_near(stated, real, stated.step / 2, how, "share")


def _counting(said: Said) -> tuple[int | None, Amount | None]:
    """Return the column that a sentence counts, with its one number, right before."""
    stated = said.told[0] if len(said.told) == 1 else None
    if stated is None or stated.comparator or said.named:
        return None, None
    at = column_of(said, stated.unit)
    heading = roots(said.names[at]) if at is not None else frozenset()
    after = roots(said.text[stated.tail : said.span[1]][:AFTER])
    here = heading & after and heading <= said.words
    return (at, stated) if here else (None, None)


def _passes(cell: Amount, test: Amount) -> bool:
    value, bound = number(cell), number(test)
    return {
        "over": value > bound,
        "under": value < bound,
        "at_least": value >= bound,
        "at_most": value <= bound,
    }[test.comparator]
