"""Types of columns that nobody declared: a table's records in, fields out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crossfoot.csvfile import Block
from crossfoot.data.cells import KEPT, SWEPT
from crossfoot.data.damage import damage
from crossfoot.data.schema import Marks
from crossfoot.fields import INFERRED, Field, narrowed

EVERY = tuple(name for name, _ in INFERRED)
PLAIN = Marks()


class Guess:
    """One column's cells passing by, a block at a time."""

    def __init__(self, name: str, marks: Marks) -> None:
        self.marked = Field(name, missing=marks.missing, suppressed=marks.suppressed)
        self.types = EVERY
        """Types that all cells so far fit, the narrowest first."""
        self.filled = False
        self.seen: set[str] = {*marks.missing, *marks.suppressed}

    def look(self, texts: Sequence[str]) -> None:
        """Look at a block's cells."""
        if not self.types:
            return
        fresh = set(texts) - self.seen
        if not fresh:
            return
        joined = "\0".join(fresh) + "\0"
        if SWEPT[self.types[0]].fullmatch(joined):
            self.filled = True
        else:
            self._narrow(fresh)
        if len(self.seen) < KEPT:
            self.seen |= fresh

    def _narrow(self, texts: Iterable[str]) -> None:
        for text in sorted(texts):
            # What a spreadsheet damaged says nothing about the rest of the column.
            if damage(text, numeric=True):
                continue
            self.types, self.filled = narrowed(self.types, text), True
            if not self.types:
                return

    def field(self) -> Field:
        """Return the field with the narrowest type that all cells fit."""
        fits = self.types[0] if self.types and self.filled else "string"
        return replace(self.marked, type=fits)


def inferred(
    names: Sequence[str], blocks: Iterable[Block], marks: Marks = PLAIN
) -> tuple[Field, ...]:
    """Return columns of the narrowest types that all their filled cells fit."""
    guesses = [Guess(name, marks) for name in names]
    for block in blocks:
        for guess, texts in zip(guesses, block.columns(len(names)), strict=True):
            guess.look(texts)
    return tuple(guess.field() for guess in guesses)
