"""The ledger's file: `numbers.json` as a value in, its bytes on the disk out.

A process that builds again and again makes the JSON of an entry once.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import is_, itemgetter
from pathlib import Path
from typing import Any

from crossfoot.engines.files import dumps, write, write_json
from crossfoot.engines.memory import held, keeps, remembered

Entry = dict[str, Any]
LEDGERS = ("numbers", "apart")
"""Lists of entries in it."""


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


def write_ledger(path: Path, product: dict[str, Any]) -> None:
    """Write the ledger as `write_json` does.

    Its entries are not changed afterwards, and come from JSON themselves.
    """
    if not keeps():
        write_json(path, product)
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

    every = sorted({**rest, **joined}.items())
    raw = b"{%s}\n" % b",".join(b'"%s":%s' % (name.encode(), it) for name, it in every)
    write(path, raw)
    remembered(value, "json", raw)
