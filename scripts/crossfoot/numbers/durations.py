"""Durations: a list or table whose parts each take a time in; its total, noted, out.

`1 h 15 min`, `2 hrs 30` and `45 minutes` are read in minutes, and `7:37` down a column
in sixtieths. Times in one unit are added up as other numbers are, so only mixed ones
are told here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, Fix, several
from crossfoot.numbers.labels import is_bare
from crossfoot.numbers.linear import Passage
from crossfoot.numbers.lists import Listed
from crossfoot.places import Place

HOURS = r"(?P<hours>[0-9]{1,4})\s?(?:hours?|hrs?|h)\b\.?"
MINUTES = r"(?P<minutes>[0-9]{1,3})\s?(?:minutes?|mins?|m)\b\.?"
TIME = re.compile(
    rf"(?<![\w.:,£$€-]){HOURS}(?:,?\s?(?:and\s)?{MINUTES}|\s(?P<more>[0-5][0-9])(?![\w.:,%]))?"
    rf"|(?<![\w.:,£$€-]){MINUTES.replace('minutes>', 'alone>')}",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?P<first>[0-9]{1,4}):(?P<then>[0-5][0-9])(?::(?P<last>[0-5][0-9]))?"
)
"""Hours and minutes, or minutes and seconds, with a colon; seconds after both."""
LEADS = re.compile(
    r"\b(?:in all|in total|altogether|total(?:s|ling|ing)?)\b", re.IGNORECASE
)
"""A sentence that leads to what a time is made of."""
FEWEST, MOST = 2, 40
HOUR = 60
MEANT = 4
"""One in so many minutes that a total may be off and still be that of its parts."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time in a text: its minutes, and where it stands."""

    minutes: int
    mixed: bool
    """It is said in hours, or in both."""
    passage: Passage
    at: tuple[int, int]


def times(passage: Passage) -> list[Time]:
    """Return the times of a text."""
    out = []
    for one in TIME.finditer(passage.text):
        hours = int(one["hours"] or 0)
        rest = int(one["minutes"] or one["more"] or one["alone"] or 0)
        out.append(Time(hours * HOUR + rest, bool(hours), passage, one.span()))
    return out


def listed(chapter: Chapter, one: Listed) -> Iterator[Finding]:
    """Yield what a list of times says wrongly of their total."""
    own = [found[0] for item in one.items if len(found := times(item)) == 1]
    if one.kind != "list" or len(own) < max(FEWEST, len(one.items)):
        return
    if is_bare(own[-1].passage.text[: own[-1].at[0]].strip(" :*_–—-=")):
        yield from told(chapter, own[-1], own[:-1])
        return
    text = one.intro.text if one.intro else ""
    leads = text.rstrip().endswith(":") and LEADS.search(text)
    before = times(one.intro) if one.intro and leads else []
    if len(before) == 1:
        yield from told(chapter, before[0], own)


def tabled(
    chapter: Chapter, rows: Sequence[Sequence[Passage | None]]
) -> tuple[list[Finding], list[Place]]:
    """Return what columns of times say wrongly of their total, the last row.

    With it, the places of the times of each column that adds up.
    """
    findings: list[Finding] = []
    right: list[Place] = []
    for every in _columns(rows):
        parts, total = every[:-1], every[-1]
        findings += told(chapter, total, parts)
        if len(parts) >= FEWEST and total.minutes == sum(x.minutes for x in parts):
            spans = (one.passage.span(*one.at) for one in every)
            right += [chapter.place(span) for span in spans if span]
    return findings, right


def _columns(rows: Sequence[Sequence[Passage | None]]) -> Iterator[list[Time]]:
    """Yield the columns of times, one in each row, that end in a total."""
    label = rows[-1][0] if rows and rows[-1] else None
    if label is None or not is_bare(label.text.strip()) or len(rows) > MOST:
        return
    for at in range(1, min(map(len, rows))):
        cells = [cell for row in rows if (cell := row[at])]
        if len(cells) < len(rows):
            continue
        found = [time for cell in cells for time in _only(cell)]
        if len(found) == len(rows) or (found := _clocks(cells)):
            yield found


def _only(cell: Passage) -> list[Time]:
    """Return the time that a cell is, or nothing."""
    return times(cell) if TIME.fullmatch(cell.text.strip(" *_")) else []


def _clocks(cells: Sequence[Passage]) -> list[Time]:
    """Return a column of times such as `7:37`, or nothing where one is none."""
    known = [(cell, CLOCK.fullmatch(cell.text.strip(" *_"))) for cell in cells]
    if len({found and found["last"] is None for _, found in known}) > 1:
        return []
    out = []
    for cell, found in known:
        if not found:
            return []
        start = cell.text.index(found[0])
        at = (start, start + len(found[0]))
        out.append(Time(_sixtieths(found), mixed=True, passage=cell, at=at))
    return out


def _sixtieths(found: re.Match[str]) -> int:
    """Return a time with colons in its smallest unit."""
    value = int(found["first"]) * HOUR + int(found["then"])
    return value * HOUR + int(found["last"]) if found["last"] else value


def told(chapter: Chapter, total: Time, parts: Sequence[Time]) -> Iterator[Finding]:
    """Yield that a total of times is another than its parts make."""
    real = sum(one.minutes for one in parts)
    off = abs(total.minutes - real)
    kinds = {one.mixed for one in (total, *parts)}
    place = total.passage.span(*total.at)
    if len(parts) < FEWEST or not off or (len(kinds) == 1 and not total.mixed):
        return
    if place is None or off * MEANT > max(total.minutes, real):
        return
    found = total.passage.text[slice(*total.at)]
    expected = written(real, found)
    yield Finding(
        "TAB05",
        f"Text says “{found}”; the {several(len(parts), 'time')} add up to {expected}",
        chapter.place(place),
        help=f"Write {expected}, or correct a part",
        found=found,
        expected=expected,
        fix=Fix(expected),
        anchor=f"{found} {len(parts)} times",
    )


def written(minutes: int, like: str) -> str:
    """Return minutes in hours and minutes, in the words or colons of another time."""
    if clock := CLOCK.fullmatch(like):
        return _with_colons(minutes, clock)
    words = re.findall(r"[A-Za-z]+", like)
    hours, rest = divmod(minutes, HOUR)
    name = words[0] if words and words[0].lower().startswith("h") else "h"
    short = {"h": "min", "hr": "min", "hrs": "min"}.get(name, "minutes")
    ends = words[-1] if len(words) > 1 else short
    parts = [f"{hours} {name}"] if hours else []
    parts += [f"{rest} {ends}"] if rest or not hours else []
    return " ".join(parts)


def _with_colons(value: int, like: re.Match[str]) -> str:
    """Return a time in its smallest unit with the colons of another."""
    rest: list[str] = []
    for _ in range(like[0].count(":")):
        value, last = divmod(value, HOUR)
        rest.insert(0, f"{last:02}")
    width = len(like["first"]) if like["first"].startswith("0") else 1
    return ":".join([f"{value:0{width}}", *rest])
