"""Opened: the archive of a release in, what it holds and what is odd about it out.

Nothing is unpacked to more than the files beside the archive take, whatever it states.
"""

import io
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from crossfoot.engines.zipped import WHEN
from crossfoot.publishing.whole import ARCHIVE, SUMS

UNREADABLE = (OSError, BadZipFile, ValueError, RuntimeError, EOFError, zlib.error)
"""What a damaged archive may raise."""
SLACK = 1 << 20
"""Bytes that a file in the archive may be longer than the one beside it."""
HEADER, ENTRY, END = 30, 46, 22
"""Bytes of an archive's own for a file, for its line in the index, and at the end."""


@dataclass(slots=True)
class Opened:
    """What an archive holds."""

    files: dict[str, bytes] = field(default_factory=dict)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    """Names and sentences."""

    @property
    def sums(self) -> str:
        """The text of its own checksums."""
        return self.files.get(SUMS, b"").decode("utf-8", "replace")


def opened(folder: Path) -> Opened:
    """Return what the archive of a release holds."""
    out = Opened()
    try:
        data = (folder / ARCHIVE).read_bytes()
        with ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            out.wrong += _odd(archive, entries, len(data))
            for one in entries:
                out.files[one.filename] = _read(archive, one, folder, out)
    except UNREADABLE:
        out.wrong.append((ARCHIVE, f"{ARCHIVE} cannot be read"))
    return out


def _read(archive: ZipFile, one: ZipInfo, folder: Path, out: Opened) -> bytes:
    """Return a file of the archive, or nothing of one that cannot be read."""
    beside = folder / one.filename
    size = beside.stat().st_size if _is_below(one.filename) and beside.is_file() else 0
    if one.file_size > size + SLACK:
        states = f"{ARCHIVE} states {one.file_size:,} bytes for {one.filename}"
        out.wrong.append((ARCHIVE, f"{states}, which has {size:,}"))
        return b""
    try:
        return archive.read(one)
    except UNREADABLE:
        said = f"{one.filename} in {ARCHIVE} cannot be read"
        out.wrong.append((ARCHIVE, said))
        return b""


def _is_below(name: str) -> bool:
    return not name.startswith("/") and ".." not in name.split("/")


def _odd(
    archive: ZipFile, entries: list[ZipInfo], size: int
) -> Iterator[tuple[str, str]]:
    """Yield what no archive of a release has: room for what is not one of its files."""
    for name, count in Counter(one.filename for one in entries).items():
        if count > 1:
            yield ARCHIVE, f"{ARCHIVE} holds {name} {count} times"
        if not _is_below(name):
            yield ARCHIVE, f"{ARCHIVE} holds {name}, which leads out of the release"
    names = sum(2 * len(one.filename.encode()) for one in entries)
    plain = sum(one.compress_size + HEADER + ENTRY for one in entries)
    if plain + names + END != size or archive.comment:
        yield ARCHIVE, f"{ARCHIVE} holds more than its files, {size:,} bytes in all"
    for one in entries:
        if one.date_time != WHEN or one.is_dir() or one.external_attr != 0o644 << 16:
            yield (
                ARCHIVE,
                f"{ARCHIVE} holds {one.filename} with a date or rights of its own",
            )
