"""Night: a drawing made for light ground in, the same drawing for dark ground out.

Each colour keeps its hue and takes the lightness that has the same contrast (WCAG 2.2)
with dark ground as the colour itself has with light ground. As contrast is a quotient
of lightnesses, any two colours then differ as much by night as by day: what was checked
of the drawing on paper holds on a dark screen, too.
"""

import re
from collections.abc import Mapping
from typing import Any

from crossfoot.theming.colours import (
    Colour,
    colour,
    contrast,
    light,
    luminance,
    written,
)

RANGE = 12.0
"""Contrast that dark ground must leave above it; with less, colours would coincide."""
PAINT = re.compile(
    r"((?:fill|stroke|stop-color|(?<![-\w])color)\s*:\s*)(#[0-9a-fA-F]{6})(?![0-9a-fA-F])"
)
"""A colour in a drawing's style."""
PIXELS = re.compile(r"<image\b")
BLACK = "#000000"
"""What a shape has that says no colour."""


def grounds(tokens: Mapping[str, Any]) -> tuple[str, str]:
    """Return the colours that a theme's light and dark scheme are set on."""
    return tokens["light"]["ground"], tokens["dark"]["ground"]


def nocturnal(markup: str, day: str, night: str) -> str:
    """Return an SVG element that changes its colours when the reader's scheme is dark.

    `day` and `night` are the grounds of the two schemes. What holds pixels, whose
    colours cannot be changed, comes back as it is; so does all when `night` is not
    dark enough.
    """
    pale = contrast(colour(night), (1.0, 1.0, 1.0)) < RANGE
    if not markup or pale or PIXELS.search(markup):
        return markup
    body = PAINT.sub(lambda found: found[1] + _variable(found[2].lower()), markup)
    used = sorted({BLACK, *(found[2].lower() for found in PAINT.finditer(markup))})
    named = "".join(f"{_name(one)}:{by_night(one, day, night)};" for one in used)
    style = (
        "<style>@media screen and (prefers-color-scheme:dark)"
        f"{{:root{{{named}}}}}</style>"
    )
    at = body.index(">") + 1
    head, rest = body[:at].replace("<svg", '<svg class="drawn"', 1), body[at:]
    inside = f'<g style="fill:{_variable(BLACK)}">{rest.removesuffix("</svg>")}</g>'
    return f"{head}{style}{inside}</svg>"


def _name(one: str) -> str:
    return f"--c-{one[1:]}"


def _variable(one: str) -> str:
    return f"var({_name(one)},{one})"


def by_night(text: str, day: str, night: str) -> str:
    """Return the colour that has with `night` the contrast that `text` has with `day`.

    All three are `#rrggbb`. A colour darker than any counterpart becomes white.
    """
    if text == day:
        return night
    one = colour(text)
    ratio = (luminance(colour(day)) + 0.05) / (luminance(one) + 0.05)
    wanted = (luminance(colour(night)) + 0.05) * ratio - 0.05
    return written(_lit(one, min(1.0, max(0.0, wanted))))


def _lit(one: Colour, wanted: float) -> Colour:
    """Return a colour of the same hue that has a luminance.

    Light is scaled as far as it goes without losing the hue, then white is added.
    """
    red, green, blue = (light(part) for part in one)
    most, now = max(red, green, blue), luminance(one)
    if now == 0:
        grey = _coded(wanted)
        return grey, grey, grey
    scale = min(wanted / now, 1 / most)
    white = max(0.0, (wanted - now * scale) / (1 - now * scale)) if wanted < 1 else 1.0
    red, green, blue = (
        _coded(part * scale + (1 - part * scale) * white) for part in (red, green, blue)
    )
    return red, green, blue


def _coded(amount: float) -> float:
    """Return the part of an sRGB colour that stands for light from 0 to 1."""
    bounded = min(1.0, max(0.0, amount))
    if bounded <= 0.0031308:
        return bounded * 12.92
    return float(1.055 * bounded ** (1 / 2.4) - 0.055)
