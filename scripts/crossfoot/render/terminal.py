"""The terminal: its width and colours in, painted and measured text out."""

import unicodedata
from dataclasses import dataclass

PAINTS = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "help": "1;32",
    "place": "1;34",
    "head": "1",
    "gone": "9;31",
    "new": "4;32",
}
"""Attributes of each kind of text (ECMA-48, SGR); 9 strikes out, 4 underlines."""


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set on a terminal."""

    width: int = 100
    """Columns of the terminal."""
    colour: bool = False


def paint(text: str, kind: str, style: Style) -> str:
    """Return text in the colour of its kind, where colour is wanted."""
    return f"\x1b[{PAINTS[kind]}m{text}\x1b[0m" if style.colour else text


def columns(text: str) -> int:
    """Return how many terminal columns a text takes."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
