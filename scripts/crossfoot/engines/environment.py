"""The environment: what the surroundings of a build say about it."""

import os
from importlib.util import find_spec


def source_date_epoch() -> str | None:
    """Return `SOURCE_DATE_EPOCH` as set, or None."""
    return os.environ.get("SOURCE_DATE_EPOCH")


def has_module(name: str) -> bool:
    """Say whether a package is installed."""
    return find_spec(name) is not None
