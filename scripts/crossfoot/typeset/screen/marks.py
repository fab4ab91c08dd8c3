"""HTML's marks: plain text in, text and attributes that show it out."""

import re
from html import escape as _escape

NUMBER = "_n-{}"
"""Identifier of a number of the ledger."""
VALUE = "_q-{}"
"""Identifier of what is said of a quantity."""
HOW = "_numbers-how"
"""Identifier of the words that say where numbers lead."""

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def escape(words: str) -> str:
    """Return text as HTML that shows it."""
    return _escape(CONTROLS.sub("", words), quote=False)


def quoted(words: str) -> str:
    """Return text as the value of an attribute, quotation marks included."""
    return f'"{_escape(CONTROLS.sub("", words))}"'


def attribute(name: str, words: str) -> str:
    """Return ` name="words"`, or nothing for an empty value."""
    return f" {name}={quoted(words)}" if words else ""
