"""What each stage ran on last: sources and code, kept from one build to the next.

Snakemake knows that the command of a rule changed, and not which source was behind
that. The record is only asked for reasons: without it a build does the same.
"""

import contextlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

from crossfoot.engines.belt import STAGES
from crossfoot.engines.files import write
from crossfoot.fingerprints import code
from crossfoot.reasons import Change, Planned, plan
from crossfoot.site import Site

NAME = "ran.json"


class Read(Protocol):
    """What a graph tells of a stage's sources."""

    @property
    def site(self) -> Site:
        """The report."""

    def hashes_of(self, stage: str) -> dict[str, str]:
        """Return the hash of each source that a stage reads, by path."""


def account(graph: Read, planned: Sequence[Planned] | None, ran: Iterable[str]) -> str:
    """Return what a dry run would do; or note what the stages of a build ran on."""
    if planned is None:
        note(graph, [one for one in ran if one in STAGES])
        return ""
    news = changes(graph, [one.rule for one in planned if one.rule in STAGES])
    return plan(sorted(planned, key=_order), news)


def _order(one: Planned) -> int:
    """Return where a stage stands in the belt; rules of an author's own come last."""
    return STAGES.index(one.rule) if one.rule in STAGES else len(STAGES)


def note(graph: Read, stages: Iterable[str]) -> None:
    """Note what stages run on."""
    held = _held(graph.site)
    for stage in stages:
        held[stage] = {"code": code(stage), "files": graph.hashes_of(stage)}
    path = graph.site.build / ".cache" / NAME
    with contextlib.suppress(OSError):  # a full disk has been reported already
        write(path, json.dumps(held, sort_keys=True))


def changes(graph: Read, stages: Iterable[str]) -> dict[str, Change]:
    """Return what is new to each stage since it ran last."""
    held = _held(graph.site)
    return {stage: _change(graph, stage, held.get(stage)) for stage in stages}


def _change(graph: Read, stage: str, before: Any) -> Change:
    if before is None:
        return Change(known=False)
    now, old = graph.hashes_of(stage), before["files"]
    files = (one for one in {*now, *old} if now.get(one) != old.get(one))
    return Change(tuple(sorted(files)), before["code"] != code(stage))


def _held(site: Site) -> dict[str, Any]:
    path: Path = site.build / ".cache" / NAME
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}
