"""Spelling: the lines of a report in, its words out; those no dictionary has, told.

The dictionary itself is asked by the engine of that name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossfoot.findings import Finding, Fix, listed, several
from crossfoot.places import Place, Span
from crossfoot.structure.style.lines import Line

WORD = re.compile(
    r"(?<![\w@#/\\.:&’'_-])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w@/\\&_-]|\.\w|[’']\w)"
)
SHORTEST = 4
"""Letters from which a word is looked up: shorter ones are units and symbols."""


def words(lines: Iterable[Line]) -> set[str]:
    """Return the words to look up, a typographic apostrophe as a plain one."""
    return {word for line in lines for word, _ in _words(line)}


def _words(line: Line) -> Iterator[tuple[str, Span]]:
    """Yield the words of a line that may be misspelt, with their characters.

    Names and short forms have capitals, and no dictionary has them all.
    """
    for found in WORD.finditer(line.text):
        if len(found[0]) >= SHORTEST and found[0] == found[0].lower():
            yield found[0].replace("’", "'"), found.span()


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a dictionary said of the report's words."""

    language: str
    """Tag of the dictionary's language, such as `en-GB`."""
    place: Place
    """Where the report asks for it."""
    unknown: Mapping[str, Sequence[str]]
    """Words that it has not, and those that may be meant, the likeliest first."""
    missing: str = ""
    """The way to get the dictionary, when there is none."""


def check(lines: Iterable[Line], told: Spelling) -> Iterator[Finding]:
    """Yield each word that the dictionary has not, once, where it first stands."""
    if told.missing:
        message = f"Spelling is not checked: no {told.language} dictionary is installed"
        yield Finding("STR10", message, told.place, help=told.missing)
    unknown = told.unknown
    first: dict[str, tuple[Line, Span]] = {}
    counts: dict[str, int] = {}
    for line in lines:
        for word, where in _words(line):
            if word in unknown:
                first.setdefault(word, (line, where))
                counts[word] = counts.get(word, 0) + 1
    for word, (line, where) in first.items():
        yield _told(word, counts[word], told, line.chapter.place(line.span(*where)))


def _told(word: str, count: int, told: Spelling, place: Place) -> Finding:
    meant = told.unknown[word][:3]
    quoted = listed([f"“{one}”" for one in meant], "or")
    add = f"add {word} to style: words: of report.yml"
    times = f"; it stands {several(count, 'time')}" if count > 1 else ""
    return Finding(
        "STR09",
        f"“{word}” is not in the {told.language} dictionary{times}",
        place,
        help=f"Write {quoted}, or {add}" if meant else add.capitalize(),
        found=word,
        expected=meant[0] if meant else "",
        fix=Fix(meant[0]) if meant else None,
    )
