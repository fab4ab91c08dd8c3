"""Dated: a sentence with two dates in; how long it says that lies between them, out.

`31 days, from 1 March to 31 March 2024`, `founded in 2008, it closed in 2020 after 12
years`, `all five seasons from 2019/20 to 2023/24`, `born in March 1960, she became
director in June 1994 at the age of 34`. Both ends may be counted or one, and part of a
month may be left out or made up to one, so whatever can be meant is right. `From
2023-10-26 until 2023-10-24` ends before it starts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain

from crossfoot.amounts import english_dates, english_names
from crossfoot.amounts.like import like
from crossfoot.amounts.model import Amount, ignored, is_integral
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.mistyped import is_misprint
from crossfoot.numbers.texts.claims import PLAIN, Claim, number

FLAGS = re.IGNORECASE
REACH = 180
"""Characters before a number in which two dates stand."""
MONTHS = {name[:3].lower(): at for at, name in enumerate(english_names.MONTHS[:12], 1)}
MONTH = rf"(?:{any_of(english_names.MONTHS)})\b\.?"
NTH = r"(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9])"
DATE = (
    rf"(?:(?:{any_of(english_names.WEEKDAYS)}),?\s)?(?:(?:{any_of(english_dates.AT_THE)})\s)?"
    rf"(?:[0-9]{{1,2}}{NTH}\s{MONTH}(?:,?\s{YEAR})?"
    rf"|{MONTH}\s[0-9]{{1,2}}{NTH}(?![0-9])(?:,\s{YEAR})?"
    rf"|{MONTH}(?:\s{YEAR})?|{YEAR}(?:[/–-][0-9]{{2}}\b)?|[0-9]{{1,2}}{NTH})"
)
TO = rf"(?:\s(?:{any_of(english_dates.UP_TO)})\s|\s?[–-]\s?)"
RANGE = rf"(?P<first>{DATE}){TO}(?P<last>{DATE})(?!\w)"
LENGTH = re.compile(
    rf"(?P<gap>[\s-])(?P<unit>{any_of(english_dates.LENGTHS)})s?\b", FLAGS
)
THEN = re.compile(
    r"(?P<said>(?:\s[a-z-]+){0,3}?)(?:,|:|\s[–—])?\s\(?"
    rf"(?:(?P<since>{any_of(english_dates.SINCE)})\s)?{RANGE}",
    FLAGS,
)
"""What follows a length: a range of dates."""
BEFORE = re.compile(
    rf"{RANGE}\)?(?:,|;|\s[–—])?(?:\s(?:{any_of(english_dates.SO_LONG)})){{1,3}}\s\Z",
    FLAGS,
)
SO = any_of((*english_dates.SO_LONG, *english_dates.AFTERWARDS))
BEGAN = re.compile(
    rf"\b(?:{any_of(english_dates.BEGAN)})\s(?:[\w’'-]+\s){{0,4}}?(?:on|in)\s"
    rf"(?P<first>{DATE}),?\s[^.;()0-9]{{0,50}}?\b(?:{any_of(english_dates.ENDED)})\s"
    rf"(?:[\w’'-]+\s){{0,3}}?(?:on|in)\s(?P<last>{DATE}),?"
    rf"(?:\s(?:{SO})){{1,3}}\s\Z",
    FLAGS,
)
WHOLE = re.compile(rf"\b(?:{any_of(english_dates.WHOLE)})\s\Z", FLAGS)
COUNTED = re.compile(
    rf"\s(?:{any_of(english_dates.COUNTED_BY)}),?\s\(?(?:from\s)?(?P<first>{YEAR})"
    rf"(?:[/–-][0-9]{{2}})?{TO}(?P<last>{YEAR})(?:[/–-][0-9]{{2}})?(?!\w)",
    FLAGS,
)
BORN = re.compile(
    rf"\b(?:{any_of(english_dates.BORN)})\s(?:on|in)\s(?P<first>{DATE}),?\s"
    rf"[^.;()0-9]{{0,60}}?\b(?:on|in)\s(?P<last>{DATE}),?\s"
    rf"(?:{any_of(english_dates.AGED)})\s\Z",
    FLAGS,
)
BROKEN = re.compile(rf"\b(?:{any_of(english_dates.BROKEN)})\Z", FLAGS)
THE = re.compile(r"\bthe\s\Z", FLAGS)
READ = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}}){NTH}(?![0-9])\s?)?(?:(?P<month>{MONTH})"
    rf"(?:\s(?P<after>[0-9]{{1,2}}){NTH}(?![0-9]))?)?(?:,?\s?(?P<year>{YEAR}))?",
    FLAGS,
)
START = re.compile(r"[0-9]|" + MONTH, FLAGS)
FULL = (
    rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}{NTH}\s{MONTH},?\s{YEAR}"
    rf"|{MONTH}\s[0-9]{{1,2}}{NTH},\s{YEAR})"
)
"""A day with its year."""
BACKWARD = re.compile(
    rf"(?<![\w-])(?P<first>{FULL})(?:\s(?:{any_of(english_dates.ENDS_ON)})\s|\s?–\s?)"
    rf"(?P<last>{FULL})(?![\w-])",
    FLAGS,
)
PER_YEAR = 12
MOST = 100_000
"""A number above which nobody counts days."""
PER_WEEK = 7
FULLEST = 2
"""Strokes of a day in figures."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date as a text says it; 0 for what it leaves out."""

    year: int
    month: int
    day: int

    @property
    def months(self) -> int:
        """Its month, counted from the year 0."""
        return self.year * PER_YEAR + self.month


def dated(text: str, amounts: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claims of one sentence on what lies between two dates."""
    for one in amounts:
        if one.kind != "quantity" or one.unit != "count" or one.comparator not in PLAIN:
            continue
        if not 1 < number(one) <= MOST or not is_integral(number(one)):
            continue
        before = text[max(0, one.lead - REACH) : one.lead]
        yield from chain(_length(text, before, one), _aged(before, one))
        if WHOLE.search(before) and (found := COUNTED.match(text, one.end)):
            many = int(found["last"]) - int(found["first"]) + 1
            yield from _claim(one, {many}, "number of years", found)


def backward(text: str) -> Iterator[Claim]:
    """Yield the claims of a text that something ends on a day before it starts."""
    for found in BACKWARD.finditer(text):
        first, last = _read(found["first"]), _read(found["last"])
        if first and last and (last.months, last.day) < (first.months, first.day):
            how = f"it is before {found['first']}"
            stated = ignored(text, found.span("last"), "date", "date")
            yield Claim(stated, (), Decimal(0), False, how, "turn", False)


def _read(text: str) -> Day | None:
    """Return a day, in words or as `2023-10-26`."""
    digits = text.split("-")
    return Day(*map(int, digits)) if len(digits) > FULLEST else _day(text)


def _length(text: str, before: str, one: Amount) -> Iterator[Claim]:
    """Yield the claim on the days, weeks, months or years between two dates."""
    unit = LENGTH.match(text, one.end)
    if unit is None:
        return
    then = THEN.match(text, unit.end())
    if then and not _is_of_range(before, unit, then):
        then = None
    found = then or BEFORE.search(before) or BEGAN.search(before)
    first, last = _days(found) if found else (None, None)
    if found is None or first is None or last is None:
        return
    length = unit["unit"].lower()
    years = not first.month and not last.month
    # Of two years alone other checks speak, but for what began and ended in them.
    if years and found.re is not BEGAN:
        return
    right = _lengths(first, last, length)
    if found.re is THEN and found["since"] and found["since"].lower() == "between":
        right |= {one - 1 for one in right}
    yield from _claim(one, right, f"number of {length}s", found)


def _is_of_range(before: str, unit: re.Match[str], then: re.Match[str]) -> bool:
    """Say whether a length is that of the range after it, and not one inside it."""
    if unit["gap"] == "-":
        return BROKEN.search(then["said"]) is None
    between = (then["since"] or "").lower() == "between"
    return not then["said"] and (not between or THE.search(before) is not None)


def _aged(before: str, one: Amount) -> Iterator[Claim]:
    """Yield the claim on how old someone was on a date."""
    found = BORN.search(before)
    first, last = _days(found) if found else (None, None)
    if found and first and last and (first.month or last.month):
        exact = first.day and last.day
        months = last.months - first.months
        whole = months - (last.day < first.day) if exact else months
        right = {whole // PER_YEAR}
        if not exact:
            right |= {(months - 1) // PER_YEAR}
        if not (first.month and last.month):
            years = last.year - first.year
            right = {years, years - 1}
        yield from _claim(one, right, "age", found)


def _days(found: re.Match[str]) -> tuple[Day | None, Day | None]:
    """Return the two dates of a match, each with what only the other one says."""
    first, last = _day(found["first"]), _day(found["last"])
    if first is None or last is None:
        return None, None
    if not first.month and first.day:
        first = replace(first, month=last.month)
    year = first.year or last.year
    if not year or not (last.year or first.year):
        return None, None
    later = last.month < first.month
    first = replace(first, year=first.year or last.year - later)
    last = replace(last, year=last.year or first.year + later)
    known = (first.months, first.day) < (last.months, last.day or first.day + 1)
    return (first, last) if known else (None, None)


def _day(text: str) -> Day | None:
    """Return a date as it is written, or None for what is none."""
    start = START.search(text)
    found = READ.match(text, start.start()) if start else None
    if found is None or not found[0]:
        return None
    month = MONTHS[found["month"][:3].lower()] if found["month"] else 0
    day = int(found["day"] or found["after"] or 0)
    return Day(int(found["year"] or 0), month, day)


def _lengths(first: Day, last: Day, unit: str) -> set[int]:
    """Return every number of a unit that may be said to lie between two dates."""
    if first.day and last.day and first.month and last.month:
        return _exactly(first, last, unit)
    if unit in {"day", "week"}:
        return set()
    if first.month and last.month:
        months = last.months - first.months
        if unit == "month":
            return {months, months + 1}
        return {months // PER_YEAR, -(-(months + 1) // PER_YEAR)}
    years = last.year - first.year
    return {years - 1, years, years + 1} if unit == "year" else set()


def _exactly(first: Day, last: Day, unit: str) -> set[int]:
    """Return the same of two days, the last one counted or not."""
    try:
        start, end = (date(one.year, one.month, one.day) for one in (first, last))
    except ValueError:
        return set()
    days = (end - start).days
    if unit == "day":
        return {days, days + 1}
    if unit == "week":
        return _rounded((days, days + 1), PER_WEEK)
    after = end + timedelta(days=1)
    months = [_months(start, one) for one in (end, after)]
    whole = [many for many, spare in months if not spare]
    if unit == "month":
        return {whole[0]} if whole else {months[0][0], months[0][0] + 1}
    if whole and not whole[0] % PER_YEAR:
        return {whole[0] // PER_YEAR}
    return {months[0][0] // PER_YEAR, months[0][0] // PER_YEAR + 1}


def _months(start: date, end: date) -> tuple[int, bool]:
    """Return the whole months between two days, and whether days are left over."""
    months = (end.year - start.year) * PER_YEAR + end.month - start.month
    return months - (end.day < start.day), end.day != start.day


def _rounded(counts: tuple[int, int], size: int) -> set[int]:
    """Return what counts of days come to, exactly where one of them does."""
    whole = {many // size for many in counts if not many % size}
    return whole or {counts[0] // size, counts[0] // size + 1}


def _claim(
    stated: Amount, right: set[int], what: str, found: re.Match[str]
) -> Iterator[Claim]:
    """Yield a claim that holds, or that is near enough to be meant."""
    right = {one for one in right if one > 0}
    said = int(number(stated))
    if not right:
        return
    real = max(right)
    slips = [
        one
        for one in sorted(right)
        if is_misprint(stated.text, like(stated, Decimal(one)))
    ]
    if said in right or slips or abs(said - real) * 2 <= real:
        value = said if said in right else (slips or [real])[-1]
        how = f"the {what} from {found['first'].strip()} to {found['last'].strip()}"
        yield Claim(stated, (), Decimal(value), said in right, how, "lasted")
