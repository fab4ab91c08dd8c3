"""Marked content: what a page draws in, which of its text is marked how out.

Text is either content that an element of the tag tree holds, by a number, or an
artefact such as a running head. Text that is neither is never read out.
"""

import re

from crossfoot.inspect.facts import Marked

DEEP = 6
"""How many brackets may stand in each other in a text: none of them is escaped then."""
TEXT = rb"\((?:[^()\\]++|\\.)*+\)"
for _ in range(DEEP):
    TEXT = rb"\((?:[^()\\]++|\\.|%s)*+\)" % TEXT
WORD = re.compile(
    TEXT
    + rb"""
    | <[0-9A-Fa-f\s]*+>
    | /(?P<tag>[A-Za-z]++)\s*+
      (?: <<(?P<told>(?: [^<>(]++ | """
    + TEXT
    + rb""" | <[^<>]*+> )*+)>>
        | /\w++ )?
      \s*+ (?P<begin>BDC|BMC)\b
    | E(?<=\bE)(?P<end>MC)\b
    | T(?<=\bT)(?P<shown>[Jj])\b
    | B(?<=\bB)(?P<image>I)\b
    | %(?P<comment>)
    | \((?P<torn>)
    """,
    re.DOTALL | re.VERBOSE,
)
# Each way begins with one sign, so that the search skips all others in one go.
UNKNOWN = frozenset({"image", "comment", "torn"})
NUMBER = re.compile(rb"/MCID\s*+(\d{1,9})")
LANGUAGE = re.compile(rb"/Lang\s*+\(([A-Za-z-]*+)\)")


def marked(drawing: bytes) -> Marked:
    """Return what is marked in the content stream of a page.

    A stream with inline images or comments is not looked at: it has no numbers.
    """
    numbers: list[int] = []
    languages: set[str] = set()
    inside: list[bool] = []
    loose = False
    for found in WORD.finditer(drawing):
        if found["begin"]:
            told = found["told"] or b""
            number = NUMBER.search(told)
            if number:
                numbers.append(int(number[1]))
            languages |= {one.decode() for one in LANGUAGE.findall(told)}
            held = number is not None or found["tag"] == b"Artifact"
            inside.append(held or (bool(inside) and inside[-1]))
        elif found["end"]:
            inside[-1:] = []
        elif found["shown"]:
            loose |= not (inside and inside[-1])
        elif found.lastgroup in UNKNOWN:
            return Marked()
    return Marked(tuple(numbers), loose, frozenset(languages))
