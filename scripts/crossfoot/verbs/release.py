"""`crossfoot release`: sign the release of the report here."""

from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.verbs.printing import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "sign the release in build/release with a key"
TAKES = "DIR"


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot release`."""
    one.add_argument(
        "--sign", type=Path, required=True, metavar="KEY", help="a private key, PEM"
    )


def run(arguments: Arguments) -> int:
    """Write the signed envelope beside the provenance statement."""
    from crossfoot.engines.belt.release import add_sum, faults
    from crossfoot.engines.files import write
    from crossfoot.engines.sealing import SealError, sign
    from crossfoot.publishing.whole import ENVELOPE, PROVENANCE, SUMS

    folder = arguments.root / "build" / "release"
    if not (folder / SUMS).is_file():
        return say(f"crossfoot: {folder} holds no release; build it first", 2)
    wrong = list(faults(folder))
    if wrong:
        return say(f"crossfoot: not signed: {wrong[0][1]}", 1)
    try:
        sealed = sign((folder / PROVENANCE).read_bytes(), arguments.sign)
    except SealError as problem:
        return say(f"crossfoot: {problem}", 2)
    write(folder / ENVELOPE, sealed)
    add_sum(folder, ENVELOPE)
    return say(f"Signed in {folder / ENVELOPE}", 0)
