"""Names of figures: paths of recipes and pictures in, FIG02 for clashes out."""

import posixpath
import unicodedata
from collections.abc import Iterable, Sequence

from crossfoot.findings import Finding, Related
from crossfoot.places import Place


def name_of(recipe: str) -> str:
    """Return the name of a recipe's figure: `asks` for `figures/asks.py`."""
    return posixpath.basename(recipe).removesuffix(".py")


def clashes(recipes: Sequence[str], pictures: Iterable[str]) -> list[Finding]:
    """Return FIG02 for recipes whose figures would have one name.

    `pictures` are files that a chapter would name `figures/NAME.svg` or `.png`. Case
    does not tell names apart: on some disks both would be one file.
    """
    out: list[Finding] = []
    first: dict[str, str] = {}
    for recipe in recipes:
        other = first.setdefault(_folded(name_of(recipe)), recipe)
        if other != recipe:
            out.append(_clash(recipe, other, name_of(recipe)))
    for picture in sorted(pictures):
        stem = posixpath.splitext(posixpath.basename(picture))[0]
        recipe = first.get(_folded(stem), "")
        if recipe:
            out.append(_clash(recipe, picture, stem))
    return out


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _clash(recipe: str, other: str, name: str) -> Finding:
    return Finding(
        "FIG02",
        f"{recipe} and {other} both make the figure {name}",
        Place(recipe),
        notes=(Related("the other one is here", Place(other)),),
        help="Give one of them another name",
    )
