"""Slight repeats: relations and the length of a report in, which of them are told out.

A short phrase that stands twice, or a sentence said again in other words, is worth a
word while there are few of them. Where parallel pages are full of them, the surest are
told and the rest is counted: a list that nobody reads to its end hides what matters.
"""

from collections.abc import Iterable, Sequence
from math import sqrt

from crossfoot.repeats.alike import Pair, Weigh
from crossfoot.repeats.relations import Relation
from crossfoot.repeats.stems import stem

SHORT = 25
"""Words below which a repeat may be slight."""
TELLING = 4.0
"""Nats that each word of a short repeat tells when its words are rare enough."""
CERTAIN = 40.0
"""Nats from which on a sentence that is said again in other words is told anyhow."""
ROOM = 0.9
"""Repeats told in 1,000 words of a report, up to which slight ones are among them."""
EVER = 8000
"""Words of a report for each of which one slight repeat is told anyhow …"""
FEW = 10
"""… and how many are told of the shortest one."""


def sureness(one: Pair, weigh: Weigh) -> float:
    """Return what both sides of a pair tell, weighed with their likeness; in nats."""
    sides = [
        {norm for norm in unit.norms[slice(*words)] if stem(norm)}
        for unit, words in ((one.a, one.a_words), (one.b, one.b_words))
    ]
    both, a, b = (
        sum(sorted(map(weigh, some))) for some in (sides[0] & sides[1], *sides)
    )
    return both * both / sqrt(a * b) if both else 0.0


def parted(
    found: Iterable[Relation], words: int
) -> tuple[list[Relation], list[Relation]]:
    """Return the relations that are told, and the slight ones that are not.

    `words` says how long the report is.
    """
    told: list[Relation] = []
    slight: list[Relation] = []
    for one in found:
        (slight if is_slight(one) else told).append(one)
    shown = sum(one.action not in {"none", "waived"} for one in told)
    room = max(FEW, words // EVER, int(words * ROOM / 1000) - shown)
    slight.sort(key=_rank)
    return [*told, *slight[:room]], slight[room:]


def is_slight(one: Relation) -> bool:
    """Say whether a relation may be left to the count."""
    if one.sure is None or one.action != "report":
        return False
    if one.retold:
        return one.sure < CERTAIN
    return one.words < SHORT and one.sure < TELLING * one.words


def _rank(one: Relation) -> tuple[float, Sequence[object]]:
    places = [(chapter.file, span) for chapter, span in (one.a[0], one.b[0])]
    return -(one.sure or 0.0), (places, one.ident)
