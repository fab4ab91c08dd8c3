"""Timed rows: labels in; whether the last is that of all times above it, out."""

import re
from collections.abc import Iterator, Sequence

from crossfoot.amounts import english_accounts

TIMES = tuple(
    (re.compile(part, re.IGNORECASE), re.compile(whole, re.IGNORECASE))
    for part, whole in english_accounts.TIMES
)
FEWEST = 3
"""Times of which another may be the whole."""


def of_one_time(labels: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Yield the places of labels that are days, months or quarters among others."""
    for part, _ in TIMES:
        found = [k for k, one in enumerate(labels) if part.fullmatch(one.strip())]
        if FEWEST <= len(found) < len(labels):
            yield tuple(found)


def is_all_of(label: str, before: Sequence[str]) -> bool:
    """Say whether a label is that of all the times before it: `Week` below days."""
    if len(before) < FEWEST:
        return False
    return any(
        whole.fullmatch(label.strip())
        and all(part.fullmatch(one.strip()) for one in before)
        for part, whole in TIMES
    )
