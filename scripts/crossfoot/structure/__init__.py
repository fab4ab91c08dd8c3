"""Structure: chapters and what they may refer to in, findings out."""

import posixpath
from collections.abc import Callable

from crossfoot.findings import Finding
from crossfoot.places import Place
from crossfoot.structure import entries, headings, images, references, tables
from crossfoot.structure.survey import Survey, survey
from crossfoot.structure.world import World, named

__all__ = ["Survey", "World", "alone", "check", "named", "survey"]


def alone(one: Survey) -> list[Finding]:
    """Return what a chapter tells by itself: of headings, tables and marks of notes."""
    return [
        *headings.check(one.chapter),
        *tables.check(one.chapter),
        *references.notes(one),
    ]


KINDS = {".md": "chapter", ".csv": "table", ".py": "recipe"}


def _misnamed(path: str, ending: str) -> Finding:
    """Return the finding on a file that is no source because of its ending."""
    told = f"{path} is no {KINDS[ending]}: its name does not end in {ending}"
    name = posixpath.basename(path).rpartition(".")[0]
    way = f"Name it {name}{ending}, or put it elsewhere"
    return Finding("SRC29", told, Place(path), help=way)


def check(world: World, by: Callable[[Survey], list[Finding]] = alone) -> list[Finding]:
    """Return what is wrong with headings, references, links and images.

    `by` does what `alone` does.
    """
    findings: list[Finding] = []
    for one in world.surveys:
        findings += by(one)
        findings += references.check(one, world)
        findings += images.check(one, world)
    findings += images.check_recipes(world)
    findings += [_misnamed(path, ending) for path, ending in world.misnamed.items()]
    findings += entries.check(world)
    return [*findings, *references.check_ids(world)]
