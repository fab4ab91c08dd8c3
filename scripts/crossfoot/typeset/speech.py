"""Formulas spoken: MathML in, English words out.

Covers what reports hold: fractions, powers, indices, roots, sums, limits, cases, rows
and functions; other structures are read sign by sign.
"""

import re
import unicodedata
from collections.abc import Callable
from xml.etree import ElementTree as ET

SIGNS = {
    "=": "equals",
    "≠": "does not equal",
    "≈": "is about",
    "≡": "is identical to",
    "∝": "is proportional to",
    "∼": "is distributed as",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is at most",
    "≥": "is at least",
    "≪": "is much less than",
    "≫": "is much greater than",
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "±": "plus or minus",
    "×": "times",
    "⋅": "times",
    "·": "times",
    "÷": "divided by",
    "/": "over",
    "%": "per cent",
    "∑": "the sum",
    "∏": "the product",
    "∫": "the integral",
    "∞": "infinity",
    "→": "tends to",
    "⇒": "implies",
    "⇔": "if and only if",
    "¬": "not",
    "∧": "and",
    "∨": "or",
    "∀": "for all",
    "∃": "there is",
    "∂": "partial",
    "∇": "del",
    "∈": "in",
    "∉": "not in",
    "⊂": "within",
    "⊆": "within",
    "∪": "union",
    "∩": "intersection",
    "∅": "the empty set",
    "ℝ": "the real numbers",
    "ℕ": "the natural numbers",
    "ℤ": "the integers",
    "…": "and so on",
    "⋯": "and so on",
    "∣": "given",
    "(": "open bracket",
    ")": "close bracket",
    "[": "open bracket",
    "]": "close bracket",
    "{": "open brace",
    "}": "close brace",
    "⌊": "the floor of",
    "⌋": ",",
    "⌈": "the ceiling of",
    "⌉": ",",
    "|": "bar",
    "!": "factorial",
    "°": "degrees",
    "\u2061": "of",
    "\u2062": "",
}
POWERS = {
    "2": "squared",
    "3": "cubed",
    "⊤": "transpose",
    "′": "prime",
    "″": "double prime",
    "*": "star",
    "∘": "degrees",
    "degrees": "degrees",
}
LARGE = frozenset({"the sum", "the product", "the integral"})
OVER = {"max": "the maximum", "min": "the minimum", "sup": "the supremum"}
MARKS = {
    "‾": "bar",
    "¯": "bar",
    "^": "hat",
    "~": "tilde",
    "˜": "tilde",
    "˙": "dot",
    "¨": "double dot",
    "˘": "breve",
    "ˇ": "check",
    "´": "acute",
    "`": "grave",
    "˚": "ring",
    "tends to": "vector",
}
"""What stands over a letter; an arrow has been read by then."""
GREEK = re.compile("[Α-Ωα-ωϑϕϵ]")
THOUSANDS = re.compile(r"\b\d{1,3}(?:, \d{3})+\b")


def spoken(mathml: str) -> str:
    """Return a `<math>` element in words, or "" when it is none."""
    if not mathml:
        return ""
    try:
        tree = ET.fromstring(mathml)  # noqa: S314 - pandoc made it
    except ET.ParseError:
        return ""
    return _tidy(_say(tree))


def _tidy(words: str) -> str:
    """Return words with commas where one would pause, each once, none at the end."""
    words = re.sub(r"\s+([,;:])", r"\1", " ".join(words.split()))
    words = re.sub(r",(?:\s*,)+", ",", words)
    words = re.sub(r",(?=[;:])|[,;]\s*$", "", words)
    return THOUSANDS.sub(lambda found: found[0].replace(" ", ""), words)


def _say(node: ET.Element) -> str:
    name = _name(node)
    if name.startswith("annotation"):
        return ""
    if name == "mtable":
        return _table(node)
    if name == "mfrac" and node.get("linethickness", "")[:1] == "0":
        return " choose ".join(_say(child) for child in node)
    parts = _bars([_say(child) for child in node])
    say = _FORMS.get(name)
    if say and len(parts) == say[0]:
        return say[1](parts)
    if not parts:
        words = "".join(node.itertext()).strip()
        return SIGNS.get(words) or GREEK.sub(_letter, words)
    return " ".join(parts)


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _letter(found: re.Match[str]) -> str:
    """Return the name of a Greek letter: `sigma`, `capital delta`."""
    words = unicodedata.name(found[0]).lower().removesuffix(" symbol").split()
    capital = "capital " if "capital" in words else ""
    return f"{capital}{words[-1]}"


def _bars(parts: list[str]) -> list[str]:
    """Return parts in which pairs of upright bars are an absolute value."""
    count = parts.count("bar")
    if not count or count % 2:
        return parts
    out, opened = [], False
    for part in parts:
        if part == "bar":
            opened = not opened
            out.append("the absolute value of" if opened else ",")
        else:
            out.append(part)
    return out


def _table(node: ET.Element) -> str:
    """Return rows: equations one after the other, others counted."""
    rows = [list(row) for row in node]
    aligned = all(_aligned(row) for row in rows)
    if aligned:
        return "; ".join(" ".join(map(_say, row)) for row in rows)
    said = (", ".join(_say(cell) for cell in row) for row in rows)
    return ", " + "; ".join(f"row {at}: {row}" for at, row in enumerate(said, 1)) + ","


def _aligned(row: list[ET.Element]) -> bool:
    """Say whether a row's cells are the sides of an equation."""
    return [cell.get("columnalign") for cell in row[:2]] in (
        ["right", "left"],
        ["right"],
    )


def _power(parts: list[str]) -> str:
    base, power = parts
    return f"{base} {POWERS.get(power, f'to the power of {power}')}"


def _limits(parts: list[str]) -> str:
    base, low, high = parts
    if base in LARGE:
        return f"{base} from {low} to {high} of"
    return _power([f"{base} sub {low}", high])


def _over(parts: list[str]) -> str:
    base, mark = parts
    return f"{base} {MARKS.get(mark, mark)}"


def _under(parts: list[str]) -> str:
    base, low = parts
    if base in LARGE:
        return f"{base} over {low} of"
    word = base.removesuffix(" of")
    if word == "lim":
        return f"the limit as {low} of"
    if word == "log":
        return f"log to base {low} of"
    if word in OVER:
        return f"{OVER[word]} over {low} of"
    return f"{word} sub {low}" + (" of" if word != base else "")


_FORMS: dict[str, tuple[int, Callable[[list[str]], str]]] = {
    "mfrac": (2, lambda p: f"the fraction {p[0]} over {p[1]},"),
    "msup": (2, _power),
    "msub": (2, _under),
    "msubsup": (3, _limits),
    "munderover": (3, _limits),
    "munder": (2, _under),
    "mover": (2, _over),
    "msqrt": (1, lambda p: f"the square root of {p[0]},"),
    "mroot": (2, lambda p: f"the root of order {p[1]} of {p[0]},"),
}
"""How many parts a structure has, and how it is said."""
