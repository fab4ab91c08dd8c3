"""Joint: relations in, those between two sections that run in parallel as one out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crossfoot.findings import Finding, Related, several
from crossfoot.repeats import relations
from crossfoot.repeats.families import families, in_sections, in_stretches
from crossfoot.repeats.likeness import strict
from crossfoot.repeats.parallels import MOSTLY, Parallel, is_open, may_be, parallels
from crossfoot.repeats.policies import CUTTING
from crossfoot.repeats.relations import Joint, Relation, Where
from crossfoot.repeats.sections import Section, Sections, passages
from crossfoot.repeats.stream import Stream
from crossfoot.waivers import Allowance

CODE = "REP12"


@dataclass(frozen=True, slots=True)
class Single:
    """What authors said of single findings, which a joint one would get round."""

    graded: Mapping[str, str] = field(default_factory=dict)
    """What `report.yml` says codes weigh, which would be lost …"""
    allowances: Sequence[Allowance] = field(default=())
    """… as would the waivers in force."""

    def tells(self, one: Relation) -> bool:
        """Say whether a relation is to be told for itself."""
        if not self.graded and not self.allowances:
            return False
        return any(
            finding.code in self.graded
            or any(allowed.covers(finding) for allowed in self.allowances)
            for finding in relations.findings(one)
        )


def joined(
    made: Stream,
    sections: Sections,
    told: Sequence[Relation],
    slight: Sequence[Relation],
    single: Single,
) -> tuple[list[Relation], list[Relation]]:
    """Return what is told, with one relation of two sections for all between them.

    What is cut stays a relation of its own, and is told in the joint one.
    """
    some = [one for one in told if may_be(one) and not single.tells(one)]
    more = [one for one in slight if may_be(one) and not single.tells(one)]
    found = parallels(some, more, sections)
    ours: set[int] = set()
    out: list[Relation] = []
    for one in found:
        whole = _relation(made, sections, one, told)
        out.append(whole)
        for part in one.relations:
            part.within = whole.ident
            if part.action not in CUTTING:
                ours.add(id(part))
    out += (one for one in told if id(one) not in ours)
    return out, [one for one in slight if id(one) not in ours]


def gathered(told: Sequence[Relation], single: Single) -> list[Relation]:
    """Return relations, those about one passage as one that tells of the others."""
    some = [
        one
        for one in told
        if may_be(one) and one.action not in CUTTING and not one.joint
        if not one.within and not single.tells(one)
    ]
    found = families(some)
    inner = {id(part) for parts in found.values() for part in parts}
    for one in told:
        one.like = found.get(id(one), ())
    return [one for one in told if id(one) not in inner]


def by_section(
    told: Sequence[Relation], single: Single, sections: Sections
) -> list[Relation]:
    """Return relations, of those in one short section one that tells of the others.

    The others stay relations of their own, each of which may be one to settle.
    """
    found = in_sections(_alone(told, single), sections)
    for one in told:
        one.beside = found.get(id(one), ())
        for part in one.beside:
            part.within = one.ident
    return list(told)


def by_stretch(
    told: Sequence[Relation], single: Single, sections: Sections, excess: int
) -> list[Relation]:
    """Return relations, of those in one stretch of chapters one that tells of others.

    The fullest stretches come first, until there are so many findings fewer. What is
    equal and long enough to be taken out is told for itself.
    """
    some = _alone(told, single)
    like = [one for one in some if one.kind != "exact" or one.sure is not None]
    for first, *others in in_stretches(like, sections):
        last = others[len(others) - min(excess, len(others)) :]
        excess -= len(last)
        inner = [part for one in last for part in (one, *one.beside)]
        for part in inner:
            part.within, part.beside = first.ident, ()
        first.beside = (*first.beside, *inner)
    return list(told)


def _alone(told: Iterable[Relation], single: Single) -> list[Relation]:
    """Return the relations that others may tell of, or that may tell of others."""
    return [
        one
        for one in told
        if is_open(one) and not one.joint and not one.within and not single.tells(one)
    ]


def _relation(
    made: Stream, sections: Sections, found: Parallel, told: Iterable[Relation]
) -> Relation:
    """Return two sections as a relation, from their first to their last passage."""
    sides = [list(_sides(found.relations, sections, at)) for at in (0, 1)]
    wholes = [_hull(side) for side in sides]
    pair = found.sides.a, found.sides.b
    texts = [strict(made, sections.pages[c.file], span) for c, span in wholes]
    shorter = int(found.sides.shorter is found.sides.b)
    here = made.layouts[pair[shorter].page]
    count = passages(here, pair[shorter], (span for _, span in sides[shorter]))
    out = Relation(
        "near",
        "report",
        (texts[0], texts[1]),
        sum(one.words for one in found.relations),
        differences=tuple(d for one in found.relations for d in one.differences),
        share=found.share,
    )
    out.joint = Joint(
        (sections.name(pair[0]), sections.name(pair[1])),
        (sections.place(pair[0]), sections.place(pair[1])),
        *count,
        found.share,
        found.relations,
        sum(_is_clash(one, sections, pair) for one in told),
    )
    out.a.append(wholes[0])
    out.b.append(wholes[1])
    return out


def _sides(found: Iterable[Relation], sections: Sections, side: int) -> Iterator[Where]:
    """Yield where relations stand in the first section, or in the second."""
    for one in found:
        both = sorted((one.a[0], one.b[0]), key=lambda at: sections.order(*at))
        yield both[side]


def _hull(side: Sequence[Where]) -> Where:
    spans = [span for _, span in side]
    return side[0][0], (min(spans)[0], max(end for _, end in spans))


def _is_clash(one: Relation, sections: Sections, pair: tuple[Section, Section]) -> bool:
    """Say whether a contradiction that is told stands between two sections."""
    if one.kind != "contradiction" or one.action in {"none", "waived"}:
        return False
    both = [[*sections.around(c.file, span)] for c, span in (one.a[0], one.b[0])]
    return any(pair[0] in x and pair[1] in y for x, y in (both, both[::-1]))


def findings(one: Relation) -> list[Finding]:
    """Return the finding of a relation between two sections."""
    told = one.joint
    if told is None:
        return []
    first, second = told.places
    at = f"{first.file}:{first.line}"
    other = f"“{told.names[0]}” of {at}" if told.names[0] else at
    name = f"“{told.names[1]}”" if told.names[1] else second.file
    much = "are largely the same" if told.share >= MOSTLY else "run in parallel"
    count = f"{told.found} of {several(told.of, 'passage')} stand in both"
    differ = f", {told.differ} of them with differences" if told.differ else ""
    errors = f" and {told.disagree} in contradiction" if told.disagree else ""
    words = sum(part.words for part in told.relations if part.action in CUTTING)
    cut = f"; {several(words, 'word')} of these are printed once" if words else ""
    message = f"{name} and {other} {much}: {count}"
    others = (_note(part) for part in _noted(told.relations))
    return [
        Finding(
            code=CODE,
            message=message + differ + errors + cut,
            place=second,
            notes=(Related("the other section is here", first), *others),
            help="Keep one and refer to it, or make them one; crossfoot repeats shows"
            " every passage; or say why: crossfoot repeats --accept"
            f' {one.ident} --because "…"',
            anchor=f"{told.names[0]} {first.file} {told.names[1]}",
        )
    ]


def _noted(found: Sequence[Relation]) -> list[Relation]:
    """Return the passages that are named: those that differ before equal ones."""
    return sorted(found, key=lambda one: not one.differences)[: relations.NOTED]


def _note(one: Relation) -> Related:
    (first, span), (here, where) = one.a[0], one.b[0]
    other = first.place(span)
    at = f"{other.file}:{other.line}"
    if not one.differences:
        return Related(f"equal to {at}", here.place(where))
    part = one.differences[0]
    said, instead = (f"“{text}”" if text else "nothing" for text in (part.b, part.a))
    more = len(one.differences) - 1
    rest = f" and {several(more, 'more difference')}" if more else ""
    return Related(f"{said} here, {instead} in {at}{rest}", here.place(where))
