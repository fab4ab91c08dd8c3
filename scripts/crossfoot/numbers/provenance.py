"""Provenance: entries of the ledger in; their names, formulas and quantities out.

A name is made of the file, the number and the words around it, so that a link to a
number, or a record of it, outlives edits elsewhere.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crossfoot.numbers.known import Known, Quantity
from crossfoot.numbers.ledger import number

NAMED = ("file", "where", "text", "quantity", "context")
"""What an entry's name is made of."""
COUNTING = "number of rows"
"""How a formula begins whose value is the number of its rows."""
LENGTH = 8
"""Hexadecimal digits of a name."""


def settle(ledger: Sequence[dict[str, Any]], known: Known) -> None:
    """Give each entry its `id` and its `formula`."""
    taken: set[str] = set()
    counts: dict[tuple[str, ...], int] = {}
    for entry in ledger:
        said = tuple(entry[name] for name in NAMED)
        counts[said] = counts.get(said, 0) + 1
        entry["id"] = _free(said, counts[said], taken)
        entry["formula"] = _formula(entry, known)


def tell_apart(*ledgers: list[dict[str, Any]]) -> None:
    """Give another name to each entry whose name an entry before it has.

    Names are given chapter by chapter; two chapters may show one table's file.
    """
    taken: set[str] = set()
    for ledger in ledgers:
        for at, entry in enumerate(ledger):
            if entry["id"] in taken:
                name = _free(tuple(entry[name] for name in NAMED), 2, taken)
                # Entries may be kept by others, so a changed one is another.
                ledger[at] = {**entry, "id": name}
            else:
                taken.add(entry["id"])


def _free(said: tuple[str, ...], count: int, taken: set[str]) -> str:
    """Return a name that no entry has; equal entries are counted apart."""
    while True:
        text = "\0".join((*said, str(count)))
        name = hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
        if name not in taken:
            taken.add(name)
            return name
        count += 1


def _formula(entry: Mapping[str, Any], known: Known) -> str:
    """Return in words how the value behind a number came about."""
    quantity = known.quantities.get(entry["quantity"])
    return worded(quantity) if quantity else str(entry.get("formula") or "")


def worded(quantity: Quantity) -> str:
    """Return a quantity's formula, with the number of rows that it was made of."""
    entry = quantity.entry
    said, count = str(entry.get("formula") or ""), int(entry.get("count") or 0)
    if not (said and count) or said.startswith(COUNTING):
        return said
    return f"{said}, {count:,} {'row' if count == 1 else 'rows'}"


def quantities(
    ledger: Iterable[Mapping[str, Any]], known: Known
) -> list[dict[str, Any]]:
    """Return the quantities that numbers rest on, and those that these are made of."""
    wanted: set[str] = set()
    rest = [str(entry["quantity"]) for entry in ledger if entry["quantity"]]
    while rest:
        key = rest.pop()
        if key in known.quantities and key not in wanted:
            wanted.add(key)
            rest += known.quantities[key].entry.get("uses") or ()
    return [_quantity(known.quantities[key]) for key in sorted(wanted)]


def _quantity(one: Quantity) -> dict[str, Any]:
    source = one.entry.get("source") or {}
    place = one.entry.get("place") or {}
    return {
        "key": one.key,
        "label": one.entry.get("label") or "",
        "value": number(one.value),
        "unit": one.unit,
        "bound": one.bound,
        "shown": one.shown() if one.value else "0",
        "formula": worded(one),
        "filter": one.entry.get("filter") or "",
        "uses": list(one.entry.get("uses") or ()),
        "citation": source.get("citation") or "",
        "source": one.source,
        "defined": {"file": place.get("file") or "", "line": place.get("line") or 1},
    }
