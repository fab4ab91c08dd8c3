"""Apart: two sentences that share much in, whether they speak of other things out.

Where another name, figure or system stands in one order of words, two sentences are
parallel text: one form that is filled in twice.
"""

from collections.abc import Iterator

from crossfoot.repeats.compare import is_name
from crossfoot.repeats.filled import is_misspelled
from crossfoot.repeats.said import Said, sentence
from crossfoot.repeats.stems import stem
from crossfoot.repeats.turned import is_turned
from crossfoot.repeats.vocabulary import Vocabulary

ORDER = 50
"""Per cent of the words in one order from which on two sentences are of one frame."""
FILLED = 3
"""Stems that differ on both sides from which on such a frame is filled in anew, …"""
PART = 0.2
"""… and the share of the shorter one's stems that they must be: what goes on over
several sentences in one order is no frame for a word here and there."""
MOST = 0.7
"""Share of the stems that both have which the part that goes together must hold."""
STORY = 20.0
"""Nats that two sentences of other words share from which on figures that differ are
another account of one thing."""


def is_apart(a: Said, b: Said, known: Vocabulary, sure: float) -> bool:
    """Say whether two sentences speak of different things, or deny each other.

    Names tell things apart where the words stand in one order: else they are other
    words. `sure` is what both share, in nats.
    """
    if is_turned(a, b):
        return True
    framed = order(a, b) >= ORDER
    here, there = a.stems - b.stems, b.stems - a.stems
    figures = all(any(one.startswith("#") for one in side) for side in (here, there))
    if not framed:
        return figures and sure < STORY
    other = _other(here, there), _other(there, here)
    named = _is_named(a, other[0], known) and _is_named(b, other[1], known)
    return figures or named or _is_filled(*core(a, b))


def order(a: Said, b: Said) -> int:
    """Return the share of the longer one's words that both have in order; per cent."""
    from rapidfuzz.distance import LCSseq

    words = a.norms, b.norms
    return int(LCSseq.similarity(*words)) * 100 // max(map(len, words))


def core(a: Said, b: Said) -> tuple[Said, Said]:
    """Return the parts of two sentences that go together, if they share most there.

    What only one of them says before or after is no part of a frame.
    """
    best, start = (0, (a.lo, b.lo), (a.lo, b.lo)), (0, (a.lo, b.lo))
    for gain, before, after in _steps(a, b):
        score, at = start if start[0] > 0 else (0, before)
        start = score + gain, at
        if start[0] > best[0]:
            best = start[0], at, after
    _, (x, y), (x2, y2) = best
    parts = sentence(a.unit, x, x2), sentence(b.unit, y, y2)
    both = len(parts[0].stems & parts[1].stems)
    return parts if both >= MOST * len(a.stems & b.stems) else (a, b)


Where = tuple[int, int]
"""A word of each unit."""


def _steps(a: Said, b: Said) -> Iterator[tuple[int, Where, Where]]:
    """Yield the stretches that are equal or differ: what they tell, and their ends.

    What differs counts against what is equal.
    """
    from rapidfuzz.distance import LCSseq

    for one in LCSseq.opcodes(a.norms, b.norms):
        sides = [
            sum(1 for word in words if stem(word))
            for words in (
                a.norms[one.src_start : one.src_end],
                b.norms[one.dest_start : one.dest_end],
            )
        ]
        gain = sides[0] if one.tag == "equal" else -max(sides)
        before = a.lo + one.src_start, b.lo + one.dest_start
        yield gain, before, (a.lo + one.src_end, b.lo + one.dest_end)


def _other(stems: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return stems without those that are misspelled on one side."""
    return frozenset(
        one for one in stems if not any(is_misspelled(one, two) for two in others)
    )


def _is_filled(a: Said, b: Said) -> bool:
    """Say whether one frame holds both, filled in anew."""
    here, there = a.stems - b.stems, b.stems - a.stems
    least = max(FILLED, PART * min(len(a.stems), len(b.stems)))
    if min(len(here), len(there)) >= least:
        return True
    topics = [{stem(word) for word in one.unit.topic} for one in (a, b)]
    return bool(here & (topics[0] - topics[1]) and there & (topics[1] - topics[0]))


def _is_named(one: Said, stems: frozenset[str], known: Vocabulary) -> bool:
    """Say whether any word of some stems is a name."""
    return any(
        stem(one.unit.norms[at]) in stems and is_name(one.unit, at, known.is_common)
        for at in range(one.lo, one.hi)
    )
