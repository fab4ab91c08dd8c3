"""Lines of plain text: what each looks like, without looking at its neighbours."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, overload

BULLET = re.compile(r"(\s*)(?:[-*•·‣◦▪–—o]|\uf0b7)\s+(\S.*)")
NUMBERED = re.compile(r"(\s*)(?:(\d{1,3}|[a-z])[.)]|\((\d{1,3}|[a-z])\))\s+(\S.*)")
TITLED_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+[A-Z“‘]")
LABELLED = re.compile(
    r"(?:theme|part|step|stage|phase|strand|option|priority|objective|aim|goal|case)"
    r"\s+(?:\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
RULE = re.compile(r"\s*(=+|-{3,}|_{3,}|\*{3,}|~{3,})\s*")
PIPES = re.compile(r"\s*\|?(?:[^|\n]*\|)+[^|\n]*")
DIVIDER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
CELL = re.compile(r"\S+(?: \S+)*")
PAGE_NUMBER = re.compile(
    r"\s*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\s*",
    re.IGNORECASE,
)
LONGEST_HEADING = 80
MOST_WORDS = 12
SEVERAL_PAGES = 3


class Line(NamedTuple):
    """One line of the text."""

    number: int
    """1-based."""
    text: str
    """Without white space at its end."""

    @property
    def plain(self) -> str:
        """The line without white space around it."""
        return self.text.strip()


class Rest(Sequence[Line]):
    """The lines that are left, without a copy for each that was read."""

    def __init__(self, lines: Sequence[Line], start: int = 0, end: int = -1) -> None:
        self._lines = lines
        self._start = start
        self._end = len(lines) if end < 0 else end

    def __len__(self) -> int:
        return self._end - self._start

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> "Rest": ...
    def __getitem__(self, at: int | slice) -> "Line | Rest":
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Rest(self._lines, self._start + start, self._start + max(end, start))
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._lines[self._start + at]


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text; a form feed ends one."""
    raw = text.replace("\f", "\n").split("\n")
    return [Line(number, one.rstrip()) for number, one in enumerate(raw, 1)]


def is_heading(line: Line) -> bool:
    """Say whether a line by itself could be a heading."""
    said = line.plain
    if not said or len(said) > LONGEST_HEADING or line.text[:1].isspace():
        return False
    if said.endswith((".", ",", ";", "?", "!", "…")) or "|" in said:
        return False
    if said.endswith(":") and not LABELLED.match(said):
        return False
    if BULLET.fullmatch(line.text) or len(said.split()) > MOST_WORDS:
        return False
    first = said.lstrip("“‘\"'(")[:1]
    return (first.isupper() or bool(TITLED_NUMBER.match(said))) and not is_address(said)


def is_address(said: str) -> bool:
    """Say whether a line is an address of the web or of mail."""
    return len(said.split()) == 1 and ("://" in said or "@" in said)


def is_capitals(said: str) -> bool:
    """Say whether a line of some length is all in capitals."""
    letters = [one for one in said if one.isalpha()]
    return len(letters) > 3 and all(map(str.isupper, letters))


def is_table(line: Line) -> bool:
    """Say whether a line has cells between bars."""
    return "|" in line.text and PIPES.fullmatch(line.text) is not None


def gapped(line: Line) -> list[str]:
    """Return the cells of a line with tabs or wide gaps between them."""
    if "\t" in line.plain:
        return [one.strip() for one in line.text.strip("\n").split("\t")]
    return re.split(r"\s{2,}", line.plain)


def in_columns(lines: Sequence[Line]) -> bool:
    """Say whether the cells of lines stand below each other, or have tabs between."""
    if all("\t" in one.plain for one in lines):
        return True
    spans = [[m.span() for m in CELL.finditer(one.text)] for one in lines]
    return all(
        len({start for start, _ in column}) == 1 or len({end for _, end in column}) == 1
        for column in zip(*spans, strict=True)
    )


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Say whether paragraphs run over several lines, as in mail.

    They do where lines of some length are often followed by one in small letters.
    """
    filled = [one for one in lines if one.plain]
    on = sum(
        1
        for one, behind in pairwise(lines)
        if 40 <= len(one.text) <= 100 and behind.text[:1].islower()
    )
    return on * 10 >= max(len(filled), 10)


def furniture(lines: Sequence[Line]) -> set[int]:
    """Return the numbers of lines that are headers, footers or page numbers.

    Those are short lines that stand at least three times, apart from the digits in
    them, each next to a number of a page.
    """
    kept = [one for one in lines if one.plain]
    pages = {at for at, one in enumerate(kept) if PAGE_NUMBER.fullmatch(one.text)}
    if len(pages) < SEVERAL_PAGES:
        return set()
    beside = {at + step for at in pages for step in (-1, 1)}
    shapes = Counter(_shape(kept[at]) for at in beside if 0 <= at < len(kept))
    out = {kept[at].number for at in pages}
    out |= {
        kept[at].number
        for at in beside
        if 0 <= at < len(kept)
        and len(kept[at].plain) <= LONGEST_HEADING
        and shapes[_shape(kept[at])] >= SEVERAL_PAGES
    }
    return out


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.plain)
