"""Ledgers as text: `repeats.json` or `numbers.json` in, a line for each row out."""

from collections.abc import Mapping
from typing import Any

from crossfoot.findings import several


def repeats(content: Mapping[str, Any]) -> str:
    """Return the relations, both places each, and their differences."""
    rows = content["relations"]
    lines = [line for row in rows for line in _relation(row)]
    lines.append(several(len(rows), "relation") + " between passages")
    return "".join(line + "\n" for line in lines)


def _relation(row: Mapping[str, Any]) -> list[str]:
    words = several(int(row["words"]), "word")
    places = " = ".join(", ".join(map(_lines, row[side])) for side in "ab")
    out = [f"{row['id']} {places}  {row['class']}, {words}, {row['action']}"]
    out += [
        f"    [-{one.get('a', '')}-]{{+{one.get('b', '')}+}}"
        for one in row.get("differences", [])
    ]
    return out


def _lines(place: Mapping[str, Any]) -> str:
    return f"{place['file']}:{place['start']}-{place['end']}"


def numbers(content: Mapping[str, Any]) -> str:
    """Return every number with its place, state and what it rests on."""
    lines = [_number(row) for row in content["numbers"]]
    coverage = content["coverage"]
    total = several(int(coverage["quantities"]), "quantity", "quantities")
    lines.append(f"{total}, coverage {coverage['share']}")
    return "".join(line + "\n" for line in lines)


def _number(row: Mapping[str, Any]) -> str:
    place = f"{row['file']}:{row['line']}:{row['column']}"
    basis = row.get("quantity") or row.get("rule") or ""
    parts = [place, f"“{row['text']}”", row["kind"], row["state"], str(basis)]
    return "  ".join(part for part in parts if part)
