"""Fonts for the screen: a theme's fonts in, CSS with web fonts out.

`themes/fonts/*.woff` are parts of the fonts of the shipped themes under names of
their own, as a licence with a reserved font name asks (SIL Open Font License). They
hold the letters of Latin scripts; browsers take others from the reader's fonts. Those
of other themes are made when they are needed, and kept.
`python -m crossfoot.engines.fonts` makes the shipped ones anew.
"""

import base64
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossfoot.engines.cache import Cache
from crossfoot.engines.fontfiles import files_of, packaged
from crossfoot.fingerprints import FONTS, PACKAGE, version
from crossfoot.theming.standins import SAMPLE, Widths, rules

LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180))))
SIGNS = "‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄€™−×÷≈≠≤≥→←↑↓√∞✓✗\u2009\u202f"
FEATURES = ["kern", "liga", "lnum", "tnum", "mark", "ccmp", "locl"]
NAMES = (1, 3, 4, 6, 16, 25)
"""Records of the name table that hold the family's name."""
SIZE = 32
"""Optical size, in points, of what is set in the font for display."""
FOLDER = PACKAGE / "themes" / "fonts"
SHIPPED = {
    ("Source Sans 3", ""): "text",
    ("Source Sans 3", "italic"): "text-italic",
    ("Source Serif 4", "600"): "display",
    ("Public Sans", ""): "public-sans",
    ("Public Sans", "italic"): "public-sans-italic",
    ("Bricolage Grotesque", "700"): "bricolage-grotesque",
}
"""Names of the web fonts that come with the package, by family and kind."""
WIDTHS = {
    "text": Widths(410.9, 423.4),
    "display": Widths(436.1, 436.1),
    "public-sans": Widths(457.9, 463.7),
    "bricolage-grotesque": Widths(470.5, 470.5),
}
"""How wide the shipped ones are that are not slanted; a test measures them."""
HEAVY = 600
"""The weight at which bold words are measured: that of most of them on a page."""


@dataclass(frozen=True, slots=True)
class Face:
    """A web font: what it is made of, and what it is called in CSS."""

    family: str
    """Of the font it is made of."""
    name: str
    """As CSS calls it."""
    source: Path
    kind: str
    """`italic`, a weight that is fixed, or empty for an upright one of any weight."""


def styles(tokens: Mapping[str, Any], own: Path, cache: Cache) -> str:
    """Return CSS that holds a theme's fonts.

    `own` is the folder of the report's own fonts; `cache` keeps what is made.
    """
    found = list(faces(tokens, own))
    written = "".join(_rule(face, own, cache) for face in found)
    return written + "".join(_standins(face, own, cache) for face in found)


def faces(tokens: Mapping[str, Any], own: Path) -> Iterator[Face]:
    """Yield the web fonts that a theme needs."""
    font, screen = tokens["font"], tokens["screen"]
    for path in files_of(font["text"], own)[:2]:
        kind = "italic" if "Italic" in path.name else ""
        yield Face(font["text"], screen["text"], path, kind)
    for path in files_of(font["display"], own)[:1]:
        weight = str(tokens["weight"]["display"])
        yield Face(font["display"], screen["display"], path, weight)


def _rule(face: Face, own: Path, cache: Cache) -> str:
    data = base64.b64encode(_data(face, own, cache)).decode("ascii")
    style = "italic" if face.kind == "italic" else "normal"
    weight = face.kind if face.kind.isdecimal() else "200 900"
    return (
        f"@font-face{{font-family:'{face.name}';font-style:{style};"
        f"font-weight:{weight};src:url(data:font/woff;base64,{data}) format('woff')}}\n"
    )


def _standins(face: Face, own: Path, cache: Cache) -> str:
    """Return CSS for what is shown until a font has come; slanted words are few."""
    if face.kind == "italic":
        return ""
    role = "display" if face.kind.isdecimal() else "text"
    shipped = _shipped(face, own)
    if shipped:
        return rules(face.name, role, WIDTHS[shipped])
    data = _data(face, own, cache)
    told, _ = cache.item(lambda: _told(data), "widths", repr(SAMPLE), data)
    return rules(face.name, role, Widths(*map(float, told.split())))


def _told(data: bytes) -> bytes:
    return " ".join(map(str, measured(data))).encode()


def measured(data: bytes) -> Widths:
    """Return how wide a web font is; a sign that it lacks is left out."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data))
    names = font.getBestCmap()
    per = 1000 / font["head"].unitsPerEm

    def mean(weight: int) -> float:
        glyphs = font.getGlyphSet(location={"wght": weight})
        found = {sign: names[ord(sign)] for sign in SAMPLE if ord(sign) in names}
        whole = sum(SAMPLE[sign] for sign in found)
        wide = sum(SAMPLE[sign] * glyphs[name].width for sign, name in found.items())
        return float(round(per * wide / whole, 1)) if whole else 1000 / 2

    return Widths(mean(400), mean(HEAVY))


def _shipped(face: Face, own: Path) -> str:
    """Return the name of the shipped file that a font is, "" for one to be made."""
    if own in face.source.parents:
        return ""
    return SHIPPED.get((face.family, face.kind), "")


def _data(face: Face, own: Path, cache: Cache) -> bytes:
    """Return a web font: the shipped one, or one that is made."""
    shipped = _shipped(face, own)
    if shipped:
        return (FOLDER / f"{shipped}.woff").read_bytes()
    source = face.source.read_bytes()
    parts = (version("fonttools"), face.name, face.kind, source)
    return cache.item(lambda: woff(face), "woff", *parts)[0]


def woff(face: Face) -> bytes:
    """Return a web font, made from its font file."""
    from fontTools import subset

    options = subset.Options()
    options.flavor = "woff"
    options.hinting = False
    options.layout_features = FEATURES
    options.notdef_outline = True
    options.name_IDs = ["*"]
    font = subset.load_font(io.BytesIO(face.source.read_bytes()), options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=map(ord, LETTERS + SIGNS))
    worker.subset(font)
    font = _fixed(font, face)
    _rename(font, face)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


def _fixed(font: Any, face: Face) -> Any:
    """Return a font that varies in weight at most."""
    from fontTools.varLib.instancer import instantiateVariableFont

    if "fvar" not in font:
        return font
    axes = {axis.axisTag: axis for axis in font["fvar"].axes}
    place = {tag: axis.defaultValue for tag, axis in axes.items() if tag != "wght"}
    place |= {"opsz": SIZE if face.kind.isdecimal() else 12} if "opsz" in axes else {}
    if "wght" in axes and face.kind.isdecimal():
        place["wght"] = int(face.kind)
    return instantiateVariableFont(font, place) if place else font


def _rename(font: Any, face: Face) -> None:
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = face.name
    font["name"].names = [one for one in font["name"].names if one.nameID <= 25]


def make(folder: Path) -> None:
    """Write the web fonts of the shipped themes and their licences into a folder."""
    for (family, kind), name in SHIPPED.items():
        css = "Crossfoot Display" if kind.isdecimal() else "Crossfoot Text"
        source = files_of(family, folder)[kind == "italic"]
        (folder / f"{name}.woff").write_bytes(woff(Face(family, css, source, kind)))
    licences = (packaged(name)[0].parent.parent / "LICENSE" for name in FONTS)
    text = "\n\n".join(one.read_text("utf-8").strip() for one in licences)
    (folder / "OFL.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(FOLDER)
