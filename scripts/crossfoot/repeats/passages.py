"""Passages: a run of tokens in, the part of it that could be cut as text out.

Runs end anywhere; a passage ends where a sentence, a block or a table ends.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.repeats.language import ends_sentence
from crossfoot.repeats.layout import Block, Layout

FRAGMENT = 8
"""Words that part of a paragraph must have to be cut from it."""

Piece = tuple[int, int]
"""First token and one past the last."""


def pieces(page: Layout, lo: int, hi: int, barred: bytearray) -> list[Piece]:
    """Return what of a range of tokens is whole blocks or whole sentences."""
    out: list[Piece] = []
    at = max(bisect_right(page.leaves, lo, key=lambda leaf: leaf.lo) - 1, 0)
    for leaf in page.leaves[at:]:
        if leaf.lo >= hi:
            break
        if leaf.kind == "sealed" or leaf.hi <= lo:
            continue
        start, end = max(lo, leaf.lo), min(hi, leaf.hi)
        if (start, end) == (leaf.lo, leaf.hi) and 1 not in barred[start:end]:
            out.append((start, end))
        elif leaf.kind in {"prose", "whole"}:
            parts = (trim(page, leaf, *part) for part in _free(start, end, barred))
            out += [part for part in parts if part]
    return out


def _free(lo: int, hi: int, barred: bytearray) -> Iterator[Piece]:
    """Yield the stretches of a range that nothing bars."""
    while lo < hi:
        stop = barred.find(1, lo, hi)
        end = hi if stop < 0 else stop
        if end > lo:
            yield lo, end
        following = barred.find(0, end, hi)
        lo = hi if following < 0 else following


def trim(page: Layout, leaf: Block, lo: int, hi: int) -> Piece | None:
    """Return the whole sentences of a range of a paragraph, if they are enough."""
    texts = page.texts(lo - 1, hi + 1)
    ends = [ends_sentence(*pair) for pair in pairwise(texts)]
    """Whether a sentence ends before each token of the range, and after the last."""
    start = 0 if lo == leaf.lo else _first(ends)
    end = len(ends) - 1 if hi == leaf.hi else len(ends) - 1 - _first(ends[::-1])
    piece = lo + start, lo + end
    return piece if start < end and weigh(page, *piece) >= FRAGMENT else None


def _first(ends: Sequence[bool]) -> int:
    return ends.index(True) if True in ends else len(ends)


def weigh(page: Layout, lo: int, hi: int) -> int:
    """Return how many words stand from one token to another."""
    return page.weights.count(1, lo, hi)
