"""Sentences: a text in, the stretches that are its sentences out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossfoot.amounts.model import Amount

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"'(£$€0-9])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are its sentences."""
    start = 0
    for found in SENTENCE.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def by_sentence(text: str, numbers: Sequence[Amount]) -> Iterator[Sequence[Amount]]:
    """Yield for each sentence of a text the numbers in it, which are in order."""
    starts = [one.start for one in numbers]
    for start, end in sentences(text):
        yield numbers[bisect_left(starts, start) : bisect_left(starts, end)]
