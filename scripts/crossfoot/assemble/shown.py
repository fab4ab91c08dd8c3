"""Numbers as the reader sees them: `numbers.json` in, the text of each place out."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any, NamedTuple

from crossfoot.amounts.marks import Mark, code, marks
from crossfoot.nodes import Node, attributes, span
from crossfoot.places import Span


class Entry(NamedTuple):
    """An inserted number: where it stands, its quantity and both of its texts."""

    start: int
    end: int
    quantity: str
    text: str
    """As written."""
    shown: str


class Shown:
    """Looks up what a bound number shows."""

    def __init__(self, numbers: Mapping[str, Any]) -> None:
        """Sort the inserted numbers by file and start."""
        self.files: dict[str, list[Entry]] = {}
        for one in numbers.get("numbers", ()):
            # A number that could not be inserted shows what was written.
            shows = one.get("shown", one["text"]) != one["text"]
            if one.get("quantity") and one.get("span") and shows:
                start, end = one["span"]
                entry = Entry(start, end, one["quantity"], one["text"], one["shown"])
                self.files.setdefault(one["file"], []).append(entry)
        for entries in self.files.values():
            entries.sort()

    def within(self, file: str, place: Span | None, key: str) -> list[Entry]:
        """Return the inserted numbers of a quantity in a span, in order."""
        if place is None:
            return []
        entries = self.files.get(file, [])
        out = []
        for at in range(bisect_left(entries, (place[0],)), len(entries)):
            entry = entries[at]
            if entry.start > place[1]:
                break
            if entry.end <= place[1] and entry.quantity == key:
                out.append(entry)
        return out

    def at(self, file: str, node: Node, key: str) -> str:
        """Return what an inserted number shows, or "" when it cannot be."""
        found = self.within(file, span(node), key)
        return found[0].shown if found else ""

    def text(self, file: str, place: Span | None, text: str) -> str:
        """Return a text with its bound numbers as the reader sees them.

        A number that cannot be shown stays as written.
        """
        out, at = [], 0
        for mark in marks(text) if "[" in text or "`" in text else ():
            out += [text[at : mark.start], self._marked(file, place, text, mark)]
            at = mark.end
        return "".join([*out, text[at:]])

    def _marked(self, file: str, place: Span | None, text: str, mark: Mark) -> str:
        typed = text[slice(*mark.content)]
        if typed.strip():
            return typed
        whole = text[mark.start : mark.end]
        found = self.within(file, place, key_of(mark.key))
        same = [one for one in found if one.text == whole] or found
        return same[0].shown if same else whole


def key_of(written: str) -> str:
    """Return the quantity of `asks.total|£m`."""
    return written.partition("|")[0].strip()


def bound(node: Node) -> str | None:
    """Return the quantity that a Span or Code names, or None when it is neither."""
    if node["t"] == "Code":
        found = code(node["c"][1])
        return found[0] if found else None
    return key_of(attributes(node).get("value", "")) or None
