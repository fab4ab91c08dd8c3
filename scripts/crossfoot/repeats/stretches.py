"""Stretches: places of chapters in, those that cover a character out, in no time.

A report may hold tens of thousands of repeats; to try each against each would take the
square of that.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from crossfoot.places import Span

SIZE = 1024
"""Characters of a part of a chapter that is looked up as one."""

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Stretches(Generic[What]):
    """Stretches of chapters, each with what it stands for."""

    parts: dict[tuple[int, int], list[tuple[Span, What]]] = field(default_factory=dict)
    """By chapter and part of it."""

    def add(self, page: int, span: Span, what: What) -> None:
        """Note a stretch."""
        for part in range(span[0] // SIZE, span[1] // SIZE + 1):
            self.parts.setdefault((page, part), []).append((span, what))

    def over(self, page: int, span: Span) -> Iterator[tuple[Span, What]]:
        """Yield those that cover the middle of a stretch.

        What covers more than half of it is among them.
        """
        middle = (span[0] + span[1]) // 2
        for found, what in self.parts.get((page, middle // SIZE), ()):
            if found[0] <= middle <= found[1]:
                yield found, what
