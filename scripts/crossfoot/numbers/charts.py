"""Charts: what figures say and read in, entries of the numbers drawn out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from crossfoot.amounts.agree import agreement, converted
from crossfoot.amounts.cells import cell
from crossfoot.amounts.model import Amount
from crossfoot.amounts.scan import scan
from crossfoot.numbers.known import Known, Quantity
from crossfoot.numbers.ledger import Entry, State
from crossfoot.places import Place, Text


@dataclass(frozen=True, slots=True)
class Backing:
    """What a figure read: quantities, and numbers of its tables."""

    quantities: tuple[Quantity, ...]
    bounds: tuple[Quantity, ...]
    """Every published bound of the report."""
    values: Mapping[Decimal, dict[str, Any]]
    """Source of each number in the tables it read and drew, counts of rows included."""


def entries(
    figure: Mapping[str, Any], recipe: Text | None, known: Known
) -> list[Entry]:
    """Return an entry for each number that a figure draws or describes."""
    backing = _backing(figure, known)
    out: list[Entry] = []
    seen: set[tuple[str, str]] = set()
    for string in _strings(figure):
        for amount in scan(string):
            around = string[max(0, amount.start - 24) : amount.end + 24]
            if (around, amount.text) in seen:
                continue
            seen.add((around, amount.text))
            out.append(_entry(figure, string, amount, recipe, backing))
    return out


def _strings(figure: Mapping[str, Any]) -> Iterable[str]:
    given = [figure.get("alt"), figure.get("description"), *figure.get("texts", ())]
    return [str(one) for one in given if one]


def _entry(
    figure: Mapping[str, Any],
    string: str,
    amount: Amount,
    recipe: Text | None,
    backing: Backing,
) -> Entry:
    state: State = "unbound" if amount.kind == "quantity" else "ignored"
    entry = Entry(
        _place(figure, string, amount, recipe),
        None,
        amount.text,
        amount,
        "chart",
        state,
        rule=amount.rule,
        context=" ".join(string[max(0, amount.start - 24) : amount.end + 24].split()),
    )
    if state == "ignored":
        return entry
    quantity = _quantity(amount, backing)
    if quantity:
        entry.state, entry.quantity = "checked", quantity.key
        entry.source = quantity.source
        return entry
    # Drawn texts give no cell, so any value that was read will do.
    for value in sorted(backing.values):
        if agreement(amount, value) == "yes":
            entry.state, entry.source = "checked", backing.values[value]
            return entry
    return entry


def _quantity(amount: Amount, backing: Backing) -> Quantity | None:
    """Return the quantity that a number agrees with.

    Besides those that the figure read, that is a published bound of a value that
    its tables hold.
    """
    bounds = (one for one in backing.bounds if one.value in backing.values)
    for quantity in (*backing.quantities, *bounds):
        same = converted(amount, quantity.unit)
        if same and quantity.verdict(same, quantity.value) == "yes":
            return quantity
    return None


def _place(
    figure: Mapping[str, Any], string: str, amount: Amount, recipe: Text | None
) -> Place:
    """Return where the drawn text stands in the recipe, else its first character."""
    file = str(figure["recipe"])
    at = recipe.text.find(string) if recipe else -1
    if recipe is None or at < 0:
        return Place(file)
    return recipe.place((at + amount.start, at + amount.end))


def _backing(figure: Mapping[str, Any], known: Known) -> Backing:
    reads = figure.get("reads") or {}
    keys = reads.get("quantities") or ()
    quantities = tuple(known.quantities[key] for key in keys if key in known.quantities)
    values: dict[Decimal, dict[str, Any]] = {}
    by_name = {table["name"]: table for table in known.tables.values()}
    for name in reads.get("tables") or ():
        table = by_name.get(name)
        if table is None:
            continue
        for value, rows in _numbers(_rows(table)):
            source = {"file": table["file"], "sha256": table["sha256"], "rows": rows}
            values.setdefault(value, source)
    recipe = str(figure["recipe"])
    drawn = {
        "file": recipe,
        "sha256": (figure.get("provenance") or {}).get(recipe),
        "rows": None,
    }
    for value, _ in _numbers(list(enumerate(_drawn(figure), 1))):
        values.setdefault(value, drawn)
    bounds = (one for one in known.quantities.values() if one.bound)
    return Backing(quantities, tuple(bounds), values)


def _rows(table: Mapping[str, Any]) -> list[tuple[int, list[str]]]:
    records = table.get("records") or ()
    return [
        (one["line"], [c.get("plain", c["text"]) for c in one["cells"]])
        for one in records
    ]


def _drawn(figure: Mapping[str, Any]) -> list[list[str]]:
    return list((figure.get("table") or {}).get("rows") or ())


def _numbers(rows: list[tuple[int, list[str]]]) -> Iterable[tuple[Decimal, list[int]]]:
    """Yield the numbers of a table, and the counts that its rows give.

    These are the rows, the different texts of each column, and the rows of each.
    """
    groups: dict[tuple[int, str], list[int]] = {}
    for line, cells in rows:
        for column, text in enumerate(cells):
            amount = cell(text).amount
            if amount and amount.value is not None:
                yield amount.value, [line]
            else:
                groups.setdefault((column, text), []).append(line)
    lines = [line for line, _ in rows]
    yield Decimal(len(rows)), lines
    for column in sorted({column for column, _ in groups}):
        yield Decimal(sum(at == column for at, _ in groups)), lines
    for found in groups.values():
        yield Decimal(len(found)), found
