"""Pictures of office files: the targets of images in, files that all programs show out.

A figure's own PNG stands for its SVG; other kinds that office programs may not know
are made into PNG.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from crossfoot.engines.files import write_changed
from crossfoot.engines.pictures import (
    FOLDER,
    as_png,
    path_of,
    pictures,
    recipe_of,
)
from crossfoot.office.pictures import Shown
from crossfoot.site import Site

SHOWN = (".png", ".jpg", ".jpeg", ".gif")
"""Kinds that every office program shows."""


def shown(site: Site, folder: Path, targets: Iterable[str]) -> dict[str, Shown]:
    """Copy pictures below `folder` and return those that can be shown, by target.

    Paths in the answer are relative to `folder`.
    """
    return dict(_shown(site, folder, list(targets)))


def _shown(site: Site, folder: Path, targets: list[str]) -> Iterator[tuple[str, Shown]]:
    for target, found in pictures(site, folder, targets).items():
        copy = folder / found.path.lstrip("/")
        name = hashlib.sha256(target.encode()).hexdigest()[:12]
        if copy.suffix not in SHOWN:
            data = _drawn(site, target, copy)
            if not data:
                continue
            copy = folder / FOLDER / f"{name}.png"
            write_changed(copy, data)
        path = copy.relative_to(folder).as_posix()
        size = (found.width, found.height)
        yield target, Shown(path, *size, found.alt, found.description)


def _drawn(site: Site, target: str, copy: Path) -> bytes:
    """Return a picture as a PNG, or nothing when that fails."""
    source = path_of(site, target)
    if source and recipe_of(source):
        beside = source.with_suffix(".png")
        if beside.is_file():
            return beside.read_bytes()
    if copy.suffix != ".svg":
        return as_png(copy.read_bytes(), copy.suffix)
    from crossfoot.engines.typst import picture_as_png

    return picture_as_png(copy.read_bytes(), "page.svg")
