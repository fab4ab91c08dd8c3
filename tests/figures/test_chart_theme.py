"""The theme of charts."""

import json
from itertools import combinations
from typing import Any

import pytest

from crossfoot.workflow import PACKAGE

THEME: dict[str, Any] = json.loads((PACKAGE / "themes" / "chart.json").read_bytes())
TOKENS: dict[str, Any] = json.loads((PACKAGE / "themes" / "tokens.json").read_bytes())
A4 = 210
"""Width of the page, in millimetres."""


def luminance(colour: str) -> float:
    """Return the relative luminance that WCAG 2.2 defines."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", THEME["colours"])
def test_every_colour_stands_out_from_the_page(colour: str) -> None:
    """Marks have a contrast of 3:1 or more, so that thin lines are seen too."""
    assert contrast(colour, "#ffffff") >= 3


@pytest.mark.parametrize("name", ["text.color", "axes.labelcolor", "xtick.labelcolor"])
def test_words_are_legible(name: str) -> None:
    """Texts have a contrast of 7:1 or more."""
    assert contrast(THEME["rc"][name], "#ffffff") >= 7


def test_no_text_is_smaller_than_nine_points() -> None:
    """Every size of the theme is legible at the width it is shown in."""
    sizes = {k: v for k, v in THEME["rc"].items() if k.endswith(("size", "font.size"))}
    del sizes["lines.markersize"]
    assert min(sizes.values()) >= 9
    assert len(sizes) == 7


def test_a_chart_is_as_wide_as_the_text() -> None:
    """What is drawn at full size is not made smaller on the page."""
    assert THEME["width_mm"] == A4 - 2 * TOKENS["paper"]["margin"]["side"]


def simulated(colour: str) -> tuple[float, ...]:
    """Return a colour as a deuteranope sees it (Viénot, Brettel and Mollon 1999)."""
    red, green, blue = ((int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5))
    mixed = 0.29275 * red + 0.70725 * green
    return mixed, mixed, -0.02234 * red + 0.02234 * green + blue


def test_colours_differ_without_red_and_green() -> None:
    """Any two colours can be told apart with deuteranopia."""
    for one, other in combinations(THEME["colours"], 2):
        far = max(
            abs(a - b) for a, b in zip(simulated(one), simulated(other), strict=True)
        )
        assert far > 0.06, (one, other)
