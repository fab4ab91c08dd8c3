"""A turn: what one round of rebuilding gave, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from crossfoot.findings import Finding
from crossfoot.places import Text


@dataclass(frozen=True, slots=True)
class Turn:
    """What one round of rebuilding gave."""

    number: int
    """1, 2, … for each change seen; the same again when there was none."""
    findings: tuple[Finding, ...] = ()
    """Settled and sorted: of all stages before typesetting, and with a paper those of
    typesetting too."""
    sources: Mapping[str, Text] = field(default_factory=dict)
    """The texts that findings point into, by path."""
    page: bytes | None = None
    """`report.html`, byte for byte that of a build; None: the last good one stands."""
    paper: bytes | None = None
    """`report.pdf`; None when it was not made in this turn."""
    trouble: str = ""
    """One line that says why nothing could be made, or ""."""
    settled: bool = True
    """False of an early page: repeats are still to be looked for."""
    checked: bool = True
    """False of a page that came before all other checks: findings are those of before,
    where they are now."""
    changed: tuple[str, ...] = ()
    """Ids in the page whose content differs from the page before, in its order."""
