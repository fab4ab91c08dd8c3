"""The lexicon: the tokens of a report in, a number for each that is different out."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from crossfoot.repeats.spellings import Spellings

EMPTY = 12
"""Bits of the tables at first; both have four places for each entry, or more."""
FREE = 1
"""What stands for an entry that is none: hashes are even."""
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
        """Numbers by the hash of a token; each is an entry, counted from 1."""
        self.hashes: Any = None
        """The hashes of the entries; an array."""
        self.found: Any = None
        """Their numbers; an array."""
        self.tables: list[Any] = []
        """Entries by some bits of their hashes; most stand in one of the two arrays."""
        self.spellings = Spellings()
        """Numbers of what words say, by how they are written."""

    def number(self, key: str) -> int:
        """Return the number of a key, which may be new."""
        found = self.numbers.setdefault(key, len(self.keys))
        if found == len(self.keys):
            self.keys.append(key)
        return found

    def entered(self, keys: Sequence[str]) -> list[int]:
        """Return the numbers of keys, each of which is given once."""
        known = self.numbers
        new = [key for key in keys if key not in known]
        known.update(zip(new, count(len(self.keys)), strict=False))
        self.keys += new
        return [known[key] for key in keys]

    def look_up(self, hashes: Any) -> tuple[Any, Any]:
        """Return the numbers of tokens by their hashes, and where none was found.

        Those are to be met; they may have been met before. All are arrays.
        """
        import numpy as np

        self._make_room(0)
        entries = self.tables[0][self._slots(0, hashes)]
        new = np.flatnonzero(self.hashes[entries] != hashes)
        if len(new):
            rest = hashes[new]
            entries[new] = others = self.tables[1][self._slots(1, rest)]
            new = new[self.hashes[others] != rest]
        return self.found[entries], new

    def meet(self, hashes: Any, text: Callable[[int], str]) -> Any:
        """Return the numbers of tokens by their hashes, an array.

        `text` gives the key of one of them; it is asked for those never met before.
        """
        import numpy as np

        self._make_room(len(hashes))
        slots = [self._slots(which, hashes).tolist() for which in (0, 1)]
        numbers = []
        for at, made in enumerate(hashes.tolist()):
            found = self.met.get(made)
            if found is None:
                found = self.met[made] = self.number(text(at))
                self._enter(made, found, (slots[0][at], slots[1][at]))
            numbers.append(found)
        return np.array(numbers, np.int32)

    def _enter(self, made: int, number: int, places: tuple[int, int]) -> None:
        """Enter a token into the first table in which its place is free."""
        entry = len(self.met)
        self.hashes[entry], self.found[entry] = made, number
        for table, slot in zip(self.tables, places, strict=True):
            if not table[slot]:
                table[slot] = entry
                return

    def _slots(self, which: int, hashes: Any) -> Any:
        """Return where in one of the tables some hashes have their places."""
        import numpy as np

        mixed = hashes * np.uint64(BASE) if which else hashes
        shift = np.uint64(65 - len(self.tables[which]).bit_length())
        return (mixed >> shift).view(np.int64)

    def _make_room(self, more: int) -> None:
        """See to it that the tables have room for more tokens."""
        import numpy as np

        known = len(self.met)
        bits = max(EMPTY, (known + more).bit_length() + 1)
        if self.tables and len(self.tables[0]) >= 1 << bits:
            return
        entries = np.arange(1, known + 1)
        hashes, found = self.hashes, self.found
        self.hashes = np.full(1 << (bits - 1), FREE, np.uint64)
        self.found = np.zeros(1 << (bits - 1), np.int32)
        if known:
            self.hashes[entries], self.found[entries] = hashes[entries], found[entries]
        self.tables = [np.zeros(1 << bits, np.int32) for _ in range(2)]
        for which, table in enumerate(self.tables):
            slots = self._slots(which, self.hashes[entries])
            table[slots] = entries
            # Who found the place of another in the first table is in the second.
            entries = entries[table[slots] != entries]
