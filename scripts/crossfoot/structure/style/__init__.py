"""House style: running text in, findings on how it is written out.

What authors of public reports ask their writers for. Each rule may be switched off by
its code; those that know English words are silent in other languages.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from crossfoot.findings import Finding
from crossfoot.structure.style import (
    abbreviations,
    capitals,
    links,
    pointers,
    sentences,
    spelling,
)
from crossfoot.structure.style.abbreviations import Uses, used
from crossfoot.structure.style.lines import Line, lines
from crossfoot.structure.style.sentences import WORDS
from crossfoot.structure.style.spelling import Spelling, words
from crossfoot.structure.survey import Survey

__all__ = [
    "WORDS",
    "Line",
    "Spelling",
    "Style",
    "check",
    "in_chapter",
    "in_report",
    "lines",
    "used",
    "words",
]

By = Callable[[Sequence[Line]], Uses]
"""Returns the short forms that a chapter uses."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the report is to be written."""

    language: str = "en"
    sentence: int = WORDS
    """Words that a sentence may have."""
    explained: frozenset[str] = frozenset()
    """Short forms that `report.yml` or a glossary explains, in lower case."""
    spelling: Spelling | None = None
    off: frozenset[str] = field(default_factory=frozenset)
    """Codes that are switched off."""

    @property
    def english(self) -> bool:
        """Whether the rules that know English words hold."""
        return self.language.partition("-")[0].lower() == "en"


def check(
    surveys: Sequence[Survey], texts: Sequence[Sequence[Line]], style: Style
) -> Iterator[Finding]:
    """Yield what of the chapters is not in house style.

    `texts` holds the lines of each chapter, without what is cut as a repeat.
    """
    for one, text in zip(surveys, texts, strict=True):
        yield from in_chapter(one, text, style)
    yield from in_report(texts, style)


def in_chapter(one: Survey, text: Sequence[Line], style: Style) -> Iterator[Finding]:
    """Yield what a chapter tells by itself; the dictionary has no part in it."""
    found = _of_chapter(one, text, style)
    return (one for one in found if one.code not in style.off)


def _of_chapter(one: Survey, text: Sequence[Line], style: Style) -> Iterator[Finding]:
    yield from sentences.check(text, style.sentence)
    for line in text:
        yield from capitals.check(line)
        if style.english:
            yield from pointers.check(line)
    if style.english:
        yield from links.check(one)


def in_report(
    texts: Sequence[Sequence[Line]], style: Style, by: By = used
) -> Iterator[Finding]:
    """Yield what only the whole report tells; `by` does what `used` does."""
    found = _of_report(texts, style, by)
    return (one for one in found if one.code not in style.off)


def _of_report(
    texts: Sequence[Sequence[Line]], style: Style, by: By
) -> Iterator[Finding]:
    if style.english:
        yield from abbreviations.check(map(by, texts), style.explained)
    if style.spelling:
        whole = [line for text in texts for line in text]
        yield from spelling.check(whole, style.spelling)
