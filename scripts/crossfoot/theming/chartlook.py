"""The look of charts: design tokens and matplotlib's settings in, both as one out."""

from collections.abc import Mapping
from typing import Any

PAPERS = {"a4": (210.0, 297.0), "a5": (148.0, 210.0), "us-letter": (215.9, 279.4)}
"""Width and height of paper in millimetres, by Typst's names."""
CAPTIONED = 0.86
"""The part of a page's height that is left beside a caption of two lines."""


def room(tokens: Mapping[str, Any]) -> tuple[float, float]:
    """Return the width and height, in millimetres, that a picture may fill."""
    margin = tokens["paper"]["margin"]
    across, down = PAPERS[tokens["paper"]["size"]]
    inside = down - margin["top"] - margin["bottom"]
    return across - 2 * margin["side"], CAPTIONED * inside


def chart_theme(tokens: Mapping[str, Any], settings: Mapping[str, Any]) -> Any:
    """Return what a drawing process has to know of the theme.

    `settings` is `themes/chart.json`, in which `$ink` stands for the colour `ink` of
    the light scheme, and `$text` for the font of running text.
    """
    names = {f"${name}": value for name, value in tokens["light"].items()}
    names["$text"] = tokens["font"]["text"]
    wide, high = room(tokens)
    return {
        **_filled(settings, names),
        "width_mm": round(wide, 2),
        "room_mm": [round(wide, 2), round(high, 2)],
        "colours": list(tokens["chart"]["colours"]),
        "families": [tokens["font"]["text"], tokens["screen"]["text"], "sans-serif"],
        "names": {name[1:]: value for name, value in names.items()},
    }


def _filled(value: Any, names: Mapping[str, str]) -> Any:
    """Return a value with every `$name` in its texts filled in."""
    if isinstance(value, Mapping):
        return {key: _filled(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [_filled(part, names) for part in value]
    if isinstance(value, str) and "$" in value:
        for name in sorted(names, key=len, reverse=True):
            value = value.replace(name, names[name])
    return value
