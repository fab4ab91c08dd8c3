"""Floods: findings of one kind in one column in, the first of them and a count out."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from crossfoot.findings import Finding

SHOWN = 20
"""Most findings of one code in one column that are listed one by one."""


@dataclass(slots=True)
class Group:
    """The findings of one code about one column."""

    noun: str
    """What has the fault, more than one: `cells of amount`."""
    listed: list[Finding] = field(default_factory=list)
    more: int = 0
    first: Finding | None = None
    """The first that is not listed."""
    last: int = 0
    """Line of the last one."""

    def findings(self) -> list[Finding]:
        """Return what is listed, and what the rest comes to."""
        if self.first is None:
            return self.listed
        one = self.first
        if self.more == 1:
            return [*self.listed, one]
        lines = f"lines {one.place.line} to {self.last}"
        message = f"{self.more:,} more {self.noun} have this fault, on {lines}"
        anchor = f"{self.noun}: more"
        rest = replace(one, message=message, notes=(), found="", anchor=anchor)
        return [*self.listed, rest]


class Flood:
    """Findings that are collected by code and column."""

    def __init__(self) -> None:
        self.groups: dict[tuple[str, str], Group] = {}

    def add(self, code: str, noun: str, line: int, make: Callable[[], Finding]) -> None:
        """Note a finding on a line, which is made only when it is listed."""
        group = self.groups.setdefault((code, noun), Group(noun))
        if len(group.listed) < SHOWN:
            group.listed.append(make())
            return
        group.first = group.first or make()
        group.more += 1
        group.last = line

    def findings(self) -> list[Finding]:
        """Return all findings, the groups in the order in which they began."""
        return [one for group in self.groups.values() for one in group.findings()]
