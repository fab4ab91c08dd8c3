"""Reads labelled sentences: a file of them in, texts and what a reader finds out."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

KINDS = ("quantity", "date", "reference", "identifier", "ordinal")
HALVES = ("tuning", "held-out")
BRACES = re.compile(r"\{([^{}]*)\}")
MARKS = re.compile(r"[,\s]")


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader finds at one place of a text."""

    start: int
    end: int
    kind: str
    value: Decimal | None = None
    """At full scale; quantities only."""
    unit: str = ""
    comparator: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text without its braces, and its labels in order."""

    genre: str
    text: str
    labels: tuple[Label, ...]

    @property
    def half(self) -> str:
        """Say which half the sentence is in, by its text alone."""
        return HALVES[zlib.crc32(self.text.encode()) % 2]


def sentences(path: Path) -> Iterator[Sentence]:
    """Read the sentences of a file; raise ValueError for a label that says nothing."""
    genre = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("#"):
            genre = line[3:] if line.startswith("## ") else genre
        elif line:
            try:
                yield sentence(line, genre)
            except (ArithmeticError, ValueError) as problem:
                raise ValueError(f"{path}:{number}: {problem} in {line!r}") from None


def sentence(line: str, genre: str = "") -> Sentence:
    """Read one line: braces in, text and labels out."""
    text, labels, last = "", [], 0
    for braces in BRACES.finditer(line):
        text += line[last : braces.start()]
        shown, *said = braces[1].split("|")
        labels.append(_label(shown, said, len(text)))
        text, last = text + shown, braces.end()
    return Sentence(genre, text + line[last:], tuple(labels))


def _label(shown: str, said: list[str], start: int) -> Label:
    end = start + len(shown)
    if said and said[0] in KINDS[1:]:
        return Label(start, end, said[0])
    value, unit, comparator = [*said, "", "", ""][:3]
    number = Decimal(value or MARKS.sub("", shown))
    return Label(start, end, "quantity", number, unit or "count", comparator)
