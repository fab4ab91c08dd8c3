"""Broken pieces: words and the text of an output in, where they end out.

Pages end in paragraphs, code and cells: their words go on at the head of the next
page, behind notes, feet and running heads.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from crossfoot.inspect.passages import PAGE

REACH = 30_000
"""Characters that may stand between two pieces: floats and notes of a few pages."""
NEAR = 600
"""Within so many characters even a short piece is surely its own."""
SURE = 16
"""From this many characters on, a piece is not found by chance."""
LEAST = 4
"""The first part of a piece that a page's end cuts is at least this long."""
HEAD = 250
"""Characters of running heads, of which a few characters that end a piece follow."""
SEEDS = (24, 8, LEAST)
"""Lengths of beginnings that are looked for."""
TRIES = 6
"""How many places that begin alike are tried: the nearest, then those most alike."""
ALIKE = 300
"""How many places that begin alike are looked at for the most alike."""
DEEP = 100
"""How many ends of pages may break a piece at most."""
FULL = 400
"""Characters of a piece that stand on a page at least, when it runs over many."""
ASTRAY = 12_000
"""Characters that may stand between the parts of a piece: notes and floats."""
PATIENCE = 400
"""How many ways of putting a broken piece together are tried."""
UNSURE = -2
"""Stands for the end of a piece that can be put together in too many ways."""
CHUNK = 20
"""Length of the bits that a piece of too many ways is looked for in."""


def deep_of(piece: str) -> int:
    """Return how many ends of pages may break a piece."""
    return min(1 + len(piece) // FULL, DEEP)


@dataclass(slots=True)
class Search:
    """A search for the parts of a piece."""

    output: str
    cell: bool = False
    """Whether it is of a table, whose cells extraction may take line by line."""
    tried: set[tuple[int, int]] = field(default_factory=set)
    """What was looked for and where, so that no way is gone twice, nor too many."""

    @property
    def lost_patience(self) -> bool:
        """Say whether there are too many ways to try them all."""
        return len(self.tried) > PATIENCE

    def parts(self, piece: str, start: int, limit: int, deep: int) -> int:
        """Return the end of a piece that pages' ends cut, or -1.

        The nearest place that begins like the piece is tried first: a longer
        beginning farther on may belong to a passage that begins like this one.
        """
        if not deep or (len(piece), start) in self.tried or self.lost_patience:
            return -1
        self.tried.add((len(piece), start))
        for seed in SEEDS:
            for at in self.places(piece, seed, start, limit):
                end = self.rest(piece, at, deep)
                if end >= 0:
                    return end
        return -1

    def places(self, piece: str, seed: int, start: int, limit: int) -> Iterator[int]:
        """Yield where a piece may begin: the nearest places, then the most alike.

        Rows of a table may all begin with the same words.
        """
        if len(piece) <= seed:
            return
        found: list[int] = []
        at = self.output.find(piece[:seed], start, limit)
        while at >= 0 and len(found) < ALIKE:
            found.append(at)
            if len(found) <= TRIES:
                yield at
            at = self.output.find(piece[:seed], at + 1, limit)
        others = found[TRIES:]
        others.sort(key=lambda at: -self.alike(piece, at))
        yield from others[:TRIES]

    def rest(self, piece: str, at: int, deep: int) -> int:
        """Return the end of a piece that stands at an offset up to a break, or -1."""
        most = self.alike(piece, at)
        # What follows on the page may begin as the piece goes on.
        for length in range(most, max(most - 3, LEAST - 1), -1):
            end, tail = at + length, piece[length:]
            if self.cell and len(tail) >= LEAST:
                found = self.output.find(tail, end, end + NEAR)
                if found >= 0:
                    return found + len(tail)
            following = self.output.find(PAGE, end, end + ASTRAY)
            if following < 0:
                continue
            found = self.output.find(tail, following, following + behind(tail))
            if found >= 0:
                return found + len(tail)
            found = self.parts(tail, following, end + ASTRAY, deep - 1)
            if found >= 0:
                return found
        return -1

    def chunks(self, piece: str, start: int) -> int:
        """Return the end of a long piece nearly all of whose chunks follow, or UNSURE.

        Text that repeats itself can be put together in more ways than can be tried;
        each page that it runs over may break one chunk.
        """
        at, broken = start, 0
        for offset in range(0, len(piece), CHUNK):
            chunk = piece[offset : offset + CHUNK]
            found = self.output.find(chunk, at, at + REACH)
            if found < 0:
                broken += 1
            else:
                at = found + len(chunk)
        return at if broken <= 1 + self.output.count(PAGE, start, at) else UNSURE

    def alike(self, piece: str, at: int) -> int:
        """Return how many characters of a piece stand at an offset."""
        low, high = 0, len(piece) + 1
        while high - low > 1:
            middle = (low + high) // 2
            if self.output.startswith(piece[low:middle], at + low):
                low = middle
            else:
                high = middle
        return low


def behind(tail: str) -> int:
    """Return how far behind a page's end the last part of a piece may end."""
    if len(tail) < LEAST:
        return HEAD
    return NEAR if len(tail) < SURE else ASTRAY
