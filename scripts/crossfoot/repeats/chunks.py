"""Chunks: a source in, where code stands in it that pandoc takes for text out.

A fence such as ```` ```{r echo=FALSE} ```` is none to pandoc, for its attributes are
not written as pandoc's are. What stands up to the closing fence is code all the same.
"""

import re
from bisect import bisect_right

from crossfoot.places import Span

FENCE = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<open>\{[^}\n]*\})?(?P<more>[^\n]*)$",
    re.MULTILINE,
)
OPEN = re.compile(r"(?:```|~~~)[ \t]*\{")
"""Without one no fence has attributes."""


def chunks(source: str) -> tuple[Span, ...]:
    """Return in order the stretches of a source in fences with attributes."""
    # To look for a character takes a hundredth of the time of a pattern.
    fenced = any(one in source and one * 3 in source for one in "`~")
    if not (fenced and OPEN.search(source)):
        return ()
    out: list[Span] = []
    start, fence, is_chunk = -1, "", False
    for found in FENCE.finditer(source):
        if start < 0:
            start, fence = found.start(), found["fence"]
            is_chunk = bool(found["open"])
        elif found["fence"].startswith(fence) and not (
            found["open"] or found["more"].strip()
        ):
            if is_chunk:
                out.append((start, found.end()))
            start = -1
    return tuple(out)


def is_inside(spans: tuple[Span, ...], at: int) -> bool:
    """Say whether a character stands in one of some stretches, which are in order."""
    number = bisect_right(spans, at, key=lambda one: one[0]) - 1
    return number >= 0 and at < spans[number][1]
