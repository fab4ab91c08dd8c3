"""Stems: words in, what tells one thing from another out.

Small words are left out, and endings that number or tense change.
"""

import re
from functools import lru_cache

from crossfoot.numbers.language import PLURALS, SMALL, WHOLLY

WORDS = 8192
"""Words that are remembered."""
VERBAL = re.compile(r"(?<=\w{3})(?:ing|ed|e)\Z")
WORD = re.compile(r"[^\W\d_]{2,}")


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's telling words, sorted, each once."""
    words = (word.lower() for word in WORD.findall(text))
    return tuple(sorted({stem(word) for word in words if word not in SMALL}))


def stem(word: str) -> str:
    """Return a word without the endings that number and tense change."""
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for end in ("ches", "shes", "sses", "xes"):
        if word.endswith(end):
            return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def roots(text: str) -> frozenset[str]:
    """Return the telling words of a text without their endings."""
    return frozenset(map(_root, WORD.findall(text))) - {""}


@lru_cache(WORDS)
def _root(word: str) -> str:
    """Return a word without its ending, or "" where it tells nothing."""
    small = word.lower()
    if small in SMALL or small in WHOLLY:
        return ""
    return VERBAL.sub("", stem(small))


def start_of(word: str) -> str:
    """Return what a telling word starts with, however it ends: librar, of libraries."""
    return word.removesuffix("y")
