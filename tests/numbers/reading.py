"""Chapters and quantities for these tests: Markdown and values in."""

import json
from decimal import Decimal
from functools import cache
from typing import Any

from crossfoot.chapters import Chapter, chapter_of
from crossfoot.engines import pandoc
from crossfoot.numbers import Known, Part, chapter_part
from crossfoot.numbers.known import Quantity
from crossfoot.read import closed, opened

CELL = {
    "file": "sources/data/asks.csv",
    "line": 3,
    "column": 10,
    "end_line": 3,
    "end_column": 19,
    "text": "205000000",
}


def chapter(text: str) -> Chapter:
    """Return the chapter of a text, as the read stage makes it."""
    return chapter_of(json.loads(_read(text)))


@cache
def _read(text: str) -> str:
    one = opened("sources/01.md", text.encode())
    made = pandoc.markdown(one.front.markdown)
    found, _ = closed(one, made.value, list(made.warnings), made.error)
    return json.dumps(found.as_dict())


def quantity(key: str, value: str, unit: str = "count", **more: Any) -> Quantity:
    """Return a quantity of a CSV file."""
    source = {"file": "sources/data/asks.csv", "sha256": "0" * 64, "rows": [3]}
    entry = {"key": key, "value": value, "unit": unit, "source": source, **more}
    return Quantity(key, Decimal(value), unit, entry.get("bound") or "", entry)


def known(*quantities: Quantity, **more: Any) -> Known:
    """Return what chapters are checked against."""
    return Known({one.key: one for one in quantities}, prefix="sources/", **more)


ASKS = known(
    quantity("asks.total", "3200000000", "GBP"),
    quantity("asks.recovery", "205000000", "GBP", cells=[CELL]),
    quantity("asks.floor", "2000000000", "GBP", bound="at_least"),
    quantity("asks.share", "6.40625", "%"),
    quantity("asks.ratio", "0.640625", "ratio"),
    quantity("asks.count", "29"),
    quantity("cases.count", "12"),
    quantity("themes.count", "3"),
    quantity("change", "-5.2", "%"),
    quantity("broad", "62", "%"),
)
"""The quantities that most tests use."""


def part(text: str, against: Known = ASKS) -> Part:
    """Return the numbers and findings of a text."""
    return chapter_part(chapter(text), against)


def states(text: str, against: Known = ASKS) -> list[tuple[str, str]]:
    """Return text and state of each quantity of a text."""
    entries = part(text, against).numbers
    return [(one["text"], one["state"]) for one in entries if one["kind"] == "quantity"]


def faults(text: str, against: Known = ASKS) -> list[tuple[str, str]]:
    """Return code and message of each finding on a text."""
    return [(one.code, one.message) for one in part(text, against).findings]
