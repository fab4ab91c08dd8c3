"""The one date of a report."""

from datetime import date

import pytest

from crossfoot.dates import FIXED, report_date, timestamp


@pytest.mark.parametrize(
    ("epoch", "written", "expected"),
    [
        ("86400", "2021-02-01", date(1970, 1, 2)),
        (None, "2021-02-01", date(2021, 2, 1)),
        ("", "2021-02", date(2021, 2, 1)),
        ("soon", "2021", date(2021, 1, 1)),
        ("99999999999999", "2021", date(2021, 1, 1)),
        ("²", "2021", date(2021, 1, 1)),
        (None, "February", FIXED),
        (None, "2021-02-31", FIXED),
        (None, None, FIXED),
    ],
)
def test_date_comes_from_the_environment_then_the_report(
    epoch: str | None, written: str | None, expected: date
) -> None:
    """SOURCE_DATE_EPOCH wins over report.yml, and both over a fixed date."""
    assert report_date(epoch, written) == expected


def test_timestamp_is_in_utc() -> None:
    """The start of a day counts in UTC wherever the build runs."""
    assert timestamp(date(2021, 2, 1)) == 1612137600
