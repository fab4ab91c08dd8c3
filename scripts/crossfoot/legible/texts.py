"""Texts: whether what is written in a chart can be read."""

from collections.abc import Iterator
from typing import Any

from crossfoot.findings import several
from crossfoot.legible.fault import Box, Fault, Sheet, seen
from crossfoot.theming.colours import LARGE, TEXT, Colour, contrast, shown

SMALLEST = 9
"""Points that a letter needs in print."""
SLACK = 0.05
"""Points that are left to rounding."""
BIG, BOLD = 18, 14
"""Points from which on letters count as large, and bold ones do (WCAG 2.2)."""
SHARE = 0.25
"""Part of a text's box that a colour behind it must fill to count."""
APART = 0.25
"""Part of the lower text's height that two texts may share: lines have room."""
TOUCH = 2
"""Pixels that two texts may share side by side."""
OUTSIDE = 6
"""Pixels that a text may reach out of the picture, half a letter: the layout was found
for SVG, where letters are not fitted to pixels."""


def small(page: Sheet) -> Iterator[Fault]:
    """Yield FIG06 for each size of text that is too small in print."""
    sizes: dict[str, list[Any]] = {}
    for one in page.texts:
        size = one.get_fontsize() * page.scale
        if size < SMALLEST - SLACK:
            sizes.setdefault(f"{size:.1f}".removesuffix(".0"), []).append(one)
    for size, found in sizes.items():
        shrunk = page.scale < 1
        more = f" and {several(len(found) - 1, 'more text')}" if found[1:] else ""
        yield Fault(
            "FIG06",
            f"“{words(found[0])}”{more} {'are' if more else 'is'} set in {size} pt"
            f"{' at the printed width' if shrunk else ''}; expected {SMALLEST} pt or"
            " more",
            "Draw the figure no wider than the page" if shrunk else "Set it larger",
            page.maker(found[0]),
            found[0].get_text(),
            size,
            str(SMALLEST),
        )


def words(text: Any, most: int = 40) -> str:
    """Return what a text says, in one line."""
    said = " ".join(text.get_text().split())
    return said if len(said) <= most else said[: most - 1] + "…"


def faint(page: Sheet) -> Iterator[Fault]:
    """Yield FIG07 for texts that do not stand out from what is behind them."""
    told: set[tuple[Colour, Colour]] = set()
    for one in page.texts:
        if one.get_path_effects():
            continue  # a halo is a ground of its own
        needed = LARGE if _large(one, page.scale) else TEXT
        for ground in _grounds(page, one):
            front = seen(_rgba(one), ground)
            ratio = contrast(front, ground)
            if ratio < needed and (front, ground) not in told:
                told.add((front, ground))
                yield Fault(
                    "FIG07",
                    f"“{words(one)}” has a contrast of {shown(ratio)}:1 with what is"
                    f" behind it; expected {needed:g}:1 or more",
                    "Set it in a darker or lighter colour",
                    page.maker(one),
                    one.get_text(),
                    shown(ratio),
                    f"{needed:g}",
                )
                break


def _rgba(text: Any) -> Any:
    from matplotlib.colors import to_rgba

    return to_rgba(text.get_color(), text.get_alpha())


def _large(text: Any, scale: float) -> bool:
    weight = text.get_fontweight()
    heavy = weight in {"bold", "heavy", "black", "extra bold", "semibold"} or (
        isinstance(weight, int) and weight >= 600
    )
    return bool(text.get_fontsize() * scale >= (BOLD if heavy else BIG))


def _grounds(page: Sheet, text: Any) -> list[Colour]:
    """Return the colours behind a text that fill much of its box."""
    import numpy as np

    plate = text.get_bbox_patch()
    if plate is not None and plate.get_visible() and plate.get_facecolor()[3] > 0.5:
        return [seen(plate.get_facecolor(), (1.0, 1.0, 1.0))]
    high, wide = page.pixels.shape[:2]
    left, low, right, top = (round(edge) for edge in page.boxes[id(text)])
    rows = slice(max(0, high - top), max(0, high - low))
    part = page.pixels[rows, max(0, left) : min(wide, max(0, right)), :3]
    if not part.size:
        return []
    # Steps of 8 take the soft edges of shapes together; 5 bits are left of each part.
    red, green, blue = (part[..., at].ravel() // 8 for at in range(3))
    flat = red.astype(np.uint16) << 10 | green.astype(np.uint16) << 5 | blue
    counts = np.bincount(flat)
    exact = part.reshape(-1, 3)
    often = np.flatnonzero(counts >= SHARE * len(flat))
    return [_mean(exact[flat == one]) for one in often]


def _mean(pixels: Any) -> Colour:
    red, green, blue = (float(part) / 255 for part in pixels.mean(axis=0))
    return red, green, blue


def overlaps(page: Sheet) -> Iterator[Fault]:
    """Yield FIG13 once, for the first texts that are written over each other."""
    pairs = list(_crossed(page))
    if not pairs:
        return
    first, second = pairs[0]
    others = len(pairs) - 1
    more = f", as in {several(others, 'other place')}" if others else ""
    yield Fault(
        "FIG13",
        f"“{words(first)}” and “{words(second)}” are written over each other{more}",
        "Move one of them, turn the chart on its side, or label fewer points",
        page.maker(second),
        second.get_text(),
    )


def _crossed(page: Sheet) -> Iterator[tuple[Any, Any]]:
    """Yield texts that are written over each other, from left to right."""
    level = [one for one in page.texts if _level(one)]
    level.sort(key=lambda one: page.boxes[id(one)])
    for at, one in enumerate(level):
        box = page.boxes[id(one)]
        for other in level[at + 1 :]:
            if page.boxes[id(other)][0] >= box[2]:
                break  # sorted by their left edges
            if _over(box, page.boxes[id(other)]) and not _same(one, other):
                yield one, other
                break


def _same(one: Any, other: Any) -> bool:
    """Say whether two texts say the same, as the labels of twin axes may."""
    return bool(one.get_text() == other.get_text())


def _level(text: Any) -> bool:
    """Say whether a text's box is its own shape: it is level or upright."""
    return bool(text.get_rotation() % 90 == 0)


def _over(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    size = min(one[3] - one[1], other[3] - other[1], one[2] - one[0])
    return wide > TOUCH and high > APART * size


def clipped(page: Sheet) -> Iterator[Fault]:
    """Yield FIG14 once, for the texts that the edge of the picture cuts off."""
    found = [one for one in page.texts if _outside(page, one) > OUTSIDE]
    if not found:
        return
    found.sort(key=lambda one: (-round(_outside(page, one)), words(one)))
    also = f", as in {several(len(found) - 1, 'other place')}" if found[1:] else ""
    yield Fault(
        "FIG14",
        f"“{words(found[0])}” reaches out of the picture and is cut off{also}",
        "Leave the layout to the theme, or make room for it",
        page.maker(found[0]),
        found[0].get_text(),
    )


def _outside(page: Sheet, text: Any) -> float:
    """Return how many pixels of a text are out of the picture."""
    if text.get_clip_on() and text.get_clip_box() is not None:
        return 0
    high, wide = page.pixels.shape[:2]
    left, low, right, top = page.boxes[id(text)]
    return float(max(-left, -low, right - wide, top - high))
