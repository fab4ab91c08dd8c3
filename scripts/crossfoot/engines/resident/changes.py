"""Changes: a report's folder in, which of its files are new, other or gone out.

Sizes and times may lie, so a file counts as changed when its bytes do. It is read
again when anything that the system says of it is another, or when that was said so
shortly after its last change that a further one could have gone unseen.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

SETTLED = 50_000_000
"""Nanoseconds after which a further change of a file gives it another time."""
BUILD = "build"
"""The folder of builds in a report's own."""
LEFT_OUT = frozenset({"__pycache__", "node_modules"})
"""Folders that hold nothing an author wrote; so do those that start with a dot."""

Marks = tuple[int, int, int, int]
"""What the system says of a file: inode, size, times of its content and its entry."""


@dataclass(slots=True)
class Seen:
    """A file as it was seen."""

    marks: Marks
    digest: bytes
    settled: bool
    """Whether the same marks mean the same bytes."""


@dataclass
class Changes:
    """The files of a folder as they were seen last."""

    root: Path
    files: dict[str, Seen] = field(default_factory=dict)

    def look(self, *, fully: bool = False) -> frozenset[str]:
        """Return the paths of files that are new, other or gone since the last look.

        `fully` reads every file, whatever the system says of it.
        """
        before, self.files = self.files, {}
        for path, marks in _listed(self.root):
            old = before.get(path)
            if old and old.marks == marks and old.settled and not fully:
                self.files[path] = old
            elif one := _seen(self.root / path, marks):
                self.files[path] = one
        names = {*before, *self.files}
        return frozenset(
            name for name in names if _digest(before, name) != _digest(self.files, name)
        )


def _digest(files: dict[str, Seen], name: str) -> bytes:
    one = files.get(name)
    return one.digest if one else b""


def _seen(path: Path, marks: Marks) -> Seen | None:
    """Return a file as it is now; None when it went meanwhile or cannot be read."""
    now = time.time_ns()
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return Seen(marks, sha256(data).digest(), now - max(marks[2:]) > SETTLED)


def _listed(
    root: Path, below: str = "", above: tuple[int, ...] = ()
) -> Iterator[tuple[str, Marks]]:
    """Yield the files of a folder and of those in it, with their marks.

    `above` are the folders around it: a link that leads back into one is left out.
    """
    try:
        with os.scandir(root / below) as entries:
            found = sorted(entries, key=lambda one: one.name)
    except OSError:
        return
    for one in found:
        path = f"{below}{one.name}"
        if one.name.startswith(".") or one.name in LEFT_OUT or path == BUILD:
            continue
        try:
            told = one.stat()
            if one.is_dir() and told.st_ino not in above:
                yield from _listed(root, f"{path}/", (*above, told.st_ino))
            elif one.is_file():
                times = told.st_mtime_ns, told.st_ctime_ns
                yield path, (told.st_ino, told.st_size, *times)
        except OSError:
            continue
