"""The fingerprint of a chapter: its layout in, JSON that it can be made of again out.

It is what the cache holds of a chapter. All that is compared comes from it, whether it
was kept or has just been made, so a kept one changes nothing.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, asdict, fields
from typing import Any

from crossfoot.chapters import chapter_of
from crossfoot.places import Place
from crossfoot.repeats.layout import Block, Layout, Word
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.tokens import cut_up
from crossfoot.waivers import Allowance

PLAIN = tuple(
    field.name
    for field in fields(Block)
    if field.name not in {"children", "words", "rows", "pieces", "closed"}
)
"""What of a block is a number, a truth value or a text; the first must be given."""
FIRST = tuple(one.name for one in fields(Block) if one.default is MISSING)


def fingerprint(page: Layout) -> str:
    """Return the fingerprint of a layout, as JSON."""
    chapter = page.chapter.as_dict()
    del chapter["ast"], chapter["schema"]
    plain = cut_up(page.chapter.source, page.said.lexicon)
    marked = (plain.numbers != page.said.numbers).nonzero()[0].tolist()
    made = {
        "chapter": chapter,
        "marks": [(at, page.keys(at, at + 1)[0]) for at in marked],
        "weights": page.weights.hex(),
        "blocks": [_block(one) for one in page.blocks],
        "notes": [_block(one) for one in page.notes],
        "anchors": sorted(page.anchors.items()),
        "mentions": sorted(page.mentions),
        "leads": page.leads,
        "allowances": [asdict(one) for one in page.allowances],
    }
    return json.dumps(made, ensure_ascii=True, separators=(",", ":"))


def _block(one: Block) -> list[Any]:
    plain = [getattr(one, name) for name in PLAIN]
    children = [_block(child) for child in one.children]
    rows = [[_columns(cell) for cell in row] for row in one.rows]
    return [plain, children, _columns(one.words), rows, one.pieces, one.closed]


def _columns(words: Sequence[Word]) -> list[Sequence[Any]]:
    """Return words as three lists: their texts, starts and ends."""
    return [list(column) for column in zip(*words, strict=True)]


def of_fingerprint(text: str | bytes, lexicon: Lexicon) -> Layout:
    """Return the layout of a fingerprint; all of a report have one lexicon.

    Its chapter comes without its AST, of which the fingerprint has all that counts.
    """
    told = json.loads(text)
    chapter = chapter_of({**told["chapter"], "ast": {"blocks": []}})
    made = Layout(chapter, cut_up(chapter.source, lexicon))
    for token, key in told["marks"]:
        made.said.numbers[token] = lexicon.number(key)
    made.weights = bytearray.fromhex(told["weights"])
    made.blocks = tuple(_of_block(one, made.leaves) for one in told["blocks"])
    made.notes = [_of_block(one, []) for one in told["notes"]]
    made.anchors = dict(told["anchors"])
    made.anchored_at = sorted(made.anchors)
    made.mentions = set(told["mentions"])
    made.leads = [(token, name) for token, name in told["leads"]]
    made.allowances = [_allowance(one) for one in told["allowances"]]
    return made


def _of_block(told: Sequence[Any], leaves: list[Block]) -> Block:
    """Return a block; it, or those in it that hold no others, are added to `leaves`."""
    plain, children, words, rows, pieces, closed = told
    made = Block(*plain[: len(FIRST)])
    for name, value in zip(PLAIN[len(FIRST) :], plain[len(FIRST) :], strict=True):
        setattr(made, name, value)
    made.children = tuple(_of_block(child, leaves) for child in children)
    made.words = _words(words)
    made.rows = tuple(tuple(_words(cell) for cell in row) for row in rows)
    made.pieces = tuple(pieces)
    made.closed = tuple(closed[0]), tuple(closed[1])
    if not made.children:
        leaves.append(made)
    return made


def _words(columns: Iterable[Sequence[Any]]) -> tuple[Word, ...]:
    return tuple(zip(*columns, strict=True))


def _allowance(told: dict[str, Any]) -> Allowance:
    place = Place(**told["place"])
    return Allowance(**{**told, "place": place, "codes": tuple(told["codes"])})
