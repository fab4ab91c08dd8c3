"""Covers: a publication in, the picture of an e-book's cover out, drawn by Typst."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crossfoot.engines.cache import Cache
from crossfoot.engines.typst import fonts
from crossfoot.fingerprints import PACKAGE
from crossfoot.office.publication import Publication

POINTS = 216
"""Pixels an inch: 1,020 across."""
SIZES = ((30, 34), (70, 27), (140, 20), (300, 15))
"""Letters of a title up to which its size, in points, is taken."""
LONGEST = 300


def cover(
    publication: Publication, tokens: Mapping[str, Any], folder: Path, cache: Cache
) -> bytes:
    """Return the cover as a PNG, in the colours and fonts of a theme's tokens.

    `folder` is where Typst may read.
    """
    title = publication.title[:LONGEST]
    size = next(size for letters, size in SIZES if len(title) <= letters)
    told = {
        "title": title,
        "size": size,
        "subtitle": publication.subtitle[:LONGEST],
        "authors": ", ".join(publication.names)[:LONGEST],
        "publisher": publication.publisher,
        "draft": publication.draft,
    }
    files = {
        "cover.json": json.dumps(told, sort_keys=True).encode(),
        "cover.typ": (PACKAGE / "themes" / "cover.typ").read_bytes(),
        "tokens.json": json.dumps(tokens, sort_keys=True).encode(),
    }
    made, _ = cache.item(lambda: _drawn(folder, files), "cover", *files.values())
    return made


def _drawn(folder: Path, files: dict[str, bytes]) -> bytes:
    import typst

    for name, data in files.items():
        (folder / name).write_bytes(data)
    made = typst.compile(
        str(folder / "cover.typ"),
        root=str(folder),
        format="png",
        ppi=POINTS,
        font_paths=fonts(folder),
        ignore_system_fonts=True,
    )
    return bytes(made if isinstance(made, bytes) else made[0])
