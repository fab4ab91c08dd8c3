"""Words: a report's passages and the text of an output in, what is lost out.

Texts are compared without white space, hyphens and what extraction may change, so
that line ends, ligatures and hyphenation do not matter. A passage is found in
pieces: pages end in it, and notes, formulas and pictures stand in it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from crossfoot.findings import Finding
from crossfoot.nodes import Node, text
from crossfoot.parts import Part
from crossfoot.places import Place

BREAK = "\x00"
"""Stands in a passage where an output may hold something else, or nothing."""
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
DROPPED = re.compile(r"[\u00ad\u200b-\u200f\u2010\u2011\u2060\ufffe\ufeff\x01-\x1f-]+")
UNCERTAIN = re.compile(r"[^\x00\t\n\r -~]")
"""A character that extraction may not give as it is; no mark of a break."""
REACH = 30_000
"""Characters that may stand between two pieces: floats and notes of a few pages."""
LONG = 80
"""From this many characters on, words without a break are no heading's."""
NEAR = 600
"""Within so many characters even a short piece is surely its own."""
SURE = 16
"""From this many characters on, a piece is not found by chance."""
LEAST = 4
"""The first part of a piece that a page's end cuts is at least this long."""
SEEDS = (24, 8, LEAST)
"""Lengths of beginnings that are looked for."""
TRIES = 6
"""How many places that begin alike are tried."""
DEEP = 12
"""How many pages a piece may run over."""
PATIENCE = 400
"""How many ways of putting a broken piece together are tried."""
UNSURE = -2
"""Stands for the end of a piece that can be put together in too many ways."""
CHUNK = 20
"""Length of the bits that a piece of too many ways is looked for in."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that an output must hold together."""

    file: str
    pieces: tuple[str, ...]
    """Squeezed."""
    words: str
    """As readers see them, for the message."""
    running: bool = True
    """Whether they follow the passage before; notes and captions need not."""


def squeezed(words: str) -> str:
    """Return text without what line ends and extraction change."""
    joined = "".join(unicodedata.normalize("NFKC", words).split())
    return DROPPED.sub("", joined)


def passages(parts: Iterable[Part], absent: str) -> list[Passage]:
    """Return all that a report says, in reading order.

    `absent` holds the characters that an output shows otherwise.
    """
    lost = frozenset(absent)
    return [
        one
        for part in parts
        for block in part.blocks
        for one in _block(block, part.file, lost)
        if one.pieces
    ]


def _block(node: Node, file: str, lost: frozenset[str]) -> Iterator[Passage]:
    """Yield the passages of a block and of what it contains."""
    kind, content = node["t"], node.get("c", [])
    if kind in {"Para", "Plain"}:
        yield from _said(content, file, lost)
    elif kind == "Header":
        yield from _said(content[2], file, lost)
    elif kind == "CodeBlock":
        yield _passage(content[1], file, lost)
    elif kind == "LineBlock":
        for line in content:
            yield from _said(line, file, lost)
    elif kind == "DefinitionList":
        for term, meanings in content:
            yield from _said(term, file, lost)
            yield from _blocks(meanings, file, lost)
    elif kind in {"Figure", "Table"}:
        yield from _exhibit(node, file, lost)
    elif kind in {"Div", "OrderedList"}:
        yield from _blocks(content[1], file, lost)
    elif kind in {"BlockQuote", "BulletList"}:
        yield from _blocks(content, file, lost)


def _blocks(tree: list[object], file: str, lost: frozenset[str]) -> Iterator[Passage]:
    for part in tree:
        if isinstance(part, list):
            yield from _blocks(part, file, lost)
        elif isinstance(part, dict):
            yield from _block(part, file, lost)


def _exhibit(node: Node, file: str, lost: frozenset[str]) -> Iterator[Passage]:
    _, (_, caption), *rest = node["c"]
    for one in _blocks(caption, file, lost):
        yield Passage(one.file, one.pieces, one.words, running=False)
    if node["t"] == "Figure":
        for one in _blocks(rest[0], file, lost):
            yield Passage(one.file, one.pieces, one.words, running=False)
        return
    _, head, bodies, foot = rest
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3]))]
    cells = [cell[4] for row in (*rows, *foot[1]) for cell in row[1]]
    found = [one for cell in cells for one in _blocks(cell, file, lost)]
    if dict(node["c"][0][2]).get("label"):
        found = _together(found, file)
    yield from found


def _together(cells: list[Passage], file: str) -> list[Passage]:
    """Return the words of a table that may float: in their order, anywhere."""
    own = [one for one in cells if one.running]
    pieces = tuple(piece for one in own for piece in one.pieces)
    whole = Passage(file, pieces, " ".join(one.words for one in own), running=False)
    return [whole, *(one for one in cells if not one.running)]


def _said(inlines: list[Node], file: str, lost: frozenset[str]) -> Iterator[Passage]:
    """Yield the words of a paragraph, then those of its notes."""
    parts: list[str] = []
    notes: list[Node] = []
    _collect(inlines, parts, notes)
    yield _passage("".join(parts), file, lost)
    for note in notes:
        for one in _blocks(note["c"], file, lost):
            yield Passage(one.file, one.pieces, one.words, running=False)


def _collect(inlines: list[Node], parts: list[str], notes: list[Node]) -> None:
    for node in inlines:
        kind = node["t"]
        if kind == "Str":
            parts.append(node["c"])
        elif kind in {"Space", "SoftBreak", "LineBreak"}:
            parts.append(" ")
        elif kind in {"Math", "Image", "RawInline", "Note"}:
            parts.append(BREAK)
            if kind == "Note":
                notes.append(node)
        elif kind == "Code":
            parts.append(node["c"][1])
        elif kind == "Quoted":
            marks = "‘’" if node["c"][0]["t"] == "SingleQuote" else "“”"
            parts.append(marks[0])
            _collect(node["c"][1], parts, notes)
            parts.append(marks[1])
        elif kind == "Span" and "pages" in node["c"][0][1]:
            # An index shows pages on paper, and sections on screen.
            parts.append(BREAK)
        else:
            content = node["c"]
            _collect(content if kind in _BARE else content[1], parts, notes)


_BARE = frozenset(
    {"Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript"}
    | {"SmallCaps"}
)
"""Inlines whose content is inlines and nothing else."""


def _passage(words: str, file: str, lost: frozenset[str]) -> Passage:
    words = unicodedata.normalize("NFKC", words)
    found = set(UNCERTAIN.findall(words))
    unsure = {one for one in found if one in lost or _odd(one)}
    if any(unicodedata.bidirectional(one) in RIGHT_TO_LEFT for one in unsure):
        # Brackets and the like change sides beside such letters.
        unsure |= {one for one in set(words) - {BREAK} if not one.isalnum()}
    there = dict.fromkeys(map(ord, unsure), BREAK)
    marked = words.translate(there) if unsure else words
    pieces = (squeezed(piece) for piece in marked.split(BREAK))
    shown = " ".join(words.replace(BREAK, " ").split())
    return Passage(file, tuple(piece for piece in pieces if piece), shown)


@cache
def _odd(character: str) -> bool:
    """Say whether extraction may give a character in another form or order."""
    return (
        unicodedata.category(character) in {"Mn", "Mc", "Me", "Co", "Cn", "Cc"}
        or unicodedata.bidirectional(character) in RIGHT_TO_LEFT
    )


def missing(expected: list[Passage], output: str, name: str) -> list[Finding]:
    """Return a finding that names the first passage an output lacks, if any.

    `output` is squeezed text, `name` what it was read from.
    """
    gone: list[tuple[Passage, str]] = []
    at = _body(expected, output)
    for one in expected:
        start = at if one.running else 0
        end, lost = _follow(one, output, start)
        if lost and not (end == UNSURE and _stands(one, output)):
            gone.append((one, lost))
        elif lost:
            continue
        elif one.running:
            at = end
    return [_lost(*gone[0], len(gone), name)] if gone else []


def _body(expected: list[Passage], output: str) -> int:
    """Return where the running text begins: behind contents and lists of any length.

    Headings stand in the contents as well; the first paragraph does not. What comes
    before it in the text is counted back from there.
    """
    before = 0
    for one in expected:
        first = max(one.pieces, key=len, default="")
        if one.running and len(first) >= LONG:
            found = output.find(first[: SEEDS[0]])
            return max(found - 2 * before - NEAR, 0)
        before += sum(map(len, one.pieces))
    return 0


def _stands(passage: Passage, output: str) -> bool:
    """Say whether a passage stands anywhere: order was lost sight of, not words."""
    anywhere = replace(passage, running=False)
    return not _follow(anywhere, output, 0)[1]


def _follow(passage: Passage, output: str, start: int) -> tuple[int, str]:
    """Return where a passage ends in the output, and the piece that was not found.

    With such a piece, the first value is negative.
    """
    at = start
    for piece in passage.pieces:
        end = _piece(piece, output, at, loose=not passage.running)
        if end < 0:
            return end, piece
        at = end
    return at, ""


def _piece(piece: str, output: str, start: int, *, loose: bool) -> int:
    """Return the end of a piece that begins after `start`, -1 or UNSURE."""
    # What stands before the first words, contents and all, may be long.
    limit = len(output) if loose or not start else start + REACH
    found = output.find(piece, start, limit)
    end = found + len(piece)
    if found >= 0 and (loose or found - start <= NEAR):
        return end
    if found >= 0 and len(piece) < SURE:
        # A short piece far away may be another's: go on from where we are.
        return start
    # The same words may stand again farther on: broken ones near by come first.
    tried: set[tuple[int, int]] = set()
    reach = (start, found if found >= 0 else limit)
    near = _parts(piece, output, reach, DEEP, tried)
    if near >= 0 or found >= 0:
        return near if near >= 0 else end
    return _chunks(piece, output, start) if len(tried) > PATIENCE else near


def _parts(
    piece: str,
    output: str,
    reach: tuple[int, int],
    deep: int,
    tried: set[tuple[int, int]],
) -> int:
    """Return the end of a piece that pages' ends cut, or -1.

    The nearest place that begins like the piece is tried first: a longer beginning
    farther on may belong to a passage that begins like this one. `tried` holds what
    was looked for and where, so that no way is gone twice, nor too many at all.
    """
    start, limit = reach
    if not deep or (len(piece), start) in tried or len(tried) > PATIENCE:
        return -1
    tried.add((len(piece), start))
    for seed in SEEDS:
        at = output.find(piece[:seed], start, limit)
        for _ in range(TRIES if len(piece) > seed else 0):
            if at < 0:
                break
            end = _rest(piece, output, at, deep, tried)
            if end >= 0:
                return end
            at = output.find(piece[:seed], at + 1, limit)
    return -1


def _rest(
    piece: str, output: str, at: int, deep: int, tried: set[tuple[int, int]]
) -> int:
    """Return the end of a piece that stands at an offset up to a page's end, or -1."""
    most = _alike(piece, output, at)
    # What follows on the page may begin as the piece goes on.
    for length in range(most, max(most - 3, LEAST - 1), -1):
        end = at + length
        limit = end + REACH
        found = output.find(piece[length:], end, limit)
        if found >= 0:
            return found + len(piece) - length
        found = _parts(piece[length:], output, (end, limit), deep - 1, tried)
        if found >= 0:
            return found
    return -1


def _chunks(piece: str, output: str, start: int) -> int:
    """Return the end of a long piece nearly all of whose chunks follow, or UNSURE.

    Text that repeats itself can be put together in more ways than can be tried; each
    page that it runs over may break one chunk.
    """
    at, broken = start, 0
    for offset in range(0, len(piece), CHUNK):
        chunk = piece[offset : offset + CHUNK]
        found = output.find(chunk, at, at + REACH)
        if found < 0:
            broken += 1
        else:
            at = found + len(chunk)
    return at if broken <= 1 + len(piece) // (CHUNK * 20) else UNSURE


def _alike(piece: str, output: str, at: int) -> int:
    """Return how many characters of a piece stand at an offset."""
    low, high = 0, len(piece) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if output.startswith(piece[low:middle], at + low):
            low = middle
        else:
            high = middle
    return low


def _lost(passage: Passage, piece: str, count: int, name: str) -> Finding:
    words = passage.words
    shown = words if len(words) <= 80 else f"{words[:77].rstrip()}…"
    more = f", the first of {count} passages" if count > 1 else ""
    return Finding(
        "TYP04",
        f"The {name} lacks “{shown}”{more}",
        Place(passage.file),
        help="Report this: typesetting must not lose words",
        found="",
        expected=piece[:80],
    )


def same(one: str, other: str) -> bool:
    """Say whether two texts are the same but for what extraction changes."""
    return squeezed(one) == squeezed(other)


def plain(node: Node) -> str:
    """Return an element's text on one line."""
    return " ".join(text(node).split())
