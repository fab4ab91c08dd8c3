"""What the rewriting of Markdown shares: fences, records, lines that stay."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crossfoot.importing.draft import Entry

FENCE = re.compile(r"^(?P<indent>\s*)(?P<mark>`{3,}|~{3,}|:{3,})(?P<info>.*)$")
SEALED = "\ue0c2"
"""Stands before lines of code, which are not looked into."""


@dataclass(slots=True)
class Rewriting:
    """One file being rewritten."""

    label: str
    system: str
    before: int
    """Lines of front matter."""
    entries: list[Entry] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """New names by those that the other system has."""

    def mapped(self, was: str, now: str) -> None:
        """List what was rewritten."""
        self.entries.append(Entry("mapped", was, now, self.label, holds=True))

    def left(self, was: str, now: str) -> None:
        """List markup that has no counterpart."""
        self.entries.append(Entry("left", was, now, "markup"))

    def protected(self, lines: Iterable[str]) -> Iterator[str]:
        """Yield lines that nothing more is done to."""
        return (SEALED + line for line in lines)

    def closing(self, lines: list[str], at: int, opened: re.Match[str]) -> int:
        """Return the line that closes a fence, or the text's end without one."""
        mark, depth = opened["mark"], 0
        for end in range(at + 1, len(lines)):
            found = FENCE.match(lines[end])
            if not found or found["mark"][0] != mark[0]:
                continue
            bare = not found["info"].strip()
            if mark[0] != ":":
                if bare and len(found["mark"]) >= len(mark):
                    return end
            elif self.system == "myst" or len(found["mark"]) == len(mark):
                if bare and len(found["mark"]) == len(mark) and not depth:
                    return end
                if len(found["mark"]) == len(mark):
                    depth += -1 if bare else 1
        return len(lines)


def attributes_of(name: str, **pairs: str) -> str:
    """Return attributes as Markdown has them; nothing when there are none."""
    parts = [f"#{name}"] if name else []
    for key, value in pairs.items():
        if value:
            said = value.replace('"', "'")
            parts.append(f'{key}="{said}"')
    return f"{{{' '.join(parts)}}}" if parts else ""
