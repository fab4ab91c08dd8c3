"""A planted report as the scorer sees it: sources and truth in, stretches out."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from marks import Lines

ENOUGH = 0.5
"""Part of the smaller of two stretches that they must have in common to match."""


class Stretch(NamedTuple):
    """Characters of a file."""

    file: str
    lo: int
    hi: int
    text: str

    def shared(self, other: "Stretch") -> int:
        """Return how many characters two stretches have in common."""
        if self.file != other.file:
            return 0
        return max(0, min(self.hi, other.hi) - max(self.lo, other.lo))

    def matches(self, other: "Stretch") -> bool:
        """Say whether two stretches share enough of the smaller one."""
        smaller = min(self.hi - self.lo, other.hi - other.lo)
        return self.shared(other) >= max(1, ENOUGH * smaller)


class Pair(NamedTuple):
    """What two copies say instead of each other; a text may be empty."""

    a: Stretch
    b: Stretch


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted relation."""

    ident: str
    cls: str
    kind: str
    rate: int
    removable: bool
    a: tuple[Stretch, ...]
    b: tuple[Stretch, ...]
    differences: tuple[Pair, ...]

    @property
    def places(self) -> tuple[Stretch, ...]:
        """All places of both sides."""
        return (*self.a, *self.b)

    @property
    def name(self) -> str:
        """Its kind with its edit rate."""
        return f"{self.kind}, {self.rate}%" if self.rate else self.kind


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A hard negative."""

    ident: str
    kind: str
    places: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A planted report."""

    files: Mapping[str, Lines]
    real: bool
    seed: int
    words: int
    summaries: frozenset[str]
    plants: tuple[Planted, ...]
    negatives: tuple[Lookalike, ...]

    def stretch(self, place: Mapping[str, Any]) -> Stretch:
        """Return the characters of a place of the contract."""
        lines = self.files[place["file"]]
        return _stretch(lines, place)

    def at(self, file: str, span: Sequence[int]) -> Stretch:
        """Return characters by their offsets."""
        return Stretch(file, span[0], span[1], self.files[file].text[slice(*span)])


def field(files: Mapping[str, str]) -> Field:
    """Read the files of a planted report, `truth.json` among them.

    Raises ValueError where a place of the truth does not hold its text.
    """
    truth = json.loads(files["truth.json"])
    lines = {name: Lines.of(name, text) for name, text in files.items()}
    return Field(
        lines,
        truth["carrier"] == "real",
        truth["seed"],
        truth["words"],
        frozenset(truth["summaries"]),
        tuple(_planted(lines, one) for one in truth["plants"]),
        tuple(
            Lookalike(one["id"], one["kind"], tuple(_known(lines, one["places"])))
            for one in truth["negatives"]
        ),
    )


def read(root: Path) -> Field:
    """Read a planted report from its folder."""
    paths = [*root.glob("sources/*.md"), root / "truth.json"]
    return field(
        {one.relative_to(root).as_posix(): one.read_text("utf-8") for one in paths}
    )


def _planted(lines: Mapping[str, Lines], one: Mapping[str, Any]) -> Planted:
    pairs = (_known(lines, [pair["a"], pair["b"]]) for pair in one["differences"])
    return Planted(
        one["id"],
        one["class"],
        one["kind"],
        one["rate"],
        one["removable"],
        tuple(_known(lines, one["a"])),
        tuple(_known(lines, one["b"])),
        tuple(Pair(*pair) for pair in pairs),
    )


def _known(
    lines: Mapping[str, Lines], places: Sequence[Mapping[str, Any]]
) -> Iterator[Stretch]:
    for place in places:
        made = _stretch(lines[place["file"]], place)
        if made.text != place["text"]:
            raise ValueError(
                f"{place['file']}:{place['start']} is not {place['text']!r}"
            )
        yield made


def _stretch(lines: Lines, place: Mapping[str, Any]) -> Stretch:
    lo, hi = lines.span(
        place["start"], place["end"], place["column"], place["end_column"]
    )
    return Stretch(lines.file, lo, hi, lines.text[lo:hi])


def folded(text: str) -> str:
    """Fold white space and line wrap, that of block quotations too; nothing else."""
    quoted = text
    while True:
        joined = re.sub(r"(?m)^(>.*)\n> ?(?=\S)", r"\1 ", quoted)
        if joined == quoted:
            return " ".join(joined.split())
        quoted = joined
