"""`crossfoot why`: what would be made anew, and why."""

import sys
from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.verbs.printing import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "say what a build would make anew, and why"
TAKES = ""


def options(one: "ArgumentParser") -> None:
    """Add the arguments of `crossfoot why`."""
    says = "what is asked about: build/report.pdf, or sources/01.md; else everything"
    one.add_argument("file", nargs="?", metavar="FILE", help=says)
    says = "the report's folder; else this one"
    one.add_argument("--directory", type=Path, default=Path(), metavar="DIR", help=says)


def run(arguments: Arguments) -> int:
    """Print why a file would be made anew, or what a source would set going."""
    from crossfoot import reasons
    from crossfoot.engines.checking import NothingCheckedError
    from crossfoot.engines.dependents import dependents
    from crossfoot.engines.planning import named, plan

    root = arguments.directory
    try:
        found = plan(root)
        if arguments.file is None:
            sys.stdout.write(reasons.plan(found.due, found.changes))
            return 0
        file = named(found, root, arguments.file)
        if any(file in one.makes for one in found.whole):
            told = reasons.of_product(file, found.due, found.whole, found.changes)
        else:
            readers = [
                stage
                for stage, read in found.reads.items()
                if file in read and stage != "structure"  # which only lists files
            ]
            told = reasons.of_source(
                file, found.due, found.whole, found.changes, readers
            )
            if file.endswith(".csv"):
                told += dependents(root, file)
    except NothingCheckedError as problem:
        return say(f"crossfoot: {problem}", 2)
    sys.stdout.write(told)
    if not found.built:
        return say("Nothing is built yet; the first build makes everything", 0)
    return 0
