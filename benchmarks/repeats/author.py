"""Writes sentences for the carrier: a seed and a world in, text that never repeats out.

Two sentences share no run of RUN words, and none has more than a part of its words in
common with one other, figures and number words counted as equal. So whatever repeats
in a report was planted.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import beside  # noqa: F401
from rapidfuzz.distance import LCSseq

from prose import Writer, capital, grammar
from topics import topics

HERE = Path(__file__).parent
RUN = 7
"""Words in a row that no two sentences share."""
SHARE = 0.4
"""Part of a sentence's runs of three words that one other sentence may hold."""
ORDERED = 0.55
"""Part of the words of the longer of two sentences that both may have in one order."""
COMMON = 150
"""Sentences from which on a run of three words says nothing about likeness."""
ATTEMPTS = 3000
NUMERALS = frozenset(grammar(HERE / "shapes.txt")["nword"])

Words = Mapping[str, Sequence[str]]


@cache
def worlds() -> Sequence[Words]:
    """Read what the sentences speak of, with the derived forms of each."""
    text = (HERE / "worlds.txt").read_text(encoding="utf-8")
    blocks = [block for block in text.split("\n\n") if not block.startswith("#")]
    return [_derived(dict(_slots(block))) for block in blocks]


def _slots(block: str) -> Iterator[tuple[str, list[str]]]:
    for line in block.strip().split("\n")[1:]:
        name, _, words = line.partition(": ")
        yield name, words.split(", ")


def _derived(slots: dict[str, list[str]]) -> Words:
    """Add the plural of things, and what begins a sentence."""
    first = {
        "Who": "who",
        "Spot": "spot",
        "Stuff_first": "stuff",
        "Trait_first": "trait",
        "do2_first": "do2",
    }
    upper = {
        name: [one[0].upper() + one[1:] for one in slots[of]]
        for name, of in first.items()
    }
    return {**slots, **upper, "item_s": [plural(one) for one in slots["item"]]}


def plural(name: str) -> str:
    """Return the plural of a noun, by its end."""
    if name.endswith(("s", "ch", "sh", "x")):
        return name if name.endswith("points") else name + "es"
    if re.search(r"[^aeiou]y$", name):
        return name[:-1] + "ies"
    return name[:-3] + "ves" if name.endswith("oaf") else name + "s"


def figures(rng: random.Random) -> Words:
    """Draw the figures that sentences may hold."""

    def draw(count: int, low: int, high: int) -> list[int]:
        return [rng.randint(low, high) for _ in range(count)]

    months = grammar(HERE / "shapes.txt")["month"]
    years = [str(year) for year in draw(200, 1790, 2024)]
    return {
        "count": [f"{one:,}" for one in draw(300, 101, 96_000)],
        "small": [str(one) for one in draw(80, 13, 98)],
        "pct": [f"{one}%" for one in draw(60, 3, 97)]
        + [f"{one} per cent" for one in draw(60, 3, 97)]
        + [f"{one / 10:.1f}%" for one in draw(60, 11, 980)],
        "money": [f"£{one}m" for one in draw(60, 12, 980)]
        + [f"£{one / 10:.1f}m" for one in draw(60, 11, 99)]
        + [f"£{one / 10:.1f}bn" for one in draw(30, 11, 99)]
        + [f"£{one:,}" for one in draw(100, 1_100, 99_000)],
        "dec": [f"{one / 10:.1f}" for one in draw(120, 11, 990)],
        "year": years,
        "date": [
            f"{rng.randint(1, 28)} {rng.choice(months)} {rng.choice(years)}"
            for _ in range(200)
        ],
    }


def vocabulary(rng: random.Random, number: int) -> Words:
    """Return the alternatives for the chapter of a number: its world and its topic."""
    topic = topics(64)[number % 64]
    shapes = grammar(HERE / "shapes.txt")
    ours = list(shapes["sentence"])
    mixed = [*ours, *ours, *ours, *grammar()["sentence"]]
    world = worlds()[number % len(worlds())]
    own = {"sentence": mixed, **figures(rng), **world}
    return {**shapes, **topic.words, **own}


@dataclass(slots=True)
class Author(Writer):
    """A writer that keeps all its sentences well apart."""

    grams: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    """The sentences in which each run of three words stands, by number."""
    written: list[Sequence[str]] = field(default_factory=list)
    """The words of each sentence."""

    def about(self, rng: random.Random, number: int) -> "Author":
        """Return an author of another chapter who knows what this one wrote."""
        words = vocabulary(rng, number)
        return Author(rng, self.seen, words, grams=self.grams, written=self.written)

    def sentence(self, pattern: str = "{sentence}") -> str:
        """Fill a pattern so that the result is unlike all that was written."""
        for _ in range(ATTEMPTS):
            self.used.clear()
            text = capital(self.phrase(pattern))
            if self.takes(text):
                return text
        raise SystemExit(f"shapes.txt is too small to vary {pattern!r} any further")

    def takes(self, text: str) -> bool:
        """Note a text as written, unless it is too much like an earlier one."""
        words = masked(text)
        runs = {tuple(run) for run in _runs(words, RUN)}
        threes = list(dict.fromkeys(_runs(words, 3)))
        like = Counter(
            number
            for three in threes
            for number in self.grams.get(three, ())
            if len(self.grams[three]) < COMMON
        )
        most = max(like.values(), default=0)
        if not runs.isdisjoint(self.seen) or most > SHARE * len(threes):
            return False
        if any(_alike(words, self.written[number]) for number in like):
            return False
        self.seen |= runs
        for three in threes:
            self.grams.setdefault(three, []).append(len(self.written))
        self.written.append(words)
        return True

    def short(self, pattern: str) -> str:
        """Fill a pattern in fewer words than a repeat has; it may come twice."""
        while True:
            text = self.phrase(pattern)
            if len(text.split()) < RUN:
                return text

    def sentences(self, words: int) -> list[str]:
        """Return sentences of about so many words together, at least one."""
        made = [self.sentence()]
        while sum(len(one.split()) for one in made) < words - 8:
            made.append(self.sentence())
        return made


def masked(text: str) -> list[str]:
    """Return the words of a text in small letters, a dot for each figure."""
    words = re.findall(r"[^\W\d_][\w’'-]*|[£$€]?\d[\d.,]*\w*%?", text.lower())
    return ["·" if one in NUMERALS or not one[0].isalpha() else one for one in words]


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    longer = max(len(one), len(other))
    return LCSseq.similarity(one, other) > max(ORDERED * longer, RUN - 1)


def _runs(words: Sequence[str], size: int) -> list[tuple[str, ...]]:
    size = min(size, len(words))
    return [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]
