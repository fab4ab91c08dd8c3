"""Drawing: the steps of a process in, an SVG of boxes and arrows out.

Steps stand in layers from top to bottom. An arrow that passes a layer has a column of
its own there, so that it never runs through a box.
"""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise

from crossfoot.pack.process import Step, arrows, counted, layers

WIDE, HIGH = 196, 54
"""Of a box, in pixels."""
ACROSS, DOWN = 14, 24
"""Between boxes."""
EDGE = 6
SHOWN = 90
"""Per cent of its size at which it is shown, so that a page of paper holds it."""
LINES = (18, 34, 48)
"""Baselines of a box's lines, from its top."""
MOST = 24
"""Letters of what a line in a box lists."""
FONT = "'Source Sans 3', system-ui, 'Segoe UI', Arial, sans-serif"
INK, LINE, FRAME, GROUND = "#1a1d21", "#505962", "#12436d", "#f3f5f8"
SMALL, LARGE = "12.5", "15"
"""Sizes of letters."""
Slot = tuple[str, ...]
"""A step's name; or of an arrow passing by, where it comes from, and its layer."""


def drawing(all_: Sequence[Step]) -> str:
    """Return the picture."""
    ways, rows = _laid(all_)
    across = max(map(len, rows), default=1)
    width = across * WIDE + (across - 1) * ACROSS + 2 * EDGE
    height = len(rows) * HIGH + (len(rows) - 1) * DOWN + 2 * EDGE
    at = {slot: (x, y) for y, row in enumerate(rows) for x, slot in enumerate(row)}
    lines = "".join(_way(way, at) for way in ways)
    boxes = "".join(_box(one, *at[one.name,]) for one in all_)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * SHOWN // 100}px"'
        f' height="{height * SHOWN // 100}px" viewBox="0 0 {width} {height}">\n'
        f'<g fill="none" stroke="{LINE}" stroke-width="1.5">\n{lines}</g>\n'
        f'<g font-family="{FONT}" font-size="{SMALL}" fill="{INK}">\n'
        f"{boxes}</g>\n</svg>\n"
    )


def _laid(all_: Sequence[Step]) -> tuple[list[list[Slot]], list[list[Slot]]]:
    """Return the arrows as the slots they touch, and the slots of each layer."""
    rows: list[list[Slot]] = [[(name,) for name in row] for row in layers(all_)]
    deep = {slot: n for n, row in enumerate(rows) for slot in row}
    ways = []
    for start, end in arrows(all_):
        passed: list[Slot] = [
            (start, str(n)) for n in range(deep[start,] + 1, deep[end,])
        ]
        for slot in passed:
            if slot not in rows[int(slot[1])]:
                rows[int(slot[1])].append(slot)
        ways.append([(start,), *passed, (end,)])
    return ways, _ordered(rows, ways)


def _ordered(rows: list[list[Slot]], ways: list[list[Slot]]) -> list[list[Slot]]:
    """Return each layer in the order of what is above it, so that few arrows cross."""
    above: dict[Slot, list[Slot]] = {}
    for way in ways:
        for before, after in pairwise(way):
            above.setdefault(after, []).append(before)
    out: list[list[Slot]] = []
    for row in rows:
        last = out[-1] if out else []
        place = {slot: n for n, slot in enumerate(last)}

        def middle(slot: Slot, place: Mapping[Slot, int] = place) -> tuple[float, bool]:
            known = [place[one] for one in above.get(slot, ()) if one in place]
            # Steps keep to the left, what passes by to the right.
            return (sum(known) / len(known) if known else 0.0, len(slot) > 1)

        out.append(sorted(row, key=middle))
    return out


def _corner(x: int, y: int) -> tuple[int, int]:
    return EDGE + x * (WIDE + ACROSS), EDGE + y * (HIGH + DOWN)


def _way(way: Sequence[Slot], at: Mapping[Slot, tuple[int, int]]) -> str:
    """Return an arrow: down from its start, and past what stands between."""
    left, top = _corner(*at[way[0]])
    path = f"M{left + WIDE // 2} {top + HIGH}"
    x, y = left + WIDE // 2, top + HIGH
    for slot in way[1:]:
        left, top = _corner(*at[slot])
        to = left + WIDE // 2
        path += f"V{top}" if to == x else f"C{x} {top} {to} {y} {to} {top}"
        if len(slot) > 1:
            path += f"V{top + HIGH}"
        x, y = to, top + HIGH
    tip = f"M{x - 5} {y - HIGH - 9}L{x} {y - HIGH}L{x + 5} {y - HIGH - 9}Z"
    return f'<path d="{path}"/>\n<path fill="{LINE}" d="{tip}"/>\n'


def _box(one: Step, x: int, y: int) -> str:
    left, top = _corner(x, y)
    reads = f"reads {_short(one.sources)}"
    makes = f"makes {len(one.makes)} file{'s' * (len(one.makes) != 1)}"
    name, *others = (
        f' x="{left + 10}" y="{top + down}">{escape(words)}</text>\n'
        for words, down in zip((one.name, reads, makes), LINES, strict=True)
    )
    lines = "".join(f"<text{line}" for line in others)
    return (
        f'<rect x="{left}" y="{top}" width="{WIDE}" height="{HIGH}" rx="6"'
        f' fill="{GROUND}" stroke="{FRAME}" stroke-width="1.5"/>\n'
        f'<text font-size="{LARGE}" font-weight="600"{name}{lines}'
    )


def _short(sources: Sequence[str]) -> str:
    """Return what is read in words that fit a line: by kind, or else how much."""
    told = counted(sources) or "no source"
    return told if len(told) <= MOST else f"{len(sources)} sources"
