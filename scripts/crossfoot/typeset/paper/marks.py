"""Typst's marks: plain text in, markup or string literals that show it out.

Source: https://typst.app/docs/reference/syntax/ (escape sequences, shorthands).
"""

import re
from collections.abc import Iterable, Mapping

from crossfoot.typeset.widths import WORD

SPECIAL = re.compile(r"[\\#$*_`<>@\[\]~/-]|\.(?=\.\.)|[\x00-\x08\x0b-\x1f\x7f]")
LONG = re.compile(rf"(?:(?![\u00a0\u00ad])[!#-&(-,.0->@-\u058f]){{{WORD + 1},}}")
"""Letters, figures and signs in a row behind none of which a line may end."""
START = re.compile(r"^(\s*)(=|\+|\d+\.)")


def escape(words: str) -> str:
    """Return text as Typst markup that shows it, on one line."""
    marked = SPECIAL.sub(_escaped, words.replace("\n", " "))
    return START.sub(_start, marked)


def worded(words: str) -> str:
    """Return text as Typst markup in which a word longer than a line can be broken."""
    out, start = "", 0
    for found in LONG.finditer(words):
        out += f"{escape(words[start : found.start()])}#broken({quoted(found[0])});"
        start = found.end()
    return out + escape(words[start:])


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    return f"\\{character}" if character >= " " and character != "\x7f" else ""


def _start(found: re.Match[str]) -> str:
    """Escape what would begin a heading or a list at the start of a line."""
    mark = found[2]
    return found[1] + (f"{mark[:-1]}\\." if mark[-1] == "." else f"\\{mark}")


def quoted(words: str) -> str:
    """Return text as a Typst string literal, on one line."""
    out = words.replace("\\", "\\\\").replace('"', '\\"')
    out = out.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f'"{out}"'


def items(parts: Iterable[str]) -> str:
    """Return parts as a Typst array."""
    return "(" + "".join(f"{part}, " for part in parts) + ")"


def replaced(words: str, lacking: Mapping[int, str]) -> str:
    """Return text with what stands for characters that the fonts lack."""
    return words.translate(lacking) if lacking else words
