"""Screen: a report's frame, parts and book in, one self-contained HTML page out."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from crossfoot.engines.cache import Cache
from crossfoot.engines.fonts import styles
from crossfoot.engines.pictures import KINDS, path_of, recipe_of
from crossfoot.fingerprints import PACKAGE
from crossfoot.parts import Part
from crossfoot.site import Site
from crossfoot.typeset.book import Book, Picture
from crossfoot.typeset.frame import Frame
from crossfoot.typeset.screen.chapters import sections
from crossfoot.typeset.screen.page import Theme, page
from crossfoot.typeset.screen.provenance import section
from crossfoot.typeset.screen.svg import embedded


def screen(  # noqa: PLR0913, PLR0917  parts of the page that are made elsewhere
    site: Site,
    folder: Path,
    frame: Frame,
    parts: Sequence[Part],
    book: Book,
    theme: Theme,
) -> str:
    """Return the page; `folder` holds the pictures that paper shows."""
    pictures = {
        target: picture(one, folder / one.path.lstrip("/"), path_of(site, target))
        for target, one in book.pictures.items()
    }
    shown = replace(book, pictures=pictures)
    made = sections(parts, shown)
    chapters = zip((part.title for part in parts), made, strict=True)
    exhibits = frame.seen.figures + frame.seen.tables
    told = section(book.origins, chapters, exhibits)
    return page(frame, made, theme, told)


def picture(one: Picture, copy: Path, source: Path | None) -> Picture:
    """Return a picture with what the page holds of it; `copy` is what paper shows."""
    data = copy.read_bytes()
    if source and copy.suffix == ".svg" and recipe_of(source):
        markup = embedded(data.decode("utf-8", "replace"), f"_{source.stem}-")
        if markup:
            return replace(one, svg=markup)
    coded = b64encode(data).decode("ascii")
    return replace(one, address=f"data:{KINDS[copy.suffix]};base64,{coded}")


def read_theme(tokens: Mapping[str, Any], own: Path, cache: Cache) -> Theme:
    """Return the theme's files for the screen, and its tokens.

    `own` is the folder of the report's own fonts; `cache` keeps what is made of them.
    """
    folder = PACKAGE / "themes"
    names = ["report.css", *EXTRA.get(tokens["cover"]["form"], ())]
    template = (folder / "report.html").read_text("utf-8")
    style = "".join((folder / name).read_text("utf-8") for name in names)
    return Theme(template, styles(tokens, own, cache) + style, tokens)


EXTRA = {"full": ("bold.css",)}
"""Style sheets that a form of cover adds."""
