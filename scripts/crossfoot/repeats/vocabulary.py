"""The vocabulary: the units of a report in, their words as numbers out."""

from collections import Counter
from dataclasses import dataclass, field
from math import log
from typing import Any, NamedTuple

from crossfoot.repeats.arrays import equal_stretches, spread
from crossfoot.repeats.compare import is_name, may_name
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.plain import shown
from crossfoot.repeats.seeds import MANY
from crossfoot.repeats.sketches import Share
from crossfoot.repeats.spellings import CAPITAL, UNREAD, Spellings
from crossfoot.repeats.units import Unit, Units


class Held(NamedTuple):
    """Figures and names of a unit."""

    sure: frozenset[str]
    doubtful: frozenset[str]
    """First words of sentences: names, where they stand nowhere without a capital."""

    @property
    def every(self) -> frozenset[str]:
        """What may be a figure or a name."""
        return self.sure | self.doubtful if self.doubtful else self.sure


@dataclass(slots=True)
class Vocabulary:
    """The words of a report."""

    words: Spellings
    counts: list[int] = field(default_factory=list)
    """How often each number stands, figures as `#`."""
    lower: bytes = b""
    """For each number 1 where a word of it stands without a capital."""
    total: int = 0
    """All words."""
    weights: dict[str, float] = field(default_factory=dict, compare=False)
    """What words tell, as far as that was asked for."""
    anchored: dict[int, tuple[Unit, frozenset[str]]] = field(
        default_factory=dict, compare=False
    )
    """Figures and names of units, by the names of these."""
    telling: dict[int, tuple[Unit, float]] = field(default_factory=dict, compare=False)
    """What units tell, in the same way."""

    def is_common(self, word: str) -> bool:
        """Say whether a word, case-folded, stands anywhere without a capital."""
        number = self.words.numbers.get(word, len(self.lower))
        return number < len(self.lower) and self.lower[number] == 1

    def differing(self, old: "Vocabulary") -> set[str]:
        """Return the words of which `is_common` says another thing than of old ones."""
        if old.words is not self.words:
            return {*old.words.numbers, *self.words.numbers}
        import numpy as np

        most = max(len(old.lower), len(self.lower))
        sides = [
            np.frombuffer(one.lower.ljust(most, b"\0"), np.uint8) for one in (old, self)
        ]
        names = list(self.words.numbers)
        return {names[at] for at in np.flatnonzero(sides[0] != sides[1]).tolist()}

    def anchors(self, unit: Unit) -> frozenset[str]:
        """Return the figures and names that a unit holds."""
        found = self.anchored.get(id(unit))
        if found is None:
            found = self.anchored[id(unit)] = unit, self._anchors(unit)
        return found[1]

    def tells(self, unit: Unit) -> float:
        """Return how much all words of a unit tell."""
        found = self.telling.get(id(unit))
        if found is None:
            kinds = Counter(unit.norms).items()
            told = sum(self.weigh(word) * n for word, n in kinds)
            found = self.telling[id(unit)] = unit, told
        return found[1]

    def _anchors(self, unit: Unit) -> frozenset[str]:
        found = held(unit)
        names = [one for one in found.doubtful if not self.is_common(one)]
        return found.sure.union(names) if names else found.sure

    def weigh(self, word: str) -> float:
        """Return how much a word tells: the logarithm of how seldom it stands."""
        if word not in self.weights:
            number = self.words.numbers.get(word, len(self.counts))
            count = self.counts[number] if number < len(self.counts) else 0
            self.weights[word] = log(1 + self.total / (count or 1))
        return self.weights[word]


def held(unit: Unit) -> Held:
    """Return the figures and names of a unit, for which it is looked at once."""
    if unit.held is None:
        unit.held = _held(unit)
    found: Held = unit.held
    return found


def _held(unit: Unit) -> Held:
    figures = {one.figure for one in unit.readings if len(one.figure) > 1}
    may_be = [at for at, word in enumerate(unit.words) if may_name(word[0])]
    doubtful = {unit.norms[at] for at in may_be if is_name(unit, at, lambda _: False)}
    names = {unit.norms[at] for at in may_be if is_name(unit, at, lambda _: True)}
    return Held(frozenset(figures | names), frozenset(doubtful - names - figures))


@dataclass(frozen=True, slots=True)
class Numbered:
    """The words of all units as numbers, one unit after another."""

    known: Vocabulary
    sizes: Any
    """How many words each unit has."""
    starts: Any
    """Where each unit starts."""
    said: Any
    """The numbers with their figures; 32 bits each."""
    masked: Any
    """The same, every figure as `#`."""
    sought: Any
    """Which units are compared wherever they stand."""

    def of(self, number: int) -> list[int]:
        """Return the words of a unit, every figure as `#`."""
        start, size = int(self.starts[number]), int(self.sizes[number])
        found: list[int] = self.masked[start : start + size].tolist()
        return found


class Spelled(NamedTuple):
    """The words of some units of a chapter as numbers; arrays."""

    sizes: Any
    said: Any
    masked: Any
    lower: Any
    """Which numbers stand without a capital, each once."""
    sought: Any


def numbered(units: Units) -> Numbered:
    """Return the words of all units as numbers."""
    import numpy as np

    words = _spellings(units)
    parts = [_spelled(units.layouts[one.page], one, words) for one in units.shares]
    kinds = np.int64, np.int32, np.int32, np.int32, bool
    nothing = Spelled(*(np.zeros(0, kind) for kind in kinds))
    columns = zip(nothing, *parts, strict=True)
    sizes, said, masked, lower, sought = map(np.concatenate, columns)
    counts, small = np.zeros((2, len(words.numbers)), np.int64)
    for one in parts:
        # By chapter, for it would turn all numbers into wider ones at once.
        counts += np.bincount(one.masked, minlength=len(counts))
    small[lower] = 1
    in_small = small.astype(np.uint8).tobytes()
    known = Vocabulary(words, counts.tolist(), in_small, len(masked))
    return Numbered(known, sizes, np.cumsum(sizes) - sizes, said, masked, sought)


def _spellings(units: Units) -> Spellings:
    """Return the spellings to number by: new ones where numbers count for themselves.

    Of many units not all runs are looked at, and which ones hangs on the numbers.
    """
    if len(units) > MANY or not units.layouts:
        return Spellings()
    return units.layouts[0].said.lexicon.spellings


def _spelled(page: Layout, share: Share, words: Spellings) -> Spelled:
    """Return the words of a chapter's units, which are looked at once."""
    key = "spelled", share.summary
    found: tuple[Spellings, Spelled] | None = page.kept.get(key)
    if found is None or found[0] is not words:
        found = page.kept[key] = words, _spell(page, share, words)
    return found[1]


def _spell(page: Layout, share: Share, words: Spellings) -> Spelled:
    import numpy as np

    sketches = share.sketches
    parts = [(block, told) for _, _, block, told, _ in sketches]
    lengths = [block.size if told is None else len(told) for block, told in parts]
    sizes = np.array(lengths, np.int64)
    starts = np.cumsum(sizes) - sizes
    plain = np.array([told is None for _, told in parts], bool)
    sought = plain.copy()
    made = np.empty((2, int(sizes.sum())), np.int32)
    small: set[int] = set()
    for at in np.flatnonzero(~plain).tolist():
        one = sketches[at]
        sought[at] = one.is_sought
        told = [words.learn(word[0]) for word in one.words or ()]
        there = slice(int(starts[at]), int(starts[at]) + len(told))
        made[:, there] = np.array([one[:2] for one in told], np.int32).T
        small.update(one.lower for one in told)
    firsts = np.array([block.lo for block, told in parts if told is None], np.int64)
    more = _copy(made, page, (firsts, starts[plain], sizes[plain]), words)
    lower = np.concatenate([np.array([*small], np.int32), more])
    stands = np.zeros(len(words.numbers), bool)
    stands[lower[lower != CAPITAL]] = True
    return Spelled(sizes, made[0], made[1], np.flatnonzero(stands), sought)


def _copy(
    made: Any, page: Layout, plain: tuple[Any, Any, Any], words: Spellings
) -> Any:
    """Enter the words of plain paragraphs, which are tokens.

    `plain` says of each its first token, where it starts among all words, and its size.
    Returns the numbers of those without a capital, and `CAPITAL` for all others.
    """
    import numpy as np

    firsts, starts, sizes = plain
    # As wide as an index is: each use would make them so.
    tokens = page.said.numbers[spread(firsts, sizes)].astype(np.intp)
    lexicon = page.said.lexicon
    table = words.table(lexicon)
    stands = np.zeros(len(lexicon.keys), bool)
    stands[tokens] = True
    kinds = np.flatnonzero(stands)
    if (table[0, kinds] == UNREAD).any():
        _read(tokens, lexicon, table, words)
    there = spread(starts, sizes)
    made[0, there] = table[0][tokens]
    made[1, there] = table[1][tokens]
    return table[2, kinds]


def _read(tokens: Any, lexicon: Lexicon, table: Any, words: Spellings) -> None:
    """Enter the spellings of tokens that were not read so far into a table."""
    import numpy as np

    new = tokens[table[0][tokens] == UNREAD]
    order = np.argsort(new, kind="stable")
    ordered = new[order]
    firsts = order[np.append(True, ordered[1:] != ordered[:-1])[: len(order)]]
    # In the order of the text, so that new spellings depend on nothing else.
    for kind in new[np.sort(firsts)].tolist():
        table[:, kind] = words.learn(shown(lexicon.keys[kind]))


APART = frozenset({"list", "row"})
"""Kinds of units that are held against their own kind: a list against lists."""


def groups(units: Units, made: Numbered) -> list[list[int]]:
    """Return the units that say the same, each group in reading order.

    A list of one item is no copy of that item.
    """
    import numpy as np

    apart = np.array([one.kind in APART for one in units.sketches], bool)
    found: list[list[int]] = []
    for side in (np.flatnonzero(apart), np.flatnonzero(~apart)):
        equal = equal_stretches(made.said, made.starts[side], made.sizes[side])
        found += [side[group].tolist() for group in equal]
    return sorted(found)
