"""Words as written and as shown: the one normal form of a token's text.

`unescape` turns the Markdown of one word into what pandoc's reader makes of it, up to
quotation marks and spaces, which `fold` makes equal on both sides.
"""

import re
from html import unescape as entity_of

PIECE = re.compile(
    r"\\(?P<escaped>[^0-9A-Za-z\n])"
    r"|(?P<entity>&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);)"
    r"|(?P<em>---)|(?P<en>--)|(?P<dots>\.\.\.)"
)
"""What stands for another character in running text."""

ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
CLOSING = re.compile(r"[ \t\r]*\n[ \t>]*\]")
"""The end of a line before a bracket, which pandoc drops."""
EXAMPLE = re.compile(r"@[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*")
TASKS = {"[ ]": "☐", "[x]": "☒", "[X]": "☒"}
QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "\x91": "'", "\x92": "'", "\xa0": " "}
)
SPELLINGS = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "--", "—": "---", "…": "..."}
)
"""How the characters that pandoc's smart reading makes are mostly typed."""

SMART = {
    "–": ("--", "–"),
    "—": ("---", "—"),
    "…": ("...", "…"),
    "‘": ("'", "‘", "’"),
    "’": ("'", "’", "‘"),
    "“": ('"', "“", "”"),
    "”": ('"', "”", "“"),
}


def fold(text: str) -> str:
    """Return text with straight quotation marks and plain single spaces."""
    return re.sub(r"\s+", " ", text.translate(QUOTES))


def unescape(source: str) -> str:
    """Return what the Markdown of one word says, folded."""
    if source in TASKS:
        return TASKS[source]
    return fold(PIECE.sub(_said, CLOSING.sub("]", source)))


def _said(found: re.Match[str]) -> str:
    if found["escaped"]:
        return found["escaped"]
    if found["entity"]:
        return entity_of(found["entity"])
    return "—" if found["em"] else "–" if found["en"] else "…"


def same(source: str, word: str) -> bool:
    """Say whether the Markdown `source` is the word `word` of the AST."""
    return source == word or unescape(source) == fold(word)


def spelled(text: str, at: int, word: str) -> int:
    """Return where the Markdown of `word` ends that starts at `at`, or -1.

    A number may stand for an example's label: `(@good)` is shown as “(1)”.
    """
    typed = word.translate(SPELLINGS)
    if text.startswith(typed, at) and "\\" not in typed and "&" not in typed:
        return at + len(typed)
    if word in {"☐", "☒"} and text[at : at + 3] in TASKS:
        return at + 3
    index, size = 0, len(word)
    while index < size:
        taken, at = _piece(text, at, word, index)
        if not taken:
            return -1
        index += taken
    return at


def _piece(text: str, at: int, word: str, index: int) -> tuple[int, int]:
    """Match one piece of a word; return how much of it, and where it ends."""
    here, char = text[at : at + 1], word[index]
    if here == "\\" and _escaped(text[at + 1 : at + 2], char):
        return 1, at + 2
    if here == "&" and (found := ENTITY.match(text, at)):
        shown = entity_of(found.group())
        if word.startswith(shown, index):
            return len(shown), found.end()
    for typed in SMART.get(char, ()):
        if text.startswith(typed, at):
            return 1, at + len(typed)
    if here == char:
        return 1, at + 1
    if char == "]" and (found := CLOSING.match(text, at)):
        return 1, found.end()
    if char == "\xa0" and here == " ":
        return _nonbreaking(text, at, word, index)
    if here == "@" and char.isdigit() and (found := EXAMPLE.match(text, at)):
        digits = re.match(r"\d+", word[index:])
        return len(digits.group()) if digits else 0, found.end()
    return 0, at


def _escaped(here: str, char: str) -> bool:
    return here == char or (here == " " and char == "\xa0")


def _nonbreaking(text: str, at: int, word: str, index: int) -> tuple[int, int]:
    """Match plain spaces that pandoc made non-breaking.

    After an abbreviation all of them are one; at the start of a line of a line block
    each is one of its own.
    """
    spaces = re.compile(" +").match(text, at)
    width = len(spaces.group()) if spaces else 0
    many = len(word) - index - len(word[index:].lstrip("\xa0"))
    return (1, at + width) if many == 1 else (min(many, width), at + min(many, width))
