"""The ledger's file: `numbers.json` as a value in, its bytes on the disk out.

A process that builds again and again makes the JSON of an entry once.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import is_, itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from crossfoot.engines.files import dumps, read_json, write
from crossfoot.engines.memory import held, keeps, remembered

Entry = dict[str, Any]
Fact = tuple[Any, ...]
"""What an entry says but its place."""
LEDGERS = ("numbers", "apart")
"""Lists of entries in it."""
PLACE = frozenset({"span", "line", "column", "end_line", "end_column"})
"""What an entry says of where it stands in its file."""


@dataclass(frozen=True, slots=True)
class Run:
    """Entries of one file, one after the other, as JSON."""

    entries: Sequence[Entry]
    """They are held, so that no other one gets their `id()`."""
    texts: Sequence[bytes]
    text: bytes

    def holds(self, entries: Sequence[Entry]) -> bool:
        """Say whether it is that of these very entries."""
        same = len(entries) == len(self.entries)
        return same and all(map(is_, entries, self.entries))


class Fragments:
    """Entries of the ledger as JSON."""

    def __init__(self) -> None:
        """Start without any."""
        self.kept: dict[tuple[str, int], list[Run]] = {}
        """The last two runs of a file: one that is carried on and one that is read
        take turns."""

    def joined(self, ledger: Sequence[Entry]) -> bytes:
        """Return a ledger as JSON; entries of the last two are kept, others not."""
        old, self.kept = self.kept, {}
        seen: Counter[str] = Counter()
        for file, some in groupby(ledger, key=itemgetter("file")):
            seen[file] += 1
            key = file, seen[file]
            self.kept[key] = _with(old.get(key, []), list(some))
        return b"[%s]" % b",".join(runs[0].text for runs in self.kept.values())


class Facts:
    """Entries of the ledger without their places, file by file."""

    def __init__(self) -> None:
        """Start without any."""
        self.kept: dict[tuple[str, int], tuple[list[Entry], list[Fact]]] = {}
        """The entries of each run of a file, with their places and without."""

    def of(self, ledger: Sequence[Entry]) -> list[list[Fact]]:
        """Return what entries say; of a run of the same ones it is the same list."""
        old, self.kept = self.kept, {}
        seen: Counter[str] = Counter()
        for file, some in groupby(ledger, key=itemgetter("file")):
            seen[file] += 1
            key, entries = (file, seen[file]), list(some)
            before = old.get(key)
            same = before and len(before[0]) == len(entries)
            if before and same and all(map(is_, entries, before[0])):
                self.kept[key] = before
            else:
                self.kept[key] = entries, list(map(_fact, entries))
        return [facts for _, facts in self.kept.values()]


def _fact(entry: Entry) -> Fact:
    told = (value for name, value in entry.items() if name not in PLACE)
    return (*entry, bool(entry.get("span")), *told)


def _with(runs: Sequence[Run], entries: Sequence[Entry]) -> list[Run]:
    """Return the run of some entries, and the one before it."""
    for run in runs:
        if run.holds(entries):
            return [run, *(one for one in runs if one is not run)]
    known = {
        id(entry): text
        for run in runs
        for entry, text in zip(run.entries, run.texts, strict=True)
    }
    texts = [known.get(id(one)) or dumps(one).encode() for one in entries]
    return [Run(entries, texts, b",".join(texts)), *runs[:1]]


@dataclass(slots=True)
class Carried:
    """A ledger that was not written yet."""

    product: dict[str, Any] | None = None


def _carried(path: Path) -> Carried:
    return remembered(Carried, "carried", path)


def carry_ledger(path: Path, product: dict[str, Any]) -> None:
    """Let `read_ledger` return a ledger that `write_carried` writes later.

    Its JSON takes a report of 48 chapters a tenth of the time of a page, which is made
    of the ledger as it is.
    """
    _carried(path).product = product


def write_carried(path: Path) -> None:
    """Write the ledger that was carried, if it was not written yet."""
    product = _carried(path).product
    if product is not None:
        write_ledger(path, product)


def read_ledger(path: Path) -> dict[str, Any]:
    """Return the ledger, nothing without one; nobody may change it."""
    product = _carried(path).product
    if product is None and path.exists():
        product = read_json(path)
    return product or {}


NO_TEXTS: Mapping[int, bytes] = MappingProxyType({})


def write_ledger(
    path: Path, product: dict[str, Any], texts: Mapping[int, bytes] = NO_TEXTS
) -> None:
    """Write the ledger as `write_json` does.

    Its entries are not changed afterwards, and come from JSON themselves: `texts` may
    give that of some by their `id()`.
    """
    _carried(path).product = None
    if not keeps():
        parts = {name: _told(name, it, texts) for name, it in product.items()}
        write(path, _object(parts))
        return
    joined = {
        name: remembered(Fragments, "fragments", name).joined(product[name])
        for name in LEDGERS
    }
    rest = {
        name: held(lambda: dumps(part).encode(), "of the ledger", id(part), of=part)  # noqa: B023 - called at once
        for name, part in product.items()
        if name not in LEDGERS
    }

    def value() -> dict[str, Any]:
        told = {
            name: held(lambda: json.loads(text), "as read", id(text), of=text)  # noqa: B023 - called at once
            for name, text in rest.items()
        }
        return {**told, **{name: product[name] for name in LEDGERS}}

    raw = _object({**rest, **joined})
    write(path, raw)
    remembered(value, "json", raw)


def _told(name: str, part: Any, texts: Mapping[int, bytes]) -> bytes:
    """Return a part of the ledger as JSON."""
    if name not in LEDGERS:
        return dumps(part).encode()
    entries = (texts.get(id(one)) or dumps(one).encode() for one in part)
    return b"[%s]" % b",".join(entries)


def _object(parts: Mapping[str, bytes]) -> bytes:
    """Return the line of an object of which the values are JSON."""
    pairs = (b'"%s":%s' % (name.encode(), it) for name, it in sorted(parts.items()))
    return b"{%s}\n" % b",".join(pairs)
