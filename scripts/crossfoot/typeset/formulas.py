"""Formulas: TeX that pandoc reads, and Typst that sets it as TeX would.

`readable` is for before pandoc, the others are for what it makes.
"""

import re

from crossfoot.typeset.symbols import SIGNS

OUTSIDE = (
    (r"\\label\s*\{[^{}]*\}|\(\\#[^()]*\)", ""),
    (r"\\(?:begin|end)\s*\{(?:equation|displaymath|math)\*?\}", ""),
    (r"\\cfrac(?![A-Za-z])", r"\\dfrac"),
    (r"\\mathbbm(?![A-Za-z])", r"\\mathbb"),
    (r"\\degree(?![A-Za-z])", r"\\text{°}"),
    (r"\\S(?![A-Za-z])", r"\\text{§}"),
    (r"\\P(?![A-Za-z])", r"\\text{¶}"),
    (r"\\copyright(?![A-Za-z])", r"\\text{©}"),
    (r"\\((?:La)?TeX)(?![A-Za-z])", r"\\text{\1}"),
    (r"\\textcolor\s*(?:\[[^\]{}]*\])?\{[^{}]*\}", ""),
    (r"\\(?:mathstrut|smash|hfill|footnotesize|scriptsize|small)(?![A-Za-z])", " "),
)
"""What pandoc cannot convert, and what says the same; a label shows nothing."""
READABLE = tuple((re.compile(old), new) for old, new in OUTSIDE)
NAME = re.compile(r'"(?:[^"\\]|\\.)*"|(?<![\w."\\])[A-Za-z]+(?:\.[a-z]+)*')
"""Words in quotation marks, or the name of a sign."""
BOX = "#box(stroke: black, inset: 3pt, [$"
"""How pandoc writes a frame: a formula in the formula, which cannot be read out."""
BARS = re.compile(r"\\begin\s*\{([vV])matrix\*?\}")
DELIMITED = 'delim: "||"'


COMBINING = re.compile(r"(<mo[^<>]*>)([\u0300-\u030c])(?=</mo>)")
ACCENTS = {
    "\u0300": "`",
    "\u0301": "´",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "¯",
    "\u0305": "¯",
    "\u0306": "˘",
    "\u0307": "˙",
    "\u0308": "¨",
    "\u030a": "˚",
    "\u030c": "ˇ",
}
"""Marks by themselves for those that combine with the letter before them."""


def accented(mathml: str) -> str:
    """Return MathML whose accents stand by themselves, as HTML asks of any text."""

    def apart(found: re.Match[str]) -> str:
        return found[1] + ACCENTS.get(found[2], found[2])

    return COMBINING.sub(apart, mathml)


def readable(tex: str) -> str:
    """Return TeX with what pandoc cannot convert written in another way."""
    if "\\" not in tex:
        return tex
    for old, new in READABLE:
        tex = old.sub(new, tex)
    return tex.strip()


def settable(markup: str, tex: str) -> str:
    """Return what pandoc made of TeX, mended where Typst refuses it."""
    named = NAME.sub(lambda found: SIGNS.get(found[0], found[0]), markup)
    return spaced(_barred(named, tex))


def unboxed(markup: str) -> str:
    """Return Typst mathematics without frames around its parts."""
    at = markup.rfind(BOX)
    while at >= 0:
        end = markup.find("$])", at)
        if end < 0:
            return markup
        inside = markup[at + len(BOX) : end].strip()
        markup = f"{markup[:at]}{inside}{markup[end + 3 :]}"
        at = markup.rfind(BOX)
    return markup


def _barred(markup: str, tex: str) -> str:
    """Return matrices with the bars of their TeX, of which pandoc knows one kind."""
    first, *rest = markup.split(DELIMITED)
    if not rest:
        return markup
    kinds = [*BARS.findall(tex), *("v" for _ in rest)]
    signs = ("|" if kind == "v" else "‖" for kind in kinds)
    parts = (f'delim: "{sign}"{part}' for sign, part in zip(signs, rest, strict=False))
    return first + "".join(parts)


def spaced(markup: str) -> str:
    """Return Typst mathematics with a gap between the columns of `cases`.

    pandoc 3.9 writes `cases(1 & x > 0, …)`, in which `&` aligns but parts nothing.
    """
    out, at = [], markup.find("cases(")
    start = 0
    while at >= 0:
        end = _close(markup, at + len("cases"))
        out += [markup[start:at], markup[at:end].replace(" & ", " & quad ")]
        start, at = end, markup.find("cases(", end)
    return "".join([*out, markup[start:]])


def _close(markup: str, at: int) -> int:
    """Return the end of the brackets that open at an offset."""
    depth = 0
    for index in range(at, len(markup)):
        depth += (markup[index] == "(") - (markup[index] == ")")
        if not depth:
            return index + 1
    return len(markup)
