"""Plain text: a file in, what `shape` works with out."""

from pathlib import Path

from crossfoot.engines.importing.reading import text_of
from crossfoot.importing.draft import Source
from crossfoot.importing.naming import slug
from crossfoot.importing.page import read


def text(path: Path) -> Source:
    """Return a page of plain text; RefusedError when it cannot be read."""
    page = read(text_of(path), path.name)
    return Source(
        label=path.name,
        stem=slug(path.stem, "page"),
        blocks=page.blocks,
        passages=page.passages,
        entries=page.entries,
    )
