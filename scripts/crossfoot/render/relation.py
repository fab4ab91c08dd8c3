"""Relations as they are shown: `repeats.json` in, values and words for them out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.findings import listed, several
from crossfoot.places import Place, Text
from crossfoot.render.passages import PARAGRAPH, Part, cut_out, difference
from crossfoot.render.plain import printable

CLASSES = ("contradiction", "exact", "near", "contained", "template", "boilerplate")
"""Worst first."""

LISTED = frozenset({"template", "boilerplate"})
"""Classes of passages that are meant to be alike: one line says how many there are."""

NAMES = {
    "contradiction": ("contradiction", "contradictions"),
    "exact": ("exact repeat", "exact repeats"),
    "near": ("near repeat", "near repeats"),
    "contained": ("contained passage", "contained passages"),
    "template": ("template", "templates"),
    "boilerplate": ("boilerplate passage", "boilerplate passages"),
}

PAIRED = ("pair of parallel sections", "pairs of parallel sections")

ACTIONS = {
    "fail": "an error",
    "report": "reported",
    "replace": "replaced by a reference",
    "drop": "left out",
    "waived": "accepted",
    "none": "listed only",
}

CUTTING = frozenset({"replace", "drop"})
"""Actions by which one copy alone is printed."""

BETWEEN = {"contradiction": "≠", "exact": "=", "boilerplate": "="}
"""What stands between the places of a class; the others are only alike."""

PAIRS = 3
"""Places that are compared with the first one."""


@dataclass(frozen=True, slots=True)
class Sections:
    """Two sections that run in parallel."""

    names: tuple[str, str]
    """The words of their headings."""
    places: tuple[Place, Place]
    """Where they start."""
    found: int
    """Passages of the shorter one that stand in the other too, …"""
    of: int
    """… of so many."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Passages that say the same, or nearly."""

    ident: str
    kind: str
    action: str
    a: tuple[Place, ...]
    b: tuple[Place, ...]
    words: int
    differences: tuple[tuple[str, str], ...]
    """The words that differ, as the stage found them."""
    sections: Sections | None = None
    """What it is about, where that is more than two passages."""
    passages: "tuple[Relation, ...]" = ()
    """Those of its sections that no relation of their own tells of."""
    within: str = ""
    """The identifier of the relation between sections that it is a part of."""

    @property
    def places(self) -> tuple[Place, ...]:
        """All places, in order."""
        return self.a + self.b

    @property
    def settled(self) -> bool:
        """Nobody has to look at it."""
        return self.action in {"waived", "none"}

    @property
    def done(self) -> str:
        """What is done about it, in words."""
        return ACTIONS.get(self.action, self.action)


def relations(content: Mapping[str, Any]) -> list[Relation]:
    """Return the relations of `repeats.json`: worst first, what is settled last."""
    found = [_relation(row) for row in content.get("relations", [])]
    return sorted(found, key=lambda one: (CLASSES.index(one.kind), one.settled))


def _relation(row: Mapping[str, Any]) -> Relation:
    return Relation(
        row["id"],
        row["class"],
        row["action"],
        tuple(_place(place) for place in row["a"]),
        tuple(_place(place) for place in row["b"]),
        int(row["words"]),
        tuple((d.get("a", ""), d.get("b", "")) for d in row.get("differences", [])),
        _sections(row["sections"]) if "sections" in row else None,
        tuple(map(_relation, row.get("passages", []))),
        row.get("within", ""),
    )


def _sections(row: Mapping[str, Any]) -> Sections:
    a, b = row["a"], row["b"]
    names = a["heading"], b["heading"]
    return Sections(names, (_place(a), _place(b)), row["found"], row["of"])


def _place(place: Mapping[str, Any]) -> Place:
    return Place(
        place["file"],
        place["start"],
        place["column"],
        place["end"],
        place["end_column"],
    )


def lines(place: Place, dash: str = "-") -> str:
    """Return a place as `file:line-line`, or `file:line` within one."""
    end = f"{dash}{place.end_line}" if place.end_line != place.line else ""
    return f"{printable(place.file)}:{place.line}{end}"


def several_passages(one: Sections) -> str:
    """Say how much two sections have in common."""
    return f"{one.found} of {several(one.of, 'passage')} in both"


def parts(one: Relation, found: Iterable[Relation]) -> list[Relation]:
    """Return all that a relation tells of, as the text goes on."""
    cut = (other for other in found if other.within == one.ident)
    every = [*one.passages, *cut]
    return sorted(every, key=lambda part: (part.b[0], part.a[0], part.ident))


def blocks(text: str) -> int:
    """Return how many paragraphs, lists or tables a passage has."""
    return sum(1 for part in PARAGRAPH.split(text) if part.strip())


def compared(
    one: Relation, texts: Mapping[str, Text], reading: Callable[[str], str] = str
) -> Iterator[tuple[Place, Place, tuple[Part, ...]]]:
    """Yield the first passage against each other one, with what differs.

    `reading` says how a text is taken. Without the texts, what differs is what the
    stage found.
    """
    first = one.a[0]
    for other in (*one.a[1:], *one.b)[:PAIRS]:
        here, there = cut_out(texts, first), cut_out(texts, other)
        if here and there:
            yield first, other, difference(reading(here), reading(there))
        elif other is one.b[0]:
            yield first, other, tuple(_told(one))


def _told(one: Relation) -> Iterator[Part]:
    for number, (a, b) in enumerate(one.differences):
        if number:
            yield Part(True, " … ", " … ")
        yield Part(False, a, b)


def tally(found: Sequence[Relation]) -> str:
    """Count relations by class: `1 contradiction, 3 exact and 1 near`.

    Those that one between sections tells of are not counted.
    """
    joint = {one.ident for one in found if one.sections}
    told = [one for one in found if not one.sections and one.within not in joint]
    counts = {kind: sum(one.kind == kind for one in told) for kind in CLASSES}
    pairs = sum(one.sections is not None for one in found)
    names = [several(pairs, *PAIRED)] if pairs else []
    names += (several(count, *NAMES[kind]) for kind, count in counts.items() if count)
    return listed(names)
