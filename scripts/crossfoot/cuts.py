"""Cuts: a chapter's bytes and its cut records in, the kept text out, and back again.

A record of `build/repeats.json` holds `start` and `end` (byte offsets in the file as
stored), `text` (what stood there) and `sha256` of it. Kept text and records together
are the file, byte for byte; `kept` refuses records that would break this.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.places import Span

Record = Mapping[str, Any]
"""A cut as `build/repeats.json` has it."""

MARK = b"\xef\xbb\xbf"
"""The byte order mark, which chapters are read without."""


def kept(data: bytes, cuts: Iterable[Record]) -> bytes:
    """Return what a file holds once its cuts are taken out.

    Raises ValueError when a record does not fit the file or overlaps another.
    """
    parts: list[bytes] = []
    at = 0
    for cut in sorted(cuts, key=_start):
        _check(data, cut, at)
        parts.append(data[at : cut["start"]])
        at = cut["end"]
    return b"".join([*parts, data[at:]])


def restore(left: bytes, cuts: Iterable[Record]) -> bytes:
    """Return the file that `kept` was made from; the inverse of `kept`.

    Raises ValueError when a record was altered.
    """
    parts: list[bytes] = []
    at = length = 0
    for cut in sorted(cuts, key=_start):
        part = left[at : at + cut["start"] - length]
        parts += [part, _text(cut)]
        at, length = at + len(part), cut["end"]
    return b"".join([*parts, left[at:]])


def _start(cut: Record) -> int:
    return int(cut["start"])


def _text(cut: Record) -> bytes:
    text = str(cut["text"]).encode()
    if hashlib.sha256(text).hexdigest() != cut["sha256"]:
        raise ValueError(f"cut at byte {cut['start']}: text and sha256 differ")
    return text


def _check(data: bytes, cut: Record, at: int) -> None:
    start, end = cut["start"], cut["end"]
    if start < at or data[start:end] != _text(cut):
        raise ValueError(f"cut at byte {start} does not fit the file")


def stored(chapter: Chapter) -> bytes | None:
    """Return a chapter's file as stored, or None when its text cannot tell it.

    The text of a file that is not UTF-8 holds U+FFFD where its bytes are lost.
    """
    plain = chapter.source.encode()
    for data in (plain, MARK + plain):
        if hashlib.sha256(data).hexdigest() == chapter.sha256:
            return data
    return None


def records(
    chapter: Chapter, data: bytes, spans: Iterable[Span]
) -> Iterator[dict[str, Any]]:
    """Yield a record for each span: file, byte and character range, text and hash.

    `spans` are in order; `data` is the chapter's file as stored.
    """
    at, size = 0, len(data) - len(chapter.source.encode())
    for start, end in spans:
        text = chapter.source[start:end]
        size += len(chapter.source[at:start].encode())
        length = len(text.encode())
        yield {
            "file": chapter.file,
            "name": chapter.name,
            "start": size,
            "end": size + length,
            "span": [start, end],
            "text": text,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
        }
        at, size = end, size + length
