"""Turned statements: two sentences in, whether one denies or reverses the other out.

A denial or a contrary turns a statement only where both speak of the same there: what
one of them denies the other has to say, and contraries have to stand by one word.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

from crossfoot.repeats.compare import HYPHEN, is_contrary
from crossfoot.repeats.contraries import contraries
from crossfoot.repeats.denying import denials
from crossfoot.repeats.said import Said
from crossfoot.repeats.stems import stem

REACH = 4
"""Words after a denial in which the word that it denies is looked for."""
DENYING = ("un", "non-", "non")
"""What turns a word into its contrary …"""
LETTERS = 4
"""… if it has so many letters: `til` and `until` are none."""
AROUND = 2
"""Words with a meaning before and after a contrary of which one has to be the same."""

Two = tuple[str, str]
"""A word of each sentence."""


def is_turned(a: Said, b: Said) -> bool:
    """Say whether one sentence denies what another says, or says the contrary."""
    denied = _denied(a), _denied(b)
    said = a.stems - denied[0], b.stems - denied[1]
    if denied[0] & said[1] or denied[1] & said[0]:
        return True
    here, there = frozenset(a.norms), frozenset(b.norms)
    found = _contraries(here - there, there - here)
    return any(_near(a, one) & _near(b, other) for one, other in found)


def _contraries(here: frozenset[str], there: frozenset[str]) -> Iterator[Two]:
    """Yield the words of two sentences that are contraries, as (un)familiar."""
    for on in DENYING:
        for word in here:
            if len(word) >= LETTERS and f"{on}{word}" in there:
                yield word, f"{on}{word}"
        for word in there:
            if len(word) >= LETTERS and f"{on}{word}" in here:
                yield f"{on}{word}", word
    firsts, others = (filter(_may_turn, some) for some in (here, there))
    yield from (two for two in product(firsts, others) if is_contrary(*two))


@cache
def _may_turn(word: str) -> bool:
    """Say whether a word, or a part of it, has a contrary.

    Of one that denies it is what it denies that counts.
    """
    return not _denies(word) and not contraries().keys().isdisjoint(HYPHEN.split(word))


@cache
def _denies(word: str) -> bool:
    """Say whether a word denies what follows."""
    return denials((word,)) > 0


def _denied(one: Said) -> frozenset[str]:
    """Return the stems that a sentence denies wherever it has them."""
    left = 0
    denied, said = set[str](), set[str]()
    for word in one.norms:
        if _denies(word):
            left = REACH
            continue
        found = stem(word)
        (denied if left and found else said).add(found)
        left = 0 if found else max(left - 1, 0)
    return frozenset(denied - said - {""})


def _near(one: Said, word: str) -> frozenset[str]:
    """Return the stems around a word of a sentence."""
    stems = [(norm, stem(norm)) for norm in one.norms]
    told = [pair for pair in stems if pair[1] or pair[0] == word]
    return frozenset(
        other
        for at, (norm, _) in enumerate(told)
        if norm == word
        for _, other in (*told[max(at - AROUND, 0) : at], *told[at + 1 :][:AROUND])
        if other
    )
