"""Sentences: the lines of a chapter in, one finding on its long sentences out.

Source: gov.uk, content design, which asks for 25 words; what is told of here is far
above it, so that the list stays short.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crossfoot.findings import Finding, Related, several
from crossfoot.places import Place, Span
from crossfoot.structure.style.lines import Line

WORDS = 40
"""Words from which a sentence is long, when `report.yml` does not say."""
SHOWN = 5
"""Sentences named beside the longest of a chapter."""
END = re.compile(r"[.!?…][”’\")\]]*(?=\s|$)")
SHORT = re.compile(r"(?:e\.g|i\.e|cf|vs|etc|No|Dr|Mrs?|Ms|St|pp?|[A-Z]|al|Fig|approx)")
"""Words whose full stop ends no sentence."""
TAIL = 8
"""Characters before a full stop that can hold one of them."""
WORD = re.compile(r"[^\W_][\w’'.,-]*|\ufffc")


class Sentence(NamedTuple):
    """A sentence, its length in words and where it stands."""

    line: Line
    span: Span
    words: int

    def opening(self) -> str:
        """Return its first words."""
        said = self.line.text[slice(*self.span)].replace("\ufffc", "…")
        return " ".join(said.split()[:6])


def check(lines: Iterable[Line], most: int) -> Iterator[Finding]:
    """Yield a finding on the sentences of a chapter with more than `most` words."""
    found = [
        one
        for line in lines
        if line.kind == "text" and line.text.count(" ") >= most
        for one in sentences(line)
        if one.words > most
    ]
    if not found:
        return
    longest = max(found, key=lambda one: one.words)
    others = [one for one in found if one is not longest][:SHOWN]
    notes = (Related(f"this one has {one.words}", _place(one)) for one in others)
    more = f"; {several(len(found), 'sentence')} of this chapter are above {most}"
    yield Finding(
        "STR06",
        f"Sentence “{longest.opening()} …” has {longest.words} words"
        + (more if len(found) > 1 else f"; expected at most {most}"),
        _place(longest),
        notes=tuple(notes),
        help="Make two of it, or a list",
        found=str(longest.words),
        expected=str(most),
    )


def sentences(line: Line) -> Iterator[Sentence]:
    """Yield the sentences of a line."""
    start, said = 0, line.text
    found = END.finditer(said)
    ends = [one.end() for one in found if not _is_short(said, one.start())]
    for end in [*ends, len(said)]:
        lead = len(said[start:end]) - len(said[start:end].lstrip())
        count = sum(1 for _ in WORD.finditer(said, start, end))
        if count:
            yield Sentence(line, (start + lead, end), count)
        start = end


def _is_short(said: str, stop: int) -> bool:
    """Say whether the word before a full stop is a short form."""
    word = said[max(stop - TAIL, 0) : stop].rpartition(" ")[2]
    return bool(SHORT.fullmatch(word.lstrip("(“‘[")))


def _place(one: Sentence) -> Place:
    return one.line.chapter.place(one.line.span(*one.span))
