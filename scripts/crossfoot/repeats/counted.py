"""Counted cases: headings in, which of several cases a passage is about out.

What holds in Experiment 1, or of Site A, need not hold in Experiment 3, however deep
below that heading it is said.
"""

from crossfoot.repeats.language import read

CASES = frozenset(
    (
        *("case", "example", "exercise", "level", "option", "phase", "release"),
        *("round", "sample", "scenario", "stage", "step", "tier", "variant"),
        *("version", "experiment", "study", "trial", "wave", "site", "survey"),
    )
)
"""Words that count cases."""

Cases = tuple[tuple[int, str], ...]
"""The headings that a passage stands under, each with its level and what it counts."""


def counted(heading: str) -> str:
    """Return what a heading counts as one of several cases, or ""."""
    start = [norm for word in heading.split() if (norm := read(word).norm)][:2]
    number = start[1] if len(start) > 1 and start[0] in CASES else ""
    is_one = number[:1].isdigit() or len(number) == 1
    return " ".join(start) if is_one else ""


def entered(cases: Cases, level: int, heading: str) -> Cases:
    """Return the cases that what stands under a heading is about."""
    above = tuple(one for one in cases if one[0] < level)
    name = counted(heading)
    return (*above, (level, name)) if name else above


def are_apart(here: str, there: str) -> bool:
    """Say whether two cases are counted by one word and another number."""
    same = here.partition(" ")[0] == there.partition(" ")[0] != ""
    return same and here != there
