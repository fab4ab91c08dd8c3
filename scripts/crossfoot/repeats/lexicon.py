"""The lexicon: the tokens of a report in, a number for each that is different out."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from crossfoot.repeats.spellings import Spellings

EMPTY = 12
"""Bits of the tables at first; they have four places for each entry, or more."""
FREE = 1
"""What stands where no hash does: those are even."""
BASE = 0x9E3779B97F4A7C15


class Lexicon:
    """The keys of a report's tokens, each with its number."""

    def __init__(self) -> None:
        """Start without any."""
        self.keys: list[str] = []
        self.numbers: dict[str, int] = {}
        self.traits = bytearray()
        """What kinds of words the keys are, as far as that was looked at: `plain`."""
        self.met: dict[int, int] = {}
        """Numbers by the hash of a token."""
        self.tables: list[Any] = []
        """The same as arrays: hashes and numbers, each in one of two places."""
        self.spellings = Spellings()
        """Numbers of what words say, by how they are written."""

    def number(self, key: str) -> int:
        """Return the number of a key, which may be new."""
        found = self.numbers.setdefault(key, len(self.keys))
        if found == len(self.keys):
            self.keys.append(key)
        return found

    def meet(self, hashes: Any, text: Callable[[int], str]) -> Any:
        """Return the numbers of tokens by their hashes, an array.

        `text` gives the key of one of them; it is asked for those never met before.
        """
        import numpy as np

        self._make_room(len(hashes))
        numbers = np.empty(len(hashes), np.int32)
        todo = np.arange(len(hashes))
        for table, slots in self._slots(hashes):
            there = slots[todo]
            numbers[todo] = table[1][there]
            todo = todo[table[0][there] != hashes[todo]]
        sides = [(table, slots.tolist()) for table, slots in self._slots(hashes[todo])]
        for number, at in enumerate(todo.tolist()):
            made = int(hashes[at])
            found = self.met.get(made)
            if found is None:
                found = self.met[made] = self.number(text(at))
                self._enter(made, found, [(one, slots[number]) for one, slots in sides])
            numbers[at] = found
        return numbers

    def _enter(self, made: int, number: int, places: Sequence[tuple[Any, int]]) -> None:
        """Enter a token into the first table in which its place is free."""
        for table, slot in places:
            if table[0][slot] == FREE:
                table[0][slot], table[1][slot] = made, number
                return

    def _slots(self, hashes: Any) -> Iterator[tuple[Any, Any]]:
        """Yield each table, and where in it some hashes have their places."""
        import numpy as np

        shift = np.uint64(65 - len(self.tables[0][0]).bit_length())
        yield self.tables[0], hashes >> shift
        yield self.tables[1], (hashes * np.uint64(BASE)) >> shift

    def _make_room(self, more: int) -> None:
        """See to it that the tables have room for more tokens."""
        import numpy as np

        bits = max(EMPTY, (len(self.met) + more).bit_length() + 1)
        if self.tables and len(self.tables[0][0]) >= 1 << bits:
            return
        self.tables = [np.full((2, 1 << bits), FREE, np.uint64) for _ in range(2)]
        known = np.array(list(self.met), np.uint64)
        numbers = np.array(list(self.met.values()), np.uint64)
        for table, slots in self._slots(known):
            table[0][slots], table[1][slots] = known, numbers
