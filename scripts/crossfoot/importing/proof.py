"""Words in are words out: passages of the document against what was written.

Every word of the document has to stand, as often as it did, in a chapter, a table, the
settings or the review list; and the running text in its order, but for words that the
review list says were rewritten.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossfoot.importing.draft import Entry, Passage
from crossfoot.importing.ordered import out_of_order
from crossfoot.importing.words import words


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
    read = [one for one in passages if one.running and words(one.text)]
    in_words = [words(one.text) for one in read]
    astray = out_of_order(in_words, words(written.running), taken)
    missing |= dict.fromkeys(read[at] for at in astray)
    return Account(total, tuple(missing))
