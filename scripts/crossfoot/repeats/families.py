"""Families: relations in, those that are about one passage under one of them out.

A sentence that stands in three places with a word changed here and there is a pair, and
another pair, and a third. In a report with much to tell such pairs are told together,
under the one that most others have a place in common with. None is joined by way of
another: each of them shares a place with that one. Where there is still much to tell,
so are those of which one side stands in the same short section, and at last those of
which the copy stands in the same chapter, or in one of some short ones in a row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossfoot.places import Span
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.relations import Relation, order
from crossfoot.repeats.sections import Section, Sections
from crossfoot.repeats.stretches import Stretches

SHORT = 3000
"""Words up to which a section is read in one go, …"""
MANY = 3
"""… and relations from which on it is told of once."""

STRETCH = 1500
"""Words from which on chapters in a row are told of once: then no text has more
findings than one for so many of its words, whatever stands in it twice."""


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


def in_sections(
    found: Iterable[Relation], sections: Sections
) -> dict[int, tuple[Relation, ...]]:
    """Return what each relation that leads some of its section tells of, as above.

    Each stands in one section: where most is, most narrowly.
    """
    held: dict[tuple[int, int, int], tuple[Section, list[Relation]]] = {}
    for one in found:
        for section in _short(one, sections):
            held.setdefault(section.key, (section, []))[1].append(one)
    ranked = sorted(
        held.values(), key=lambda each: (-len(each[1]), each[0].words, each[0].key)
    )
    taken: set[int] = set()
    out: dict[int, tuple[Relation, ...]] = {}
    for _, members in ranked:
        left = [one for one in members if id(one) not in taken]
        if len(left) >= MANY:
            taken |= {id(one) for one in left}
            first, *others = sorted(left, key=leading)
            out[id(first)] = tuple(others)
    return out


def in_stretches(found: Iterable[Relation], sections: Sections) -> list[list[Relation]]:
    """Return the relations of each stretch of chapters, those of the fullest first."""
    stretches = list(_stretches(sections.layouts))
    held: dict[int, list[Relation]] = {}
    for one in found:
        page = sections.pages[one.b[0][0].file]
        held.setdefault(stretches[page], []).append(one)
    ranked = sorted(held, key=lambda at: (-len(held[at]), at))
    return [sorted(held[at], key=leading) for at in ranked]


def _stretches(layouts: Iterable[Layout]) -> Iterator[int]:
    """Yield for each chapter the number of the stretch that it is in."""
    number, words = 0, 0
    for one in layouts:
        if words >= STRETCH:
            number, words = number + 1, 0
        words += one.weights.count(1)
        yield number


def leading(one: Relation) -> tuple[object, ...]:
    """Return what says which relation leads: one that its author has to settle."""
    return one.action != "report", one.retold, order(one)


def _short(one: Relation, sections: Sections) -> list[Section]:
    """Return the short sections that a place of a relation stands in."""
    found = {
        section.key: section
        for chapter, span in (*one.a, *one.b)
        for section in sections.around(chapter.file, span)
        if section.words <= SHORT
    }
    return list(found.values())
