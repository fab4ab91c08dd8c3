"""Times: what happened when, as points and bars on a line of time."""

import re
from typing import Any

from crossfoot.chart import paper
from crossfoot.chart.columns import head, labels

DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
NAMES = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
MOST = 5
"""Steps between dates below the chart."""
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)
"""Months from one date to the next."""


def timeline(  # noqa: PLR0913  a chart has as many sides to choose from
    table: Any,
    label: str,
    start: str,
    end: str = "",
    *,
    kind: str = "",
    title: str = "",
) -> Any:
    """Return a row for each event, at the time or over the time it took.

    `start` and `end` are columns of dates: days, months (`2020-03`) or years. Events of
    one `kind` have one marker and one colour.
    """
    rows, starts = labels(table, label), labels(table, start)
    ends = labels(table, end) if end else starts
    kinds = labels(table, kind) if kind else [""] * len(rows)
    known = list(dict.fromkeys(kinds))
    figure, axes = paper.sheet(1.15 * len(rows), extra=6)
    for row, (one, other, sort) in enumerate(zip(starts, ends, kinds, strict=True)):
        at = known.index(sort)
        spread = [months(one), months(other or one)]
        look = {"marker": paper.MARKS[at], "color": paper.colours(len(known))[at]}
        axes.plot(spread, [row, row], linewidth=4, **look)
        said = f"{rows[row]}\n{', '.join(filter(None, (sort, span(one, other))))}"
        place = {"xytext": (9, 0), "textcoords": "offset points", "va": "center"}
        axes.annotate(said, (spread[1], row), **place)
    _dates(axes, [months(one) for one in (*starts, *ends) if one])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    paper.bare(axes, axis="y")
    paper.named(axes, title)
    return _remembered(figure, table, (label, start, end, kind))


def _remembered(figure: Any, table: Any, names: tuple[str, ...]) -> Any:
    used = [name for name in names if name]
    rows = zip(*(labels(table, name) for name in used), strict=True)
    figure.crossfoot = {
        "table": {
            "columns": [head(table, name) for name in used],
            "rows": [list(row) for row in rows],
        },
        "units": [""] * len(used),
    }
    return figure


def _dates(axes: Any, times: list[float]) -> None:
    """Write dates below: every so many months, or years."""
    low, high = min(times), max(times)
    step = next(
        one for one in (1, 3, 6, 12, 24, 60, 120, 1200) if (high - low) / one <= MOST
    )
    first = int(low // step * step) if step > 3 else int(low)
    ticks = [at for at in range(first, int(high) + 1, step) if at >= int(low)]
    axes.set_xticks(ticks, [_name(at, years=step % 12 == 0) for at in ticks])
    axes.set_xlim(low - 0.04 * max(high - low, 1), high + 0.04 * max(high - low, 1))


def months(date: str) -> float:
    """Return a date as months from January of year 0; a day is a part of a month."""
    found = DATE.fullmatch(date.strip())
    if not found:
        raise ValueError(f"“{date}” is no date; expected 2020, 2020-03 or 2020-03-31")
    day = (int(found["day"]) - 1) / 31 if found["day"] else 0
    return int(found["year"]) * 12 + int(found["month"] or 1) - 1 + day


def _name(at: int, *, years: bool) -> str:
    year, month = divmod(at, 12)
    return str(year) if years else f"{NAMES[month]} {year}"


def span(start: str, end: str) -> str:
    """Return a stretch of time, as `Mar 2020` or `Aug 2020 to Sep 2020`."""
    names = list(dict.fromkeys(_said(one) for one in (start, end) if one))
    return " to ".join(names)


def _said(date: str) -> str:
    found = DATE.fullmatch(date.strip())
    if not found or not found["month"]:
        return date
    month = f"{NAMES[int(found['month']) - 1]} {found['year']}"
    return f"{int(found['day'])} {month}" if found["day"] else month
