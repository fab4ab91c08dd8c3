"""Font files: the name of a family in, the TrueType files that hold it out.

A report's own files in `fonts/` beside the chapters come first, then those of an
installed package `fontpkg-NAME`; fonts of the system are never read.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from crossfoot.engines.files import prune, write_changed
from crossfoot.fingerprints import FONTS

EMBEDDED = frozenset(
    {
        *("DejaVu Sans Mono", "Libertinus Serif"),
        *("New Computer Modern", "New Computer Modern Math"),
    }
)
"""Families that Typst brings with it; charts and the screen do without them."""
ENDINGS = (".ttf",)
"""CFF outlines (.otf) fail a rule of PDF/UA-1 on the widths of glyphs."""


def package_of(family: str) -> str:
    """Return the name of the Python package that would hold a family."""
    return "fontpkg_" + re.sub(r"[^a-z0-9]+", "_", family.lower()).strip("_")


def files_of(family: str, folder: Path) -> list[Path]:
    """Return a family's files, upright ones first; none when it is not there.

    `folder` is the report's own, which need not exist.
    """
    own = [path for path in own_files(folder) if name_of(path) == family]
    return own or packaged(package_of(family))


def own_files(folder: Path) -> list[Path]:
    """Return the font files of a folder, by name."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    return sorted(found, key=lambda path: path.name)


@cache
def packaged(package: str) -> list[Path]:
    """Return the files of a package, upright ones first; none without it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return []
    found = (Path(spec.origin).parent / "files").glob("*.ttf")
    return sorted(found, key=lambda path: ("Italic" in path.name, path.name))


def name_of(path: Path) -> str:
    """Return the family that a font file says it belongs to, "" when damaged."""
    return _name_of(path, path.stat().st_mtime_ns)


@cache
def _name_of(path: Path, changed: int) -> str:
    """Return a file's family; `changed` tells when it is another file."""
    del changed
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
            names = font["name"]
            return str(names.getDebugName(16) or names.getDebugName(1) or "")
    except (TTLibError, KeyError, OSError):
        return ""


def typefaces(tokens: Mapping[str, Any], folder: Path, work: Path) -> dict[str, Any]:
    """Put the fonts of a theme that Typst does not have yet into `work/fonts`.

    Return the tokens with the names that Typst has for its families.
    """
    font = tokens["font"]
    families = (font["text"], font["display"], font["code"], *font["fallback"])
    others = [one for one in families if package_of(one) not in FONTS]
    work.mkdir(parents=True, exist_ok=True)
    kept = []
    for path in (path for one in others for path in files_of(one, folder)):
        kept.append(work / "fonts" / path.name)
        write_changed(kept[-1], path.read_bytes())
    prune(work / "fonts", kept)
    called = {one: on_paper(one, folder) for one in families}
    named: dict[str, Any] = {
        key: called[font[key]] for key in ("text", "display", "code")
    }
    named["fallback"] = [called[one] for one in font["fallback"]]
    return {**tokens, "font": {**font, **named}}


STYLES = re.compile(
    r"[ -]+(?:thin|hairline|(?:extra|ultra|semi|demi)?[ -]?(?:light|bold)|black|heavy"
    r"|regular|normal|book|medium|italic|oblique)$",
    re.IGNORECASE,
)
"""Words of weight and slant at the end of a name, which Typst does not count to it."""


def on_paper(family: str, folder: Path) -> str:
    """Return what Typst calls a family: the old name that its file holds."""
    files = [] if family in EMBEDDED else files_of(family, folder)
    if not files:
        return family
    return _on_paper(family, files[0], files[0].stat().st_mtime_ns)


@cache
def _on_paper(family: str, path: Path, changed: int) -> str:
    """Return what Typst calls a family of a file; `changed` tells it from others."""
    del changed
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
        name = str(font["name"].getDebugName(1) or family)
    while STYLES.search(name):
        name = STYLES.sub("", name)
    return name


def is_known(family: str, folder: Path) -> bool:
    """Say whether paper can be set in a family."""
    return family in EMBEDDED or bool(files_of(family, folder))


def is_drawn(family: str, folder: Path) -> bool:
    """Say whether charts and the screen can be set in a family, too."""
    return bool(files_of(family, folder))
