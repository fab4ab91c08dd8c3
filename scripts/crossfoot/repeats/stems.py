"""Stems: words case-folded in, what their forms have in common out.

English, as plain rules: two words of one stem need not be of one root, for nothing is
concluded from one word alone.
"""

from functools import cache

from crossfoot.repeats.wording import HELPERS, LIGHT, MODALS, NEGATIONS

ENDINGS = (
    *("abilities", "ibilities", "ability", "ibility", "ations", "ation", "ities"),
    *("ity", "ness", "ments", "ment", "ions", "ings", "able", "ible", "ion", "ing"),
    *("ies", "ied", "edly", "ed", "es", "ly", "s", "e"),
)
"""What is taken off the end of a word, the longest first."""
Y = {"ies": "y", "ied": "y"}
"""What stands in the place of an ending: `policies`, `policy`."""
LEAST = 4
"""Letters that are left of a word …"""
PLURAL = 3
"""… and of a plural: `sets`."""
SINGULAR = ("ss", "us", "is", "as")
"""Ends of words that are no plurals: `alias`, `basis`."""
SIGILS = "${}%"
"""Signs by which a shell asks for a variable, and which are no part of its name."""
DOUBLED = 5
"""Letters from which on a double letter at the end counts once: `planning`, `plan`."""

FRAME = (
    LIGHT
    | HELPERS
    | NEGATIONS
    | frozenset(MODALS)
    | frozenset(
        (
            *("i", "me", "my", "we", "us", "you", "your", "he", "him", "his", "she"),
            *("her", "they", "them", "if", "when", "while", "where", "because", "than"),
            *("but", "up", "out", "how", "what", "why", "all", "any", "each", "other"),
            *("one", "more", "most", "like", "way", "same", "use", "used", "using"),
            *("uses", "make", "makes", "made", "get", "gets", "need", "needs", "want"),
            *("wants",),
            *("after", "before", "new", "through", "between", "both", "without"),
            *("having", "let", "let's", "let’s", "it's", "it’s", "you're", "you’re"),
        )
    )
)
"""Words that say how a sentence goes, and not what it is about."""


@cache
def stem(word: str) -> str:
    """Return what the forms of a word have in common, or "" for one of the frame."""
    word = word.strip(SIGILS)
    if word in FRAME or len(word) < 2:
        return ""
    plain = word.removesuffix("’s").removesuffix("'s")
    for ending in ENDINGS:
        least = PLURAL if ending == "s" else LEAST
        if ending == "s" and plain.endswith(SINGULAR):
            break
        if plain.endswith(ending) and len(plain) - len(ending) >= least:
            plain = plain.removesuffix(ending) + Y.get(ending, "")
            break
    doubled = len(plain) >= DOUBLED and plain[-1] == plain[-2]
    return plain[:-1] if doubled else plain
