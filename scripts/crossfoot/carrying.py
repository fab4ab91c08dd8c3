"""Carrying: what was known of a chapter in, the same for its text after an edit out.

Where plain words were written among plain words, every number and finding of a chapter
stands where it stood, but for the shift of what follows. What cannot be told from the
two texts alone is refused, never guessed silently; who carries looks again later.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from crossfoot.findings import Finding
from crossfoot.places import Place, Span, Text

ODD = re.compile(r"[\d`\[\]{}<>|$\\@#=~]")
"""A character of a number, or of what may bind, hide or make one."""
WORDS = re.compile(r"[^`\[\](){}<>|$\\@#=~*_^]*")
AROUND = 32
"""Characters of text after which a number is beyond an edit, whatever lies further:
it is told from others by the 24 on each side of it."""
FAR = 1000
"""Characters after which not even the addresses of links are looked at."""
LINE = 80
"""Characters in which a blank line that starts at an edit has ended."""
BLANK = re.compile(r"\n[ \t>]*\n")
Entry = dict[str, Any]
"""Of the ledger."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Where two texts of one file differ: all before and after it is the same."""

    old: Text
    new: Text
    start: int
    """Offset in both texts."""
    end: int
    """Offset in the old text."""

    @property
    def shift(self) -> int:
        """By how many characters what follows has moved."""
        return len(self.new.text) - len(self.old.text)

    @property
    def plain(self) -> bool:
        """Whether words were written in the place of words, and no number."""
        ends = (self.old.text, self.end), (self.new.text, self.end + self.shift)
        return not any(ODD.search(_widened(*one, self.start)) for one in ends)

    def moved(self, offset: int) -> int:
        """Return where a character of the old text stands in the new one."""
        if offset >= self.end:
            return offset + self.shift
        return min(offset, max(offset + self.shift, self.start))

    def stretch(self, low: int, high: int) -> Span:
        """Return where a stretch of the old text is in the new one."""
        start = self.moved(low)
        return start, self.moved(high - 1) + 1 if high > low else start

    def place(self, one: Place) -> Place:
        """Return where a place of the old text is in the new one."""
        if one.file != self.old.file:
            return one
        return self.new.place(self.stretch(*self.old.span(one)))


def _widened(text: str, end: int, start: int) -> str:
    """Return a stretch with all of the words that it starts and ends in."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


def edit(old: Text, new: Text) -> Edit:
    """Return where two texts of a file differ."""
    a, b = old.text, new.text
    start = _same(a, b)
    rest = min(len(a), len(b)) - start
    tail = _same(a[::-1][:rest], b[::-1][:rest])
    return Edit(old, new, start, len(a) - tail)


def _same(a: str, b: str) -> int:
    """Return the length of what two texts start with."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def findings(edit: Edit, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings where they are after an edit."""
    for one in found:
        notes = tuple(replace(n, place=edit.place(n.place)) for n in one.notes)
        yield replace(one, place=edit.place(one.place), notes=notes)


def entries(edit: Edit, ledger: Iterable[Entry]) -> list[Entry] | None:
    """Return the ledger's numbers after an edit, or None when they must be read again.

    Entries of other files, and those before the edit, are returned as they are.
    """
    out: list[Entry] = []
    for one in ledger if edit.plain else ():
        mine = one["file"] == edit.old.file and one["span"]
        if mine and _touched(edit, *one["span"]):
            return None
        out.append(_entry(edit, one) if mine else one)
    return out if edit.plain else None


def _touched(edit: Edit, start: int, end: int) -> bool:
    """Say whether an edit is at a number, or among the words around it."""
    text = edit.old.text
    if end < edit.start:
        between = text[end : edit.start]
        beside = between[::-1]
        both = [_parted(one.text, end, edit.start) for one in (edit.old, edit.new)]
    elif start > edit.end:
        between = beside = text[edit.end : start]
        ends = (edit.old.text, 0), (edit.new.text, edit.shift)
        both = [_parts(one, edit.end + by, start + by) for one, by in ends]
    else:
        return True
    if len(between) > FAR or all(both):
        return False
    run = WORDS.match(beside)
    return len(" ".join(run[0].split() if run else "")) < AROUND


def _parted(text: str, low: int, high: int) -> bool:
    """Say whether a blank line starts between two offsets, both counted in."""
    return any(
        one.start() <= high - low for one in BLANK.finditer(text[low : high + LINE])
    )


def _parts(text: str, low: int, high: int) -> bool:
    """Say whether a blank line ends between two offsets, both counted in."""
    first = max(low - LINE, 0)
    return any(one.end() >= low - first for one in BLANK.finditer(text[first:high]))


def _entry(edit: Edit, one: Entry) -> Entry:
    start, end = one["span"]
    if end <= edit.start:
        return one
    low, high = edit.stretch(start, end)
    place = edit.new.place((low, high))
    return {
        **one,
        "span": [low, high],
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
