"""Pictures: what an image element says of its alternative text and its size."""

import re

from crossfoot.nodes import Node, attributes, text
from crossfoot.typeset.book import Picture

MILLIMETRES = {
    "mm": 1.0,
    "cm": 10.0,
    "in": 25.4,
    "pt": 25.4 / 72,
    "pc": 25.4 / 6,
    "px": 25.4 / 96,
    "": 25.4 / 96,
}
LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(%|mm|cm|in|pt|pc|px|em|)")


def alternative_text(image: Node, picture: Picture | None, caption: str = "") -> str:
    """Return an image's alternative text.

    In order: its own `alt`, its text unless that is only the caption over again
    (pandoc's implicit figures), the recipe's, the caption, the file's name.
    """
    own = attributes(image).get("alt", "")
    inside = " ".join(text(image["c"][1]).split())
    if inside == caption:
        inside = ""
    drawn = picture.alt if picture else ""
    name = image["c"][2][0].rsplit("/", 1)[-1]
    return own or inside or drawn or caption or name


def length(written: str) -> tuple[float, str] | None:
    """Return a width or height as a number of `%`, `em` or `mm`, or None."""
    found = LENGTH.fullmatch(written.strip())
    if not found or not float(found[1]):
        return None
    if found[2] == "%":
        return min(float(found[1]), 100.0), "%"
    if found[2] == "em":
        return float(found[1]), "em"
    return round(float(found[1]) * MILLIMETRES[found[2]], 2), "mm"
