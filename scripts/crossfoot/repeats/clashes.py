"""Clashes: what two statements are to each other that say different things."""

from dataclasses import dataclass

from crossfoot.places import Span
from crossfoot.repeats.compare import Edit
from crossfoot.repeats.units import Unit


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence of a unit."""

    unit: Unit
    lo: int
    hi: int

    @property
    def page(self) -> int:
        """Index of its layout."""
        return self.unit.page

    @property
    def span(self) -> Span:
        """Where it stands in its chapter."""
        return self.unit.place(self.lo, self.hi)

    @property
    def mask(self) -> tuple[str, ...]:
        """Its words, figures as `#`."""
        return self.unit.mask[self.lo : self.hi]

    @property
    def values(self) -> tuple[str, ...]:
        """What its figures say."""
        readings = self.unit.readings[self.lo : self.hi]
        return tuple(one.figure for one in readings if one.figure)

    @property
    def key(self) -> tuple[int, Span]:
        """What makes it this one, and orders statements as they are read."""
        return self.page, self.span


@dataclass(frozen=True, slots=True, eq=False)
class Clash:
    """Two statements of one origin that say different things."""

    a: Statement
    b: Statement
    edits: tuple[Edit, ...]
    """Those that matter."""
    near: bool
    """They stand in two copies of one passage."""
    alone: bool = False
    """It has no third copy, and the two are equal in much else."""

    @property
    def key(self) -> tuple[int, Span, int, Span]:
        """What orders pairs, and tells them apart."""
        return *self.a.key, *self.b.key


Frame = tuple[Statement, ...]
"""Statements of one form that speak of different things."""
