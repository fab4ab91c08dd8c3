"""Formulas spoken: MathML in, English words out.

Covers what reports hold: fractions, powers, indices, roots, sums and functions;
other structures are read sign by sign.
"""

from collections.abc import Callable
from xml.etree import ElementTree as ET

SIGNS = {
    "=": "equals",
    "≠": "does not equal",
    "≈": "is about",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is at most",
    "≥": "is at least",
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
    "∈": "in",
    "…": "and so on",
    "⋯": "and so on",
    "(": "open bracket",
    ")": "close bracket",
    "[": "open bracket",
    "]": "close bracket",
    "|": "bar",
    "!": "factorial",
    "\u2061": "of",
    "\u2062": "",
}
POWERS = {"2": "squared", "3": "cubed"}
LARGE = frozenset({"the sum", "the product", "the integral"})


def spoken(mathml: str) -> str:
    """Return a `<math>` element in words, or "" when it is none."""
    if not mathml:
        return ""
    try:
        tree = ET.fromstring(mathml)  # noqa: S314 - pandoc made it
    except ET.ParseError:
        return ""
    return " ".join(_say(tree).split())


def _say(node: ET.Element) -> str:
    name = node.tag.rpartition("}")[2]
    if name.startswith("annotation"):
        return ""
    parts = [_say(child) for child in node]
    say = _FORMS.get(name)
    if say and len(parts) == say[0]:
        return say[1](parts)
    if not parts:
        words = "".join(node.itertext()).strip()
        return SIGNS.get(words, words)
    return " ".join(parts)


def _power(parts: list[str]) -> str:
    base, power = parts
    return f"{base} {POWERS.get(power, f'to the power of {power}')}"


def _limits(parts: list[str]) -> str:
    base, low, high = parts
    if base in LARGE:
        return f"{base} from {low} to {high} of"
    return f"{base} sub {low} to the power of {high}"


def _over(parts: list[str]) -> str:
    base, mark = parts
    names = {"‾": "bar", "¯": "bar", "̂": "hat", "^": "hat", "~": "tilde", "˙": "dot"}
    return f"{base} {names.get(mark, mark)}"


def _under(parts: list[str]) -> str:
    base, low = parts
    return f"{base} over {low} of" if base in LARGE else f"{base} sub {low}"


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
