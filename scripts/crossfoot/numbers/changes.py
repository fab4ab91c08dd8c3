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
UP_OR_DOWN = re.compile(
    rf"\b(?:{any_of(english_terms.UP_OR_DOWN)})\s?\Z", re.IGNORECASE
)
NEAR = 8
"""Characters before a number in which `up` or `down` stands."""
ON = re.compile(rf"\s?(?:{any_of(english_terms.AGAINST)})\b", re.IGNORECASE)


def is_change(before: str, after: str) -> bool:
    """Say whether a number is how much something moved, or is more than another.

    `before` and `after`: its sentence up to it, and after it.
    """
    # Few numbers have such a word after them, and looking back takes long.
    against = ON.match(after) and UP_OR_DOWN.search(before[-NEAR:])
    return bool(MOVED_BY.search(before) or THAN_IN.match(after) or against)
