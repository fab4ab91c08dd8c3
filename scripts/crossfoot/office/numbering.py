"""Numbers that references name: a report's blocks in, the target of each out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crossfoot.nodes import (
    ATTR_AT,
    Node,
    attributes,
    classes,
    identifier,
    text,
    walk,
)
from crossfoot.parts import number_of

AGAIN = "again"
"""Class of what an include shows a second time."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference may lead to."""

    id: str
    number: str
    """As printed; empty without one."""
    bookmark: str
    """Of the number."""
    index: int
    """Place among the targets, from 0."""


def targets(blocks: list[Node]) -> dict[str, Target]:
    """Return every element with an identifier, in order."""
    found = dict(_found(blocks))
    return {
        name: Target(name, number, f"_Ref{100_000_000 + index}", index)
        for index, (name, number) in enumerate(found.items())
    }


def _found(blocks: list[Node]) -> Iterator[tuple[str, str]]:
    for node in walk(blocks):
        if node["t"] in ATTR_AT and identifier(node):
            yield identifier(node), printed(node)


def printed(node: Node) -> str:
    """Return the number that an element shows: `2.1`, `A`, `3`, or ""."""
    kind = node["t"]
    if kind == "Header":
        return number_of(node).rpartition(" ")[2]
    shows = kind in {"Figure", "Table", "Span"} and AGAIN not in classes(node)
    return attributes(node).get("number", "") if shows else ""


def divided(words: str, number: str) -> tuple[str, str] | None:
    """Return what stands before and after a number in a reference's words.

    None when the number does not stand there by itself.
    """
    before, found, after = words.rpartition(number) if number else ("", "", "")
    by_itself = not (before[-1:].isalnum() or after[:1].isalnum())
    return (before, after) if found and by_itself else None


def plain_words(inlines: Any) -> str | None:
    """Return the text of inlines that are words only, else None."""
    if any(node["t"] not in {"Str", "Space", "SoftBreak"} for node in walk(inlines)):
        return None
    return text(inlines)
