"""Fonts for the screen: the theme's web fonts, and how they were made.

`themes/fonts/*.woff` are parts of Source Sans 3 and Source Serif 4 under names of
their own, as their licence asks (SIL Open Font License, reserved font name). They
hold the letters of Latin scripts; browsers take others from the reader's fonts.
`python -m crossfoot.engines.fonts` makes them anew.
"""

import base64
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossfoot.fingerprints import PACKAGE

LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180))))
SIGNS = "‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄€™−×÷≈≠≤≥→←↑↓√∞✓✗\u2009\u202f"
FEATURES = ["kern", "liga", "lnum", "tnum", "mark", "ccmp", "locl"]
NAMES = (1, 3, 4, 6, 16, 25)
"""Records of the name table that hold the family's name."""


@dataclass(frozen=True, slots=True)
class Face:
    """A web font: what it is called, and what it is made of."""

    name: str
    """Of the file, without `.woff`."""
    family: str
    package: str
    file: str
    style: str = "normal"
    weight: str = "200 900"
    axes: tuple[tuple[str, float], ...] = ()
    """Axes of variation that are fixed."""


SANS, SERIF = "fontpkg_source_sans_3", "fontpkg_source_serif_4"
FACES = (
    Face("text", "Crossfoot Text", SANS, "SourceSans3[wght].ttf"),
    Face(
        "text-italic",
        "Crossfoot Text",
        SANS,
        "SourceSans3-Italic[wght].ttf",
        style="italic",
    ),
    Face(
        "display",
        "Crossfoot Display",
        SERIF,
        "SourceSerif4[opsz,wght].ttf",
        weight="600",
        axes=(("opsz", 32), ("wght", 600)),
    ),
)


def styles() -> str:
    """Return CSS that holds the theme's fonts."""
    return "".join(_rule(face) for face in FACES)


def _rule(face: Face) -> str:
    data = (PACKAGE / "themes" / "fonts" / f"{face.name}.woff").read_bytes()
    address = f"data:font/woff;base64,{base64.b64encode(data).decode('ascii')}"
    return (
        f"@font-face{{font-family:'{face.family}';font-style:{face.style};"
        f"font-weight:{face.weight};src:url({address}) format('woff')}}\n"
    )


def woff(face: Face) -> bytes:
    """Return a web font, made from its font file."""
    from importlib.resources import files

    from fontTools import subset
    from fontTools.varLib.instancer import instantiateVariableFont

    options = subset.Options()
    options.flavor = "woff"
    options.hinting = False
    options.layout_features = FEATURES
    options.notdef_outline = True
    options.name_IDs = ["*"]
    path = files(face.package) / "files" / face.file
    font = subset.load_font(str(path), options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=map(ord, LETTERS + SIGNS))
    worker.subset(font)
    if face.axes:
        font = instantiateVariableFont(font, dict(face.axes))
    _rename(font, face)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


def _rename(font: Any, face: Face) -> None:
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = face.family
    font["name"].names = [one for one in font["name"].names if one.nameID <= 25]


def make(folder: Path) -> None:
    """Write the web fonts and their licence into a folder."""
    for face in FACES:
        (folder / f"{face.name}.woff").write_bytes(woff(face))
    from importlib.resources import files

    licences = (files(name) / "LICENSE" for name in (SANS, SERIF))
    text = "\n\n".join(one.read_text("utf-8").strip() for one in licences)
    (folder / "OFL.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(PACKAGE / "themes" / "fonts")
