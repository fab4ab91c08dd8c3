"""`crossfoot new`: a small complete report that builds at once."""

from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.outputs import THEMES
from crossfoot.verbs.printing import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "write a small report that builds at once"
TAKES = "folder"


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot new`."""
    one.add_argument(
        "--theme", choices=THEMES, default=THEMES[0], help="its look; default: sober"
    )


def run(arguments: Arguments) -> int:
    """Write a small complete report into a new folder."""
    from crossfoot.engines.starter import OccupiedError, create

    try:
        made = create(Path(arguments.folder), arguments.theme)
    except OccupiedError as taken:
        return say(f"crossfoot: {taken} is not empty; name a new folder", 2)
    print("\n".join(made))
    return say(f"Next: cd {arguments.folder} && snakemake --cores 4", 0)
