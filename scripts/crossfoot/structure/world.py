"""What chapters may refer to: ids, files, recipes and bibliography, as values."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from crossfoot.chapters import Chapter, beside
from crossfoot.nodes import Node, span
from crossfoot.places import Place, Span
from crossfoot.structure.style import Line, lines
from crossfoot.structure.survey import Survey, Target

EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")
"""What an address starts with that leads out of the report."""

RECIPE = re.compile(r"(?:\./)?figures/([^/]+)\.(?:svg|png)")
"""Address of a figure made by `figures/NAME.py`."""


@dataclass(frozen=True)
class World:
    """All that a reference may lead to."""

    surveys: Sequence[Survey]
    """The chapters in reading order."""
    cited: frozenset[str] = frozenset()
    """Keys of the bibliography."""
    present: frozenset[str] = frozenset()
    """Files that chapters name and that exist, relative to the root."""
    pictures: tuple[str, ...] = ()
    """Files in `images/`, as chapters name them."""
    recipes: frozenset[str] = frozenset()
    """Names of the figures that recipes make."""
    misnamed: Mapping[str, str] = field(default_factory=dict)
    """Files that would be sources under another ending, with that ending."""
    bibliography: str = "references.bib"
    """The bibliographies, as a message names them."""
    cuts: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    """What is left out of each chapter as a repeat: its file and characters there."""

    @cached_property
    def texts(self) -> list[list[Line]]:
        """The running text of each chapter, without what is cut as a repeat."""
        return [self.text_of(one) for one in self.surveys]

    def text_of(self, one: Survey) -> list[Line]:
        """Return the running text of a chapter, without what is cut as a repeat."""
        return [line for line in lines(one.chapter) if not self._is_left_out(line)]

    def _is_left_out(self, line: Line) -> bool:
        if line.chapter.file not in self.cuts:
            return False
        where = line.span(0, len(line.text))
        return where is not None and self.is_cut(where, line.chapter.file)

    def is_cut(self, place: Span, file: str) -> bool:
        """Say whether a place is left out of the report as a repeat."""
        return any(a <= place[0] and place[1] <= b for a, b in self.cuts.get(file, ()))

    @cached_property
    def targets(self) -> list[Target]:
        """Every id of the report, in reading order."""
        return [target for one in self.surveys for target in one.targets()]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all chapters."""
        return frozenset(one.ident for one in self.targets)

    @cached_property
    def files(self) -> dict[str, Survey]:
        """The chapters by file."""
        return {one.chapter.file: one for one in self.surveys}


def named(surveys: Iterable[Survey]) -> set[str]:
    """Return the paths of all files that chapters name, below the root."""
    found = {
        beside(one.chapter, path)
        for one in surveys
        for node in (*one.references, *one.images)
        if node["t"] != "Cite" and (path := node["c"][2][0].partition("#")[0])
        if not EXTERNAL.match(path)
    }
    return {path for path in found if not path.startswith("..")}


def address_place(chapter: Chapter, node: Node) -> Place:
    """Return where a link's address is written: in it, or where it is defined."""
    address, where = node["c"][2][0], span(node)
    if where is None:
        return chapter.place(None)
    forms = "|".join(re.escape(one) for one in {address, unquote(address)})
    direct = re.compile(rf"\]\(\s*<?({forms})(?=[\s>)])")
    *_, found = [None, *direct.finditer(chapter.source, *where)]
    if not found:
        defined = re.compile(
            rf"^[ \t>]*\[[^\]\n]+\]:\s*<?({forms})(?=[\s>]|\Z)", re.MULTILINE
        )
        every = list(defined.finditer(chapter.source))
        found = every[0] if len(every) == 1 else None
    return chapter.place(found.span(1) if found else where)
