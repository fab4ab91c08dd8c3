"""Passages in their order: their words and those that were written in, gaps out.

Passages that stand just once, in the document and in what was written, and in the same
order, are anchors; the others have to stand between their neighbours. So a short
passage that is repeated far below leads nothing astray.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from rapidfuzz.distance import LCSseq

KEY = 5
"""Words that a passage is looked up by."""
REACHES = ((1, 4), (2, 20), (3, 60))
"""How far a passage's words are looked for: so many times its own, and so many more.
The nearest first, for words of another passage may look the same."""

Words = Sequence[str]


def out_of_order(
    passages: Sequence[Words], stream: Words, taken: Collection[str]
) -> list[int]:
    """Return the indexes of passages that do not stand in the stream in their order.

    Words that are `taken` may be missing: how often is counted elsewhere.
    """
    find = _finder(stream)
    many = Counter(map(tuple, passages))
    anchors = _rising(
        [
            (at, found[0])
            for at, needed in enumerate(passages)
            if len(needed) >= KEY
            and many[tuple(needed)] == 1
            and len(found := find(needed, 0, len(stream))) == 1
        ]
    )
    out: list[int] = []
    place = 0
    bounds = _bounds(anchors, len(passages), len(stream))
    known = dict(anchors)
    for at, needed in enumerate(passages):
        if at in known:
            place = known[at] + len(needed)
            continue
        gone = _go(needed, stream, (place, bounds[at]), taken, find)
        if gone is None:
            out.append(at)
        else:
            place += gone
    return out


Finder = Callable[[Words, int, int], list[int]]


def _finder(stream: Words) -> Finder:
    """Return what finds a passage between two places of a stream, twice at most."""
    places: dict[tuple[str, ...], list[int]] = {}
    for size in range(1, KEY + 1):
        for at in range(len(stream) - size + 1):
            places.setdefault(tuple(stream[at : at + size]), []).append(at)

    def find(needed: Words, start: int, end: int) -> list[int]:
        held = places.get(tuple(needed[:KEY]), [])
        found: list[int] = []
        for at in held[bisect_left(held, start) :]:
            if at + len(needed) > end or len(found) > 1:
                break
            if list(stream[at : at + len(needed)]) == list(needed):
                found.append(at)
        return found

    return find


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second values rise."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        slot = bisect_left(tails, place)
        before.append(last[slot - 1] if slot else -1)
        if slot == len(tails):
            tails.append(place)
            last.append(at)
        else:
            tails[slot], last[slot] = place, at
    out, at = [], last[-1] if last else -1
    while at >= 0:
        out.append(pairs[at])
        at = before[at]
    return out[::-1]


def _bounds(anchors: list[tuple[int, int]], many: int, end: int) -> list[int]:
    """Return for each passage the place of the next anchor behind it."""
    out, known = [0] * many, dict(anchors)
    for at in range(many - 1, -1, -1):
        out[at] = end
        end = known.get(at, end)
    return out


def _go(
    needed: Words,
    stream: Words,
    within: tuple[int, int],
    taken: Collection[str],
    find: Finder,
) -> int | None:
    """Return how far a passage leads from the start of what it may stand in."""
    start, end = within
    found = next(iter(find(needed, start, end)), -1)
    if found == start:
        return len(needed)
    # What was rewritten may stand nearer than the same words, quoted later.
    last = found if found >= 0 else end
    for factor, more in REACHES:
        window = stream[start : min(last, start + factor * len(needed) + more)]
        nearer = _in_pieces(needed, window, taken)
        if nearer is not None:
            return nearer
    return found - start + len(needed) if found >= 0 else None


def _in_pieces(needed: Words, window: Words, taken: Collection[str]) -> int | None:
    """Return how far a passage that was partly rewritten goes, or None without it.

    One whose words were all rewritten stands nowhere, and goes nowhere.
    """
    if all(word in taken for word in needed):
        return 0
    nearest = _nearest(needed, window, taken)
    if nearest is not None:
        return nearest
    kept = LCSseq.opcodes(needed, window).as_matching_blocks()
    found = {at for one in kept for at in range(one.a, one.a + one.size)}
    if any(at not in found and word not in taken for at, word in enumerate(needed)):
        return None
    return max((one.b + one.size for one in kept if one.size), default=0)


def _nearest(needed: Words, window: Words, taken: Collection[str]) -> int | None:
    """Return where a passage ends whose every word is taken at its next place."""
    here = 0
    for word in needed:
        found = next((at for at in range(here, len(window)) if window[at] == word), -1)
        if found >= 0:
            here = found + 1
        elif word not in taken:
            return None
    return here
