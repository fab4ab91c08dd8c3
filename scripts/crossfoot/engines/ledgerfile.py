"""The ledger's file: `numbers.json` as a value in, its bytes on the disk out.

A process that builds again and again makes the JSON of an entry once.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crossfoot.engines.files import dumps, write, write_json
from crossfoot.engines.memory import held, keeps, remembered

Entry = dict[str, Any]


class Fragments:
    """Entries of the ledger as JSON."""

    def __init__(self) -> None:
        """Start without any."""
        self.kept: dict[int, tuple[Entry, str]] = {}
        """By the `id()` of the entry, which is held."""
        self.before: dict[int, tuple[Entry, str]] = {}
        """Those of the ledger before: one that is carried on and one that is read take
        turns."""

    def joined(self, ledger: Sequence[Entry]) -> str:
        """Return a ledger as JSON; entries of the last two are kept, others not."""
        new, old = self.kept, self.before
        found = [
            new.get(id(one)) or old.get(id(one)) or (one, dumps(one)) for one in ledger
        ]
        self.kept, self.before = {id(one[0]): one for one in found}, new
        return f"[{','.join(text for _, text in found)}]"


def write_ledger(path: Path, product: dict[str, Any]) -> None:
    """Write the ledger as `write_json` does.

    Its entries are not changed afterwards, and come from JSON themselves.
    """
    if not keeps():
        write_json(path, product)
        return
    ledger = product["numbers"]
    texts = {
        name: held(lambda: dumps(part), "of the ledger", id(part), of=part)  # noqa: B023 - called at once
        for name, part in product.items()
        if name != "numbers"
    }

    def value() -> dict[str, Any]:
        rest = {name: json.loads(text) for name, text in texts.items()}
        return {**rest, "numbers": ledger}

    entries = remembered(Fragments, "fragments").joined(ledger)
    every = sorted([*texts.items(), ("numbers", entries)])
    whole = ",".join(f'"{name}":{text}' for name, text in every)
    raw = f"{{{whole}}}\n".encode()
    write(path, raw)
    remembered(value, "json", raw)
