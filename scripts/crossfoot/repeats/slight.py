"""Slight repeats: relations and the length of a report in, which of them are told out.

A short phrase that stands twice, or a sentence said again in other words, is worth a
word while there are few of them. Where parallel pages are full of them, the surest are
told and the rest is counted: a list that nobody reads to its end hides what matters.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from crossfoot.repeats.alike import Pair, Weigh
from crossfoot.repeats.relations import Relation
from crossfoot.repeats.stems import stem
from crossfoot.repeats.units import are_neighbours

FIGURE = re.compile("[0-9]")
SHORT = 12
"""Words below which a repeat may be slight, in one chapter …"""
ACROSS = 16
"""… and in two …"""
PHRASE = 25
"""… and below which one may be that is not equal."""
TELLING = 4.0
"""Nats that each word of a short repeat tells when its words are rare enough."""
CERTAIN = 40.0
"""Nats from which on a sentence that is said again in other words is told anyhow."""
LOOSE = 70
"""Per cent of words in one order below which a passage tells another's story …"""
STORY = 70.0
"""… and nats from which on that is told anyhow."""
ROOM = 1.0
"""Repeats told in 1,000 words of a report, up to which slight ones are among them."""
EVER = 12000
"""Words of a report for each of which one slight repeat is told where there is no room,
if it is as good as sure …"""
FEW = 5
"""… and how many are told of the shortest one."""
EQUAL = 6000
"""The same of what is equal, however little it tells; none of a shorter report."""
SECTION = 2.5
"""How much surer one is of a repeat under one heading, which is read in one go: of
1,911 slight ones 26 were taken out by an editor, and of 3,583 others 13 …"""
CHAPTER = 1.2
"""… and of one in one chapter: chapters run in parallel more often than its parts."""
FIGURES = 1.5
"""… and of one that differs in figures alone: one of the two may be out of date."""
PARALLEL = 2
"""Repeats between two chapters that are told, the surest, where they run in parallel:
have more than that, and so many in 1,000 words of the shorter one."""


def sureness(one: Pair, weigh: Weigh) -> float:
    """Return what both sides of a pair tell, weighed with their likeness; in nats.

    What stands twice in one paragraph, or in two side by side, is left there by a slip,
    however little it tells.
    """
    doubled = one.whole and one.a.norms == one.b.norms and are_neighbours(one.a, one.b)
    if doubled or one.a.number == one.b.number:
        return TELLING * (one.b_words[1] - one.b_words[0])
    here, there = one.a.norms[slice(*one.a_words)], one.b.norms[slice(*one.b_words)]
    if here == there:
        both = a = b = _told(_stemmed(here), weigh)
    else:
        sides = _stemmed(here), _stemmed(there)
        both, a, b = (_told(some, weigh) for some in (sides[0] & sides[1], *sides))
    return both * both / sqrt(a * b) if both else 0.0


def _stemmed(norms: Iterable[str]) -> set[str]:
    return {norm for norm in norms if stem(norm)}


def _told(some: Iterable[str], weigh: Weigh) -> float:
    return sum(sorted(map(weigh, some)))


def parted(found: Iterable[Relation]) -> tuple[list[Relation], list[Relation]]:
    """Return the relations that are told, and those that are where there is room."""
    told: list[Relation] = []
    slight: list[Relation] = []
    for one in found:
        (slight if is_slight(one) else told).append(one)
    return told, slight


def sure(
    told: Iterable[Relation], slight: Iterable[Relation], words: Mapping[str, int]
) -> tuple[list[Relation], list[Relation]]:
    """Return what is told whatever else there is, and the rest.

    `words` says how long each chapter is.
    """
    told = list(told)
    parallel = _parallel(told, words)
    kept = [one for one in told if one.ident not in parallel]
    return kept, [*slight, *(one for one in told if one.ident in parallel)]


def room(told: Iterable[Relation], words: Mapping[str, int]) -> int:
    """Return how many relations more may be told of; less than 0 where it is full."""
    return _room(words) - sum(map(_is_shown, told))


def excess(told: Iterable[Relation], words: Mapping[str, int]) -> int:
    """Return how many findings a report has more than there is room for.

    Each copy of an exact repeat is one of its own.
    """
    shown = (one for one in told if _is_shown(one))
    found = sum(len(one.b) if _is_equal(one) else 1 for one in shown)
    return max(found - _room(words), 0)


def _room(words: Mapping[str, int]) -> int:
    return max(FEW, int(sum(words.values()) * ROOM / 1000))


def _is_shown(one: Relation) -> bool:
    return one.action not in {"none", "waived"} and not one.within


def eased(
    told: Iterable[Relation], words: Mapping[str, int]
) -> tuple[list[Relation], list[Relation]]:
    """Return what is told of a report that has too much, and what gives way.

    What says again in other words what stands elsewhere is the least sure to be a
    repeat, so that gives way, the least sure first, until there is room.
    """
    told = list(told)
    soft = [one for one in told if one.retold and _may_be(one) and not one.like]
    excess = min(max(-room(told, words), 0), len(soft))
    ranked = sorted(soft, key=_rank)
    out = ranked[len(ranked) - excess :]
    gone = {id(one) for one in out}
    return [one for one in told if id(one) not in gone], out


def filled(
    told: Iterable[Relation], slight: Iterable[Relation], words: Mapping[str, int]
) -> tuple[list[Relation], list[Relation]]:
    """Return what is told with the surest of what is slight, and the rest of that.

    Where there is no room, a few that are as good as sure are told all the same, and
    so are some that are equal.
    """
    told = list(told)
    ranked = sorted(slight, key=_rank)
    free = max(room(told, words), 0)
    total = sum(words.values())
    good = sum(_likely(one) >= 1 for one in ranked)
    count = max(free, min(max(FEW, total // EVER, free), good))
    left = total // EQUAL - sum(map(_is_equal, ranked[:count]))
    equal = [one for one in ranked[count:] if _is_equal(one)][: max(left, 0)]
    rest = [one for one in ranked[count:] if one not in equal]
    return [*told, *ranked[:count], *equal], rest


def _is_equal(one: Relation) -> bool:
    return one.kind == "exact"


def is_slight(one: Relation) -> bool:
    """Say whether a relation may be left to the count."""
    return _may_be(one) and (one.sure or 0.0) < _asked(one)


def _asked(one: Relation) -> float:
    """Return the nats from which on a relation is told anyhow."""
    if one.retold:
        return CERTAIN
    if one.kind == "near" and one.share < LOOSE:
        return STORY
    if one.around or (one.share == 100 and not one.differences):
        short = one.words < (SHORT if one.files[0] == one.files[1] else ACROSS)
    else:
        short = one.words < PHRASE
    return TELLING * one.words if short else 0.0


def _may_be(one: Relation) -> bool:
    return one.sure is not None and one.action == "report"


def _parallel(found: Sequence[Relation], words: Mapping[str, int]) -> set[str]:
    """Return the repeats of chapters that run in parallel, but for the surest ones."""
    held: dict[tuple[str, str], list[Relation]] = {}
    for one in found:
        if _may_be(one) and not one.retold:
            key = one.a[0][0].file, one.b[0][0].file
            held.setdefault(key, []).append(one)
    left: set[str] = set()
    for key, group in held.items():
        shorter = min(words[file] for file in key)
        if key[0] != key[1] and len(group) * 1000 >= PARALLEL * shorter:
            left |= {one.ident for one in sorted(group, key=_rank)[PARALLEL:]}
    return left


def _rank(one: Relation) -> tuple[float, Sequence[object]]:
    places = [(chapter.file, span) for chapter, span in (one.a[0], one.b[0])]
    return -_likely(one), (places, one.ident)


def _differs_in_figures(one: Relation) -> bool:
    """Say whether two passages would be equal but for some figures."""
    texts = [text for part in one.differences for text in (part.a, part.b)]
    return bool(texts) and all(FIGURE.search(text) for text in texts)


def _likely(one: Relation) -> float:
    """Return how sure a relation is, 1 being what is told whatever else there is."""
    asked = _asked(one)
    share = (one.sure or 0.0) / asked if asked else 1 + (one.sure or 0.0)
    if _differs_in_figures(one):
        share *= FIGURES
    if one.one_section:
        return share * SECTION
    return share * CHAPTER if one.a[0][0].file == one.b[0][0].file else share
