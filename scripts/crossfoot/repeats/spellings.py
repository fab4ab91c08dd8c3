"""Spellings: words as written in, a number for what each says out.

They outlast a report: who looks at it again and again reads each word once. So what
they number is no property of one report, and only equality of numbers may count.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from crossfoot.repeats.language import bared, is_code, read

FIGURE = "#"
"""Stands for any figure, and before the value of one."""
CAPITAL = -1
"""Stands for no number: the word is not written in small letters."""


class Spelling(NamedTuple):
    """What a word says, as numbers."""

    said: int
    masked: int
    """The same, every figure as `#`."""
    lower: int
    """Its number where it stands without a capital, `CAPITAL` otherwise."""


@dataclass(slots=True)
class Spellings:
    """The words met so far."""

    numbers: dict[str, int] = field(default_factory=dict)
    """By what a word says, figures apart by their values; `#` is any figure."""
    known: dict[str, Spelling] = field(default_factory=dict)
    """By word as written."""
    stems: dict[str, int] = field(default_factory=dict)
    """Numbers of stems."""

    def learn(self, word: str) -> Spelling:
        """Return the numbers of a word."""
        return self.known.get(word) or self._new(word)

    def _new(self, word: str) -> Spelling:
        reading = read(word)
        name = f"{FIGURE}{reading.figure}" if reading.figure else reading.norm
        number = mask = self.numbers.setdefault(name, len(self.numbers))
        lower = CAPITAL
        if reading.figure:
            mask = self.numbers.setdefault(FIGURE, len(self.numbers))
        elif bared(word)[:1].islower() and not is_code(word):
            lower = number
        found = self.known[word] = Spelling(number, mask, lower)
        return found

    def stem(self, one: str) -> int:
        """Return the number of a stem."""
        return self.stems.setdefault(one, len(self.stems))
