"""Structure: chapters and what they may refer to in, findings out."""

from crossfoot.findings import Finding
from crossfoot.structure import entries, headings, images, references
from crossfoot.structure.survey import Survey, survey
from crossfoot.structure.world import World, named

__all__ = ["Survey", "World", "check", "named", "survey"]


def check(world: World) -> list[Finding]:
    """Return what is wrong with headings, references, links and images."""
    findings: list[Finding] = []
    for one in world.surveys:
        findings += headings.check(one.chapter)
        findings += references.check(one, world)
        findings += images.check(one, world)
    findings += images.check_recipes(world)
    findings += entries.check(world)
    return [*findings, *references.check_ids(world)]
