"""Denials: two wordings in, whether one denies what the other one says out."""

from collections.abc import Sequence

from crossfoot.repeats import stems
from crossfoot.repeats.wording import (
    ARTICLES,
    FAILING,
    HELPERS,
    INFLECTED,
    NEGATIONS,
    UNTIL_NOW,
)


def are_denied(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two wordings are equal but that one of them denies."""
    plain = [
        [
            INFLECTED.get(word) or stems.stem(word) or word
            for word in _spelled(side)
            if word not in DENYING
        ]
        for side in (one, other)
    ]
    return denials(one) % 2 != denials(other) % 2 and plain[0] == plain[1]


def denials(words: Sequence[str]) -> int:
    """Return how many words of a wording deny: two of them say yes again."""
    return sum(word in NEGATIONS for word in _spelled(words))


DENYING = NEGATIONS | HELPERS | UNTIL_NOW | ARTICLES


def _spelled(words: Sequence[str]) -> list[str]:
    """Return words with denials spelled out: cannot, isn’t, failed to."""
    out: list[str] = []
    before = ""
    for word in words:
        plain = word.replace("’", "'")
        if plain == "to" and before in FAILING:
            out[-1] = "not"
        elif plain == "cannot":
            out += ["can", "not"]
        elif plain.endswith("n't"):
            out += [{"ca": "can", "wo": "will"}.get(plain[:-3], plain[:-3]), "not"]
        else:
            out.append(plain)
        before = plain
    return out
