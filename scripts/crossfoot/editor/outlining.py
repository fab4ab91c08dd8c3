"""The outline of a chapter: its text in, headings with their extent out."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crossfoot.places import Span, Text

HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*(?:#+[ \t]*)?$", re.MULTILINE)
ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}$")
FENCE = re.compile(r"^[ \t]{0,3}(`{3,}|~{3,})", re.MULTILINE)
BOX = re.compile(r"^(:{3,})[ \t]*(\S.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    title: str
    level: int
    span: Span
    """From the heading to the end of its section."""
    heading: Span
    parts: list["Section"] = field(default_factory=list)


def outline(text: Text) -> list[Section]:
    """Return the sections of a chapter, each with those below it."""
    code = fences(text.text)
    found = [one for one in HEADING.finditer(text.text) if _is_open(one, code)]
    ends = _ends(found, len(text.text))
    out: list[Section] = []
    above: list[Section] = []
    for one, end in zip(found, ends, strict=True):
        title = ATTRIBUTES.sub("", one[2]) or "…"
        section = Section(title, len(one[1]), (one.start(), end), one.span())
        while above and above[-1].level >= section.level:
            above.pop()
        (above[-1].parts if above else out).append(section)
        above.append(section)
    return out


def _ends(found: Sequence[re.Match[str]], length: int) -> list[int]:
    """Return where each section ends: at the next heading as high as its own."""
    ends = [length] * len(found)
    nearest = [length] * 7
    for index in reversed(range(len(found))):
        level = len(found[index][1])
        ends[index] = min(nearest[: level + 1])
        nearest[level] = found[index].start()
    return ends


def _is_open(found: re.Match[str], code: Sequence[Span]) -> bool:
    """Say whether a heading stands outside blocks of code."""
    at = bisect_right(code, (found.start(), len(found.string))) - 1
    return at < 0 or found.start() >= code[at][1]


def fences(text: str) -> list[Span]:
    """Return the stretches of code between fences."""
    out: list[Span] = []
    start, mark = -1, ""
    for found in FENCE.finditer(text):
        if start < 0:
            start, mark = found.start(), found[1]
        elif found[1][0] == mark[0] and len(found[1]) >= len(mark):
            out.append((start, found.end()))
            start = -1
    return [*out, (start, len(text))] if start >= 0 else out


def folds(text: Text) -> Iterator[tuple[int, int]]:
    """Yield the first and last line, from 1, of what can be folded."""
    spans = [*_sections(outline(text)), *fences(text.text), *_boxes(text.text)]
    for start, end in sorted(spans):
        body = text.text[start:end].rstrip()
        first, _ = text.position(start)
        last, _ = text.position(start + len(body))
        if last > first:
            yield first, last


def _sections(sections: Sequence[Section]) -> Iterator[Span]:
    for one in sections:
        yield one.span
        yield from _sections(one.parts)


def _boxes(text: str) -> Iterator[Span]:
    starts: list[int] = []
    for found in BOX.finditer(text):
        if found[2]:
            starts.append(found.start())
        elif starts:
            yield starts.pop(), found.end()
