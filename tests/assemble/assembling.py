"""Assembles small reports for the tests: a report's files in, its one AST out."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from crossfoot.amounts.marks import marks
from crossfoot.assemble import Inputs, finish, gather
from crossfoot.chapters import Chapter
from crossfoot.engines.belt import run
from crossfoot.engines.belt.assemble import read_inputs
from crossfoot.engines.citeproc import render
from crossfoot.engines.files import dumps
from crossfoot.engines.pandoc import program
from crossfoot.findings import Finding
from crossfoot.nodes import Node, walk
from crossfoot.site import Site

BOOK = "@book{smith2020, author={Smith, Ann}, title={A Book}, year={2020}}\n"
ARTICLE = "@article{jones2019, author={Jones, Bo}, title={Work}, year={2019}}\n"

DRAWN = {
    "name": "asks",
    "recipe": "figures/asks.py",
    "alt": "Two bars",
    "description": "The first bar is longer",
    "width_mm": 160,
    "failed": False,
}
"""What the figures stage says of a figure it drew."""


@dataclass(frozen=True)
class Assembled:
    """An assembled report."""

    ast: dict[str, Any]
    findings: list[Finding]

    @property
    def text(self) -> str:
        """The report as pandoc writes its Markdown, metadata left out."""
        words = ["--from=json", "--to=markdown", "--wrap=none", "--quiet"]
        done = subprocess.run(
            [program(), *words],
            input=json.dumps(self.ast).encode(),
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    def all(self, kind: str) -> list[Node]:
        """Return the elements of a type, in order."""
        return [node for node in walk(self.ast["blocks"]) if node["t"] == kind]


def inputs_of(root: Path, *more: str) -> Inputs:
    """Return what `read`, `data` and more stages make of a report."""
    site = Site.at(root)
    for stage in ("read", "data", *more):
        run(stage, site, lambda _: None)
    return read_inputs(site)


def without_repeats(root: Path) -> Assembled:
    """Return the report of a folder with the cuts that the repeats stage plans."""
    return assemble(inputs_of(root, "repeats"))


def assemble(inputs: Inputs, style: Path | None = None) -> Assembled:
    """Return the report of its inputs."""
    draft = gather(inputs)
    made = None
    if draft.citations:
        made = json.loads(render(dumps(draft.citations), draft.cited, style))
    return Assembled(*finish(draft, made))


def report(
    root: Path,
    *,
    shown: Mapping[str, str] | None = None,
    cuts: Sequence[tuple[str, str, str]] = (),
    figures: Sequence[Mapping[str, Any]] = (),
) -> Assembled:
    """Return the report of a folder.

    `shown`: what each bound number shows, by its syntax. `cuts`: file, passage (its
    last occurrence is cut), file that keeps it (its first occurrence).
    """
    inputs = inputs_of(root)
    by_file = {chapter.file: chapter for chapter in inputs.chapters}
    numbers = [n for one in inputs.chapters for n in _numbers(one, shown or {})]
    return assemble(
        replace(
            inputs,
            numbers={"numbers": numbers},
            repeats={"cuts": [cut(by_file, *one) for one in cuts]},
            figures={one["name"]: one for one in figures},
        )
    )


def _numbers(chapter: Chapter, shown: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for mark in marks(chapter.source):
        whole = chapter.source[mark.start : mark.end]
        typed = chapter.source[slice(*mark.content)]
        if typed or whole in shown:
            yield {
                "file": chapter.file,
                "span": [mark.start, mark.end],
                "quantity": mark.key,
                "text": whole,
                "shown": typed or shown[whole],
            }


def cut(
    chapters: Mapping[str, Chapter],
    file: str,
    passage: str,
    keeper: str,
    kept: str = "",
) -> dict[str, Any]:
    """Return the record of a cut as `repeats.json` has it."""
    start = chapters[file].source.rindex(passage)
    first = chapters[keeper].source.index(kept or passage)
    return {
        "file": file,
        "name": chapters[file].name,
        "span": [start, start + len(passage)],
        "text": passage,
        "keep": {"file": keeper, "span": [first, first + len(kept or passage)]},
    }
