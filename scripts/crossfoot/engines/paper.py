"""Paper: a report's parts in, a PDF out whatever is wrong with them.

What Typst refuses is found by the line it names, shown plainly, and reported; then
the report is printed again, until it is whole.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from crossfoot.engines.pdf import clear_ends
from crossfoot.engines.pictures import write_changed
from crossfoot.engines.typst import (
    Press,
    RefusedError,
    refused_formula,
    refused_picture,
)
from crossfoot.findings import Finding
from crossfoot.nodes import Node
from crossfoot.parts import Part
from crossfoot.typeset import faults
from crossfoot.typeset.book import Book
from crossfoot.typeset.paper.chapters import block_of, chapter, numbered, starts
from crossfoot.typeset.survey import drawn, survey

ROUNDS = 100
"""How many faults are mended one by one before chapters are shown as plain text."""
FILES = ("main.typ", "report.typ", "tokens.json")


@dataclass
class Paper:
    """A report on its way to paper."""

    folder: Path
    """Where Typst reads; pictures are there already."""
    parts: Sequence[Part]
    book: Book
    record: dict[str, Any]
    """What the theme reads as `record.json`."""
    sources: faults.Sources
    broken: dict[int, dict[int, int]] = field(default_factory=dict)
    """How plainly blocks are written, by part and block."""
    findings: list[Finding] = field(default_factory=list)

    def print(self, timestamp: int) -> bytes:
        """Return the PDF; what could not be shown is in `findings`."""
        press = Press(self.folder)
        self.lay_out()
        for _ in range(ROUNDS):
            self.write()
            try:
                return clear_ends(press.print(timestamp))
            except RefusedError as refused:
                if not self.mend(refused):
                    break
        return self.last_resort(press, timestamp)

    def last_resort(self, press: Press, timestamp: int) -> bytes:
        """Return a PDF of plain text: without tags if need be, never none."""
        for part in self.parts:
            self.broken[part.index] = dict.fromkeys(range(len(part.blocks)), 2)
        self.write()
        try:
            return clear_ends(press.print(timestamp))
        except RefusedError:
            return clear_ends(press.print(timestamp, ["1.7"]))

    def lay_out(self) -> None:
        """Write the theme's files and the record."""
        for name in FILES:
            data = (files("crossfoot") / "themes" / name).read_bytes()
            write_changed(self.folder / name, data)
        record = self.record | {"files": [name_of(part) for part in self.parts]}
        text = json.dumps(record, ensure_ascii=False, sort_keys=True)
        write_changed(self.folder / "record.json", text.encode())

    def write(self) -> None:
        """Write the chapters."""
        made = [
            chapter(part, self.book, self.broken.get(part.index, {}))
            for part in self.parts
        ]
        before = starts([one.notes for one in made])
        for part, one, start in zip(self.parts, made, before, strict=True):
            write_changed(self.folder / name_of(part), numbered(one, start).encode())

    def mend(self, refused: RefusedError) -> bool:
        """Show plainly what was refused; say whether anything was changed."""
        if self.without_glyphs(refused.glyphs):
            return True
        for spot in refused.spots:
            part = next((p for p in self.parts if name_of(p) == spot.file), None)
            index = block_of(spot.line)
            if part and 0 <= index < len(part.blocks):
                return self.without(part, index, refused.message)
        weeded = [self.weeded(part, part.blocks) for part in self.parts]
        return any(weeded)

    def without_glyphs(self, words: str) -> bool:
        """Replace characters that turned out to have no glyph where they stand."""
        new = {one for one in words if ord(one) not in self.book.lacking}
        shown = {one for part in self.parts for one in drawn(part.blocks)}
        found = "".join(sorted(new & shown))
        if not found:
            return False
        more = {ord(one): faults.substitute(one) for one in found}
        self.book = replace(self.book, lacking={**self.book.lacking, **more})
        self.findings += faults.glyphs(self.sources, self.parts, found)
        return True

    def without(self, part: Part, index: int, reason: str) -> bool:
        """Show a block without what is at fault in it, or as plain text."""
        node = part.blocks[index]
        if self.weeded(part, [node]):
            return True
        told = self.broken.setdefault(part.index, {})
        if told.get(index) == 2:
            return False
        told[index] = 2
        self.findings.append(faults.block(self.sources, part.file, node, reason))
        return True

    def weeded(self, part: Part, blocks: list[Node]) -> bool:
        """Take out the formulas and pictures of blocks that Typst refuses alone."""
        seen = survey(blocks)
        formulas = [key for key in seen.formulas if self.bad_formula(key)]
        targets = [name for name in seen.pictures if self.bad_picture(name)]
        for key in formulas:
            without = self.book.formulas[key]._replace(typst="")
            self.book = replace(
                self.book, formulas={**self.book.formulas, key: without}
            )
            self.findings.append(faults.formula(self.sources, part.file, key[0]))
        for name in targets:
            picture = replace(self.book.pictures[name], path="")
            self.book = replace(
                self.book, pictures={**self.book.pictures, name: picture}
            )
            self.findings.append(faults.picture(self.sources, part.file, name))
        return bool(formulas or targets)

    def bad_formula(self, key: tuple[str, bool]) -> bool:
        """Say whether Typst refuses a formula, set by itself."""
        made = self.book.formulas.get(key)
        return made is not None and bool(made.typst) and refused_formula(made.typst)

    def bad_picture(self, target: str) -> bool:
        """Say whether Typst refuses a picture, shown by itself."""
        found = self.book.pictures.get(target)
        return bool(found and found.path) and refused_picture(
            self.folder, found.path if found else ""
        )


def name_of(part: Part) -> str:
    """Return the path of a chapter's Typst file."""
    return f"chapters/{part.index:03}.typ"


def room(tokens: Mapping[str, Any]) -> tuple[float, float]:
    """Return the width and height, in millimetres, that a picture may fill."""
    margin = tokens["paper"]["margin"]
    across, down = SIZES[tokens["paper"]["size"]]
    return across - 2 * margin["side"], 0.86 * (down - margin["top"] - margin["bottom"])


SIZES = {"a4": (210.0, 297.0), "a5": (148.0, 210.0), "us-letter": (215.9, 279.4)}
"""Width and height of paper, by Typst's names."""
