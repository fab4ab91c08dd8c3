"""Spellings: words as written in, a number for what each says out.

They outlast a report: who looks at it again and again reads each word once. So what
they number is no property of one report, and only equality of numbers may count.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from crossfoot.repeats.language import bared, is_code, read

FIGURE = "#"
"""Stands for any figure, and before the value of one."""
CAPITAL = -1
"""Stands for no number: the word is not written in small letters."""
UNREAD = -2
"""Stands for no number: the word was not read so far."""


class Keys(Protocol):
    """What numbers words as written: a lexicon."""

    keys: list[str]


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
    tables: list[tuple[Keys, Any]] = field(
        default_factory=list, repr=False, compare=False
    )
    """The spellings of the keys of one lexicon, the one met last."""

    def table(self, of: Keys) -> Any:
        """Return the spellings of a lexicon's keys, three lines of 32 bits each.

        A key that was not read so far has `UNREAD`; who reads it enters it.
        """
        import numpy as np

        known = [made for lexicon, made in self.tables if lexicon is of]
        if not known or known[0].shape[1] < len(of.keys):
            made = np.full((3, 2 * len(of.keys)), UNREAD, np.int32)
            for old in known:
                made[:, : old.shape[1]] = old
            self.tables[:] = [(of, made)]
            return made
        return known[0]

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
