"""Recurring headings: layouts in, which of their headings many chapters have out.

A heading that each chapter has, such as Methods or Data sources, names a part of a
chapter, and no case that what stands under it is about.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from crossfoot.repeats.layout import Layout

MANY = 4
"""Chapters from which on a heading is one that chapters have."""


class Recurring:
    """The headings of a report, which are counted once asked for."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        """Take the chapters, without looking at them yet."""
        self._layouts = layouts

    @cached_property
    def _headings(self) -> Counter[str]:
        held = ({leaf.under for leaf in page.leaves} for page in self._layouts)
        return Counter(under for page in held for under in page)

    def is_part(self, heading: str) -> bool:
        """Say whether a heading stands in many chapters."""
        return self._headings[heading] >= MANY
