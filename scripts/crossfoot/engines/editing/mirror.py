"""A report as it would be if every open document were saved.

The mirror is a folder of links to the report's files, in which the documents that
differ from their files stand as files of their own. Stages read it like any report.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from crossfoot.engines.files import encode_like, write_changed
from crossfoot.site import Site

FLAT = ("data", "figures", "fonts", "images")
DEEP = ("figures", "sources")
"""Folders that are mirrored file by file: stages list what is in them."""
LEFT = frozenset({".git", ".hg", ".snakemake", ".svn"})
"""What no stage reads."""


def mirror(root: Path, folder: Path, documents: Mapping[str, str]) -> None:
    """Make `folder` the image of a report with open documents in it.

    `documents` are the texts of files by their path from the report's root. A document
    without a file is one that has not been saved yet.
    """
    whole = DEEP if Site.at(root).prefix else FLAT
    wanted = dict(_entries(root, "", whole))
    texts = {file: text for file, text in documents.items() if _inside(file, whole)}
    for file in texts:
        wanted[file] = None
    _prune(folder, wanted)
    for file, target in wanted.items():
        if target is not None:
            _link(folder / file, target)
    for file, text in texts.items():
        path, own = folder / file, root / file
        if path.is_symlink():
            path.unlink()
        old = own.read_bytes() if own.is_file() else b""
        write_changed(path, encode_like(old, text))


def _inside(file: str, whole: Iterable[str]) -> bool:
    """Say whether a document stands where files, not folders, are linked."""
    return "/" not in file or file.partition("/")[0] in whole


def _entries(
    root: Path, inner: str, whole: Sequence[str]
) -> Iterator[tuple[str, Path | None]]:
    """Yield the files to be linked, and what each is a link to."""
    try:
        with os.scandir(root / inner) as found:
            entries = sorted(found, key=lambda one: one.name)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    for one in entries:
        name = f"{inner}/{one.name}" if inner else one.name
        deep = bool(inner) or one.name in whole
        if one.name in LEFT:
            continue
        if deep and one.is_dir(follow_symlinks=False):
            yield from _entries(root, name, whole)
        else:
            yield name, root / name


def _prune(folder: Path, wanted: Mapping[str, Path | None]) -> None:
    """Delete what is not wanted any more."""
    folders = {parent for name in wanted for parent in Path(name).parents}
    for path in [*_held(folder)]:
        name = path.relative_to(folder)
        if path.is_symlink() or path.is_file():
            kept = name.as_posix() in wanted
            if not kept or (path.is_symlink() == (wanted[name.as_posix()] is None)):
                path.unlink()
        elif name not in folders:
            path.rmdir()


def _held(folder: Path) -> Iterator[Path]:
    """Yield what a mirror holds, what is in a folder before the folder."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from _held(path)
        yield path


def _link(path: Path, target: Path) -> None:
    if path.is_symlink():
        if path.readlink() == target:
            return
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
