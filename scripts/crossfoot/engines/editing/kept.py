"""A report that is checked again and again: open documents in, its world out.

Nothing is written in the report. What stages make is kept between the checks, so that
only what changed is made again, and starts from the items of the report's last build.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from shutil import rmtree
from typing import Any

from crossfoot.chapters import chapter_of
from crossfoot.editor.world import Outline, World, outline
from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.editing.documents import is_code
from crossfoot.engines.editing.mirror import mirror
from crossfoot.engines.files import read_json
from crossfoot.engines.memory import Memory, remembering
from crossfoot.engines.pandoc import program, reading
from crossfoot.engines.reader import Reader
from crossfoot.engines.settling import settle_all
from crossfoot.findings import listed
from crossfoot.settings import USUAL, named_files
from crossfoot.site import Site

OF_NUMBER = (
    *("text", "state", "quantity", "expected", "rule", "formula"),
    *("line", "column", "end_line", "end_column"),
)
PRODUCTS = ("settings", "quantities", "numbers", "references")
UNUSED = "SRC12"
FIRST = ("read", "data", "repeats", "structure")
"""The stages that need no figures, which the first check may have to draw."""
DRAWING = "figures"
Early = Callable[[World], None]
OF_FIGURE = ("name", "recipe", "alt", "reads", "failed")


class UncheckedError(RuntimeError):
    """Why a report cannot be checked, in one line."""


class Kept:
    """One report, and the folder that its checks are made in."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Prepare to check the report at `root` in an empty `folder`."""
        self.root = root
        self.image = folder / "report"
        self.build = folder / "build"
        self.outlines: dict[str, tuple[str, Outline]] = {}
        """What each chapter held when it was last looked at, with its hash."""
        self.memory = Memory(self.build)
        self.reader = Reader(program(), folder)
        self.whole = False
        """Whether a check has come to its end."""
        self.image.mkdir(parents=True)
        _borrow(root / "build" / ".cache", self.build / ".cache")

    def check(
        self, documents: Mapping[str, str], goes_on: Callable[[], bool], early: Early
    ) -> World | None:
        """Return what the checks made; None when `goes_on` said no between stages.

        `documents` are the texts of open documents by path. What the first check of a
        report has made before it draws the figures is given to `early`. Raises
        UncheckedError.
        """
        if not (self.build / "settings.json").is_file():
            # Nothing was made yet, or the system has tidied its temporary folder.
            self.memory.files.clear()
        texts = {f: text for f, text in documents.items() if not is_code(f)}
        mirror(self.root, self.image, texts)
        site = Site.at(self.image, self.build)
        if not site.chapters():
            return World()
        odd = site.unnameable()
        if odd:
            raise UncheckedError(f"file name {listed(odd)} is not UTF-8; rename it")
        with remembering(self.memory), reading(self.reader):
            for stage in [*FIRST, *(one for one in CHECKS if one not in FIRST)]:
                if not goes_on():
                    return None
                if stage == DRAWING and not self.whole:
                    early(self.world(site, FIRST))
                run(stage, site, lambda _: None)
            self.whole = True
            world = self.world(site, CHECKS)
        self.memory.turn()
        return world

    def close(self) -> None:
        """Delete what is kept."""
        self.reader.close()
        rmtree(self.build.parent, ignore_errors=True)

    def world(self, site: Site, stages: tuple[str, ...]) -> World:
        """Return what an editor may ask about, after these stages."""
        made = {name: _made(site, name) for name in PRODUCTS}
        # A waiver is unused only when all that it may cover has been looked for.
        found = [
            one
            for one in settle_all(site, stages)
            if one.code != UNUSED or stages == CHECKS
        ]
        settings = made["settings"]
        chapters = [one["file"] for one in settings["chapters"]]
        books = named_files(settings["report"], "bibliography")
        return World(
            prefix=site.prefix,
            chapters=chapters,
            outlines={
                one["file"]: self.outline(site, one) for one in settings["chapters"]
            },
            quantities={
                one["key"]: _without(one, "cells")
                for one in made["quantities"]["quantities"]
            },
            failed=made["quantities"]["failed"],
            tables={
                one["file"]: one["columns"] for one in made["quantities"]["tables"]
            },
            figures=_figures(site),
            entries={str(one["id"]): one for one in made["references"]},
            bibliographies=books or [USUAL],
            pictures=_pictures(site),
            recipes=site.recipes(),
            numbers=_numbers(made["numbers"].get("numbers", ())),
            findings=found,
        )

    def outline(self, site: Site, entry: Mapping[str, Any]) -> Outline:
        """Return what a chapter holds, from memory when it has not changed."""
        file, digest = entry["file"], entry["sha256"]
        known = self.outlines.get(file)
        if known is None or known[0] != digest:
            path = site.build / "chapters" / f"{PurePosixPath(file).stem}.json"
            known = digest, outline(chapter_of(read_json(path)))
            self.outlines[file] = known
        return known[1]


def _made(site: Site, name: str) -> Any:
    """Return a product, or nothing where its stage has not run yet."""
    path = site.build / f"{name}.json"
    return read_json(path) if path.is_file() else {}


def _without(entry: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != name}


def _figures(site: Site) -> dict[str, dict[str, Any]]:
    entries = (
        read_json(path) for path in sorted((site.build / "figures").glob("*.json"))
    )
    return {one["name"]: {key: one.get(key) for key in OF_FIGURE} for one in entries}


def _pictures(site: Site) -> list[str]:
    found = (path for path in (site.sources / "images").rglob("*") if path.is_file())
    return sorted(path.relative_to(site.sources).as_posix() for path in found)


def _numbers(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    out: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        entry = {name: row[name] for name in OF_NUMBER}
        out.setdefault(row["file"], []).append(entry)
    return out


def _borrow(items: Path, folder: Path) -> None:
    """Link the items that a build of the report kept; they are never written over."""
    for path in sorted(items.glob("*/*")):
        target = folder / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        # Another file system, or an item that a build has just swept away.
        with suppress(OSError):
            os.link(path, target)
