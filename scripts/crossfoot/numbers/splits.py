"""Sentences: a text in, the stretches that are its sentences out."""

import re
from collections.abc import Iterator

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"'(£$€0-9])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are its sentences."""
    start = 0
    for found in SENTENCE.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
