"""Contraries: two words in, whether one says the contrary of the other out."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from crossfoot.repeats.opposites import (
    ADJECTIVE,
    CONTRARY_DEGREES,
    CONTRARY_VERBS,
    IRREGULAR,
    LATIN,
    OPPOSITES,
    PAST_POLES,
    POLES,
    PREFIXES,
    STEM,
    TWICE,
    VOWELS,
)

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
    forms = IRREGULAR.get(bare) or _regular(bare)
    return tuple(f"{one}_{particle}" if particle else one for one in forms)


def _past(verb: str) -> tuple[str, ...]:
    """Return its past and its participle."""
    return _forms(verb)[2:4]


def _regular(verb: str) -> tuple[str, ...]:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return (
            verb,
            f"{verb[:-1]}ies",
            f"{verb[:-1]}ied",
            f"{verb[:-1]}ied",
            f"{verb}ing",
        )
    bare = verb.removesuffix("e")
    going = verb if verb.endswith("ee") else bare
    if verb in TWICE:
        bare = going = f"{verb}{verb[-1]}"
    third = f"{verb}es" if verb.endswith(("s", "x", "sh", "ch")) else f"{verb}s"
    return verb, third, f"{bare}ed", f"{bare}ed", f"{going}ing"


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
