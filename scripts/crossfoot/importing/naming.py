"""Names made of words: of files, and of what can be referred to."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 40
COMMON = frozenset({"the", "a", "an", "of", "and", "in", "for", "to", "by", "with"})


def slug(title: str, fallback: str = "part") -> str:
    """Return a title as small letters, digits and hyphens, at most 40 characters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    out = ""
    for part in parts:
        longer = f"{out}-{part}" if out else part[:LONGEST]
        if len(longer) > LONGEST:
            break
        out = longer
    return out or fallback


def brief(title: str, fallback: str) -> str:
    """Return the first four words of a title that say something, as a name."""
    parts = slug(title, fallback).split("-")
    telling = [one for one in parts if one not in COMMON]
    return "-".join((telling or parts)[:4])


def fresh(name: str, taken: Collection[str]) -> str:
    """Return the name, with a number behind it when it is taken already."""
    new, number = name, 2
    while new in taken:
        new, number = f"{name}-{number}", number + 1
    return new
