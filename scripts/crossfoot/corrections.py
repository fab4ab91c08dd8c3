"""Corrections: what was wrong in an earlier edition, and how it is told.

Source: Code of Practice for Statistics, on corrections: their scale, nature and cause
are explained, they are marked, and the earlier figures stay to be seen.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

VERSION = re.compile(r"v?(\d+(?:\.\d+)*)")


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of `corrections.yml`."""

    date: str
    """YYYY-MM-DD."""
    what: str
    scale: str
    nature: str
    cause: str
    old: str
    new: str
    number: str = ""
    """Key of the quantity, where it is one."""
    where: tuple[str, ...] = ()
    """Chapters, tables or figures in which it stood."""


def correction(entry: Mapping[str, Any]) -> Correction:
    """Return an entry of `assurance.json`, or of the record of a report."""
    where = entry.get("where") or ()
    places = (where,) if isinstance(where, str) else tuple(where)
    texts = {key: str(entry.get(key, "")) for key in Correction.__slots__}
    return Correction(**{**texts, "where": places})  # type: ignore[arg-type]  # texts, but for `where`


def latest(entries: Iterable[Mapping[str, Any]]) -> tuple[Correction, ...]:
    """Return entries as corrections, the latest first."""
    found = map(correction, entries)
    return tuple(sorted(found, key=lambda one: one.date, reverse=True))


def corrects(old: str, new: str, stated: str = "") -> bool:
    """Say whether a version is a correction of another.

    It is when it says so (`corrects:`), or else when both have three numbers and only
    the last of them is higher, as 1.0.2 after 1.0.1.
    """
    if stated:
        return not old or stated == old
    a, b = _numbers(old), _numbers(new)
    return len(a) == len(b) == 3 and a[:2] == b[:2] and a[2] < b[2]


def _numbers(version: str) -> list[int]:
    found = VERSION.fullmatch(version.strip())
    return [int(one) for one in found[1].split(".")] if found else []
