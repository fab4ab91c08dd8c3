"""Policies: `repeats:` of `report.yml` in, what is done by class and place out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

DEFAULTS = {
    "contradiction": "fail",
    "exact": "replace",
    "near": "report",
    "contained": "report",
    "template": "none",
    "boilerplate": "none",
}
"""What is done about each class; worst first, which is the order of the list."""

WORDING = {"allow": "none"}
"""What a policy in `report.yml` is called in `repeats.json`, where that differs."""

CUTTING = frozenset({"replace", "drop"})


def action(kind: str, policies: Any) -> str:
    """Return what `policy:` wants done about a class, or the default."""
    chosen = policies.get(kind) if isinstance(policies, dict) else None
    return WORDING.get(str(chosen), str(chosen)) if chosen else DEFAULTS[kind]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry under `places:`."""

    policy: dict[str, str]
    files: tuple[str, ...] = ()
    """Patterns of the chapters that the copy stands in; empty: any."""
    between: tuple[str, ...] = ()
    """A pattern for either side; empty: any."""

    def covers(self, kind: str, first: Sequence[str], copies: Sequence[str]) -> bool:
        """Say whether the passages of a relation stand where the entry says."""
        # Of two passages that disagree neither is the copy.
        mine = (*first, *copies) if kind == "contradiction" else copies
        if self.files and not any(_match(self.files, file) for file in mine):
            return False
        if not self.between:
            return True
        one, other = self.between[:1], self.between[1:]
        return any(
            (_match(one, a) and _match(other, b))
            or (_match(one, b) and _match(other, a))
            for a in first
            for b in copies
        )


def _match(patterns: Iterable[str], file: str) -> bool:
    """Say whether a chapter's path, or its name alone, is of one of the patterns."""
    names = {file, file.rpartition("/")[2]}
    return any(fnmatchcase(name, one) for one in patterns for name in names)


@dataclass(frozen=True, slots=True)
class Policies:
    """What a report wants done, by class and by place."""

    by_class: Any = field(default_factory=dict)
    places: tuple[Entry, ...] = ()

    def of(self, kind: str, first: Sequence[str], copies: Sequence[str]) -> str:
        """Return the action for a class, the files of its first places and copies."""
        chosen = action(kind, self.by_class)
        for entry in self.places:
            if kind in entry.policy and entry.covers(kind, first, copies):
                chosen = action(kind, entry.policy)
        return chosen

    @property
    def cuts(self) -> bool:
        """Say whether anything may be cut."""
        told = [action("exact", self.by_class)]
        told += [one.policy["exact"] for one in self.places if "exact" in one.policy]
        return not CUTTING.isdisjoint(told)


def policies_of(repeats: Any) -> Policies:
    """Return the policies of the valid part of `repeats:`."""
    told = repeats if isinstance(repeats, dict) else {}
    places = (
        Entry(
            {str(kind): str(one) for kind, one in (entry.get("policy") or {}).items()},
            _patterns(entry.get("files")),
            _patterns(entry.get("between")),
        )
        for entry in told.get("places") or ()
        if entry.get("files") or entry.get("between")
    )
    return Policies(told.get("policy") or {}, tuple(places))


def _patterns(said: Any) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(map(str, said or ()))
