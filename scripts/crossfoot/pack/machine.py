"""What machines did: the sections of a QA pack on process, checks and numbers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from crossfoot.codes import CODES
from crossfoot.findings import several
from crossfoot.nodes import Node, words
from crossfoot.pack.blocks import Cell, code, picture, table, text
from crossfoot.pack.facts import Facts
from crossfoot.pack.looked import codes, families
from crossfoot.pack.practice import Point, points, tally
from crossfoot.pack.process import Step, arrows, counted
from crossfoot.render.numbers_page import RULES
from crossfoot.waivers import Allowance

MAP = "figures/process-map.svg"
BREAK: Node = {"t": "LineBreak"}
SEVERITIES = ("error", "warning", "note", "waived")
FEW = 3
"""Files of a step that are named; the others are counted."""


def process(facts: Facts) -> list[Node]:
    """Return the map of the process, and the same in words."""
    reads = counted({path for one in facts.steps for path in one.sources})
    steps = several(len(facts.steps), "step")
    said = (
        f"{steps} made this report of {reads}. The map and the table are taken from the"
        " workflow that ran, not drawn by hand."
    )
    first, last = (facts.steps[at].name for at in (0, -1)) if facts.steps else ("", "")
    alt = (
        f"Flow chart of {steps}, from {first} to {last}. The table that follows lists"
        " each step with what it comes after, what it reads and what it makes."
    )
    heads = ("Step", "Comes after", "Sources that it reads", "Makes")
    direct = arrows(facts.steps)
    rows = (_step(one, direct) for one in facts.steps)
    names = table("Each step of the workflow", heads, rows)
    caption = "The steps in order; an arrow that others imply is left out"
    return [text(said), picture(MAP, alt, caption), names]


def _step(one: Step, direct: list[tuple[str, str]]) -> tuple[Cell, ...]:
    after = ", ".join(start for start, end in direct if end == one.name) or "nothing"
    return one.name, after, _files(one.sources) or "nothing", _files(one.makes)


def _files(paths: tuple[str, ...]) -> list[Node]:
    """Return files as code, a line each; of many, how many there are."""
    shown = paths[:FEW] if len(paths) > FEW + 1 else paths
    out: list[Node] = []
    for path in shown:
        out += [BREAK, code(path)] if out else [code(path)]
    more = len(paths) - len(shown)
    return [*out, BREAK, *words(f"and {more} more")] if more else out


def checks(facts: Facts) -> list[Node]:
    """Return what the machine looked at and what it found."""
    held = families(facts)
    rows = [
        (f"{one.name} ({one.letters})", str(one.rules), one.looked, one.result)
        for one in held
    ]
    heads = ("Checks", "Rules", "What was looked at", "What was found")
    return [
        table("Checks by machine, by what they are about", heads, rows, (1,)),
        text(
            "Last, the release itself is checked: it is not made when a table differs"
            " from the one that was looked at here (REL01)."
        ),
        _rules(facts),
        *_graded(facts),
    ]


def _rules(facts: Facts) -> Node:
    rows = [
        (_named(name), *(str(count[one]) for one in SEVERITIES))
        for name, count in codes(facts.findings)
    ]
    if not rows:
        return text("No rule found anything.")
    heads = ("Rule", "Errors", "Warnings", "Notes", "Waived")
    return table("Rules that found something", heads, rows, (1, 2, 3, 4))


def _named(code: str) -> str:
    """Return a code with its good condition: `STR05 abbreviation is explained`."""
    return f"{code} {CODES[code].name.replace('-', ' ')}"


def _graded(facts: Facts) -> Iterator[Node]:
    rows = [
        (_named(name), CODES[name].severity, level)
        for name, level in sorted(facts.severities.items())
        if CODES[name].severity != level
    ]
    if rows:
        heads = ("Rule", "As it comes", "In this report")
        yield table("Rules that the report grades otherwise", heads, rows)


def waivers(facts: Facts) -> list[Node]:
    """Return what was found and accepted, and why."""
    if not facts.allowances:
        return [text("Nothing that was found is waived.")]
    heads = ("Rules", "Silences", "Reason", "Owner", "Until", "Written in")
    rows = [_waiver(facts, one) for one in facts.allowances]
    return [table("Waivers", heads, rows, (1,))]


def _waiver(facts: Facts, one: Allowance) -> tuple[Cell, ...]:
    held = sum(bool(f.waiver) and one.covers(f) for f in facts.findings)
    place = f"{one.place.file}:{one.place.line}"
    reason = one.reason or "none given"
    owner, until = one.owner or "not named", one.expires or "for ever"
    return ", ".join(one.codes), str(held), reason, owner, until, [code(place)]


def numbers(facts: Facts) -> list[Node]:
    """Return how many numbers rest on what, what was left out, and who signed."""
    all_ = facts.numbers["coverage"]
    said = (
        f"Of {several(all_['quantities'], 'number')} that state a quantity,"
        f" {_share(all_['share'])} rest on data, totals or a waiver, and"
        f" {_share(all_['verified'])} without waivers."
    )
    rows = [
        (file, *map(str, _states(own)))
        for file, own in sorted(all_["by_chapter"].items())
        if own["quantities"]
    ]
    heads = ("File", "All", "Data", "Totals", "Waived", "Nothing", "Wrong")
    return [
        text(said),
        table("Numbers, and what they rest on", heads, rows, range(1, 7)),
        *_floors(facts),
        *_excluded(facts),
        *_signatures(facts),
    ]


def _states(own: Mapping[str, Any]) -> tuple[int, ...]:
    by_data = own["checked"] + own["inserted"]
    others = (own[name] for name in ("footed", "waived", "unbound", "failed"))
    return own["quantities"], by_data, *others


def _share(share: str) -> str:
    """Return a share such as 0.98 as a percentage."""
    return f"{(Decimal(share) * 100).normalize():f}%"


def _floors(facts: Facts) -> Iterator[Node]:
    if not facts.floors:
        yield text("No floor is set below which coverage may not fall.")
        return
    rows = [(one.of, _share(one.asked), _share(one.stands)) for one in facts.floors]
    heads = ("Of", "May not fall below", "Stands at")
    yield table("Floors of coverage", heads, rows, (1, 2))


def _excluded(facts: Facts) -> Iterator[Node]:
    tally = Counter(facts.numbers["coverage"]["ignored"])
    tally.update(one["rule"] for one in facts.numbers.get("apart", ()))
    if not tally:
        yield text("No number is left out.")
        return
    rows = [(RULES.get(name, name), name, str(tally[name])) for name in sorted(tally)]
    heads = ("What is left out", "Rule", "How many")
    yield table("Numbers that state no quantity, by rule", heads, rows, (2,))


def _signatures(facts: Facts) -> Iterator[Node]:
    signed = facts.numbers.get("signatures", ())
    if not signed:
        yield text("Nobody has signed the numbers.")
        return
    rows = [
        (
            one["name"],
            one["date"],
            "all, as they are" if one["holds"] else f"{one['kept']} of those signed",
            one["because"] or "not stated",
        )
        for one in signed
    ]
    heads = ("Signed by", "On", "What still stands", "Because")
    yield table("Signatures on the numbers", heads, rows)
    left = len(facts.numbers.get("unsigned", ()))
    yield text(f"{several(left, 'number')} without a signature.")


def repeats(facts: Facts) -> list[Node]:
    """Return what stands twice, and what was decided about it."""
    found = Counter(one["class"] for one in facts.repeats.get("relations", ()))
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(found.items()))
    cuts = several(len(facts.repeats.get("cuts", ())), "passage")
    out = [text(f"Pairs of passages alike: {kinds or 'none'}. Left out: {cuts}.")]
    if not facts.decisions:
        return [*out, text("No decision on a repeat is recorded.")]
    heads = ("Where", "Kind", "Decided", "Reason", "Owner", "Until")
    rows = [
        (
            *(one.places, one.kind, one.ruling, one.because),
            *(one.owner or "not named", one.expires or "for ever"),
        )
        for one in facts.decisions
    ]
    return [*out, table("Decisions on repeats", heads, rows)]


def practice(facts: Facts) -> list[Node]:
    """Return the points of the RAP minimum, each with what shows it."""
    held = points(facts)
    minimum = Counter(one.answer.words for one in held if one.minimum)
    said = f"Of the points of the RAP minimum: {tally(minimum)}."
    heads = ("Point", "Met", "What shows it")
    named = {True: "The RAP minimum", False: "Beyond the minimum"}
    tables = (
        table(called, heads, (_point(one) for one in held if one.minimum == is_minimum))
        for is_minimum, called in named.items()
    )
    return [text(said), *tables]


def _point(one: Point) -> tuple[str, str, str]:
    return one.asks, one.answer.words, one.answer.shows


def software(facts: Facts) -> list[Node]:
    """Return the software that made the report."""
    rows = [(name, version) for name, version in facts.tools.items() if version]
    return [table("Software and its versions", ("Software", "Version"), rows)]
