"""Capitals: the lines of a chapter in, what is written in capitals alone out.

Capitals have no outlines to read by, and some screen readers spell them. Source:
gov.uk, writing for accessibility; British Dyslexia Association, style guide.
"""

import re
from collections.abc import Iterator

from crossfoot.findings import Finding
from crossfoot.structure.style.lines import Line

WORD = r"(?:[A-ZÀ-ÖØ-ÞΑ-ΫЀ-Я]['’&-]?){2,}"
RUN = re.compile(rf"(?<![\w/]){WORD}(?:[,:;]?\s+(?:[AI]\s+)?{WORD})*(?![\w/])")
LONG = 5
"""Letters from which a word in capitals is hardly an abbreviation."""
FEW = 3
"""Words in a row from which text is in capitals, where one of them is long."""


def check(line: Line) -> Iterator[Finding]:
    """Yield the runs of capitals in a line."""
    if line.kind in {"quote", "cell"}:
        return
    for found in RUN.finditer(line.text):
        words = [one for one in re.split(r"[\s,:;]+", found[0]) if one]
        long = [one for one in words if sum(map(str.isalpha, one)) >= LONG]
        many = len(words) >= FEW and len(long) * 2 >= len(words)
        if not (many or (line.kind == "heading" and _is_whole(line, found, long))):
            continue
        yield Finding(
            "STR07",
            f"“{_short(found[0])}” is in capitals",
            line.chapter.place(line.span(*found.span())),
            help="Write it as in a sentence; **bold** makes words stand out",
            found=found[0],
        )


def _is_whole(line: Line, found: re.Match[str], long: list[str]) -> bool:
    rest = line.text[: found.start()] + line.text[found.end() :]
    return (
        len(long) > 0 and not any(map(str.isalpha, rest)) and len(found[0]) > LONG + 1
    )


def _short(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= 60 else said[:60].rsplit(" ", 1)[0] + " …"
