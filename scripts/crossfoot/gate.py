"""The gate: settled findings and the hashes of sources in, open or shut out."""

from collections.abc import Mapping, Sequence

from crossfoot.findings import Finding, count
from crossfoot.places import Place

GONE = "-"
"""Stands for the hash of a file that is not there."""


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> list[Finding]:
    """Return SRC09 for each source whose content changed since it was read.

    `before` holds the SHA-256 that the stages saw, `now` those of this moment, by
    path; a file on one side only has changed.
    """
    return [
        Finding(
            "SRC09",
            f"{file} changed while the build ran; what was built shows its old content",
            Place(file),
            help="Build again",
            anchor="changed",
        )
        for file in sorted({*before, *now})
        if before.get(file, GONE) != now.get(file, GONE)
    ]


def opens(findings: Sequence[Finding]) -> bool:
    """Say whether a report with these findings may be released."""
    return count(findings).errors == 0
