"""Writes report prose: a grammar and a seed in, sentences without repeats out."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

LONGEST_SHARED = 9
"""Words in a row that two sentences may share; repeats are taken out from 25 on."""

GRAMMAR = Path(__file__).with_name("grammar.txt")
ATTEMPTS = 500
SLOT = re.compile(r"\{(\w+)\}")
NUMBER = re.compile(r"`=[^`]*`|\[[^]]*\]\{[^}]*\}|\[?[@^-][^]\s]+\]?|\d[\d.,]*")


@cache
def grammar(path: Path = GRAMMAR) -> Mapping[str, Sequence[str]]:
    """Read the names and alternatives of `grammar.txt`, or of a file like it."""
    text = path.read_text(encoding="utf-8")
    rules = (block for block in text.split("\n\n") if not block.startswith("#"))
    return dict(_rule(block) for block in rules)


def _rule(block: str) -> tuple[str, list[str]]:
    name, _, body = block.partition(":")
    return name, [" ".join(choice.split()) for choice in body.split("|")]


@dataclass(slots=True)
class Writer:
    """A source of sentences; what it has written once it does not write again."""

    rng: random.Random
    seen: set[tuple[str, ...]]
    """Every run of LONGEST_SHARED + 1 words written so far, numbers masked."""
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Further alternatives: the chapter's service, users, asset and work."""
    used: set[str] = field(default_factory=set)
    """The alternatives of the sentence being written, so that none comes twice."""

    def phrase(self, pattern: str) -> str:
        """Fill the slots of a pattern, without looking at what was written before."""
        return SLOT.sub(lambda slot: self._choice(slot[1]), pattern)

    def _choice(self, name: str) -> str:
        choices = self.words.get(name) or grammar()[name]
        choice = self.rng.choice([c for c in choices if c not in self.used] or choices)
        self.used.add(choice)
        return self.phrase(choice)

    def sentence(self, pattern: str = "{sentence}") -> str:
        """Fill a pattern so that the result shares no long run with earlier ones."""
        for _ in range(ATTEMPTS):
            self.used.clear()
            text = capital(self.phrase(pattern))
            runs = _runs(text)
            if runs.isdisjoint(self.seen):
                self.seen |= runs
                return text
        raise ValueError(f"grammar.txt is too small to vary {pattern!r} any further")

    def paragraph(self, words: int) -> str:
        """Sentences of about so many words together."""
        text = self.sentence()
        while len(text.split()) < words - 8:
            text += " " + self.sentence()
        return text


def capital(text: str) -> str:
    """Begin each sentence of a text with a capital letter."""
    return re.sub(r"(?:^|(?<=\. ))[a-z]", lambda letter: letter[0].upper(), text)


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of words, with a dot for any number, as masked figures repeat."""
    words = re.findall(r"[\w'-]+|·", NUMBER.sub("·", text).lower())
    size = min(LONGEST_SHARED + 1, len(words))
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
