"""Planters of contradictions: one statement with a figure, a year, a word changed."""

import random
import re
from collections.abc import Sequence

import changes
import edits
from carrier import table
from draft import Block, Chapter
from edits import Difference
from marks import marked
from sower import Plant, Sower, between, parts, whole

RULES = ("claim", "figured", "ruled", "history", "long", "said_so")
"""What to write where the carrier has no sentence that a change fits."""
EDITED = 10
"""Per cent of the words edited around a contradiction."""
TRIES = 400


def in_paragraph(sower: Sower, change: str) -> None:
    """Copy a paragraph with one statement changed."""
    chapter, block, at = _source(sower, change)
    _paragraph(sower, change, (chapter, block, at), 0)


def in_edited(sower: Sower, change: str) -> None:
    """Copy a paragraph with one statement changed and words edited around it."""
    chapter, block, at = _source(sower, change, others=True)
    _paragraph(sower, change, (chapter, block, at), EDITED)


def _paragraph(
    sower: Sower, change: str, source: tuple[Chapter, Block, int], rate: int
) -> None:
    chapter, block, at = source
    said = parts(block.text)
    first, second = list(said), list(said)
    first[at], second[at], differences = _changed(sower, change, said[at])
    for number in range(len(said)):
        if rate and number != at:
            made = edits.words(said[number], rate, sower.rng, sower.draft.number)
            first[number], second[number] = made.first, made.copy
    for one, other in zip(said, first, strict=True):
        block.text = block.text.replace(one, other, 1)
    a, _ = sower.hold([block])
    b = sower.put("prose", " ".join(second), off=chapter)
    kind = f"{change} in a paragraph" if not rate else f"{change}, words edited"
    sower.plants.append(
        Plant("contradiction", kind, [a], [b], rate=rate, differences=differences)
    )


def _source(
    sower: Sower, change: str, *, others: bool = False
) -> tuple[Chapter, Block, int]:
    """Take a paragraph with a sentence that can be changed, or write one."""

    def fits(text: str) -> bool:
        return bool(_changeable(text, change)) and len(parts(text)) > others

    try:
        chapter, block = sower.paragraph(30, 160, fits)
    except LookupError:
        chapter, block = sower.written("prose", _statement(sower, change))
    return chapter, block, sower.rng.choice(_changeable(block.text, change))


def _changeable(text: str, change: str) -> list[int]:
    """Return which sentences of a paragraph can be changed."""
    said = parts(text)
    return [at for at in whole(text, low=9, high=45) if _fits(said[at], change)]


def _fits(sentence: str, change: str) -> bool:
    try:
        changes.CHANGES[change](sentence, random.Random(0))
    except LookupError:
        return False
    return True


def _statement(sower: Sower, change: str) -> str:
    """Write a paragraph with a sentence that can be changed."""
    for _ in range(TRIES):
        text = sower.author.sentence("{" + sower.rng.choice(RULES) + "}")
        if _changeable(text, change):
            return " ".join([text, *sower.author.sentences(40)])
    raise LookupError(f"no sentence fits {change}")


def _changed(
    sower: Sower, change: str, sentence: str
) -> tuple[str, str, list[Difference]]:
    """Return a sentence and its contradiction, with marks where they differ."""
    found = changes.CHANGES[change](sentence, sower.rng)
    first = copy = ""
    at = 0
    differences = []
    for one in found:
        a, b = sower.draft.number(), sower.draft.number()
        differences.append((a, b))
        same = sentence[at : one.start]
        first += same + _mark(a, sentence[one.start : one.end])
        copy += same + _mark(b, one.other)
        at = one.end
    return first + sentence[at:], copy + sentence[at:], differences


def _mark(number: int, text: str) -> str:
    """Mark a text without the white space after it."""
    core = text.rstrip()
    return marked(number, core) + text[len(core) :]


def in_sentence(sower: Sower, change: str) -> None:
    """Put a changed sentence into a paragraph that is otherwise different."""
    _, block, at = _source(sower, change)
    a, copy, b, differences = _sentence(sower, change, block, at)
    chapter, host = sower.paragraph(25, 160)
    host.text = chapter.wrap(between(host.text, copy, sower.rng))
    kind = f"{change} in a shared sentence"
    sower.plants.append(Plant("contradiction", kind, [a], [b], differences=differences))


def in_summary(sower: Sower, change: str) -> None:
    """Put a changed sentence into a paragraph of the summary."""
    _, block, at = _source(sower, change)
    a, copy, b, differences = _sentence(sower, change, block, at)
    shown = between(sower.fresh("prose", 50), copy, sower.rng)
    sower.draft.put("prose", [shown], sower.draft.summaries)
    turned = [(there, here) for here, there in differences]
    kind = f"{change} in the summary"
    sower.plants.append(Plant("contradiction", kind, [b], [a], differences=turned))


def _sentence(
    sower: Sower, change: str, block: Block, at: int
) -> tuple[int, str, int, list[Difference]]:
    """Mark a sentence; return its mark, its contradiction and that one's mark."""
    said = parts(block.text)[at]
    first, copy, differences = _changed(sower, change, said)
    a, sign = sower.draft.mark(first)
    block.text = block.text.replace(said, sign, 1)
    b, shown = sower.draft.mark(" ".join(copy.split()))
    return a, shown, b, differences


def in_item(sower: Sower, change: str) -> None:
    """Put a changed item into a list that is otherwise different."""
    said = sower.items(8)
    for _ in range(TRIES):
        one = sower.author.sentence("{point_long}")
        if len(one.split()) > 8 and _fits(one, change):
            break
    else:
        raise LookupError(f"no item fits {change}")
    first, copy, differences = _changed(sower, change, one)
    places = []
    for text, others in ((first, said[:4]), (copy, said[4:])):
        number, sign = sower.draft.mark(text)
        shown = [*others, sign]
        sower.rng.shuffle(shown)
        sower.draft.put("list", [edits.listed(shown, "-")], sower.draft.bodies)
        places.append(number)
    kind = f"{change} in a list item"
    sower.plants.append(
        Plant("contradiction", kind, [places[0]], [places[1]], differences=differences)
    )


def in_cell(sower: Sower) -> None:
    """Copy a table with one cell changed."""
    heads = sower.rng.sample(("Cost", "Number", "Visits", "Weight, t", "Share"), 3)
    rows = sower.rows(heads, sower.rng.randint(5, 8))
    line, column = sower.rng.randrange(len(rows)), sower.rng.randrange(1, 4)
    old = rows[line][column]
    new = old
    while new == old:
        new = re.sub(r"\d", lambda _: sower.rng.choice("123456789"), old, count=2)
    differences = [(sower.draft.number(), sower.draft.number())]
    first = _with(rows, line, column, marked(differences[0][0], old))
    second = _with(rows, line, column, marked(differences[0][1], new))
    a, b = (sower.put("table", table(["Name", *heads], one)) for one in (first, second))
    sower.plants.append(
        Plant("contradiction", "table cell", [a], [b], differences=differences)
    )


def _with(
    rows: Sequence[Sequence[str]], line: int, column: int, cell: str
) -> list[list[str]]:
    made = [list(row) for row in rows]
    made[line][column] = cell
    return made


FORMS = {
    "paragraph": in_paragraph,
    "edited": in_edited,
    "sentence": in_sentence,
    "summary": in_summary,
    "item": in_item,
}
