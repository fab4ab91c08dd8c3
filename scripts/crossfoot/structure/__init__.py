"""Structure: chapters and what they may refer to in, findings out."""

from crossfoot.findings import Finding
from crossfoot.structure import headings, images, references
from crossfoot.structure.world import World, named

__all__ = ["World", "check", "named"]


def check(world: World) -> list[Finding]:
    """Return what is wrong with headings, references, links and images."""
    findings: list[Finding] = []
    for chapter in world.chapters:
        findings += headings.check(chapter)
        findings += references.check(chapter, world)
        findings += images.check(chapter, world)
    findings += images.check_recipes(world)
    return [*findings, *references.check_ids(world)]
