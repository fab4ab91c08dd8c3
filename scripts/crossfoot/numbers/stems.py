"""Stems: words in, what tells one thing from another out.

Small words are left out, and endings that number or tense change.
"""

import re

WORD = re.compile(r"[^\W\d_]{2,}")
SMALL_WORDS = """
a an and are as at be been being but by can could did do does each for from had has
have he her his how if in into is it its made make may more most much no nor not of
on one only or other our out over own per she should so some such than that the
their them then there these they this those to total under up was we were what
when where which while who will with would you your all any both about after also
before between during first here just last many new number numbers count data rows
row value sum amount csv share
"""
SMALL = frozenset(SMALL_WORDS.split())
"""Words that say nothing of what is counted."""


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
