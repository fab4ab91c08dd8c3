"""`crossfoot doctor`: what is installed, what is missing, and what that costs."""

import sys
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.findings import several
from crossfoot.verbs.printing import say, style_of

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "say what is installed, what is missing and what that costs"
TAKES = "DIR"


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot doctor`."""
    one.add_argument(
        "--format", choices=("text", "json"), default="text", help="default: text"
    )


def run(arguments: Arguments) -> int:
    """Print what was looked at; 1 when a build cannot work."""
    from crossfoot.engines.doctor import examine
    from crossfoot.render import doctor

    checks = examine(arguments.root)
    wrong = sum(one.state == "wrong" for one in checks)
    if arguments.format == "json":
        sys.stdout.write(doctor.as_json(checks))
        return int(wrong > 0)
    sys.stdout.write(doctor.text(checks, style_of(sys.stdout)))
    if wrong:
        return say(f"{several(wrong, 'thing')} to mend before a build can work", 1)
    return say("All that a build needs is there", 0)
