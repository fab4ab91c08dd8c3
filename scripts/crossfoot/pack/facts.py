"""Facts: everything that a QA pack is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from crossfoot.byhand import Question
from crossfoot.findings import Finding
from crossfoot.pack.process import Step
from crossfoot.record import Record
from crossfoot.waivers import Allowance


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about text that stands twice."""

    ident: str
    kind: str
    ruling: str
    places: str
    because: str
    owner: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """A share that coverage may not fall below, and what stands."""

    of: str
    asked: str
    stands: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What can be seen of the sources themselves."""

    recipes: Mapping[str, bool] = field(default_factory=dict)
    """Whether each has a docstring, by path."""
    columns: Mapping[str, bool] = field(default_factory=dict)
    """Whether each column of a table is described, by `TABLE, COLUMN`."""
    typed: Sequence[str] = ()
    """Keys of the quantities that were typed and not computed."""
    pictures: Sequence[str] = ()
    """Pictures that the report shows and no recipe drew."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One build, as its QA pack tells of it."""

    record: Record
    """Of the report as a publication."""
    findings: Sequence[Finding]
    """Settled."""
    severities: Mapping[str, str]
    """What `report.yml` changes, by code."""
    held: Mapping[str, int]
    """How many there are of each kind of element in the report, by its type."""
    looked: Mapping[str, int]
    """How many there are of what else was looked at, by name."""
    numbers: Mapping[str, Any]
    """Content of `numbers.json`."""
    repeats: Mapping[str, Any]
    """Content of `repeats.json`."""
    allowances: Sequence[Allowance]
    decisions: Sequence[Decision]
    floors: Sequence[Floor]
    records: Mapping[str, Any]
    """The valid part of `assurance.yml`."""
    unrecorded: Sequence[str]
    """Keys of numbers that changed and have no correction."""
    asked: Sequence[Question]
    steps: Sequence[Step]
    made: Sequence[str]
    """What was made, as readers call it."""
    tools: Mapping[str, str]
    sources: Sources

    @property
    def errors(self) -> int:
        """Errors that nobody waived."""
        return sum(one.level == "error" and not one.waiver for one in self.findings)

    def names(self, role: str) -> list[str]:
        """Return who has a role, as `assurance.yml` or `report.yml` says."""
        said = self.records.get("roles", {}).get(role)
        if said is None and role == "commissioner":
            return list(self.record.commissioned_by)
        return said if isinstance(said, list) else [said] if said else []
