"""What every planter needs: a draft, fresh text, and the list of what was planted."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from author import Author
from carrier import CELLS, COLUMNS, LIST, table
from draft import Block, Chapter, Draft, Kind, sentences
from edits import Difference, items, listed

LEAST = 28
"""Words of a copy at least. From 25 on an exact one may be taken out; three more, so
that how words are counted makes no difference."""
ITEMS = 3
"""Items that a list has at least, to be copied as one."""
SMALL = 8
"""Words that a sentence, an item or a row must have to be a repeat."""


@dataclass(slots=True)
class Plant:
    """A repeat in the draft; its places are marks."""

    cls: str
    """Its class; `small` holds what is too short to be taken out."""
    kind: str
    a: list[int]
    b: list[int]
    rate: int = 0
    """Per cent of the words that an edit changed."""
    differences: Sequence[Difference] = ()
    removable: bool = False
    """All of the copy stands elsewhere and may be taken out."""


@dataclass(slots=True)
class Negative:
    """Passages that only look like a repeat; its places are marks."""

    kind: str
    places: list[int]


@dataclass(slots=True)
class Sower:
    """Plants into a draft."""

    draft: Draft
    author: Author
    rng: random.Random
    plants: list[Plant] = field(default_factory=list)
    negatives: list[Negative] = field(default_factory=list)

    def negative(self, kind: str, places: Sequence[int]) -> None:
        """Note passages that are no repeat."""
        self.negatives.append(Negative(kind, list(places)))

    def hold(self, blocks: Sequence[Block]) -> tuple[int, list[str]]:
        """Mark blocks in a row as one place; return the mark and their texts."""
        texts = [block.text for block in blocks]
        number, shown = self.around(texts)
        for block, text in zip(blocks, shown, strict=True):
            block.text = text
        return number, texts

    def around(self, texts: Sequence[str]) -> tuple[int, list[str]]:
        """Return a new mark and texts that it holds as one place."""
        number, sign = self.draft.mark("")
        shown = list(texts)
        shown[0] = sign[0] + shown[0]
        shown[-1] += sign[1]
        return number, shown

    def put(self, kind: Kind, *texts: str, off: Chapter | None = None) -> int:
        """Insert texts as blocks in a row, in another chapter; return their mark."""
        bodies = self.draft.bodies
        return self.put_into(
            [one for one in bodies if one is not off] or bodies, kind, *texts
        )

    def put_into(self, into: Sequence[Chapter], kind: Kind, *texts: str) -> int:
        """Insert texts as blocks in a row into one of some chapters."""
        number, shown = self.around(texts)
        self.draft.put(kind, shown, into)
        return number

    def paragraph(
        self,
        low: int = 30,
        high: int = 130,
        wanted: Callable[[str], bool] = bool,
    ) -> tuple[Chapter, Block]:
        """Take a paragraph of so many words."""
        chapter, (block,) = self.draft.take(
            lambda row: (
                row[0].kind == "prose"
                and low <= row[0].words <= high
                and wanted(row[0].text)
            )
        )
        return chapter, block

    def of_kind(self, kind: Kind, low: int = LEAST) -> tuple[Chapter, Block]:
        """Take a list, a table or a quotation, or write one."""
        try:
            chapter, (block,) = self.draft.take(
                lambda row: (
                    row[0].kind == kind
                    and weight(row[0].text) >= low
                    and (kind != "list" or len(items(row[0].text)) >= ITEMS)
                )
            )
        except LookupError:
            return self.written(kind, self.fresh(kind))
        return chapter, block

    def written(self, kind: Kind, text: str) -> tuple[Chapter, Block]:
        """Insert fresh text; return its block."""
        _, sign = self.draft.mark("")
        chapter = self.draft.put(kind, [sign + text], self.draft.bodies)
        (block,) = (one for one in chapter.blocks if sign in one.text)
        block.text = block.text.replace(sign, "")
        return chapter, block

    def fresh(self, kind: Kind, words: int = 60) -> str:
        """Write text of a kind that is like no other."""
        if kind == "list":
            style = self.rng.choice(("-", "1."))
            return listed(self.items(self.rng.randint(4, 6)), style)
        if kind == "table":
            heads = self.heads()
            return table(["Name", *heads], self.rows(heads, self.rng.randint(5, 8)))
        text = " ".join(self.author.sentences(words))
        return f"> {text}" if kind == "quote" else text

    def items(self, count: int) -> list[str]:
        """Write items of a list, of SMALL words or more."""
        made: list[str] = []
        while len(made) < count:
            text = self.author.sentence("{point_long}")
            if len(text.split()) >= SMALL:
                made.append(text)
        return made

    def heads(self) -> list[str]:
        """Choose the columns of a table."""
        return self.rng.sample(COLUMNS, 3)

    def rows(self, heads: Sequence[str], count: int) -> list[list[str]]:
        """Write rows of a table."""
        made: list[list[str]] = []
        while len(made) < count:
            name = self.author.phrase("{item} of {last}, {town}")
            if self.author.takes(f"row {name}"):
                cells = [self.author.phrase(CELLS[head]) for head in heads]
                made.append([name, *cells])
        return made


def weight(text: str) -> int:
    """Count the words of a block, without the marks of lists, tables and quotations."""
    shown = " ".join(items(text)) if LIST.match(text) else text
    return sum(any(map(str.isalnum, word)) for word in shown.split())


def parts(text: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return [text[slice(*span)] for span in sentences(text)]


def whole(text: str, low: int = SMALL, high: int = 60) -> list[int]:
    """Return which sentences of a paragraph have so many words, and end as one."""
    return [
        at
        for at, one in enumerate(parts(text))
        if low <= len(one.split()) <= high and _ends(one)
    ]


def _ends(sentence: str) -> bool:
    return sentence.rstrip('”"’)').endswith((".", "!", "?"))


def between(text: str, sentence: str, rng: random.Random) -> str:
    """Put a sentence between the sentences of a paragraph.

    Behind the last one if that ends: after a colon it would be a part of it.
    """
    said = parts(text)
    at = rng.randint(0, len(said) - (not _ends(said[-1])))
    return " ".join([*said[:at], sentence, *said[at:]])
