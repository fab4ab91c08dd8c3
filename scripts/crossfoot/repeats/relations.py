"""Relations: pairs of passages in, the JSON of `repeats.json` and findings out."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.codes import Severity
from crossfoot.findings import Finding, Related, listed, several
from crossfoot.places import Place, Span

Where = tuple[Chapter, Span]
"""A passage: its chapter and its characters there."""

DEFAULTS = {
    "contradiction": "fail",
    "exact": "replace",
    "near": "report",
    "contained": "none",
    "template": "none",
    "boilerplate": "none",
}
"""What is done about each class; worst first, which is the order of the list."""

WORDING = {"allow": "none"}
"""What a policy in `report.yml` is called in `repeats.json`, where that differs."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ between two passages; a span is None where there are none."""

    a: str
    b: str
    a_span: Span | None
    b_span: Span | None


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
    summary: bool = False
    """One side is a summary, which may repeat the body."""
    waived: set[int] = field(default_factory=set)
    """Copies that their author wants to stay, by number."""
    stuck: bool = False
    """Copies that were not cut could not be."""

    @property
    def ident(self) -> str:
        """A hash of class and texts, which edits elsewhere leave as it is."""
        kind = f"{self.kind} in summary" if self.summary else self.kind
        raw = "\0".join((kind, *self.texts)).encode("utf-8", "surrogatepass")
        return hashlib.sha256(raw).hexdigest()[:16]


def as_dict(one: Relation) -> dict[str, Any]:
    """Return a relation as the JSON object of the contract."""
    return {
        "id": one.ident,
        "class": one.kind,
        "action": one.action,
        "a": [_where(side) for side in one.a],
        "b": [_where(side) for side in one.b],
        "words": one.words,
        "differences": [_difference(part) for part in one.differences],
    }


def _where(side: Where) -> dict[str, Any]:
    place = side[0].place(side[1])
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
    """Return what relations are sorted by: class, then place."""
    ranks = list(DEFAULTS)
    places = [(chapter.file, where) for chapter, where in (one.a[0], one.b[0])]
    return ranks.index(one.kind), places, one.ident


def action(kind: str, policies: Any) -> str:
    """Return what `report.yml` wants done about a class, or the default."""
    chosen = policies.get(kind) if isinstance(policies, dict) else None
    return WORDING.get(str(chosen), str(chosen)) if chosen else DEFAULTS[kind]


def findings(one: Relation, stays: Sequence[Place | None] = ()) -> list[Finding]:
    """Return the findings of one relation.

    `stays` names for each copy the place that is printed instead, None where the copy
    itself stays.
    """
    if one.action == "none":
        return []
    if one.kind == "contradiction":
        return [_contradiction(one)]
    if one.kind != "exact":
        return [_like(one)]
    pairs = enumerate(zip(one.b, stays, strict=True))
    return [_exact(one, number, copy, place) for number, (copy, place) in pairs]


def _exact(one: Relation, number: int, copy: Where, stays: Place | None) -> Finding:
    kept = stays or one.a[0][0].place(one.a[0][1])
    return Finding(
        code="REP01",
        message=f"Passage of {several(one.words, 'word')} repeats"
        f" {kept.file}:{kept.line}{_done(one, number, cut=stays is not None)}",
        place=copy[0].place(copy[1]),
        notes=(Related("the first copy is here", kept),),
        help="Delete one copy, or give a summary that repeats the body its role",
        severity=_severity(one.action, "warning"),
        anchor=f"{one.ident} {number}",
    )


def _done(one: Relation, number: int, *, cut: bool) -> str:
    """Say what became of a copy."""
    if cut and one.action == "replace":
        return "; a reference to it is printed here instead"
    if cut:
        return "; this copy is left out"
    if one.stuck and number not in one.waived:
        return "; it stays, for taking it out would break what it stands in"
    return ""


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
        help="Correct the wrong one, or say in words what makes the two differ",
        found=first.a,
        severity=_severity(one.action, "warning"),
        anchor=one.ident,
    )


def _like(one: Relation) -> Finding:
    first = one.a[0][0].place(one.a[0][1])
    chapter, span = one.b[0]
    return Finding(
        code="REP03",
        message=f"Passage of {several(one.words, 'word')} "
        + _likeness(one, f"{first.file}:{first.line}"),
        place=chapter.place(span),
        notes=(Related("the other passage is here", first),),
        help="Delete one, make them equal so that one is cut, or write them apart",
        severity=_severity(one.action, "warning"),
        anchor=one.ident,
    )


def _likeness(one: Relation, first: str) -> str:
    """Say how a passage is like the first one."""
    if one.kind == "boilerplate":
        return f"stands {len(one.a) + len(one.b)} times, first in {first}"
    if one.kind == "template":
        return f"has the frame of {first} with other figures"
    if one.kind == "contained":
        return f"and {first} have a passage in common"
    much = f"{one.share}% of its words stand there in order"
    if not one.differences:
        much = "its words are equal, its markup or notes are not"
    return f"nearly repeats {first}: {much}"


def _severity(chosen: str, default: Severity) -> Severity:
    return "error" if chosen == "fail" else default
