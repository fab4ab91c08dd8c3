"""Structure: chapters and what they may refer to in, findings out."""

from collections.abc import Callable

from crossfoot.findings import Finding
from crossfoot.structure import entries, headings, images, references
from crossfoot.structure.survey import Survey, survey
from crossfoot.structure.world import World, named

__all__ = ["Survey", "World", "alone", "check", "named", "survey"]


def alone(one: Survey) -> list[Finding]:
    """Return what a chapter tells by itself: of its headings and marks of notes."""
    return [*headings.check(one.chapter), *references.notes(one)]


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
    findings += entries.check(world)
    return [*findings, *references.check_ids(world)]
