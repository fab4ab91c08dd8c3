"""Structure: chapters and what they may refer to in, findings out."""

from collections.abc import Sequence

from crossfoot.chapters import Chapter
from crossfoot.findings import Finding


def check(chapters: Sequence[Chapter]) -> list[Finding]:
    """Return what is wrong with headings, links, references and images."""
    return []
