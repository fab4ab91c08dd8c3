"""Relations: pairs of passages in, the JSON of `repeats.json` and findings out."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.codes import Severity
from crossfoot.findings import Finding, Related, Waiver, listed, several
from crossfoot.places import Place, Span
from crossfoot.repeats.decisions import Decision
from crossfoot.repeats.policies import CUTTING, DEFAULTS, action

__all__ = [
    "DEFAULTS",
    "Difference",
    "Fate",
    "Relation",
    "action",
    "as_dict",
    "findings",
    "order",
    "untold",
]

NOTED = 7
"""Other places that a finding names; `repeats.json` and `checks.html` have all."""

DELETING = "Delete one copy, or mark a summary of the body as one"
NAMING = "Name what it points to, or have it taken out with `--as link`"

Where = tuple[Chapter, Span]
"""A passage: its chapter and its characters there."""

RANKS = ("fail", "replace", "drop", "report", "waived", "none")
"""What can be done about a passage; of several copies the first counts."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ between two passages; a span is None where there are none."""

    a: str
    b: str
    a_span: Span | None
    b_span: Span | None


@dataclass(slots=True)
class Fate:
    """What is done about one copy."""

    action: str
    policy: str
    """What the settings want; a finding is as severe as that."""
    waiver: Waiver | None = None
    """The reason of its author's decision."""
    second: bool = False
    """It stays, and the first place is taken out instead."""
    stays: Place | None = None
    """What is printed instead; None where nothing is cut."""
    stuck: bool = False
    """It could not be cut."""
    points: str = ""
    """Words that point to what would not go with it: it stays, if nobody decides."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Two sections of which one relation tells all that they have in common."""

    names: tuple[str, str]
    """The words of their headings."""
    places: tuple[Place, Place]
    """Where they start."""
    found: int
    """Passages of the shorter one that stand in the other too, …"""
    of: int
    """… of so many."""
    share: int
    """Per cent of its words that do."""
    relations: "tuple[Relation, ...]"
    """Those between their passages, in reading order."""
    disagree: int = 0
    """Contradictions between them, which are told one by one."""

    @property
    def differ(self) -> int:
        """How many of their passages are not equal."""
        return sum(bool(one.differences) for one in self.relations) + self.disagree


@dataclass(slots=True)
class Relation:
    """Passages that say the same, or nearly."""

    kind: str
    action: str
    texts: tuple[str, str]
    """Strict text of both sides."""
    words: int
    a: list[Where] = field(default_factory=list)
    b: list[Where] = field(default_factory=list)
    differences: tuple[Difference, ...] = ()
    share: int = 100
    """Per cent of the words that both have in order."""
    copied: bool = True
    """It stands in copies of one passage; a contradiction need not."""
    summary: bool = False
    """One side is a summary, which may repeat the body."""
    fates: list[Fate] = field(default_factory=list)
    """One for each copy of an exact repeat; else one for all, or none yet."""
    decision: Decision | None = None
    """What its author decided, whether or not that can be carried out."""
    decided: bool = False
    """The decision is about every copy."""
    sure: float | None = None
    """What both sides tell, in nats; None of what is told however slight it is."""
    retold: bool = False
    """A sentence says again in other words what another one says."""
    around: bool = False
    """Only what stands before and after one equal stretch differs."""
    one_section: bool = False
    """Both passages stand under one heading."""
    joint: Joint | None = None
    """It is about two sections that have several passages in common."""
    like: "tuple[Relation, ...]" = ()
    """Those that have a passage in common with it, which it tells of."""
    beside: "tuple[Relation, ...]" = ()
    """Those that stand in one section with it, which it tells of."""
    within: str = ""
    """The identifier of the relation that tells of it."""

    @property
    def ident(self) -> str:
        """A hash of class and texts, which edits elsewhere leave as it is."""
        return self.ident_as(self.kind)

    def ident_as(self, kind: str) -> str:
        """Return what the identifier would be, were it of another class.

        Which side comes first makes no difference, so that chapters can change places.
        """
        kind = f"{kind} in summary" if self.summary else kind
        raw = "\0".join((kind, *sorted(self.texts)))
        return _hash(raw)[:16]

    @property
    def hashes(self) -> tuple[str, str]:
        """SHA-256 of both strict texts."""
        return _hash(self.texts[0]), _hash(self.texts[1])

    @property
    def files(self) -> tuple[list[str], list[str]]:
        """The chapters of both sides, one for each place."""
        return [one.file for one, _ in self.a], [one.file for one, _ in self.b]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def as_dict(one: Relation) -> dict[str, Any]:
    """Return a relation as the JSON object of the contract."""
    out = {
        "id": one.ident,
        "class": one.kind,
        "action": one.action,
        "a": [_where(side) for side in one.a],
        "b": [_where(side) for side in one.b],
        "words": one.words,
        "share": one.share,
        "sha256": dict(zip("ab", one.hashes, strict=True)),
        "differences": [_difference(part) for part in one.differences],
    }
    if one.retold:
        out["retold"] = True
    if one.joint:
        out |= _joint(one.joint)
    if one.like:
        out["passages"] = [as_dict(part) for part in one.like]
    if one.within:
        out["within"] = one.within
    if one.decision and one.decided:
        out["decision"] = one.decision.ruling
    return out


def _joint(one: Joint) -> dict[str, Any]:
    sides = zip("ab", one.names, one.places, strict=True)
    told = (as_dict(part) for part in one.relations if part.action == "report")
    return {
        "sections": {
            **{side: {"heading": name, **_at(place)} for side, name, place in sides},
            "found": one.found,
            "of": one.of,
            "disagree": one.disagree,
        },
        "passages": list(told),
    }


def _where(side: Where) -> dict[str, Any]:
    return _at(side[0].place(side[1]))


def _at(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "start": place.line,
        "end": place.end_line,
        "column": place.column,
        "end_column": place.end_column,
    }


def _difference(part: Difference) -> dict[str, Any]:
    return {
        "a": part.a,
        "b": part.b,
        "a_span": list(part.a_span) if part.a_span else None,
        "b_span": list(part.b_span) if part.b_span else None,
    }


def order(one: Relation) -> tuple[Any, ...]:
    """Return what relations are sorted by.

    The class says how harmful one is. How sure it is comes next: what disagrees in two
    copies of a passage before what disagrees anywhere, and what has more words in
    common before what has less. Then comes the place.
    """
    ranks = list(DEFAULTS)
    places = [(chapter.file, where) for chapter, where in (one.a[0], one.b[0])]
    common = one.words * one.share
    harm = ranks.index(one.kind), not one.copied, one.retold
    return *harm, -common, places, one.ident


def findings(one: Relation) -> list[Finding]:
    """Return the findings of one relation; none where another one tells of it."""
    if one.within:
        return []
    fates = one.fates or [Fate(one.action, one.action)]
    if one.kind == "exact":
        if len(fates) < len(one.b):
            fates = fates * len(one.b)
        told = (_exact(one, *pair) for pair in enumerate(fates) if is_told(pair[1]))
        return list(told)
    made = _contradiction(one) if one.kind == "contradiction" else _like(one)
    mild: Severity = "note" if one.retold else "warning"
    severity: Severity = "error" if fates[0].policy == "fail" else mild
    settled = replace(made, severity=severity, waiver=fates[0].waiver)
    return [settled] if is_told(fates[0]) else []


def untold(found: Sequence[Relation]) -> list[Finding]:
    """Return the finding that counts the slight repeats that are not told one by one.

    `found` are the surest first; the finding stands at the first.
    """
    if not found:
        return []
    (first, span), *_ = found[0].b
    count = several(len(found), "more short passage")
    return [
        Finding(
            code="REP11",
            message=f"{count} may repeat another; this is the surest of them",
            place=first.place(span),
            notes=(Related("the other passage is here", _first(found[0])),),
            help="Look through them in checks.html where the report repeats itself",
            severity="note",
            anchor="slight",
        )
    ]


def _first(one: Relation) -> Place:
    chapter, span = one.a[0]
    return chapter.place(span)


def is_told(fate: Fate) -> bool:
    """Say whether a copy is worth a finding."""
    silent = fate.policy == "none" and fate.action == "waived"
    return fate.action != "none" and not silent


def repeating(words: int, kept: Place) -> str:
    """Say that a passage repeats another one."""
    return f"Passage of {several(words, 'word')} repeats {kept.file}:{kept.line}"


def _way(one: Relation, way: str) -> str:
    """Return a way out, and how to say that the passages may stay as they are."""
    return f'{way}; or say why: crossfoot repeats --accept {one.ident} --because "…"'


def _exact(one: Relation, number: int, fate: Fate) -> Finding:
    copy, first = one.b[number], one.a[0]
    if fate.second:
        copy, first = first, copy
    kept = fate.stays or first[0].place(first[1])
    which = "copy that stays" if fate.second else "first copy"
    points = fate.points and not fate.stays and not fate.stuck
    return Finding(
        code="REP01",
        message=repeating(one.words, kept) + _done(fate) + _more(one),
        place=copy[0].place(copy[1]),
        notes=(Related(f"the {which} is here", kept),),
        help=_way(one, NAMING if points else DELETING),
        severity="error" if fate.policy == "fail" else "warning",
        anchor=f"{one.ident} {number}",
        waiver=fate.waiver,
    )


def _done(fate: Fate) -> str:
    """Say what became of a copy."""
    if fate.stays and fate.action == "replace":
        return "; a reference to it is printed here instead"
    if fate.stays:
        return "; this copy is left out"
    if fate.stuck:
        return "; it stays, for taking it out would break what it stands in"
    said = f"; it stays, for “{fate.points}” may point to another thing here"
    return said if fate.points else ""


def _contradiction(one: Relation) -> Finding:
    first = one.differences[0]
    here, there = one.a[0][0], one.b[0][0]
    other = there.place(first.b_span)
    said = listed(f"“{part.a}”" for part in one.differences)
    instead = listed(f"“{part.b}”" for part in one.differences)
    return Finding(
        code="REP02",
        message=f"Copies disagree: {said} here, {instead} in {other.file}:{other.line}",
        place=here.place(first.a_span),
        notes=(Related(f"the other copy says “{first.b}”", other),),
        help=_way(one, "Correct the wrong one, or word what makes the two differ"),
        found=first.a,
        anchor=one.ident,
    )


def _like(one: Relation) -> Finding:
    first = one.a[0][0].place(one.a[0][1])
    chapter, span = one.b[0]
    more = (Related("so is this one", side) for side in _others(one))
    return Finding(
        code="REP10" if one.retold else "REP03",
        message=f"Passage of {several(one.words, 'word')} "
        + _likeness(one, f"{first.file}:{first.line}")
        + _more(one),
        place=chapter.place(span),
        notes=(Related("the other passage is here", first), *more),
        help=_way(
            one, "Delete one, make them equal so that one is cut, or write them apart"
        ),
        anchor=one.ident,
    )


def _others(one: Relation) -> list[Place]:
    """Return the places of the relations that one tells of, which it has not itself."""
    own = {chapter.place(span) for chapter, span in (*one.a, *one.b)}
    others = (*one.like, *one.beside)
    sides = [side for part in others for side in (*part.a, *part.b)]
    found = {chapter.place(span) for chapter, span in sides} - own
    return sorted(found)[:NOTED]


def _more(one: Relation) -> str:
    """Say how many other pairs of passages are told with one."""
    others = (*one.like, *one.beside)
    if not others:
        return ""
    cut = sum(part.action in CUTTING for part in others)
    once = f", {cut} of them printed once" if cut else ""
    return f"; {several(len(others), 'more pair')} told with it{once}"


def _likeness(one: Relation, first: str) -> str:
    """Say how a passage is like the first one."""
    if one.kind == "boilerplate":
        return f"stands {len(one.a) + len(one.b)} times, first in {first}"
    if one.kind == "template":
        return f"has the frame of {first} with other figures"
    if one.kind == "contained":
        return f"and {first} have a passage in common"
    if one.retold:
        return f"says again what {first} says"
    much = f"{one.share}% of its words stand there"
    if not one.differences:
        much = "its words are equal, its markup or notes are not"
    return f"nearly repeats {first}: {much}"
