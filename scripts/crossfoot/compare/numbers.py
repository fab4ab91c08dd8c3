"""Numbers: two ledgers in, the table of numbers that changed out."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from crossfoot.compare.tables import RowChange

HUNDRED = Decimal(100)
PLACES = Decimal("0.1")
DIGITS = 4
"""Significant digits of a difference that is no whole number."""


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A quantity whose value is another, or that is new or gone."""

    key: str
    label: str
    old: str
    """As printed; empty for a new one."""
    new: str
    difference: str
    """New less old at full scale, as a decimal; empty where there is none."""
    percent: str
    """Of the old value, to one decimal place; empty where that says nothing."""
    source: str
    """File and rows that the new value comes from, or the old one when it is gone."""
    reason: str
    uses: tuple[str, ...]
    """Where the text states it: file and line."""


def changed(
    old: Mapping[str, Any], new: Mapping[str, Any], data: Sequence[RowChange]
) -> list[NumberChange]:
    """Return the quantities that changed, by key."""
    before, after = _by_key(old), _by_key(new)
    keys = {
        key
        for key in {*before, *after}
        if _stated(before.get(key)) != _stated(after.get(key))
    }
    out = []
    for key in sorted(keys):
        a, b = before.get(key), after.get(key)
        reason = _reason(a, b, data, keys)
        out.append(_change(key, a, b, reason, new if b else old))
    return out


def _by_key(ledger: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {one["key"]: one for one in ledger.get("quantities", ())}


def _stated(one: Mapping[str, Any] | None) -> tuple[Any, ...]:
    return (one["value"], one["unit"], one["bound"]) if one else ()


def _change(
    key: str,
    a: Mapping[str, Any] | None,
    b: Mapping[str, Any] | None,
    reason: str,
    ledger: Mapping[str, Any],
) -> NumberChange:
    told = b or a or {}
    difference, percent = _difference(a, b)
    return NumberChange(
        key,
        told["label"],
        a["shown"] if a else "",
        b["shown"] if b else "",
        difference,
        percent,
        _source(told),
        reason,
        tuple(
            f"{one['file']}:{one['line']}"
            for one in ledger.get("numbers", ())
            if one["quantity"] == key
        ),
    )


def _difference(
    a: Mapping[str, Any] | None, b: Mapping[str, Any] | None
) -> tuple[str, str]:
    if not a or not b or a["unit"] != b["unit"]:
        return "", ""
    try:
        x, y = Decimal(a["value"]), Decimal(b["value"])
    except InvalidOperation:
        return "", ""
    by = _short(y - x)
    share = f"{(by * HUNDRED / abs(x)).quantize(PLACES):+f}%" if x else ""
    return f"{by:+,f}", share


def _short(by: Decimal) -> Decimal:
    """Return a difference without digits that say nothing: `0.0823`, `2000000`."""
    if by == by.to_integral_value():
        return by.quantize(Decimal(1))
    places = max(DIGITS - 1 - by.adjusted(), 1)
    return round(by, places).normalize()


def _source(one: Mapping[str, Any]) -> str:
    source = one.get("source")
    if not source:
        return str(one.get("citation", ""))
    rows = source.get("rows") or []
    kind = "line" if len(rows) == 1 else "lines"
    return str(source["file"]) + (f", {kind} {_spans(rows)}" if rows else "")


def _spans(lines: Sequence[int]) -> str:
    few = [str(one) for one in lines[:5]]
    return ", ".join(few) + (" …" if len(lines) > len(few) else "")


def _reason(
    a: Mapping[str, Any] | None,
    b: Mapping[str, Any] | None,
    data: Sequence[RowChange],
    changed: Container[str],
) -> str:
    if not a:
        return "the quantity is new"
    if not b:
        return "the quantity is gone"
    if (a["formula"], a["filter"]) != (b["formula"], b["filter"]):
        return "it is defined otherwise"
    source = b.get("source") or {}
    name = str(source.get("file", "")).rpartition("/")[2]
    mine = [one for one in data if one.table == name and _touches(one, a, b)]
    if not mine:
        made_of = [key for key in b.get("uses") or () if key in changed]
        if made_of:
            return f"it is made of {' and '.join(made_of)}"
        return "what it is made of changed" if name else "the value was typed anew"
    return "; ".join(map(_told, mine[:3])) + (" …" if len(mine) > len(mine[:3]) else "")


def _touches(one: RowChange, a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Say whether a row counts in the old value or in the new one."""
    rows = [set((side.get("source") or {}).get("rows") or ()) for side in (a, b)]
    return one.old_line in rows[0] or one.new_line in rows[1]


def _told(one: RowChange) -> str:
    if one.what == "changed":
        line = f"{one.table}:{one.new_line}"
        return f"{line}, {one.column}: {one.old or 'nothing'} → {one.new or 'nothing'}"
    done = "added" if one.what == "inserted" else "taken out"
    return f"{one.table}:{one.new_line or one.old_line}: row {one.row} {done}"
