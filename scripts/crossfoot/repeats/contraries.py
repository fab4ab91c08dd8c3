"""Contraries: two words in, whether one says the contrary of the other out."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from crossfoot.repeats.opposites import (
    ADJECTIVE,
    CONTRARY_DEGREES,
    CONTRARY_VERBS,
    LATIN,
    OPPOSITES,
    PAST_POLES,
    POLES,
    PREFIXES,
    STEM,
    TWICE,
    VOWELS,
)
from crossfoot.repeats.wording import IRREGULAR

DOUBLED = re.compile("[^aeiou]+[aeiou][bdgmnt]")
"""Words of which the last letter is doubled before an end: big, thin."""


def are_contrary(one: str, other: str) -> bool:
    """Say whether one of two words says the contrary of the other."""
    if other in contraries().get(one, frozenset()):
        return True
    word, longer = sorted((one, other), key=len)
    before = longer.removesuffix(word)
    if len(word) < STEM or before == longer:
        return False
    return before in PREFIXES or (before in LATIN and word.endswith(ADJECTIVE))


@cache
def contraries() -> dict[str, frozenset[str]]:
    """Return for each word those that say the contrary."""
    found: dict[str, set[str]] = {}
    tables = (
        (_pairs(POLES), _forms),
        (_pairs(PAST_POLES), _past),
        (CONTRARY_VERBS, _forms),
        (CONTRARY_DEGREES, _degrees),
    )
    formed = (
        one for pairs, forms in tables for pair in pairs for one in _each(*pair, forms)
    )
    for word, others in (*OPPOSITES, *formed):
        for other in others.split():
            found.setdefault(word, set()).add(other)
            found.setdefault(other, set()).add(word)
    return {word: frozenset(others) for word, others in found.items()}


def _pairs(
    poles: Iterable[tuple[Iterable[str], Iterable[str]]],
) -> Iterator[tuple[str, str]]:
    """Yield each word of a pole and all of the other one."""
    return ((one, " ".join(others)) for firsts, others in poles for one in firsts)


def _each(
    word: str, others: str, forms: Callable[[str], tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield a word and its contraries in each of their forms."""
    same = zip(*map(forms, (word, *others.split())), strict=True)
    return ((one, " ".join(rest)) for one, *rest in same)


def _forms(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb: deny, denies, denied, denied, denying."""
    bare, _, particle = verb.partition("_")
    forms = bare, _third(bare), *(IRREGULAR.get(bare) or _ended(bare)), _going(bare)
    return tuple(f"{one}_{particle}" if particle else one for one in forms)


def _past(verb: str) -> tuple[str, ...]:
    """Return its past and its participle."""
    return _forms(verb)[2:4]


def _third(verb: str) -> str:
    if _is_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "sh", "ch", "o")) else f"{verb}s"


def _ended(verb: str) -> tuple[str, str]:
    past = f"{verb[:-1]}ied" if _is_y(verb) else f"{_doubled(verb).removesuffix('e')}ed"
    return past, past


def _going(verb: str) -> str:
    ends = verb.endswith("e") and not verb.endswith("ee")
    return f"{verb[:-1] if ends else _doubled(verb)}ing"


def _doubled(verb: str) -> str:
    return f"{verb}{verb[-1]}" if verb in TWICE else verb


def _is_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in VOWELS


def _degrees(word: str) -> tuple[str, ...]:
    """Return how a word is compared: dry, drier, driest; big, bigger, biggest."""
    if word == "far":
        return "farther", "farthest"
    bare = word.removesuffix("e")
    if word.endswith("y"):
        bare = f"{word[:-1]}i"
    elif DOUBLED.fullmatch(word):
        bare = f"{word}{word[-1]}"
    return f"{bare}er", f"{bare}est"
