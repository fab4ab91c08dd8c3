"""Tidying a chart's SVG: matplotlib's text in, one that can stand beside others out."""

import re
from collections.abc import Sequence

TAG = re.compile(r"<[^>]*>")
ID = re.compile(r'(?<= id=")([^"]+)(?=")')
LINK = re.compile(r'(?<=href="#)([^"]+)(?=")')
REFERENCE = re.compile(r"(?<=url\(#)([^)]+)(?=\))")
FAMILY = re.compile(r"font-family: [^;\"]*")
STYLE = re.compile(r"\s*<defs>\s*<style.*?</style>\s*</defs>", re.DOTALL)
LINES = 'style="stroke-linejoin: round; stroke-linecap: butt"'
"""What matplotlib's style sheet says; as one, it would apply to the whole page."""
WEIGHT = "font-variation-settings: 'wght' 400"
"""For Typst, which else draws a variable font of no named weight at its thinnest."""
BLANKS = re.compile(r"<text (?=[^>]*>[^<]*  )")
UNSAFE = re.compile(r"[^A-Za-z0-9-]")


def tidy(svg: str, name: str, families: Sequence[str]) -> str:
    """Return an SVG whose ids start with the figure's name, in the theme's font.

    Ids have to differ between pictures that stand in one HTML page. The prologue,
    which has no place there, is left out. `families` are the font's names, on paper
    and on screen, and what to fall back on.
    """
    family = ", ".join(f"'{one}'" if " " in one else one for one in families)
    prefix = f"figure-{UNSAFE.sub(_code, name)}-"
    body = svg[svg.index("<svg") :]
    body = STYLE.sub("", body, count=1).replace("<svg ", f"<svg {LINES} ", 1)
    body = BLANKS.sub('<text xml:space="preserve" ', body)
    return TAG.sub(lambda found: _tag(found[0], prefix, family), body)


def _code(found: re.Match[str]) -> str:
    """Return what stands for a character that an id may not hold."""
    return f"_{ord(found[0]):x}_"


def _tag(tag: str, prefix: str, family: str) -> str:
    for pattern in (ID, LINK, REFERENCE):
        tag = pattern.sub(lambda found: prefix + found[1], tag)
    weight = "" if "font-weight" in tag else f"; {WEIGHT}"
    return FAMILY.sub(f"font-family: {family}{weight}", tag)
