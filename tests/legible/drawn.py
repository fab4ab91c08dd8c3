"""Charts drawn for tests: in the theme's look, checked as a recipe's are."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from cycler import cycler
from matplotlib.figure import Figure

from crossfoot.engines.theming import themes
from crossfoot.legible import faults, sheet
from crossfoot.places import Place
from crossfoot.theming import chart_theme, shipped
from crossfoot.workflow import PACKAGE

LOOK = json.loads((PACKAGE / "themes" / "chart.json").read_bytes())
ROOM = (150 / 25.4, 220 / 25.4)


@contextmanager
def look(name: str = "sober") -> Iterator[dict[str, Any]]:
    """Draw in a theme's look, in the font that matplotlib brings with it."""
    theme = chart_theme(shipped(name, themes(), Place("")).tokens, LOOK)
    rc = {key: value for key, value in theme["rc"].items() if "math" not in key}
    rc |= {
        "font.family": ["DejaVu Sans"],
        "axes.prop_cycle": cycler(color=theme["colours"]),
    }
    rc["figure.figsize"] = (theme["width_mm"] / 25.4, theme["height_mm"] / 25.4)
    with mpl.rc_context(rc):
        yield theme


def told(draw: Callable[[Any, Any], None]) -> list[str]:
    """Return code and message of what is hard to read in a chart."""
    with look():
        figure = Figure()
        draw(figure, figure.subplots())
        return of(figure)


def of(figure: Any) -> list[str]:
    """Return code and message of what is hard to read in a figure."""
    figure.savefig(io.BytesIO(), format="svg")  # finds the layout
    return [f"{one.code} {one.message}" for one in faults(sheet(figure, ROOM))]
