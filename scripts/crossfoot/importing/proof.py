"""Words in are words out: passages of the document against what was written.

Every word of the document has to stand, as often as it did, in a chapter, a table, the
settings or the review list; and the running text in its order, but for words that the
review list says were rewritten.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import LCSseq

from crossfoot.importing.draft import Entry, Passage
from crossfoot.importing.words import words

AHEAD = 60
"""Words that may stand between two words of a passage, beyond three times its own."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, as words."""

    running: str
    """The chapters in their order, without notes and comments."""
    everything: str
    """All of the chapters, the tables and the settings."""
    settings: str = ""
    """What went into `report.yml`."""


@dataclass(frozen=True, slots=True)
class Account:
    """What came of the comparison."""

    words: int
    """How many words the document has."""
    missing: tuple[Passage, ...] = ()
    """Passages of which a word is not found again, or not in its place."""


def prove(
    passages: Sequence[Passage], written: Written, entries: Iterable[Entry]
) -> Account:
    """Return the passages that were not found again."""
    held = " ".join(f"{one.was} {one.now}" for one in entries if one.holds)
    taken = Counter(words(f"{held} {written.settings}"))
    left = Counter(words(written.everything)) + taken
    total, missing = 0, dict[Passage, None]()
    for passage in passages:
        needed = words(passage.text)
        total += len(needed)
        for word in needed:
            left[word] -= 1
            if left[word] < 0:
                missing[passage] = None
    order = _out_of_order([p for p in passages if p.running], written, taken)
    missing |= dict.fromkeys(order)
    return Account(total, tuple(missing))


def _out_of_order(
    passages: Sequence[Passage], written: Written, taken: Counter[str]
) -> list[Passage]:
    stream = words(written.running)
    joined = f" {' '.join(stream)} "
    offsets = [0, *accumulate(len(word) + 1 for word in stream)]
    index = {offset: at for at, offset in enumerate(offsets)}
    out, at = [], 0
    allowed = Counter(taken)
    for passage in passages:
        needed = words(passage.text)
        if not needed:
            continue
        found = joined.find(f" {' '.join(needed)} ", offsets[at])
        whole = index[found] if found >= 0 else len(stream)
        reach = min(whole, at + 3 * len(needed) + AHEAD)
        if found >= 0 and whole == at:
            at += len(needed)
            continue
        # What was rewritten may stand nearer than the same words, quoted later.
        nearer = _in_pieces(needed, stream[at:reach], allowed)
        if nearer is not None:
            at += nearer
        elif found >= 0:
            at = whole + len(needed)
        else:
            out.append(passage)
    return out


def _in_pieces(
    needed: Sequence[str], window: Sequence[str], allowed: Counter[str]
) -> int | None:
    """Return how far a passage that was partly rewritten goes, or None without it.

    One whose words were all rewritten stands nowhere, and goes nowhere.
    """
    if not Counter(needed) - allowed:
        allowed.subtract(needed)
        return 0
    kept = LCSseq.opcodes(needed, window).as_matching_blocks()
    gaps = Counter(needed)
    for block in kept:
        gaps.subtract(needed[block.a : block.a + block.size])
    gaps = +gaps
    if gaps - allowed:
        return None
    allowed.subtract(gaps)
    return max((one.b + one.size for one in kept if one.size), default=0)
