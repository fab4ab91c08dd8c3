"""Pairs: the colours of a theme in, those that cannot be told apart out."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from crossfoot.theming.colours import LARGE, TEXT, colour, contrast

SCHEMES = ("light", "dark")

WORDS = (
    ("ink", "ground"),
    ("ink", "tint"),
    ("muted", "ground"),
    ("accent", "ground"),
    ("accent", "tint"),
    ("link", "ground"),
    ("link", "tint"),
    ("on-cover", "cover"),
    ("draft", "ground"),
    ("draft", "draft-tint"),
)
"""Colours of words, and what they are set on."""

LINES = (("highlight", "ground"), ("highlight", "cover"))
"""Colours of lines and bars that lead the eye, and what they are drawn on.

The `rule` between rows is left out: without it a table can be read as well.
"""


class Weak(NamedTuple):
    """A colour that does not stand out enough."""

    path: tuple[str | int, ...]
    """Where the colour stands in the tokens: the one to be changed."""
    back: tuple[str, str]
    """Where the colour behind it stands."""
    ratio: float
    needed: float


def weak(tokens: Mapping[str, Any]) -> Iterator[Weak]:
    """Yield the colours that do not stand out enough, in the order of the tables."""
    for scheme in SCHEMES:
        for pairs, needed in ((WORDS, TEXT), (LINES, LARGE)):
            for front, back in pairs:
                ratio = _ratio(tokens[scheme][front], tokens[scheme][back])
                if ratio < needed:
                    yield Weak((scheme, front), (scheme, back), ratio, needed)
    for at, one in enumerate(tokens["chart"]["colours"]):
        # A chart stands on light ground, in the dark scheme as well.
        ratio = _ratio(one, tokens["light"]["ground"])
        if ratio < LARGE:
            path = ("chart", "colours", at)
            yield Weak(path, ("light", "ground"), ratio, LARGE)


def _ratio(one: str, other: str) -> float:
    return contrast(colour(one), colour(other))
