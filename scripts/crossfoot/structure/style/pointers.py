"""Pointers: the lines of a chapter in, “see above”, “the table below” out.

A figure moves to where there is room, a page on a screen has no overleaf, and who
hears a text has no above. Source: WCAG 2.2, success criterion 1.3.3.
"""

import re
from collections.abc import Iterator

from crossfoot.findings import Finding
from crossfoot.structure.style.lines import Line

HINT = re.compile("above|below|overleaf|opposite|the left|the right|page|earlier|later")
THINGS = (
    "tables?|figures?|charts?|graphs?|maps?|diagrams?|pictures?|photos?|"
    "photographs?|images?|illustrations?"
)
WHERE = "above|below|overleaf|opposite"
SAID = "shown|seen|described|mentioned|noted|discussed|set out|explained|listed|defined"
ENDS = r"(?=\s*(?:[,.;:)\]]|$|(?:for|in|on|and)\b))"
PATTERNS = (
    rf"\b(?:see|refer to) (?:also )?(?:the )?(?:{WHERE}){ENDS}",
    rf"\b(?:{THINGS}) (?:{WHERE}|(?:on|to) the (?:left|right))\b(?! \d)",
    rf"\bthe (?:above|below) (?:{THINGS})\b",
    r"\bsee the (?:next|previous|opposite|facing|following) page\b",
    rf"\bas (?:\w+ )?(?:{SAID}) (?:above|below|overleaf|earlier|later on)\b",
)
POINTER = re.compile(rf"(?<![“‘\"])(?:{'|'.join(PATTERNS)})", re.IGNORECASE)


def check(line: Line) -> Iterator[Finding]:
    """Yield the words of a line that point to a place on a page."""
    # One word in a hundred is of these, and to look for all patterns takes long.
    if line.kind == "quote" or not HINT.search(line.text.lower()):
        return
    for found in POINTER.finditer(line.text):
        yield Finding(
            "STR08",
            f"“{found[0]}” points to a place on a page",
            line.chapter.place(line.span(*found.span())),
            help="Name what is meant with a reference, such as @tbl-spend",
            found=found[0],
        )
