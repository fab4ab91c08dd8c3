"""The environment: what the surroundings of a build say about it."""

import os


def source_date_epoch() -> str | None:
    """Return `SOURCE_DATE_EPOCH` as set, or None."""
    return os.environ.get("SOURCE_DATE_EPOCH")
