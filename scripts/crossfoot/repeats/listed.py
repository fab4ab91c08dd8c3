"""Listed lines: a source in, where its paragraphs hold entries of a list out.

A list without a blank line before it goes on with the paragraph above it for pandoc.
Its author and its readers see entries.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from crossfoot.places import Span
from crossfoot.repeats.layout import Word

MARK = re.compile(r"\n[ \t]*(?=(?P<mark>[-*+•]|\d{1,3}[.)])[ \t]+\S)")
"""The start of a line with a mark of a list before its words."""
FEWEST = 2
"""Marks of one kind that make a list: a line of prose may start with a dash."""


def marks(source: str) -> list[tuple[int, str]]:
    """Return where marks of lists stand at the start of lines, and which."""
    found = ((one.end(), one["mark"]) for one in MARK.finditer(source))
    return [(at, "1" if mark[0].isdigit() else mark) for at, mark in found]


def entries(found: Sequence[tuple[int, str]], place: Span) -> list[int]:
    """Return where entries start in a paragraph, of all marks of its source."""
    if not found:
        return []
    lo = bisect_right(found, (place[0], "\uffff"))
    hi = bisect_left(found, (place[1], ""))
    often = Counter(mark for _, mark in found[lo:hi])
    return [at for at, mark in found[lo:hi] if often[mark] >= FEWEST]


def firsts(words: Sequence[Word], starts: Sequence[int]) -> tuple[int, ...]:
    """Return the first words of what leads a paragraph's entries, and of each."""
    if not starts:
        return ()
    at = [start for _, start, _ in words]
    found = {0, *(bisect_left(at, start) for start in starts)} - {len(at)}
    return tuple(sorted(found)) if len(found) > 1 else ()
