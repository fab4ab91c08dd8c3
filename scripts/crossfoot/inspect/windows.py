"""Windows: passages that were lost sight of in, those that are lost out.

Where words repeat themselves, as in long tables of “Yes” and “No”, a search from
passage to passage may take a later one for the one it looks for, and miss all that
stands between. Passages that begin with words which stand once in the report and
once in the output are sure; each of the others is looked for between two of these.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from crossfoot.inspect.passages import BREAK, Passage

KEY = 24
"""Characters of a beginning that hardly stand twice."""
SLACK = 6_000
"""Characters of floats, notes and running heads that may stand between."""


@dataclass(frozen=True, slots=True)
class Windows:
    """Where passages have to be."""

    expected: Sequence[Passage]
    output: str
    sure: list[int]
    """Passages whose place is known, by their place in `expected`."""
    places: list[int]
    """Where they begin in the output, in the same order."""
    astray: frozenset[int]
    """Passages that stand once, but not in the order of the others."""

    def around(self, index: int) -> tuple[int, int, int, int]:
        """Return the passages and the characters between which one stands."""
        at = bisect_left(self.sure, index)
        first, begin = (self.sure[at - 1], self.places[at - 1]) if at else (0, 0)
        last, end = len(self.expected), len(self.output)
        while at < len(self.sure) and self.sure[at] <= index:
            at += 1
        if at < len(self.sure):
            last, end = self.sure[at], self.places[at]
        return first, last, max(begin - SLACK, 0), min(end + SLACK, len(self.output))

    def lacks(self, index: int, found: Callable[[Passage, str], bool]) -> bool:
        """Say whether a passage is not in its window as often as it should be.

        `found` says whether a text holds a passage that pages' ends may cut.
        """
        first, last, begin, end = self.around(index)
        window = self.output[begin:end]
        near = self.expected[first : last + 1]
        for piece in self.expected[index].pieces:
            wanted = sum(held.count(piece) for one in near for held in one.pieces)
            if window.count(piece) < wanted:
                # One of them may stand on two pages; the whole ones are others.
                apart = window.replace(piece, BREAK)
                if not found(replace(self.expected[index], pieces=(piece,)), apart):
                    return True
        return False


def windows(expected: Sequence[Passage], output: str) -> Windows:
    """Return where each passage has to be."""
    begins: dict[str, list[int]] = {}
    for index, one in enumerate(expected):
        first = one.pieces[0]
        if one.running and len(first) >= KEY:
            begins.setdefault(first[:KEY], []).append(index)
    found: dict[str, list[int]] = {
        key: [] for key, at in begins.items() if len(at) == 1
    }
    # Few characters are the first of a passage: no others are looked at.
    firsts = "".join(map(re.escape, sorted({key[0] for key in found})))
    for start in re.finditer(f"[{firsts}]", output) if found else ():
        at = start.start()
        places = found.get(output[at : at + KEY])
        if places is not None:
            places.append(at)
    pairs = sorted((begins[key][0], at[0]) for key, at in found.items() if len(at) == 1)
    text = [one for one in pairs if not expected[one[0]].apart]
    cells = [one for one in pairs if expected[one[0]].apart]
    known = [text[one] for one in rising([at for _, at in text])]
    astray = frozenset(index for index, _ in text).difference(one for one, _ in known)
    sure = sorted(known + _between(known, cells))
    return Windows(
        expected, output, [one for one, _ in sure], [at for _, at in sure], astray
    )


def _between(
    known: Sequence[tuple[int, int]], cells: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the cells that stand where they are written; a table may float away.

    Both are passages with their places; those of `known` rise.
    """
    held: dict[int, list[tuple[int, int]]] = {}
    for index, place in cells:
        at = bisect_left(known, (index, 0))
        before = known[at - 1][1] if at else -1
        after = known[at][1] if at < len(known) else place + 1
        if before < place < after:
            held.setdefault(at, []).append((index, place))
    return [
        group[one]
        for group in held.values()
        for one in rising([place for _, place in group])
    ]


def rising(numbers: Sequence[int]) -> list[int]:
    """Return the places of the longest rising sequence among numbers.

    Of sequences that are equally long, one with early places is returned.
    """
    ends: list[int] = []
    tops: list[int] = []
    after: list[int] = []
    for place in range(len(numbers) - 1, -1, -1):
        at = bisect_left(tops, -numbers[place])
        after.append(ends[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        tops[at : at + 1] = [-numbers[place]]
    out = []
    place = ends[-1] if ends else -1
    while place >= 0:
        out.append(place)
        place = after[len(numbers) - 1 - place]
    return out
