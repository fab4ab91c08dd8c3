"""The fingerprint of a chapter: its layout in, JSON that it can be made of again out.

It is what the cache holds of a chapter. All that is compared comes from it, whether it
was kept or has just been made, so a kept one changes nothing.
"""

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, asdict, fields
from typing import Any

from crossfoot.chapters import chapter_of
from crossfoot.places import Place
from crossfoot.repeats.arrays import kinds, packed, unpacked
from crossfoot.repeats.layout import Block, Layout, Word
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.tokens import Tokens
from crossfoot.waivers import Allowance

FIRST = tuple(one.name for one in fields(Block) if one.default is MISSING)
"""What of a block must be given."""
REST = {one.name: one.default for one in fields(Block) if one.default is not MISSING}
"""What else it holds, and what that is where nothing is said of it."""


def fingerprint(page: Layout) -> str:
    """Return the fingerprint of a layout, as JSON."""
    chapter = page.chapter.as_dict()
    del chapter["ast"], chapter["schema"]
    made = {
        "chapter": chapter,
        "tokens": _of_tokens(page.said),
        "weights": page.weights.hex(),
        "blocks": [_block(one) for one in page.blocks],
        "notes": [_block(one) for one in page.notes],
        "sunken": page.sunken,
        "anchors": sorted(page.anchors.items()),
        "mentions": sorted(page.mentions),
        "leads": page.leads,
        "allowances": [asdict(one) for one in page.allowances],
    }
    return json.dumps(made, ensure_ascii=True, separators=(",", ":"))


def _of_tokens(said: Tokens) -> list[Any]:
    """Return tokens: their keys, each once, the places of these, and where they stand.

    Of each two edges the latter goes by the former, which makes small numbers.
    """
    import numpy as np

    found, places = kinds(said.numbers)
    keys = [said.lexicon.keys[kind] for kind in found.tolist()]
    edges = np.array([said.starts, said.ends], np.int64).T.ravel()
    return [keys, packed(places), packed(np.diff(edges, prepend=0))]


def _tokens(told: Sequence[Any], lexicon: Lexicon) -> Tokens:
    import numpy as np

    keys, places, steps = told
    numbers = np.array(lexicon.entered(keys), np.int32)
    edges = np.cumsum(unpacked(steps), dtype=np.int32)
    starts, ends = (array("i", edges[side::2].tobytes()) for side in (0, 1))
    return Tokens(lexicon, starts, ends, numbers[unpacked(places)])


def _block(one: Block) -> list[Any]:
    """Return a block: what must be given, and by name what is not as it mostly is."""
    more = {name: getattr(one, name) for name in REST}
    more = {name: value for name, value in more.items() if value != REST[name]}
    if one.children:
        more["children"] = [_block(child) for child in one.children]
    if one.words:
        more["words"] = _columns(one.words)
    if one.rows:
        more["rows"] = [[_columns(cell) for cell in row] for row in one.rows]
    return [[getattr(one, name) for name in FIRST], more]


def _columns(words: Sequence[Word]) -> list[Sequence[Any]]:
    """Return words as three lists: their texts, starts and ends."""
    return [list(column) for column in zip(*words, strict=True)]


def of_fingerprint(text: str | bytes, lexicon: Lexicon) -> Layout:
    """Return the layout of a fingerprint; all of a report have one lexicon.

    Its chapter comes without its AST, of which the fingerprint has all that counts.
    """
    told = json.loads(text)
    chapter = chapter_of({**told["chapter"], "ast": {"blocks": []}})
    made = Layout(chapter, _tokens(told["tokens"], lexicon))
    made.weights = bytearray.fromhex(told["weights"])
    made.blocks = tuple(_of_block(one, made.leaves) for one in told["blocks"])
    made.notes = [_of_block(one, []) for one in told["notes"]]
    made.sunken = [(lo, hi) for lo, hi in told["sunken"]]
    made.anchors = dict(told["anchors"])
    made.anchored_at = sorted(made.anchors)
    made.mentions = set(told["mentions"])
    made.leads = [(token, name) for token, name in told["leads"]]
    made.allowances = [_allowance(one) for one in told["allowances"]]
    return made


def _of_block(told: Sequence[Any], leaves: list[Block]) -> Block:
    """Return a block; it, or those in it that hold no others, are added to `leaves`."""
    first, more = told
    made = Block(*first, **more)
    if made.children:
        made.children = tuple(_of_block(child, leaves) for child in more["children"])
    else:
        leaves.append(made)
    if made.words:
        made.words = _words(more["words"])
    if made.rows:
        made.rows = tuple(tuple(map(_words, row)) for row in more["rows"])
    if made.pieces:
        made.pieces = tuple(made.pieces)
    if "closed" in more:
        before, after = more["closed"]
        made.closed = tuple(before), tuple(after)
    return made


def _words(columns: Iterable[Sequence[Any]]) -> tuple[Word, ...]:
    return tuple(zip(*columns, strict=True))


def _allowance(told: dict[str, Any]) -> Allowance:
    place = Place(**told["place"])
    return Allowance(**{**told, "place": place, "codes": tuple(told["codes"])})
