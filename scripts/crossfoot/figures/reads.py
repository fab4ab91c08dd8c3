"""What a figure was drawn from: `build/quantities.json` in, hashes and reasons out.

A read is a text such as `table:asks`, `quantity:asks.total`, `tables` (which tables
there are) or `quantities`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crossfoot.findings import listed

NOTHING = "-"
"""Stands for the hash of what is not there."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The tables and quantities there are."""

    tables: Mapping[str, dict[str, Any]]
    """Tables of `build/quantities.json` by name."""
    quantities: Mapping[str, dict[str, Any]]
    """Its quantities by key."""

    def hash(self, read: str) -> str:
        """Return the hash of what a read gives."""
        kind, _, name = read.partition(":")
        if not name:
            names = self.tables if kind == "tables" else self.quantities
            return _hash(sorted(names))
        if kind == "quantity":
            return str(self.quantities.get(name, {}).get("value", NOTHING))
        table = self.tables.get(name)
        return _hash([table["sha256"], table["columns"]]) if table else NOTHING

    def called(self, read: str) -> str:
        """Return what a person calls a read: a table's file, or a quantity's key."""
        kind, _, name = read.partition(":")
        if kind == "table" and name in self.tables:
            return str(self.tables[name]["file"]).removeprefix("sources/")
        return name or f"the list of {kind}"

    def sources(self, reads: Iterable[str]) -> dict[str, str]:
        """Return the SHA-256 of the files that reads come from, by path."""
        out: dict[str, str] = {}
        for read in reads:
            kind, _, name = read.partition(":")
            if kind == "table" and name in self.tables:
                out[self.tables[name]["file"]] = self.tables[name]["sha256"]
            if kind == "quantity" and name in self.quantities:
                source = self.quantities[name]["source"]
                out[source["file"]] = source["sha256"]
        return out


def stock(quantities: dict[str, Any]) -> Stock:
    """Return the stock that the content of `build/quantities.json` is."""
    return Stock(
        {one["name"]: one for one in quantities["tables"]},
        {one["key"]: one for one in quantities["quantities"]},
    )


def _hash(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def reads(answer: dict[str, Any]) -> list[str]:
    """Return what a drawing process says that a recipe asked for."""
    asked = answer["reads"]
    out = [f"table:{name}" for name in asked["tables"]]
    out += [f"quantity:{key}" for key in asked["quantities"]]
    lists = zip(("tables", "quantities"), asked["names"], strict=True)
    return sorted([*out, *(name for name, was in lists if was)])


def reason(
    before: Mapping[str, str] | None, now: Mapping[str, str], stock: Stock
) -> str:
    """Return in words why a figure has to be drawn.

    Both map what it was made of to a hash: `recipe`, `helpers`, `theme` and `engine`,
    and its reads; `before` is None for a figure that was never drawn.
    """
    if before is None:
        return "new"
    changed = [name for name in sorted(now) if before.get(name) != now[name]]
    if not changed:
        return "its picture was lost"
    return f"{listed(WORDS.get(one) or stock.called(one) for one in changed)} changed"


WORDS = {
    "engine": "the engine",
    "helpers": "a helper module",
    "recipe": "its recipe",
    "theme": "the theme",
}
