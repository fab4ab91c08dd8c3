"""Where a cursor stands in YAML: a text and an offset in, the keys around it out.

The file is read by its indentation and its brackets, as it is seldom YAML while a line
is being typed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from crossfoot.places import Text

LINE = re.compile(r"(?P<indent> *)(?P<items>(?:- +)*)(?P<rest>.*)")
PAIR = re.compile(r"(?P<key>[^\s:#{}\[\],\"'][^:#{}\[\],\"']*):(?:[ ]+|$)")
TYPED = re.compile(r"[^\s:,{}\[\]\"']*\Z")
STOP = re.compile(r"[,{}\[\]]")
REACH = 2000
"""Lines above the cursor that are looked at, and twice as many characters before it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the cursor stands in a YAML file."""

    path: tuple[str, ...]
    """Keys from the top down; a position in a list is `-`."""
    typed: str
    """What has been typed of the key or value."""
    after: bool
    """Whether a value is being typed, or an item of a list, and not a key."""
    beside: Mapping[str, str]
    """Keys of the mapping that the cursor is in, with their scalars."""


def spot(text: Text, offset: int) -> Spot:
    """Return where an offset stands."""
    line, _ = text.position(offset)
    row = LINE.fullmatch(text.text[text.starts[line - 1] : offset].rstrip("\r"))
    indent, items, rest = row.groups() if row else ("", "", "")
    above = _Above(len(indent), bool(items), len(indent + items))
    for number in range(line - 1, max(0, line - REACH), -1):
        if above.path and not (above.limit or above.dash):
            break
        above.read(text.line(number))
    flow = _Flow([*above.path, *("-" * items.count("-"))], beside=above.beside)
    flow.read(rest[-2 * REACH :])
    typed = TYPED.search(rest)
    inside = len(flow.path) > len(above.path) and flow.path[-1] == "-"
    after = bool(flow.key) or inside
    keys = (*flow.path, *([flow.key] if flow.key else []))
    return Spot(keys, typed[0] if typed else "", after, flow.beside)


@dataclass
class _Above:
    """Lines being read upwards, for the keys that a line stands below."""

    limit: int
    """Columns from here on are beside or below what is looked for."""
    dash: bool
    """Whether that is an item of a list, which may stand right below its key."""
    column: int
    """Where the keys beside it start."""
    path: list[str] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)
    started: bool = False
    """Whether the mapping's first line has been passed."""

    def read(self, line: str) -> None:
        row = LINE.fullmatch(line)
        if row is None or not row["rest"].strip() or row["rest"].startswith("#"):
            return
        own, items = len(row["indent"]), row["items"]
        found = PAIR.match(row["rest"])
        value = row["rest"][found.end() :].strip() if found else ""
        at = own + len(items)
        if found and at == self.column and not (self.started or self.path):
            self.beside[found["key"].strip()] = value.strip("\"'")
            self.started = bool(items)
        near = at < self.limit or (self.dash and at == self.limit and not items)
        if found and not value and near:
            self.path.insert(0, found["key"].strip())
            self.limit, self.dash = at, False
        if items and own < self.limit:
            self.path[:0] = ["-"] * items.count("-")
            self.limit, self.dash = own, True


@dataclass
class _Flow:
    """A line being read from its start, brackets included."""

    path: list[str]
    key: str = ""
    """The key whose value is being read."""
    beside: dict[str, str] = field(default_factory=dict)
    outer: list[tuple[list[str], dict[str, str]]] = field(default_factory=list)

    def read(self, rest: str) -> None:
        at = 0
        while at < len(rest):
            found = PAIR.match(rest, at) if not self.key else None
            if found:
                self.key, at = found["key"].strip(), found.end()
            elif rest[at] == " ":
                at += 1
            elif STOP.match(rest, at):
                self.sign(rest[at])
                at += 1
            else:
                end = _scalar(rest, at)
                if self.key:
                    self.beside[self.key] = rest[at:end].strip().strip("\"'")
                at = end

    def sign(self, sign: str) -> None:
        if sign in "{[":
            self.outer.append((self.path, self.beside))
            below = [self.key] if self.key else []
            self.path = [*self.path, *below, *("-" * (sign == "["))]
            self.beside = {}
        elif sign in "}]" and self.outer:
            self.path, self.beside = self.outer.pop()
        self.key = ""


def _scalar(rest: str, at: int) -> int:
    """Return where a scalar that starts at `at` ends."""
    if rest[at] in "\"'":
        end = rest.find(rest[at], at + 1)
        return len(rest) if end < 0 else end + 1
    found = STOP.search(rest, at)
    return found.start() if found else len(rest)
