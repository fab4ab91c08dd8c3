"""Fonts for charts: the variable font of the package in, static font files out.

Matplotlib draws a variable font at its thinnest, so the weights that charts use are
made once and kept in `build/.cache/fonts/`. Only characters that a report may need
are taken over: that is three times as fast.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from crossfoot.engines.cache import key
from crossfoot.engines.files import write
from crossfoot.fingerprints import version
from crossfoot.site import Site

FAMILY = "Source Sans 3"
PACKAGE = "fontpkg_source_sans_3"
RECIPE = "1"
"""To be raised when what is made of the fonts changes."""


class Style(NamedTuple):
    """One static font."""

    name: str
    file: str
    weight: int


STYLES = (
    Style("Regular", "SourceSans3[wght].ttf", 400),
    Style("Bold", "SourceSans3[wght].ttf", 700),
    Style("Italic", "SourceSans3-Italic[wght].ttf", 400),
)

COMMON = (
    *range(0x20, 0x180),  # Latin
    *range(0x391, 0x3CA),  # Greek
    *range(0x2000, 0x2070),  # dashes, quotation marks, spaces
    *range(0x20A0, 0x20C0),  # currencies
    *range(0x2190, 0x2194),  # arrows
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265),  # minus and comparisons
)
"""Characters that every chart font has; others are added as a report needs them."""


def fonts(site: Site, texts: Iterable[str]) -> list[Path]:
    """Return font files that hold the common characters and those of `texts`."""
    wanted = sorted({*COMMON, *(ord(char) for text in texts for char in set(text))})
    folder = site.build / ".cache" / "fonts"
    versions = version(PACKAGE), version("fonttools")
    address = key((RECIPE, *versions, ",".join(map(str, wanted))))[:32]
    paths = [folder / f"{address}-{style.name}.ttf" for style in STYLES]
    for style, path in zip(STYLES, paths, strict=True):
        if not path.is_file():
            write(path, static(style, wanted))
    for path in folder.iterdir():
        if path not in paths:
            path.unlink(missing_ok=True)
    return paths


def static(style: Style, characters: Iterable[int]) -> bytes:
    """Return a static font of one weight that holds some characters."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    source = BytesIO(_file(style.file).read_bytes())
    font = TTFont(source, recalcTimestamp=False, lazy=True)
    for tag in ("GDEF", "GPOS", "GSUB", "HVAR", "MVAR", "STAT"):
        if tag in font:
            del font[tag]
    options = Options(hinting=False, layout_features=[], name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(characters) & set(font.getBestCmap()))
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": style.weight}, inplace=True, optimize=False)
    _rename(font, style)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _rename(font: Any, style: Style) -> None:
    """Name a font so that matplotlib finds it by family, weight and slant."""
    names = {1: FAMILY, 2: style.name, 4: f"{FAMILY} {style.name}"}
    font["name"].names = [one for one in font["name"].names if one.nameID in {0, 6, 13}]
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    bold, italic = style.name == "Bold", style.name == "Italic"
    font["OS/2"].usWeightClass = style.weight
    font["OS/2"].fsSelection = 0x20 * bold | 0x01 * italic | 0x40 * (not bold | italic)
    font["head"].macStyle = 0x01 * bold | 0x02 * italic


def _file(name: str) -> Path:
    """Return a font file of the package."""
    from importlib.util import find_spec

    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(PACKAGE)
    return Path(spec.origin).parent / "files" / name
