"""Stems: words in, what tells one thing from another out.

Small words are left out, and endings that number or tense change.
"""

import re

from crossfoot.numbers.language import SMALL

WORD = re.compile(r"[^\W\d_]{2,}")


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's telling words, sorted, each once."""
    words = (word.lower() for word in WORD.findall(text))
    return tuple(sorted({stem(word) for word in words if word not in SMALL}))


def stem(word: str) -> str:
    """Return a word without the endings that number and tense change."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for end in ("ches", "shes", "sses", "xes"):
        if word.endswith(end):
            return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
