"""What `quantities.py` gave: plain JSON of its run in, quantities and findings out."""

import re
from decimal import Decimal
from typing import Any

from crossfoot.data.definition import BOUNDS
from crossfoot.data.grammar import KEY, decimal
from crossfoot.data.quantity import Quantity
from crossfoot.findings import Finding, listed, nearest
from crossfoot.places import Place, Text

KNOWN = ("bound", "formula", "label", "rounded", "source", "unit", "value")


def from_script(
    result: dict[str, Any], text: Text
) -> tuple[list[Quantity], list[Finding]]:
    """Return the quantities of a run, and what is wrong with it.

    `result` is `{"quantities": {key: {"value": "12.5", …}}}`, or `{"error": message,
    "line": n}` when the file could not be run.
    """
    if "error" in result:
        return [], [_failed(result, text)]
    place = function(text)
    out, findings = [], []
    for key, entry in sorted(result["quantities"].items()):
        problem = _problem(key, entry)
        if problem:
            findings.append(Finding("DAT11", problem[0], place, help=problem[1]))
        else:
            out.append(_quantity(key, entry, place))
    return out, findings


def function(text: Text) -> Place:
    """Return the place of the file's `def quantities`."""
    found = re.search(r"^def quantities\b", text.text, re.MULTILINE)
    return text.place(found.span()) if found else Place(text.file)


def _failed(result: dict[str, Any], text: Text) -> Finding:
    line = min(int(result["line"]), len(text.starts))
    words = text.line(line)
    start = len(words) - len(words.lstrip()) + 1
    return Finding(
        "DAT11",
        f"quantities.py cannot be run: {result['error']}",
        Place(text.file, line, start, line, len(words.rstrip()) + 1),
        help="Correct this line",
    )


def _problem(key: str, entry: Any) -> tuple[str, str] | None:
    """Return what is wrong with an entry, and the way out."""
    if not KEY.fullmatch(key):
        return (
            f"“{key}” is no key; expected letters, digits, _, - and .",
            "Return a key such as asks.total",
        )
    if not isinstance(entry, dict) or decimal(entry.get("value")) is None:
        return (
            f"{key} has no exact value; expected an int, a Decimal or a decimal text",
            'Return {"value": Decimal("12.5"), "unit": "count"}',
        )
    unknown = [one for one in sorted(entry) if one not in KNOWN]
    if unknown:
        near = nearest(unknown[0], KNOWN)
        advice = f"Write {near}" if near else f"Use {listed(KNOWN)}"
        return f"{key} has “{unknown[0]}”, which means nothing here", advice
    if entry.get("bound") not in {None, *BOUNDS}:
        return (
            f"Bound of {key} is “{entry['bound']}”; expected {listed(BOUNDS, 'or')}",
            "Correct the bound, or leave it out",
        )
    return None


def _quantity(key: str, entry: dict[str, Any], place: Place) -> Quantity:
    texts = {name: str(entry[name]) for name in KNOWN if entry.get(name) is not None}
    return Quantity(
        key=key,
        value=decimal(entry["value"]) or Decimal(0),
        unit=texts.get("unit", "count"),
        formula=texts.get("formula", "quantities.py"),
        place=place,
        file=place.file,
        rows=(place.line,),
        label=texts.get("label"),
        bound=texts.get("bound"),
        step=decimal(entry.get("rounded")),
        citation=texts.get("source"),
    )
