"""Ids: the chapters' own in, ids that are unique in the report and a map to them out.

A heading's automatic id follows pandoc's `auto_identifiers`
(https://pandoc.org/MANUAL.html#extension-auto_identifiers).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.assemble.parts import Copied, Kept, Mark
from crossfoot.nodes import ATTR_AT, Node, text

BARE = frozenset({"Str", "Space", "SoftBreak", "LineBreak"})
"""Inlines that show no more than their text."""


def auto_id(words: str) -> str:
    """Return the id that pandoc makes of a heading's text."""
    kept = "".join(
        char for char in words.lower() if char.isalnum() or char in "_-." or char == " "
    )
    joined = "-".join(kept.split())
    start = next((at for at, char in enumerate(joined) if char.isalpha()), None)
    return "section" if start is None else joined[start:]


def is_auto(ident: str, words: str) -> bool:
    """Say whether an id was made from a heading's text."""
    base = auto_id(words)
    number = ident.removeprefix(f"{base}-")
    return ident == base or (number != ident and number.isdecimal())


def is_blank(inlines: Sequence[Node]) -> bool:
    """Say whether a heading's words are nothing but spaces."""
    bare = all(one["t"] in BARE for one in inlines)
    return bare and not text(inlines).strip()


def rename(node: Node, ident: str) -> None:
    """Give an element of the report its id."""
    node["c"][ATTR_AT[node["t"]]][0] = ident


def settle(copies: Sequence[Copied]) -> "Names":
    """Make every id unique: written ones keep theirs, the first of a name wins."""
    named = [(copy, mark) for copy in copies for mark in copy.marks if mark.ident]
    names = Names({mark.ident for _, mark in named if not mark.auto})
    for automatic in (False, True):
        for copy, mark in named:
            if mark.auto is automatic:
                old = mark.ident
                mark.ident = names.give(old, automatic)
                copy.ids.setdefault(old, mark.ident)
                rename(mark.node, mark.ident)
    return names


class Names:
    """Gives each name once: `method`, `method-1`, `method-2`, …."""

    def __init__(self, written: set[str]) -> None:
        """Keep the written names for those who wrote them."""
        self.written = written
        self.taken: set[str] = set()
        self.last: dict[str, int] = {}

    def give(self, name: str, automatic: bool) -> str:
        """Return the name, or one like it when it is another's."""
        new = name
        if name in self.taken or (automatic and name in self.written):
            number = self.last.get(name, 0) + 1
            while self._used(new := f"{name}-{number}"):
                number += 1
            self.last[name] = number
        self.taken.add(new)
        return new

    def _used(self, name: str) -> bool:
        return name in self.taken or name in self.written


@dataclass(frozen=True)
class Index:
    """Every id of the report, as each chapter calls it."""

    marks: dict[str, Mark]
    """By the report's id."""
    own: dict[str, dict[str, str]]
    """The report's ids by chapter name and the chapter's own id."""
    everywhere: dict[str, str]
    """The report's id of the first chapter that has an id."""
    moved: dict[str, dict[str, Kept]]
    """Passages that took ids along when cut, by chapter name."""
    renamed: dict[str, dict[str, tuple[str, str]]]
    """Chapters and names that keep ids that a cut took, by chapter name."""

    def find(self, ident: str, chapter: str) -> Mark | None:
        """Return what an id means in a chapter: there first, then anywhere."""
        home, name = self.renamed.get(chapter, {}).get(ident, (chapter, ident))
        new = self.own.get(home, {}).get(name) or self.everywhere.get(name)
        return self.marks.get(new) if new else None

    def kept(self, ident: str, chapter: str) -> Kept | None:
        """Return the passage that took an id along when cut."""
        names = (chapter, *sorted(self.moved))
        found = (self.moved.get(name, {}).get(ident) for name in names)
        return next((one for one in found if one), None)


def index(copies: Sequence[Copied]) -> Index:
    """Return the index of a report whose ids are settled."""
    marks = {mark.ident: mark for copy in copies for mark in copy.marks if mark.ident}
    everywhere: dict[str, str] = {}
    for automatic in (False, True):
        for copy in copies:
            for old, new in copy.ids.items():
                if marks[new].auto is automatic:
                    everywhere.setdefault(old, new)
    own = {copy.chapter.name: copy.ids for copy in copies}
    for copy in copies:
        for old, (home, name) in copy.renamed.items():
            if kept := own.get(home, {}).get(name):
                everywhere.setdefault(old, kept)
    return Index(
        marks,
        own,
        everywhere,
        {copy.chapter.name: copy.moved for copy in copies},
        {copy.chapter.name: copy.renamed for copy in copies},
    )
