"""Corrections: what was wrong in an earlier edition in, what the report says of it out.

A correction is told in the report itself, so that nobody reads the right figure without
learning that another one was published.
"""

from collections.abc import Mapping
from typing import Any

from crossfoot.assemble.plain import typed
from crossfoot.assemble.wording import Wording
from crossfoot.nodes import Node, meta, para
from crossfoot.record import in_words

FILE = "corrections.yml"
KEYS = ("corrects", "corrections")
"""What of it is part of the report's record."""


def record(told: Mapping[str, Any]) -> dict[str, Node]:
    """Return what the record says of corrections; nothing where there is none."""
    if not told.get("corrections"):
        return {}
    return {key: meta(told[key]) for key in KEYS if told.get(key)}


def listed(told: Mapping[str, Any], wording: Wording, language: str) -> list[Node]:
    """Return the list of corrections, the latest first."""
    entries = sorted(
        told.get("corrections", ()), key=lambda one: str(one["date"]), reverse=True
    )
    out: list[Node] = []
    for one in entries:
        title: Node = {"t": "Strong", "c": typed(one["what"])}
        parts = [[part] for part in _parts(one, wording, language)]
        out += [para([title]), {"t": "BulletList", "c": parts}]
    return out


def _parts(one: Mapping[str, Any], wording: Wording, language: str) -> list[Node]:
    """Return the parts of a correction, an item each."""
    out: list[Node] = []
    for key, called in wording.corrected.items():
        said = one.get(key) or ""
        words = ", ".join(map(str, said)) if isinstance(said, list) else str(said)
        words = in_words(words, language) if key == "date" else words
        if words:
            out.append({"t": "Plain", "c": typed(f"{called}: {words}")})
    return out
