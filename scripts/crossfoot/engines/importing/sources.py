"""Files by their kind: paths in, what `shape` works with out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from crossfoot.engines.importing.page import text
from crossfoot.engines.importing.web import page
from crossfoot.engines.importing.word import docx, odt
from crossfoot.importing.draft import RefusedError, Source
from crossfoot.importing.naming import fresh

READERS = {
    ".docx": docx,
    ".docm": docx,
    ".dotx": docx,
    ".odt": odt,
    ".txt": text,
    ".text": text,
    ".html": page,
    ".htm": page,
    ".xhtml": page,
}


def sources_of(given: Sequence[Path], refused: list[str]) -> Iterator[Source]:
    """Yield what could be read of the files; `refused` gets a line for the others."""
    stems = set[str]()
    for path in given:
        try:
            source = _read(path)
        except RefusedError as problem:
            refused.append(f"{path.name} {problem}")
            continue
        source.stem = fresh(source.stem, stems)
        stems.add(source.stem)
        yield source


def _read(path: Path) -> Source:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise RefusedError("is of no kind that can be brought in")
    source = reader(path)
    source.original = path.read_bytes()
    return source
