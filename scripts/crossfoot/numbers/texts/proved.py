"""Proved: a claim of a chapter's prose in; its findings and proved numbers out."""

from dataclasses import dataclass, field, replace

from crossfoot.amounts.like import like
from crossfoot.amounts.model import Amount
from crossfoot.amounts.nth import nth
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, Fix
from crossfoot.numbers.linear import Passage
from crossfoot.numbers.texts.claims import Claim
from crossfoot.numbers.texts.kinds import SAID
from crossfoot.places import Place

WAY = "Write {}, or correct what it is said with"


@dataclass(slots=True)
class Proved:
    """What the sums of a chapter's prose came to."""

    footed: set[Place] = field(default_factory=set)
    failed: dict[Place, str] = field(default_factory=dict)
    made: dict[Place, str] = field(default_factory=dict)
    """How each number that a sentence or list proves is made."""
    findings: list[Finding] = field(default_factory=list)
    roughly: set[Place] = field(default_factory=set)
    """Those of the proved that only a rounded share proves."""


def place_of(chapter: Chapter, passage: Passage, one: Amount) -> Place | None:
    """Return where a number of a passage stands, when that is known."""
    span = passage.span(one.start, one.end)
    return chapter.place(span) if span else None


def note(out: Proved, chapter: Chapter, passage: Passage, claim: Claim) -> None:
    """Add a claim to what is known; a second one on a number adds no finding."""
    place = place_of(chapter, passage, claim.stated)
    parts = [place_of(chapter, passage, one) for one in claim.parts]
    if place is None:
        return
    # Printed alike is rounded alike: nobody is told to write what stands there.
    if not claim.holds and written(claim) == claim.stated.text:
        claim = replace(claim, holds=True)
    if claim.holds:
        known = {one for one in (place, *parts) if one}
        if claim.kind == "share":
            out.roughly |= known - out.footed
        else:
            out.roughly -= known
        out.footed |= known
        out.made.setdefault(place, claim.how)
    elif place not in out.failed:
        expected = written(claim)
        out.failed[place] = expected
        tell = _miscounted if claim.kind == "named" else finding
        out.findings.append(tell(claim, passage.text, place, expected))


def written(claim: Claim) -> str:
    """Return what to write instead of the stated number."""
    if claim.kind == "part":
        return f"{claim.real:.0f}%"
    if claim.kind == "turn":
        return ""
    if claim.kind == "rank":
        return nth(claim.stated.text, int(claim.real))
    return like(claim.stated, claim.real)


def finding(claim: Claim, text: str, place: Place, expected: str) -> Finding:
    """Return what is said of a claim that does not hold."""
    worded = claim.kind == "part"
    start = claim.stated.lead if worded else claim.stated.start
    found = text[start : claim.stated.end]
    # A fraction in words may be the wrong one of the two, and of shares that make up
    # a whole any: no fix is offered.
    unsure = claim.kind in {"fraction", "full", "part", "part of", "multiple"}
    unsure = unsure or not claim.sure
    either = claim.kind == "full" or not claim.sure
    way = "Correct one of them" if either else WAY.format(expected)
    return Finding(
        "TAB05",
        f"Text says “{found}”; {SAID[claim.kind].format(claim.how, expected)}",
        place,
        help=way,
        found=found,
        expected=expected,
        fix=None if unsure else Fix(expected),
        anchor=f"{found} {claim.how}",
    )


def _miscounted(claim: Claim, text: str, place: Place, expected: str) -> Finding:
    found = text[claim.stated.start : claim.stated.end]
    return Finding(
        "TAB07",
        f"Text says “{found}”; {claim.how}",
        place,
        help=f"Write {expected}, or mend what is named",
        found=found,
        expected=expected,
        fix=Fix(expected),
        anchor=f"{found} {claim.how}",
    )
