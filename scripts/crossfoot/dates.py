"""The one date: `SOURCE_DATE_EPOCH` and `report.yml` in, the report's date out.

Nothing reads the clock: https://reproducible-builds.org/specs/source-date-epoch/.
"""

import re
from datetime import UTC, date, datetime

FIXED = date(2000, 1, 1)
"""The date of a report that names none."""

END = 253_402_300_800
"""The first second of the year 10000, which is no date here."""


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_day(words: str) -> bool:
    """Say whether words are a day, `YYYY-MM-DD`."""
    try:
        return bool(DAY.fullmatch(words) and date.fromisoformat(words))
    except ValueError:
        return False


def is_named(day: date) -> bool:
    """Say whether the date of a report is one that it names."""
    return day != FIXED


def report_date(epoch: str | None, written: str | None) -> date:
    """Return the date of `SOURCE_DATE_EPOCH`, else of `date:`, else a fixed one.

    `epoch` is seconds before the year 10000, `written` may be `2021-02-01`, `2021-02`
    or `2021`; anything else counts as none.
    """
    if re.fullmatch(r"[0-9]{1,12}", epoch or "") and int(epoch or 0) < END:
        return datetime.fromtimestamp(int(epoch or 0), UTC).date()
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(written or "").strip())
    if not found:
        return FIXED
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return FIXED


def timestamp(day: date) -> int:
    """Return the seconds since 1970 at the start of a day, UTC."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
