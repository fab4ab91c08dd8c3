"""`crossfoot fix`: what can be mended safely, as a diff."""

import sys
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.verbs.printing import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "show the safe fixes of a report as a diff, and list the offers"
TAKES = "DIR"


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot fix`."""
    one.add_argument("--apply", action="store_true", help="write them")
    one.add_argument(
        "--take",
        metavar="NAMES",
        help="take these offers too: names or codes, with commas",
    )


def run(arguments: Arguments) -> int:
    """Show the fixes of a report: safe ones and those named; write with `--apply`."""
    from crossfoot.engines.checking import NothingCheckedError
    from crossfoot.engines.fixing import NoOfferError, fixes

    try:
        found = fixes(arguments.root, (arguments.take or "").replace(",", " ").split())
    except (NothingCheckedError, NoOfferError) as problem:
        return say(f"crossfoot: {problem}", 2)
    sys.stdout.write(found.diff)
    if arguments.apply:
        found.apply()
    say(found.offers.rstrip("\n"), 0)
    failed = bool(found.new) and not arguments.apply
    return say(found.told(arguments.apply), int(failed))
