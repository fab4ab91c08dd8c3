"""Sunken text: a source in, the prose of it that pandoc takes for code out.

Admonitions of other tools are none to pandoc: it reads the indented text under
`!!! note` as code, and a fence `{note}` as none at all, so that the fence which closes
that one opens a block of code. Text between two rules is a table to it, of which it
keeps as much as is as wide as the rules. What it takes so is no less written twice.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from crossfoot.places import Span
from crossfoot.repeats.chunks import FENCE
from crossfoot.repeats.layout import Word
from crossfoot.repeats.plain import shown

OPENS = re.compile(
    r"(?:`{3,}|~{3,})[ \t]*\{(?:admonition|attention|caution|danger|dropdown|error|hint"
    r"|important|note|seealso|tip|warning)\}",
)
"""Fences of MyST that hold prose."""
ABOVE = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t][^\n]*\n\s*\Z", re.MULTILINE)
"""What stands above the indented text of an admonition or a tab of MkDocs."""
LOOK = 400
"""Characters before a block in which that is looked for."""
BREAK = re.compile(r"[ \t>]*(?:$|[-*+][ \t]|\d{1,3}[.)][ \t]|#|\||:::|:[a-z-]+:)")
"""What a line starts with that goes on no paragraph."""
LEFT = re.compile(r"[ \t>]*(?:$|#|\||:::|:[a-z-]+:)")
"""What a line starts with that is no paragraph: a heading, a row, an option."""
TARGET = re.compile(r"(?<=\])\([^()\s]{0,2000}\)")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
SPACELESS = re.compile(r"\S+")


def sunken(
    source: str,
    chunks: Sequence[Span],
    code: Iterable[Span],
    lost: Iterable[Span] = (),
) -> Iterator[tuple[Word, ...]]:
    """Yield the words of the paragraphs of a source that pandoc takes for code.

    `chunks` are its fences with attributes, in order, and `code` its blocks of code.
    `lost` are tables in which pandoc finds no word.
    """
    spans = [*_directives(source, chunks), *_swallowed(source, chunks, code), *lost]
    for lo, hi in sorted(spans):
        for start, end in _paragraphs(source, lo, hi):
            yield tuple(_words(source, start, end))


def _directives(source: str, chunks: Iterable[Span]) -> Iterator[Span]:
    """Yield what stands in fences that hold prose."""
    for lo, hi in chunks:
        start, end = source.find("\n", lo, hi), source.rfind("\n", lo, hi)
        if OPENS.match(source, lo + len(source[lo:hi]) - len(source[lo:hi].lstrip())):
            yield start + 1, max(start + 1, end)


def _swallowed(
    source: str, chunks: Sequence[Span], code: Iterable[Span]
) -> Iterator[Span]:
    """Yield what blocks of code hold that were opened by a slip."""
    for lo, hi in code:
        at = bisect_left(chunks, lo, key=lambda one: one[0])
        if at and lo < chunks[at - 1][1]:
            yield from _between(chunks, at, (chunks[at - 1][1], hi))
        elif not FENCE.match(source, lo) and ABOVE.search(
            source[max(0, lo - LOOK) : lo]
        ):
            yield lo, hi


def _between(chunks: Sequence[Span], at: int, span: Span) -> Iterator[Span]:
    """Yield the parts of a stretch outside of chunks, of which `at` is the first."""
    lo, hi = span
    while at < len(chunks) and chunks[at][0] < hi:
        yield lo, chunks[at][0]
        lo = chunks[at][1]
        at += 1
    if lo < hi:
        yield lo, hi


def _paragraphs(source: str, lo: int, hi: int) -> Iterator[Span]:
    """Yield the paragraphs of a stretch, those of items among them; no code."""
    start, fence = -1, ""
    at = lo
    for line in source[lo:hi].splitlines(keepends=True):
        found = FENCE.match(line)
        ends = bool(found or fence or BREAK.match(line.rstrip("\n")))
        if ends and start >= 0:
            yield start, at
            start = -1
        if found:
            fence = "" if fence and found["fence"].startswith(fence) else found["fence"]
        elif not fence and start < 0 and not LEFT.match(line.rstrip("\n")):
            start = at
        at += len(line)
    if start >= 0:
        yield start, hi


def _words(source: str, lo: int, hi: int) -> Iterator[Word]:
    """Yield the words of a paragraph as written, without tags and targets of links."""
    text = source[lo:hi]
    for mark in (TARGET, TAG):
        text = mark.sub(lambda found: " " * len(found[0]), text)
    for found in SPACELESS.finditer(text):
        yield shown(found[0]), lo + found.start(), lo + found.end()
