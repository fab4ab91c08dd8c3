"""Passages: a page before and after a change in, the ids of what differs out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

ELEMENT = re.compile(
    rb"<(?:!--.*?-->|(?P<close>/)?(?P<tag>[a-zA-Z][\w-]*)(?P<told>[^>]*)>)", re.DOTALL
)
CHAPTER = b"<section aria-labelledby="
"""How a chapter starts; no other section holds what has this name."""
HEADINGS = frozenset(b"h1 h2 h3 h4 h5 h6".split())
ID = re.compile(rb'\bid="([^"]*)"')
PIECE = 1 << 16
"""Bytes of two pages that are compared at once."""
VOID = frozenset(
    b"area base br col embed hr img input link meta source track wbr path".split()
)
"""Elements that hold nothing; of SVG those that a page has most of."""


def changed(before: bytes, after: bytes) -> tuple[str, ...]:
    """Return the ids of the elements in which two pages differ.

    Nothing for the first page. Of elements in each other the innermost is named; a
    heading stands for what follows it.
    """
    if not before or before == after:
        return ()
    start, end = window(before, after)
    above = b""
    inside: list[bytes] = []
    begin = max(after.rfind(CHAPTER, 0, start), after.find(b"<body"), 0)
    stack = [Open(b"")]
    for found in ELEMENT.finditer(after, begin, end):
        one = _opened(found)
        if found["close"]:
            _close(stack, found["tag"])
        elif one:
            stack.append(one)
            if found.end() > start and one.name:
                inside.append(one.name)
        if found.end() <= start:
            above = next((one.name for one in reversed(stack) if one.name), b"")
    names = dict.fromkeys([above, *inside])
    return tuple(name.decode("utf-8", "replace") for name in names if name)


@dataclass(slots=True)
class Open:
    """An element whose end is still to come."""

    tag: bytes
    name: bytes = b""


def _opened(found: re.Match[bytes]) -> Open | None:
    """Return an element that opens here and holds something."""
    tag = found["tag"]
    if not tag or found["close"] or tag in VOID or found["told"].endswith(b"/"):
        return None
    told = ID.search(found["told"])
    return Open(tag, told[1] if told else b"")


def _close(stack: list[Open], tag: bytes) -> None:
    """Close the innermost element of a name; the first one is the page itself."""
    if all(one.tag != tag for one in stack):
        return
    while (one := stack.pop()).tag != tag:
        pass
    if tag in HEADINGS and one.name:
        sections = (open_ for open_ in reversed(stack) if open_.tag == b"section")
        next(sections, stack[0]).name = one.name


def window(before: bytes, after: bytes) -> tuple[int, int]:
    """Return where the bytes that differ start and end in the second page."""
    most = min(len(before), len(after))
    start = _alike(most, lambda lo, hi: before[lo:hi] == after[lo:hi])
    ends = len(before), len(after)

    def same(lo: int, hi: int) -> bool:
        sides = zip((before, after), ends, strict=True)
        one, other = (page[end - hi : end - lo] for page, end in sides)
        return one == other

    return start, len(after) - _alike(most - start, same)


def _alike(most: int, same: Callable[[int, int], bool]) -> int:
    """Return the greatest size up to `most` for which two things are alike.

    `same` says of a stretch whether it is; long stretches are looked at piece by piece.
    """
    low = 0
    while low < most and same(low, min(low + PIECE, most)):
        low = min(low + PIECE, most)
    high = min(low + PIECE, most)
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
