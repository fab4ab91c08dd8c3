"""Families: relations in, those that are about one passage under one of them out.

A sentence that stands in three places with a word changed here and there is a pair, and
another pair, and a third. In a report with much to tell such pairs are told together,
under the one that most others have a place in common with. None is joined by way of
another: each of them shares a place with that one.
"""

from collections.abc import Iterable, Mapping, Sequence

from crossfoot.places import Span
from crossfoot.repeats.relations import Relation, order
from crossfoot.repeats.stretches import Stretches


def families(found: Iterable[Relation]) -> dict[int, tuple[Relation, ...]]:
    """Return what each relation that leads some tells of, by the `id` of that one."""
    members = list(found)
    near = _neighbours(members)
    ranked = sorted(
        range(len(members)),
        key=lambda at: (members[at].retold, -len(near[at]), order(members[at])),
    )
    taken: set[int] = set()
    out: dict[int, tuple[Relation, ...]] = {}
    for at in ranked:
        others = [one for one in near[at] if one not in taken]
        if at not in taken and others:
            taken |= {at, *others}
            told = sorted((members[one] for one in others), key=order)
            out[id(members[at])] = tuple(told)
    return out


def _neighbours(members: Sequence[Relation]) -> Mapping[int, list[int]]:
    """Return for each relation those that have a place in common with it."""
    pages: dict[str, int] = {}
    held: Stretches[int] = Stretches()
    for at, one in enumerate(members):
        for chapter, span in (*one.a, *one.b):
            held.add(pages.setdefault(chapter.file, len(pages)), span, at)
    out: dict[int, list[int]] = {}
    for at, one in enumerate(members):
        near = {
            other
            for chapter, span in (*one.a, *one.b)
            for found, other in held.over(pages[chapter.file], span)
            if other != at and _is_inside(found, span)
        }
        for other in near:
            out.setdefault(at, []).append(other)
            out.setdefault(other, []).append(at)
    return {at: sorted(set(out.get(at, ()))) for at in range(len(members))}


def _is_inside(wide: Span, span: Span) -> bool:
    """Say whether one stretch covers more than half of another."""
    shared = min(wide[1], span[1]) - max(wide[0], span[0])
    return shared * 2 > span[1] - span[0]
