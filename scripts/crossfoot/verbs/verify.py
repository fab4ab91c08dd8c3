"""`crossfoot verify`: a release against its own checksums."""

from pathlib import Path
from types import SimpleNamespace as Arguments

from crossfoot.verbs.printing import say

SAYS = "check the hashes of a release"
TAKES = "release"


def run(arguments: Arguments) -> int:
    """Compare a release with its own checksums."""
    from crossfoot.engines.belt.release import faults

    folder = Path(arguments.release)
    if not (folder / "SHA256SUMS").is_file():
        return say(f"crossfoot: {folder} holds no SHA256SUMS; name a release", 2)
    found = faults(folder)
    for line in found:
        print(line)
    return say("The release is whole" if not found else "", int(bool(found)))
