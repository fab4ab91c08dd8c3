"""The theme of charts."""

import json
from itertools import combinations
from typing import Any

import pytest

from crossfoot.engines.theming import themes
from crossfoot.places import Place
from crossfoot.theming import chart_theme, shipped
from crossfoot.theming.colours import colour, contrast
from crossfoot.theming.pairs import weak
from crossfoot.workflow import PACKAGE

LOOK: dict[str, Any] = json.loads((PACKAGE / "themes" / "chart.json").read_bytes())
TOKENS: dict[str, dict[str, Any]] = {
    name: shipped(name, themes(), Place("")).tokens for name in themes()
}
THEMES: dict[str, dict[str, Any]] = {
    name: chart_theme(tokens, LOOK) for name, tokens in TOKENS.items()
}
NAMES = sorted(THEMES)
A4 = 210
"""Width of the page, in millimetres."""


@pytest.mark.parametrize("name", NAMES)
def test_colours_stand_out_from_the_page_and_from_their_neighbours(name: str) -> None:
    """Marks have a contrast of 3:1 or more with the ground and with the next colour."""
    colours = [colour(one) for one in THEMES[name]["colours"]]
    ground = colour(THEMES[name]["rc"]["axes.facecolor"])
    assert all(contrast(one, ground) >= 3 for one in colours)
    following = zip(colours, [*colours[1:], colours[0]], strict=True)
    assert all(contrast(*pair) >= 3 for pair in following)


@pytest.mark.parametrize("name", NAMES)
def test_words_are_legible(name: str) -> None:
    """Texts have a contrast of 7:1 or more."""
    rc = THEMES[name]["rc"]
    ground = colour(rc["axes.facecolor"])
    for key in ("text.color", "axes.labelcolor", "xtick.labelcolor"):
        assert contrast(colour(rc[key]), ground) >= 7


def test_no_text_is_smaller_than_nine_points() -> None:
    """Every size of the theme is legible at the width it is shown in."""
    sizes = {k: v for k, v in LOOK["rc"].items() if k.endswith(("size", "font.size"))}
    del sizes["lines.markersize"]
    assert min(sizes.values()) >= 9
    assert len(sizes) == 7


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_as_wide_as_the_text(name: str) -> None:
    """What is drawn at full size is not made smaller on the page."""
    margin = TOKENS[name]["paper"]["margin"]["side"]
    assert THEMES[name]["width_mm"] == A4 - 2 * margin


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_theme_has_nothing_wrong_with_it(name: str) -> None:
    """The colours of the shipped themes stand out, in light and in dark."""
    assert list(weak(TOKENS[name])) == []


def simulated(text: str) -> tuple[float, ...]:
    """Return a colour as a deuteranope sees it (Viénot, Brettel and Mollon 1999)."""
    red, green, blue = ((int(text[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5))
    mixed = 0.29275 * red + 0.70725 * green
    return mixed, mixed, -0.02234 * red + 0.02234 * green + blue


@pytest.mark.parametrize("name", NAMES)
def test_colours_differ_without_red_and_green(name: str) -> None:
    """Any two colours can be told apart with deuteranopia."""
    for one, other in combinations(THEMES[name]["colours"], 2):
        far = max(
            abs(a - b) for a, b in zip(simulated(one), simulated(other), strict=True)
        )
        assert far > 0.06, (one, other)
