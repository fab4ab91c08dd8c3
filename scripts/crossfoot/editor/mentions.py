"""Mentions: the text of a source file in, every name it holds with its place out.

Chapters are read by their marks alone, so that a text is understood while it is being
typed. What pandoc reads as code, comment or formula is given as `hidden`, and nothing
in it is a name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from crossfoot.places import Span

KINDS = {"fig-": "figure", "tbl-": "table", "sec-": "section", "eq-": "equation"}
"""What the ids of cross references start with, and what each kind is called."""
REACH = 300
"""Characters that the words of a bound number may have."""
KEY = r"[A-Za-z_][\w-]*(?:\.[\w-]+)*"
"""The key of a quantity."""
CITED = r"\w(?:\w|[:.#$%&+?<>~/-](?=\w))*"
"""The key of a citation or reference, as pandoc reads it."""
IDENT = r"[\w:.-]*\w"

REFERENCE = re.compile(rf"(?<![\w\\@./])@(?:\{{(?P<braced>[^{{}}\s]+)\}}|({CITED}))")
VALUE = re.compile(rf"(?<![\w-])value\s*=\s*[\"']?({KEY})")
GROUP = re.compile(r"\{[^{}]*")
"""A group of attributes, up to what is set in brackets inside it."""
OWN_ID = re.compile(rf"(?<=[\s{{])#({IDENT})")
FROM = re.compile(r"(?<![\w-])from\s*=\s*[\"']?([^\"'\s{}]*)")
INSERTED = re.compile(rf"`=\s*({KEY})(?=\s*[|`])")
ADDRESS = re.compile(r"\]\(\s*<?([^()<>\s]+)")
WAIVED = re.compile(r"<!--\s*crossfoot:\s*allow\b")
CODE = re.compile(r"\b[A-Z]{3}[0-9]{2}\b")
FIGURE = re.compile(r"(?:\./)?figures/([^/]+)\.(?:svg|png)")
ENTRY = re.compile(r"^[ \t]*@\w+[ \t]*[{(]\s*([^,\s{}()]+)\s*,", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place in a file."""

    kind: str
    """`quantity`, `label`, `citation`, `figure`, `file`, `code` or `setting`."""
    name: str
    """For a file, its path as written: beside the chapters."""
    span: Span
    """Offsets of the name alone."""
    defines: bool = False
    """Whether the name is given here, and not used."""
    whole: Span | None = None
    """Offsets of all that stands for it: `@fig-asks`, `[£2m]{value=asks.total}`."""

    def holds(self, offset: int) -> bool:
        """Say whether a cursor at an offset stands in or beside it."""
        start, end = self.whole or self.span
        return start <= offset <= end

    def covers(self, offset: int) -> bool:
        """Say whether a cursor at an offset stands in the name itself."""
        start, end = self.span
        return start <= offset <= end


def kind_of(name: str) -> str:
    """Return what an id refers to: `figure`, `table`, `section`, `equation` or ""."""
    return next((noun for start, noun in KINDS.items() if name.startswith(start)), "")


def in_chapter(text: str, hidden: Sequence[Span] = ()) -> list[Mention]:
    """Return the names in a chapter, or in any text with the same marks."""
    found = chain(_references(text), _groups(text), _inserted(text), _addresses(text))
    shown = (one for one in found if not _is_hidden(one.span, hidden))
    return sorted(chain(shown, _codes(text)), key=lambda one: one.span)


def _is_hidden(span: Span, hidden: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in hidden)


def _references(text: str) -> Iterator[Mention]:
    for found in REFERENCE.finditer(text):
        group = "braced" if found["braced"] else 2
        name = found[group]
        kind = "label" if kind_of(name) else "citation"
        yield Mention(kind, name, found.span(group), whole=found.span())


def _groups(text: str) -> Iterator[Mention]:
    """Yield what groups of attributes name: ids, quantities and passages."""
    for group in GROUP.finditer(text):
        start, end = group.span()
        for found in OWN_ID.finditer(text, start, end):
            yield Mention("label", found[1], found.span(1), defines=True)
        for found in VALUE.finditer(text, start, end):
            whole = _opening(text, start), end + (text[end : end + 1] == "}")
            yield Mention("quantity", found[1], found.span(1), whole=whole)
        if ".include" in group[0]:
            for found in FROM.finditer(text, start, end):
                yield from _address(found[1], found.start(1))


def _opening(text: str, group: int) -> int:
    """Return where the words in square brackets before a group start, or the group."""
    if text[group - 1 : group] != "]":
        return group
    depth = 0
    for at in range(group - 1, max(-1, group - REACH), -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if not depth:
            return at
    return group


def _inserted(text: str) -> Iterator[Mention]:
    for found in INSERTED.finditer(text):
        end = text.find("`", found.end(), found.end() + REACH) + 1
        whole = found.start(), end or found.end()
        yield Mention("quantity", found[1], found.span(1), whole=whole)


def _addresses(text: str) -> Iterator[Mention]:
    for found in ADDRESS.finditer(text):
        made = FIGURE.fullmatch(found[1])
        if made:
            yield Mention("figure", made[1], found.span(1))
        elif ":" not in found[1]:
            yield from _address(found[1], found.start(1))


def _address(address: str, start: int) -> Iterator[Mention]:
    path, sign, ident = address.partition("#")
    if path:
        yield Mention("file", path, (start, start + len(path)))
    if sign and ident:
        yield Mention("label", ident, (start + len(path) + 1, start + len(address)))


def _codes(text: str) -> Iterator[Mention]:
    said = WAIVED.search(text)
    while said:
        end = text.find("-->", said.end())
        if end < 0:
            return
        reason = text.find("because", said.end(), end)
        for found in CODE.finditer(text, said.end(), end if reason < 0 else reason):
            yield Mention("code", found[0], found.span())
        said = WAIVED.search(text, end)


def in_bibliography(text: str) -> list[Mention]:
    """Return the entries of a BibTeX file."""
    return [
        Mention("citation", found[1], found.span(1), defines=True)
        for found in ENTRY.finditer(text)
    ]


def at(mentions: Iterable[Mention], offset: int) -> Mention | None:
    """Return the mention that a cursor stands in; the shortest, where they nest."""
    found = [one for one in mentions if one.holds(offset)]
    return min(found, key=lambda one: one.span[1] - one.span[0], default=None)
