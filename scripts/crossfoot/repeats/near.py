"""Likeness: the paragraphs of a report in, pairs that share most of their words out.

Pairs are proposed by shared runs of three words (an exact inverted index; no
sketching, which forgets some) and settled by the longest common subsequence of their
words. Rapidfuzz needs 4 µs a pair, difflib 50.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Literal

from crossfoot.repeats.language import is_name, is_time, read
from crossfoot.repeats.layout import Block, Layout, Word

SHARE = 0.7
"""Share of the longer passage's words that a near repeat has in order."""
HELD = 0.9
"""Share of the shorter passage's words that a longer one holds in order."""
GRAM = 3
COMMON = 12
"""Passages from which on a run of three words proposes nothing."""
FEWEST = 3
"""Runs of three words that two passages must share."""
LONGEST = 2000
"""Words from which on a paragraph is left to the runs of tokens."""

Kind = Literal["near", "contained", "template", "figures"]
"""`figures`: nothing but figures differs, which is for the claims to judge."""
Edit = tuple[int, int, int, int]
"""Words of the first passage, from and to, and the words of the second instead."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A paragraph, item or quotation, and its words as numbers."""

    page: int
    block: Block
    words: tuple[Word, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two passages that are much alike."""

    a: Passage
    b: Passage
    kind: Kind
    shared: int
    """Words of the shorter that stand in the other in order."""
    edits: tuple[Edit, ...]

    @property
    def percent(self) -> int:
        """Share of the longer passage's words, in whole per cent, rounded down."""
        longest = max(len(self.a.numbers), len(self.b.numbers))
        return self.shared * 100 // longest

    @property
    def around(self) -> bool:
        """Whether only what stands before and after one shared stretch differs."""
        ends = len(self.a.words), len(self.b.words)
        return bool(self.edits) and all(
            (one[0], one[2]) == (0, 0) or (one[1], one[3]) == ends for one in self.edits
        )


def pairs(layouts: Sequence[Layout], fewest: int) -> list[Pair]:
    """Return for each passage of `fewest` words the earlier one most like it."""
    found = list(_passages(layouts, fewest))
    out: list[Pair] = []
    unique: dict[tuple[int, ...], Passage] = {}
    strict: set[tuple[str, ...]] = set()
    for one in found:
        source = layouts[one.page].keys[one.block.lo : one.block.hi]
        first = unique.setdefault(one.numbers, one)
        if first is not one and tuple(source) not in strict:
            out.append(Pair(first, one, "near", len(one.numbers), ()))
        strict.add(tuple(source))
    return out + _alike(list(unique.values()))


def _passages(layouts: Sequence[Layout], fewest: int) -> Iterator[Passage]:
    numbers: dict[str, int] = {}
    for page, one in enumerate(layouts):
        for block in one.leaves:
            if block.kind in {"prose", "whole"} and len(block.words) >= fewest:
                said = [read(word[0]).norm for word in block.words]
                words = block.words
                if not all(said):
                    words = tuple(compress(words, said))
                if fewest <= len(words) <= LONGEST:
                    ids = [numbers.setdefault(s, len(numbers)) for s in said if s]
                    yield Passage(page, block, words, tuple(ids))


def _alike(found: Sequence[Passage]) -> list[Pair]:
    """Return each passage's best pair with an earlier one."""
    grams = [set(_grams(one.numbers)) for one in found]
    often = Counter(gram for held in grams for gram in held)
    places: dict[tuple[int, ...], list[int]] = {}
    out: list[Pair] = []
    for index, one in enumerate(found):
        shared: dict[int, int] = {}
        for gram in grams[index]:
            if often[gram] > 1:
                others = places.setdefault(gram, [])
                if len(others) < COMMON:
                    for other in others:
                        shared[other] = shared.get(other, 0) + 1
                    others.append(index)
        best = _best(one, [found[n] for n, c in sorted(shared.items()) if c >= FEWEST])
        if best:
            out.append(best)
    return out


def _grams(numbers: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    return zip(*(numbers[n:] for n in range(GRAM)), strict=False)


def _best(one: Passage, others: Sequence[Passage]) -> Pair | None:
    if not others:
        return None
    from rapidfuzz.distance import LCSseq

    best: tuple[float, int, Passage] | None = None
    for other in others:
        lengths = len(one.numbers), len(other.numbers)
        common = LCSseq.similarity(other.numbers, one.numbers)
        held = common >= HELD * min(lengths)
        share = common / max(lengths)
        rank = share if share >= SHARE else held * common / min(lengths) / 10
        if rank and (best is None or rank > best[0]):
            best = rank, common, other
    return _pair(best[2], one, best[1]) if best else None


def _pair(a: Passage, b: Passage, shared: int) -> Pair:
    edits = tuple(_edits(a, b))
    if shared < SHARE * max(len(a.numbers), len(b.numbers)):
        return Pair(a, b, "contained", shared, edits)
    if edits and all(_counts(a, b, edit) for edit in edits):
        return Pair(a, b, "figures", shared, edits)
    kind: Kind = "template" if _fills(a, b, edits) else "near"
    return Pair(a, b, kind, shared, edits)


def _counts(a: Passage, b: Passage, edit: Edit) -> bool:
    """Say whether an edit puts as many figures in the place of figures."""
    sides = a.words[edit[0] : edit[1]], b.words[edit[2] : edit[3]]
    figures = all(read(word[0]).figure for side in sides for word in side)
    return figures and len(sides[0]) == len(sides[1])


def _edits(a: Passage, b: Passage) -> Iterator[Edit]:
    from rapidfuzz.distance import LCSseq

    open_: Edit | None = None
    for step in LCSseq.opcodes(a.numbers, b.numbers):
        if step.tag == "equal":
            if open_:
                yield open_
            open_ = None
        else:
            start = open_ or (step.src_start, 0, step.dest_start, 0)
            open_ = start[0], step.src_end, start[2], step.dest_end
    if open_:
        yield open_


def _fills(a: Passage, b: Passage, edits: Sequence[Edit]) -> bool:
    """Say whether one frame was filled twice: other names and other figures."""
    changed = [(a.words, at) for edit in edits for at in range(edit[0], edit[1])]
    changed += [(b.words, at) for edit in edits for at in range(edit[2], edit[3])]
    figures = any(read(words[at][0]).figure for words, at in changed)
    return figures and any(_names(words, at) for words, at in changed)


def _names(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is a name; the capital of a sentence's first says nothing."""
    first = at == 0 or words[at - 1][0][-1:] in ".!?…”’)"
    return is_name(words[at][0]) and not (first and not is_time(words[at][0]))
