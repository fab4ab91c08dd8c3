"""Variants: pairs of like units in, how many wordings of one passage there are out."""

from collections import Counter
from collections.abc import Callable, Iterable

from crossfoot.repeats.units import Unit

MANY = 4
"""Wordings from which on a passage is a form or a standing phrase."""


def variants(pairs: Iterable[tuple[Unit, Unit]]) -> Callable[[Unit], int]:
    """Return a function that says of how many wordings a unit is one.

    Wordings are joined one to the next for this count alone: no two of them are taken
    for the same (closure over likeness made one absurd cluster of a million texts,
    marin-community/marin#6854).
    """
    above: dict[int, int] = {}

    def top(number: int) -> int:
        while above.get(number, number) != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    for a, b in pairs:
        above.setdefault(a.number, a.number)
        above.setdefault(b.number, b.number)
        above[top(a.number)] = top(b.number)
    sizes = Counter(map(top, tuple(above)))
    return lambda unit: sizes[top(unit.number)]
