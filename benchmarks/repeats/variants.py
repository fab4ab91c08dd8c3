"""Planters of near copies: edited, reordered, restyled and renumbered ones."""

from collections.abc import Callable

import edits
from draft import Block, Chapter
from edits import Edited
from sower import Plant, Sower, parts

RATES = (5, 10, 15, 20, 25, 30)

Source = tuple[Chapter, Block]
"""A block that is copied, and where it stands."""


def words(sower: Sower, rate: int) -> None:
    """Copy a paragraph with so many per cent of its words edited."""
    source = sower.paragraph(40, 160)
    made = edits.words(source[1].text, rate, sower.rng, sower.draft.number)
    _near(sower, "words edited", source, made, rate)


def _near(sower: Sower, kind: str, source: Source, made: Edited, rate: int = 0) -> None:
    chapter, block = source
    a, (block.text,) = sower.around([made.first])
    b = sower.put(block.kind, made.copy, off=chapter)
    plant = Plant("near", kind, [a], [b], rate, made.differences)
    sower.plants.append(plant)


def reordered(sower: Sower, rate: int) -> None:
    """Copy a paragraph with its sentences in another order, edited or not."""
    source = sower.paragraph(40, 160, lambda text: len(parts(text)) > 2)
    text = source[1].text
    made = Edited(text, text, [])
    if rate:
        made = edits.words(text, rate, sower.rng, sower.draft.number)
    made.copy = edits.reordered(made.copy, sower.rng)
    _near(sower, "sentences reordered", source, made, rate)


def emphasised(sower: Sower) -> None:
    """Copy a paragraph with other words emphasised."""
    _restyled(sower, "other emphasis", edits.emphasised)


def quoted(sower: Sower) -> None:
    """Copy a paragraph with other quotation marks."""
    _restyled(sower, "other quotes", edits.quoted)


def _restyled(sower: Sower, kind: str, change: Callable[..., Edited]) -> None:
    source = sower.paragraph(40, 130)
    made = change(source[1].text, sower.rng, sower.draft.number)
    _near(sower, kind, source, made)


def list_marks(sower: Sower) -> None:
    """Copy a list with other marks."""
    source = sower.of_kind("list")
    text = source[1].text
    bullets = text.lstrip()[0] in "-*+"
    style = sower.rng.choice(("*", "+", "1.") if bullets else ("-", "*", "(a)"))
    copy = edits.listed(edits.items(text), style)
    _near(sower, "other list marks", source, Edited(text, copy, []))


def renumbered(sower: Sower) -> None:
    """Copy a numbered list that starts at another number."""
    said = sower.items(5)
    source = sower.written("list", edits.listed(said, "1."))
    copy = edits.listed(said, "1.", sower.rng.randint(3, 9))
    _near(sower, "renumbered", source, Edited(source[1].text, copy, []))


def of_list(sower: Sower, rate: int) -> None:
    """Copy a list with edited words."""
    source = sower.of_kind("list")
    made = edits.words(source[1].text, rate, sower.rng, sower.draft.number)
    _near(sower, "list edited", source, made, rate)


def in_summary(sower: Sower, rate: int) -> None:
    """Copy a paragraph into the summary with edited words."""
    _, block = sower.paragraph(40, 130)
    made = edits.words(block.text, rate, sower.rng, sower.draft.number)
    a, (block.text,) = sower.around([made.first])
    b = sower.put_into(sower.draft.summaries, "prose", made.copy)
    turned = [(there, here) for here, there in made.differences]
    sower.plants.append(Plant("near", "in the summary", [b], [a], rate, turned))
