"""Chunks: a source in, where code stands in it that pandoc takes for text out.

Fences such as ```` ```{r echo=FALSE} ````, ```` ```js{1,3} ```` and ```` ```js a=1 ````
are none to pandoc, for their attributes are not written as pandoc's are. What stands up
to the closing fence is code all the same.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from crossfoot.places import Span

FENCE = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<open>\{[^}\n]*\})?(?P<more>[^\n]*)$",
    re.MULTILINE,
)
OPEN = re.compile(r"(?:```|~~~)[ \t]*(?:[^\s`{]*\{|[^\s`{]+[ \t]+[^\s`])")
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
            told = (found["open"] or "") + found["more"]
            if "`" in found["fence"] and "`" in told:
                continue  # code in a line
            start, fence = found.start(), found["fence"]
            is_chunk = "{" in told or len(told.split()) > 1
        elif found["fence"].startswith(fence) and not (
            found["open"] or found["more"].strip()
        ):
            if is_chunk:
                out.append((start, found.end()))
            start = -1
    return tuple(out)


def is_inside(spans: Sequence[Span], at: int) -> bool:
    """Say whether a place is in one of some stretches, which are in order."""
    number = bisect_right(spans, at, key=lambda one: one[0]) - 1
    return number >= 0 and at < spans[number][1]
