"""Reasons: why Snakemake would run stages in, plain words out.

Source: `Reason.__str__` of Snakemake 9 (`snakemake/jobs.py`), whose parts are joined
by semicolons.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crossfoot.findings import listed, several

MOST = 3
"""Names that a sentence lists; the others are counted."""

MISSING = re.compile(r"^(?:Missing|Incomplete) output files: (.*)$")
UPDATED = re.compile(r"^Updated input files: (.*)$")
AFTER = re.compile(r"^Input files updated by another job: (.*)$")
TARGET = ("all", "report")
"""Rules that only gather what others make."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A stage that would run."""

    rule: str
    reason: str
    """As Snakemake says it."""
    makes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What is new to a stage since it ran last."""

    files: tuple[str, ...] = ()
    """Sources that it reads and that changed, came or went."""
    code: bool = False
    """Whether Crossfoot or a library is another."""
    known: bool = field(default=True)
    """False: nothing was recorded about its last run."""


def names(files: Sequence[str]) -> str:
    """Return names as a list in a sentence; only the first ones, if there are many."""
    more = len(files) - MOST
    if more < 2:
        return listed(files)
    return f"{', '.join(files[:MOST])} and {several(more, 'other')}"


def why(one: Planned, makers: Mapping[str, str], change: Change) -> str:
    """Return why a stage would run: `sources/01.md changed; read runs before it`.

    `makers` gives the rule that would make a file anew, by path.
    """
    out: list[str] = []
    for part in one.reason.split("; "):
        said = _part(part, makers, change)
        if said and said not in out:
            out.append(said)
    return "; ".join(out) or "it was asked for"


def _part(part: str, makers: Mapping[str, str], change: Change) -> str:
    if part == "Forced execution":
        return "it was asked for"
    found = MISSING.match(part)
    if found:
        files = sorted(found[1].split(", "))
        verb = "is" if len(files) == 1 else "are"
        return f"{names(files)} {verb} not there"
    found = UPDATED.match(part)
    if found:
        return f"{names(found[1].split(', '))} changed"
    found = AFTER.match(part)
    if found:
        before = sorted({makers.get(file, file) for file in found[1].split(", ")})
        verb = "runs" if len(before) == 1 else "run"
        return f"{names(before)} {verb} before it"
    if part.startswith("Set of input files"):
        return "there are other files than before"
    if part.startswith("Code has changed"):
        return changed(change)
    return part[:1].lower() + part[1:]


def changed(change: Change) -> str:
    """Return what is new to a stage, as a part of a sentence."""
    parts = []
    if change.files:
        parts.append(f"{names(change.files)} changed")
    if change.code:
        parts.append("Crossfoot or a library that it uses is another version")
    return "; ".join(parts) or "what it reads or the date changed"


def makers(planned: Sequence[Planned]) -> dict[str, str]:
    """Return the rule that would make a file anew, by path."""
    return {file: one.rule for one in planned for file in one.makes}


def plan(planned: Sequence[Planned], changes: Mapping[str, Change]) -> str:
    """Return what would be done, a line a stage, as a dry run prints it."""
    stages = [one for one in planned if one.rule not in TARGET]
    if not stages:
        return "Nothing would be done: everything is up to date\n"
    made = makers(stages)
    lines = [
        f"{one.rule:<9} {why(one, made, changes.get(one.rule, Change()))}\n"
        for one in stages
    ]
    count = several(len(stages), "stage")
    return "".join(lines) + f"{count} would run; nothing was written\n"


def closure(jobs: Sequence[Planned], rules: Sequence[str], *, up: bool) -> list[str]:
    """Return rules and all before them (`up`), or all after them, in their order.

    A rule comes before another that needs what it makes.
    """
    found = set(rules)
    while True:
        mine = [one for one in jobs if one.rule in found]
        files = {file for one in mine for file in (one.needs if up else one.makes)}
        more = {one.rule for one in jobs if files & set(one.makes if up else one.needs)}
        if more <= found:
            return [one.rule for one in jobs if one.rule in found]
        found |= more


def of_product(
    file: str,
    due: Sequence[Planned],
    whole: Sequence[Planned],
    news: Mapping[str, Change],
) -> str:
    """Return why a file that a build makes would be made anew, or that it would not."""
    maker = next(one for one in whole if file in one.makes)
    needed = closure(whole, [maker.rule], up=True)
    made = f"{maker.rule} makes it of {names(maker.needs)}"
    steps = [one for one in due if one.rule in needed]
    if not any(one.rule == maker.rule for one in due):
        return f"{file} is up to date: nothing that it is made of changed. {made}\n"
    lines = [
        f"{one.rule:<9} {why(one, makers(due), news.get(one.rule, Change()))}\n"
        for one in steps
    ]
    return f"{file} would be made anew. {made}:\n" + "".join(lines)


def of_source(
    file: str,
    due: Sequence[Planned],
    whole: Sequence[Planned],
    news: Mapping[str, Change],
    readers: Sequence[str],
) -> str:
    """Return whether a source changed, what reads it, and what would be made anew."""
    new = [stage for stage in readers if file in news[stage].files]
    unknown = [stage for stage in readers if not news[stage].known]
    state = "is as it was when it was read last"
    if new:
        state = "changed since it was read last"
    elif unknown:
        state = "was not read yet"
    after = closure(whole, list(readers), up=False)
    run = [one.rule for one in due if one.rule in after]
    verb = "reads" if len(readers) == 1 else "read"
    lines = [f"{file} {state}. {listed(readers)} {verb} it\n"]
    if new or (unknown and run):
        lines.append(f"Because of it would run: {', '.join(run)}\n")
    elif run:
        other = f"For other reasons would run: {', '.join(run)}\n"
        lines.append(other)
    else:
        lines.append("Nothing would be done: what is made of it is up to date\n")
    return "".join(lines)
