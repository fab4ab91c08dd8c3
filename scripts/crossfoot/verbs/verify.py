"""`crossfoot verify`: a release against its own checksums, signature and sources."""

from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.verbs.printing import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "check a release, and build its sources to compare"
TAKES = "release"


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot verify`."""
    one.add_argument(
        "source", nargs="?", type=Path, help="a report's folder: build it, and compare"
    )
    one.add_argument(
        "--to", type=Path, metavar="DIR", help="draw pages that look otherwise there"
    )
    one.add_argument(
        "--key", type=Path, help="public key that it has to be signed with"
    )


def run(arguments: Arguments) -> int:
    """Print what is wrong with a release."""
    from crossfoot.engines.checking import NothingCheckedError, refuse
    from crossfoot.engines.verifying import verify

    folder, source = Path(arguments.release), arguments.source
    if not (folder / "SHA256SUMS").is_file():
        return say(f"crossfoot: {folder} holds no SHA256SUMS; name a release", 2)
    try:
        if source is not None:
            refuse(source)
        verdict = verify(folder, arguments.key, source, arguments.to)
    except NothingCheckedError as problem:
        return say(f"crossfoot: {problem}", 2)
    for line in verdict.wrong:
        print(line)
    for line in verdict.notes:
        say(line, 0)
    same = " and is what its sources make" if source else ""
    return say(
        "" if verdict.wrong else f"The release is whole{same}", int(bool(verdict.wrong))
    )
