"""Tokens against source: one text token and a stretch of Markdown in, its end out.

pandoc changes some characters on the way from source to AST: escapes, entities,
smart punctuation, non-breaking spaces. `match` follows each of these and nothing
else, so that a span is right or is not given.
Source: the pandoc manual, "Backslash escapes", "smart", "Non-pandoc extensions".
"""

import re
from html import unescape

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

SMART = {
    "’": ("'",),
    "‘": ("'",),
    "“": ('"',),
    "”": ('"',),
    "–": ("--",),
    "—": ("---",),
    "…": ("...",),
    "\u00a0": (" ", "\\ ", "\n", "\r\n"),
    "☐": ("[ ]",),
    "☒": ("[x]", "[X]"),
    " ": ("\t",),
}
"""What a character of the AST may be written as, besides itself."""

AFTER = frozenset(" \t\r\n\u00a0*_~^[]<>|\\`\"'$@{}&!‘’“”(")
"""What may follow a token in the source: pandoc's tokens run up to one of these."""


def match(token: str, text: str, at: int) -> int:
    """Return where the token that starts at `at` ends, or -1 when it does not."""
    if text.startswith(token, at):
        return at + len(token)
    for char in token:
        step = _char(char, text, at)
        if step < 0:
            return -1
        at = step
    return at


def _char(char: str, text: str, at: int) -> int:
    here = text[at : at + 1]
    if here == char and here not in "\\&":
        return at + 1
    if here == "\\" and text[at + 1 : at + 2] == char and not char.isalnum():
        return at + 2
    for written in SMART.get(char, ()):
        if text.startswith(written, at):
            return at + len(written)
    if here == "&":
        found = ENTITY.match(text, at)
        if found and unescape(found[0]) == char:
            return found.end()
    return at + 1 if here == char else -1


def ends(text: str, at: int, limit: int) -> bool:
    """Say whether a token may end at `at`."""
    return at >= limit or text[at] in AFTER or text.startswith(("...", "--"), at)
