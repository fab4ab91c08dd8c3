"""Changes: what stands around a number in; whether it is said as a difference, out."""

import re

from crossfoot.amounts import english_sums, english_terms
from crossfoot.amounts.patterns import any_of

MOVED_BY = re.compile(
    rf"\b(?:{any_of(english_sums.MOVED)})\b[^.;:()]{{0,40}}\bby\s?\Z"
    rf"|\b(?:{any_of(english_sums.MOVES)})\sof\s?\Z",
    re.IGNORECASE,
)
THAN_IN = re.compile(
    rf"\s?(?:{any_of(english_terms.MORE_OR_FEWER)})\b[^.;:()]{{0,40}}\bthan\b",
    re.IGNORECASE,
)
UP_OR_DOWN = re.compile(rf"\b(?:{any_of(english_terms.UP_OR_DOWN)})\s\Z", re.IGNORECASE)
ON = re.compile(rf"\s?(?:{any_of(english_terms.AGAINST)})\b", re.IGNORECASE)


def is_change(before: str, after: str) -> bool:
    """Say whether a number is how much something moved, or is more than another.

    `before` and `after`: its sentence up to it, and after it.
    """
    against = UP_OR_DOWN.search(before) and ON.match(after)
    return bool(MOVED_BY.search(before) or THAN_IN.match(after) or against)
