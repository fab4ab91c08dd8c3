"""Text in bulk: a number of paragraphs goes in, chapters as `read` gives them come out.

The AST is built here and not by pandoc, which takes minutes for what the stage should
take seconds for; tests/test_benchmarks_repeats.py holds the two to be equal.
"""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, ClassVar, NamedTuple

import numpy as np

from crossfoot.chapters import Chapter, Settings

LENGTH = 62
"""Words of a paragraph."""
PER_CHAPTER = 2_000
"""Paragraphs of a chapter."""
SHARE = 0.01
"""Of all paragraphs, those copied exactly, and again those copied nearly."""
EDITED = 6
"""Words of a near copy that are others: about 10 per cent."""
MOST = 200_000
"""Paragraphs whose AST is held in memory, 23 KB each."""
VOCABULARY = 20_000
NUMBERS = 600
"""Words of the vocabulary that are figures."""
SENTENCE = 15
"""Words of a sentence, on average."""
SYLLABLES = """\
ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zi bro cla dre fli gro kno plu
sma tri
"""

Node = dict[str, Any]
SPACE: Node = {"t": "Space"}


class Bulk(NamedTuple):
    """Chapters, and which of their paragraphs are copies of which."""

    chapters: list[Chapter]
    exact: list[tuple[int, int]]
    """Numbers of paragraphs, the first copy first."""
    near: list[tuple[int, int]]


def vocabulary() -> list[str]:
    """Return words; then all of them capitalised; then all at a sentence's end."""
    parts = SYLLABLES.split()
    size = len(parts)
    words = [
        parts[at % size] + parts[at // size % size] + parts[at // size**2 % size]
        for at in range(VOCABULARY - NUMBERS)
    ]
    words += [f"{at * 37 + 101:,}" for at in range(NUMBERS)]
    return [*words, *(one.capitalize() for one in words), *(f"{one}." for one in words)]


def drawn(paragraphs: int, seed: int) -> tuple[Any, Bulk]:
    """Draw the words of paragraphs, as numbers, with copies among them."""
    rng = np.random.default_rng(seed)
    odds = 1 / (np.arange(VOCABULARY) + 2.7)
    odds[-NUMBERS:] = odds[:-NUMBERS].sum() * 0.03 / NUMBERS
    edges = np.cumsum(odds / odds.sum())
    shape = (paragraphs, LENGTH)
    words = np.searchsorted(edges, rng.random(shape), side="right")
    words = np.minimum(words, VOCABULARY - 1).astype(np.int32)
    ends = rng.random(shape) < 1 / SENTENCE
    ends[:, -1] = True
    starts = np.zeros(shape, dtype=bool)
    starts[:, 1:] = ends[:, :-1]
    starts[:, 0] = True
    words = np.where(ends, words + 2 * VOCABULARY, words)
    words = np.where(starts & ~ends, words + VOCABULARY, words)
    count = max(1, int(paragraphs * SHARE))
    chosen = rng.permutation(paragraphs)[: 4 * count].reshape(4, count)
    for first, second in ((chosen[0], chosen[1]), (chosen[2], chosen[3])):
        words[second] = words[first]
    for row in chosen[3]:
        spots = rng.permutation(LENGTH)[:EDITED]
        words[row, spots] = rng.integers(200, VOCABULARY - NUMBERS, EDITED)
    pairs = [sorted(pair) for pair in chosen[:2].T.tolist()]
    others = [sorted(pair) for pair in chosen[2:].T.tolist()]
    exact, near = ([(a, b) for a, b in side] for side in (pairs, others))
    return words, Bulk([], exact, near)


def generated(paragraphs: int, seed: int) -> Bulk:
    """Return chapters of paragraphs with copies among them.

    Above MOST paragraphs their blocks are built each time they are gone through.
    """
    words, made = drawn(paragraphs, seed)
    names = vocabulary()
    for at in range(0, paragraphs, PER_CHAPTER):
        read = partial(_said, words[at : at + PER_CHAPTER], names)
        source = "\n\n".join(map(" ".join, read())) + "\n"
        blocks = Late(read) if paragraphs > MOST else list(_paragraphs(read()))
        made.chapters.append(chapter(at // PER_CHAPTER, source, blocks))
    return made


def _said(rows: Any, names: Sequence[str]) -> list[list[str]]:
    return [[names[word] for word in row] for row in rows.tolist()]


class Late(list[Node]):
    """Paragraphs that take no memory until somebody goes through them."""

    seconds = 0.0
    """Processor time that building and freeing them took, in all chapters together."""
    held: ClassVar[list[Node]] = []
    """Those built last, freed when others are built and not within the measure."""

    def __init__(self, read: Callable[[], Sequence[Sequence[str]]]) -> None:
        """Start with what gives the words of the paragraphs."""
        super().__init__()
        self.read = read

    def __len__(self) -> int:
        return len(self.read())

    def __iter__(self) -> Iterator[Node]:
        start = time.process_time()
        Late.held = list(_paragraphs(self.read()))
        Late.seconds += time.process_time() - start
        return iter(Late.held)

    def __reversed__(self) -> Iterator[Node]:
        return reversed(list(iter(self)))


def chapter(number: int, source: str, blocks: list[Node]) -> Chapter:
    """Return a chapter of a text and its blocks."""
    name = f"{number + 1:04}-part"
    ast = {"pandoc-api-version": [1, 23, 1, 1], "meta": {}, "blocks": blocks}
    data = hashlib.sha256(source.encode()).hexdigest()
    return Chapter(name, f"sources/{name}.md", "chapter", data, source, {}, ast)


def prose(number: int, said: Sequence[Sequence[str]]) -> Chapter:
    """Return a chapter of paragraphs, a line each."""
    source = "\n\n".join(" ".join(words) for words in said) + "\n"
    return chapter(number, source, list(_paragraphs(said)))


def _paragraphs(said: Sequence[Sequence[str]]) -> Iterator[Node]:
    at = 0
    for words in said:
        inlines = words_at(words, at)
        end = inlines[-1]["s"][1]
        yield {"t": "Para", "c": inlines, "s": [at, end]}
        at = end + 2


def words_at(words: Sequence[str], at: int) -> list[Node]:
    """Return words with spaces between, as inline elements from an offset on."""
    out: list[Node] = []
    for word in words:
        end = at + len(word)
        out += ({"t": "Str", "c": word, "s": [at, end]}, SPACE)
        at = end + 1
    return out[:-1]


def table(number: int, rows: Sequence[Sequence[str]]) -> Chapter:
    """Return a chapter of one pipe table; its cells are single words."""
    head, *body = rows
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(head))
    source = "\n".join(lines) + "\n"
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    shown = [(row, at) for row, at in zip(body, starts[2:], strict=False)]
    return chapter(number, source, [_table((head, 0), shown, len(source) - 1)])


def _table(
    head: tuple[Sequence[str], int], body: Sequence[tuple[Sequence[str], int]], end: int
) -> Node:
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in head[0]]
    rows = [_row(*row) for row in body]
    parts = [_attr(), [None, []], columns, [_attr(), [_row(*head)]]]
    return {
        "t": "Table",
        "c": [*parts, [[_attr(), 0, [], rows]], [_attr(), []]],
        "s": [0, end],
    }


def _attr() -> list[Any]:
    return ["", [], []]


def _row(cells: Sequence[str], at: int) -> list[Any]:
    out: list[Any] = []
    at += 2
    for word in cells:
        end = at + len(word)
        inline = {"t": "Str", "c": word, "s": [at, end]}
        plain = {"t": "Plain", "c": [inline], "s": [at, end]}
        out.append([_attr(), {"t": "AlignDefault"}, 1, 1, [plain]])
        at = end + 3
    return [_attr(), out]


def settings(chapters: Sequence[Chapter]) -> Settings:
    """Return the settings of a report without any."""
    return Settings({}, tuple(one.name for one in chapters), {})
