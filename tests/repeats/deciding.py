"""Decisions for these tests: relations of a product in, `decisions.yml` out."""

from datetime import date
from typing import Any

from repeating import chapters, settings

from crossfoot.chapters import Chapter
from crossfoot.findings import Finding
from crossfoot.places import Text
from crossfoot.repeats import find
from crossfoot.repeats.decisions import Decision, Side, Told, parse
from crossfoot.repeats.written import entry, recorded

EMPTY = Text("sources/decisions.yml", "")


def made(
    one: dict[str, Any], ruling: str = "allow", owner: str = "", expires: str = ""
) -> Decision:
    """Return a decision on a relation of a product."""
    a, b = (
        Side(
            tuple(place["file"] for place in one[side]),
            one["sha256"][side],
            tuple(
                part[side]
                for part in one["differences"]
                if one["class"] == "contradiction"
            ),
        )
        for side in "ab"
    )
    because = "It is meant"
    return Decision(one["id"], one["class"], ruling, a, b, because, owner, expires)


def lines(product: dict[str, Any], *kinds: str, **said: str) -> str:
    """Return `decisions.yml` with a decision on each relation of some classes."""
    found = [one for one in product["relations"] if one["class"] in kinds]
    return recorded(EMPTY, {one["id"]: entry(made(one, **said)) for one in found})


def told(text: str, day: date = date(2026, 1, 1)) -> Told:
    """Return what a `decisions.yml` of this text says."""
    decisions, wrong = parse(Text("sources/decisions.yml", text))
    return Told(tuple(decisions), tuple(wrong), day=day)


def again(
    text: str, *texts: str | Chapter, day: date = date(2026, 1, 1), **keys: Any
) -> tuple[dict[str, Any], list[Finding]]:
    """Return what the stage makes of chapters beside a `decisions.yml`."""
    plain = [one for one in texts if isinstance(one, str)]
    made_of = [one for one in texts if isinstance(one, Chapter)]
    return find(made_of or chapters(*plain), settings(**keys), told(text, day))


def settled(findings: list[Finding]) -> list[str]:
    """Return findings as lines of code, state, place and message."""
    return [
        f"{one.code} {'waived' if one.waiver else one.level}"
        f" {one.place.file[8:]}:{one.place.line}:{one.place.column} {one.message}"
        for one in findings
    ]
