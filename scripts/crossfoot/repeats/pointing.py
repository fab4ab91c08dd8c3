"""Pointing: a stretch of a chapter in, words that point to what stands beside it out.

“The table below” says another thing where another table stands below. A copy in which
it stands means the same only if the table is copied with it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.places import Span
from crossfoot.repeats.language import bared, read
from crossfoot.repeats.layout import Block, Layout
from crossfoot.repeats.wording import (
    AFTER,
    AS_FOLLOWS,
    BEFORE,
    BESIDE,
    COMPARED,
    DOES,
    LEADING_TO,
    LED_TO,
    LIGHT,
    MEASURED,
    NOT_PLACED,
    OVERLEAF,
    PLACED,
    POINTED,
    REFERS,
    REFERS_BEFORE,
    REFERS_TO_ONE,
    TOLD,
)

KINDS = {name: kind for kind, names in POINTED.items() for name in names}
BETWEEN = 2
"""Words between one that says where, and the name: the following two short tables."""
SHOWN = 4
"""Words of a line with a colon at its end that are shown."""
CLOSED = re.compile(r"[.,;:!?)][\"'”’)\]*_]*\Z")
COLON = re.compile(r":[\"'”’)\]*_]*\Z")
IMAGE = "!["


class Pointer(NamedTuple):
    """Words that point."""

    said: str
    kind: str
    """What to: a key of `POINTED`."""
    side: int


def points_out(page: Layout, span: Span, barred: bytearray) -> str:
    """Return words of some tokens that point to what goes not with them, or ""."""
    first = max(bisect_right(page.leaves, span[0], key=lambda one: one.lo) - 1, 0)
    if opening := _opening(page, first, span):
        return opening
    for at in range(first, len(page.leaves)):
        leaf = page.leaves[at]
        if leaf.lo >= span[1]:
            break
        if leaf.kind in {"prose", "whole"} and leaf.hi > span[0]:
            for one in _pointers(page, leaf, span):
                if not _goes(page, at, one, span, barred):
                    return one.said
    return ""


def _opening(page: Layout, at: int, span: Span) -> str:
    """Return the word by which a stretch begins with what stands before it, or ""."""
    leaf = page.leaves[at]
    opens = span[0] <= leaf.lo and (at == 0 or page.leaves[at - 1].kind == "heading")
    if opens or leaf.kind not in {"prose", "whole"}:
        return ""
    texts = page.texts(span[0], min(span[0] + 2, span[1]))
    first, second = [*(read(one).norm for one in texts), ""][:2]
    if first == "the" and second in REFERS_TO_ONE:
        return f"{first} {second}"
    refers = first in REFERS or (first in REFERS_BEFORE and second in DOES)
    return first if refers else ""


def _pointers(page: Layout, leaf: Block, span: Span) -> Iterator[Pointer]:
    """Yield what points in the part of a leaf that stands in a stretch."""
    texts = page.texts(max(leaf.lo, span[0]), min(leaf.hi, span[1]))
    norms = [read(one).norm for one in texts]
    shut = [bool(CLOSED.search(one)) for one in texts]
    shut[-1:] = [True]
    for at, norm in enumerate(norms):
        if norm in KINDS:
            yield from _named(norms, shut, at)
        elif norm == AS_FOLLOWS[1] or norm in PLACED:
            yield from _placed(norms, shut, at)
        elif norm == OVERLEAF:
            yield Pointer(norm, "text", AFTER)
    if leaf.hi <= span[1] and texts and COLON.search(texts[-1]):
        said = " ".join(bared(one) for one in texts[-SHOWN:])
        yield Pointer(f"{said}:", "text", AFTER)


def _placed(norms: Sequence[str], shut: Sequence[bool], at: int) -> Iterator[Pointer]:
    """Yield what points without a name: as follows, set out below, told above."""
    before = "" if shut[at - 1] else norms[at - 1]
    said = f"{before} {norms[at]}".strip()
    if said == " ".join(AS_FOLLOWS):
        yield Pointer(said, "text", AFTER)
    elif norms[at] in PLACED and before not in {*NOT_PLACED, *KINDS}:
        told = before.endswith("ed") or before in TOLD
        if shut[at] or (told and not _compares(norms, at)):
            yield Pointer(said, "text", PLACED[norms[at]])


def _named(norms: Sequence[str], shut: Sequence[bool], at: int) -> Iterator[Pointer]:
    """Yield what points by a name, and the word before or behind that says where."""
    name, kind = norms[at], KINDS[norms[at]]
    start = next(_leading(norms, shut, at), None)
    if start is not None:
        side = LEADING_TO[norms[start]]
        own = kind == "text" or name in MEASURED or start < at - 1
        if side != BESIDE or not own:
            yield Pointer(" ".join(norms[start : at + 1]), kind, side)
    elif not shut[at] and norms[at + 1] in LED_TO:
        where = norms[at + 1]
        if shut[at + 1] or not _compares(norms, at + 1):
            yield Pointer(f"{name} {where}", kind, LED_TO[where])


def _leading(norms: Sequence[str], shut: Sequence[bool], at: int) -> Iterator[int]:
    """Yield where a word stands before a name that says where what it names is."""
    for start in range(at - 1, max(at - 2 - BETWEEN, -1), -1):
        if shut[start]:
            return
        if norms[start] in LEADING_TO:
            yield start
        if norms[start] in LIGHT:
            return


def _compares(norms: Sequence[str], at: int) -> bool:
    """Say whether `below` or `above` compares with what follows."""
    beyond = norms[at + 1 : at + 2]
    return bool(beyond) and (beyond[0] in COMPARED or bool(read(beyond[0]).figure))


def _goes(page: Layout, at: int, one: Pointer, span: Span, barred: bytearray) -> bool:
    """Say whether what a leaf points to stands in the stretch as well, and goes."""
    found = list(_targets(page, at, one))
    return bool(found) and all(
        span[0] <= lo and hi <= span[1] and 1 not in barred[lo:hi] for lo, hi in found
    )


def _targets(page: Layout, at: int, one: Pointer) -> Iterator[Span]:
    """Yield the tokens of what a leaf may point to: the nearest of its kind."""
    leaves = page.leaves
    if one.kind == "chapter":
        yield leaves[0].lo, leaves[-1].hi
        return
    after = (n for n in range(at + 1, len(leaves)) if _is(page, n, one.kind, at))
    before = (n for n in range(at - 1, -1, -1) if _is(page, n, one.kind, at))
    near = [next(after, None)] if one.side >= BESIDE else []
    if one.kind == "section" and one.side <= BESIDE:
        near = [next(before, None)]  # the heading of its own section
    if one.side == BEFORE or (one.side == BESIDE and one.kind != "section"):
        near.append(next(before, None))
    found = [n for n in near if n is not None]
    least = min((abs(n - at) for n in found), default=0)
    for n in found:
        if one.kind == "section" or abs(n - at) == least:
            yield _extent(leaves, n)


def _is(page: Layout, number: int, kind: str, at: int) -> bool:
    """Say whether a leaf is of a kind that another one may point to."""
    leaf = page.leaves[number]
    if kind == "table":
        return leaf.kind == "table"
    if kind == "figure":
        return IMAGE in page.chapter.source[leaf.start : leaf.end]
    if kind == "list":
        return leaf.family not in {0, page.leaves[at].family}
    if kind == "code":
        return leaf.kind == "sealed"
    return kind == "text" or leaf.kind == "heading"


def _extent(leaves: Sequence[Block], at: int) -> Span:
    """Return the tokens of a leaf with its list, or of a heading with its section."""
    leaf, end = leaves[at], at + 1
    if leaf.kind == "heading":
        while end < len(leaves) and not 0 < leaves[end].level <= leaf.level:
            end += 1
    while leaf.family and end < len(leaves) and leaves[end].family == leaf.family:
        end += 1
    return leaf.lo, leaves[end - 1].hi
