"""Corrected numbers: what `corrections.yml` says in, what the report denies out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from crossfoot.amounts.agree import agreement, converted
from crossfoot.amounts.scan import scan
from crossfoot.assurance.files import Held
from crossfoot.corrections import correction
from crossfoot.findings import Finding, nearest
from crossfoot.places import Place, Text

if TYPE_CHECKING:
    from crossfoot.compare.numbers import NumberChange

NEEDED = ("key", "label", "value", "unit", "bound", "shown", "formula", "filter")
"""What is compared of a quantity of a ledger."""
LEDGER = "crossfoot/numbers/1"


def check(
    told: Held, ledger: Mapping[str, Any], keys: frozenset[str]
) -> Iterator[Finding]:
    """Yield corrections of numbers that are not there, or not as they are now."""
    now = {one["key"]: one for one in ledger.get("quantities", ())}
    for at, one in _last(told):
        key = one["number"]
        if key not in keys:
            near = nearest(key, keys)
            yield Finding(
                "QAP06",
                f"“{key}” is no quantity of this report or of the earlier one",
                told.document.place("corrections", at, "number"),
                help=f"Write {near}" if near else "Take the line out",
                found=key,
                expected=near,
            )
        elif key in now and not _says(one["new"], now[key]):
            yield _otherwise(told.document.place("corrections", at, "new"), one, now)


def _last(told: Held) -> list[tuple[int, Mapping[str, Any]]]:
    """Return the latest correction of each number, and which entry it is."""
    entries = told.value.get("corrections", ())
    pairs = zip(told.at.get("corrections", ()), entries, strict=True)
    last: dict[str, tuple[int, Mapping[str, Any]]] = {}
    for at, one in sorted(pairs, key=lambda pair: (pair[1]["date"], pair[0])):
        if one.get("number"):
            last[one["number"]] = at, one
    return sorted(last.values(), key=lambda pair: pair[0])


def _says(words: str, quantity: Mapping[str, Any]) -> bool:
    """Say whether words state a quantity as it is."""
    if " ".join(words.split()) == " ".join(str(quantity["shown"]).split()):
        return True
    try:
        value = Decimal(quantity["value"])
    except InvalidOperation:  # a quantity without a value of its own
        return False
    found = (converted(one, quantity["unit"], cell=True) for one in scan(words))
    return any(one is not None and agreement(one, value) != "no" for one in found)


def _otherwise(
    place: Place, one: Mapping[str, Any], now: Mapping[str, Mapping[str, Any]]
) -> Finding:
    quantity = now[one["number"]]
    return Finding(
        "QAP07",
        f"Correction says “{one['new']}”; {one['number']} is {quantity['shown']} now",
        place,
        help=f"Write {quantity['shown']}, or correct it again with a new entry",
        found=one["new"],
        expected=quantity["shown"],
    )


def changed(
    told: Held, ledger: Mapping[str, Any], earlier: Mapping[str, Any] | None
) -> list["NumberChange"]:
    """Return the numbers that differ from the earlier ledger and have no entry."""
    if earlier is None:
        return []
    from crossfoot.compare.numbers import changed as between
    from crossfoot.compare.recording import without_entry

    entries = map(correction, told.value.get("corrections", ()))
    return without_entry(between(earlier, ledger, ()), entries)


def missing(
    told: Held, unrecorded: Iterable["NumberChange"], file: str
) -> list[Finding]:
    """Return a finding on each changed number without an entry.

    `file` is that of the earlier ledger.
    """
    place = told.document.key("corrections") if told.value else Place(file)
    return [
        Finding(
            "QAP08",
            f"{one.label or one.key} was {one.old or 'not stated'}, is"
            f" {one.new or 'gone'}, and corrections.yml has no entry for {one.key}",
            place,
            help="Add the entry that crossfoot diff --format corrections writes",
            found=one.new,
            expected=one.old,
            anchor=one.key,
        )
        for one in unrecorded
    ]


def ledger_of(text: Text | None) -> tuple[Mapping[str, Any] | None, list[Finding]]:
    """Return the ledger of an earlier release, and what is wrong with it."""
    if text is None:
        return None, []
    try:
        value = json.loads(text.text)
        known = value["schema"] == LEDGER and all(
            key in one for one in value["quantities"] for key in NEEDED
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        known = False
    if known:
        return value, []
    message = f"{text.file} is no ledger of numbers"
    way = "Copy numbers.json of the release that is corrected there"
    return None, [Finding("QAP09", message, Place(text.file), help=way)]
