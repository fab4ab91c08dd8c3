"""The world: what a report's last checks made, as an editor asks for it.

What the stages wrote goes in; values that can be sent from the process that checks to
the one that answers come out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.editor.mentions import kind_of
from crossfoot.findings import Finding, as_dict, from_dict
from crossfoot.nodes import ATTR_AT, Node, identifier, span, text, walk
from crossfoot.places import Span

HIDDEN = frozenset({"CodeBlock", "RawBlock", "RawInline", "Math"})
"""Elements in which nothing is a name."""


@dataclass(frozen=True, slots=True)
class Label:
    """Something that has an id."""

    ident: str
    kind: str
    """`figure`, `table`, `section`, `equation`, or `` for any other."""
    title: str
    """Its heading or caption; empty without one."""
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What a chapter holds that its text alone does not tell."""

    labels: Sequence[Label] = ()
    hidden: Sequence[Span] = ()
    """Code, comments and formulas."""
    blocks: Sequence[Span] = ()
    """The outermost blocks."""


@dataclass(frozen=True, slots=True)
class World:
    """A report, as its last checks left it."""

    prefix: str = ""
    """What the paths of sources start with: `sources/`, or nothing."""
    chapters: Sequence[str] = ()
    """Paths of the chapters, in reading order."""
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    quantities: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Entries of `quantities.json` by key."""
    failed: Sequence[str] = ()
    """Keys that are defined and have no value."""
    tables: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    """Columns of each table, by path."""
    figures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What each recipe made, by name, without its pictures."""
    entries: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The bibliography as CSL JSON, by key."""
    bibliographies: Sequence[str] = ("references.bib",)
    pictures: Sequence[str] = ()
    """Files in `images/`, as chapters name them."""
    recipes: Sequence[str] = ()
    """Paths of the recipes."""
    numbers: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    """Entries of `numbers.json` by file."""
    findings: Sequence[Finding] = ()

    def labels(self) -> Iterator[Label]:
        """Yield everything that has an id, in reading order."""
        for file in self.chapters:
            yield from self.outlines.get(file, Outline()).labels

    def label(self, ident: str) -> Label | None:
        """Return what has an id, or None."""
        return next((one for one in self.labels() if one.ident == ident), None)

    def source(self, name: str) -> str:
        """Return the path of a file beside the chapters."""
        return self.prefix + name


def outline(chapter: Chapter) -> Outline:
    """Return what a chapter's parsed form tells an editor."""
    nodes = list(walk(chapter.blocks))
    hidden = (span(node) for node in nodes if _hides(node))
    blocks = (span(node) for node in chapter.blocks)
    return Outline(
        tuple(_labels(chapter, nodes)),
        tuple(where for where in hidden if where),
        tuple(where for where in blocks if where),
    )


def _hides(node: Node) -> bool:
    if node["t"] == "Code":
        return not str(node["c"][1]).startswith("=")
    return node["t"] in HIDDEN


def _labels(chapter: Chapter, nodes: Iterable[Node]) -> Iterator[Label]:
    for node in nodes:
        ident = identifier(node) if node["t"] in ATTR_AT else ""
        if not ident:
            continue
        kind = "section" if node["t"] == "Header" else kind_of(ident)
        line = chapter.place(node).line
        yield Label(ident, kind, _title(node), chapter.file, line)


def _title(node: Node) -> str:
    """Return a heading's text, a caption, or the wording of an equation."""
    kind, content = node["t"], node["c"]
    if kind == "Header":
        return text(content[2])
    if kind in {"Figure", "Table"}:
        return text(content[1][1])
    if kind in {"Image", "Span"}:
        return text(content[1])
    return ""


def as_row(world: World) -> dict[str, Any]:
    """Return a world as plain JSON."""
    return {
        **{name: getattr(world, name) for name in World.__slots__},
        "outlines": {file: asdict(one) for file, one in world.outlines.items()},
        "findings": [as_dict(one) for one in world.findings],
    }


def of_row(row: Mapping[str, Any]) -> World:
    """Return the world of its JSON; the inverse of `as_row`."""
    outlines = {file: _outline(one) for file, one in row["outlines"].items()}
    findings = [from_dict(one) for one in row["findings"]]
    return World(**{**row, "outlines": outlines, "findings": findings})


def _outline(row: Mapping[str, Any]) -> Outline:
    return Outline(
        tuple(Label(**one) for one in row["labels"]),
        tuple((start, end) for start, end in row["hidden"]),
        tuple((start, end) for start, end in row["blocks"]),
    )
