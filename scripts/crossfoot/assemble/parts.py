"""What assembly hands from step to step: inputs, marks, slots and copied chapters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from crossfoot.assemble.anchoring import Wrap
from crossfoot.chapters import Chapter, Settings
from crossfoot.findings import Finding
from crossfoot.nodes import Node
from crossfoot.places import Span


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a report is assembled from."""

    settings: Settings
    chapters: Sequence[Chapter]
    """In reading order."""
    quantities: Mapping[str, Any]
    """`build/quantities.json`."""
    repeats: Mapping[str, Any]
    """`build/repeats.json`."""
    numbers: Mapping[str, Any]
    """`build/numbers.json`."""
    figures: Mapping[str, Mapping[str, Any]]
    """`build/figures/NAME.json` by name."""
    references: Sequence[Mapping[str, Any]]
    """The bibliography as CSL JSON."""
    present: frozenset[str]
    """Files that stand beside the chapters, relative to the report's root."""
    corrections: Mapping[str, Any] = field(default_factory=dict)
    """What `build/assurance.json` has of `corrections.yml`."""


@dataclass(slots=True, eq=False)
class Mark:
    """An element of the report that can be pointed at: it has an id or a number."""

    node: Node
    kind: str
    """`header`, `figure`, `table`, `equation` or `place`."""
    ident: str
    """The id in its own chapter; the report's id once ids are settled."""
    auto: bool = False
    """The id was made from a heading's text, not written."""
    inner: bool = False
    """A heading inside a list, quotation or other block that is no section."""
    deep: int = 0
    """How many headings it stands under in the passage that an include shows."""
    boxed: bool = False
    """A heading inside a div, so never a chapter's title."""
    above: "Mark | None" = None
    """The heading it stands under."""
    noun: str = ""
    """`figure`, `table`, `equation`, `section`, `chapter` or `appendix`; empty
    without a number of its own."""
    number: str = ""
    place: Span | None = None
    """Where a float stands in its chapter."""


@dataclass(slots=True, eq=False)
class Slot:
    """A citation or link whose final form depends on the whole report."""

    into: list[Node]
    """The inlines it stands among."""
    node: Node
    """What stands there until it is filled."""
    source: Node
    """The element of the chapter."""
    chapter: str
    """Name of the chapter whose ids it sees first."""
    starts: bool = False
    """`into` starts a paragraph."""
    noted: bool = False
    """It stands in a note."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A passage that is printed once, not here."""

    chapter: str
    """Name of the chapter that keeps it."""
    first: int
    last: int
    """Offsets in that chapter at which the headings of the passage start (-1: the
    chapter's beginning)."""
    start: int
    """Offset at which the passage itself starts."""


@dataclass(slots=True, eq=False)
class Notice:
    """A sentence that stands for passages cut out."""

    node: Node
    """A paragraph, or a Span inside one."""
    kept: list[Kept]
    above: Mark | None
    """The heading that it stands under."""


@dataclass(slots=True, eq=False)
class Echo:
    """A figure, table or equation shown again by an include."""

    node: Node
    chapter: str
    ident: str
    place: Span | None


class Shortened(NamedTuple):
    """What a chapter did with the short forms that are written out at first use."""

    before: frozenset[str] = frozenset()
    """Those that waited for their first use at its start."""
    after: frozenset[str] = frozenset()
    """Those that still wait at its end."""
    used: frozenset[str] = frozenset()
    """Those that it holds."""


@dataclass(slots=True, eq=False)
class Copied:
    """One chapter, copied: cuts made, numbers shown, the rest still open."""

    chapter: Chapter
    order: list[Node]
    """The chapter's own blocks, in the order in which they are printed."""
    blocks: list[Node] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    echoes: list[Echo] = field(default_factory=list)
    headings: dict[int, Mark] = field(default_factory=dict)
    """Headings by their offset in the chapter's text."""
    passages: dict[int, Mark] = field(default_factory=dict)
    """What links to kept passages lead to, by the passage's offset; a heading where
    there is none."""
    cut_title: list[Node] = field(default_factory=list)
    """The first level-1 heading that a cut took."""
    moved: dict[str, Kept] = field(default_factory=dict)
    """Ids that a cut took, and the passage that they were in."""
    renamed: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Ids that a cut took: the chapter that keeps each, and its id there."""
    ids: dict[str, str] = field(default_factory=dict)
    """The chapter's ids and what they are called in the report."""
    made: set[int] = field(default_factory=set)
    """`id()` of what assembly wrote; the tree keeps these alive."""
    gone: set[int] = field(default_factory=set)
    """`id()` of elements of the chapter that something else stands for."""
    terms: list[Node] = field(default_factory=list)
    """Uses of terms that a glossary may explain."""
    wraps: list[Wrap] = field(default_factory=list)
    """Where numbers of the ledger stand."""
    leads: list[tuple[list[Node], str]] = field(default_factory=list)
    """Inlines, and the names of the numbers in them that count nothing."""
    findings: list[Finding] = field(default_factory=list)
    took: set[str] = field(default_factory=set)
    """Names of the ledger's numbers that it shows."""
    short: Shortened = field(default_factory=Shortened)
    includes: bool = False
    """Whether it shows passages of other chapters again."""
