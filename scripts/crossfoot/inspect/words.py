"""Words: a report's passages and the text of an output in, what is lost out.

A passage is found in pieces: pages end in it, and notes, formulas and pictures stand
in it.
"""

from dataclasses import replace

from crossfoot.findings import Finding
from crossfoot.inspect.broken import NEAR, REACH, SEEDS, SURE, UNSURE, Search, deep_of
from crossfoot.inspect.passages import Passage
from crossfoot.inspect.windows import windows
from crossfoot.places import Place

LONG = 80
"""From this many characters on, words without a break are no heading's."""


def missing(expected: list[Passage], output: str, name: str) -> list[Finding]:
    """Return a finding that names the first passage an output lacks, if any.

    `output` is squeezed text, its pages parted by `PAGE`; `name` what it was read
    from.
    """
    gone: list[tuple[int, str]] = []
    at = _body(expected, output)
    for index, one in enumerate(expected):
        start = at if one.running else 0
        end, lost = _follow(one, output, start)
        if lost and not (end == UNSURE and _stands(one, output)):
            gone.append((index, lost))
        elif lost:
            continue
        elif one.running:
            at = end
    if gone:
        places = windows(expected, output)
        gone = [one for one in gone if places.lacks(one[0], _within)]
        strayed = ((one, expected[one].pieces[0]) for one in places.astray)
        gone = sorted({**dict(strayed), **dict(gone)}.items())
    if not gone:
        return []
    index, piece = gone[0]
    return [_lost(expected[index], piece, len(gone), name)]


def _within(passage: Passage, window: str) -> bool:
    """Say whether a text holds a passage that pages' ends may cut."""
    return not _follow(replace(passage, running=False), window, 0)[1]


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
        loose, cell = not passage.running, passage.apart
        end = _piece(piece, output, at, loose=loose, cell=cell)
        if end < 0:
            return end, piece
        at = end
    return at, ""


def _piece(piece: str, output: str, start: int, *, loose: bool, cell: bool) -> int:
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
    search = Search(output, cell=cell)
    near = search.parts(piece, start, found if found >= 0 else limit, deep_of(piece))
    if near >= 0 or found >= 0:
        return near if near >= 0 else end
    return search.chunks(piece, start) if search.lost_patience else near


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
